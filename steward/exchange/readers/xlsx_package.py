"""The parts of an .xlsx package that a sheet's cells point to: the sheets themselves, shared texts, number formats."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from steward.exchange.readers.grid import SheetEntry

if TYPE_CHECKING:
    from datetime import datetime


_WORKBOOK = "xl/workbook.xml"


class CellStyle(NamedTuple):
    """How the number in a cell is shown."""

    number_format: str
    is_date: bool
    is_duration: bool


GENERAL = CellStyle("General", is_date=False, is_duration=False)


@dataclass(frozen=True, slots=True)
class Package:
    """What the workbook part says: its sheets with their parts, the styles by index, and where its days begin."""

    sheets: tuple[SheetEntry, ...]
    parts: dict[str, str]
    shared_part: str
    styles: tuple[CellStyle, ...]
    epoch: datetime


def read_package(archive: zipfile.ZipFile) -> Package:
    """The frame of a workbook; raises BadZipFile when it has none."""
    workbook = _workbook_part(archive)
    targets = package_targets(archive, workbook)
    sheets, parts = [], {}
    epoch = CALENDAR_WINDOWS_1900
    for name, attributes in _elements(archive, workbook):
        if name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            epoch = CALENDAR_MAC_1904
        elif name == "sheet":
            part, kind = targets.get(_relation(attributes), ("", ""))
            if kind == "worksheet" and attributes.get("name"):
                sheets.append(SheetEntry(attributes["name"], attributes.get("state", "visible") == "visible"))
                parts[attributes["name"]] = part
    kinds = {kind: part for part, kind in targets.values()}
    styles = _styles(archive, kinds.get("styles", ""))
    return Package(tuple(sheets), parts, kinds.get("sharedStrings", ""), styles, epoch)


def package_targets(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Relation id -> (part, kind) of everything a part points to inside the package."""
    folder, file_name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{file_name}.rels")
    if relations not in archive.namelist():
        return {}
    found = {}
    for name, attributes in _elements(archive, relations):
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            continue
        target = attributes.get("Target", "").replace("\\", "/")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[attributes.get("Id", "")] = (whole, attributes.get("Type", "").rpartition("/")[2])
    return found


def refuse_doctype(*_: object) -> None:
    """Raises BadZipFile: a document type declares entities, with which a small file fills all memory."""
    raise zipfile.BadZipFile("a document type has no place in a workbook")


def _workbook_part(archive: zipfile.ZipFile) -> str:
    """Programs other than Excel put the workbook elsewhere; the package's own relations say where."""
    for part, kind in package_targets(archive, "").values():
        if kind == "officeDocument":
            return part
    return _WORKBOOK


def _relation(sheet: dict[str, str]) -> str:
    """The value of r:id, whatever the writer calls that namespace."""
    return next((value for name, value in sheet.items() if name.endswith(":id")), "")


def _styles(archive: zipfile.ZipFile, part: str) -> tuple[CellStyle, ...]:
    if not part or part not in archive.namelist():
        return ()
    formats: dict[int, str] = dict(BUILTIN_FORMATS)
    numbers: list[int] = []
    is_cell_formats = is_differential = False
    for name, attributes in _elements(archive, part):
        if name == "numFmt" and not is_differential:
            formats[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "General")
        elif name in ("cellStyleXfs", "cellXfs", "cellStyles", "dxfs"):
            is_cell_formats = name == "cellXfs"
            is_differential = name == "dxfs"
        elif name == "xf" and is_cell_formats:
            numbers.append(int(attributes.get("numFmtId", "0")))
    return tuple(_style(formats.get(number, "General")) for number in numbers)


def _style(number_format: str) -> CellStyle:
    is_date = is_date_format(number_format)
    return CellStyle(number_format, is_date, is_date and is_timedelta_format(number_format))


def _elements(archive: zipfile.ZipFile, part: str) -> list[tuple[str, dict[str, str]]]:
    """The names, without their prefix, and attributes of all elements of a small part, in the order they begin."""
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = lambda name, attributes: found.append((name.rpartition(":")[2], attributes))
    with archive.open(part) as file:
        parser.ParseFile(file)
    return found
