"""Cells that prove how a column is read: row, cell and what becomes of it, those that decide it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from steward.ui.pages.lists.list_words import proof_value
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from steward.ui.look import Look
    from steward.workspace.lists.list_views import CellProof, Finding

_ROW, _CELL, _VALUE = range(3)


class ProofTable(QWidget):
    """One line for each cell; a caption parts those that decide a reading from those that follow it."""

    def __init__(self, look: Look, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._finding = look, finding
        self._lines = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.s2)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(_CELL, 1)
        for column, title in enumerate((self.tr("Row"), self.tr("Cell"), self.tr("Read as"))):
            self._put(column, Text(look, title, "small", tone="text2"))
        self._lines += 1
        deciding = [proof for proof in finding.proofs if proof.is_decisive]
        following = [proof for proof in finding.proofs if not proof.is_decisive]
        if deciding and following:
            self._add_caption(self.tr("These decide:"))
        self._add_lines(deciding)
        if deciding and following:
            self._add_caption(self.tr("These follow:"))
        self._add_lines(following)

    def _add_caption(self, text: str) -> None:
        caption = Text(self._look, text, "small", tone="text2", wraps=True)
        self._grid.addWidget(caption, self._lines, 0, 1, _VALUE + 1)
        self._lines += 1

    def _add_lines(self, proofs: list[CellProof]) -> None:
        for proof in proofs:
            self._put(_ROW, Text(self._look, QLocale().toString(proof.row), "small", tone="text2", tabular=True))
            self._put(_CELL, Text(self._look, proof.cell, "small", tabular=True, wraps=True))
            value = proof_value(self._finding, proof)
            self._put(_VALUE, Text(self._look, value, "small", weight=500, tabular=True))
            self._lines += 1

    def _put(self, column: int, text: Text) -> None:
        self._grid.addWidget(text, self._lines, column, Qt.AlignmentFlag.AlignTop)
