"""Identity numbers are masked wherever the review page shows them, until V reveals the open cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from steward.domain.decisions import DecisionKind, DeskKind
from steward.domain.history import HistoryFilter
from steward.domain.records import RecordId
from steward.ui.models.evidence_bars import Bar
from steward.ui.models.member_groups import Grouping
from steward.ui.pages.review.panel_texts import customer_lines, record_lines
from steward.ui.pages.review.similar_strip import SimilarButton
from steward.ui.pages.review.texts import bar_values
from steward.ui.words.masking import Mask, masked
from steward.workspace.customers.customer_views import SearchHit
from steward.workspace.views import SimilarRecord
from tests.builders import make_member
from tests.ui.review_builders import NIK, OTHER_NIK, make_draft
from tests.ui.review_driving import VETO, Key, OpenPage, draft_of, press, stored_golden, workspace_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.pages.review.page import ReviewPage

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def masked_page(open_page: OpenPage) -> ReviewPage:
    """The page on a cluster with two national ids, masked, beside another cluster."""
    page = open_page(2, VETO)
    page.session.load(next(c for c in page.session.queue.ids if workspace_of(page).cluster(c).vetoes))
    page.context.settings.masks_ids = True
    page.pane.grid.set_shows_folded(shows_folded=True)
    return page


def said(page: ReviewPage) -> set[str]:
    """Every text of the grid and of the panel beside it, also those for tool tips and screen readers."""
    grid, found = page.pane.grid.model, page.panel.list.model()
    places = [grid.index(row, column) for row in range(grid.rowCount()) for column in range(grid.columnCount())]
    places += [found.index(row, 0) for row in range(found.rowCount())]
    heads = {grid.headerData(c, Qt.Orientation.Horizontal, role) for c in range(grid.columnCount()) for role in _ROLES}
    return {str(place.data(role)) for place in places for role in _ROLES} | set(map(str, heads))


def shows_number(page: ReviewPage) -> bool:
    return any(number in text for text in said(page) for number in (NIK, OTHER_NIK))


def looks(page: ReviewPage) -> list[tuple[tuple[RecordId, ...], ...]]:
    """The records of every look that the log holds."""
    return [d.act.groups for d in workspace_of(page).decisions() if d.act.kind is DeskKind.REVEAL]


def test_all_but_the_end_of_a_value_is_dots() -> None:
    assert masked("3273016209880004") == "••••••••••••0004"
    assert masked("0004") == "••••"
    assert masked("") == ""
    assert Mask.ON.text("nik", NIK) == "••••••••••••0002"
    assert Mask.ON.text("phone", "081233445566") == "081233445566"
    assert Mask.OFF.text("nik", NIK) == NIK


def test_values_are_shown_unless_the_steward_wants_them_masked(open_page: OpenPage) -> None:
    page = open_page(2, VETO)
    page.session.load(next(c for c in page.session.queue.ids if workspace_of(page).cluster(c).vetoes))
    page.pane.grid.set_shows_folded(shows_folded=True)
    assert shows_number(page)


def test_no_part_of_the_grid_says_a_masked_number(masked_page: ReviewPage, qtbot: QtBot) -> None:
    assert not shows_number(masked_page)
    assert any("••••••••••••0002" in text for text in said(masked_page))
    press(qtbot, masked_page, Key.Key_O)
    assert not shows_number(masked_page)


def test_masked_values_keep_their_state_and_mark_no_letters(masked_page: ReviewPage) -> None:
    model = masked_page.pane.grid.model
    row = model.fields.index("nik")
    whole = model.table.rows["nik"].cells
    shown = [model.cell_at(row, 2 + place).cell for place in range(len(whole))]
    states = [whole[place].state for place in model.table.cell_places]
    assert [cell.state for cell in shown if cell is not None] == states
    assert all(cell is not None and cell.spans == () for cell in shown)


def test_origins_of_a_masked_number_are_masked(masked_page: ReviewPage, qtbot: QtBot) -> None:
    grid = masked_page.pane.grid
    grid._go_to(grid.model.index_of("nik", 0))
    press(qtbot, masked_page, Key.Key_P)
    assert masked_page.panel.subject == "provenance"
    assert not shows_number(masked_page)
    press(qtbot, masked_page, Key.Key_V)
    assert any(NIK in line.text for line in masked_page.panel.list.lines)


def test_the_evidence_names_masked_values_even_when_they_end_alike(masked_page: ReviewPage) -> None:
    assert bar_values(Bar(("nik",), -9.0, True, NIK, "9273015507850002", mask=Mask.ON)) == "  ·  ".join(
        ["••••••••••••0002"] * 2
    )
    charts = masked_page.pane.why._charts
    assert charts
    assert not any(number in bar_values(bar) for chart in charts for bar in chart.bars for number in (NIK, OTHER_NIK))


def test_groups_of_a_graph_are_named_by_masked_values() -> None:
    draft = make_draft(*({"nik": NIK if number % 2 else OTHER_NIK} for number in range(4)))
    assert {group.value for group in Grouping.of(draft).masked(Mask.ON).groups} == {masked(NIK), masked(OTHER_NIK)}


def test_records_outside_the_cluster_are_told_apart_by_masked_values(
    qtbot: QtBot, look: Look, language: Language
) -> None:
    source = make_member(1).source
    record = SimilarRecord(RecordId(7), source, "Sri Wahyuni", 0.61, (("nik", NIK),))
    strip = QWidget()
    qtbot.addWidget(strip)
    button = SimilarButton(look, language, strip)
    button.show_record(record, Mask.ON)
    (line,) = record_lines([record], [], language, Mask.ON)
    (hit,) = customer_lines([SearchHit("00 000 001-8", "Sri Wahyuni", "Solo", (source,), 1, NIK)], Mask.ON)
    for text in (button.toolTip(), button.accessibleName(), line.detail, hit.detail):
        assert masked(NIK) in text
        assert NIK not in text


def test_v_shows_the_numbers_and_logs_one_look_at_these_records(masked_page: ReviewPage, qtbot: QtBot) -> None:
    press(qtbot, masked_page, Key.Key_V)
    assert shows_number(masked_page)
    members = tuple(sorted(member.record_id for member in draft_of(masked_page).view.members))
    assert looks(masked_page) == [(members,)]
    press(qtbot, masked_page, Key.Key_V)
    assert not shows_number(masked_page)
    assert len(looks(masked_page)) == 1


@pytest.mark.parametrize("panel", [Key.Key_F, Key.Key_P, Key.Key_Plus])
def test_v_leaves_the_panel_and_the_focus_as_they_are(masked_page: ReviewPage, qtbot: QtBot, panel: Key) -> None:
    press(qtbot, masked_page, panel)
    subject = masked_page.panel.subject
    masked_page.pane.grid.setFocus()
    focus = masked_page.focusWidget()
    press(qtbot, masked_page, Key.Key_V)
    assert len(looks(masked_page)) == 1
    assert (masked_page.panel.subject, masked_page.focusWidget()) == (subject, focus)


def test_another_cluster_is_masked_and_so_is_this_one_later(masked_page: ReviewPage, qtbot: QtBot) -> None:
    # Which of the two the queue begins with is for the match to say.
    is_first = masked_page.session.queue.ids[0] == masked_page.session.current
    away, back = (Key.Key_BracketRight, Key.Key_BracketLeft)[:: 1 if is_first else -1]
    press(qtbot, masked_page, Key.Key_V)
    press(qtbot, masked_page, away)
    assert masked_page.pane.grid.model.mask is Mask.ON
    press(qtbot, masked_page, back)
    assert not shows_number(masked_page)


def test_a_record_that_is_added_masks_the_cluster_again(masked_page: ReviewPage, qtbot: QtBot) -> None:
    press(qtbot, masked_page, Key.Key_V)
    inside = {member.record_id for member in draft_of(masked_page).view.members}
    other = next(record.id for record in workspace_of(masked_page).records() if record.id not in inside)
    masked_page.session.add_record(other)
    assert masked_page.pane.grid.model.mask is Mask.ON


def test_a_merge_writes_the_whole_values(masked_page: ReviewPage, qtbot: QtBot) -> None:
    draft = draft_of(masked_page)
    masked_page.session.change(lambda changed: changed.choose_text("nik", NIK))
    cin = draft.surviving_cin
    press(qtbot, masked_page, Key.Key_A)
    assert stored_golden(masked_page, cin)["nik"] == NIK


def test_a_masked_value_is_typed_anew_or_stays(masked_page: ReviewPage, qtbot: QtBot) -> None:
    grid = masked_page.pane.grid
    grid._go_to(grid.model.index_of("nik", 0))
    before = grid.model.table.rows["nik"].golden
    press(qtbot, masked_page, Key.Key_F2)
    assert (grid._editor.text(), NIK in grid._editor.placeholderText()) == ("", False)
    qtbot.keyClick(grid._editor, Key.Key_Return)
    assert grid.model.table.rows["nik"].golden == before


def test_undo_takes_back_the_last_decision_and_not_a_look(masked_page: ReviewPage, qtbot: QtBot) -> None:
    press(qtbot, masked_page, Key.Key_N)
    (decided,) = workspace_of(masked_page).history(HistoryFilter(kinds=(DecisionKind.NOT_SAME,)))
    press(qtbot, masked_page, Key.Key_V)
    press(qtbot, masked_page, Key.Key_U)
    (undone,) = workspace_of(masked_page).history(HistoryFilter(kinds=(DecisionKind.NOT_SAME,)))
    assert (undone.id, undone.reversed_by is None) == (decided.id, False)


def test_where_nothing_is_masked_v_says_so_and_logs_nothing(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2, 2)
    press(qtbot, page, Key.Key_V)
    assert "Nothing is masked" in page.context.toast[-1][0]
    assert looks(page) == []
