"""The three-way view of columns that changed: in the last delivery, in this file, and the attribute they become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from steward.ui.pages.lists.gate_words import drift_label
from steward.ui.widgets.text import Text
from steward.ui.words.attributes import attribute_icon, target_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import TablePlan
    from steward.workspace.lists.list_views import HeaderDrift

#: More changed columns than these are looked at in the table of all columns.
_MOST = 12
_LETTERS = 14


class DriftGrid(QWidget):
    """``target_chosen(header, target)`` when a column of this file is to become something else."""

    target_chosen = Signal(str, str)

    def __init__(
        self,
        look: Look,
        table: TablePlan,
        drifts: Sequence[HeaderDrift],
        targets: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._table, self._targets = look, table, tuple(targets)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, look.s2, 0, 0)
        self._grid.setHorizontalSpacing(look.s4)
        self._grid.setVerticalSpacing(look.s1)
        for column, title in enumerate(("", self.tr("Last delivery"), self.tr("This file"), self.tr("Becomes"))):
            self._grid.addWidget(Text(look, title, "tiny", tone="text2", weight=600), 0, column)
        for row, drift in enumerate(drifts[:_MOST], start=1):
            self._add(row, drift)
        if len(drifts) > _MOST:
            more = self.tr("and %Ln more, which the table of columns shows", "", len(drifts) - _MOST)
            self._grid.addWidget(Text(look, more, "small", tone="text2"), _MOST + 1, 1, 1, 3)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnStretch(3, 2)

    def _add(self, row: int, drift: HeaderDrift) -> None:
        look = self._look
        is_gone = not drift.now
        texts = (
            Text(look, drift_label(str(drift.drift)), "small", tone="warn" if is_gone else "text2", weight=600),
            Text(look, drift.before or "–", "body"),
            Text(look, drift.now or "–", "body", weight=600),
        )
        for column, text in enumerate(texts):
            self._grid.addWidget(text, row, column)
        self._grid.addWidget(self._successors(drift) if is_gone else self._target_box(drift), row, 3)

    def _target_box(self, drift: HeaderDrift) -> QComboBox:
        """What a column of this file becomes."""
        box = self._box()
        box.setAccessibleName(self.tr("What {column} becomes").format(column=drift.now))
        for target in self._targets:
            box.addItem(self._look.icon(attribute_icon(target)), target_label(target), target)
        box.setCurrentIndex(max(0, box.findData(self._table.targets[drift.now])))
        box.activated.connect(lambda at, box=box: self.target_chosen.emit(drift.now, box.itemData(at)))
        return box

    def _box(self) -> QComboBox:
        """As wide as there is room, not as its longest entry."""
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS)
        return box

    def _successors(self, drift: HeaderDrift) -> QComboBox:
        """Which column of this file continues one that is gone."""
        box = self._box()
        box.setAccessibleName(self.tr("Which column continues {column}").format(column=drift.before))
        target = target_label(drift.target)
        box.addItem(self.tr("{target}: not delivered any more").format(target=target), "")
        free = [header for header, taken in self._table.targets.items() if taken in ("", drift.target)]
        for header in free:
            box.addItem(self.tr("{target}: now {column}").format(target=target, column=header), header)
        held = next((header for header in free if drift.target and self._table.targets[header] == drift.target), "")
        box.setCurrentIndex(max(0, box.findData(held)))
        box.activated.connect(lambda at, box=box: self._continue(drift, held, box.itemData(at)))
        return box

    def _continue(self, drift: HeaderDrift, held: str, header: str) -> None:
        if header:
            self.target_chosen.emit(header, drift.target)
        elif held:
            self.target_chosen.emit(held, "")
