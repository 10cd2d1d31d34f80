"""Pages that programs write and call workbooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.exchange.readers import read_tables

if TYPE_CHECKING:
    from pathlib import Path

    from steward.exchange.tables import RawTable

HEADER = "<tr><th>No</th><th>Nama</th><th>No HP</th><th>Kota</th></tr>"
PEOPLE = (
    "<tr><td>1</td><td>Budi &amp; Co</td><td>081234500001</td><td>Bandung</td></tr>",
    "<tr><td>2</td><td>Siti\n  <b>Aminah</b></td><td></td><td>Medan<br>Kota</td></tr>",
)
ROWS = [("1", "Budi & Co", "081234500001", "Bandung"), ("2", "Siti Aminah", "", "Medan Kota")]


def read(tmp_path: Path, page: str, encoding: str = "utf-8") -> list[RawTable]:
    path = tmp_path / "list.xls"
    path.write_bytes(page.encode(encoding))
    return read_tables(path)


def cells(table: RawTable) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


@pytest.mark.parametrize(
    "page",
    [
        f"<table>{HEADER}{''.join(PEOPLE)}</table>",
        f"\n<html><head><style>td {{mso-number-format:0}}</style></head><table border=1>{HEADER}{''.join(PEOPLE)}",
        f"<HTML><TABLE><THEAD>{HEADER}</THEAD><TBODY>{''.join(PEOPLE)}</TBODY></TABLE></HTML>".replace("</td>", ""),
        f"<html><table><tr><td><table>{HEADER}{''.join(PEOPLE)}</table></td></tr></table><script>1<2</script></html>",
    ],
    ids=["table alone", "not closed", "cells not closed", "inside a frame"],
)
def test_the_table_of_a_page_is_a_list(tmp_path: Path, page: str) -> None:
    (table,) = read(tmp_path, page)
    assert table.headers == ("No", "Nama", "No HP", "Kota")
    assert cells(table) == ROWS


def test_blanks_that_do_not_break_stay_as_delivered_unless_they_fill_an_empty_cell(tmp_path: Path) -> None:
    odd = PEOPLE[1].replace("<td></td>", "<td>&nbsp;</td>").replace("Siti", " Siti&nbsp;")
    (table,) = read(tmp_path, f"<table>{HEADER}{PEOPLE[0]}{odd}</table>")
    assert cells(table) == [ROWS[0], ("2", "Siti\u00a0 Aminah", "", "Medan Kota")]


def test_titles_and_cells_that_span_others_stand_where_a_spreadsheet_puts_them(tmp_path: Path) -> None:
    page = (
        "<table><tr><td colspan='4'>DATA PELANGGAN</td></tr><tr><th rowspan=2>No</th><th rowspan=2>Nama</th>"
        "<th colspan=2>Kontak</th></tr><tr><th>No HP</th><th>Kota</th></tr>" + "".join(PEOPLE) + "</table>"
    )
    (table,) = read(tmp_path, page)
    assert table.headers[:2] == ("No", "Nama")
    assert cells(table) == ROWS
    assert [row.number for row in table.rows] == [4, 5]


def test_letters_of_a_page_are_those_of_its_encoding(tmp_path: Path) -> None:
    people = "".join(f"<tr><td>{n}</td><td>Ayşe Gül</td><td></td><td>Çınarcık</td></tr>" for n in range(9))
    (table,) = read(tmp_path, f"<table>{HEADER}{people}</table>", "cp1254")
    assert {row.cells[1:] for row in table.rows} == {("Ayşe Gül", "", "Çınarcık")}


def test_tables_of_a_page_with_the_same_header_are_one_list(tmp_path: Path) -> None:
    table = f"<table>{HEADER}{''.join(PEOPLE)}</table>"
    (found,) = read(tmp_path, f"<html>{table}<p>{table}</html>")
    assert cells(found) == ROWS * 2
