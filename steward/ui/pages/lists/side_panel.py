"""The right side of a load: what is damaged or noteworthy, or one column looked at closely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from steward.ui.pages.lists.column_panel import ColumnPanel
from steward.ui.pages.lists.findings_panel import FindingsPanel
from steward.ui.pages.lists.layout_words import proof_cells
from steward.ui.pages.lists.part_tabs import PartTabs
from steward.ui.pages.lists.rule_panel import RulePanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.pages.lists.hand_kinds import HandKind
    from steward.ui.pages.lists.load_plan import TablePlan

_WIDTH, _NARROW_WIDTH = 324, 236


class SidePanel(QFrame):
    """Three parts under tabs; the form of a rule is there while it is filled in."""

    FINDINGS, COLUMN, RULE = range(3)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_narrow = False
        self._table: TablePlan | None = None
        self.setProperty("role", "card")
        self.findings = FindingsPanel(look, language)
        self.column = ColumnPanel(look, language)
        self.rule = RulePanel(look)
        self.tabs = PartTabs(look, (self.findings, self.column, self.rule))
        self.rule.closed.connect(self._on_rule_closed)
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

    def open_rule(self, kind: HandKind, header: str, attributes: Sequence[str]) -> None:
        """Show the form in which a column of the table is given a meaning by hand."""
        if self._table is not None:
            self.tabs.show_part(self.RULE)
            self.rule.open(kind, self._table, header, attributes)
            self.retranslate_tabs()

    def close_rule(self) -> None:
        """The form was taken, or is of no use any more."""
        self._on_rule_closed()

    def _on_rule_closed(self) -> None:
        if self.tabs.part == self.RULE:
            self.tabs.show_part(self.COLUMN)
        self.retranslate_tabs()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Give width to the columns where the window is small."""
        self._is_narrow = is_narrow
        self.setFixedWidth(self._look.px(_NARROW_WIDTH if is_narrow else _WIDTH))

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self.retranslate_tabs()
        self.findings.retranslate()
        self.column.retranslate()
        self.rule.retranslate()

    def retranslate_tabs(self) -> None:
        """The tabs that there are now."""
        texts = (self.tr("Before you load"), self.tr("Column"), self.tr("Rule"))
        self.tabs.set_texts(texts, (True, True, self.rule.is_open))

    def _renew(self) -> None:
        self.set_narrow(is_narrow=self._is_narrow)
        self.retranslate()
