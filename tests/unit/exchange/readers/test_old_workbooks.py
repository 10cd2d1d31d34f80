"""Workbooks of the binary formats (.xls, .xlsb): what is read of them and what their formats show."""

from __future__ import annotations

import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from steward.domain.errors import Cancelled, ListError
from steward.domain.progress import NO_PROGRESS, NoProgress
from steward.exchange.readers import read_tables
from steward.exchange.readers.old_formats import survey_xls
from steward.exchange.readers.xlsb_formats import survey_xlsb
from steward.exchange.sheets.layout import CellRef
from steward.exchange.tables import NoteKind, TableNote
from tests.unit.exchange.readers.xlsb_builder import write_xlsb

FILES = Path(__file__).parent / "files"
HEADER = ["ID", "Nama", "No HP"]
BUDI = ["C1", "Budi Santoso", "081234567001"]


def test_an_old_workbook_is_read(tmp_path: Path) -> None:
    table = read_tables(FILES / "customers.xls")[0]
    assert (table.sheet, table.header_row, len(table.rows)) == ("Pelanggan", 3, 3)
    assert table.rows[0].cells[:7] == (
        *("C1", "Budi Santoso", "081234567001", "3171011708450001", "12950", "1945-08-17", "1250000.5"),
    )
    assert TableNote(NoteKind.HIDDEN_SHEET_SKIPPED, ("Lama",)) in table.notes


def test_a_script_that_reads_an_old_workbook_is_not_run_again_by_the_process_that_opens_it(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\n"
        "from steward.exchange.readers import read_tables\n"
        f"print(len(read_tables(Path({str(FILES / 'customers.xls')!r}))[0].rows))\n",
        encoding="utf-8",
    )
    root = Path(__file__).parents[4]
    done = subprocess.run([sys.executable, str(script)], cwd=root, env={"PYTHONPATH": str(root)}, capture_output=True)
    assert (done.stdout.split(), done.returncode) == ([b"3"], 0), done.stderr


