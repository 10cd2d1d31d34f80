"""Sheets as a PDF: readable in every script, the same bytes for the same sheets."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from steward.domain.errors import ExportError
from steward.exchange.writers import Sheet, SheetColumn
from steward.exchange.writers.pdf import write_pdf
from steward.resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

CREATED = datetime(2026, 5, 1, 8, 0, tzinfo=UTC)
NAMES = ("Sri Wahyuni", "Łukasz Ω", "Иван", "王小明", "김철수", "さくら", "محمد علي", "שלום", "สมชาย", "राम", "தமிழ்")


def sheets(rows: int = 1) -> list[Sheet]:
    columns = (SheetColumn("What"), SheetColumn("Value", width=40))
    return [Sheet("Names", columns, [["name", name] for name in NAMES] * rows), Sheet("Empty", columns, [])]


def test_every_script_has_a_font(tmp_path: Path) -> None:
    write_pdf(tmp_path / "names.pdf", sheets(), title="Names", created=CREATED)
    assert (tmp_path / "names.pdf").read_bytes().startswith(b"%PDF-")
    fonts = [path for path in resource_path("fonts/print").iterdir() if path.suffix in (".ttf", ".ttc")]
    letters = {letter for path in fonts for letter in TTFont(path, fontNumber=0).getBestCmap()}
    assert {letter for name in NAMES for letter in name if ord(letter) not in letters} == set()


def test_the_same_sheets_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        write_pdf(tmp_path / name, sheets(), title="Names", created=CREATED)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_long_tables_go_on_over_pages(tmp_path: Path) -> None:
    write_pdf(tmp_path / "names.pdf", sheets(rows=20), title="Names", created=CREATED)
    assert (tmp_path / "names.pdf").read_bytes().count(b"/Type /Page\n") > 3


def test_a_place_that_can_not_be_written_to_says_so(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        write_pdf(tmp_path / "nowhere" / "names.pdf", sheets(), title="Names", created=CREATED)
