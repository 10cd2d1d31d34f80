"""Looking at a customer as on an earlier day: asking for the day, writing its master, and going back to now."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths

from steward.domain.errors import StewardError
from steward.ui.dialogs.files import ask_target
from steward.ui.pages.customers.privacy_texts import as_of_content

if TYPE_CHECKING:
    from steward.ui.page import PageContext
    from steward.ui.pages.customers.customer_reader import CustomerReader
    from steward.ui.pages.customers.side_panel import SidePanel
    from steward.workspace.customer_views import CustomerView
    from steward.workspace.run_views import ExportReport


class AsOf(QObject):
    """Has the customer read as of the day that is agreed to in the side panel."""

    def __init__(self, context: PageContext, panel: SidePanel, reader: CustomerReader, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._panel, self._reader = context, panel, reader
        self._view: CustomerView | None = None
        self._last_day = ""
        panel.accepted.connect(self._on_accepted)

    def show_customer(self, view: CustomerView) -> None:
        """Whom the question is about."""
        self._view = view

    def ask(self) -> None:
        """Open the question for the day; the last one is offered again."""
        if self._view is not None:
            self._panel.present(as_of_content(self._view, self._last_day or self._view.since), self)

    def leave(self) -> None:
        """Show the customer as of now."""
        if self._view is not None:
            self._reader.read(self._view.cin)

    def ask_export(self) -> None:
        """Ask for a file name and write the unified master of the day that is shown."""
        path = self._ask_file(self.tr("Export the master of that day"), f"master-{self._last_day}")
        if path:
            self.export_to(path)

    def ask_customer_export(self) -> None:
        """Ask for a file name and write the customer as of the day that is shown."""
        if self._view is None:
            return
        title = self.tr("Export this customer as of that day")
        path = self._ask_file(title, f"{self._view.cin}-{self._last_day}")
        if path:
            self.export_to(path, self._view.cin)

    def export_to(self, path: Path, cin: str = "") -> None:
        """Write the unified master of the day that is shown to this file, or one customer of it."""
        self._context.settings.export_folder = str(path.parent)
        arguments = {"path": str(path), "as_of": self._last_day, "cin": cin or None}
        self._context.jobs.process("export", arguments, self._on_exported, self._on_failed)

    def _ask_file(self, title: str, name: str) -> Path | None:
        folder = self._context.settings.export_folder or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        suggested = Path(folder) / f"{self._context.workspace.path.stem}-{name}.xlsx"
        kinds = [self.tr("Excel workbook (*.xlsx)"), self.tr("Comma-separated (*.csv)"), self.tr("Parquet (*.parquet)")]
        return ask_target(self._panel.window(), title, suggested, kinds)

    def _on_exported(self, report: ExportReport) -> None:
        text = self.tr("%Ln customers written to {name}", "", report.customers).format(name=Path(report.path).name)
        self._context.toast(text)

    def _on_failed(self, error: Exception) -> None:
        # Bugs are shown by the jobs themselves.
        if isinstance(error, StewardError):
            self._context.problems.show(error)

    def _on_accepted(self) -> None:
        if self._panel.presenter is not self:
            return
        text = self._panel.typed_text
        try:
            self._last_day = date.fromisoformat(text).isoformat()
        except ValueError:
            self._context.toast(self.tr("“{text}” is no date; write it as 2026-05-31.").format(text=text))
            return
        self._panel.dismiss()
        if self._view is not None:
            self._reader.read(self._view.cin, self._last_day)
