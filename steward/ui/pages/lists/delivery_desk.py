"""What a steward does about lists that are in the store: undo a delivery, mend rows held back, set how it is taken."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from steward.domain.decisions import DecisionKind
from steward.domain.errors import DecisionError
from steward.domain.history import BY_DECISION, BY_DELIVERY
from steward.domain.quarantine import QuarantineState
from steward.ui.dialogs.list_files import save_dialog
from steward.ui.number_mask import NumberMask, Shown
from steward.ui.pages.lists.changes_desk import ChangesDesk
from steward.ui.pages.lists.detail_frame import DetailFrame
from steward.ui.pages.lists.quarantine_view import QuarantineView
from steward.ui.pages.lists.source_settings_view import SourceSettingsView
from steward.ui.reveal import Reveal
from steward.ui.words.masking import Mask
from steward.ui.words.report_card import card_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from steward.domain.decisions import Decision
    from steward.domain.quarantine import QuarantinedRow
    from steward.domain.records import Delivery
    from steward.domain.source_settings import SourceSettings
    from steward.ui.page import PageContext
    from steward.ui.pages.lists.overview import Overview
    from steward.workspace.customers.rule_views import Rules
    from steward.workspace.decisions.log_views import ReversePreview
    from steward.workspace.lists.list_views import ImportReport
    from steward.workspace.views import StoreSummary

    #: Rows of a source that were held back, and its columns that hold numbers of people.
    _HeldRows = tuple[Sequence[QuarantinedRow], frozenset[str]]


class DeliveryDesk(QObject):
    """``opened(frame)`` when a part is to be seen, ``written(subjects)`` after the store changed, ``failed(error)``."""

    opened = Signal(QWidget)
    written = Signal(object)
    failed = Signal(object)

    def __init__(self, context: PageContext, overview: Overview, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._overview = context, overview
        look, language = context.look, context.language
        self._source = ""
        self._quarantine = QuarantineView(look, language, context.actions)
        self._settings = SourceSettingsView(look)
        self.quarantine = DetailFrame(look, self._quarantine)
        self.settings = DetailFrame(look, self._settings)
        self.changes = ChangesDesk(context, self)
        self.masking = NumberMask(context.settings, self)
        self._held: Sequence[QuarantinedRow] = ()
        self._numbers: frozenset[str] = frozenset()
        overview.undo_asked.connect(self._ask_undo)
        overview.undo_agreed.connect(self.undo)
        overview.quarantine_asked.connect(self.open_quarantine)
        overview.settings_asked.connect(self.open_settings)
        overview.changes_asked.connect(self.changes.open)
        self.changes.opened.connect(self.opened)
        self.changes.failed.connect(self.failed)
        self.masking.changed.connect(self._show_rows)
        context.actions.bind(self.quarantine, "lists.reveal", Reveal(context, self.masking, self).toggle)
        overview.card_asked.connect(self._ask_card)
        self._quarantine.mended.connect(self._mend)
        self._quarantine.reload_asked.connect(self._reload)
        self._quarantine.dismiss_asked.connect(self._dismiss)
        self._quarantine.release_asked.connect(self._release)
        self._settings.changed.connect(self._set_settings)
        self._settings.trust_chosen.connect(self._set_trust)

    @property
    def frames(self) -> tuple[DetailFrame, ...]:
        """The parts that can be opened."""
        return self.quarantine, self.settings, self.changes.frame

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        for part in (self.quarantine, self.settings, self._quarantine, self._settings, self.changes):
            part.retranslate()
        self._name()

    def look_up_overview(self) -> tuple[StoreSummary, Counter[str]]:
        """The sources, and how many rows of each are held back; for a thread of its own."""
        rows = self._context.workspace.quarantined()
        held = Counter(row.source_name for row in rows if row.state is QuarantineState.HELD)
        return self._context.workspace.summary(), held

    # undoing a delivery

    def _ask_undo(self, delivery: Delivery) -> None:
        workspace = self._context.workspace

        def look_up() -> tuple[Delivery, ReversePreview]:
            for decision in workspace.decisions():
                is_it = decision.kind is DecisionKind.DELIVERY and decision.act.delivery_id == delivery.id
                if is_it and decision.is_in_force:
                    return delivery, workspace.preview_reverse(decision.id)
            raise DecisionError("This delivery is already undone; History shows by whom.")

        self._context.jobs.read(look_up, self._on_undo_preview, self._fail)

    def _on_undo_preview(self, answer: tuple[Delivery, ReversePreview]) -> None:
        self._overview.show_preview(*answer)

    def undo(self, decision_id: int) -> None:
        """Undo what a decision did, with a toast that undoes the undoing."""
        workspace = self._context.workspace
        self._context.jobs.write(lambda: workspace.reverse(decision_id), self._on_undone, self._fail)

    def _on_undone(self, decision: Decision) -> None:
        self._context.toast(self.tr("Delivery undone"), partial(self.undo, decision.id))
        self.written.emit(BY_DELIVERY)

    # what a delivery brought

    def _ask_card(self, delivery: Delivery) -> None:
        name = f"{delivery.source_name} {delivery.loaded_at:%Y-%m-%d}.xlsx"
        kind = self.tr("Excel workbook (*.xlsx)")
        dialog = save_dialog(self._overview, self.tr("Save the report card"), kind, name)
        dialog.filesSelected.connect(lambda names: self.save_card(delivery, Path(names[0])))
        dialog.open()

    def save_card(self, delivery: Delivery, path: Path) -> None:
        """Write what is good and wrong in a delivery, in the language of the window."""
        arguments = {"delivery_id": delivery.id, "path": str(path), "wording": card_texts().__getitem__}
        self._context.jobs.process("save_report_card", arguments, self._on_card, self._fail)

    def _on_card(self, path: Path) -> None:
        self._context.toast(self.tr("The report card is saved as {file}").format(file=path.name))

    # rows that were held back

    def open_quarantine(self, source: str) -> None:
        """Show the rows of a source that were held back."""
        self._source = source
        self._read_rows(self._on_rows_to_open)

    def _read_rows(self, on_done: Callable[[_HeldRows], None]) -> None:
        workspace, source = self._context.workspace, self._source
        self._context.jobs.read(
            lambda: (workspace.quarantined(source), workspace.number_columns(source)), on_done, self._fail
        )

    def _on_rows_to_open(self, answer: _HeldRows) -> None:
        self._on_rows(answer)
        self._name()
        self.opened.emit(self.quarantine)
        self._quarantine.list.setFocus()

    def _on_rows(self, answer: _HeldRows) -> None:
        self._held, self._numbers = answer
        # They are no records yet: the look is logged by the name of their list.
        self.masking.follow(Shown(self._source, file_name=self._source))
        self._show_rows()

    def _show_rows(self) -> None:
        self._quarantine.set_hidden(self._numbers if self.masking.mask is Mask.ON else frozenset())
        self._quarantine.show_rows(self._held)

    def _mend(self, row: QuarantinedRow, cells: Mapping[str, str]) -> None:
        workspace = self._context.workspace
        self._context.jobs.write(lambda: workspace.mend_row(row.id, cells), self._on_mended, self._fail)

    def _on_mended(self, _nothing: object) -> None:
        self._read_rows(self._on_rows)

    def _reload(self, row: QuarantinedRow) -> None:
        workspace = self._context.workspace
        self._context.jobs.write(lambda: workspace.reload_rows([row.id]), self._on_reloaded, self._fail)

    def _on_reloaded(self, report: ImportReport) -> None:
        self._context.toast(self.tr("%Ln rows of {source} loaded", "", report.rows_read).format(source=report.source))
        self._read_rows(self._on_rows)
        self.written.emit(BY_DELIVERY)

    def _release(self, row: QuarantinedRow, reason: str) -> None:
        workspace = self._context.workspace
        self._context.jobs.write(lambda: workspace.release(row.id, reason), self._on_released, self._fail)

    def _on_released(self, decision: Decision) -> None:
        text = self.tr("The next delivery that holds the row loads it")
        self._context.toast(text, partial(self._take_back, decision.id))
        self._after_decision()

    def _dismiss(self, row: QuarantinedRow) -> None:
        workspace = self._context.workspace
        self._context.jobs.write(lambda: workspace.dismiss_rows([row.id]), self._on_dismissed, self._fail)

    def _on_dismissed(self, decision: Decision) -> None:
        self._context.toast(self.tr("Noted: it is no customer"), partial(self._take_back, decision.id))
        self._after_decision()

    def _take_back(self, decision_id: int) -> None:
        workspace = self._context.workspace
        self._context.jobs.write(lambda: workspace.reverse(decision_id), self._after_decision, self._fail)

    def _after_decision(self, _decision: object = None) -> None:
        self._read_rows(self._on_rows)
        self.written.emit(BY_DECISION)

    # how the deliveries of a source are taken

    def open_settings(self, source: str) -> None:
        """Show how the deliveries of a source are taken."""
        self._source = source
        workspace = self._context.workspace

        def look_up() -> tuple[SourceSettings, tuple[str, ...], str, tuple[str, ...]]:
            record = next(iter(workspace.records(source)), None)
            columns = tuple(record.raw) if record else ()
            return workspace.source_settings(source), columns, source, workspace.rules().trusted_sources

        self._context.jobs.read(look_up, self._on_settings, self._fail)

    def _on_settings(self, answer: tuple[SourceSettings, tuple[str, ...], str, tuple[str, ...]]) -> None:
        self._settings.show_settings(*answer)
        self._name()
        self.opened.emit(self.settings)

    def _set_settings(self, settings: SourceSettings) -> None:
        workspace, source = self._context.workspace, self._source
        self._context.jobs.write(lambda: workspace.set_source_settings(source, settings), None, self._fail)

    def _set_trust(self, trusted: tuple[str, ...]) -> None:
        """An act like any other change of the rules: golden values are chosen anew, and it can be undone."""
        workspace = self._context.workspace

        def rules() -> Rules:
            return replace(workspace.rules(), trusted_sources=trusted)

        self._context.jobs.read(rules, self._save_rules, self._fail)

    def _save_rules(self, rules: Rules) -> None:
        self._context.jobs.process("set_rules", {"rules": rules}, self._on_trusted, self._fail)

    def _on_trusted(self, decision: Decision) -> None:
        self._context.toast(self.tr("Golden values were chosen anew"), partial(self.undo_trust, decision.id))
        self.written.emit(BY_DECISION)

    def undo_trust(self, decision_id: int) -> None:
        """Go back to the rules before, and show what they say of the list."""
        workspace = self._context.workspace
        self._context.jobs.write(lambda: workspace.reverse(decision_id), self._on_trust_undone, self._fail)

    def _on_trust_undone(self, _decision: Decision) -> None:
        self.written.emit(BY_DECISION)
        self.open_settings(self._source)

    def _name(self) -> None:
        self.quarantine.set_title(self.tr("Rows of {source} that were held back").format(source=self._source))
        self.settings.set_title(
            self.tr("How deliveries of {source} are taken").format(source=self._source),
            self.tr("Changes are kept at once and count from the next delivery on."),
        )

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
