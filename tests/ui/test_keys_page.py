"""The page Keys: other keys are pressed, not typed; nothing ever has two meanings; the usual keys come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from steward.ui.action_specs import ACTIONS
from steward.ui.pages.keys.page import KeysPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.page import PageContext

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(qtbot: QtBot, context: PageContext) -> KeysPage:
    page = KeysPage(context)
    qtbot.addWidget(page)
    page.retranslate()
    page.resize(1200, 700)
    page.show()
    page.activateWindow()
    page.first_focus().setFocus()
    return page


def _choose(page: KeysPage, action_id: str) -> None:
    page.table.selectRow([spec.id for spec in ACTIONS].index(action_id))


def _press(qtbot: QtBot, page: KeysPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    qtbot.keyClick(page.window().focusWidget() or page, key, modifier)


def _ask(qtbot: QtBot, page: KeysPage, action_id: str) -> None:
    _choose(page, action_id)
    _press(qtbot, page, Key.Key_Return)


def test_every_action_is_listed(page: KeysPage) -> None:
    assert page.model.rowCount() == len(ACTIONS)


def test_the_key_that_is_pressed_becomes_the_actions_key(qtbot: QtBot, page: KeysPage, context: PageContext) -> None:
    _ask(qtbot, page, "review.approve")
    _press(qtbot, page, Key.Key_Y, Modifier.ControlModifier)
    assert context.actions.keys("review.approve") == ("Ctrl+Y",)
    assert page.table.hasFocus()


def test_a_key_that_is_taken_is_refused_with_the_name_of_its_action(
    qtbot: QtBot, page: KeysPage, context: PageContext
) -> None:
    _ask(qtbot, page, "review.approve")
    _press(qtbot, page, Key.Key_N)
    assert context.actions.keys("review.approve") == ("A",)
    assert context.actions.text("review.reject") in page.note.text()


def test_a_key_of_another_page_is_free(qtbot: QtBot, page: KeysPage, context: PageContext) -> None:
    _ask(qtbot, page, "review.approve")
    _press(qtbot, page, Key.Key_Slash)
    assert context.actions.keys("review.approve") == ("/",)


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_Tab, Key.Key_Return])
def test_keys_that_move_the_focus_decide_nothing(
    qtbot: QtBot, page: KeysPage, context: PageContext, key: Qt.Key
) -> None:
    _ask(qtbot, page, "review.reject")
    _press(qtbot, page, key)
    assert context.actions.keys("review.reject") == ("N",)
    assert page.note.text()


def test_esc_leaves_the_key_as_it_is(qtbot: QtBot, page: KeysPage, context: PageContext) -> None:
    _ask(qtbot, page, "review.approve")
    _press(qtbot, page, Key.Key_Escape)
    assert context.settings.shortcut("review.approve") is None
    assert page.recorder.isHidden()


def test_a_row_of_keys_asks_for_each_of_them(qtbot: QtBot, page: KeysPage, context: PageContext) -> None:
    _ask(qtbot, page, "sprint.choose")
    for key in (Key.Key_Q, Key.Key_W, Key.Key_E):
        _press(qtbot, page, key)
    assert context.actions.keys("sprint.choose") == ("Q", "W", "E")


def test_switched_off_and_back_to_usual(qtbot: QtBot, page: KeysPage, context: PageContext) -> None:
    _choose(page, "review.approve")
    _press(qtbot, page, Key.Key_Delete)
    assert context.actions.keys("review.approve") == ()
    _press(qtbot, page, Key.Key_Backspace)
    assert context.actions.keys("review.approve") == ("A",)


def test_usual_keys_that_another_action_took_stay_there(qtbot: QtBot, page: KeysPage, context: PageContext) -> None:
    context.settings.set_shortcut("review.approve", "Y")
    context.settings.set_shortcut("review.reject", "A")
    _choose(page, "review.approve")
    _press(qtbot, page, Key.Key_Backspace)
    assert context.actions.keys("review.approve") == ("Y",)
    page.all_usual_button.click()
    assert context.actions.keys("review.approve") == ("A",)
    assert context.actions.keys("review.reject") == ("N",)
