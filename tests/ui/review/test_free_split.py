"""Dividing a cluster by hand, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from steward.domain.decisions import DecisionKind
from steward.ui.pages.review.veto_dialog import VetoDialog
from tests.ui.review_driving import VETO, Key, Modifier, OpenPage, decision_count, draft_of, press, workspace_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.pages.review.page import ReviewPage


def _start(qtbot: QtBot, page: ReviewPage) -> None:
    """Free split, with the focus on the first member."""
    press(qtbot, page, Key.Key_S, Modifier.ShiftModifier)
    for _ in draft_of(page).view.members:
        press(qtbot, page, Key.Key_Up if page.pane.grid.model.table.is_transposed else Key.Key_Left)


@pytest.mark.parametrize("count", [4, 12])
def test_digits_put_one_member_after_the_other_into_groups_and_a_writes_one_decision(
    open_page: OpenPage, qtbot: QtBot, count: int
) -> None:
    page = open_page(count)
    members = [member.record_id for member in draft_of(page).view.members]
    _start(qtbot, page)
    assert not page.bar.isVisible()
    for place in range(count):
        press(qtbot, page, Key.Key_2 if place % 2 else Key.Key_1)
    assert decision_count(page) == 0
    press(qtbot, page, Key.Key_A)
    workspace = workspace_of(page)
    assert decision_count(page) == 1
    assert workspace.last_decisions(1)[0].kind is DecisionKind.ARRANGE
    assert len({workspace.cin_of(record) for record in members[::2]}) == 1
    assert len({workspace.cin_of(record) for record in members[1::2]}) == 1
    assert len({workspace.cin_of(record) for record in members}) == 2


def test_undo_takes_all_groups_back_at_once(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(4)
    before, cluster = workspace_of(page).fingerprint(), page.session.current
    _start(qtbot, page)
    press(qtbot, page, Key.Key_2)
    press(qtbot, page, Key.Key_A)
    press(qtbot, page, Key.Key_U)
    assert workspace_of(page).fingerprint() == before
    assert page.session.current == cluster
    assert page.bar.isVisible()


def test_one_group_writes_nothing_and_escape_leaves(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(4)
    press(qtbot, page, Key.Key_S, Modifier.ShiftModifier)
    press(qtbot, page, Key.Key_A)
    assert decision_count(page) == 0
    assert page.free_split.is_on
    press(qtbot, page, Key.Key_Escape)
    assert not page.free_split.is_on
    assert page.bar.isVisible()


def test_members_that_a_veto_keeps_apart_go_into_one_group_only_with_a_reason(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(VETO)
    members = [member.record_id for member in draft_of(page).view.members]
    _start(qtbot, page)
    before = decision_count(page)
    for digit in (Key.Key_1, Key.Key_1, Key.Key_2):
        press(qtbot, page, digit)
    first, last = members[:2], members[2]
    press(qtbot, page, Key.Key_A)
    dialog = page.findChild(VetoDialog)
    assert dialog is not None
    assert decision_count(page) == before
    reason = dialog.findChild(QLineEdit)
    qtbot.keyClicks(reason, "seen the card")
    qtbot.keyClick(reason, Key.Key_Return)
    workspace = workspace_of(page)
    assert len({workspace.cin_of(record) for record in first}) == 1
    assert workspace.cin_of(last) != workspace.cin_of(first[0])
    assert workspace.last_decisions(1)[0].reason == "seen the card"
