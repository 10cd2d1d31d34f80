"""The timed session, driven by keys: start, answers, the end of its time, and what is said then."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QProgressBar, QWidget

from steward.domain.decisions import DecisionKind
from steward.domain.history import HistoryFilter
from steward.ui.pages.review.filters import Filters
from steward.ui.pages.review.page_header import BAR_WIDTH, ProgressLine
from steward.ui.pages.sprint.page import LENGTHS
from steward.ui.widgets.text import Text
from steward.workspace import Workspace
from tests.ui.review_builders import make_store
from tests.ui.review_driving import Key, Modifier, draft_of
from tests.ui.sprint_desk import Clock, Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.page import PageContext


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with clusters of two and three records, matched once."""
    with make_store(tmp_path_factory.mktemp("sprint"), [2] * 6 + [3] * 2, 60, with_veto=True) as workspace:
        return workspace.path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(
    store: Path, tmp_path: Path, make_context: Callable[[Any], PageContext], qtbot: QtBot, clock: Clock
) -> Iterator[Desk]:
    """The pages on a copy of the store, the question "how long" on screen."""
    path = tmp_path / "sprint.steward"
    path.write_bytes(store.read_bytes())
    with Workspace.open(path, steward="Ratna") as workspace:
        desk = Desk(make_context(workspace), clock, qtbot)
        desk.show("sprint")
        yield desk


def _decisions(desk: Desk) -> int:
    kinds = tuple(kind for kind in DecisionKind if kind is not DecisionKind.DELIVERY)
    return desk.context.workspace.history_count(HistoryFilter(kinds=kinds))


@pytest.mark.parametrize("number", range(1, len(LENGTHS) + 1))
def test_a_digit_starts_a_session_of_that_length_with_the_worthiest_cluster(desk: Desk, number: int) -> None:
    desk.press(getattr(Key, f"Key_{number}"))
    assert desk.follow() == "review"
    assert desk.run.plan.minutes == LENGTHS[number - 1]
    assert draft_of(desk.review).view.id == desk.run.plan.ids[0]


def test_return_takes_the_proposed_length_and_escape_starts_nothing(desk: Desk) -> None:
    desk.press(Key.Key_Escape)
    assert desk.follow() == "home"
    desk.show("sprint")
    desk.press(Key.Key_Return)
    desk.follow()
    assert desk.run.plan.minutes == 20


