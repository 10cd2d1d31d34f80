"""Rules of the house that no tool checks."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.architecture.source_tree import ROOT, modules, name_in_project

#: Names that say nothing about what a module holds.
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "tools"}
#: Past 300 lines a module usually hides two subjects; past this it surely does.
LONGEST_MODULE = 600

TESTS = ROOT / "tests"
CODE = [path for path in [*modules(), *modules(TESTS)] if "data" not in path.relative_to(ROOT).parts]


def test_modules_are_named_after_what_they_hold() -> None:
    assert [name_in_project(path) for path in CODE if path.stem in EMPTY_NAMES] == []


def test_every_module_says_what_belongs_in_it() -> None:
    # An empty __init__.py holds nothing that could be explained.
    silent = [path for path in modules() if (text := path.read_text("utf-8")).strip() and not docstring(text)]
    assert [name_in_project(path) for path in silent] == []


def test_no_module_grows_past_what_one_subject_needs() -> None:
    long = {name_in_project(path): lines for path in modules() if (lines := line_count(path)) > LONGEST_MODULE}
    assert long == {}


def test_nothing_is_left_to_be_done() -> None:
    marker = re.compile(r"#\s*(TODO|FIXME|XXX|HACK)\b")
    assert [name_in_project(path) for path in CODE if marker.search(path.read_text("utf-8"))] == []


def test_every_suppression_names_its_rule() -> None:
    nameless = re.compile(r"#\s*(noqa(?!:\s*[A-Z])|type:\s*ignore(?!\[))")
    assert [name_in_project(path) for path in CODE if nameless.search(path.read_text("utf-8"))] == []


def test_tests_wait_for_events_and_never_for_time() -> None:
    waiting = re.compile(r"\b(time\.sleep|qtbot\.wait)\(|^from time import .*\bsleep\b", re.MULTILINE)
    tests = [path for path in CODE if TESTS in path.parents and path != Path(__file__)]
    assert [name_in_project(path) for path in tests if waiting.search(path.read_text("utf-8"))] == []


def test_items_of_a_layout_are_taken_out_and_never_looked_at() -> None:
    # PySide keeps what itemAt returned beyond the item's end, and takes whatever comes to stand there for it: a header
    # of a table becomes a QWidgetItem.
    looking = re.compile(r"\.itemAt(Position)?\(")
    assert [name_in_project(path) for path in modules() if looking.search(path.read_text("utf-8"))] == []


def docstring(text: str) -> str | None:
    return ast.get_docstring(ast.parse(text))


def line_count(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())
