"""Lists without quotation marks: the same rows as the csv module finds."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.domain.progress import NoProgress
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.readers.encodings import TextEncoding
from steward.exchange.readers.plain_lines import read_plain_lines

PIECES = st.sampled_from(
    [";", "\n", "\r\n", " ", "a", "b", "é", "\ufeff", "Wirahadikusumah", "Wirahadikusumih", "0812-3456", "\t", "x" * 70]
)


def read(path: Path, text: str, encoding: str = "utf-8", skipped: int = 0) -> RawRows | None:
    path.write_bytes(text.encode(encoding))
    return read_plain_lines(path, TextEncoding(encoding), skipped, ";", NoProgress())


def rows_of_csv(path: Path, encoding: str) -> RawRows:
    with path.open(encoding=encoding, newline="") as file:
        numbered = enumerate(csv.reader(file, delimiter=";", strict=True), start=1)
        return RawRows.of(RawRow(n, tuple(row)) for n, row in numbered if any(map(str.strip, row)))


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["utf-8", "utf-8-sig"]))
def test_rows_are_those_of_the_csv_module(text: str, encoding: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "list.csv")
        found, expected = read(path, text, encoding), rows_of_csv(path, encoding)
    assert found is not None
    assert list(found) == list(expected)
    assert [sorted(column.distinct) for column in found.columns] == [sorted(c.distinct) for c in expected.columns]


def test_the_texts_of_a_column_come_in_their_order_but_the_blank_one_before_all_others(tmp_path: Path) -> None:
    found = read(tmp_path / "list.csv", "b;1\na;\nc;2\na;1\n;3\n")
    assert found is not None
    assert [column.distinct for column in found.columns] == [["", "b", "a", "c"], ["", "1", "2", "3"]]
    assert [list(column) for column in found.columns] == [["b", "a", "c", "a", ""], ["1", "", "2", "1", "3"]]


def test_western_letters_of_one_byte_are_read(tmp_path: Path) -> None:
    found = read(tmp_path / "list.csv", "nama;kota\r\nRené;Zürich\r\n", "cp1252")
    assert found is not None
    assert [row.cells for row in found] == [("nama", "kota"), ("René", "Zürich")]


def test_rows_are_numbered_below_what_is_skipped(tmp_path: Path) -> None:
    found = read(tmp_path / "list.csv", "sep=;\na;b\n\nc;d", skipped=6)
    assert found is not None
    assert [(row.number, row.cells) for row in found] == [(1, ("a", "b")), (3, ("c", "d"))]


def test_many_rows_keep_their_cells(tmp_path: Path) -> None:
    rows = [(f"R{n}", f"nama yang panjang sekali {n % 700}", "") for n in range(120_000)]
    found = read(tmp_path / "list.csv", "".join(";".join(row) + "\n" for row in rows))
    assert found is not None
    assert [row.cells for row in found] == rows


@pytest.mark.parametrize("text", ['a;"b"\n', "a;b\rc;d\n", "a;" + "x" * 200_000 + "\n"])
def test_what_only_the_csv_module_takes_apart_is_left_to_it(tmp_path: Path, text: str) -> None:
    assert read(tmp_path / "list.csv", text) is None


def test_texts_of_two_bytes_a_letter_are_left_to_the_csv_module(tmp_path: Path) -> None:
    assert read(tmp_path / "list.csv", "a;b\n", "utf-16") is None
