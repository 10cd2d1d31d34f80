"""Failures: a sentence for the steward, a report for a bug, and never a trace on a screen that asked nothing."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from steward.domain.errors import Cancelled, ListError
from steward.ui.dialogs.notice import BugDialog, NoticeDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.problems import Problems


@pytest.fixture(autouse=True)
def _closed_at_the_end(problems: Problems) -> object:
    yield
    if problems.open_dialog is not None:
        problems.open_dialog.accept()


def test_expected_failure_is_one_sentence(qtbot: QtBot, problems: Problems) -> None:
    problems.show(ListError("sales.xlsx holds no table; choose another file."))
    assert isinstance(problems.open_dialog, NoticeDialog)
    assert problems.open_dialog.sentence.text() == "sales.xlsx holds no table; choose another file."


def test_stopping_on_request_is_not_a_failure(qtbot: QtBot, problems: Problems) -> None:
    problems.show(Cancelled())
    assert problems.open_dialog is None


def test_bug_is_logged_whole_and_can_be_copied(
    qtbot: QtBot, problems: Problems, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        problems.show(ZeroDivisionError("by nothing"))
    dialog = problems.open_dialog
    assert isinstance(dialog, BugDialog)
    assert "ZeroDivisionError: by nothing" in caplog.text
    assert "ZeroDivisionError: by nothing" in dialog.findChild(QPlainTextEdit).toPlainText()
    dialog._copy()
    assert "by nothing" in QGuiApplication.clipboard().text()


def test_second_bug_does_not_open_a_second_dialog(qtbot: QtBot, problems: Problems) -> None:
    problems.show(ZeroDivisionError("first"))
    first = problems.open_dialog
    problems.show(ZeroDivisionError("second"))
    assert problems.open_dialog is first


def test_excepthook_reports_and_lets_the_program_go_on(qtbot: QtBot, problems: Problems) -> None:
    error = KeyError("gone")
    problems.excepthook(KeyError, error, None)
    assert isinstance(problems.open_dialog, BugDialog)


def test_keyboard_interrupt_stays_silent(qtbot: QtBot, problems: Problems) -> None:
    problems.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert problems.open_dialog is None