def test_a_binary_workbook_is_read_wherever_its_table_stands(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsb"
    write_xlsb(path, [HEADER, BUDI, ["C2", "Siti Aminah", 81234567002.0]], first_row=2, first_column=1)
    table = read_tables(path)[0]
    assert (table.headers, table.header_row) == (tuple(HEADER), 3)
    assert [row.cells for row in table.rows] == [tuple(BUDI), ("C2", "Siti Aminah", "81234567002")]


def test_a_binary_workbook_with_a_cell_in_the_last_corner_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsb"
    write_xlsb(path, [["x"]], first_row=1_048_575, first_column=16_383)
    with pytest.raises(ListError, match="too large"):
        read_tables(path)


def test_other_workbooks_say_which_cells_are_no_texts(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsb"
    write_xlsb(path, [HEADER, BUDI, ["C2", "Siti Aminah", 81234567002.0]])
    (table,) = read_tables(path)
    assert list(table.formats) == [HEADER[2]]
    assert [table.formats[HEADER[2]].at(row) for row in (1, 2, 3)] == ["@", "@", "General"]


def test_a_binary_workbook_keeps_the_zeros_and_days_that_its_formats_show(tmp_path: Path) -> None:
    path = tmp_path / "codes.xlsb"
    rows = [
        ["Kode", "Nama", "Kode Pos", "Tgl Lahir"],
        [17.0, "Budi", 5001.0, 31154.0],
        [18.0, "Siti", "06120", 31155.0],
    ]
    write_xlsb(path, rows, first_row=1, first_column=2, formats=["000000", "General", "00000", "dd/mm/yyyy"])
    (table,) = read_tables(path)
    assert [row.cells for row in table.rows] == [
        ("000017", "Budi", "05001", "1985-04-17"),
        ("000018", "Siti", "06120", "1985-04-18"),
    ]
    told = {header: formats.at(3) for header, formats in table.formats.items()}
    assert told == {"Kode": "000000", "Kode Pos": "00000", "Tgl Lahir": "dd/mm/yyyy"}
    assert table.formats["Kode Pos"].at(4) == "@"


def test_a_binary_workbook_whose_styles_are_broken_is_read_without_formats(tmp_path: Path) -> None:
    path = tmp_path / "codes.xlsb"
    write_xlsb(path, [["Kode", "Nama"], [17.0, "Budi"], [18.0, "Siti"]], formats=["000000", "General"])
    broken = tmp_path / "broken.xlsb"
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(broken, "w") as archive:
        for name in whole.namelist():
            # A style that is none: the second record's format has no number.
            archive.writestr(name, b"\xe9\x04\x00\x2f\x01\x00" if name == "xl/styles.bin" else whole.read(name))
    assert survey_xlsb(broken, NO_PROGRESS).formats == {}


@pytest.mark.parametrize("counts_from_1904", [False, True])
def test_a_binary_workbook_says_from_when_its_days_count(tmp_path: Path, counts_from_1904: bool) -> None:
    path = tmp_path / "list.xlsb"
    rows = [["Kode", "Nama", "Tgl Lahir"], ["C1", "Budi Santoso", 29814.0]]
    write_xlsb(path, rows, counts_from_1904=counts_from_1904)
    (table,) = read_tables(path)
    assert (table.rows[0].cells[2], table.counts_from_1904) == ("29814", counts_from_1904)


def test_an_old_workbook_says_from_when_its_days_count(tmp_path: Path) -> None:
    content = (FILES / "codes.xls").read_bytes()
    calendar = b"\x22\x00\x02\x00"
    assert content.count(calendar + b"\x00\x00") == 1
    path = tmp_path / "codes.xls"
    path.write_bytes(content.replace(calendar + b"\x00\x00", calendar + b"\x01\x00"))
    assert not read_tables(FILES / "codes.xls")[0].counts_from_1904
    (table,) = read_tables(path)
    assert table.counts_from_1904
    assert table.rows[0].cells[3] == "1989-04-18"


def test_an_old_workbook_keeps_the_zeros_that_a_format_shows() -> None:
    (table,) = read_tables(FILES / "codes.xls")
    assert table.rows[0].cells == ("000001", "Budi 1", "05001", "1985-04-17", "1500000.5")
    told = {header: formats.at(2) for header, formats in table.formats.items()}
    assert told == {"Kode": "000000", "Kode Pos": "00000", "Tgl Lahir": "DD/MM/YYYY", "Total": "General"}
    assert table.formats["Kode Pos"].at(3) == "@"


def test_an_old_workbook_says_which_cells_hold_an_error(tmp_path: Path) -> None:
    content = (FILES / "codes.xls").read_bytes()
    at = content.index(struct.pack("<HHHH", 0x027E, 10, 2, 0))
    path = tmp_path / "codes.xls"
    error = struct.pack("<HHHHHBBxx", 0x0205, 10, 2, 0, 0, 0x1D, 1)
    path.write_bytes(content[:at] + error + content[at + len(error) :])
    (table,) = read_tables(path)
    assert table.rows[1].cells[0] == "#NAME?"
    assert survey_xls(path, NO_PROGRESS).errors["Data Plg"] == (CellRef(3, 0, "#NAME?"),)


def test_an_old_workbook_says_what_formulas_came_to_nothing(tmp_path: Path) -> None:
    content = (FILES / "codes.xls").read_bytes()
    at = content.index(struct.pack("<HHHH", 0x00BD, 24, 1, 2))
    formula = struct.pack("<HHHHHBxBxxxH10x", 0x0006, 24, 1, 2, 0, 2, 0x2A, 0xFFFF)
    path = tmp_path / "codes.xls"
    path.write_bytes(content[:at] + formula + content[at + len(formula) :])
    assert survey_xls(path, NO_PROGRESS).errors["Data Plg"] == (CellRef(2, 2, "#N/A"),)
    assert read_tables(path)[0].rows[0].cells[2] == "#N/A"


@pytest.mark.parametrize(
    "malformed",
    [
        struct.pack("<HHHHH", 0x0205, 6, 2, 0, 0) + struct.pack("<HH", 0x0FFF, 0),
        struct.pack("<HHHHH4x", 0x027E, 10, 2, 0, 999),
    ],
    ids=["too short", "of no style"],
)
def test_a_malformed_cell_of_an_old_workbook_takes_nothing_from_the_others(tmp_path: Path, malformed: bytes) -> None:
    content = (FILES / "codes.xls").read_bytes()
    at = content.index(struct.pack("<HHHH", 0x027E, 10, 2, 0))
    path = tmp_path / "codes.xls"
    path.write_bytes(content[:at] + malformed + content[at + 14 :])
    whole, others = (survey_xls(one, NO_PROGRESS).formats["Data Plg"] for one in (FILES / "codes.xls", path))
    assert others.keys() == whole.keys()
    assert others[0].at(2) == "000000"


def test_the_survey_of_an_old_workbook_can_be_stopped() -> None:
    class Stopped(NoProgress):
        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        survey_xls(FILES / "codes.xls", Stopped())


@pytest.mark.parametrize("damage", [slice(30, 34), slice(48, 52), slice(512, 700), slice(2000, 9000)])
def test_an_old_workbook_whose_formats_are_broken_has_none(tmp_path: Path, damage: slice) -> None:
    content = bytearray((FILES / "codes.xls").read_bytes())
    content[damage] = b"\xfe" * len(content[damage])
    path = tmp_path / "codes.xls"
    path.write_bytes(content)
    assert survey_xls(path, NO_PROGRESS).formats.keys() <= {"Data Plg"}
