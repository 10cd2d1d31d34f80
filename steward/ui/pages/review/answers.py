"""What each answer of the steward does: one method per key that decides, sets aside or goes on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steward.domain.decisions import DecisionKind
from steward.domain.errors import VetoError
from steward.ui.pages.review.texts import merge_text
from steward.ui.pages.review.veto_dialog import VetoDialog
from steward.ui.words.sentences import decision_sentence, veto_sentence
from steward.workspace.decisions.log_views import DecisionView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.domain.decisions import Decision, Relation
    from steward.domain.records import RecordId
    from steward.ui.pages.review.answer_panel import AnswerPanel, Later
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
        self._page.context.toast(decision_sentence(shown, self._page.context.mask), self._session.undo)

    def on_undone(self, step: Step) -> None:
        """Say that it is as before."""
        self._page.context.toast(self.tr("Decision #{number} is taken back").format(number=step.decision_id))

    def on_redone(self, step: Step) -> None:
        """Say that it counts again."""
        self._page.context.toast(self.tr("Decided again, #{number}").format(number=step.decision_id))

    def _ready_draft(self) -> ReviewDraft | None:
        """The draft to decide on, with what is being typed kept."""
        return self._session.draft if self._page.pane.grid.finish_editing() else None

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
