"""The reports page over a real store: figures that add up, overlap, quality, estimates, a steward's own work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.ui.pages.reports.page import ReportsPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pytestqt.qtbot import QtBot

    from steward.ui.page import PageContext
    from steward.workspace import Workspace


@pytest.fixture
def page(qtbot: QtBot, context: PageContext) -> ReportsPage:
    page = ReportsPage(context)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.retranslate()
    page.show()
    page.activated()
    return page


def _merge_some(workspace: Workspace) -> None:
    for cluster_id in workspace.queue("certainty")[:12]:
        draft = workspace.draft(cluster_id)
        if draft.can_merge and not draft.vetoes:
            workspace.approve(draft)


def test_figures_are_those_of_the_store(page: ReportsPage) -> None:
    summary = page.context.workspace.summary()
    shown = [card.figure.text().replace(",", "") for card in page.figures]
    assert shown[0] == str(summary.record_count)
    assert shown[1] == str(summary.customer_count)
    assert shown[3] == str(summary.open_clusters)


def test_every_two_lists_have_their_cell(page: ReportsPage) -> None:
    table = page.overlap.table
    assert table is not None
    model = table.model()
    names = [one.source.name for one in page.context.workspace.summary().sources]
    assert model.rowCount() == len(names)
    assert model.columnCount() == 3 + len(names)


def test_merging_shows_in_the_overlap_when_the_page_is_looked_at_again(page: ReportsPage) -> None:
    workspace = page.context.workspace
    before = workspace.report()
    _merge_some(workspace)
    page.refresh(frozenset())
    after = workspace.report()
    first, second = after.sources
    assert first.shared[second.source.id] > before.sources[0].shared[second.source.id]
    assert first.customer_count == first.only_here + first.shared[second.source.id]
    assert page.figures[2].figure.text() == str(after.record_count - after.customer_count)


def test_quality_counts_every_record_once(page: ReportsPage) -> None:
    quality = page.context.workspace.list_quality()
    for source in page.context.workspace.report().sources:
        for one in quality.by_source[source.source.id].values():
            assert one.good + one.doubtful + one.empty == source.record_count
        assert quality.by_source[source.source.id]["name"].share > 0.9
    assert page.quality.table is not None
    assert page.quality.table.model().rowCount() == len(quality.by_source)


def test_without_blind_decisions_nothing_is_estimated(page: ReportsPage) -> None:
    report = page.context.workspace.report()
    assert report.false_merges is None
    assert report.missed is None


def test_blind_samples_and_questions_give_estimates_with_intervals(page: ReportsPage) -> None:
    workspace = page.context.workspace
    workspace.set_semi_automatic(is_on=True)
    sample = workspace.draw_sample(0.9, 2.0, 20)
    for place, cluster_id in enumerate(sample.cluster_ids):
        draft = workspace.draft(cluster_id)
        members = [member.record_id for member in draft.view.members]
        if place:
            workspace.merge(members, cluster_id=cluster_id)
        else:
            workspace.reject(draft)
    asked = [one.subject for one in workspace.questions(12) if one.cluster_id is None][:3]
    for cluster_id in asked:
        workspace.reject(workspace.draft(cluster_id))
    report = workspace.report()
    assert report.false_merges is not None
    assert (report.false_merges.errors, report.false_merges.judged) == (1, 20)
    assert report.false_merges.low < 0.05 < report.false_merges.high
    assert report.missed is not None
    assert (report.missed.errors, report.missed.judged) == (0, 3)


def test_own_work_is_that_of_the_steward_who_looks(page: ReportsPage) -> None:
    workspace = page.context.workspace
    _merge_some(workspace)
    decision = workspace.last_decisions(1)[0]
    workspace.reverse(decision.id)
    work = workspace.own_work()
    assert work.steward == workspace.steward
    assert work.today == work.in_all >= 10
    assert work.taken_back == 1
    assert work.seconds is not None


def test_answering_the_same_again_is_consistent(page: ReportsPage) -> None:
    workspace = page.context.workspace
    first, second = workspace.queue("certainty")[:2]
    workspace.reverse(workspace.reject(workspace.draft(first)).id)
    workspace.reject(workspace.draft(first))
    workspace.reverse(workspace.reject(workspace.draft(second)).id)
    workspace.merge([member.record_id for member in workspace.draft(second).view.members], cluster_id=second)
    work = workspace.own_work()
    assert (work.repeated, work.agreeing) == (2, 1)


def test_store_without_lists_says_what_to_do(
    qtbot: QtBot, empty_workspace: Workspace, make_context: Callable[[Any], PageContext]
) -> None:
    page = ReportsPage(make_context(empty_workspace))
    qtbot.addWidget(page)
    page.retranslate()
    page.show()
    page.activated()
    page.empty.button.click()
    assert page.context.navigate == [("lists", {"choose": True})]


def test_earlier_answers_are_checked_in_the_review_page_blind(page: ReportsPage) -> None:
    workspace = page.context.workspace
    _merge_some(workspace)
    page.refresh(frozenset())
    page.own.button.click()
    name, arguments = page.context.navigate[-1]  # type: ignore[index]  # the visits of the tests are a list
    assert name == "review"
    assert arguments["subset"].is_blind
    assert len(arguments["subset"].ids) == 10
