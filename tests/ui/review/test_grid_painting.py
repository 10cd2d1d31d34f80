"""How often the grid is painted: a second time would double what a steward waits for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from steward.ui.pages.review.evidence_chart import EvidenceChartView
from steward.ui.pages.review.grid_view import CompareView
from tests.ui.review_driving import Key, OpenPage, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.pages.review.page import ReviewPage
    from steward.workspace.views import ClusterId

#: Layouts hand a change of size up and down the page, a level in each round.
QUIET_ROUNDS = 20


class Paints(QObject):
    """Counts the paints of what it watches, by the cluster that was open then."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self.counts: Counter[ClusterId | None] = Counter()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count and pass on."""
        self.counts[self._page.session.current] += event.type() == QEvent.Type.Paint
        return False


def rest(page: ReviewPage, watched: list[Paints], qtbot: QtBot) -> None:
    """Until nothing of the page waits for its time any more, and many rounds of events have painted nothing.

    Rounds and not milliseconds: what is laid out or painted a moment later takes rounds, however long they take.
    """

    def painted() -> int:
        return sum(paints.counts.total() for paints in watched)

    def is_rested() -> bool:
        before = painted()
        for _ in range(QUIET_ROUNDS):
            QCoreApplication.processEvents()
        return painted() == before and not any(timer.isActive() for timer in page.findChildren(QTimer))

    qtbot.waitUntil(is_rested)


def test_each_half_paints_every_cluster_once(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 3, 2, 3)
    views = page.pane.grid.findChildren(CompareView)
    watched = [Paints(page) for _ in views]
    for view, paints in zip(views, watched, strict=True):
        view.viewport().installEventFilter(paints)
    rest(page, watched, qtbot)
    # What the opening of the page paints is not counted.
    first = page.session.current
    for _ in range(3):
        press(qtbot, page, Key.Key_PageDown)
        rest(page, watched, qtbot)
    for paints in watched:
        del paints.counts[first]
        assert list(paints.counts.values()) == [1, 1, 1]


def test_bars_are_empty_while_another_cluster_is_painted_and_come_right_after_it(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(2, 2)
    (chart, *_) = page.pane.why.findChildren(EvidenceChartView)

    def colors() -> int:
        image = chart.grab().toImage()
        return len({image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(image.height())})

    qtbot.waitUntil(lambda: colors() > 2)
    press(qtbot, page, Key.Key_BracketRight)
    assert colors() == 1
    qtbot.waitUntil(lambda: colors() > 2)
