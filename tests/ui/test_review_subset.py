"""A part of the queue that another page hands over: walked through in its order, and back to where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.ui.pages.review.page import ReviewPage
from steward.ui.pages.review.subset import Subset
from tests.ui.driven_actions import trigger

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.page import PageContext


@pytest.fixture
def page(qtbot: QtBot, context: PageContext) -> ReviewPage:
    page = ReviewPage(context)
    qtbot.addWidget(page)
    for widget in (*page.header_chips(), *page.header_widgets()):
        qtbot.addWidget(widget)
    page.resize(1300, 700)
    page.show()
    return page


def _hand_over(page: ReviewPage, *, is_blind: bool = False) -> Subset:
    subset = Subset("Sample #7", tuple(page.context.workspace.queue("age")[3:0:-1]), "home", is_blind)
    page.activated(subset=subset)
    return subset


def test_only_the_clusters_of_the_subset_are_walked_through_in_their_order(page: ReviewPage) -> None:
    subset = _hand_over(page)
    assert page.session.current == subset.ids[0]
    assert len(page.session.queue) == 3
    page.session.go(1)
    assert page.session.current == subset.ids[1]


def test_blind_subset_hides_the_score_until_it_is_left(page: ReviewPage) -> None:
    _hand_over(page, is_blind=True)
    assert page.pane.is_blind
    page.scope.filter_bar.filters_asked.emit(page.session.filters)
    assert not page.pane.is_blind
    assert len(page.session.queue) == len(page.context.workspace.queue())


def test_decided_subset_leads_back_to_where_it_came_from(page: ReviewPage) -> None:
    subset = _hand_over(page)
    for cluster_id in subset.ids:
        page.context.workspace.reject(page.context.workspace.draft(cluster_id))
    page.session.refresh()
    assert page.scope.empty.isVisible()
    page.scope.empty.button.click()
    assert page.context.navigate[-1][0] == "home"  # type: ignore[index]  # the visits of the tests are a list
    assert page.session.subset is None


def test_question_outside_the_queue_is_answered_by_the_keys_of_the_page(page: ReviewPage) -> None:
    workspace = page.context.workspace
    asked = [one.subject for one in workspace.questions(12)]
    page.activated(subset=Subset("12 questions", tuple(asked), "home"))
    assert page.session.current == asked[0]
    page.bar.reject.click()
    assert page.session.current == asked[1]
    assert workspace.waiting(asked) == asked[1:]
    page.session.undo()
    assert page.session.current == asked[0]


def test_band_approval_is_reached_by_its_key(page: ReviewPage) -> None:
    page.activated()
    trigger(page, "review.band")
    assert page.context.navigate[-1] == ("bands", {})  # type: ignore[index]  # the visits of the tests are a list


def test_earlier_answer_is_given_again_by_a_key_and_changes_nothing(page: ReviewPage) -> None:
    workspace = page.context.workspace
    for cluster_id in workspace.queue("certainty")[:3]:
        workspace.reject(workspace.draft(cluster_id))
    before = workspace.fingerprint()
    asked = workspace.gold_questions(3)
    page.activated(subset=Subset("3 earlier answers", tuple(asked), "reports", is_blind=True))
    assert page.session.current == asked[0]
    assert page.pane.is_blind
    page.bar.reject.click()
    assert page.session.current == asked[1]
    assert workspace.waiting(asked) == asked[1:]
    assert workspace.fingerprint() == before
    assert workspace.own_work().agreeing == 1
