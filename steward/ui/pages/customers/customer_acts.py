"""What a steward can do with a customer: see origins, type or lock a value, take a record out, relate, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from steward.domain.decisions import Relation
from steward.ui.pages.customers.panel_acts import PanelActs
from steward.ui.pages.customers.panel_texts import (
    edit_content,
    origin_content,
    relation_content,
    take_out_content,
    undo_content,
)
from steward.ui.words.values import typed_value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from steward.domain.decisions import Decision
    from steward.domain.records import RecordId
    from steward.ui.number_mask import NumberMask
    from steward.ui.page import PageContext
    from steward.ui.pages.customers.side_panel import PanelContent, SidePanel
    from steward.ui.words.masking import Mask
    from steward.workspace.customers.customer_views import CustomerRecord, CustomerView, ProposedRelation
    from steward.workspace.decisions.log_views import ReversePreview


class CustomerActs(PanelActs):
    """Each act is previewed in the panel; ``customer_asked`` names whom the steward wants to see before they answer."""

    customer_asked = Signal(str)

    def __init__(self, context: PageContext, panel: SidePanel, masking: NumberMask, parent: QObject) -> None:
        super().__init__(context, panel, masking, parent)
        self._content: Callable[[Mask], PanelContent] | None = None
        self._attribute = ""
        self._record_id: RecordId | None = None
        self._proposal: ProposedRelation | None = None
        self._relation = Relation.OTHER
        self._decision_id = 0
        self._is_taking_out = False
        panel.secondary_chosen.connect(self._on_secondary)
        panel.row_chosen.connect(self._on_row)
        panel.choice_made.connect(self._on_choice)
        panel.refused.connect(self._on_refused)
        panel.closed.connect(self._forget)

    # where a value comes from

    def ask_origin(self, attribute: str) -> None:
        """Open what every record says for this attribute."""
        view = self._view
        if view is None:
            return
        self._start(attribute=attribute)
        workspace = self._context.workspace

        def look_up() -> tuple[str, str, Mapping[RecordId, str]]:
            values = {}
            for record in view.records:
                found = workspace.record(record.source.name, record.source_key)
                values[record.record_id] = found.first_standard(attribute) or found.first(attribute)
            return view.cin, attribute, values

        self._context.jobs.read(look_up, self._on_origin)

    def _on_origin(self, answer: tuple[str, str, Mapping[RecordId, str]]) -> None:
        cin, attribute, values = answer
        if self._view is not None and self._view.cin == cin and self._attribute == attribute:
            view, language = self._view, self._context.language
            self._present(lambda mask: origin_content(view, attribute, values, language, mask))

    def ask_edit(self, attribute: str) -> None:
        """Open a field to type another golden value."""
        view = self._view
        if view is not None:
            self._start(attribute=attribute, accept=self._override)
            self._present(lambda mask: edit_content(view, attribute, mask))

    def toggle_lock(self, attribute: str) -> None:
        """Lock the value as it stands, or hand it back to the rule."""
        view, workspace = self._view, self._context.workspace
        if view is None:
            return
        is_locked = any(value.is_locked for value in view.values if value.attribute == attribute)
        act = workspace.unlock if is_locked else workspace.lock
        text = self.tr("Value unlocked") if is_locked else self.tr("Value locked")
        self._write(lambda: act(view.cin, attribute), text)

    def _override(self) -> None:
        view, attribute = self._view, self._attribute
        value = typed_value(attribute, self._panel.typed_text)
        if not value and self._masking.mask.hides(attribute):
            # The field was empty because the value is masked: that is no wish to have none.
            self._panel.dismiss()
        elif view is not None:
            workspace = self._context.workspace
            self._write(lambda: workspace.override(view.cin, attribute, value), self.tr("Value changed"))

    # taking a record out

    def ask_take_out(self) -> None:
        """Open the choice of the record that is somebody else."""
        if self._view is None:
            return
        if len(self._view.records) < 2:
            self._context.toast(self.tr("This customer has one record only; there is nothing to take out."))
        else:
            self._start(is_taking_out=True, accept=self._take_out)
            self._present_take_out(self._view, None)

    def _on_row(self, key: str) -> None:
        if self._panel.presenter is not self or not self._is_taking_out or self._view is None:
            return
        chosen = next((record for record in self._view.records if str(record.record_id) == key), None)
        self._record_id = chosen.record_id if chosen else None
        self._present_take_out(self._view, chosen)

    def _present_take_out(self, view: CustomerView, chosen: CustomerRecord | None) -> None:
        language = self._context.language
        self._present(lambda mask: take_out_content(view, chosen, language, mask))

    def _take_out(self) -> None:
        record_id = self._record_id
        if record_id is not None:
            workspace = self._context.workspace
            self._write(lambda: workspace.take_out(record_id), self.tr("Record taken out"))

    # who belongs together

    def ask_relation(self, proposal: ProposedRelation) -> None:
        """Open what says that another customer belongs to this one."""
        if self._view is None:
            return
        language = self._context.language
        self._start(accept=self._relate)
        self._proposal, self._relation = proposal, proposal.relation
        # The other customer's numbers stay masked where only this one's were revealed.
        self._present(lambda _mask: relation_content(proposal, self._relation, language, self._masking.elsewhere))

    def _on_choice(self, key: str) -> None:
        if self._panel.presenter is self:
            self._relation = Relation(key)

    def _on_refused(self) -> None:
        if self._panel.presenter is self:
            self._refuse()

    def _relate(self) -> None:
        proposal, relation, workspace = self._proposal, self._relation, self._context.workspace
        if proposal is not None:
            act = self.tr("Recorded: they belong together")
            self._write(lambda: workspace.related(*proposal.record_ids, relation), act)

    def _refuse(self) -> None:
        proposal, workspace = self._proposal, self._context.workspace
        if proposal is not None:
            act = self.tr("Recorded: they are not related")
            self._write(lambda: workspace.unrelated(*proposal.record_ids), act)

    # undoing

    def ask_undo(self, decision_id: int) -> None:
        """Open what undoing a decision would change."""
        self._start(decision_id=decision_id, accept=self._undo)
        workspace = self._context.workspace
        self._context.jobs.read(lambda: workspace.preview_reverse(decision_id), self._on_preview)

    def _on_preview(self, preview: ReversePreview) -> None:
        if preview.decision.id == self._decision_id:
            self._present(lambda mask: undo_content(preview, mask))

    def _undo(self) -> None:
        decision_id, workspace = self._decision_id, self._context.workspace
        text = self.tr("Undone: #{number}").format(number=decision_id)
        self._write(lambda: workspace.reverse(decision_id), text)

    # common to all

    def show_anew(self) -> None:
        """Masking or the language was switched: what the panel says, it says anew."""
        if self._content is not None and self._panel.presenter is self and not self._panel.isHidden():
            self._panel.present(self._content(self._masking.mask), self)

    def _present(self, content: Callable[[Mask], PanelContent]) -> None:
        self._content = content
        self._panel.present(content(self._masking.mask), self)

    def _on_secondary(self) -> None:
        if self._panel.presenter is not self:
            return
        if self._attribute:
            self.toggle_lock(self._attribute)
        elif self._proposal is not None:
            self.customer_asked.emit(self._proposal.cin)

    def _start(
        self,
        *,
        attribute: str = "",
        decision_id: int = 0,
        is_taking_out: bool = False,
        accept: Callable[[], None] | None = None,
    ) -> None:
        self._attribute, self._decision_id, self._is_taking_out = attribute, decision_id, is_taking_out
        self._record_id, self._proposal, self._accept, self._content = None, None, accept, None

    def _forget(self) -> None:
        self._start()

    def _write(self, act: Callable[[], Decision], text: str) -> None:
        self._done_text = text
        self._context.jobs.write(act, self._on_written, self._on_failed)

    def _on_written(self, decision: Decision) -> None:
        self._panel.dismiss()
        number = decision.id
        self._context.toast(self._done_text, lambda: self._reverse_at_once(number))
        self.decided.emit()

    def _reverse_at_once(self, decision_id: int) -> None:
        workspace = self._context.workspace
        self._done_text = self.tr("Undone: #{number}").format(number=decision_id)
        self._context.jobs.write(lambda: workspace.reverse(decision_id), self._on_reversed, self._on_failed)

    def _on_reversed(self, _decision: Decision) -> None:
        self._context.toast(self._done_text)
        self.decided.emit()
