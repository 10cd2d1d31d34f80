"""Laws of reading and writing that hold for every text."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from steward.domain.errors import ListError
from steward.exchange.fingerprints import content_hash
from steward.exchange.mapping import Mapping, guess_mapping
from steward.exchange.raw_rows import RawRow
from steward.exchange.readers import read_tables
from steward.exchange.readers.cell_text import unescape
from steward.exchange.row_mapper import RowMapper
from steward.exchange.writers import Sheet, SheetColumn, write_csv, write_workbook
from steward.exchange.writers.delimited import neutralize
from steward.exchange.writers.workbook import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steward.exchange.tables import RawTable

TITLES = ("ID", "Nama", "Alamat", "Catatan")
CREATED = datetime(2026, 6, 30, tzinfo=UTC)

#: Anything a cell can hold, with more than the usual share of what has broken such programs.
awkward = st.sampled_from(
    [
        "=1+1",
        "+62",
        "-1",
        "@x",
        "\t=",
        "\r",
        "'",
        '"',
        ",",
        ";",
        "#N/A",
        "_x0041_",
        "_x005F_",
        " a ",
        "0812",
        "1E5",
        "a\r\nb",
        "é",
        "😀",
    ]
)
texts = st.one_of(awkward, st.text(max_size=30))
encodable = st.one_of(awkward, st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
FORMULA_START = re.compile(r"\s*[=+\-@]")


def rows_of(cells: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[str, str, str]]]:
    return st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=8)


def keyed(rows: list[tuple[str, str, str]]) -> list[tuple[str, ...]]:
    """The rows behind a key column, so that none is blank and none looks like a total or a header."""
    return [(f"K-{number:04}", *row) for number, row in enumerate(rows, start=1)]


def sheet(rows: list[tuple[str, ...]]) -> Sheet:
    return Sheet("Master", tuple(SheetColumn(title) for title in TITLES), rows)


@settings(max_examples=40)
@given(rows=rows_of(texts))
def test_a_workbook_gives_back_every_text(rows: list[tuple[str, str, str]]) -> None:
    expected = keyed(rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "master.xlsx"
        write_workbook(path, [sheet(expected)], created=CREATED)
        found = read_tables(path)[0]
    assert found.headers == TITLES
    assert [row.cells for row in found.rows] == expected


@settings(max_examples=40)
@given(rows=rows_of(texts))
def test_no_cell_of_a_workbook_is_a_formula(rows: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "master.xlsx"
        write_workbook(path, [sheet(keyed(rows))], created=CREATED)
        cells = [cell for row in load_workbook(path).active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells if cell.value.startswith(("=", "+", "-", "@", "\t")))


@settings(max_examples=60)
@given(rows=rows_of(encodable))
def test_a_csv_gives_back_every_text_and_runs_none(rows: list[tuple[str, str, str]]) -> None:
    expected = [tuple(map(neutralize, row)) for row in keyed(rows)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "master.csv"
        write_csv(path, sheet(keyed(rows)))
        found = read_tables(path)[0]
    assert found.headers == TITLES
    assert [row.cells for row in found.rows] == expected


@given(texts)
def test_neutralizing_twice_changes_no_more(text: str) -> None:
    safe = neutralize(text)
    assert neutralize(safe) == safe
    assert not FORMULA_START.match(safe) or re.fullmatch(r"[+-]\d+([.,]\d+)?|-+", safe)
    assert safe.removeprefix("'") == text.replace("\x00", "\ufffd").removeprefix("'")


@given(texts)
def test_what_a_workbook_escapes_it_reads_back(text: str) -> None:
    assert unescape(escape(text)) == text


@settings(max_examples=100)
@given(
    content=st.binary(min_size=1, max_size=400), name=st.sampled_from(["list.csv", "list.xlsx", "list.txt", "list.xls"])
)
def test_any_bytes_are_a_list_or_a_sentence(content: bytes, name: str) -> None:
    for table in tables_or_sentence(name, content):
        check_shape(table)


@settings(max_examples=100)
@given(data=st.data())
def test_a_workbook_broken_anywhere_is_a_list_or_a_sentence(data: st.DataObject) -> None:
    parts = dict(workbook_parts())
    name = data.draw(st.sampled_from(sorted(parts)))
    content = parts[name]
    start = data.draw(st.integers(0, len(content) - 1))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    parts[name] = content[:start] + data.draw(st.binary(max_size=6)) + content[end:]
    for table in tables_or_sentence("list.xlsx", zipped(parts)):
        check_shape(table)


@settings(max_examples=100)
@given(lines=st.lists(st.text(st.sampled_from('abcN12,;"\t|= \n'), max_size=20), min_size=1, max_size=12))
def test_any_text_file_gives_a_sound_table_and_a_mapping(lines: list[str]) -> None:
    for table in tables_or_sentence("list.csv", "\n".join(lines).encode()):
        check_shape(table)
        mapping, guesses = guess_mapping(table)
        assert [guess.header for guess in guesses] == list(table.headers)
        assert Mapping.from_json(mapping.to_json()) == mapping
        mapper = RowMapper(mapping, table)
        for row in table.rows:
            assert all(values and all(values) for values in mapper.values(row).values())


@given(st.lists(texts, max_size=4), st.lists(texts, max_size=4))
def test_content_hashes_are_equal_only_for_equal_cells(left: list[str], right: list[str]) -> None:
    assert (content_hash(left) == content_hash(right)) == (left == right)


def check_shape(table: RawTable) -> None:
    assert table.rows
    assert all(table.headers)
    assert len(set(table.headers)) == len(table.headers)
    assert all(isinstance(row, RawRow) and len(row.cells) == len(table.headers) for row in table.rows)
    numbers = [row.number for row in table.rows]
    assert numbers == sorted(set(numbers))
    assert not numbers or numbers[0] > table.header_row


def workbook_parts() -> Iterator[tuple[str, bytes]]:
    """The parts of a small workbook as a spreadsheet program writes it."""
    workbook = Workbook()
    for row in (["ID", "Nama", "Tgl Lahir"], ["C1", "Budi", CREATED.replace(tzinfo=None)], ["C2", "Siti", 29000.5]):
        workbook.active.append(row)
    buffer = io.BytesIO()
    workbook.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tables_or_sentence(name: str, content: bytes) -> list[RawTable]:
    """The tables of a file; none when it is refused, which must be told in one sentence."""
    refusal = ""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            return read_tables(path)
        except ListError as refused:
            refusal = str(refused)
    assert refusal.startswith(name)
    assert refusal.endswith(".")
    return []
