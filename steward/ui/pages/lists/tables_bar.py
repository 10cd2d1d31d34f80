"""The tables of a workbook with several sheets: which one is looked at, and which ones are loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QWidget

from steward.ui.widgets.chip import Chip
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import LoadPlan


class TablesBar(QWidget):
    """One tab for each table and a check box for the one in view, and those for what is hidden in the file.

    It is not there when there is one table and nothing hidden in it.
    """

    table_chosen = Signal(int)
    inclusion_chosen = Signal(int, bool)
    hidden_chosen = Signal(bool, bool)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._plan: LoadPlan | None = None
        self._at = 0
        self._chips: list[Chip] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self.table_chosen)
        self._how = Text(look, "", "small", tone="text2", elides=Qt.TextElideMode.ElideRight)
        self._include = QCheckBox(self)
        self._include.clicked.connect(self._on_include)
        self.skip_hidden = QCheckBox(self)
        self.read_hidden = QCheckBox(self)
        for box in (self.skip_hidden, self.read_hidden):
            box.clicked.connect(self._on_hidden)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.s2)
        self._layout.addWidget(self._how, 1)
        self._layout.addWidget(self.read_hidden)
        self._layout.addWidget(self.skip_hidden)
        self._layout.addWidget(self._include)

    def show_plan(self, plan: LoadPlan, at: int) -> None:
        """The tables of the plan, with the one at this place in view."""
        self._plan, self._at = plan, at
        self.setVisible(len(plan.tables) > 1 or plan.hidden_rows + plan.hidden_columns + plan.hidden_sheets > 0)
        while len(self._chips) < len(plan.tables):
            chip = Chip(self._look, "", can_check=True)
            self._group.addButton(chip, len(self._chips))
            self._layout.insertWidget(len(self._chips), chip)
            self._chips.append(chip)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        if self._plan is None:
            return
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(self._plan.tables) > 1)
            if place < len(self._plan.tables):
                table = self._plan.tables[place]
                rows = self.tr("{sheet}, %Ln rows", "", table.preview.row_count)
                text = rows if table.is_included else self.tr("{sheet}, left out")
                chip.set_text(text.format(sheet=table.preview.sheet))
        self._chips[self._at].setChecked(True)
        table = self._plan.tables[self._at]
        self._include.setText(self.tr("Load the sheet {sheet}").format(sheet=table.preview.sheet))
        self._include.setChecked(table.is_included)
        self._include.setVisible(len(self._plan.tables) > 1)
        row_count, column_count = self._plan.hidden_rows, self._plan.hidden_columns
        hidden = (
            self.tr("%Ln hidden rows", "", row_count) if row_count else "",
            self.tr("%Ln hidden columns", "", column_count) if column_count else "",
        )
        self.skip_hidden.setText(self.tr("Leave out {parts}").format(parts=", ".join(filter(None, hidden))))
        self.skip_hidden.setChecked(self._plan.skips_hidden)
        self.skip_hidden.setVisible(any(hidden))
        self.read_hidden.setText(self.tr("Load %Ln hidden sheets", "", self._plan.hidden_sheets))
        self.read_hidden.setChecked(self._plan.reads_hidden_sheets)
        self.read_hidden.setVisible(self._plan.hidden_sheets > 0)
        self._how.setText(self._how_text(self._plan))

    def _how_text(self, plan: LoadPlan) -> str:
        """Whether the sheets become one delivery or several."""
        if len(plan.included) < 2:
            return ""
        if len(plan.calls()) == 1:
            is_alike = len({frozenset(table.targets) for table in plan.included}) == 1
            return self.tr("Sheets of the same shape are loaded together, as one delivery.") if is_alike else ""
        return self.tr("The sheets differ; each is loaded as a delivery of its own.")

    def _on_hidden(self) -> None:
        self.hidden_chosen.emit(self.skip_hidden.isChecked(), self.read_hidden.isChecked())

    def _on_include(self, is_included: bool) -> None:
        self.inclusion_chosen.emit(self._at, is_included)
