"""What the review page puts into the window's header: filters as chips, and how much is left at which pace."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QWidget

from steward.domain.pairs import Strength
from steward.ui.pages.review.session import Filters
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.chip import Chip
from steward.ui.widgets.text import Text
from steward.ui.wording import strength_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.language import Language
    from steward.ui.look import Look

BAR_WIDTH = 180


class FilterBar(QWidget):
    """Chips for what the queue is narrowed to, and a menu to narrow it."""

    filters_asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = Filters()
        self._sources: tuple[str, ...] = ()
        self._strength = Chip(look, "", parent=self)
        self._source = Chip(look, "", parent=self)
        self._state = Chip(look, "", parent=self)
        self._add = KeyButton(look, kind="ghost", icon="plus", parent=self)
        self._menu = QMenu(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.s2)
        for part in (self._strength, self._source, self._state, self._add):
            row.addWidget(part)
        self._strength.removed.connect(self._drop_strength)
        self._source.removed.connect(self._drop_source)
        self._state.removed.connect(self._drop_state)
        self._add.clicked.connect(self._open_menu)

    def set_sources(self, names: Sequence[str]) -> None:
        """The lists that clusters may be narrowed to."""
        self._sources = tuple(names)

    def show_filters(self, filters: Filters) -> None:
        """The filters in force."""
        self._filters = filters
        self._strength.setVisible(filters.strength is not None)
        self._source.setVisible(filters.source is not None)
        self._state.setVisible(filters.state != "open")
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        filters = self._filters
        if filters.strength is not None:
            self._strength.set_text(strength_label(Strength(filters.strength)))
        if filters.source is not None:
            self._source.set_text(self.tr("Touches {source}").format(source=filters.source))
        self._state.set_text(self.tr("Set aside for later"))
        self._add.set_content(self.tr("Filter"))

    def _open_menu(self) -> None:
        self._menu.clear()
        for strength in Strength:
            action = self._menu.addAction(strength_label(strength))
            action.setData(("strength", strength.value))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Set aside for later")).setData(("state", "deferred"))
        if self._sources:
            self._menu.addSeparator()
        for name in self._sources:
            action = self._menu.addAction(self.tr("Touches {source}").format(source=name))
            action.setData(("source", name))
        chosen = self._menu.exec(self._add.mapToGlobal(QPoint(0, self._add.height())))
        if chosen is not None:
            key, value = chosen.data()
            self.filters_asked.emit(replace(self._filters, **{str(key): str(value)}))

    def _drop_strength(self) -> None:
        self.filters_asked.emit(replace(self._filters, strength=None))

    def _drop_source(self) -> None:
        self.filters_asked.emit(replace(self._filters, source=None))

    def _drop_state(self) -> None:
        self.filters_asked.emit(replace(self._filters, state="open"))


class ProgressLine(QWidget):
    """ "214 of 1,986 left", a bar, and the time that is left at the steward's own pace."""

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._left, self._total = 0, 0
        self._seconds: float | None = None
        self._count = Text(look, "", weight=600, tabular=True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._pace = Text(look, "", tone="text2", tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.s3)
        for part in (self._count, self._bar, self._pace):
            row.addWidget(part)
        self._bar.setFixedWidth(BAR_WIDTH)

    def show_progress(self, left: int, total: int, seconds: float | None) -> None:
        """Clusters left and in all (0 = unknown), and the seconds that they take."""
        self._left, self._total, self._seconds = left, total, seconds
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        number = self._language.number
        if self._total > self._left:
            text = self.tr("{left} of {total} left").format(left=number(self._left), total=number(self._total))
        else:
            text = self.tr("{left} left").format(left=number(self._left))
        self._count.setText(text)
        self._bar.setVisible(self._total > 0)
        self._bar.setRange(0, max(1, self._total))
        self._bar.setValue(max(0, self._total - self._left))
        self._bar.setAccessibleName(text)
        has_pace = self._seconds is not None and self._left > 0
        self._pace.setVisible(has_pace)
        if has_pace and self._seconds is not None:
            self._pace.setText(self.tr("~{span} at your pace").format(span=self._language.span(self._seconds)))
