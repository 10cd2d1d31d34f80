"""Files made to exhaust a computer: each is read or refused with one sentence, in little memory."""

from __future__ import annotations

import io
import random
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from steward.domain.errors import ListError
from steward.exchange.readers import read_tables
from steward.exchange.tables import NoteKind, TableNote

BAD = Path(__file__).parents[3] / "data" / "bad"
MIB = 1 << 20
SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = "</sheetData></worksheet>"
PEOPLE = "".join(
    f'<row r="{number}">'
    + "".join(f'<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for letter, text in cells)
    + "</row>"
    for number, cells in enumerate(
        [
            [("A", "ID"), ("B", "Nama"), ("C", "No HP")],
            [("A", "C1"), ("B", "Budi Santoso"), ("C", "081234567001")],
            [("A", "C2"), ("B", "Siti Aminah"), ("C", "081234567002")],
        ],
        start=1,
    )
)


def workbook_of(tmp_path: Path, sheet: str) -> Path:
    """A sound workbook around a sheet written by hand."""
    buffer = io.BytesIO()
    Workbook().save(buffer)
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, sheet if name == SHEET else source.read(name))
    return path


@pytest.fixture(scope="module", autouse=True)
def _readers_are_loaded(tmp_path_factory: pytest.TempPathFactory) -> None:
    # What is loaded once is none of a file's memory.
    read_tables(workbook_of(tmp_path_factory.mktemp("first"), HEAD + PEOPLE + TAIL))


def peak_mib(path: Path) -> float:
    """Peak memory of reading or refusing a file, in MiB; anything but a list or a sentence fails the test."""
    tracemalloc.start()
    try:
        read_tables(path)
    except ListError as refusal:
        assert str(refusal).endswith(".")  # noqa: PT017 - both outcomes are fine, memory is what is measured
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return peak / MIB


def test_blank_formatted_rows_cost_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("steward.exchange.readers.plain_xml._PORTION", 1 << 18)
    blank = "".join(f'<row r="{number}" s="1"><c r="A{number}" s="1"/></row>' for number in range(4, 60_000))
    path = workbook_of(tmp_path, HEAD + PEOPLE + blank + TAIL)
    assert peak_mib(path) < 12
    assert len(read_tables(path)[0].rows) == 2


def test_a_cell_in_the_last_corner_makes_no_million_rows(tmp_path: Path) -> None:
    corner = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    assert peak_mib(workbook_of(tmp_path, HEAD + PEOPLE + corner + TAIL)) < 12


def test_very_wide_rows_are_refused_before_they_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("steward.exchange.readers.grid.MAX_PLACES", 100_000)
    wide = "".join(f'<row r="{number}"><c r="XFD{number}"><v>1</v></c></row>' for number in range(4, 400))
    path = workbook_of(tmp_path, HEAD + PEOPLE + wide + TAIL)
    with pytest.raises(ListError, match="too large for this computer's memory"):
        read_tables(path)


def test_five_hundred_columns_are_read(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active.append(["ID", "Nama", "No HP", *(f"Kolom {number}" for number in range(497))])
    for number in range(5):
        workbook.active.append([f"C{number}", "Budi Santoso", "081234567001", *("x" for _ in range(497))])
    path = tmp_path / "list.xlsx"
    workbook.save(path)
    assert len(read_tables(path)[0].headers) == 500


def test_a_giant_text_in_a_cell_is_refused(tmp_path: Path) -> None:
    row = f'<row r="4"><c r="A4" t="inlineStr"><is><t>{"x" * 9_000_000}</t></is></c></row>'
    path = workbook_of(tmp_path, HEAD + PEOPLE + row + TAIL)
    with pytest.raises(ListError, match="damaged"):
        read_tables(path)


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml"])
def test_entities_are_refused_in_every_part(tmp_path: Path, part: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><x>&b;</x>'
    good = workbook_of(tmp_path, HEAD + PEOPLE + TAIL)
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, bomb if name == part else source.read(name))
    with pytest.raises(ListError, match="damaged"):
        read_tables(path)


def test_links_to_other_files_are_not_followed(tmp_path: Path) -> None:
    row = '<row r="4"><c r="A4" t="str"><f>[1]Secrets!A1</f><v>C3</v></c><c r="B4" t="str"><v>Rudi</v></c></row>'
    path = workbook_of(tmp_path, HEAD + PEOPLE + row + TAIL)
    with zipfile.ZipFile(path, "a") as archive:
        # Whoever looks into it finds that it is broken.
        archive.writestr("xl/externalLinks/externalLink1.xml", '<externalLink target="file:///etc/passwd"')
    (table,) = read_tables(path)
    assert table.rows[2].cells[:2] == ("C3", "Rudi")
    assert TableNote(NoteKind.FORMULAS, ("1",)) in table.notes


def test_a_text_file_of_one_endless_line_is_refused_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"ID,Nama\n" + b"x" * (24 * MIB))
    assert peak_mib(path) < 40
    with pytest.raises(ListError, match="millions of characters"):
        read_tables(path)


def test_an_open_quotation_mark_in_a_long_list_names_its_row(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = [f"C{number},Budi Santoso,Jl. Melati\n" for number in range(9000)]
    rows[10] = 'C10,"Budi,Jl. Melati\n'
    path.write_text("ID,Nama,Alamat\n" + "".join(rows), encoding="utf-8")
    with pytest.raises(ListError, match="row 12 that is never closed"):
        read_tables(path)


def test_a_bomb_inside_an_archive_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "kiriman.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("list.csv", b"0" * (80 * MIB))
    with pytest.raises(ListError, match="unpacks to far more"):
        read_tables(path)


def test_mutated_workbooks_give_a_table_or_a_sentence(tmp_path: Path) -> None:
    sound = workbook_of(tmp_path, HEAD + PEOPLE + TAIL).read_bytes()
    chance = random.Random(20260701)
    for case in range(150):
        content = bytearray(sound)
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path = tmp_path / f"case{case}.xlsx"
        path.write_bytes(bytes(content[: chance.choice((len(content), len(content), len(content) // 2))]))
        peak_mib(path)


def test_mutated_sheets_give_a_table_or_a_sentence(tmp_path: Path) -> None:
    sound = HEAD + PEOPLE + TAIL
    chance = random.Random(20260702)
    for _ in range(150):
        letters = list(sound)
        for _ in range(chance.randint(1, 6)):
            letters[chance.randrange(len(letters))] = chance.choice('<>/"=&;rctsv019A\x00é')
        peak_mib(workbook_of(tmp_path, "".join(letters)))


@pytest.mark.parametrize("case", range(12))
def test_mutated_old_workbooks_give_a_table_or_a_sentence(tmp_path: Path, case: int) -> None:
    content = bytearray((Path(__file__).parent / "files" / "customers.xls").read_bytes())
    chance = random.Random(20260703 + case)
    for _ in range(chance.randint(1, 10)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path = tmp_path / "list.xls"
    path.write_bytes(bytes(content))
    peak_mib(path)


@pytest.mark.parametrize("name", ["giant_sector.xls"])
def test_a_file_that_once_ended_the_process_is_refused(name: str) -> None:
    with pytest.raises(ListError, match="damaged"):
        read_tables(BAD / name)
