"""Sheets as almost every program writes them and as hardly any does: both are read the same."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, TypeVar

import pytest

from steward.domain.errors import ListError
from steward.domain.progress import NO_PROGRESS
from steward.exchange.readers import plain_xml, xlsx
from steward.exchange.readers.xlsx import open_xlsx
from steward.exchange.tables import NoteKind, TableNote
from tests.unit.exchange.readers.sheet_builder import MAIN, sheet_of, write_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from steward.exchange.readers.grid import Grid

Task = TypeVar("Task")
Result = TypeVar("Result")

PLAIN = (
    '<row r="{0}"><c r="A{0}" t="s"><v>0</v></c><c r="B{0}" s="1"><v>45000</v></c>'
    '<c r="C{0}" t="inlineStr"><is><t>Jl. Melati {0}</t></is></c></row>'
)
TEXTS = f'<sst xmlns="{MAIN}"><si><t>PT A &amp; B</t></si><si><r><t>Budi </t></r><r><t>Santoso</t></r></si></sst>'


def ahead(work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
    """As other processes do work: on copies, and before anybody asks for the first result."""
    there = pickle.loads(pickle.dumps(work))
    results = [pickle.dumps(there(pickle.loads(pickle.dumps(task)))) for task in tasks]
    return map(pickle.loads, results)


@pytest.fixture(autouse=True)
def _every_part_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_LARGE", 0)


def read(path: Path) -> Grid:
    """The sheet, which is the same when other processes help to read it."""
    with open_xlsx(path) as workbook:
        found = workbook.read("Data", NO_PROGRESS)
    with open_xlsx(path, ahead) as workbook:
        other = workbook.read("Data", NO_PROGRESS)
    assert rows_of(other) == rows_of(found)
    assert [column.distinct for column in other.rows.columns] == [column.distinct for column in found.rows.columns]
    assert other.formats.finish() == found.formats.finish()
    for seen in ("errors", "notes", "merged", "hidden", "places"):
        assert getattr(other, seen) == getattr(found, seen)
    return found


def rows_of(grid: Grid) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.number, row.cells) for row in grid.rows]


def expected(*numbers: int) -> list[tuple[int, tuple[str, ...]]]:
    return [(number, ("PT A & B", "2023-03-15", f"Jl. Melati {number}")) for number in numbers]


def test_rows_keep_their_order_when_unusual_ones_stand_among_them(tmp_path: Path) -> None:
    unusual = "<row><c t='s'><v>1</v></c><c/><c t='b'><v>1</v></c></row>"
    rows = PLAIN.format(1) + PLAIN.format(2) + unusual + PLAIN.format(4) + unusual
    grid = read(write_sheet(tmp_path / "list.xlsx", sheet_of(rows), TEXTS))
    other = ("Budi Santoso", "", "TRUE")
    assert rows_of(grid) == [*expected(1, 2), (3, other), *expected(4), (5, other)]


def test_a_row_may_be_cut_anywhere_by_the_portions_of_a_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_sheet(tmp_path / "list.xlsx", sheet_of("".join(map(PLAIN.format, range(1, 9)))), TEXTS)
    for portion in range(1, 400, 7):
        monkeypatch.setattr(plain_xml, "_PORTION", portion)
        assert rows_of(read(path)) == expected(*range(1, 9))


def test_rows_may_have_more_columns_from_row_to_row(tmp_path: Path) -> None:
    letters = [*"ABCDEFGHIJ", "AA", "ZZ", "XFD"]
    rows = "".join(
        f'<row r="{number}"><c r="A{number}"><v>1</v></c><c r="{letter}{number}"><v>{number}</v></c></row>'
        for number, letter in enumerate(letters[1:], start=1)
    )
    grid = read(write_sheet(tmp_path / "list.xlsx", sheet_of(rows)))
    assert [(cells[0], cells[-1]) for _, cells in rows_of(grid)] == [("1", str(n)) for n in range(1, len(letters))]
    assert [len(cells) for _, cells in rows_of(grid)] == [*range(2, 11), 27, 702, 16384]


def test_names_may_have_a_prefix(tmp_path: Path) -> None:
    rows = '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="s"><x:v>1</x:v></x:c></x:row>'
    sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    texts = f'<x:sst xmlns:x="{MAIN}"><x:si><x:t>Budi</x:t></x:si><x:si><x:t>Siti</x:t></x:si></x:sst>'
    assert rows_of(read(write_sheet(tmp_path / "list.xlsx", sheet, texts))) == [(1, ("Budi", "Siti"))]


def test_what_is_no_content_is_no_row(tmp_path: Path) -> None:
    rows = PLAIN.format(1)
    for number, (start, end) in enumerate([("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?x ", "?>")], start=2):
        rows += start + PLAIN.format(number) + end
    grid = read(write_sheet(tmp_path / "list.xlsx", sheet_of(rows + PLAIN.format(9)), TEXTS))
    assert rows_of(grid) == expected(1, 9)


def test_a_sheet_is_read_in_the_encoding_it_declares(tmp_path: Path) -> None:
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>Ã©</t></is></c></row>'
    for encoding in ("utf-8", "iso-8859-1", "utf-16"):
        sheet = f'<?xml version="1.0" encoding="{encoding}"?>' + sheet_of(row)
        grid = read(write_sheet(tmp_path / "list.xlsx", sheet.encode(encoding)))
        assert rows_of(grid) == [(1, ("Ã©",))]


def test_formulas_are_counted_however_they_are_written(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"&lt;"</f><v></v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B2</f><v>3</v></c></row>'
        "<row r='3'><c r='A3'><f t='shared' si='0'/><v>4</v></c></row>"
    )
    grid = read(write_sheet(tmp_path / "list.xlsx", sheet_of(rows)))
    assert rows_of(grid) == [(1, ("2",)), (2, ("3",)), (3, ("4",))]
    assert grid.notes == [TableNote(NoteKind.FORMULAS, ("4",))]


def test_error_cells_are_told_row_by_row(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="e"><v>#N/A</v></c><c r="B{n}" t="e"><v>#REF!</v></c></row>' for n in (1, 2)
    )
    grid = read(write_sheet(tmp_path / "list.xlsx", sheet_of(rows)))
    assert [(error.row, error.column) for error in grid.errors] == [(1, 0), (1, 1), (2, 0), (2, 1)]


def test_formats_are_told_from_the_row_on_in_which_they_change(tmp_path: Path) -> None:
    styles = ["1", "1", "2", None, "2"]
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" s="{style}"><v>7</v></c></row>'
        if style
        else f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>x</t></is></c></row>'
        for n, style in enumerate(styles, start=1)
    )
    told = read(write_sheet(tmp_path / "list.xlsx", sheet_of(rows))).formats.finish()[0]
    assert (list(told.rows), list(told.formats)) == ([1, 3, 4, 5], ["dd/mm/yyyy", "#,##0.00", "@", "#,##0.00"])


@pytest.mark.parametrize(
    "sheet",
    [
        sheet_of(PLAIN.format(1)) + PLAIN.format(2),
        sheet_of(PLAIN.format(1)).replace("</sheetData>", ""),
        sheet_of(PLAIN.format(1) + "<row " + PLAIN.format(2)),
        sheet_of(PLAIN.format(1) + '<row r="' + PLAIN.format(2) + '"/>'),
        sheet_of(PLAIN.format(1).replace("Melati", "a]]>b")),
        sheet_of(PLAIN.format(1).replace("Melati", "\x01")),
        sheet_of(PLAIN.format(1).replace("Melati", "\uffff")),
        sheet_of(PLAIN.format(1).replace("Melati", "&nbsp;")),
        sheet_of(PLAIN.format(1).replace('s="1"', 's="1" s="1"')),
        sheet_of(PLAIN.format(1).replace('r="1"', 'r="1" r="1"')),
        sheet_of(PLAIN.format(1).replace("</is>", "</v>")),
        sheet_of(PLAIN.format(1).replace("<v>0", "<v>2")),
        sheet_of(PLAIN.format(0)),
        sheet_of(PLAIN.format(1_048_577)),
        '<?xml version="1.0" encoding="unheard-of"?>' + sheet_of(PLAIN.format(1)),
        sheet_of(PLAIN.format(1)).encode() .replace(b"Melati", b"\xff"),
    ],
)  # fmt: skip
def test_what_is_broken_among_plain_rows_is_told(tmp_path: Path, sheet: str | bytes) -> None:
    path = write_sheet(tmp_path / "list.xlsx", sheet, TEXTS)
    with pytest.raises(ListError, match="damaged"):
        read(path)
