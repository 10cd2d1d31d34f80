"""The review page on a real store, driven by keys."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget

from steward.domain.decisions import DecisionKind
from steward.domain.history import BY_MATCH
from steward.ui.jobs import Jobs
from steward.ui.pages.review import walk
from steward.ui.pages.review.filters import Filters
from steward.ui.pages.review.page import ReviewPage
from steward.ui.pages.review.value_editor import ValueEditor
from steward.ui.pages.review.veto_dialog import VetoDialog
from steward.workspace import Workspace
from steward.workspace.views import CellState
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

    from pytestqt.qtbot import QtBot

    from steward.ui.language import Language
    from steward.ui.page import PageContext
    from steward.ui.problems import Problems
    from steward.workspace.views import FieldRow

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


def test_values_taken_and_typed_are_stored_as_shown(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3)
    for attribute, member in (("name", Key.Key_2), ("city", Key.Key_3), ("address", Key.Key_2)):
        grid = page.pane.grid
        while grid.current_attribute() != attribute:
            before = grid.current_attribute()
            press(qtbot, page, Key.Key_Down)
            if grid.current_attribute() == before:
                grid.move_focus(-99, 0)
        press(qtbot, page, member)
    press(qtbot, page, Key.Key_F2)
    editor = page.window().focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Jalan Aman Sekali 5")
    qtbot.keyClick(editor, Key.Key_Return)
    shown, cin = shown_golden(page), draft_of(page).surviving_cin
    assert "Jalan Aman Sekali 5" in shown.values()
    press(qtbot, page, Key.Key_A)
    assert stored_golden(page, cin) == shown


def test_a_typed_value_that_cant_be_read_is_refused_at_its_cell(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3)
    first, before = page.session.current, decision_count(page)
    page.pane.grid.move_focus(-99, 0)
    for _ in page.pane.grid.model.fields:
        if page.pane.grid.current_attribute() != "phone":
            press(qtbot, page, Key.Key_Down)
    assert page.pane.grid.current_attribute() == "phone"
    press(qtbot, page, Key.Key_F2)
    editor = page.window().focusWidget()
    assert isinstance(editor, ValueEditor)
    editor.selectAll()
    qtbot.keyClicks(editor, "someday")
    qtbot.keyClick(editor, Key.Key_Return)
    assert editor.isVisible()
    assert editor.refusal.isVisible()
    assert "can't be read as" in editor.refusal.text()
    page.answers.approve()
    assert (page.session.current, decision_count(page)) == (first, before)
    editor.selectAll()
    qtbot.keyClicks(editor, "081233445566")
    qtbot.keyClick(editor, Key.Key_Return)
    assert not editor.isVisible()
    assert not editor.refusal.isVisible()
    assert draft_of(page).choices["phone"] == "081233445566"


def test_taking_the_same_value_again_goes_back_to_the_rule(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3)
    before = shown_golden(page)
    press(qtbot, page, Key.Key_2)
    press(qtbot, page, Key.Key_2)
    assert not draft_of(page).choices
    assert shown_golden(page) == before


def test_an_excluded_member_stays_a_customer_of_its_own(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3)
    draft = draft_of(page)
    press(qtbot, page, Key.Key_X)
    out = next(member for member in draft.view.members if member.record_id not in draft.included)
    assert str(out.number) in page.bar.approve.text().split("leave")[1]
    press(qtbot, page, Key.Key_A)
    assert workspace_of(page).cin_of(out.record_id) == out.cin


@pytest.mark.parametrize("copies", [2, 8, 40])
def test_arrows_move_the_focus_and_decide_nothing(open_page: OpenPage, qtbot: QtBot, copies: int) -> None:
    page = open_page(copies, 2)
    page.session.open(max(page.session.queue.ids, key=lambda one: len(workspace_of(page).cluster(one).members)))
    assert len(draft_of(page).view.members) == copies
    page.pane.grid.setFocus()
    cluster, choices = page.session.current, dict(draft_of(page).choices)
    for key in ARROWS * 5:
        press(qtbot, page, key)
    assert decision_count(page) == 0
    assert page.session.current == cluster
    assert draft_of(page).choices == choices


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
    page = open_page(3, 2)
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


def test_skip_puts_the_cluster_at_the_end(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    first = page.session.current
    press(qtbot, page, Key.Key_Space)
    assert page.session.current != first
    assert page.session.queue.ids[-1] == first
    assert decision_count(page) == 0


def test_partial_work_survives_leaving_the_cluster(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3, 2)
    press(qtbot, page, Key.Key_X)
    press(qtbot, page, Key.Key_2)
    included, choices = draft_of(page).included, dict(draft_of(page).choices)
    press(qtbot, page, Key.Key_PageDown)
    press(qtbot, page, Key.Key_PageUp)
    assert draft_of(page).included == included
    assert draft_of(page).choices == choices


def test_brackets_walk_the_queue_like_page_keys(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    first, second = page.session.queue.ids[:2]
    press(qtbot, page, Key.Key_BracketRight)
    assert page.session.current == second
    press(qtbot, page, Key.Key_BracketLeft)
    assert page.session.current == first


def test_a_change_elsewhere_keeps_the_work_in_the_draft(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3, 2)
    press(qtbot, page, Key.Key_X)
    included = draft_of(page).included
    other = page.session.queue.ids[1]
    workspace_of(page).approve(workspace_of(page).draft(other))
    page.context.events.announce(BY_MATCH)
    assert draft_of(page).included == included
    assert other not in page.session.queue.ids
    assert page.pane.banner.text == ""


def test_a_decision_reversed_elsewhere_opens_its_cluster_again(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    first = page.session.current
    press(qtbot, page, Key.Key_A)
    workspace_of(page).reverse(workspace_of(page).last_decisions(1)[0].id)
    page.context.events.announce(BY_MATCH)
    assert page.session.current == first


def test_the_last_decisions_list_takes_one_back(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    before = workspace_of(page).fingerprint()
    press(qtbot, page, Key.Key_A)
    qtbot.waitUntil(lambda: page.sidebar.decisions.model().rowCount() == 1)
    page.sidebar.decisions.setFocus()
    page.sidebar.decisions.setCurrentIndex(page.sidebar.decisions.model().index(0, 0))
    press(qtbot, page, Key.Key_Return)
    assert workspace_of(page).fingerprint() == before


def test_the_toast_offers_the_way_back(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    before = workspace_of(page).fingerprint()
    press(qtbot, page, Key.Key_A)
    text, undo = page.context.toast[-1]  # type: ignore[index]  # the fixture's toast is a list
    assert text.startswith("Merged 2, ")
    undo()
    assert workspace_of(page).fingerprint() == before


def test_focus_lands_on_the_first_conflict(open_page: OpenPage) -> None:
    page = open_page()
    grid = page.pane.grid
    row = grid.model.table.rows[grid.current_attribute() or ""]
    assert row.state is CellState.CONFLICT
    assert page.window().focusWidget() is grid.focusProxy()


def test_tab_leaves_the_grid(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    grid = page.window().focusWidget()
    press(qtbot, page, Key.Key_Tab)
    assert page.window().focusWidget() is not grid


def test_h_unfolds_and_folds_the_quiet_rows(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    model = page.pane.grid.model
    few, focus = model.rowCount(), page.pane.grid.current_attribute()
    press(qtbot, page, Key.Key_H)
    assert model.rowCount() == few + len(model.table.folded)
    assert page.pane.grid.current_attribute() == focus
    press(qtbot, page, Key.Key_H)
    assert model.rowCount() == few


def test_the_finished_queue_says_so_and_undo_still_works(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2)
    first = page.session.current
    press(qtbot, page, Key.Key_A)
    assert page.session.draft is None
    assert page.scope.empty.isVisible()
    press(qtbot, page, Key.Key_U)
    assert page.session.current == first


def test_a_store_without_clusters_says_what_to_do(open_page: OpenPage) -> None:
    page = open_page(1)
    assert page.scope.empty.isVisible()
    assert "Load lists" in page.scope.empty.sentence.text()


def test_the_queue_sorts_as_a_whole(open_page: OpenPage) -> None:
    page = open_page(2, 4, 3)
    page.sidebar.sort_asked.emit("impact")
    assert list(page.session.queue.ids) == list(workspace_of(page).queue("impact"))
    assert page.session.current == page.session.queue.ids[0]


def test_the_cut_leaves_out_what_the_evidence_would_leave_out_and_takes_it_back(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(VETO)
    proposed = draft_of(page).view.proposed_out
    assert proposed
    press(qtbot, page, Key.Key_S)
    assert draft_of(page).excluded_numbers == ()
    press(qtbot, page, Key.Key_S)
    assert set(proposed) <= set(draft_of(page).excluded_numbers)


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


def test_l_locks_a_stored_value_and_unlocks_it_again(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    grid = page.pane.grid
    while not (row := grid.model.table.rows[grid.current_attribute() or ""]).golden or not _is_stored(page, row):
        press(qtbot, page, Key.Key_Down)
    attribute = row.attribute
    press(qtbot, page, Key.Key_L)
    assert workspace_of(page).last_decisions(1)[0].kind is DecisionKind.LOCK
    golden = grid.model.table.rows[attribute].golden
    assert golden is not None
    assert golden.is_locked
    press(qtbot, page, Key.Key_L)
    assert workspace_of(page).last_decisions(1)[0].kind is DecisionKind.UNLOCK


def _is_stored(page: ReviewPage, row: FieldRow) -> bool:
    golden = row.golden
    return golden is not None and stored_golden(page, draft_of(page).surviving_cin).get(row.attribute) == golden.value


def test_everything_that_takes_the_focus_has_a_name(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3, 2)
    for key in (Key.Key_R, Key.Key_D):
        press(qtbot, page, key)
        nameless = [
            f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
            for widget in page.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not widget.accessibleName()
            and not widget.objectName().startswith("qt_")
        ]
        assert nameless == []


def test_the_language_switches_while_a_cluster_is_open(open_page: OpenPage, qtbot: QtBot, language: Language) -> None:
    page = open_page(3, 2)
    english = page.bar.skip.text()
    language.use("id")
    qtbot.waitUntil(lambda: page.bar.skip.text() != english)
    language.use("en")
    qtbot.waitUntil(lambda: page.bar.skip.text() == english)


def test_the_last_decisions_and_the_open_panel_follow_the_language(
    open_page: OpenPage, qtbot: QtBot, language: Language
) -> None:
    page = open_page(2, 2, 2)
    press(qtbot, page, Key.Key_A)
    qtbot.waitUntil(lambda: page.sidebar.decisions.model().rowCount() > 0)
    press(qtbot, page, Key.Key_P)
    title = page.panel.title_text
    first = page.sidebar.decisions.model().index(0, 0)
    sentence = first.data()
    language.use("id")
    qtbot.waitUntil(lambda: page.sidebar.decisions.model().index(0, 0).data() != sentence)
    page.retranslate()
    assert page.panel.subject == "provenance"
    language.use("en")
    qtbot.waitUntil(lambda: page.sidebar.decisions.model().index(0, 0).data() == sentence)
    assert page.panel.title_text == title


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
        page.activated()
        qtbot.waitUntil(lambda: page.session.draft is not None)
        first, seen = page.session.current, []
        page.session.cluster_opened.connect(lambda _draft: seen.append(decision_count(page)))
        press(qtbot, page, Key.Key_A)
        qtbot.waitUntil(lambda: page.session.current != first and page.session.draft is not None)
        jobs.close()
    assert seen[0] == 1


def test_enter_takes_the_value_under_the_focus_for_members_without_a_digit(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(12)
    grid = page.pane.grid
    grid.setFocus()
    for _ in range(11):
        press(qtbot, page, Key.Key_Down)
    attribute, record = grid.current_attribute(), grid.current_record()
    assert record == grid.model.table.members[11].record_id
    press(qtbot, page, Key.Key_Return)
    assert draft_of(page).choices == {attribute: record}
    assert decision_count(page) == 0


def test_member_columns_share_the_width_beside_the_scroll_bar(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(4)
    page.resize(1290, 300)
    press(qtbot, page, Key.Key_H)
    members = page.pane.grid.focusProxy()
    assert isinstance(members, QTableView)
    qtbot.waitUntil(lambda: members.verticalScrollBar().isVisible())
    qtbot.waitUntil(lambda: members.horizontalScrollBar().maximum() == 0)


def test_a_queue_that_is_read_in_two_steps_is_whole_and_stays_where_it_is(
    open_page: OpenPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk, "FIRST_CLUSTERS", 2)
    page = open_page(2, 2, 2, 2, 2)
    opened: list[object] = []
    page.session.cluster_opened.connect(opened.append)
    page.scope.show_filters(Filters(sort="name"))
    whole = workspace_of(page).queue("name")
    assert page.session.current == whole[0]
    qtbot.waitUntil(lambda: list(page.session.queue.ids) == whole)
    assert len(opened) == 1
    assert page.sidebar.list.currentIndex().row() == 0
    press(qtbot, page, Key.Key_N)
    assert list(page.session.queue.ids) == whole[1:]
