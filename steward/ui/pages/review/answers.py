"""What each answer of the steward does: one method per key, on the page's session, grid and panels."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steward.domain.decisions import DecisionKind
from steward.domain.errors import DecisionError, VetoError
from steward.ui.pages.review.texts import merge_text
from steward.ui.pages.review.veto_dialog import VetoDialog
from steward.ui.problem_texts import translated
from steward.ui.wording import decision_sentence, veto_sentence
from steward.workspace.decisions.log_views import DecisionView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.domain.decisions import Decision, Relation
    from steward.domain.records import RecordId
    from steward.ui.pages.review.answer_panel import AnswerPanel, Later, LaterPanel, RelatePanel
    from steward.ui.pages.review.page import ReviewPage
    from steward.ui.pages.review.steps import Step
    from steward.workspace.review.review_draft import ReviewDraft


class Answers(QObject):
    """Decides nothing by itself: each call is one key or click of the steward."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self._session = page.session
        self._workspace = page.context.workspace
        self._veto: VetoDialog | None = None

    # deciding

    def approve(self) -> None:
        """Merge exactly what is shown; a veto asks for a reason first."""
        draft = self._ready_draft()
        if draft is None:
            return
        if self._page.free_split.is_on:
            self._page.free_split.panel.confirm()
        elif not draft.can_merge:
            self._page.context.toast(merge_text(draft))
        elif draft.vetoes:
            self._ask_reason(draft)
        else:
            self._session.decide(self._workspace.approve, self._on_failed)

    def reject(self) -> None:
        """No two members are the same."""
        if self._ready_draft() is not None:
            self._session.decide(self._workspace.reject, self._on_failed)

    def relate(self) -> None:
        """Ask how the members are related; asking again closes the question."""
        self._toggle(self._page.relate_panel)

    def relate_as(self, relation: Relation) -> None:
        """Different customers that belong together in this way."""
        if self._ready_draft() is not None:
            self._session.decide(lambda draft: self._workspace.relate(draft, relation), self._on_failed)

    def arrange(self, groups: Sequence[Sequence[RecordId]], reason: str | None = None) -> None:
        """Each group is one customer; against a veto it asks for a reason and tries again."""

        def on_failed(error: Exception) -> None:
            if isinstance(error, VetoError):
                again = partial(self.arrange, groups)
                self._ask(_vetoes_of(error), self.tr("Split it all the same"), again)
            else:
                self._session.failed.emit(error)

        self._session.decide(lambda draft: self._workspace.arrange(groups, reason, draft.view.id), on_failed)

    def defer(self) -> None:
        """Ask until when and why; the same key again takes what is proposed."""
        panel = self._page.later_panel
        if panel.is_open:
            panel.confirm()
        else:
            self._toggle(panel)

    def write_with_reason(self, work: Callable[..., Decision]) -> None:
        """Write a decision that leaves the cluster open; against a veto it asks for a reason and tries again."""

        def on_failed(error: Exception) -> None:
            if isinstance(error, VetoError):
                self._ask(_vetoes_of(error), self.tr("Move it all the same"), again)
            else:
                self._session.failed.emit(error)

        def again(reason: str) -> None:
            self._session.write_aside(lambda: work(reason=reason))

        self._session.write_aside(work, on_failed)

    def defer_until(self, later: Later) -> None:
        """Set the cluster aside."""

        def work(draft: ReviewDraft) -> Decision:
            until, reason = later.until or None, later.reason or None
            return self._workspace.defer(draft.view.id, until=until, reason=reason)

        if self._ready_draft() is not None:
            self._session.decide(work, self._on_failed)

    def skip(self) -> None:
        """Not now; it comes back at the end."""
        if self._page.pane.grid.finish_editing():
            self._session.skip()

    def next_cluster(self) -> None:
        """Look at the next cluster."""
        if self._page.pane.grid.finish_editing():
            self._session.go(1)

    def previous_cluster(self) -> None:
        """Look at the previous cluster."""
        if self._page.pane.grid.finish_editing():
            self._session.go(-1)

    # working on the draft

    def digit(self, number: int) -> None:
        """The answer under a digit while a panel asks, else the value of the member with this number."""
        if self._page.free_split.is_on:
            self._page.free_split.assign(number)
            return
        panels: tuple[RelatePanel | LaterPanel, ...] = (self._page.relate_panel, self._page.later_panel)
        for panel in panels:
            if panel.is_open:
                panel.choose(number)
                return
        record = self._record(number)
        attribute = self._page.pane.grid.current_attribute()
        if record is not None and attribute is not None:
            self.choose(attribute, record)

    def take_record(self, number: int) -> None:
        """The whole record of this member as basis."""
        record = self._record(number)
        if record is not None:
            self._session.change(lambda draft: draft.choose_record(record))

    def choose(self, attribute: str, record_id: RecordId) -> None:
        """This member's value; again: back to the rule."""
        self._session.change(lambda draft: draft.choose(attribute, record_id))

    def choose_text(self, attribute: str, text: str) -> None:
        """A typed value; an empty one goes back to the rule."""
        try:
            self._session.change(lambda draft: draft.choose_text(attribute, text))
        except DecisionError as err:
            self._page.pane.grid.refuse_value(attribute, text, translated(str(err)))

    def toggle_current(self) -> None:
        """Put the member under the focus in or out."""
        record = self._page.pane.grid.current_record()
        if record is not None:
            self.toggle(record)

    def toggle(self, record_id: RecordId) -> None:
        """Put a member in or out."""
        self._session.change(lambda draft: draft.toggle(record_id))

    def exclude_for_ever(self) -> None:
        """The member under the focus is not the same as the ones that are in: written at once."""
        draft, record = self._session.draft, self._page.pane.grid.current_record()
        if draft is None or record is None:
            return
        others = [member.record_id for member in draft.view.members if member.record_id in draft.included - {record}]
        if not others:
            return
        self._session.change(lambda changed: changed.exclude(record))
        self._session.write_aside(lambda: self._workspace.not_same(record, others))

    def apply_cut(self) -> None:
        """Leave out what the evidence would leave out; when it is so already, take all in again."""
        draft = self._session.draft
        if draft is None or not draft.view.proposed_out:
            return
        proposed = set(draft.view.proposed_out)
        goal = set() if proposed <= set(draft.excluded_numbers) else proposed

        def work(changed: ReviewDraft) -> None:
            for member in changed.view.members:
                changed.include(member.record_id)
            # Last, since a member takes the others of its customer along.
            for member in changed.view.members:
                if member.number in goal:
                    changed.exclude(member.record_id)

        self._session.change(work)

    def toggle_lock(self) -> None:
        """Lock the golden value of the field under the focus in its customer, or let rules choose again."""
        draft, attribute = self._session.draft, self._page.pane.grid.current_attribute()
        golden = self._page.pane.grid.model.table.rows[attribute].golden if attribute is not None else None
        if draft is None or attribute is None or golden is None or not draft.surviving_cin:
            return
        cin = draft.surviving_cin
        if golden.is_locked:
            self._session.write_aside(lambda: self._workspace.unlock(cin, attribute))
            return

        def work() -> Decision:
            stored = {value.attribute: value.value for value in self._workspace.golden(cin) if value.position == 0}
            if stored.get(attribute) != golden.value:
                # A lock keeps what is stored, and this value is only shown so far.
                raise DecisionError(self.tr("This value comes with the merge: merge first, then lock it."))
            return self._workspace.lock(cin, attribute)

        self._session.write_aside(work)

    # looking

    def toggle_folded(self) -> None:
        """Unfold or fold identical and empty rows."""
        grid = self._page.pane.grid
        grid.set_shows_folded(not grid.model.shows_folded)

    def toggle_standard(self) -> None:
        """Values as delivered, or standardized."""
        grid = self._page.pane.grid
        grid.set_shows_standard(not grid.model.shows_standard)
        self._page.pane.header.set_shows_standard(shows_standard=grid.model.shows_standard)

    def toggle_why(self) -> None:
        """Show the whole why card or its sentence; in blind mode, show it at all."""
        self._page.pane.toggle_why()

    def toggle_blind(self) -> None:
        """Hide score and evidence until the steward asks for them, or show them again."""
        self.set_blind(is_blind=not self._page.pane.is_blind)

    def set_blind(self, *, is_blind: bool) -> None:
        """Blind mode on or off."""
        self._page.pane.set_blind(is_blind=is_blind)
        self._page.sidebar.set_blind(is_blind=is_blind)

    # what came of it

    def on_decided(self, decision: Decision, draft: ReviewDraft) -> None:
        """One line with a way back."""
        kind = decision.kind
        if not isinstance(kind, DecisionKind):
            return
        shown = DecisionView(
            id=decision.id,
            kind=kind,
            title=draft.view.title,
            record_count=len(draft.included),
            attribute="",
            relation=decision.act.relation,
            decided_at=decision.decided_at,
            decided_by=decision.decided_by,
            reason=decision.reason,
            reversed_by=None,
            reverses=None,
        )
        self._page.context.toast(decision_sentence(shown), self._session.undo)

    def on_undone(self, step: Step) -> None:
        """Say that it is as before."""
        self._page.context.toast(self.tr("Decision #{number} is taken back").format(number=step.decision_id))

    def _ready_draft(self) -> ReviewDraft | None:
        """The draft to decide on, with what is being typed kept."""
        return self._session.draft if self._page.pane.grid.finish_editing() else None

    def _record(self, number: int) -> RecordId | None:
        draft = self._session.draft
        if draft is None:
            return None
        return next((member.record_id for member in draft.view.members if member.number == number), None)

    def _toggle(self, panel: AnswerPanel) -> None:
        if self._ready_draft() is None:
            return
        self._page.free_split.stop()
        for other in (self._page.relate_panel, self._page.later_panel):
            if other is not panel:
                other.hide()
        if panel.is_open:
            panel.close_panel()
        else:
            panel.open_panel()

    def _ask_reason(self, draft: ReviewDraft) -> None:
        self._ask(draft.vetoes, merge_text(draft).rstrip("…"), self._approve_with_reason)

    def _ask(self, vetoes: Sequence[str], outcome: str, on_reason: Callable[[str], object]) -> None:
        if self._veto is not None:
            return
        dialog = VetoDialog(self._page.context.look, veto_sentence(vetoes), outcome, self._page)
        dialog.reason_given.connect(on_reason)
        dialog.finished.connect(self._on_veto_closed)
        self._veto = dialog
        dialog.open()

    def _approve_with_reason(self, reason: str) -> None:
        self._session.decide(lambda draft: self._workspace.approve(draft, reason=reason), self._on_failed)

    def _on_veto_closed(self) -> None:
        if self._veto is not None:
            self._veto.deleteLater()
        self._veto = None

    def _on_failed(self, error: Exception) -> None:
        draft = self._session.draft
        if isinstance(error, VetoError) and draft is not None:
            self._ask_reason(draft)
        else:
            self._session.failed.emit(error)


def _vetoes_of(error: VetoError) -> tuple[str, ...]:
    """The attributes that forbid it."""
    found = error.arguments.get("attributes", ())
    return tuple(map(str, found)) if isinstance(found, tuple | list) else ()
