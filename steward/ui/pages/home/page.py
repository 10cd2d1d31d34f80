"""The home page: three things to do next, the way from lists to master, and what happened."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from steward.domain.decisions import DecisionKind
from steward.ui.page import Page, PageContext
from steward.ui.pages.home.day_chart import DayChart, last_days
from steward.ui.pages.home.flow import FlowPicture
from steward.ui.pages.home.master_card import MasterCard
from steward.ui.pages.home.next_steps import CARDS, StepKind, compute_next_steps
from steward.ui.pages.home.recent_card import FEWEST, SHOWN, RecentCard
from steward.ui.pages.home.step_card import StepCard
from steward.ui.pages.home.truth_line import truth_sentence
from steward.ui.pages.sprint.page import PROPOSED
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.card import Card
from steward.ui.widgets.empty_state import EmptyState
from steward.ui.widgets.search_field import SearchField
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from steward.domain.history import Subject
    from steward.workspace.decisions.log_views import DecisionView
    from steward.workspace.upkeep.sample_truth import SampleScore
    from steward.workspace.views import StoreSummary

SEARCH_WIDTH = 280
#: What the page needs, at 100 %, to show its cards in two columns.
TWO_COLUMNS_FROM, TALL_FROM = 780, 860
#: Entries of the log that no one decided, as in the bars of the days.
NOT_DECIDED = frozenset({DecisionKind.DELIVERY, DecisionKind.REVERSE})
_ACTIONS = {StepKind.MATCH: "app.match", StepKind.EXPORT: "app.export"}
_TARGETS: dict[StepKind, tuple[str, dict[str, object]]] = {
    StepKind.LOAD_MORE: ("lists", {"choose": True}),
    StepKind.OVERDUE: ("lists", {}),
    StepKind.DAMAGED: ("lists", {}),
    StepKind.REVIEW: ("review", {}),
    StepKind.DEFERRED: ("review", {"state": "deferred"}),
}


class HomePage(Page):
    """Shows ``summary()`` and the last decisions; changes nothing itself."""

    page_id = "home"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = context.look
        self._summary: StoreSummary | None = None
        self._decisions: list[DecisionView] = []
        self._decided_count = 0
        self.search = SearchField(look)
        self.search.set_width(SEARCH_WIDTH)
        self.questions = KeyButton(look, kind="ghost", icon="graduation-cap")
        self.sprint = KeyButton(look, kind="ghost", icon="clock", key_last=True)
        self._next_title = Text(look, "", "heading")
        self._match_line = Text(look, "", "small", tone="text2", tabular=True)
        self.truth_line = Text(look, "", tone="text2", wraps=True)
        self._score: SampleScore | None = None
        self.steps = [StepCard(context) for _ in range(CARDS)]
        self._flow_card = Card(look)
        self.flow = FlowPicture(context)
        self._flow_card.body.addWidget(self.flow)
        self.master = MasterCard(context)
        self._days_card = Card(look)
        self._days_title = Text(look, "", "section")
        self._decided = Text(look, "", "title")
        self._decided_hint = Text(look, "", "small", tone="text2")
        self._reversed_hint = Text(look, "", "small", tone="text2")
        self.days = DayChart(context)
        self.recent = RecentCard(context)
        self.empty = EmptyState(look, "layers")
        self._build()
        self._connect()

    def title(self) -> str:
        """ "Home"."""
        return self.tr("Home")

    def header_widgets(self) -> list[QWidget]:
        """A timed session, a few questions, and the search for customers."""
        return [self.sprint, self.questions, self.search]

    def first_focus(self) -> QWidget:
        """What is to be done next, as soon as it is known: Enter does it."""
        if self._summary is None:
            return self
        return self.steps[0].button if self._summary.sources else self.empty.button

    def activated(self, **_arguments: object) -> None:
        """Counts may have changed while another page was shown."""
        self._read()

    def refresh(self, _subjects: frozenset[Subject]) -> None:
        """Nearly every subject shows in some count; while another page is shown, its next showing reads them."""
        if self.isVisible():
            self._read()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.search.set_hint(self.tr("Search customers, ids, phones"))
        self._next_title.setText(self.tr("What to do next"))
        self.empty.set_content(
            self.tr("Drop the lists of your departments anywhere on this window: Excel or CSV, as they are."),
            self.tr("Load the first list"),
        )
        self._days_title.setText(self.tr("Decisions, last 14 days"))
        self.questions.set_content(self.tr("A few quick questions"))
        self.questions.setToolTip(self.context.actions.tool_tip("app.questions"))
        self._name_sprint()
        if self._summary is not None:
            self._show()

    # data

    def _read(self) -> None:
        workspace = self.context.workspace

        def work() -> tuple[StoreSummary, Sequence[DecisionView], int, SampleScore | None]:
            counts = workspace.decision_counts()
            decided = sum(count for kind, count in counts.items() if kind not in NOT_DECIDED)
            return workspace.summary(), workspace.history(limit=SHOWN), decided, workspace.sample_score()

        self.context.jobs.read(work, self._on_read)

    def _on_read(self, result: tuple[StoreSummary, Sequence[DecisionView], int, SampleScore | None]) -> None:
        self._summary, decisions, self._decided_count, self._score = result
        self._decisions = list(decisions)
        self._show()

    def _show(self) -> None:
        summary = self._summary
        if summary is None:
            return
        self.questions.setVisible(summary.open_clusters > 0)
        self.sprint.setVisible(summary.open_clusters > 0)
        now = datetime.now(UTC)
        language = self.context.language
        steps = compute_next_steps(summary, now)
        for place, card in enumerate(self.steps):
            card.setVisible(place < len(steps))
            if place < len(steps):
                card.show_step(steps[place], is_first=place == 0)
        self._match_line.setText(self._match_sentence(summary, now))
        self.truth_line.setText(truth_sentence(self._score, language))
        self.truth_line.setVisible(self._score is not None)
        lists = self.tr("From %Ln lists to one master", "", len(summary.sources))
        self._flow_card.set_title(lists, self.tr("width = records"))
        self._stack.setCurrentWidget(self._area if summary.sources else self.empty)
        self.flow.show_summary(summary)
        self.master.show_summary(summary)
        self.days.show_days(last_days(summary.decisions_by_day, now.astimezone().date()))
        self._decided.setText(language.number(self._decided_count))
        self._decided_hint.setText(self.tr("in total"))
        self._reversed_hint.setText(self.tr("{count} reversed").format(count=language.number(summary.reversed_count)))
        self.recent.show_events(summary, self._decisions, now)
        if self.window().focusWidget() is self:
            self.first_focus().setFocus()

    def _match_sentence(self, summary: StoreSummary, now: datetime) -> str:
        if summary.last_match_at is None:
            return ""
        language = self.context.language
        return self.tr("Last match run {when}, {time} for %Ln records", "", summary.last_match_records).format(
            when=language.when(summary.last_match_at, now),
            time=language.span(summary.last_match_seconds),
        )

    # wiring

    def _connect(self) -> None:
        self.empty.asked.connect(self._on_first_list)
        self.search.returnPressed.connect(self._on_search)
        self.questions.clicked.connect(self._on_questions)
        self.sprint.clicked.connect(self._on_sprint)
        self.context.actions.changed.connect(self._name_sprint)
        for card in self.steps:
            card.chosen.connect(self._on_step)
        self.context.look.changed.connect(self._on_look)

    def _on_questions(self) -> None:
        self.context.actions.trigger("app.questions")

    def _on_sprint(self) -> None:
        self.context.actions.trigger("app.sprint")

    def _name_sprint(self) -> None:
        self.sprint.setText(self.tr("%Ln minutes", "", PROPOSED))
        self.sprint.follow(self.context.actions, "app.sprint", with_text=False)

    def _on_search(self) -> None:
        self.context.navigate("customers", search=self.search.text().strip())

    def _on_first_list(self) -> None:
        self.context.navigate("lists", choose=True)

    def _on_step(self, kind: StepKind) -> None:
        if kind in _ACTIONS:
            self.context.actions.trigger(_ACTIONS[kind])
            return
        page_id, arguments = _TARGETS[kind]
        self.context.navigate(page_id, **arguments)

    def _on_look(self) -> None:
        self._arrange()
        self._show()

    # building

    def _build(self) -> None:
        look = self.context.look
        head = QHBoxLayout()
        head.addWidget(self._next_title)
        head.addStretch(1)
        head.addWidget(self._match_line)
        steps = QHBoxLayout()
        steps.setSpacing(look.s3)
        for card in self.steps:
            card.setMinimumHeight(look.px(138))
            steps.addWidget(card, 1)
        numbers = QVBoxLayout()
        numbers.setSpacing(2)
        for widget in (self._days_title, self._decided, self._decided_hint, self._reversed_hint):
            numbers.addWidget(widget)
        numbers.addStretch(1)
        days = QHBoxLayout()
        days.setSpacing(look.s5)
        days.addLayout(numbers)
        days.addWidget(self.days, 1)
        self._days_card.body.addLayout(days)
        self._grid = grid = QGridLayout()
        grid.setSpacing(look.s3)
        grid.setColumnStretch(0, 2)
        self._arrange()
        column = QWidget()
        inner = QVBoxLayout(column)
        inner.setContentsMargins(look.s4, look.s2, look.s4, look.s3)
        inner.setSpacing(look.s3)
        inner.addLayout(head)
        inner.addWidget(self.truth_line)
        inner.addLayout(steps)
        inner.addLayout(grid, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(column)
        self._area = area
        self._stack = QStackedWidget(self)
        self._stack.addWidget(area)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _arrange(self) -> None:
        """Two columns where there is room; large text in a narrow window puts one card under the other.

        In a tall window each column has its own heights: what happened lately fills what the master leaves.
        """
        look = self.context.look
        is_wide = self.width() >= look.px(TWO_COLUMNS_FROM)
        is_tall = is_wide and self.height() >= look.px(TALL_FROM)
        places = ((0, 0, 1), (1, 0, 1), (2, 0, 1), (3, 0, 1))
        if is_wide:
            places = (
                ((0, 0, 2), (0, 1, 1), (2, 0, 1), (1, 1, 2))
                if is_tall
                else ((0, 0, 1), (0, 1, 1), (2, 0, 1), (2, 1, 1))
            )
        cards = (self._flow_card, self.master, self._days_card, self.recent)
        for card, (row, column, rows) in zip(cards, places, strict=True):
            self._grid.addWidget(card, row, column, rows, 1)
        self.recent.set_most(SHOWN if is_tall else FEWEST)
        self._grid.setColumnStretch(1, 1 if is_wide else 0)
        self._grid.setRowStretch(0, 0 if is_tall else 1)
        self._grid.setRowStretch(1, 1 if is_tall else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns follow the room there is."""
        super().resizeEvent(event)
        self._arrange()
