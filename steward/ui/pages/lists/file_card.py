"""The card of the file that is being loaded: what was found in it, and the source it is a delivery of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from steward.ui.pages.lists.list_words import delivery_sentence, load_sentence
from steward.ui.widgets.badge import paint_badge
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text, line
from steward.ui.words.sentences import preview_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from steward.domain.records import Source
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import LoadPlan

_COMBO_WIDTH, _DEPARTMENT_WIDTH = 190, 130
#: With less room than this beside the source, the name of the file has a line of its own.
_NAME_WIDTH = 240


class FileCard(QFrame):
    """``source_chosen(name)`` when the steward takes another source or types a new one.

    A new source is also asked for its department; ``save_asked`` and ``open_asked`` are about the mapping as a file.
    """

    source_chosen = Signal(str)
    department_chosen = Signal(str)
    save_asked = Signal()
    open_asked = Signal()

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._plan: LoadPlan | None = None
        self._sources: tuple[Source, ...] = ()
        self.setProperty("role", "card")
        self._icon = QLabel(self)
        self._name = Text(look, "", "section", elides=Qt.TextElideMode.ElideMiddle)
        self._facts = Text(look, "", "small", tone="text2", tabular=True, wraps=True)
        self._source_label = Text(look, "", "small", tone="text2")
        self.source = QComboBox(self)
        self._source_name = _Name(self.source)
        self.source.setLineEdit(self._source_name)
        self.source.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._source_label.setBuddy(self.source)
        self._department_label = Text(look, "", "small", tone="text2")
        self.department = QLineEdit(self)
        self._department_label.setBuddy(self.department)
        self._delivery = Text(look, "", "small", tone="text2", tabular=True)
        self._counts = Text(look, "", "small", weight=600, tabular=True, wraps=True)
        self.save_mapping = KeyButton(look, kind="link")
        self.open_mapping = KeyButton(look, kind="link")
        self._build()
        self.source.activated.connect(self._tell_source)
        self._source_name.editingFinished.connect(self._tell_source)
        self.department.editingFinished.connect(self._tell_department)
        self.save_mapping.clicked.connect(self.save_asked)
        self.open_mapping.clicked.connect(self.open_asked)
        look.changed.connect(self._renew)
        self._renew()

    def _build(self) -> None:
        look = self._look
        words = QVBoxLayout()
        words.setSpacing(look.s1)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        file = QHBoxLayout()
        file.setSpacing(look.s3)
        file.addWidget(self._icon)
        file.addLayout(words, 1)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(look.s3)
        for widget in (self._source_label, self.source, self._department_label, self.department, self._delivery):
            self._choices.addWidget(widget)
        self._choices.addStretch(0)
        self._above = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._above.setSpacing(look.s2)
        self._above.addLayout(file, 1)
        self._above.addLayout(self._choices)
        below = QHBoxLayout()
        below.setSpacing(look.s3)
        below.addWidget(self._counts, 1)
        below.addWidget(self.open_mapping)
        below.addWidget(self.save_mapping)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.s4, look.s2, look.s3, look.s1)
        layout.setSpacing(look.s1)
        layout.addLayout(self._above)
        layout.addWidget(line())
        layout.addLayout(below)

    def show_sources(self, sources: Sequence[Source]) -> None:
        """The sources there are; any other name makes a new one."""
        self._sources = tuple(sources)
        self._fill_sources()

    def show_plan(self, plan: LoadPlan, table: int) -> None:
        """What the file holds; ``table`` is the one that is looked at."""
        is_new = self._plan is None or self._plan.preview is not plan.preview
        self._plan, self._table = plan, table
        if is_new or self.source.currentText().strip() != plan.source:
            self._fill_sources()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self._source_label.setText(self.tr("Source"))
        for widget in (self.source, self._source_name):
            widget.setAccessibleName(self.tr("Source of this list"))
        self._department_label.setText(self.tr("Department"))
        self.department.setAccessibleName(self.tr("Department that the new source belongs to"))
        self.save_mapping.set_content(self.tr("Save the mapping…"))
        self.open_mapping.set_content(self.tr("Use a saved mapping…"))
        plan = self._plan
        if plan is None or not plan.tables:
            return
        is_new = plan.source not in {source.name for source in self._sources}
        self._department_label.setVisible(is_new)
        self.department.setVisible(is_new)
        self.department.setPlaceholderText(plan.source)
        self.department.setText(plan.department)
        table = plan.tables[self._table]
        self._name.setText(table.preview.file_name)
        key = (
            self.tr("key {column}").format(column=table.key_column)
            if table.key_column
            else self.tr("no key column: rows are recognized by their content")
        )
        self._facts.setText(f"{preview_sentence(table.preview)}  ·  {key}")
        self._delivery.setText(delivery_sentence(plan, self._language))
        self._counts.setText(load_sentence(plan, self._language))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        self._choices.invalidate()
        room = self.width() - self._choices.sizeHint().width() - 4 * self._look.s4
        is_narrow = room < self._look.px(_NAME_WIDTH)
        directions = QBoxLayout.Direction
        self._above.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def _fill_sources(self) -> None:
        name = self._plan.source if self._plan else ""
        blocked = self.source.blockSignals(True)
        self.source.clear()
        for source in self._sources:
            self.source.addItem(badge_icon(source, self._look), source.name)
        at = next((place for place, source in enumerate(self._sources) if source.name == name), -1)
        self.source.setCurrentIndex(at)
        self.source.setEditText(name)
        self._source_name.show_beginning()
        self.source.blockSignals(blocked)

    def _tell_source(self) -> None:
        name = self.source.currentText().strip()
        if self._plan is not None and name != self._plan.source:
            self.source_chosen.emit(name)

    def _tell_department(self) -> None:
        name = self.department.text().strip()
        if self._plan is not None and name != self._plan.department:
            self.department_chosen.emit(name)

    def _renew(self) -> None:
        self._icon.setPixmap(self._look.pixmap("file-spreadsheet", "ok", 20))
        self.source.setFixedWidth(self._look.px(_COMBO_WIDTH))
        self.department.setFixedWidth(self._look.px(_DEPARTMENT_WIDTH))
        self.source.setIconSize(QSize(18, 18))
        self._fill_sources()


def badge_icon(source: Source, look: Look) -> QIcon:
    """A source's badge for combo boxes."""
    ratio = 2.0
    pixmap = QPixmap(QSize(36, 36))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_badge(painter, QRect(0, 0, 18, 18), source, look)
    painter.end()
    return QIcon(pixmap)


class _Name(QLineEdit):
    """A name that, when wider than its box, is told by its beginning unless it is being written."""

    def show_beginning(self) -> None:
        if not self.hasFocus():
            self.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.show_beginning()
