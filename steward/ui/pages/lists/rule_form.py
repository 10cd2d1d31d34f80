"""What the forms of the rule panel have in common: labelled fields, and what they say of the columns of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QWidget

from steward.ui.widgets.text import Text
from steward.ui.words.attributes import attribute_icon, attribute_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import TablePlan

#: A cell, or several, as delivered, and what becomes of it.
Example = tuple[str, str]


class RuleForm(QWidget):
    """``changed`` after every change of the form; ``targets`` is empty while it says nothing that could be done."""

    changed = Signal()

    def __init__(self, look: Look, table: TablePlan, header: str, attributes: Sequence[str]) -> None:
        super().__init__()
        self._look, self._table, self._header = look, table, header
        self._attributes = tuple(attributes)
        self._labels: dict[QWidget, Text] = {}
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(look.s2)
        self._rows.setColumnStretch(1, 1)

    def targets(self) -> dict[str, str]:
        """What the columns become, by header."""
        return {}

    def problem(self) -> str:
        """Why nothing can be done, "" when something can or nothing was entered yet."""
        return ""

    def examples(self) -> list[Example]:
        """Rows of the list, and what the form makes of them."""
        return []

    def _add(self, title: str, widget: QComboBox | QLineEdit) -> None:
        label = Text(self._look, title, "small", tone="text2")
        label.setBuddy(widget)
        widget.setAccessibleName(title)
        editor = widget.lineEdit() if isinstance(widget, QComboBox) else None
        if editor is not None:
            editor.setAccessibleName(title)
        if self.focusProxy() is None:
            self.setFocusProxy(widget)
        widget.setMinimumWidth(0)
        widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = self._rows.rowCount()
        self._rows.addWidget(label, row, 0)
        self._rows.addWidget(widget, row, 1)
        self._labels[widget] = label
        signal = widget.textChanged if isinstance(widget, QLineEdit) else widget.currentTextChanged
        signal.connect(self._tell)

    def _tell(self) -> None:
        self.changed.emit()

    def _show_used(self, boxes: Sequence[QComboBox]) -> None:
        """The boxes that are filled, two at least, and the next one."""
        last = max((place for place, box in enumerate(boxes) if box.currentData()), default=0)
        for place, box in enumerate(boxes):
            is_shown = place < max(2, last + 2)
            box.setVisible(is_shown)
            self._labels[box].setVisible(is_shown)

    def _attribute_box(self, chosen: str, *, nothing: str = "") -> QComboBox:
        box = QComboBox()
        if nothing:
            box.addItem(nothing, "")
        for name in self._attributes:
            box.addItem(self._look.icon(attribute_icon(name)), attribute_label(name), name)
        if chosen and box.findData(chosen) < 0:
            box.addItem(self._look.icon(attribute_icon(chosen)), attribute_label(chosen), chosen)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def _header_box(self, chosen: str) -> QComboBox:
        box = QComboBox()
        box.addItem("–", "")
        for header in self._table.targets:
            box.addItem(header, header)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def _cells(self, headers: Sequence[str]) -> list[list[str]]:
        places = [list(self._table.targets).index(header) for header in headers]
        return [[row[place] for place in places] for row in self._table.preview.sample]

    def _column_examples(self) -> tuple[str, ...]:
        found = (column.examples for column in self._table.preview.columns if column.header == self._header)
        return next(found, ())
