"""The cheat sheet: the arrows scroll it, Enter and Esc close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from steward.ui.action_specs import ACTIONS
from steward.ui.dialogs.keys import KeysDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.services import Services


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_arrows_scroll_the_sheet_and_a_key_closes_it(qtbot: QtBot, services: Services, key: Qt.Key) -> None:
    window = QWidget()
    window.resize(900, 420)
    qtbot.addWidget(window)
    window.show()
    sheet = KeysDialog(services.look, services.actions, ("Review", list(ACTIONS[:20])), list(ACTIONS[20:60]), window)
    sheet.open()
    qtbot.waitUntil(sheet.isVisible)
    bar = sheet.findChild(QScrollArea).verticalScrollBar()
    assert bar.maximum() > 0
    focus = sheet.focusWidget()
    qtbot.keyClick(focus, Qt.Key.Key_Down)
    assert bar.value() > 0
    with qtbot.waitSignal(sheet.finished):
        qtbot.keyClick(focus, key)
