"""Before and after a timed session: how long, what it will put right, and what came of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from steward.ui.page import Page, PageContext
from steward.ui.pages.review.sprint_run import SprintRun
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.empty_state import EmptyState
from steward.ui.widgets.figure_card import FigureCard
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.domain.history import Subject
    from steward.workspace.review.sprint import SprintPlan

#: Minutes to choose from; the middle one is proposed.
LENGTHS = (10, 20, 45)
PROPOSED = 20
WIDTH = 900


class SprintPage(Page):
    """Makes the run and hands it to the review page; shown again while one is under way, it ends it."""

    page_id = "sprint"

    def __init__(
        self, context: PageContext, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(context, parent)
        look = context.look
        self._clock = clock
        self._plans: Sequence[SprintPlan] = ()
        self.run: SprintRun | None = None
        self.heading = Text(look, "", "title")
        self.sentence = Text(look, "", tone="text2", wraps=True)
        self.cards = [FigureCard(look, self) for _ in LENGTHS]
        self.waiting = Text(look, "", tone="text2", wraps=True)
        self.more = KeyButton(look, icon="clock", kind="primary", height="action")
        self.leave_button = KeyButton(look, kind="ghost", height="action", key_last=True)
        self.empty = EmptyState(look, "circle-check")
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()

    def title(self) -> str:
        return self.tr("Timed session")

    def activated(self, **_arguments: object) -> None:
        """Ask how long; when a session is under way, say what came of it."""
        if self.run is not None and not self.is_ended:
            self.run.end(self._clock())
        else:
            self.run = None
        self._read()

    @property
    def is_ended(self) -> bool:
        """True while it says what came of a session."""
        return self.run is not None and self.run.ended is not None

    def refresh(self, _subjects: frozenset[Subject]) -> None:
        """Other clusters wait now."""
        if self.isVisible():
            self._read()

    def retranslate(self) -> None:
        self.empty.set_content(
            self.tr("Nothing waits for a decision. The unified master is up to date."), self.tr("To Home")
        )
        self._show()

    def choose(self, number: int) -> None:
        """Begin a session of the length under a digit."""
        if not self.is_ended and 1 <= number <= len(self._plans):
            self._begin(self._plans[number - 1])

    def go(self) -> None:
        """What has the focus, else what is proposed: the usual length, or the same again."""
        focus = self.focusWidget()
        if isinstance(focus, QPushButton) and focus.isVisible():
            focus.click()
        elif self.is_ended:
            self._go_on()
        else:
            self.choose(LENGTHS.index(PROPOSED) + 1)

    def leave(self) -> None:
        """Not now, or enough."""
        self.run = None
        self.context.navigate("home")

    # data

    def _read(self) -> None:
        workspace = self.context.workspace
        self.context.jobs.read(lambda: workspace.plan_sprints(*LENGTHS), self._on_plans)

    def _on_plans(self, plans: Sequence[SprintPlan]) -> None:
        self._plans = plans
        self._show()
        if self.isVisible():
            self._take_focus()

    def _begin(self, plan: SprintPlan) -> None:
        if not plan.ids:
            return
        self.run = SprintRun(plan, self._clock())
        self.context.navigate("review", sprint=self.run)

    def _go_on(self) -> None:
        if self.run is None:
            return
        minutes = self.run.plan.minutes
        self._begin(next(plan for plan in self._plans if plan.minutes == minutes))

    # showing

    def _show(self) -> None:
        if not self._plans:
            return
        has_work = self._plans[0].waiting_answers > 0
        self._stack.setCurrentIndex(1 if has_work or self.is_ended else 0)
        self.more.setVisible(self.is_ended and has_work)
        if self.is_ended and self.run is not None:
            self._show_end(self.run)
        else:
            self._show_start()

    def _show_start(self) -> None:
        number, plan = self.context.language.number, self._plans[0]
        self.heading.setText(self.tr("How long do you have?"))
        self.sentence.setText(
            self.tr(
                "The clusters, and single records like another, that put most wrong rows right in a minute of your "
                "own pace come first. You can stop after any of them; nothing is left half decided."
            )
        )
        for place, (card, found) in enumerate(zip(self.cards, self._plans, strict=True), 1):
            detail = self.tr("about {decisions}, {rows} put right").format(
                decisions=self.tr("%Ln decisions", "", found.answers),
                rows=self.tr("%Ln wrong rows", "", round(found.wrong_rows)),
            )
            card.tell(number(found.minutes), self.tr("minutes"), detail)
            card.offer(self.tr("Start"), key=str(place), is_proposed=found.minutes == PROPOSED)
        self.waiting.setText(
            self.tr("In all {decisions} wait, with about {rows}: {span} at your pace.").format(
                decisions=self.tr("%Ln decisions", "", plan.waiting_answers),
                rows=self.tr("%Ln wrong rows", "", round(plan.waiting_rows)),
                span=self.context.language.span(plan.waiting_seconds),
            )
        )
        self.leave_button.set_content(self.tr("Not now"), key=self.context.actions.key_text("sprint.leave"))

    def _show_end(self, run: SprintRun) -> None:
        language, plan = self.context.language, self._plans[0]
        decided, rows, left = self.cards
        self.heading.setText(
            self.tr("Done for now: {span}").format(span=language.span(run.seconds_gone(self._clock())))
        )
        self.sentence.setText(self.tr("Everything is saved. What you did not answer waits as it was."))
        put_off = self.tr("%Ln put off for later", "", run.put_off) if run.put_off else ""
        decided.tell(language.number(run.decided), self.tr("decisions made"), put_off)
        rows.tell(
            language.number(run.rows),
            self.tr("wrong rows put right"),
            self.tr("An estimate: rows that joined another customer."),
        )
        detail = self.tr("with about {rows}: {span} at your pace").format(
            rows=self.tr("%Ln wrong rows", "", round(plan.waiting_rows)), span=language.span(plan.waiting_seconds)
        )
        waiting = plan.waiting_answers
        left.tell(language.number(waiting), self.tr("decisions left"), detail if waiting else "")
        self.waiting.setText("")
        key = self.context.actions.key_text("sprint.go")
        self.more.set_content(self.tr("%Ln more minutes", "", run.plan.minutes), key=key)
        self.leave_button.set_content(self.tr("Stop"), key=self.context.actions.key_text("sprint.leave"))

    def _take_focus(self) -> None:
        if self._stack.currentIndex() == 0:
            self.empty.button.setFocus()
        elif self.is_ended:
            (self.leave_button if self.more.isHidden() else self.more).setFocus()
        else:
            self.cards[LENGTHS.index(PROPOSED)].button.setFocus()

    # building

    def _build(self) -> None:
        look = self.context.look
        column = QWidget()
        column.setMaximumWidth(look.px(WIDTH))
        inner = QVBoxLayout(column)
        inner.setContentsMargins(look.s6, look.s6, look.s6, look.s6)
        inner.setSpacing(look.s3)
        inner.addWidget(self.heading)
        inner.addWidget(self.sentence)
        inner.addSpacing(look.s2)
        cards = QHBoxLayout()
        cards.setSpacing(look.s4)
        for card in self.cards:
            card.setMinimumHeight(look.px(150))
            cards.addWidget(card, 1)
        inner.addLayout(cards)
        inner.addWidget(self.waiting)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.s2)
        buttons.addWidget(self.more)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        inner.addStretch(1)
        screen = QWidget(self)
        row = QHBoxLayout(screen)
        row.setContentsMargins(0, look.px(40), 0, 0)
        row.addStretch(1)
        row.addWidget(column, 8)
        row.addStretch(1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(screen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        actions = self.context.actions
        for card in self.cards:
            card.button.clicked.connect(self._on_chosen)
        self.more.clicked.connect(self._go_on)
        self.leave_button.clicked.connect(self.leave)
        self.empty.asked.connect(self.leave)
        actions.bind_numbers(self, "sprint.choose", self.choose)
        actions.bind(self, "sprint.go", self.go)
        actions.bind(self, "sprint.leave", self.leave)
        actions.changed.connect(self._show)

    def _on_chosen(self) -> None:
        for place, card in enumerate(self.cards, 1):
            if card.button is self.sender():
                self.choose(place)
