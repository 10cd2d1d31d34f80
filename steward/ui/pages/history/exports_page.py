"""The exports page: every file that left the store, when, by whom, and how many customers it held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.privacy import ExportKind
from steward.ui.models.rows import Column
from steward.ui.pages.history.register_page import RegisterPage
from steward.ui.words.labels import export_kind_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from steward.domain.history import Subject
    from steward.domain.privacy import ExportEntry
    from steward.ui.page import PageContext


def _icon(entry: ExportEntry) -> tuple[str, str]:
    return ("file-spreadsheet" if entry.kind is ExportKind.MASTER else "file-text"), "text2"


class ExportsPage(RegisterPage):
    """The register of exports. What a file held of one customer stands on the customer's page."""

    page_id = "exports"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        language = context.language
        columns: list[Column[ExportEntry]] = [
            Column(lambda: self.tr("File"), lambda one: one.file_name, icon=_icon, weight=500),
            Column(lambda: self.tr("What"), lambda one: export_kind_label(one.kind), 150, tone="text2"),
            Column(lambda: self.tr("Customers"), lambda one: language.number(one.customer_count), 110, is_number=True),
            Column(lambda: self.tr("When"), lambda one: language.moment(one.exported_at), 150, tone="text2"),
            Column(lambda: self.tr("By"), lambda one: one.exported_by, 140, tone="text2", is_spare=True),
            Column(lambda: self.tr("As of entry"), lambda one: f"#{one.last_entry}", 110, tone="text2", is_spare=True),
        ]
        super().__init__(context, columns, "file-spreadsheet", context.workspace.exports, parent)
        self.counted.connect(self._show_count)
        self.empty.asked.connect(self._on_empty)

    def refresh(self, subjects: frozenset[Subject]) -> None:
        """A master was written; or a person was erased, whose access packs lose their names."""
        if self.isVisible():
            self.activated()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Exports"))
        self.empty.set_content(
            self.tr("No file has left this store yet. Every master and access pack will stand here."),
            self.tr("Export the master"),
        )
        super().retranslate()

    def _on_empty(self) -> None:
        self.context.actions.trigger("app.export")

    def _show_count(self) -> None:
        self.count_text.setText(self.tr("%Ln exports", "", self.model.rowCount()))
