"""Resources are found by their name, and only below their folder."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from steward.resources import read_text, resource_path

if TYPE_CHECKING:
    from pathlib import Path


def test_a_reference_list_is_found_in_the_source_tree() -> None:
    assert resource_path("reference/titles.csv").is_file()
    assert "key,place" in read_text("reference/titles.csv")


@pytest.mark.parametrize("name", ["/etc/passwd", "../pyproject.toml", "reference/../../x", "C:\\x", "..\\x"])
def test_a_name_outside_the_folder_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a name below"):
        resource_path(name)


def test_a_frozen_program_reads_from_its_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "a.txt").write_text("hello", encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert read_text("a.txt") == "hello"
