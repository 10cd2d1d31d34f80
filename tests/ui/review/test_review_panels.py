"""The panel beside the grid: adding, moving, origins, notes, pairs and the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from steward.ui.pages.review.grid_overlay import CutPill
from steward.ui.words.values import phone_text
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
    from pytestqt.qtbot import QtBot

    from steward.ui.pages.review.page import ReviewPage


def type_and_enter(qtbot: QtBot, page: ReviewPage, text: str) -> None:
    """Text into the field that has the focus, then Enter twice: search, and take the first hit."""
    field = page.window().focusWidget()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Key.Key_Return)
    if page.panel.subject:
        qtbot.keyClick(field, Key.Key_Return)


def outsider(page: ReviewPage) -> tuple[int, str]:
    """A record of another cluster, and a text that finds it alone."""
    inside = {member.record_id for member in draft_of(page).view.members}
    record = next(record for record in workspace_of(page).records() if record.id not in inside)
    return record.id, record.first("email")


def test_esc_closes_the_panel_from_the_grid_too(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2)
    page.pane.grid.setFocus()
    press(qtbot, page, Key.Key_P)
    assert page.panel.subject
    page.pane.grid.setFocus()
    press(qtbot, page, Key.Key_Escape)
    assert page.panel.subject == ""


def test_plus_adds_a_record_that_the_merge_takes_in(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 2)
    before = {member.record_id for member in draft_of(page).view.members}
    press(qtbot, page, Key.Key_Plus)
    type_and_enter(qtbot, page, outsider(page)[1])
    (added,) = {member.record_id for member in draft_of(page).view.members} - before
    assert added in draft_of(page).included
    assert page.pane.banner.text == ""
    assert page.panel.subject == ""
    shown, cin = shown_golden(page), draft_of(page).surviving_cin
    press(qtbot, page, Key.Key_A)
    assert workspace_of(page).cin_of(added) == cin
    assert stored_golden(page, cin) == shown


def test_letters_in_the_search_decide_nothing_and_escape_closes_it(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 2)
    before = decision_count(page)
    press(qtbot, page, Key.Key_Plus)
    field = page.window().focusWidget()
    qtbot.keyClicks(field, "an annu")
    qtbot.keyClick(field, Key.Key_Escape)
    assert page.panel.subject == ""
    assert decision_count(page) == before


def test_hits_of_one_name_are_told_apart(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 2)
    record = next(iter(workspace_of(page).records()))
    press(qtbot, page, Key.Key_Plus)
    field = page.window().focusWidget()
    qtbot.keyClicks(field, record.first("name"))
    qtbot.keyClick(field, Key.Key_Return)
    line = next(line for line in page.panel.list.lines if line.text.casefold() == record.first("name").casefold())
    assert record.first_standard("city") in line.detail
    assert phone_text(record.first_standard("phone")) in line.detail


@pytest.mark.parametrize("key", [Key.Key_Plus, Key.Key_M])
def test_a_search_that_finds_nothing_says_so(open_page: OpenPage, qtbot: QtBot, key: Key) -> None:
    page = open_page(2, 2)
    press(qtbot, page, key)
    type_and_enter(qtbot, page, "qqzzxxqq")
    assert [line.text for line in page.panel.list.lines] == ["Nothing found"]
    assert page.panel.subject


def test_m_moves_the_member_to_another_customer_and_u_takes_it_back(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 2)
    record = page.pane.grid.current_record()
    assert record is not None
    other, email = outsider(page)
    before, target = workspace_of(page).cin_of(record), workspace_of(page).cin_of(other)
    press(qtbot, page, Key.Key_M)
    type_and_enter(qtbot, page, email)
    assert workspace_of(page).cin_of(record) == target
    page.session.undo()
    assert workspace_of(page).cin_of(record) == before


def test_p_lists_every_value_of_the_field_and_follows_the_focus(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3)
    press(qtbot, page, Key.Key_P)
    grid = page.pane.grid
    for _ in range(len(grid.model.fields)):
        attribute = grid.current_attribute()
        assert attribute is not None
        texts = [line.text for line in page.panel.list.lines]
        for member in draft_of(page).view.members:
            assert set(draft_of(page).basis.records[member.record_id].values.get(attribute, ())) <= set(texts)
        press(qtbot, page, Key.Key_Down)
    press(qtbot, page, Key.Key_P)
    assert page.panel.subject == ""


def test_t_shows_what_happened_to_the_customers(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(VETO)
    press(qtbot, page, Key.Key_T)
    texts = [line.text for line in page.panel.list.lines]
    assert any("Merged" in text for text in texts)
    assert sum("First seen" in text for text in texts) == len(draft_of(page).view.members)


def test_c_keeps_a_note_on_the_cluster(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 2)
    cluster = page.session.current
    press(qtbot, page, Key.Key_C)
    field = page.window().focusWidget()
    qtbot.keyClicks(field, "ask the shop")
    qtbot.keyClick(field, Key.Key_Return)
    assert [line.text for line in page.panel.list.lines] == ["ask the shop"]
    assert [note.text for note in workspace_of(page).comments(cluster)] == ["ask the shop"]
    assert page.session.current == cluster


def test_an_at_sign_in_a_note_names_who_is_to_decide(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    cluster = page.session.current
    assert cluster is not None
    press(qtbot, page, Key.Key_C)
    focus = page.window().focusWidget()
    qtbot.keyClicks(focus, "@Dewi Lestari")
    qtbot.keyClick(focus, Key.Key_Return)
    assert workspace_of(page).assigned() == {cluster: "Dewi Lestari"}
    assert workspace_of(page).comments(cluster) == []
    assert "Dewi Lestari" in page.panel.list.lines[0].text
    qtbot.keyClicks(focus, "@")
    qtbot.keyClick(focus, Key.Key_Return)
    assert workspace_of(page).assigned() == {}


def test_shift_w_compares_the_member_with_each_other_one(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3)
    press(qtbot, page, Key.Key_W, Modifier.ShiftModifier)
    first = page.panel.title_text
    assert "against" in first
    press(qtbot, page, Key.Key_Right)
    assert page.panel.title_text != first


def test_g_draws_the_cluster_and_goes_to_a_member(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(4)
    press(qtbot, page, Key.Key_G)
    graph = page.panel.graph
    assert "4 members" in graph.accessibleName()
    assert not graph.grab().isNull()
    press(qtbot, page, Key.Key_Right)
    wanted = graph.current
    press(qtbot, page, Key.Key_Return)
    assert wanted is not None
    assert page.pane.grid.current_record() == wanted.record_id


def test_the_graph_says_who_is_left_out(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(4)
    press(qtbot, page, Key.Key_G)
    page.draft_keys.toggle(draft_of(page).view.members[3].record_id)
    assert "Left out: 4" in page.panel.graph.accessibleName()


def test_what_only_looks_follows_to_the_next_cluster(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 3)
    press(qtbot, page, Key.Key_G)
    page.pane.grid.setFocus()
    press(qtbot, page, Key.Key_BracketRight)
    assert page.panel.subject == "graph"
    assert f"{len(draft_of(page).view.members)} members" in page.panel.graph.accessibleName()


def test_blind_mode_hides_score_and_evidence_until_asked(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 2)
    said = page.pane.why.accessibleName()
    press(qtbot, page, Key.Key_B)
    assert page.pane.why.accessibleName() != said
    press(qtbot, page, Key.Key_W)
    assert page.pane.why.accessibleName() == said
    press(qtbot, page, Key.Key_BracketRight)
    assert "Blind" in page.pane.why.accessibleName()


def test_blind_mode_draws_no_cut_until_asked(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(VETO)
    assert draft_of(page).view.proposed_out
    (pill,) = page.pane.grid.findChildren(CutPill)
    assert pill.isVisible()
    press(qtbot, page, Key.Key_B)
    assert not pill.isVisible()
    press(qtbot, page, Key.Key_W)
    assert pill.isVisible()


def test_other_keys_of_the_steward_work_and_single_keys_can_be_switched_off(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 2, 2, 2)
    settings = page.context.settings
    before = decision_count(page)
    settings.single_keys = False
    press(qtbot, page, Key.Key_A)
    assert decision_count(page) == before
    settings.set_shortcut("review.approve", "Ctrl+Return")
    press(qtbot, page, Key.Key_Return, Modifier.ControlModifier)
    assert decision_count(page) == before + 1
    settings.single_keys = True
    settings.set_shortcut("review.approve", "Y")
    press(qtbot, page, Key.Key_A)
    assert decision_count(page) == before + 1
    press(qtbot, page, Key.Key_Y)
    assert decision_count(page) == before + 2
    assert page.context.actions.key_text("review.approve") == "Y"


def test_every_cell_says_its_state_in_words(open_page: OpenPage) -> None:
    model = open_page(3).pane.grid.model
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            text = model.data(model.index(row, column), int(Qt.ItemDataRole.AccessibleTextRole))
            assert text.strip()
            assert not set(text) & set("≈≠∅")
