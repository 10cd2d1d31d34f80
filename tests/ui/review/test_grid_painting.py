"""How often the grid is painted: a second time would double what a steward waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from steward.ui.pages.review.evidence_chart import EvidenceChartView
from steward.ui.pages.review.grid_view import CompareView
from tests.ui.review_driving import Key, OpenPage, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class Paints(QObject):
    """Counts the paints of what it watches."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count and pass on."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def rested(watched: list[Paints]) -> Callable[[], bool]:
    """Whether nothing was painted between the last three times that it was asked."""
    counts: list[list[int]] = []

    def is_rested() -> bool:
        counts.append([paints.count for paints in watched])
        return counts[-3:].count(counts[-1]) == 3

    return is_rested


def test_each_half_paints_every_cluster_once(open_page: OpenPage, qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(2, 3, 2, 3)
    watched = [(view, Paints(page)) for view in page.pane.grid.findChildren(CompareView)]
    for view, paints in watched:
        view.viewport().installEventFilter(paints)
    # What the opening of the page still paints is not counted.
    qtbot.waitUntil(rested([paints for _, paints in watched]))
    before = [paints.count for _, paints in watched]
    seen = {page.session.current}
    for _ in range(3):
        press(qtbot, page, Key.Key_PageDown)
        seen.add(page.session.current)
        for _ in range(5):
            qapp.processEvents()
    assert len(seen) == 4
    assert [paints.count - count for (_, paints), count in zip(watched, before, strict=True)] == [3, 3]


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
