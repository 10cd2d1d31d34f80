"""The files of the project, for the tests that look at the source itself."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "steward"
RESOURCES = ROOT / "resources"


def modules(*folders: Path) -> list[Path]:
    """Every Python file below the given folders, the package by default."""
    return sorted(path for folder in folders or (PACKAGE,) for path in folder.rglob("*.py"))


def name_in_project(path: Path) -> str:
    """The path as a reader of the project knows it."""
    return path.relative_to(ROOT).as_posix()
