"""Keys that write or arrange something work where the cluster is, never in a list, a box or a field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QWidget

from steward.ui.pages.review.grid_view import CompareView
from tests.ui.review_driving import Key, Modifier, OpenPage, decision_count, draft_of, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.pages.review.page import ReviewPage

#: What decides, or changes what would be decided.
DECIDING = (
    *((key, Modifier.NoModifier) for key in (Key.Key_A, Key.Key_N, Key.Key_R, Key.Key_D, Key.Key_Space)),
    *((key, Modifier.NoModifier) for key in (Key.Key_X, Key.Key_S, Key.Key_L, Key.Key_M, Key.Key_2)),
    *((key, Modifier.ShiftModifier) for key in (Key.Key_X, Key.Key_S, Key.Key_2)),
)
#: What opens something beside the grid or below it, and so more places for the focus.
OPENING = {
    "nothing": (),
    "filters": (Key.Key_F,),
    "search": (Key.Key_Plus,),
    "timeline": (Key.Key_T,),
    "notes": (Key.Key_C,),
    "origins": (Key.Key_P,),
    "graph": (Key.Key_G,),
    "later": (Key.Key_D,),
    "how related": (Key.Key_R,),
}


def takes_letters(widget: QWidget) -> bool:
    """Whether who types here means the widget."""
    kinds = QComboBox | QLineEdit | QAbstractSpinBox | QAbstractItemView
    return isinstance(widget, kinds) and not isinstance(widget, CompareView)


def focusable(page: ReviewPage) -> list[QWidget]:
    """Everything on screen that the focus can be put on."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def state(page: ReviewPage) -> tuple[Any, ...]:
    """What a deciding key would change."""
    draft = draft_of(page)
    return page.session.current, decision_count(page), draft.included, dict(draft.choices), page.free_split.is_on


@pytest.mark.parametrize("opened", OPENING)
def test_no_letter_typed_in_a_list_a_box_or_a_field_decides(open_page: OpenPage, qtbot: QtBot, opened: str) -> None:
    page = open_page(3, 3, 2)
    for key in OPENING[opened]:
        press(qtbot, page, key)
    places = [widget for widget in focusable(page) if takes_letters(widget)]
    assert places
    before, subject = state(page), page.panel.subject
    for widget in places:
        for key, modifier in DECIDING:
            if isinstance(widget, QComboBox) and key == Key.Key_Space:
                # Opens the box.
                continue
            widget.setFocus()
            qtbot.keyClick(widget, key, modifier)
            if isinstance(widget, QComboBox) and page.session.current != before[0]:
                # A letter chose another order, which starts at its first cluster.
                page.session.open(before[0])
                subject = page.panel.subject
            assert state(page) == before, (widget, key)
            assert page.panel.subject == subject, (widget, key)


def test_everywhere_else_on_the_page_they_work(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3, 3, 2)
    for widget in focusable(page):
        if takes_letters(widget):
            continue
        widget.setFocus()
        qtbot.keyClick(widget, Key.Key_S, Modifier.ShiftModifier)
        assert page.free_split.is_on, widget
        qtbot.keyClick(widget, Key.Key_Escape)


def test_escape_goes_from_the_queue_to_the_cluster(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3, 3)
    page.sidebar.list.setFocus()
    press(qtbot, page, Key.Key_Escape)
    count = decision_count(page)
    press(qtbot, page, Key.Key_A)
    assert decision_count(page) == count + 1


def test_the_list_of_last_decisions_takes_undo(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3, 3)
    first = page.session.current
    press(qtbot, page, Key.Key_A)
    page.sidebar.decisions.setFocus()
    press(qtbot, page, Key.Key_U)
    assert page.session.current == first
