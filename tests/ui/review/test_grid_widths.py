"""The columns of the compare grid: an id is whole whatever room there is, the golden value where there is some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from steward.ui.pages.review.grid_widths import GOLDEN_WIDTH, NARROW_GOLDEN, SMALLEST_GOLDEN
from tests.ui.review_builders import NIK
from tests.ui.review_driving import VETO, Key, OpenPage, draft_of, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.pages.review.page import ReviewPage

LONG = "Wirahadikusumahningrat Pradnyaparamita"


def _halves(page: ReviewPage) -> tuple[QTableView, QTableView]:
    grid = page.pane.grid
    members = grid.focusProxy()
    assert isinstance(members, QTableView)
    return next(view for view in grid.findChildren(QTableView) if view is not members), members


def test_an_id_is_shown_whole_even_where_members_have_to_scroll_for_it(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(VETO)
    page.resize(1020, 600)
    press(qtbot, page, Key.Key_G)
    look, model = page.context.look, page.pane.grid.model
    assert "nik" in model.fields
    _, members = _halves(page)
    qtbot.waitUntil(lambda: members.horizontalScrollBar().maximum() > 0)
    digits = QFontMetrics(look.font("body", tabular=True)).horizontalAdvance(NIK)
    # The symbol stands before the id, the edge behind it.
    assert members.columnWidth(model.frozen_columns) >= look.px(24) + digits + 6


def test_the_golden_column_grows_with_its_value_as_long_as_members_keep_comfortable(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(2)
    page.resize(1800, 690)
    golden, _ = _halves(page)
    usual = golden.columnWidth(1)
    draft_of(page).choose_text("name", LONG)
    page.pane.grid.show_draft(draft_of(page))
    wide = QFontMetrics(page.context.look.font("body", weight=600, tabular=True)).horizontalAdvance(LONG)
    qtbot.waitUntil(lambda: golden.columnWidth(1) >= wide)
    assert golden.columnWidth(1) > usual
    page.resize(820, 690)
    qtbot.waitUntil(lambda: golden.columnWidth(1) <= usual)


def test_the_golden_column_gives_way_a_little_where_all_members_are_seen_then(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(4)
    golden, members = _halves(page)
    usual = page.context.look.px(GOLDEN_WIDTH)
    for width in range(1290, 1000, -10):
        page.resize(width, 690)
        if golden.columnWidth(1) < usual:
            break
    assert NARROW_GOLDEN <= golden.columnWidth(1) < usual
    qtbot.waitUntil(lambda: members.horizontalScrollBar().maximum() == 0)


def test_beside_an_open_panel_two_members_are_seen_side_by_side(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2)
    page.resize(952, 600)
    press(qtbot, page, Key.Key_G)
    golden, members = _halves(page)
    qtbot.waitUntil(lambda: members.horizontalScrollBar().maximum() == 0)
    frozen = page.pane.grid.model.frozen_columns
    assert sum(members.columnWidth(frozen + place) for place in range(2)) <= members.viewport().width()
    assert golden.columnWidth(1) >= SMALLEST_GOLDEN


def test_large_text_beside_a_panel_leaves_members_as_much_room_as_the_golden_column(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(2)
    page.context.look.set_scale(150)
    page.resize(952, 600)
    press(qtbot, page, Key.Key_G)
    golden, members = _halves(page)
    qtbot.waitUntil(lambda: 0 < golden.columnWidth(1) <= members.viewport().width())


def test_the_member_under_the_focus_is_not_half_outside_when_a_panel_opens(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2)
    _, members = _halves(page)

    def is_whole() -> bool:
        cell, room = members.visualRect(members.currentIndex()), members.viewport().width()
        return cell.left() == 0 if cell.width() >= room else cell.left() >= 0 and cell.right() < room

    for width in range(1000, 640, -24):
        page.resize(width, 600)
        for _ in range(2):
            press(qtbot, page, Key.Key_F)
            qtbot.waitUntil(is_whole)


def test_a_grid_that_scrolls_shows_whole_rows(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2)
    press(qtbot, page, Key.Key_H)
    _, members = _halves(page)
    row = page.context.look.row_height("table")
    for height in range(690, 430, -7):
        page.resize(1290, height)
        qtbot.waitUntil(lambda: members.viewport().height() % row == 0)
    assert members.verticalScrollBar().maximum() > 0


def test_bars_that_want_each_other_come_to_rest(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2)
    grid, asked = page.pane.grid, []
    qtbot.waitUntil(lambda: not grid._bar.isVisibleTo(grid))
    grid.height_wanted_changed.connect(lambda: asked.append(grid._bar.isVisibleTo(grid)))
    for _ in range(5):
        # With the lower bar, rows need the bar beside them, and members have no room; without it they have.
        grid._on_sideways_range(0, 40)
        grid._on_sideways_range(0, 0)
    assert len(asked) <= 3
    assert asked[-1]
