"""The exports page: every file that left the store, when, by whom, and how many customers it held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from steward.domain.privacy import ExportKind
from steward.ui.labels import export_kind_label
from steward.ui.models.rows import Column, RowsModel
from steward.ui.page import Page, PageContext
from steward.ui.widgets.empty_state import EmptyState
from steward.ui.widgets.page_tabs import HISTORY_TABS, PageTabs
from steward.ui.widgets.row_table import RowTable
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.history import Subject
    from steward.domain.privacy import ExportEntry


def _icon(entry: ExportEntry) -> tuple[str, str]:
    return ("file-spreadsheet" if entry.kind is ExportKind.MASTER else "file-text"), "text2"


class ExportsPage(Page):
    """The register of exports. What a file held of one customer stands on the customer's page."""

    page_id = "exports"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look, language = context.look, context.language
        columns: list[Column[ExportEntry]] = [
            Column(lambda: self.tr("File"), lambda one: one.file_name, icon=_icon, weight=500),
            Column(lambda: self.tr("What"), lambda one: export_kind_label(one.kind), 150, tone="text2"),
            Column(lambda: self.tr("Customers"), lambda one: language.number(one.customer_count), 110, is_number=True),
            Column(lambda: self.tr("When"), lambda one: language.moment(one.exported_at), 150, tone="text2"),
            Column(lambda: self.tr("By"), lambda one: one.exported_by, 140, tone="text2", is_spare=True),
            Column(lambda: self.tr("As of entry"), lambda one: f"#{one.last_entry}", 110, tone="text2", is_spare=True),
        ]
        self.tabs = PageTabs(look, HISTORY_TABS, self.page_id)
        self.count_text = Text(look, "", tone="text2", tabular=True)
        self.model: RowsModel[ExportEntry] = RowsModel(columns, self)
        self.table = RowTable(look, self.model)
        self.empty = EmptyState(look, "file-spreadsheet")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.tabs.page_asked.connect(context.navigate)
        self.empty.asked.connect(self._on_empty)

    def title(self) -> str:
        return QCoreApplication.translate("HistoryPage", "History")

    def header_chips(self) -> list[QWidget]:
        return [self.tabs]

    def header_widgets(self) -> list[QWidget]:
        return [self.count_text]

    def first_focus(self) -> QWidget:
        return self.table

    def activated(self, **_arguments: object) -> None:
        """Read the register; an export changes nothing else, so nobody announces it."""
        self.context.jobs.read(self.context.workspace.exports, self._on_read)

    def refresh(self, subjects: frozenset[Subject]) -> None:
        """An erased person's access packs lose their names."""
        if self.isVisible():
            self.activated()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Exports"))
        self.empty.set_content(
            self.tr("No file has left this store yet. Every master and access pack will stand here."),
            self.tr("Write the master"),
        )
        self.model.retranslate()
        self._show_count()

    def _on_read(self, entries: Sequence[ExportEntry]) -> None:
        self.model.set_rows(entries)
        self._stack.setCurrentWidget(self.table if entries else self.empty)
        self._show_count()
        if entries:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _on_empty(self) -> None:
        self.context.actions.trigger("app.export")

    def _show_count(self) -> None:
        self.count_text.setText(self.tr("%Ln exports", "", self.model.rowCount()))
