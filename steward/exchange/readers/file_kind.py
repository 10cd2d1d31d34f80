"""What a file really is, whatever its name says; refused with one sentence when it can't be a list."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from steward.exchange.readers.archives import archive_members
from steward.exchange.readers.refusal import list_error

if TYPE_CHECKING:
    from pathlib import Path


class FileKind(Enum):
    """The formats that can be read."""

    XLSX = "xlsx"
    OTHER_WORKBOOK = "other_workbook"
    TEXT = "text"
    PARQUET = "parquet"
    VCARD = "vcard"
    WEB_PAGE = "web_page"
    ZIP = "zip"


_KINDS: dict[str, FileKind] = {
    ".xlsx": FileKind.XLSX,
    ".xlsm": FileKind.XLSX,
    ".xls": FileKind.OTHER_WORKBOOK,
    ".xlsb": FileKind.OTHER_WORKBOOK,
    ".ods": FileKind.OTHER_WORKBOOK,
    ".csv": FileKind.TEXT,
    ".tsv": FileKind.TEXT,
    ".txt": FileKind.TEXT,
    ".parquet": FileKind.PARQUET,
    ".vcf": FileKind.VCARD,
    ".zip": FileKind.ZIP,
}
READABLE_SUFFIXES = frozenset(_KINDS)
#: What can be a list inside an archive; an archive inside an archive is not opened.
LIST_SUFFIXES = READABLE_SUFFIXES - {".zip"}
#: A part that each kind of zipped workbook must have.
_WORKBOOK_PARTS = {".xlsx": "[Content_Types].xml", ".xlsm": "[Content_Types].xml", ".xlsb": "[Content_Types].xml"}
_WORKBOOK_PARTS[".ods"] = "content.xml"

_HEAD_BYTES = 4096
_PARQUET = b"PAR1"
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
)


def detect_kind(path: Path) -> FileKind:
    """The kind of a readable list; raises ListError when its content and its name don't make one."""
    head = _read_head(path)
    suffix = path.suffix.lower()
    _refuse_foreign(path, head, suffix)
    kind = _KINDS[suffix]
    if kind is FileKind.PARQUET and not head.startswith(_PARQUET):
        raise list_error(path, "is not a Parquet file although its name says so; ask for the file again", "damaged")
    if kind is FileKind.VCARD and b"BEGIN:VCARD" not in head.upper():
        raise list_error(path, "is not a vCard file although its name says so; ask for the file again", "damaged")
    if kind is FileKind.ZIP and not head.startswith(b"PK"):
        raise list_error(path, "is not a zip archive although its name says so; ask for the file again", "damaged")
    if suffix in _WORKBOOK_PARTS:
        if not head.startswith(b"PK"):
            raise list_error(
                path,
                "is not an Excel workbook although its name says so; open it, save it as .xlsx and import that",
                "not_workbook",
            )
        _refuse_other_archive(path, _WORKBOOK_PARTS[suffix])
    if suffix == ".xls" and _is_page(head):
        return FileKind.WEB_PAGE
    if suffix == ".xls" and not head.startswith(_OLE):
        raise list_error(
            path, "is not an old Excel workbook; open it in Excel, save it as .xlsx and import that", "not_workbook"
        )
    return kind


def _read_head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise list_error(path, "is a folder; choose a file inside it", "is_folder")
        if not path.parent.is_dir():
            raise list_error(
                path,
                f"can't be read because its folder {path.parent} is not there; connect the disk or choose another file",
                "no_folder",
            )
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except FileNotFoundError as err:
        raise list_error(path, "is not there; check the name or choose another file", "missing") from err
    except PermissionError as err:
        raise list_error(
            path, "can't be opened; close it in other programs or ask for permission to read it", "no_permission"
        ) from err
    except (OSError, ValueError) as err:
        raise list_error(path, "can't be read; check the disk and try again", "unreadable") from err
    if not head:
        raise list_error(path, "is empty (0 bytes); ask the department to send it again", "empty_file")
    return head


def _refuse_foreign(path: Path, head: bytes, suffix: str) -> None:
    # Many programs write a page and call it a workbook, as Excel takes it for one.
    is_page = _is_page(head) and suffix != ".xls"
    if suffix not in READABLE_SUFFIXES:
        kinds = ", ".join(sorted(READABLE_SUFFIXES))
        raise list_error(path, f"is not a kind of file that can be imported; use one of {kinds}", "unsupported")
    if head.startswith(_OLE):
        if _is_encrypted(path):
            raise list_error(
                path,
                "is protected by a password; open it in Excel, remove the password, save it and import it again",
                "password",
            )
        if suffix != ".xls":
            raise list_error(path, "is an old Excel workbook; rename it to .xls and import it again", "old_workbook")
    if suffix == ".xls" and head.startswith(b"PK"):
        raise list_error(path, "is a new Excel workbook; rename it to .xlsx and import it again", "new_workbook")
    for signature, what in _SIGNATURES:
        if head.startswith(signature) and not (signature == b"MZ" and b"\x00" not in head):
            raise list_error(path, f"is {what}, not a list; choose the list itself", "not_a_list")
    if is_page or _is_xml_workbook(head):
        raise list_error(
            path, "is a web page, not a list; open it in Excel, save it as .xlsx and import that", "web_page"
        )
    if _KINDS[suffix] is FileKind.TEXT and head.startswith(_PARQUET):
        raise list_error(
            path, "is a Parquet file, not a text list; rename it to .parquet and import it again", "not_text"
        )
    if _KINDS[suffix] is FileKind.TEXT and head.startswith(b"PK\x03\x04"):
        raise list_error(
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


def _refuse_other_archive(path: Path, part: str) -> None:
    if part not in {member.filename for member in archive_members(path)}:
        raise list_error(
            path, "is an archive, not an Excel workbook; unpack it and import the list inside it", "not_workbook"
        )


def _is_page(head: bytes) -> bool:
    start = _beginning(head)
    return start.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<style")) or (
        start.startswith(b"<?xml") and b"<html" in start
    )


def _is_xml_workbook(head: bytes) -> bool:
    start = _beginning(head)
    return start.startswith(b"<?xml") and b"<html" not in start and b"spreadsheet" in start


def _beginning(head: bytes) -> bytes:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
