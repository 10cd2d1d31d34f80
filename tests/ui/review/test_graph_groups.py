"""The graph of a large cluster: groups of near-identical members that the arrows walk through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.review_driving import Key, OpenPage, draft_of, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_forty_members_are_shown_in_groups_that_hold_every_member_once(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(40)
    press(qtbot, page, Key.Key_G)
    graph = page.panel.graph
    groups = graph.grouping.groups
    told = [number for group in groups for number in group.numbers]
    assert sorted(told) == sorted(member.number for member in draft_of(page).view.members)
    assert 1 < len(groups) <= 20
    assert "40 members grouped by" in graph.accessibleName()
    assert not graph.grab().isNull()


def test_enter_goes_to_the_first_member_of_the_group_under_the_focus(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(40)
    press(qtbot, page, Key.Key_G)
    graph = page.panel.graph
    qtbot.keyClick(graph, Key.Key_Down)
    first = graph.grouping.groups[1].numbers[0]
    assert graph.current.number == first
    assert str(len(graph.grouping.groups[1].numbers)) in graph.accessibleDescription()
    with qtbot.waitSignal(graph.chosen, check_params_cb=lambda record: record == graph.current.record_id):
        qtbot.keyClick(graph, Key.Key_Return)


def test_members_that_are_left_out_stand_in_groups_of_their_own(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(40)
    draft = draft_of(page)
    draft.exclude(draft.view.members[-1].record_id)
    press(qtbot, page, Key.Key_G)
    groups = page.panel.graph.grouping.groups
    assert [group.numbers for group in groups if group.is_out] == [(draft.view.members[-1].number,)]
    assert [group.is_out for group in groups] == sorted(group.is_out for group in groups)
