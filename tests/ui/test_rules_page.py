"""The rules page over a real store: rules are tried on every golden record, saved as an act, and taken back."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from steward.domain.attributes import AttributeGroup
from steward.domain.survivorship_rules import Criterion
from steward.ui.pages.rules.page import RulesPage
from steward.ui.pages.rules.rules_draft import RulesDraft
from steward.workspace import Workspace
from steward.workspace.customers.rule_views import Rules
from tests.ui.pages_builders import open_copy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.page import PageContext


@pytest.fixture(scope="module")
def merged_store(matched_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Customers whose records say different things, so that rules matter; made once, never changed."""
    path = tmp_path_factory.mktemp("merged") / "customers.steward"
    shutil.copy(matched_store, path)
    with Workspace.open(path, steward="Ratna") as workspace:
        for cluster_id in workspace.queue("certainty")[:60]:
            draft = workspace.draft(cluster_id)
            if draft.can_merge and not draft.vetoes:
                workspace.approve(draft)
    return path


@pytest.fixture
def merged(merged_store: Path, tmp_path: Path) -> Iterator[Workspace]:
    with open_copy(merged_store, tmp_path) as workspace:
        yield workspace


@pytest.fixture
def page(qtbot: QtBot, merged: Workspace, make_context: Callable[[Any], PageContext]) -> RulesPage:
    page = RulesPage(make_context(merged))
    qtbot.addWidget(page)
    qtbot.addWidget(page.tabs)
    page.resize(1200, 700)
    page.retranslate()
    page.show()
    page.activated()
    return page


def _prefer(page: RulesPage, criterion: Criterion) -> None:
    """Put a criterion on top, by the keys."""
    while page.editor.criteria.chosen[0] != criterion:
        row = list(page.editor.criteria.chosen).index(criterion)
        page.editor.criteria_list.setCurrentIndex(page.editor.criteria.index(row))
        QTest.keyClick(page.editor.criteria_list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)


def test_nothing_can_be_saved_before_something_changed(page: RulesPage) -> None:
    assert not page.save_button.isEnabled()
    assert not page.discard_button.isEnabled()


def test_dry_run_lists_what_would_change_and_changes_nothing(page: RulesPage, merged: Workspace) -> None:
    before = merged.fingerprint()
    _prefer(page, Criterion.NEWEST)
    page.try_rules()
    assert page.dry_run.model.rowCount() > 0
    change = page.dry_run.model.row_at(0)
    assert change is not None
    golden = {value.attribute: value.value for value in merged.golden(change.cin) if value.position == 0}
    assert golden[change.attribute] == change.before != change.after
    assert change.after_source is not None
    assert merged.fingerprint() == before


def test_first_answer_tries_the_rules_and_the_second_saves_them(page: RulesPage, merged: Workspace) -> None:
    _prefer(page, Criterion.NEWEST)
    page.answer()
    change = page.dry_run.model.row_at(0)
    assert change is not None
    page.reason.setText("the shop asks at every order")
    page.answer()
    golden = {value.attribute: value.value for value in merged.golden(change.cin) if value.position == 0}
    assert golden[change.attribute] == change.after
    assert merged.rules().by_group[AttributeGroup.NAME][0] is Criterion.NEWEST
    assert next(iter(merged.decisions())).reason == "the shop asks at every order"


def test_undo_of_the_toast_restores_every_golden_value(page: RulesPage, merged: Workspace) -> None:
    before = merged.fingerprint()
    _prefer(page, Criterion.NEWEST)
    page.answer()
    page.answer()
    assert merged.fingerprint() != before
    _, undo = page.context.toast[-1]  # type: ignore[index]  # the toasts of the tests are a list
    undo()
    assert merged.fingerprint() == before


def test_trusted_lists_are_switched_on_in_the_order_of_the_list(page: RulesPage) -> None:
    page.editor.trust_list.setCurrentIndex(page.editor.trust.index(1))
    QTest.keyClick(page.editor.trust_list, Qt.Key.Key_Space)
    assert len(page.editor.trust.chosen) == 1
    assert page.save_button.isEnabled()


def test_last_criterion_cannot_be_switched_off(page: RulesPage) -> None:
    for _ in range(3):
        page.editor.criteria.toggle(0)
        page.editor.criteria.set_entries(page.editor.criteria.chosen, list(Criterion))
    assert page.editor.criteria.chosen
    assert page.context.toast  # type: ignore[truthy-function]  # the toasts of the tests are a list


def test_discarding_brings_the_rules_in_force_back(page: RulesPage) -> None:
    chosen = page.editor.criteria.chosen
    _prefer(page, Criterion.NEWEST)
    page.discard()
    assert page.editor.criteria.chosen == chosen
    assert not page.save_button.isEnabled()


def test_edits_stay_when_the_store_changes_elsewhere(page: RulesPage) -> None:
    _prefer(page, Criterion.NEWEST)
    edited = page.editor.criteria.chosen
    page.refresh(frozenset())
    page.activated()
    assert page.editor.criteria.chosen == edited


def test_language_switches_live(page: RulesPage) -> None:
    page.context.language.use("id")
    page.retranslate()
    assert page.editor.groups.data(page.editor.groups.index(0, 0)) == "Nama"


def test_store_without_lists_says_what_to_do(qtbot: QtBot, empty_workspace: Workspace, make_context: object) -> None:
    page = RulesPage(make_context(empty_workspace))  # type: ignore[operator]  # the fixture is a function
    qtbot.addWidget(page)
    qtbot.addWidget(page.tabs)
    page.retranslate()
    page.show()
    page.activated()
    page.empty.button.click()
    assert page.empty.isVisible()
    assert page.context.navigate == [("lists", {"choose": True})]


def test_usual_criteria_are_no_choice_of_the_steward() -> None:
    draft = RulesDraft(Rules())
    usual = draft.criteria(AttributeGroup.NAME)
    draft.set_criteria(AttributeGroup.NAME, (Criterion.LONGEST,))
    assert draft.is_changed
    draft.set_criteria(AttributeGroup.NAME, usual)
    assert not draft.is_changed
    assert draft.is_usual


def test_all_rules_are_seen_at_once_in_a_small_window(page: RulesPage, qtbot: QtBot) -> None:
    bar, lists = page.editor.verticalScrollBar(), (page.editor.criteria_list, page.editor.trust_list)
    page.resize(1294, 688)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    page.resize(900, 688)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert all(one.height() == one.sizeHint().height() for one in lists)
