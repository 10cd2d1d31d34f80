"""Failures: a sentence for the steward, a report for a bug, and never a trace on a screen that asked nothing."""

from __future__ import annotations

import ast
import logging
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from steward.domain import errors
from steward.domain.errors import Cancelled, ListError, StewardError
from steward.resources import resource_path
from steward.ui.dialogs.notice import BugDialog, NoticeDialog
from steward.ui.words.problems import find_pattern, translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from steward.ui.language import Language
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


SOURCE = resource_path("icons").parent.parent / "steward"
#: The programs without a window tell their failures in English.
WITHOUT_WINDOW = ("cli/", "demo.py")
#: Failures that only scripts and those programs can cause ("X" stands for every part), since the window lets choose
#: among what there is.
NOT_IN_THE_WINDOW = frozenset(
    {
        "X can't take X as X; give X.",
        # naming what is not there
        '"X" is no attribute; use one such as name or phone.',
        '"X" is no channel; use one of X.',
        '"X" is no mode; use auto, full or partial.',
        '"X" is no relation; use one of X.',
        "X is no share of errors; give one such as 0.01 for 1 %.",
        'There is no source "X"; check the name.',
        "X has no record X; check both names.",
        'X has no column "X"; its columns are X.',
        "The queue sorts by X and shows X.",
        "The source needs a name; give one with --source.",
        "Match the store first; then any two records can be explained.",
        # what a saved queue no longer fits is left out when it is read; a source is told by a pattern of its own
        'The queue knows no trait "X"; use X, a colon and an attribute.',
        'The queue knows no value "X"; use an attribute, an equals sign and a value.',
        'The queue knows no X "X"; use X.',
        # answers that the window's keys and panels don't give
        "Arranging needs two groups at least.",
        "Each group needs a record, and each record belongs to one group; look at the cluster again.",
        "Write something to note.",
        "Choose a cluster of the queue at least.",
        # listed beside its line by the command that takes decisions over
        "Too few of its records are in this store.",
        # comparing files without a store
        "No column of these files can be compared; name their types with --types.",
        'The types file must be an object such as {"Nama": "name"}; correct it.',
        "The types file is not valid JSON (X); correct it.",
        'There is no column "X"; the columns are X.',
        '"X" of column "X" is no type; use one of X.',
        "X is named twice; give the result a name of its own.",
    }
)
ERRORS = frozenset(
    name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, StewardError)
)


def _modules() -> list[str]:
    """Every module that can raise a failure the window may meet."""
    names = (path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py"))
    return sorted(name for name in names if not name.startswith(WITHOUT_WINDOW) and any(_sentences(name)))


def _sentences(module: str) -> Iterator[str]:
    """The failures that a module can raise, "X" for every part."""
    for call in ast.walk(ast.parse((SOURCE / module).read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        if call.func.id in ERRORS and call.args:
            sentence = _text(call.args[0], module)
        elif call.func.id in {"_error", "list_error"} and len(call.args) == 3:
            sentence = f"X {_text(call.args[1], module)}."
        else:
            continue
        # What is made of parts alone was put into words by the caller.
        if sentence not in {"X", "X X."}:
            yield sentence


def _text(node: ast.expr, module: str) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part, module) for part in node.values)
    if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Name) and node.value.id.isupper():
        return str(getattr(import_module(f"steward.{module.removesuffix('.py').replace('/', '.')}"), node.value.id))
    return str(node.value) if isinstance(node, ast.Constant) else "X"


@pytest.mark.parametrize("module", _modules())
def test_every_failure_the_window_can_meet_can_be_translated(module: str) -> None:
    sentences = set(_sentences(module)) - NOT_IN_THE_WINDOW
    assert [sentence for sentence in sentences if find_pattern(sentence) is None] == []


def test_no_exception_is_kept_longer_than_needed() -> None:
    raised = {sentence for module in _modules() for sentence in _sentences(module)}
    assert raised >= NOT_IN_THE_WINDOW
    assert [sentence for sentence in NOT_IN_THE_WINDOW if find_pattern(sentence) is not None] == []


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
