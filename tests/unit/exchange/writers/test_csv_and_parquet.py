"""Csv that no spreadsheet runs, and Parquet with types."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.exchange.readers import read_tables
from steward.exchange.writers import ColumnKind, Sheet, SheetColumn, write_csv, write_parquet
from steward.exchange.writers.delimited import neutralize

#: With all that csv has to quote or to neutralize.
CELLS = st.text(alphabet='ab=-+ ,"\r\n\t\x00\u00e9', max_size=4)
COLUMNS = (
    SheetColumn("CIN"),
    SheetColumn("Nama"),
    SheetColumn("Tgl Lahir", ColumnKind.DATE),
    SheetColumn("Omzet", ColumnKind.NUMBER),
    SheetColumn("Transaksi", ColumnKind.INTEGER),
)
ROWS = (
    ("C0000017", 'Budi "Bud" Santoso', "1980-05-12", "1363000.5", "7"),
    ("C0000025", "Toko Maju,\r\nSolo", "", "", "tujuh"),
)


def master() -> Sheet:
    return Sheet("Master", COLUMNS, iter(ROWS))


def test_csv_is_utf8_with_a_mark_and_quoted_as_the_standard_says(tmp_path: Path) -> None:
    path = tmp_path / "master.csv"
    write_csv(path, master())
    assert path.read_bytes() == (
        b"\xef\xbb\xbfCIN,Nama,Tgl Lahir,Omzet,Transaksi\r\n"
        b'C0000017,"Budi ""Bud"" Santoso",1980-05-12,1363000.5,7\r\n'
        b'C0000025,"Toko Maju,\r\nSolo",,,tujuh\r\n'
    )


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4))
def test_csv_is_what_the_standard_writer_makes_of_harmless_cells(rows: list[tuple[str, str]]) -> None:
    expected = io.StringIO()
    csv.writer(expected, lineterminator="\r\n").writerows([("a", "b"), *(map(neutralize, row) for row in rows)])
    with TemporaryDirectory() as folder:
        path = Path(folder, "rows.csv")
        write_csv(path, Sheet("rows", (SheetColumn("a"), SheetColumn("b")), rows))
        assert path.read_bytes().decode("utf-8-sig") == expected.getvalue()


def test_csv_can_be_imported_again(tmp_path: Path) -> None:
    path = tmp_path / "master.csv"
    write_csv(path, master())
    table = read_tables(path)[0]
    assert [row.cells for row in table.rows] == list(ROWS)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "\x1f=1",
        "\xa0=1",
        "＝1",
        "+62 812-345",
        "-@x",
        "--1",
    ],
)
def test_a_cell_that_would_run_gets_an_apostrophe(text: str) -> None:
    assert neutralize(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Budi", "-", "--", "-5", "-5,25", "+6281234567001", "a=b", "'=1", " Budi"])
def test_harmless_cells_stay_as_they_are(text: str) -> None:
    assert neutralize(text) == text


def test_parquet_has_types_where_every_value_fits_and_texts_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "master's.parquet"
    write_parquet(path, master())
    with duckdb.connect() as connection:
        found = connection.read_parquet(str(path))
        assert [str(kind) for kind in found.types] == ["VARCHAR", "VARCHAR", "DATE", "DOUBLE", "VARCHAR"]
        assert found.columns == [column.title for column in COLUMNS]
        assert found.fetchall() == [
            ("C0000017", 'Budi "Bud" Santoso', date(1980, 5, 12), 1363000.5, "7"),
            ("C0000025", "Toko Maju,\r\nSolo", None, None, "tujuh"),
        ]


def test_an_empty_parquet_file_still_has_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "master.parquet"
    write_parquet(path, Sheet("Master", COLUMNS, []))
    with duckdb.connect() as connection:
        assert connection.read_parquet(str(path)).columns == [column.title for column in COLUMNS]


def test_the_same_rows_give_the_same_parquet_bytes(tmp_path: Path) -> None:
    for name in ("one.parquet", "two.parquet"):
        write_parquet(tmp_path / name, master())
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()
