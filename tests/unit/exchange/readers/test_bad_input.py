"""Files that can't be lists: each gives one sentence that says what is wrong and what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

from steward.domain.errors import ListError
from steward.exchange.readers import read_tables, workbook
from tests.unit.exchange.readers.test_ods import ods, ods_row

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
HTML = b"<html><body><table><tr><td>Nama</td></tr></table></body></html>"


def workbook_bytes(rows: list[list[object]]) -> bytes:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


PEOPLE = workbook_bytes([["ID", "Nama", "No HP"], ["C1", "Budi Santoso", "081234567001"]])


def encrypted_workbook() -> bytes:
    buffer = io.BytesIO()
    OOXMLFile(io.BytesIO(PEOPLE)).encrypt("rahasia", buffer)
    return buffer.getvalue()


def sentence(path: Path, sheet: str | None = None) -> str:
    with pytest.raises(ListError) as caught:
        read_tables(path, sheet=sheet)
    text = str(caught.value)
    assert text.endswith(".")
    assert "\n" not in text
    assert caught.value.code
    return text


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("list.xlsx", PNG, "is a picture"),
        ("list.csv", PNG, "is a picture"),
        ("list.csv", PEOPLE, "rename it to .xlsx"),
        ("list.xls", b"<html><body>Nama</body></html>", "is a web page"),
        ("list.xls", b"<table><tr><td colspan=16000>" + b"<td colspan=16000>" * 3, "too large"),
        ("list.xls", b"<html><table><tr><td" + b" a" * 3_000_000, "too large"),
        (
            "list.xls",
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "save it",
        ),
        ("list.csv", HTML, "is a web page"),
        ("list.xlsx", b"ID,Nama\nC1,Budi\n", "is not an Excel workbook"),
        ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .xlsx"),
        ("list.ods", b"PK\x03\x04", "damaged or was not copied whole"),
        ("list.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Excel workbook"),
        ("list.docx", PEOPLE, "is not a kind of file that can be imported"),
        ("list.pdf", b"%PDF-1.7", "is not a kind of file that can be imported"),
        ("list.csv", b"%PDF-1.7", "is a PDF document"),
        ("list.csv", b"", "is empty (0 bytes)"),
        ("list.xlsx", b"", "is empty (0 bytes)"),
        ("list.csv", b" \r\n\r\n", "has no text in it"),
        ("list.csv", b"ID;Nama;No HP\r\n", "has a header but no rows"),
        ("list.csv", b"ID,Nama\nC1,Budi\x00\x01\x02\n" + bytes(50), "NUL bytes"),
        ("list.csv", b'ID,Nama\nC1,"Budi\nC2,Siti\n', "in row 2 that is never closed"),
        ("list.xlsx", workbook_bytes([]), "has no filled sheet"),
        ("list.xlsx", workbook_bytes([["ID", "Nama", "No HP"]]), "has a header but no rows"),
        ("list.xlsx", PEOPLE[: len(PEOPLE) // 2], "damaged or was not copied whole"),
        ("list.xlsx", b"PK\x03\x04 and nothing more", "damaged or was not copied whole"),
        ("list.xlsx", encrypted_workbook(), "remove the password"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_a_sentence(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    text = sentence(path)
    assert said in text
    assert text.startswith(name)


def test_a_missing_file_and_a_missing_folder_are_told_apart(tmp_path: Path) -> None:
    assert "is not there" in sentence(tmp_path / "list.xlsx")
    assert "its folder" in sentence(tmp_path / "disk" / "list.xlsx")


def test_a_folder_is_not_a_list(tmp_path: Path) -> None:
    folder = tmp_path / "list.xlsx"
    folder.mkdir()
    assert "is a folder" in sentence(folder)


def test_the_folder_one_is_in_has_a_name_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert sentence(Path()).startswith(f"{tmp_path.name} is a folder")


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"ID,Nama\nC1,Budi\n")
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        assert "can't be opened" in sentence(path)
    else:
        pytest.skip("the superuser may read everything")


def test_a_disk_that_fails_while_reading_says_so() -> None:
    memory = Path("/proc/self/mem")
    if not memory.exists():
        pytest.skip("needs a file that can be opened and not read")
    assert "check the disk" in sentence(memory)


def test_an_archive_without_a_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("sales.csv", "ID,Nama\n")
    assert "unpack it" in sentence(path)


def test_a_workbook_with_a_broken_sheet_is_refused(tmp_path: Path) -> None:
    path = rewritten(tmp_path, "xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2])
    assert "damaged" in sentence(path)


def test_a_row_number_beyond_all_sheets_is_refused(tmp_path: Path) -> None:
    path = rewritten(tmp_path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'r="2"', b'r="4000000000"'))
    assert "damaged" in sentence(path)


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    path = rewritten(tmp_path, "xl/worksheets/sheet1.xml", lambda xml: bomb + xml)
    assert "damaged" in sentence(path)


def test_a_zip_bomb_is_not_opened(tmp_path: Path) -> None:
    path = rewritten(tmp_path, "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * (80 << 20))
    assert "unpacks to far more" in sentence(path)


def test_a_sheet_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(PEOPLE)
    assert "its sheets are Sheet" in sentence(path, sheet="Pelanggan")


def test_a_text_list_has_no_sheets(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"ID,Nama\nC1,Budi\n")
    assert "has no sheets" in sentence(path, sheet="Pelanggan")


def rewritten(tmp_path: Path, member: str, change: object) -> Path:
    """A good workbook of which one part was changed."""
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(io.BytesIO(PEOPLE)) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change(content) if name == member else content)  # type: ignore[operator]
    return path


@pytest.mark.parametrize("name", ["sales.xlsx", "sales.ods"])
def test_a_mistake_in_what_is_done_with_cells_is_none_of_the_file(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_: object, **__: object) -> None:
        raise KeyError("no such header")

    path = tmp_path / name
    path.write_bytes(PEOPLE)
    if name.endswith("ods"):
        ods(path, ods_row("ID", "Nama") + ods_row("C1", "Budi Santoso"))
    monkeypatch.setattr(workbook, "lists_among", mistaken)
    with pytest.raises(KeyError):
        read_tables(path)
