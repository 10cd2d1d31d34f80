"""Writing .xlsx workbooks that a manager can open at once and that nobody can use to run a command.

Texts stay texts, whatever they start with; ids and phones keep their zeros; dates are real dates. The same sheets
always give the same bytes.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from steward.domain.errors import ExportError
from steward.domain.progress import NoProgress, Progress
from steward.exchange.writers.replacing import replacing
from steward.exchange.writers.sheets import ColumnKind, Sheet

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_MAX_ROWS = 1_048_576
_MAX_CHARACTERS = 32_767
_CHUNK = 2000
#: Dates before 1 March 1900 are counted differently by Excel and by everybody else.
_FIRST_DATE = date(1900, 3, 1)
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_FORMULA_START = tuple("=+-@\t\r")
_FORMATS = {
    ColumnKind.TEXT: "@",
    ColumnKind.DATE: "yyyy-mm-dd",
    ColumnKind.NUMBER: "General",
    ColumnKind.INTEGER: "0",
}
_INTEGER = re.compile(r"-?(0|[1-9]\d{0,14})")
_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
#: What XML can't carry, a carriage return (XML makes it a line feed), and text that would be taken for such an escape.
_TO_ESCAPE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]|_(?=x[0-9A-Fa-f]{4}_)")


def write_workbook(path: Path, sheets: Sequence[Sheet], *, created: datetime, progress: Progress | None = None) -> None:
    """Write the sheets as one workbook; ``created`` is the time it carries. Raises ExportError when it can't."""
    progress = progress or NoProgress()
    workbook = Workbook(write_only=True)
    stamp = (created.astimezone(UTC) if created.tzinfo else created).replace(tzinfo=None, microsecond=0)
    workbook.properties.creator = "Steward"
    workbook.properties.created = stamp
    workbook.properties.modified = stamp
    with replacing(path) as part:
        for sheet in sheets:
            # Any: the published types of write-only sheets lack widths and filters.
            _fill(workbook.create_sheet(sheet.name), sheet, path, progress)
        with _SteadyZip(part, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
            # Workbook.save would stamp the present time into the file.
            ExcelWriter(workbook, archive).write_data()


def typed_value(kind: ColumnKind, text: str) -> str | int | float | date:
    """What a text stands for in a column of this kind; the text itself where it does not fit or would lose digits."""
    if kind is ColumnKind.INTEGER and _INTEGER.fullmatch(text):
        return int(text)
    if kind is ColumnKind.NUMBER and _NUMBER.fullmatch(text) and len(re.sub(r"\D", "", text)) <= 15:
        return float(text) if "." in text else int(text)
    if kind is ColumnKind.DATE and _DATE.fullmatch(text):
        try:
            value = date.fromisoformat(text)
        except ValueError:
            return text
        return value if value >= _FIRST_DATE else text
    return text


def escape(text: str) -> str:
    """Text as a workbook stores it: what XML can't hold as ``_x0000_``, and no longer than a cell may be."""
    escaped = _TO_ESCAPE.sub(lambda match: f"_x{ord(match[0]):04X}_", text)
    if len(escaped) <= _MAX_CHARACTERS:
        return escaped
    return _TO_ESCAPE.sub("\ufffd", text)[: _MAX_CHARACTERS - 1] + "…"


def _fill(worksheet: Any, sheet: Sheet, path: Path, progress: Progress) -> None:
    worksheet.freeze_panes = "A2"
    for index, column in enumerate(sheet.columns, start=1):
        worksheet.column_dimensions[get_column_letter(index)].width = column.width
    worksheet.append(_header_cells(worksheet, [column.title for column in sheet.columns]))
    painter = _RowPainter(worksheet, [column.kind for column in sheet.columns])
    last = 1
    for last, row in enumerate(sheet.rows, start=2):
        if last > _MAX_ROWS:
            raise ExportError(
                f"{path.name} can't hold more than {_MAX_ROWS - 1:,} rows per sheet; export as .csv or .parquet.",
                code="too_many_rows",
                file=path.name,
            )
        if last % _CHUNK == 0:
            progress.check()
            progress.report("writing", last, 0)
        worksheet.append(painter.cells(row))
    progress.check()
    if sheet.columns:
        worksheet.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{last}"


def _header_cells(worksheet: WriteOnlyWorksheet, titles: Iterable[str]) -> list[Cell]:
    cells = []
    for title in titles:
        cell = WriteOnlyCell(worksheet, escape(title))
        cell.data_type = "s"
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E8EDF3")
        cell.alignment = Alignment(vertical="center")
        cells.append(cell)
    return cells


class _RowPainter:
    """Makes styled cells, one per column and look, and uses them for every row: styling each anew takes minutes."""

    def __init__(self, worksheet: WriteOnlyWorksheet, kinds: Sequence[ColumnKind]) -> None:
        self._kinds = kinds
        self._typed = [self._cell(worksheet, _FORMATS[kind]) for kind in kinds]
        self._text = [self._cell(worksheet, "@") for _ in kinds]
        self._quoted = [self._cell(worksheet, "@", is_quoted=True) for _ in kinds]

    def cells(self, row: Sequence[str]) -> list[Cell | None]:
        """The cells of one row; they hold good until the next call."""
        return [self._paint(index, text) if text else None for index, text in enumerate(row[: len(self._kinds)])]

    def _paint(self, index: int, text: str) -> Cell:
        value = typed_value(self._kinds[index], text)
        if not isinstance(value, str):
            cell = self._typed[index]
            cell.value = value
            return cell
        cell = (self._quoted if text.startswith(_FORMULA_START) else self._text)[index]
        cell.value = escape(text)
        # openpyxl takes "=..." for a formula and "#N/A" for an error.
        cell.data_type = "s"
        return cell

    @staticmethod
    def _cell(worksheet: WriteOnlyWorksheet, number_format: str, *, is_quoted: bool = False) -> Cell:
        cell = WriteOnlyCell(worksheet)
        cell.number_format = number_format
        if is_quoted:
            # Keeps Excel from reading the text as a formula even after somebody edits the cell.
            cell.quotePrefix = True
        return cell


class _SteadyZip(zipfile.ZipFile):
    """A zip file in which every member has the same time, so that the same content gives the same bytes."""

    def writestr(  # type: ignore[override]  # only the two arguments that openpyxl uses
        self, name: str, data: str | bytes
    ) -> None:
        super().writestr(self._member(name), data)

    def write(  # type: ignore[override]  # as above
        self, filename: str | os.PathLike[str], arcname: str
    ) -> None:
        member = self._member(arcname)
        member.file_size = Path(filename).stat().st_size
        with Path(filename).open("rb") as source, self.open(member, "w") as target:
            shutil.copyfileobj(source, target, 1 << 20)

    def _member(self, name: str) -> zipfile.ZipInfo:
        member = zipfile.ZipInfo(name, date_time=_ZIP_TIME)
        member.compress_type = self.compression
        return member
