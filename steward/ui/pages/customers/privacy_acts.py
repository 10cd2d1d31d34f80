"""A person's rights on the page: the access pack, restriction, withdrawn consent, erasure; each asked for before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QMenu, QWidget

from steward.domain.history import BY_EXPORT
from steward.domain.identity import format_cin
from steward.domain.privacy import Channel
from steward.ui.dialogs.files import ask_target
from steward.ui.pages.customers.panel_acts import PanelActs
from steward.ui.pages.customers.privacy_texts import (
    confirm_content,
    erase_content,
    restrict_content,
    withdraw_content,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from steward.ui.number_mask import NumberMask
    from steward.ui.page import PageContext
    from steward.ui.pages.customers.side_panel import SidePanel
    from steward.workspace.customers.customer_views import CustomerView
    from steward.workspace.privacy.privacy_views import AccessPackReport, ErasePreview, EraseReport


class PrivacyActs(PanelActs):
    """Access, restriction, consent and erasure, each asked for in the panel."""

    def __init__(self, context: PageContext, panel: SidePanel, masking: NumberMask, parent: QWidget) -> None:
        super().__init__(context, panel, masking, parent)
        self._window = parent
        self._channels: frozenset[Channel] = frozenset()
        self._preview: ErasePreview | None = None
        self._reason = ""
        panel.row_chosen.connect(self._on_row)

    def menu(self, view: CustomerView) -> QMenu:
        """What can be asked for; the caller shows it."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look = self._context.look
        is_restricted = view.rights.is_restricted
        for icon, text, act in (
            ("file-text", self.tr("Access pack…"), self.ask_access_pack),
            (
                "lock-open" if is_restricted else "lock",
                self.tr("Lift the restriction…") if is_restricted else self.tr("Restrict…"),
                self.ask_restrict,
            ),
            ("bell-off", self.tr("Withdraw consent…"), self.ask_withdraw),
            ("eye-off", self.tr("Erase this person…"), self.ask_erase),
        ):
            action = menu.addAction(look.icon(icon), text)
            action.triggered.connect(act)
        return menu

    def show_menu(self, at: QPoint) -> None:
        """Open the menu at a place of the screen."""
        if self._view is not None:
            self.menu(self._view).popup(at)

    # access

    def ask_access_pack(self) -> None:
        """Ask for a file name and write all that is known of the person there."""
        view = self._view
        if view is None:
            return
        settings = self._context.settings
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = Path(settings.export_folder or documents) / f"CIN-{view.cin}.pdf"
        kinds = [self.tr("PDF document (*.pdf)"), self.tr("Excel workbook (*.xlsx)")]
        title = self.tr("Access pack of CIN {cin}").format(cin=format_cin(view.cin))
        path = ask_target(self._window, title, suggested, kinds)
        if path is not None:
            settings.export_folder = str(path.parent)
            self.write_access_pack(view.cin, path)

    def write_access_pack(self, cin: str, path: Path) -> None:
        """Write the pack to this file."""
        workspace = self._context.workspace
        self._context.jobs.write(lambda: workspace.access_pack(cin, path), self._on_packed, self._on_failed)

    def _on_packed(self, report: AccessPackReport) -> None:
        self._context.toast(self.tr("Access pack written: {file}").format(file=Path(report.path).name))
        self._context.events.announce(BY_EXPORT)

    # restriction

    def ask_restrict(self) -> None:
        """Open what restricting, or lifting it, does."""
        if self._view is not None:
            self._start(self._restrict)
            self._panel.present(restrict_content(self._view, self._masking.mask), self)

    def _restrict(self) -> None:
        view, workspace, reason = self._view, self._context.workspace, self._panel.typed_text
        if view is None:
            return
        if view.rights.is_restricted:
            self._write(lambda: workspace.unrestrict(view.cin, reason), self.tr("Restriction lifted"))
        else:
            self._write(lambda: workspace.restrict(view.cin, reason), self.tr("Restricted"))

    # consent

    def ask_withdraw(self) -> None:
        """Open the choice of channels."""
        if self._view is not None:
            self._start(self._withdraw)
            self._channels = frozenset({Channel.ALL})
            self._panel.present(withdraw_content(self._view, self._channels, ""), self)

    def _on_row(self, key: str) -> None:
        view = self._view
        if self._panel.presenter is not self or view is None or key not in set(Channel):
            return
        chosen = Channel(key)
        rest = self._channels - {Channel.ALL}
        # Every channel stands for all of them: it is chosen alone.
        self._channels = frozenset({chosen}) if chosen is Channel.ALL else rest ^ {chosen}
        self._panel.present(withdraw_content(view, self._channels, self._panel.typed_text), self)

    def _withdraw(self) -> None:
        view, workspace, reason = self._view, self._context.workspace, self._panel.typed_text
        if view is not None and self._channels:
            channels = sorted(self._channels)
            act = self.tr("Consent withdrawn")
            self._write(lambda: workspace.withdraw_consent(view.cin, channels, reason), act)

    # erasure

    def ask_erase(self) -> None:
        """Open all that would go."""
        view, workspace = self._view, self._context.workspace
        if view is not None:
            self._start(self._confirm_erase)
            self._context.jobs.read(lambda: workspace.preview_erase(view.cin), self._on_preview, self._on_failed)

    def _on_preview(self, preview: ErasePreview) -> None:
        if self._view is not None and self._view.cin == preview.cin:
            self._preview = preview
            numbers = self._view.numbers
            self._panel.present(erase_content(preview, self._context.language, self._masking.mask, numbers), self)

    def _confirm_erase(self) -> None:
        self._reason = self._panel.typed_text
        if not self._reason:
            self._context.toast(self.tr("Give a reason first; it is what the log keeps."))
        elif self._preview is not None:
            self._accept = self._erase
            self._panel.present(confirm_content(self._preview, self._masking.mask), self)

    def _erase(self) -> None:
        preview, workspace, reason = self._preview, self._context.workspace, self._reason
        if preview is not None:
            self._context.jobs.write(lambda: workspace.erase(preview.cin, reason), self._on_erased, self._on_failed)

    def _on_erased(self, report: EraseReport) -> None:
        self._panel.dismiss()
        text = (
            self.tr("CIN {cin} is erased.")
            if report.is_rewritten
            else self.tr("CIN {cin} is erased; the last traces leave the file when the store is opened next.")
        )
        self._context.toast(text.format(cin=format_cin(report.cin)))
        self.decided.emit()

    # common to all

    def _start(self, accept: Callable[[], None]) -> None:
        self._accept, self._preview, self._reason = accept, None, ""

    def _write(self, act: Callable[[], object], text: str) -> None:
        self._done_text = text
        self._context.jobs.write(act, self._on_written, self._on_failed)

    def _on_written(self, _done: object) -> None:
        self._panel.dismiss()
        self._context.toast(self._done_text)
        self.decided.emit()