def test_it_counts_what_is_decided_and_the_rows_that_are_put_right(desk: Desk) -> None:
    desk.press(Key.Key_2)
    desk.follow()
    joined = len(draft_of(desk.review).retiring_cins)
    desk.press(Key.Key_A)
    desk.press(Key.Key_N)
    assert (desk.run.decided, desk.run.rows) == (2, joined)
    desk.press(Key.Key_U)
    assert desk.run.decided == 1
    desk.press(Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert desk.run.decided == 2
    desk.press(Key.Key_D)
    desk.press(Key.Key_D)
    assert (desk.run.decided, desk.run.put_off) == (2, 1)


def test_when_the_time_is_up_the_cluster_on_screen_is_still_decided(desk: Desk, clock: Clock) -> None:
    before = _decisions(desk)
    desk.press(Key.Key_1)
    desk.follow()
    clock.now += 599
    desk.press(Key.Key_A)
    assert desk.context.navigate == []
    clock.now += 2
    desk.review.sprints.show_progress()
    assert draft_of(desk.review).view.id == desk.run.plan.ids[1]
    run = desk.run
    desk.press(Key.Key_N)
    assert desk.follow() == "sprint"
    assert desk.sprint.is_ended
    assert (run.decided, _decisions(desk) - before) == (2, 2)
    assert run.seconds_gone(clock.now + 500) == 601


def test_ended_at_any_time_it_leaves_nothing_half_decided(desk: Desk) -> None:
    desk.press(Key.Key_2)
    desk.follow()
    desk.press(Key.Key_X)
    excluded = draft_of(desk.review).excluded_numbers
    cluster_id = draft_of(desk.review).view.id
    before = _decisions(desk)
    desk.show("sprint")
    assert desk.sprint.is_ended
    assert _decisions(desk) == before
    desk.press(Key.Key_Escape)
    assert desk.follow() == "home"
    desk.show("review")
    assert desk.review.sprints.run is None
    assert len(desk.review.session.queue) == len(desk.context.workspace.queue())
    desk.show("review", cluster_id=cluster_id)
    assert draft_of(desk.review).excluded_numbers == excluded


def test_the_same_length_again_goes_on_with_what_is_left(desk: Desk) -> None:
    desk.press(Key.Key_3)
    desk.follow()
    desk.press(Key.Key_A)
    desk.show("sprint")
    desk.press(Key.Key_Return)
    assert desk.follow() == "review"
    assert desk.run.plan.minutes == 45
    assert desk.run.decided == 0
    assert len(desk.run.plan.ids) == len(desk.context.workspace.queue())


def test_it_ends_when_nothing_is_left_and_says_so(desk: Desk) -> None:
    desk.press(Key.Key_3)
    desk.follow()
    while desk.review.sprints.run is not None:
        desk.press(Key.Key_N)
    assert desk.follow() == "sprint"
    assert desk.context.workspace.queue() == []
    assert desk.sprint.more.isHidden()
    desk.show("sprint")
    assert desk.sprint.empty.isVisible()


def test_a_filter_or_another_order_ends_it(desk: Desk) -> None:
    desk.press(Key.Key_2)
    desk.follow()
    desk.review.sidebar.sort_asked.emit("age")
    assert desk.follow() == "sprint"
    assert desk.review.session.subset is None


def test_a_session_that_another_walk_ended_does_not_run_on(desk: Desk, clock: Clock) -> None:
    desk.press(Key.Key_2)
    desk.follow()
    run = desk.run
    desk.show("review", sort="age")
    clock.now += 5000
    desk.show("sprint")
    assert not desk.sprint.is_ended
    assert run.seconds_gone(clock.now) == 0


@pytest.mark.parametrize("seed", range(3))
def test_random_keys_decide_just_what_is_counted(desk: Desk, seed: int) -> None:
    dice, workspace = random.Random(seed), desk.context.workspace
    last = workspace.summary().last_decision_id
    desk.press(Key.Key_3)
    desk.follow()
    keys = [Key.Key_A, Key.Key_N, Key.Key_U, Key.Key_X, Key.Key_Space, Key.Key_PageDown, Key.Key_1, Key.Key_Right]
    run = desk.run
    for _ in range(25):
        if desk.review.sprints.run is None or draft_of(desk.review).vetoes:
            break
        desk.press(dice.choice(keys))
    given = [one for one in workspace.last_decisions(limit=100) if one.reversed_by is None and one.id > last]
    assert len(given) == run.decided + run.put_off
    assert workspace.verify() == []


def test_an_easy_cluster_takes_one_key_and_no_click(desk: Desk) -> None:
    desk.press(Key.Key_2)
    desk.follow()
    before = _decisions(desk)
    for given in range(1, 6):
        desk.press(Key.Key_A)
        assert (desk.run.decided, _decisions(desk) - before) == (given, given)


@pytest.mark.parametrize("seed", range(3))
def test_no_key_decides_anything_before_the_first_cluster_and_after_the_last(desk: Desk, seed: int) -> None:
    dice, before = random.Random(seed), desk.context.workspace.fingerprint()
    keys = [
        Key.Key_A,
        Key.Key_N,
        Key.Key_X,
        Key.Key_U,
        Key.Key_Tab,
        Key.Key_4,
        Key.Key_9,
        Key.Key_Left,
        Key.Key_PageDown,
    ]
    for _ in range(20):
        desk.press(dice.choice(keys))
    desk.press(Key.Key_1)
    desk.follow()
    desk.show("sprint")
    assert desk.sprint.is_ended
    for _ in range(20):
        desk.press(dice.choice(keys))
    assert desk.context.workspace.fingerprint() == before


def test_the_words_of_a_session_stay_whole_where_its_bar_has_no_room(
    qtbot: QtBot, look: Look, language: Language
) -> None:
    header = QWidget()
    qtbot.addWidget(header)
    line = ProgressLine(look, language, header)
    line.show_session(12, 34, 600.0, 20)
    line.resize(line.sizeHint())
    header.show()
    words = [label for label in line.findChildren(Text) if label.text()]
    bar = line.findChild(QProgressBar)
    qtbot.waitUntil(lambda: bar.width() == BAR_WIDTH)
    line.resize(line.minimumSizeHint())
    qtbot.waitUntil(lambda: bar.width() < BAR_WIDTH)
    qtbot.waitUntil(lambda: all(label.width() >= label.sizeHint().width() for label in words))


def test_a_session_holds_more_than_its_time_so_no_number_is_told(desk: Desk) -> None:
    def told() -> list[str]:
        return [part.text() for part in desk.review.sidebar.findChildren(Text)]

    desk.press(Key.Key_2)
    desk.follow()
    desk.review.resize(1290, 380)
    assert "more, as time allows" in told()
    desk.review.scope.show_filters(Filters())
    desk.show("review")
    desk.review.sidebar.list.resized.emit()
    assert "more, as time allows" not in told()
