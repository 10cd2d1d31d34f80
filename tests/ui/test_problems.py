"""Failures: a sentence for the steward, a report for a bug, and never a trace on a screen that asked nothing."""

from __future__ import annotations

import ast
import logging
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from steward.domain.errors import Cancelled, ListError
from steward.resources import resource_path
from steward.ui.dialogs.notice import BugDialog, NoticeDialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.language import Language
    from steward.ui.problems import Problems
from steward.ui.words.problems import find_pattern, translated


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


#: Failures that only scripts and the command line can cause.
NOT_IN_THE_WINDOW = frozenset(
    {
        "no_mode", "no_sort", "no_source", "no_record", "no_model", "no_date", "no_relation", "no_attribute",
        "no_share", "no_source_name", "no_such_column", "no_such_attribute", "not_mapping", "not_text_target",
        "not_json",
    }
)  # fmt: skip
SOURCE = resource_path("icons").parent.parent / "steward"
#: What the window's verbs call; commands without a window tell their failures in English.
PLACES = (
    "exchange/readers/*.py",
    "exchange/writers/*.py",
    "storage/backups.py",
    "storage/database.py",
    "workspace/decisions/carry_decisions.py",
    "workspace/customers/customer_search.py",
    "workspace/decisions/decide.py",
    "workspace/door.py",
    "workspace/customers/export_master.py",
    "workspace/match_runs/find_matches.py",
    "workspace/lists/import_list.py",
    "workspace/match_runs/learn_from_decisions.py",
    "workspace/decisions/looking_back.py",
    "workspace/review/review_clusters.py",
    "workspace/customers/rules.py",
    "workspace/review/sample_gate.py",
)
MODULES = sorted(str(path.relative_to(SOURCE)) for place in PLACES for path in SOURCE.glob(place))


def _sentences(path: Path) -> Iterator[tuple[str, str]]:
    """(code, sentence with "X" for every part) of the failures that a module can raise."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        named = {keyword.arg: keyword.value for keyword in call.keywords}
        if call.func.id == "_error" and len(call.args) == 3:
            yield _text(call.args[2]), f"X {_text(call.args[1])}."
        elif isinstance(named.get("code"), ast.Constant) and call.args:
            yield _text(named["code"]), _text(call.args[0])


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "X" for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else "X"


@pytest.mark.parametrize("module", MODULES)
def test_every_failure_the_window_can_meet_can_be_translated(module: str) -> None:
    unknown = [
        sentence
        for code, sentence in _sentences(SOURCE / module)
        if code not in NOT_IN_THE_WINDOW and find_pattern(sentence) is None
    ]
    assert unknown == []


def test_failure_is_told_in_the_language_of_the_window(language: Language) -> None:
    sentence = "sales.xlsx is empty (0 bytes); ask the department to send it again."
    assert translated(sentence) == sentence
    language.use("id")
    assert translated(sentence).startswith("sales.xlsx kosong (0 bita)")
    assert translated("Something new happened to sales.xlsx.") == "Something new happened to sales.xlsx."


def test_words_inside_a_sentence_are_told_in_the_language_of_the_window_too(language: Language) -> None:
    no_lock, no_merge = (
        "There is no birth_date to lock; type a value first.",
        "These records have different valid values of NIK, NPWP; give a reason to merge them all the same.",
    )
    assert translated(no_lock) == "There is no birth date to lock; type a value first."
    language.use("id")
    assert "tanggal lahir" in translated(no_lock)
    assert "NIK dan NPWP" in translated(no_merge)
