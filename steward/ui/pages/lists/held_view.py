"""Rows that a load would hold back, each with its reason; the cells stay as delivered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steward.ui.models.rows import Column, RowsModel
from steward.ui.pages.lists.quarantine_words import reason_sentence
from steward.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.quarantine import HeldRow
    from steward.ui.language import Language
    from steward.ui.look import Look

translate = QCoreApplication.translate


class HeldView(QWidget):
    """One line for each row; nothing is decided here, since nothing is loaded yet."""

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(
            (
                Column(lambda: translate("HeldView", "Row"), lambda row: language.number(row.row), 80, is_number=True),
                Column(lambda: translate("HeldView", "Why it is held back"), _reason, 320, weight=600),
                Column(lambda: translate("HeldView", "As delivered"), cells_text, tone="text2"),
            ),
            self,
        )
        self.view = RowTable(look, self.rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.retranslate()

    def show_rows(self, rows: Sequence[HeldRow]) -> None:
        """Show these rows."""
        self.rows.set_rows(rows)

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self.view.setAccessibleName(self.tr("Rows that would be held back"))
        self.rows.retranslate()


def cells_text(row: HeldRow) -> str:
    """The filled cells of a row in one line."""
    return "  ·  ".join(cell for cell in row.cells.values() if cell.strip())


def _reason(row: HeldRow) -> str:
    return reason_sentence(row.reason, row.arguments)
