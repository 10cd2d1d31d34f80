"""The learning page: what decisions would teach the matching, shown whole before it is applied; and a few questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from steward.domain.errors import Cancelled, StewardError
from steward.domain.history import BY_DECISION, BY_MATCH, Subject
from steward.ui.page import Page, PageContext
from steward.ui.pages.learning.cards import ClusterChanges, Contradiction, Contradictions, WeightChanges
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.card import Card
from steward.ui.widgets.empty_state import EmptyState
from steward.ui.widgets.idle_keyboard import take_idle_keyboard
from steward.ui.widgets.page_tabs import SETTINGS_TABS, PageTabs
from steward.ui.widgets.text import Text
from steward.ui.widgets.work_row import WorkRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.ui.jobs import DoneCallback, Job
    from steward.workspace.decisions.log_views import DecisionView
    from steward.workspace.match_runs.run_views import GroupLine, LearningProposal, MatchReport

#: Clusters that are listed one by one; all are counted.
LISTED = 2000


@dataclass(frozen=True, slots=True)
class _Shown:
    """A proposal with what is said about it."""

    proposal: LearningProposal
    formed: list[GroupLine]
    dissolved: list[GroupLine]
    decisions: list[DecisionView]


class LearningPage(Page):
    """Nothing is learnt silently: propose, look, apply or leave."""

    page_id = "learning"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = context.look
        self.tabs = PageTabs(look, SETTINGS_TABS, self.page_id)
        self._teaching, self._has_learnt = 0, False
        self._shown: _Shown | None = None
        self._job: Job | None = None
        self._head = Card(look)
        self.figure = Text(look, "", "heading", tabular=True)
        self._note = Text(look, "", tone="text2", wraps=True)
        self.work = WorkRow(look)
        self.clusters, self.weights = ClusterChanges(context), WeightChanges(context)
        self.contradictions = Contradictions(context)
        self.empty = EmptyState(look, "graduation-cap")
        self.ask_button = KeyButton(look, height="action")
        self.forget_button = KeyButton(look, kind="ghost", height="action")
        self.leave_button = KeyButton(look, height="action")
        self.apply_button = KeyButton(look, kind="primary", height="action")
        self._build()
        self._connect()

    def title(self) -> str:
        return QCoreApplication.translate("SettingsPage", "Settings")

    def header_chips(self) -> list[QWidget]:
        return [self.tabs]

    def activated(self, **arguments: object) -> None:
        """Count what there is to learn from."""
        workspace = self.context.workspace
        self.context.jobs.read(lambda: (workspace.teaching_count(), workspace.has_learnt()), self._on_counted)

    def refresh(self, subjects: frozenset[Subject]) -> None:
        """A proposal is about the decisions that it was made from; newer ones make it old."""
        if subjects & {Subject.DECISIONS, Subject.CLUSTERS}:
            self._shown = None
            if self.isVisible():
                self.activated()
            self._show()

    def retranslate(self) -> None:
        for card in (self.clusters, self.weights, self.contradictions):
            card.retranslate()
        self.forget_button.set_content(self.tr("Forget what was learnt"))
        self.leave_button.set_content(self.tr("Leave it"), key=self.context.actions.key_text("learning.leave"))
        self.ask_button.set_content(self.tr("12 quick questions"), key=self.context.actions.key_text("app.questions"))
        self._show()

    # acts

    def answer(self) -> None:
        """Ask for the proposal; when it is on screen, apply it."""
        if not self.apply_button.isEnabled():
            return
        if self._shown is None:
            self._run("propose_learning", {}, self._on_proposed)
        else:
            self._run("apply_learning", {"proposal": self._shown.proposal}, self._on_applied)

    def leave(self) -> None:
        """Learn nothing."""
        if self._job is not None:
            self._job.cancel()
        self._end()
        self._shown = None
        self._show()

    def forget(self) -> None:
        """Compare everything anew with weights that no decision shaped."""
        self._run("forget_learning", {}, self._on_forgotten)

    # under way

    def _run(self, verb: str, arguments: Mapping[str, object], on_done: DoneCallback) -> None:
        self.work.begin()
        job = self.context.jobs.process(verb, arguments, on_done, self._on_failed, self.work.report)
        self._job = None if job.is_finished else job
        self._show()

    def _end(self) -> None:
        self._job = None
        self.work.end()

    def _on_counted(self, found: tuple[int, bool]) -> None:
        self._teaching, self._has_learnt = found
        self._show()

    def _on_proposed(self, proposal: LearningProposal) -> None:
        self._end()
        workspace = self.context.workspace

        def work() -> _Shown:
            named = sorted({*proposal.contradicted_before, *proposal.contradicted_after}, reverse=True)
            return _Shown(
                proposal,
                workspace.describe_groups(proposal.formed[:LISTED]),
                workspace.describe_groups(proposal.dissolved[:LISTED]),
                [workspace.decision(number) for number in named],
            )

        self.context.jobs.read(work, self._on_described)

    def _on_described(self, shown: _Shown) -> None:
        self._shown = shown
        proposal = shown.proposal
        self.clusters.show_changes(shown.formed, shown.dissolved)
        self.weights.model.set_rows(proposal.weights)
        before, after = set(proposal.contradicted_before), set(proposal.contradicted_after)
        self.contradictions.model.set_rows(
            [Contradiction(one, one.id in before, one.id in after) for one in shown.decisions]
        )
        self._show()

    def _on_applied(self, report: MatchReport) -> None:
        self._finish(self.tr("Learnt. %Ln clusters wait now.", "", report.open_clusters))

    def _on_forgotten(self, report: MatchReport) -> None:
        self._finish(self.tr("Forgotten. %Ln clusters wait now.", "", report.open_clusters))

    def _finish(self, text: str) -> None:
        self._end()
        self._shown = None
        self.context.events.announce(BY_DECISION | BY_MATCH, self)
        self.context.toast(text)
        self.activated()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self._show()
        if isinstance(error, StewardError) and not isinstance(error, Cancelled):
            self.context.problems.show(error)

    # what is shown

    def _show(self) -> None:
        shown, is_idle = self._shown, self._job is None
        self._stack.setCurrentWidget(self.empty if shown is None else self._whole)
        self.empty.set_content(
            self.tr(
                "Decisions show what counts in these lists. Steward works out what would change, shows all of it, and "
                "learns only when you say so."
            )
            if self._teaching
            else self.tr("There is nothing to learn from yet. Merge records or set some apart first."),
            "" if self._teaching else self.tr("To the review"),
        )
        key = self.context.actions.key_text("learning.apply")
        if shown is None:
            self.apply_button.set_content(self.tr("Learn from %Ln decisions", "", self._teaching), key=key)
        else:
            self.apply_button.set_content(self.tr("Apply what was learnt"), key=key)
            self._show_figures(shown.proposal)
        self.apply_button.setEnabled(is_idle and self._teaching > 0)
        # One of the two has a meaning at a time, and a narrow window has no room for both.
        has_something_to_leave = shown is not None or not is_idle
        self.leave_button.setVisible(has_something_to_leave)
        self.ask_button.setVisible(not has_something_to_leave)
        self.forget_button.setVisible(self._has_learnt)
        self.forget_button.setEnabled(is_idle)
        take_idle_keyboard(self.apply_button if self._teaching else self.empty.button)

    def _show_figures(self, proposal: LearningProposal) -> None:
        number = self.context.language.number
        self._head.set_title(self.tr("From %Ln decisions", "", proposal.decision_count))
        self.figure.setText(
            self.tr("{formed} form, {dissolved} dissolve").format(
                formed=self.tr("%Ln clusters", "", len(proposal.formed)), dissolved=number(len(proposal.dissolved))
            )
        )
        self._note.setText(
            self.tr(
                "Decisions that the evidence alone contradicts: {before} now, {after} then. Decisions stay in force "
                "either way."
            ).format(before=number(len(proposal.contradicted_before)), after=number(len(proposal.contradicted_after)))
        )

    # building

    def _connect(self) -> None:
        self.tabs.page_asked.connect(self.context.navigate)
        self.work.stop_asked.connect(self.leave)
        self.apply_button.clicked.connect(self.answer)
        self.leave_button.clicked.connect(self.leave)
        self.forget_button.clicked.connect(self.forget)
        self.ask_button.clicked.connect(self._on_ask)
        self.empty.asked.connect(self._on_empty)
        self.context.actions.bind(self, "learning.apply", self.answer)
        self.context.actions.bind(self, "learning.leave", self.leave)

    def _on_ask(self) -> None:
        self.context.actions.trigger("app.questions")

    def _on_empty(self) -> None:
        self.context.navigate("review")

    def _build(self) -> None:
        look = self.context.look
        self._head.body.addWidget(self.figure)
        self._head.body.addWidget(self._note)
        right = QVBoxLayout()
        right.setSpacing(look.s3)
        right.addWidget(self.weights, 1)
        right.addWidget(self.contradictions, 1)
        tables = QHBoxLayout()
        tables.setSpacing(look.s3)
        tables.addWidget(self.clusters, 1)
        tables.addLayout(right, 1)
        self._whole = QWidget()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(look.s4, look.s4, look.s4, look.s4)
        column.setSpacing(look.s3)
        column.addWidget(self._head)
        column.addLayout(tables, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._whole)
        bar = QFrame()
        bar.setProperty("role", "bar")
        rows = QVBoxLayout(bar)
        rows.setContentsMargins(look.s4, look.s3, look.s4, look.s3)
        rows.addWidget(self.work)
        row = QHBoxLayout()
        row.setSpacing(look.s2)
        row.addWidget(self.forget_button)
        row.addStretch(1)
        row.addWidget(self.ask_button)
        row.addWidget(self.leave_button)
        row.addWidget(self.apply_button)
        rows.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(bar)
