"""The bar at the bottom keeps every button whole: in one line where there is room, else in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from steward.ui.widgets.bottom_bar import BottomBar
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from steward.ui.look import Look


class FourButtons(BottomBar):
    """Two at the left, a remark and two at the right."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.buttons = [KeyButton(look, f"What the button number {at} does") for at in range(4)]
        self.remark = Text(look, "Can be undone whole.", elides=Qt.TextElideMode.ElideRight)
        self.add(self.buttons[0])
        self.add(self.buttons[1])
        self.add_end(self.remark, 1)
        self.add_end(self.buttons[2])
        self.add_end(self.buttons[3])


@pytest.fixture
def bar(qtbot: QtBot, look: Look) -> Iterator[FourButtons]:
    window = QWidget()
    qtbot.addWidget(window)
    bar = FourButtons(look, window)
    bar.resize(1300, 60)
    window.show()
    yield bar
    window.close()


def take_width(bar: FourButtons, width: int) -> None:
    """As a page does that has this width."""
    bar.resize(width, bar.sizeHint().height())
    bar.resize(width, bar.sizeHint().height())
    bar.layout().activate()


def lines(bar: FourButtons) -> set[int]:
    return {button.geometry().center().y() for button in bar.buttons if button.isVisible()}


def is_whole(bar: FourButtons) -> bool:
    return all(button.width() >= button.sizeHint().width() for button in bar.buttons if button.isVisible())


def test_one_line_where_there_is_room_and_two_where_there_is_not(bar: FourButtons) -> None:
    assert (len(lines(bar)), is_whole(bar)) == (1, True)
    low = bar.sizeHint().height()
    take_width(bar, 560)
    assert bar.is_folded
    assert bar.sizeHint().height() > low
    assert (len(lines(bar)), is_whole(bar)) == (2, True)
    assert bar.buttons[3].geometry().right() > bar.buttons[0].geometry().right()
    take_width(bar, 1300)
    assert not bar.is_folded


def test_a_longer_text_on_a_button_and_a_hidden_button_are_noticed(bar: FourButtons, qtbot: QtBot) -> None:
    bar.buttons[3].set_content("Load 120,000 rows as the list of the call centre in spite of all doubts " * 2)
    qtbot.waitUntil(lambda: bar.is_folded)
    bar.buttons[3].hide()
    qtbot.waitUntil(lambda: not bar.is_folded)
