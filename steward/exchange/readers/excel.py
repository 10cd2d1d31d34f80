"""Reading .xlsx and .xlsm workbooks, streamed so that a large sheet needs no second copy in memory."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from steward.domain.errors import ListError
from steward.exchange.customer_table import holds_customers
from steward.exchange.layout import CellRef, locate_table
from steward.exchange.readers.cell_text import cell_text
from steward.exchange.tables import NoteKind, RawRow, RawTable, TableNote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.workbook.workbook import Workbook

    from steward.domain.progress import Progress

#: More than any honest list needs; a small file that unpacks to more is an attack or broken.
MAX_UNPACKED_BYTES = 4 << 30
MAX_RATIO = 1000
_RATIO_FROM_BYTES = 64 << 20
_CHUNK = 5000
_MAX_ROWS = 1_048_576
_FORMULA_ALONE = re.compile(rb"<f\b[^<>]*(/>|>[^<]*</f>)\s*(<v\s*/>|<v>\s*</v>)?\s*</c>")
_LONGEST_FORMULA = 10_000
#: What openpyxl and the modules below it raise on a broken workbook.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, ParseError, InvalidFileException, KeyError, ValueError, TypeError, IndexError),
    *(AttributeError, EOFError, RuntimeError, NotImplementedError, OverflowError, AssertionError),
)


def read_workbook(path: Path, *, sheet: str | None, progress: Progress) -> list[RawTable]:
    """The customer tables of a workbook, or the table of one sheet; raises ListError when there is none."""
    _refuse_bomb(path)
    with _open(path) as workbook:
        names: list[str] = [worksheet.title for worksheet in workbook.worksheets]
        visible = [worksheet.title for worksheet in workbook.worksheets if worksheet.sheet_state == "visible"]
        if sheet is not None and sheet not in names:
            raise _error(path, f"has no sheet {sheet!r}; its sheets are {', '.join(names)}", "no_such_sheet")
        if not names:
            raise _error(
                path, "has no sheet that can be read; open it in Excel, save it as .xlsx and import that", "no_sheet"
            )
        wanted = visible if sheet is None else [sheet]
        grids = [_read_sheet(workbook, name, progress) for name in wanted]
    tables = [_locate(path, grid) for grid in grids]
    if sheet is not None:
        return [_required(path, tables[0], f"sheet {sheet!r}")]
    found = _choose(path, [table for table in tables if table is not None])
    chosen = {table.sheet for table in found}
    notes = [TableNote(NoteKind.SHEET_SKIPPED, (name,)) for name in visible if name not in chosen]
    notes += [TableNote(NoteKind.HIDDEN_SHEET_SKIPPED, (name,)) for name in names if name not in visible]
    return [found[0].with_notes(*notes), *found[1:]]


class _Grid(NamedTuple):
    """The rows of a sheet that are not blank."""

    sheet: str
    rows: list[RawRow]
    errors: list[CellRef]
    lacks_values: bool


def _locate(path: Path, grid: _Grid) -> RawTable | None:
    table = locate_table(path.name, grid.sheet, grid.rows, error_cells=grid.errors)
    if table is not None and grid.lacks_values:
        return table.with_notes(TableNote(NoteKind.FORMULAS_WITHOUT_VALUES))
    return table


def _choose(path: Path, located: list[RawTable]) -> list[RawTable]:
    """All sheets with customers; else the largest table there is."""
    filled = [table for table in located if table.rows]
    customers = [table for table in filled if holds_customers(table)]
    if customers:
        return customers
    if filled:
        return [max(filled, key=lambda table: len(table.rows) * len(table.headers))]
    return [_required(path, located[0] if located else None, "it")]


def _required(path: Path, table: RawTable | None, where: str) -> RawTable:
    if table is None:
        if where == "it":
            raise _error(path, "has no filled sheet; ask the department to send the list again", "empty_sheet")
        raise _error(path, f"has nothing on {where}; choose another sheet", "empty_sheet")
    if not table.rows:
        raise _error(
            path, "has a header but no rows below it; ask the department to send the list again", "header_only"
        )
    return table


def _read_sheet(workbook: Workbook, name: str, progress: Progress) -> _Grid:
    rows: list[RawRow] = []
    errors: list[CellRef] = []
    for number, cells in enumerate(_iter_cells(workbook, name), start=1):
        if number % _CHUNK == 0:
            if number > _MAX_ROWS:
                # A broken row number would make the reader count empty rows for hours.
                raise zipfile.BadZipFile("row number out of range")
            progress.check()
            progress.report("reading", number, 0)
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if any(text.strip() for text in texts):
            rows.append(RawRow(number, tuple(texts)))
            errors += [CellRef(number, i, str(cell.value)) for i, cell in enumerate(cells) if cell.data_type == "e"]
    progress.check()
    return _Grid(name, rows, errors, _lacks_values(workbook, name, progress))


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    # Only numbers need their format, and looking it up costs more than all the rest.
    return cell_text(value, None if isinstance(value, str) else cell.number_format)


def _iter_cells(workbook: Workbook, name: str) -> Iterator[tuple[Any, ...]]:
    worksheet: Any = workbook[name]
    # The size that some programs write into a sheet is wrong and would hide rows.
    worksheet.reset_dimensions()
    yield from worksheet.iter_rows()


def _lacks_values(workbook: Workbook, name: str, progress: Progress) -> bool:
    """Whether formulas of a sheet were saved without their results, which then look like empty cells."""
    worksheet: Any = workbook[name]
    tail = b""
    with worksheet._get_source() as source:  # openpyxl offers no other way to a sheet's own XML
        while chunk := source.read(1 << 20):
            progress.check()
            if _FORMULA_ALONE.search(tail + chunk):
                return True
            tail = chunk[-_LONGEST_FORMULA:]
    return False


@contextmanager
def _open(path: Path) -> Iterator[Workbook]:
    """The workbook, with every way in which it can be broken told in one sentence."""
    try:
        # Opened here, because openpyxl leaves a broken file open.
        with path.open("rb") as file, warnings.catch_warnings():
            # Styles and extensions that openpyxl does not keep; the cells are not touched by them.
            warnings.simplefilter("ignore", UserWarning)
            workbook = load_workbook(file, read_only=True, data_only=True)
            yield workbook
    except _BROKEN as err:
        raise _error(
            path, "is damaged or was not copied whole; open it in Excel, save it anew and import that", "damaged"
        ) from err
    except MemoryError as err:
        raise _error(
            path, "is too large for this computer's memory; split it and import the parts", "too_large"
        ) from err
    except OSError as err:
        raise _error(path, "can't be read to its end; check the disk and try again", "unreadable") from err


def _refuse_bomb(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as err:
        raise _error(path, "is damaged or was not copied whole; ask for the file again", "damaged") from err
    unpacked = sum(member.file_size for member in members)
    has_extreme = any(
        member.file_size > _RATIO_FROM_BYTES and member.file_size > MAX_RATIO * max(1, member.compress_size)
        for member in members
    )
    if unpacked > MAX_UNPACKED_BYTES or has_extreme:
        raise _error(path, "unpacks to far more than a list can hold and was not opened; ask who made it", "too_large")


def _error(path: Path, rest: str, code: str) -> ListError:
    return ListError(f"{path.name} {rest}.", code=code, file=path.name)
