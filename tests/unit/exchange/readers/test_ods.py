"""OpenDocument spreadsheets: what is read of them, what their styles show, and what is refused."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import ListError
from steward.domain.progress import NO_PROGRESS
from steward.exchange.readers import read_tables
from steward.exchange.readers.ods_survey import survey_ods

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ["ID", "Nama", "No HP"]
BUDI = ["C1", "Budi Santoso", "081234567001"]
SITI = ["C2", "Siti Aminah", "081234567002"]


def ods(path: Path, rows: str, *, styles: str = "", before: str = "") -> Path:
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
        f'{before}<table:table table:name="Data">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return path


def ods_row(*texts: str, attributes: str = "", repeats: int = 1) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeats}">'
        f"<text:p>{text}</text:p></table:table-cell>"
        for text in texts
    )
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def test_an_opendocument_spreadsheet_is_read_and_its_million_blank_rows_are_not(tmp_path: Path) -> None:
    blank = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    path = ods(tmp_path / "list.ods", ods_row(*HEADER) + ods_row(*BUDI) + ods_row(*SITI) + blank)
    assert [row.cells for row in read_tables(path)[0].rows] == [tuple(BUDI), tuple(SITI)]


def test_an_opendocument_cell_that_stands_for_a_billion_is_refused(tmp_path: Path) -> None:
    bomb = ods_row("x", attributes='table:number-rows-repeated="1048576"', repeats=16384)
    with pytest.raises(ListError, match="too large"):
        read_tables(ods(tmp_path / "list.ods", ods_row(*HEADER) + bomb))


def test_repeated_rows_of_an_opendocument_spreadsheet_count_when_they_look_like_others(tmp_path: Path) -> None:
    rows = ods_row(*HEADER) + 70 * ods_row(*BUDI, attributes='table:number-rows-repeated="1000000"')
    with pytest.raises(ListError, match="too large"):
        read_tables(ods(tmp_path / "list.ods", rows))


def test_an_opendocument_spreadsheet_keeps_what_its_styles_show(tmp_path: Path) -> None:
    styles = {
        "N5": '<number:number-style style:name="N5"><number:number number:min-integer-digits="5"/>'
        "</number:number-style>",
        "N6": '<number:date-style style:name="N6"><number:day number:style="long"/><number:text>/</number:text>'
        '<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>'
        "</number:date-style>",
        "N7": '<number:currency-style style:name="N7"><number:currency-symbol>Rp</number:currency-symbol>'
        '<number:number number:min-integer-digits="1" number:grouping="true"/></number:currency-style>',
    }
    cells = "".join(f'<style:style style:name="c{name}" style:data-style-name="{name}"/>' for name in styles)
    values = (
        '<table:table-cell office:value-type="string"><text:p>Budi</text:p></table:table-cell>'
        '<table:table-cell table:style-name="cN5" office:value-type="float" office:value="5000"/>'
        '<table:table-cell table:style-name="cN6" office:value-type="date" office:date-value="1985-04-17"/>'
        '<table:table-cell office:value-type="currency" office:value="1500000"/>'
    )
    columns = (
        '<table:table-column table:number-columns-repeated="3"/>'
        '<table:table-column table:default-cell-style-name="cN7"/>'
    )
    header = ods_row("Nama", "Kode Pos", "Tgl Lahir", "Total Belanja")
    row = f"<table:table-row>{values}</table:table-row>"
    path = ods(tmp_path / "list.ods", columns + header + row, styles="".join(styles.values()) + cells)
    (table,) = read_tables(path)
    assert table.rows[0].cells == ("Budi", "05000", "1985-04-17", "1500000")
    told = {header: (formats.at(2), formats.at(1)) for header, formats in table.formats.items()}
    assert told == {
        "Kode Pos": ("00000", "@"),
        "Tgl Lahir": ('dd"/"mm"/"yyyy', "@"),
        "Total Belanja": ('"Rp"#,##0', "@"),
    }


def test_formats_are_told_where_rows_of_an_opendocument_spreadsheet_differ(tmp_path: Path) -> None:
    def row(cell: str, note: str = "") -> str:
        return (
            f"<table:table-row><table:table-cell {cell}>{note}<text:p>7</text:p></table:table-cell></table:table-row>"
        )

    amount = 'office:value-type="float" office:value="7"'
    note = "<office:annotation><text:p>Lunas</text:p></office:annotation>"
    rows = [row(amount), row(amount), row('office:value-type="string"', note), row(amount), row(amount, note)]
    found = survey_ods(ods(tmp_path / "list.ods", "".join(rows)), NO_PROGRESS)
    told = found.survey.formats["Data"][0]
    assert (list(told.rows), list(told.formats), found.places) == ([1, 3, 4], ["General", "@", "General"], 5)


@pytest.mark.parametrize(("day", "counts_from_1904"), [("1899-12-30", False), ("1904-01-01", True)])
def test_an_opendocument_spreadsheet_says_from_when_its_days_count(
    tmp_path: Path, day: str, counts_from_1904: bool
) -> None:
    settings = f'<table:calculation-settings><table:null-date table:date-value="{day}"/></table:calculation-settings>'
    row = '<table:table-row><table:table-cell office:value-type="float" office:value="7"/></table:table-row>'
    path = ods(tmp_path / "list.ods", row, before=settings)
    assert survey_ods(path, NO_PROGRESS).survey.counts_from_1904 is counts_from_1904


def test_an_opendocument_spreadsheet_in_an_unknown_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", '<?xml version="1.0" encoding="unheard-of"?><office:document-content/>')
    with pytest.raises(ListError, match="damaged"):
        read_tables(path)
