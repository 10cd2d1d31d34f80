"""What each answer on the review page writes, and that nothing else writes, driven by keys."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QLineEdit

from steward.domain.decisions import DecisionKind
from steward.ui.jobs import Jobs
from steward.ui.pages.review.page import ReviewPage
from steward.ui.pages.review.veto_dialog import VetoDialog
from steward.ui.widgets.chip import Chip
from steward.workspace import Workspace
from tests.ui.review_driving import (
    VETO,
    Key,
    Modifier,
    OpenPage,
    decision_count,
    draft_of,
    press,
    shown_golden,
    stored_golden,
    workspace_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import Qt
    from pytestqt.qtbot import QtBot

    from steward.ui.page import PageContext
    from steward.ui.problems import Problems

ARROWS = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)


def test_a_writes_what_the_golden_column_shows_and_opens_the_next_cluster(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    first, shown, cin = page.session.current, shown_golden(page), draft_of(page).surviving_cin
    members = [member.record_id for member in draft_of(page).view.members]
    press(qtbot, page, Key.Key_A)
    assert stored_golden(page, cin) == shown
    assert {workspace_of(page).cin_of(record) for record in members} == {cin}
    assert page.session.current != first
    assert first not in page.session.queue.ids


@pytest.mark.parametrize("copies", [2, 8, 40])
def test_every_number_of_members_is_merged_by_one_key(open_page: OpenPage, qtbot: QtBot, copies: int) -> None:
    page = open_page(copies)
    shown, cin = shown_golden(page), draft_of(page).surviving_cin
    assert page.pane.grid.model.table.is_transposed == (copies > 8)
    press(qtbot, page, Key.Key_A)
    assert stored_golden(page, cin) == shown
    assert len(workspace_of(page).members(cin)) == copies


def test_letters_in_a_text_field_decide_nothing(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    cluster = page.session.current
    press(qtbot, page, Key.Key_F2)
    editor = page.window().focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.clear()
    qtbot.keyClicks(editor, "Anna N XD SH 12 U")
    assert editor.text() == "Anna N XD SH 12 U"
    assert decision_count(page) == 0
    assert page.session.current == cluster
    qtbot.keyClick(editor, Key.Key_Escape)
    assert not draft_of(page).choices


@pytest.mark.parametrize("key", [Key.Key_U, Key.Key_Backspace])
def test_undo_brings_the_cluster_back_as_it_was(open_page: OpenPage, qtbot: QtBot, key: Qt.Key) -> None:
    page = open_page(3, 3)
    before, cluster = workspace_of(page).fingerprint(), page.session.current
    press(qtbot, page, Key.Key_X)
    included = draft_of(page).included
    press(qtbot, page, Key.Key_A)
    assert workspace_of(page).fingerprint() != before
    press(qtbot, page, key)
    assert workspace_of(page).fingerprint() == before
    assert page.session.current == cluster
    assert draft_of(page).included == included


def test_redo_takes_the_undo_back(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    press(qtbot, page, Key.Key_A)
    after = workspace_of(page).fingerprint()
    press(qtbot, page, Key.Key_U)
    press(qtbot, page, Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert workspace_of(page).fingerprint() == after


def test_redo_says_that_it_counts_again(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    press(qtbot, page, Key.Key_A)
    press(qtbot, page, Key.Key_U)
    press(qtbot, page, Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    text, _ = page.context.toast[-1]  # type: ignore[index]  # the fixture's toast is a list
    assert text == f"Decided again, #{page.session.last_step}"


def test_not_the_same_keeps_everyone_apart_and_is_not_asked_again(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    members = [member.record_id for member in draft_of(page).view.members]
    press(qtbot, page, Key.Key_N)
    assert len({workspace_of(page).cin_of(record) for record in members}) == 2
    workspace_of(page).match()
    asked = [workspace_of(page).cluster(one).members for one in workspace_of(page).queue()]
    assert all({member.record_id for member in cluster} != set(members) for cluster in asked)


def test_related_asks_how_and_takes_the_digit(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    press(qtbot, page, Key.Key_R)
    assert page.relate_panel.is_open
    assert decision_count(page) == 0
    press(qtbot, page, Key.Key_2)
    newest = workspace_of(page).last_decisions(1)[0]
    assert newest.kind is DecisionKind.RELATED
    assert newest.relation == "spouse"
    assert not page.relate_panel.is_open


def test_escape_closes_a_question_and_nothing_has_happened(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    for key, panel in ((Key.Key_R, page.relate_panel), (Key.Key_D, page.later_panel)):
        press(qtbot, page, key)
        assert panel.is_open
        press(qtbot, page, Key.Key_Escape)
        assert not panel.is_open
    assert decision_count(page) == 0


def test_later_keeps_reason_and_day(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    cluster = page.session.current
    press(qtbot, page, Key.Key_D)
    press(qtbot, page, Key.Key_2)
    press(qtbot, page, Key.Key_D)
    newest = workspace_of(page).last_decisions(1)[0]
    assert newest.kind is DecisionKind.DEFER
    assert newest.reason == "customer must answer"
    assert cluster in workspace_of(page).queue(state="deferred")
    assert cluster not in workspace_of(page).queue()


@pytest.mark.parametrize("width", [920, 1290])
def test_reasons_are_shown_whole_at_large_text(open_page: OpenPage, qtbot: QtBot, width: int) -> None:
    page = open_page()
    page.context.look.set_scale(150)
    page.resize(width, 690)
    press(qtbot, page, Key.Key_D)
    chips = page.later_panel.findChildren(Chip)
    qtbot.waitUntil(lambda: all(chip.isVisible() and chip.width() >= chip.sizeHint().width() for chip in chips))
    assert len({chip.y() for chip in chips if not chip.isChecked()}) > 1


def test_the_toast_offers_the_way_back(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    before = workspace_of(page).fingerprint()
    press(qtbot, page, Key.Key_A)
    text, undo = page.context.toast[-1]  # type: ignore[index]  # the fixture's toast is a list
    assert text.startswith("Merged 2, ")
    undo()
    assert workspace_of(page).fingerprint() == before


def test_a_veto_asks_for_a_reason_and_without_one_nothing_happens(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(VETO)
    press(qtbot, page, Key.Key_S)
    cluster, before = page.session.current, decision_count(page)
    press(qtbot, page, Key.Key_A)
    dialog = page.findChild(VetoDialog)
    assert dialog is not None
    reason = dialog.findChild(QLineEdit)
    qtbot.keyClick(reason, Key.Key_Return)
    assert decision_count(page) == before
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert decision_count(page) == before
    assert page.session.current == cluster


def test_a_reason_merges_against_a_veto_and_is_kept(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(VETO)
    press(qtbot, page, Key.Key_S)
    members = [member.record_id for member in draft_of(page).view.members]
    press(qtbot, page, Key.Key_A)
    dialog = page.findChild(VetoDialog)
    assert dialog is not None
    reason = dialog.findChild(QLineEdit)
    qtbot.keyClicks(reason, "NIK mistyped, seen the card")
    qtbot.keyClick(reason, Key.Key_Return)
    assert len({workspace_of(page).cin_of(record) for record in members}) == 1
    assert workspace_of(page).last_decisions(1)[0].reason == "NIK mistyped, seen the card"


def test_shift_x_writes_that_the_member_is_another_customer(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3)
    cluster = page.session.current
    press(qtbot, page, Key.Key_X, Modifier.ShiftModifier)
    assert workspace_of(page).last_decisions(1)[0].kind is DecisionKind.NOT_SAME
    assert cluster is not None


@pytest.mark.parametrize("seed", range(6))
def test_random_keys_never_write_anything_but_what_is_shown(open_page: OpenPage, qtbot: QtBot, seed: int) -> None:
    page = open_page(3, 12, 2, VETO, 4)
    dice = random.Random(seed)
    digits = [getattr(Key, f"Key_{digit}") for digit in range(1, 10)]
    working = [*ARROWS, *digits, Key.Key_X, Key.Key_S, Key.Key_H, Key.Key_O, Key.Key_W, Key.Key_J, Key.Key_K]
    while page.session.draft is not None and decision_count(page) < 8:
        for _ in range(dice.randrange(12)):
            shifts = dice.random() < 0.15
            press(qtbot, page, dice.choice(working[:-4]), Modifier.ShiftModifier if shifts else Modifier.NoModifier)
            press(qtbot, page, dice.choice([Key.Key_BracketLeft, Key.Key_BracketRight, *working]))
        if page.free_split.is_on:
            press(qtbot, page, Key.Key_Escape)
        draft = page.session.draft
        if draft is None:
            break
        if not draft.can_merge or draft.vetoes:
            press(qtbot, page, Key.Key_Space if len(page.session.queue) > 1 else Key.Key_N)
            continue
        shown, cin, count = shown_golden(page), draft.surviving_cin, decision_count(page)
        press(qtbot, page, Key.Key_A)
        assert decision_count(page) == count + 1
        assert stored_golden(page, cin) == shown
        if dice.random() < 0.3:
            press(qtbot, page, Key.Key_U)
    assert workspace_of(page).verify() == []


@pytest.mark.parametrize("key", [*ARROWS, Key.Key_PageDown, Key.Key_Space])
def test_no_key_but_the_answers_decides_from_the_focused_answer(open_page: OpenPage, qtbot: QtBot, key: Qt.Key) -> None:
    page = open_page()
    page.bar.approve.setFocus()
    press(qtbot, page, key)
    assert decision_count(page) == 0


def test_with_threads_the_decision_is_committed_before_the_next_cluster_shows(
    matched_store: Callable[[tuple[int, ...]], Path],
    tmp_path: Path,
    make_context: Callable[[Any], PageContext],
    problems: Problems,
    qtbot: QtBot,
) -> None:
    path = shutil.copy(matched_store((2, 2, 2, 2)), tmp_path / "store.steward")
    with Workspace.open(path, steward="Ratna") as workspace:
        jobs = Jobs(problems)
        page = ReviewPage(replace(make_context(workspace), jobs=jobs))
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        page.activated()
        qtbot.waitUntil(lambda: page.isActiveWindow() and page.session.draft is not None)
        first, seen = page.session.current, []
        page.session.cluster_opened.connect(lambda _draft: seen.append(decision_count(page)))
        press(qtbot, page, Key.Key_A)
        qtbot.waitUntil(lambda: page.session.current != first and page.session.draft is not None)
        jobs.close()
    assert seen[0] == 1
