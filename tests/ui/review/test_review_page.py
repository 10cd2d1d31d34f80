"""The review page on a real store, driven by keys: values, focus, folding, names and languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget

from steward.domain.decisions import DecisionKind
from steward.ui.pages.review.similar_strip import SimilarButton
from steward.ui.pages.review.value_editor import ValueEditor
from steward.workspace.views import CellState
from tests.builders import make_cluster_view
from tests.ui.review_driving import (
    VETO,
    Key,
    OpenPage,
    decision_count,
    draft_of,
    press,
    shown_golden,
    stored_golden,
    workspace_of,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.language import Language
    from steward.ui.pages.review.page import ReviewPage
    from steward.workspace.views import FieldRow

ARROWS = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)


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


def test_keys_that_can_do_nothing_here_say_why(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2)
    assert draft_of(page).view.proposed_out == ()
    press(qtbot, page, Key.Key_S)
    text, _ = page.context.toast[-1]  # type: ignore[index]  # the fixture's toast is a list
    assert "no cut" in text
    assert "Shift+S" in text
    page.draft_keys.choose("nik", draft_of(page).view.members[0].record_id)
    text, _ = page.context.toast[-1]  # type: ignore[index]
    assert "no value here" in text
    assert not draft_of(page).choices


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


def test_a_value_that_comes_with_the_merge_is_not_locked_and_says_so(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    page.draft_keys.choose_text("city", "Cimahi")
    while page.pane.grid.current_attribute() != "city":
        press(qtbot, page, Key.Key_Down)
    before = decision_count(page)
    press(qtbot, page, Key.Key_L)
    text, _ = page.context.toast[-1]  # type: ignore[index]  # the fixture's toast is a list
    assert "merge first" in text
    assert decision_count(page) == before


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


def test_the_shares_of_similar_records_follow_the_language(
    open_page: OpenPage, qtbot: QtBot, language: Language
) -> None:
    page = open_page(3)
    draft = draft_of(page)
    draft.view = replace(draft.view, also_similar=make_cluster_view().also_similar)
    page.pane.show_draft(draft, is_other=True)
    button = page.pane.strip.findChildren(SimilarButton)[0]
    assert "0.61" in button.accessibleName()
    language.use("id")
    qtbot.waitUntil(lambda: "0,61" in button.accessibleName())


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
