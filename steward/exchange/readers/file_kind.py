"""What a file really is, whatever its name says; refused with one sentence when it can't be a list."""

from __future__ import annotations

import zipfile
from enum import Enum
from typing import TYPE_CHECKING

from steward.domain.errors import ListError

if TYPE_CHECKING:
    from pathlib import Path


class FileKind(Enum):
    """The formats that can be read."""

    WORKBOOK = "workbook"
    TEXT = "text"


WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm"})
TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".txt"})
READABLE_SUFFIXES = WORKBOOK_SUFFIXES | TEXT_SUFFIXES

_HEAD_BYTES = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a text document"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x1f\x8b", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"MZ", "a program"),
    (b"PAR1", "a Parquet file"),
)


def detect_kind(path: Path) -> FileKind:
    """The kind of a readable list; raises ListError when its content and its name don't make one."""
    head = _read_head(path)
    suffix = path.suffix.lower()
    _refuse_foreign(path, head, suffix)
    if suffix in WORKBOOK_SUFFIXES:
        if not head.startswith(b"PK"):
            raise _error(
                path,
                "is not an Excel workbook although its name says so; open it, save it as .xlsx and import that",
                "not_workbook",
            )
        _refuse_other_archive(path)
        return FileKind.WORKBOOK
    return FileKind.TEXT


def _read_head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise _error(path, "is a folder; choose a file inside it", "is_folder")
        if not path.parent.is_dir():
            raise _error(
                path,
                f"can't be read because its folder {path.parent} is not there; connect the disk or choose another file",
                "no_folder",
            )
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except FileNotFoundError as err:
        raise _error(path, "is not there; check the name or choose another file", "missing") from err
    except PermissionError as err:
        raise _error(
            path, "can't be opened; close it in other programs or ask for permission to read it", "no_permission"
        ) from err
    except (OSError, ValueError) as err:
        raise _error(path, "can't be read; check the disk and try again", "unreadable") from err
    if not head:
        raise _error(path, "is empty (0 bytes); ask the department to send it again", "empty_file")
    return head


def _refuse_foreign(path: Path, head: bytes, suffix: str) -> None:
    if suffix not in READABLE_SUFFIXES:
        if _is_html(head):
            raise _error(
                path,
                "is a web page, not an Excel workbook; open it in Excel, save it as .xlsx and import that",
                "web_page",
            )
        if suffix in {".xls", ".xlsb", ".ods"}:
            raise _error(path, f"is a {suffix} workbook; open it, save it as .xlsx and import that", "old_workbook")
        kinds = ", ".join(sorted(READABLE_SUFFIXES))
        raise _error(path, f"is not a kind of file that can be imported; use one of {kinds}", "unsupported")
    if head.startswith(_OLE):
        if _is_encrypted(path):
            raise _error(
                path,
                "is protected by a password; open it in Excel, remove the password, save it and import it again",
                "password",
            )
        raise _error(path, "is an old Excel workbook; open it, save it as .xlsx and import that", "old_workbook")
    for signature, what in _SIGNATURES:
        if head.startswith(signature) and not (signature == b"MZ" and b"\x00" not in head):
            raise _error(path, f"is {what}, not a list; choose the list itself", "not_a_list")
    if _is_html(head):
        raise _error(path, "is a web page, not a list; open it in Excel, save it as .xlsx and import that", "web_page")
    if suffix in TEXT_SUFFIXES and head.startswith(b"PK\x03\x04"):
        raise _error(
            path,
            f"is an Excel workbook or another archive, not a {suffix} file; rename it to .xlsx and import it again",
            "not_text",
        )


def _is_encrypted(path: Path) -> bool:
    """Excel keeps an encrypted workbook as a stream of that name inside an OLE file."""
    with path.open("rb") as file:
        found, tail = False, b""
        while not found and (chunk := file.read(1 << 20)):
            found = _ENCRYPTED in tail + chunk
            tail = chunk[-len(_ENCRYPTED) :]
    return found


def _refuse_other_archive(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as err:
        raise _error(path, "is damaged or was not copied whole; ask for the file again", "damaged") from err
    if "[Content_Types].xml" not in names:
        raise _error(
            path, "is an archive, not an Excel workbook; unpack it and import the list inside it", "not_workbook"
        )


def _is_html(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<?xml")) and (
        not start.startswith(b"<?xml") or b"<html" in start or b"spreadsheet" in start
    )


def _error(path: Path, rest: str, code: str) -> ListError:
    return ListError(f"{path.name} {rest}.", code=code, file=path.name)
