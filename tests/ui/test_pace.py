"""How fast long work goes, as the strip tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.ui.widgets.pace import PaceMeter
from steward.ui.widgets.progress import WorkStrip
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.language import Language
    from steward.ui.look import Look


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_rate_and_time_left_follow_what_was_done_since_the_phase_began() -> None:
    clock = Clock()
    meter = PaceMeter(clock)
    assert meter.measure("read", 1000, 10_000) is None
    clock.now = 2.0
    pace = meter.measure("read", 4000, 10_000)
    assert pace is not None
    assert (pace.rate, pace.seconds_left) == (1500, 4)


@pytest.mark.parametrize(("done", "total", "seconds"), [(5, 20, 9.0), (4000, 10_000, 0.1), (0, 10_000, 9.0)])
def test_no_rate_is_told_that_means_nothing(done: int, total: int, seconds: float) -> None:
    clock = Clock()
    meter = PaceMeter(clock)
    meter.measure("read", 0, total)
    clock.now = seconds
    assert meter.measure("read", done, total) is None


def test_every_phase_is_measured_anew() -> None:
    clock = Clock()
    meter = PaceMeter(clock)
    meter.measure("read", 0, 10_000)
    clock.now = 10.0
    assert meter.measure("store", 5000, 10_000) is None


def test_the_strip_tells_rows_rate_and_time_left(qtbot: QtBot, look: Look, language: Language) -> None:
    clock = Clock()
    strip = WorkStrip(look, language, clock=clock)
    qtbot.addWidget(strip)
    strip.begin("Loading sales.csv")
    strip.report("standardize", 0, 100_000)
    clock.now = 2.0
    strip.report("standardize", 20_000, 100_000)
    told = [text.text() for text in strip.findChildren(Text)]
    assert told == ["Loading sales.csv", "Standardizing values, 20,000 / 100,000  ·  10,000 per second  ·  8 s left"]


def test_a_step_or_two_are_no_measure_and_the_strip_never_begins_silent(
    look: Look, language: Language, qtbot: QtBot
) -> None:
    strip = WorkStrip(look, language)
    qtbot.addWidget(strip)
    strip.begin("Finding matches")
    assert strip._phase.text() == "Starting …"
    strip.report("learn", 0, 2)
    assert "/" not in strip._phase.text()
    assert (strip._bar.minimum(), strip._bar.maximum()) == (0, 0)
