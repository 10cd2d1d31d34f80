"""Arrows point inward, and Qt is a skin."""

from __future__ import annotations

import ast
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.architecture.source_tree import PACKAGE, ROOT, modules, name_in_project

#: Everything but the window.
WINDOW = (PACKAGE / "ui", PACKAGE / "app.py", PACKAGE / "__main__.py")


def test_import_contracts_are_kept() -> None:
    tool = Path(sysconfig.get_path("scripts")) / "lint-imports"
    result = subprocess.run([tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", modules(PACKAGE / "workspace"), ids=name_in_project)
def test_workspace_knows_sqlalchemy_only_as_the_type_of_its_session(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    for_types = [node for block in ast.walk(tree) if is_type_checking(block) for node in ast.walk(block)]
    imports = [
        node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom) and node not in for_types
    ]
    assert [ast.unparse(node) for node in imports if "sqlalchemy" in ast.unparse(node)] == []


def test_everything_below_the_window_imports_without_qt() -> None:
    names = [dotted_name(path) for path in modules() if not is_window(path) and "migrations" not in path.parts]
    assert imported_by(names, "PySide6") == []


def test_processes_that_make_rows_never_load_the_database() -> None:
    lists = "steward.workspace.lists"
    made = [f"{lists}.row_work", f"{lists}.row_maker", "steward.workspace.customers.fresh_customers"]
    looked_at = [f"{lists}.hints_of_values", "steward.exchange.damages.finder"]
    assert imported_by(["steward.workspace.crew", *made, *looked_at], "sqlalchemy") == []


def is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def imported_by(names: list[str], library: str) -> list[str]:
    """The modules of a library that a fresh interpreter holds after importing the named ones."""
    script = f"import {', '.join(names)}, sys; print(*[n for n in sys.modules if n.split('.')[0] == {library!r}])"
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout.split()


def is_window(path: Path) -> bool:
    return any(path == part or part in path.parents for part in WINDOW)


def dotted_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
