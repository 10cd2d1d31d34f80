"""Learning on the screen: proposed, shown whole, applied or left; and the questions that teach most."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from steward.domain.history import BY_DECISION
from steward.ui.pages.learning.cards import outcome_label
from steward.ui.pages.learning.page import LearningPage
from steward.workspace import Workspace
from tests.ui.pages_builders import open_copy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.language import Language
    from steward.ui.page import PageContext
    from steward.ui.window.main_window import MainWindow


@pytest.fixture(scope="module")
def decided_store(matched_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A steward who calls likely clusters different people; made once, never changed."""
    path = tmp_path_factory.mktemp("decided") / "customers.steward"
    shutil.copy(matched_store, path)
    with Workspace.open(path, steward="Ratna") as workspace:
        for place, cluster_id in enumerate(workspace.queue("uncertainty")[:20]):
            draft = workspace.draft(cluster_id)
            if place % 2 or not draft.can_merge or draft.vetoes:
                workspace.reject(draft)
            else:
                workspace.approve(draft)
    return path


@pytest.fixture
def decided(decided_store: Path, tmp_path: Path) -> Iterator[Workspace]:
    with open_copy(decided_store, tmp_path) as workspace:
        yield workspace


@pytest.fixture
def page(qtbot: QtBot, decided: Workspace, make_context: Callable[[Any], PageContext]) -> LearningPage:
    page = LearningPage(make_context(decided))
    qtbot.addWidget(page)
    qtbot.addWidget(page.tabs)
    page.resize(1200, 700)
    page.retranslate()
    page.show()
    page.activated()
    return page


def test_button_says_how_many_decisions_teach(page: LearningPage, decided: Workspace) -> None:
    assert decided.teaching_count() == 20
    assert "20" in page.apply_button.text()


def test_forgetting_is_offered_once_something_was_learnt(page: LearningPage) -> None:
    assert page.forget_button.isHidden()
    page.answer()
    page.answer()
    assert page.forget_button.isVisible()
    page.forget()
    assert page.forget_button.isHidden()


def test_proposal_is_shown_whole_and_changes_nothing(page: LearningPage, decided: Workspace) -> None:
    before = decided.queue()
    page.answer()
    proposal = decided.propose_learning()
    assert page.clusters.model.rowCount() == len(proposal.formed) + len(proposal.dissolved)
    assert page.weights.model.rowCount() == len(proposal.weights) > 0
    named = {*proposal.contradicted_before, *proposal.contradicted_after}
    assert page.contradictions.model.rowCount() == len(named)
    assert decided.queue() == before
    assert page.figure.isVisible()


def test_leaving_it_learns_nothing(page: LearningPage, decided: Workspace) -> None:
    before = [decided.cluster(cluster_id).probability for cluster_id in decided.queue()]
    page.answer()
    page.leave()
    assert page.empty.isVisible()
    assert [decided.cluster(cluster_id).probability for cluster_id in decided.queue()] == before


def test_applying_gives_the_queue_that_was_proposed(page: LearningPage, decided: Workspace) -> None:
    page.answer()
    page.answer()
    assert page.empty.isVisible()
    text, _ = page.context.toast[-1]  # type: ignore[index]  # the toasts of the tests are a list
    assert text.startswith("Learnt.")
    assert decided.propose_learning().weights == ()


def test_newer_decisions_make_the_proposal_old(page: LearningPage, decided: Workspace) -> None:
    page.answer()
    page.context.events.announce(BY_DECISION)
    assert page.empty.isVisible()


def test_without_decisions_there_is_nothing_to_learn(qtbot: QtBot, context: PageContext) -> None:
    page = LearningPage(context)
    qtbot.addWidget(page)
    qtbot.addWidget(page.tabs)
    page.retranslate()
    page.show()
    page.activated()
    assert not page.apply_button.isEnabled()
    page.empty.button.click()
    assert page.context.navigate[-1][0] == "review"  # type: ignore[index]  # the visits of the tests are a list


def test_questions_open_in_the_review_page_by_their_key(open_window: MainWindow) -> None:
    assert open_window.context is not None
    open_window.context.actions.trigger("app.questions")
    page = open_window.current_page
    assert page is not None
    assert page.page_id == "review"
    asked = [one.subject for one in open_window.context.workspace.questions(12)]
    assert page.session.current == asked[0]  # type: ignore[attr-defined]  # the review page has a session
    assert len(page.session.queue) == len(asked)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("outcome", "text"), [("exact", "the same"), ("left_out", "left out"), ("initial", "only the initial")]
)
def test_outcomes_of_comparisons_have_words(language: Language, outcome: str, text: str) -> None:
    assert outcome_label(outcome) == text
