"""The right side of a load: what is damaged or noteworthy, or one column looked at closely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from steward.ui.pages.lists.column_panel import ColumnPanel
from steward.ui.pages.lists.findings_panel import FindingsPanel
from steward.ui.pages.lists.layout_words import proof_cells
from steward.ui.pages.lists.part_tabs import PartTabs

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import TablePlan

_WIDTH, _NARROW_WIDTH = 324, 236


class SidePanel(QFrame):
    """Two parts under tabs."""

    FINDINGS, COLUMN = range(2)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_narrow = False
        self._table: TablePlan | None = None
        self.setProperty("role", "card")
        self.findings = FindingsPanel(look, language)
        self.column = ColumnPanel(look, language)
        self.tabs = PartTabs(look, (self.findings, self.column))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, look.s2)
        layout.addWidget(self.tabs)
        look.changed.connect(self._renew)
        self._renew()

    def show_table(self, table: TablePlan) -> None:
        """What was found in this table."""
        self._table = table
        self.findings.show_findings(table.preview.findings, proof_cells(table.preview.sample))

    def show_column(self, header: str) -> None:
        """Look at this column of the table; the tab in view stays."""
        if self._table is None:
            return
        column = next((one for one in self._table.preview.columns if one.header == header), None)
        if column is not None:
            self.column.show_column(column, self._table.targets[header])

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Give width to the columns where the window is small."""
        self._is_narrow = is_narrow
        self.setFixedWidth(self._look.px(_NARROW_WIDTH if is_narrow else _WIDTH))

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self.tabs.set_texts((self.tr("Before you load"), self.tr("Column")))
        self.findings.retranslate()
        self.column.retranslate()

    def _renew(self) -> None:
        self.set_narrow(is_narrow=self._is_narrow)
        self.retranslate()
