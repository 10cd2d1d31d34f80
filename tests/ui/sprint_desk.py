"""The pages of a timed session with a clock of their own, for tests to drive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.ui.pages.review.page import ReviewPage
from steward.ui.pages.sprint.page import SprintPage
from tests.ui.review_driving import Key, Modifier, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.page import Page, PageContext
    from steward.ui.pages.review.sprint_run import SprintRun


class Clock:
    """Seconds that only a test puts forward."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Desk:
    """The two pages of a session; ``navigate`` hands over from one to the other as the window does."""

    def __init__(self, context: PageContext, clock: Clock, qtbot: QtBot) -> None:
        self._qtbot, self.context = qtbot, context
        self.sprint = SprintPage(context, clock=clock)
        self.review = ReviewPage(context, clock=clock)
        self._pages: dict[str, Page] = {"sprint": self.sprint, "review": self.review}
        for page in self._pages.values():
            qtbot.addWidget(page)
            page.resize(1290, 690)
            page.retranslate()

    def show(self, page_id: str, **arguments: object) -> None:
        """Show a page with the keyboard."""
        page = self._pages[page_id]
        for other in self._pages.values():
            other.setVisible(other is page)
        page.activateWindow()
        self._qtbot.waitUntil(page.isActiveWindow)
        page.activated(**arguments)

    def follow(self) -> str:
        """Go where was asked for last; answers where."""
        visits: list[tuple[str, dict[str, object]]] = self.context.navigate  # type: ignore[assignment]
        page_id, arguments = visits.pop()
        visits.clear()
        if page_id in self._pages:
            self.show(page_id, **arguments)
        return page_id

    def press(self, key: Key, modifier: Modifier = Modifier.NoModifier) -> None:
        """A key where the focus is."""
        page = self.sprint if self.sprint.isVisible() else self.review
        press(self._qtbot, page, key, modifier)  # type: ignore[arg-type]  # both are pages

    @property
    def run(self) -> SprintRun:
        """The session under way."""
        run = self.review.sprints.run
        assert run is not None
        return run
