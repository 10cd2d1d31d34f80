"""Two machines get the same packages, and those are the ones the project asks for."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from steward import __version__

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
PINS = {
    canonicalize_name(pin["name"]): pin["version"]
    for pin in re.finditer(
        r"^(?P<name>[\w.-]+)==(?P<version>\S+)$", (ROOT / "constraints.txt").read_text(), re.MULTILINE
    )
}


@pytest.mark.parametrize("line", [*PROJECT["dependencies"], *EXTRAS["dev"], *EXTRAS["bundle"]])
def test_every_requirement_is_pinned_within_its_range(line: str) -> None:
    requirement = Requirement(line)
    assert requirement.specifier.contains(PINS[canonicalize_name(requirement.name)])


@pytest.mark.parametrize("line", PROJECT["dependencies"])
def test_every_requirement_has_an_upper_bound(line: str) -> None:
    assert any(specifier.operator == "<" for specifier in Requirement(line).specifier)


@pytest.mark.parametrize("line", [*PROJECT["dependencies"], *EXTRAS["dev"]])
def test_what_the_requirements_need_is_pinned_too(line: str) -> None:
    needed = [Requirement(text) for text in metadata.requires(Requirement(line).name) or []]
    here = [need for need in needed if need.marker is None or need.marker.evaluate({"extra": ""})]
    assert [need.name for need in here if canonicalize_name(need.name) not in PINS] == []


def test_the_qt_release_that_ends_the_process_is_excluded() -> None:
    qt = next(
        requirement for line in PROJECT["dependencies"] if (requirement := Requirement(line)).name.startswith("PySide6")
    )
    assert not qt.specifier.contains("6.12.0")


def test_program_and_project_name_the_same_version() -> None:
    assert __version__ == PROJECT["version"]
