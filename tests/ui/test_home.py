"""The home page over real and invented counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from steward.ui.pages.home.day_chart import last_days
from steward.ui.pages.home.flow import slotted_bands, stack_bands
from steward.ui.pages.home.next_steps import StepKind, compute_next_steps, overdue_sources
from steward.ui.pages.home.page import HomePage
from tests.builders import NOW, make_delivery, make_source_summary, make_summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from steward.ui.page import PageContext
    from steward.ui.window.main_window import MainWindow


def test_open_clusters_come_before_damage_and_overdue_lists() -> None:
    old = make_delivery(loaded_at=NOW - timedelta(days=31))
    damaged = make_source_summary(1, deliveries=(make_delivery(issue_count=3),))
    summary = make_summary(sources=(make_source_summary(deliveries=(old,)), damaged))
    kinds = [step.kind for step in compute_next_steps(summary, NOW)]
    assert kinds == [StepKind.REVIEW, StepKind.DAMAGED, StepKind.OVERDUE]


def test_issues_are_those_that_the_lists_page_tells_by_delivery_and_name_the_lists_that_have_most() -> None:
    loads = (
        (make_delivery(issue_count=1),),
        (make_delivery(issue_count=0), make_delivery(issue_count=90, is_reversed=True)),
        (make_delivery(issue_count=20), make_delivery(issue_count=8)),
        (make_delivery(issue_count=5),),
    )
    sources = tuple(make_source_summary(place, deliveries=found) for place, found in enumerate(loads))
    steps = compute_next_steps(make_summary(sources=sources), NOW)
    step = next(step for step in steps if step.kind is StepKind.DAMAGED)
    assert step.count == 34
    assert step.names == (sources[2].source.name, sources[3].source.name)


def test_stale_match_comes_first() -> None:
    steps = compute_next_steps(make_summary(is_match_stale=True), NOW)
    assert steps[0].kind is StepKind.MATCH


def test_a_store_that_was_never_matched_is_not_told_of_an_earlier_match() -> None:
    first, *_ = compute_next_steps(make_summary(last_match_at=None, is_match_stale=True), NOW)
    assert first.is_first
    assert not compute_next_steps(make_summary(is_match_stale=True), NOW)[0].is_first


def test_finished_review_proposes_the_export() -> None:
    done = make_summary(open_clusters=0, deferred_clusters=0)
    assert compute_next_steps(done, NOW)[0].kind is StepKind.EXPORT


def test_reversed_delivery_does_not_make_a_list_fresh() -> None:
    old = make_delivery(loaded_at=NOW - timedelta(days=40))
    taken_back = make_delivery(loaded_at=NOW, is_reversed=True)
    summary = make_summary(sources=(make_source_summary(deliveries=(old, taken_back)),))
    assert overdue_sources(summary, NOW) == ("Sales",)


def test_days_without_decisions_count_zero() -> None:
    today = date(2026, 7, 20)
    days = last_days(((today, 5), (today - timedelta(days=13), 2)), today)
    assert len(days) == 14
    assert days[0] == (date(2026, 7, 7), 2)
    assert days[-1] == (today, 5)
    assert sum(count for _, count in days) == 7


def test_bands_fill_the_height_and_keep_small_ones_visible() -> None:
    bands = stack_bands([10_000, 1], 0, 200, 10)
    assert all(band.height >= 2.5 for band in bands)
    assert abs(bands[-1].top + bands[-1].height - 200) < 1


def test_one_large_list_leaves_the_small_ones_room_for_their_labels() -> None:
    bands = slotted_bands([30_000, 332, 304, 267, 241, 222, 216], 240, 8, 21)
    middles = [band.middle for band in bands]
    assert all(later - earlier >= 20.9 for earlier, later in pairwise(middles[1:]))
    assert bands[0].top >= 0
    assert bands[-1].top + bands[-1].height <= 240
    assert bands[0].height > 80


@pytest.mark.parametrize("counts", [[5], [10, 10, 10], [0, 0], [9, 1], list(range(40, 0, -1))])
def test_bands_in_slots_stay_in_the_picture_and_in_order(counts: list[int]) -> None:
    bands = slotted_bands(counts, 200, 8, 21)
    assert len(bands) == len(counts)
    assert all(earlier.middle < later.middle for earlier, later in pairwise(bands))
    assert bands[-1].top + bands[-1].height <= 200.01


def test_page_shows_the_counts_of_the_store(qtbot: QtBot, context: PageContext) -> None:
    page = HomePage(context)
    qtbot.addWidget(page)
    page.retranslate()
    page.activated()
    summary = context.workspace.summary()
    assert page.steps[0].button.text() == "Continue review"
    assert context.language.number(summary.open_clusters) in page.steps[0].accessibleName()
    assert context.language.number(summary.record_count) in page.flow.accessibleDescription()


def test_review_card_leads_to_the_review_page(qtbot: QtBot, context: PageContext) -> None:
    page = HomePage(context)
    qtbot.addWidget(page)
    page.activated()
    page.steps[0].button.click()
    assert context.navigate == [("review", {})]


def test_in_the_sample_store_a_newcomer_sees_how_many_answers_are_right(qtbot: QtBot, context: PageContext) -> None:
    page = HomePage(context)
    qtbot.addWidget(page)
    page.activated()
    assert "sample lists" in page.truth_line.text()
    workspace = context.workspace
    workspace.approve(workspace.draft(workspace.queue("certainty")[0]))
    page.activated()
    assert page.truth_line.text().endswith("1 of 1, 100 %.")


def test_search_leads_to_customers(qtbot: QtBot, context: PageContext) -> None:
    page = HomePage(context)
    qtbot.addWidget(page)
    qtbot.addWidget(page.search)
    qtbot.keyClicks(page.search, "siti")
    page.search.returnPressed.emit()
    assert context.navigate == [("customers", {"search": "siti"})]


def test_empty_store_asks_for_its_first_list(
    qtbot: QtBot, empty_workspace: Any, make_context: Callable[[Any], PageContext]
) -> None:
    context = make_context(empty_workspace)
    page = HomePage(context)
    qtbot.addWidget(page)
    page.retranslate()
    page.show()
    page.activated()
    assert page.empty.isVisible()
    assert not page.master.isVisible()
    page.empty.button.click()
    assert context.navigate == [("lists", {"choose": True})]


def test_naive_delivery_times_are_taken_as_utc() -> None:
    delivery = make_delivery(loaded_at=datetime(2026, 1, 1))
    summary = replace(make_summary(), sources=(make_source_summary(deliveries=(delivery,)),))
    assert overdue_sources(summary, datetime(2026, 7, 1, tzinfo=UTC)) == ("Sales",)


def test_enter_on_home_does_what_is_to_be_done_next(open_window: MainWindow, qtbot: QtBot) -> None:
    home = open_window.current_page
    assert isinstance(home, HomePage)
    open_window.activateWindow()
    qtbot.waitUntil(home.steps[0].button.hasFocus)
    qtbot.keyClick(home.steps[0].button, Qt.Key.Key_Return)
    assert open_window.current_page is not home


def test_a_tall_window_tells_more_of_what_happened_lately(qtbot: QtBot, context: PageContext) -> None:
    workspace = context.workspace
    for cluster_id in list(workspace.queue())[:6]:
        workspace.reject(workspace.draft(cluster_id))
    page = HomePage(context)
    for widget in (page, *page.header_widgets()):
        qtbot.addWidget(widget)
    page.resize(1290, 690)
    page.show()
    page.activated()
    rows = [row for row, *_ in page.recent._rows]
    assert sum(row.isVisible() for row in rows) == 3
    page.resize(1840, 1000)
    assert sum(row.isVisible() for row in rows) == 9
    assert page.recent.y() < page._days_card.y()
