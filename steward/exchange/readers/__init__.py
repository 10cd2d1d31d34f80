"""Reading departments' lists: one module per format, and one door.

What reads a format is loaded when a list has it: the libraries for workbooks and Parquet take longer to load than most
lists take to read.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from steward.domain.progress import NO_PROGRESS, Progress
from steward.exchange.readers.delimited import read_delimited
from steward.exchange.readers.file_kind import LIST_SUFFIXES, FileKind, detect_kind

if TYPE_CHECKING:
    from pathlib import Path

    from steward.exchange.spread import Spread
    from steward.exchange.tables import RawTable


def read_tables(
    path: Path,
    *,
    sheet: str | None = None,
    reads_hidden_sheets: bool = False,
    progress: Progress | None = None,
    spread: Spread | None = None,
) -> list[RawTable]:
    """Every table of customers in a file, or the table of one sheet; raises ListError when there is none.

    Sheets that are hidden are read when they are named or asked for. Values are text exactly as delivered. The file is
    only read. ``spread`` can have parts of a large one taken apart elsewhere.
    """
    progress = progress or NO_PROGRESS
    match detect_kind(path):
        case FileKind.XLSX:
            from steward.exchange.readers.workbook import read_workbook
            from steward.exchange.readers.xlsx import open_xlsx

            with open_xlsx(path, spread) as workbook:
                return read_workbook(path, workbook, sheet=sheet, reads_hidden=reads_hidden_sheets, progress=progress)
        case FileKind.OTHER_WORKBOOK:
            from steward.exchange.readers.other_workbooks import open_other
            from steward.exchange.readers.workbook import read_workbook

            with open_other(path, progress) as other:
                return read_workbook(path, other, sheet=sheet, reads_hidden=reads_hidden_sheets, progress=progress)
        case FileKind.PARQUET:
            from steward.exchange.readers.parquet import read_parquet

            return [read_parquet(path, sheet=sheet, progress=progress)]
        case FileKind.VCARD:
            from steward.exchange.readers.vcard import read_vcards

            return [read_vcards(path, sheet=sheet, progress=progress)]
        case FileKind.WEB_PAGE:
            from steward.exchange.readers.web_page import open_web_page
            from steward.exchange.readers.workbook import read_workbook

            with open_web_page(path) as page:
                return read_workbook(path, page, sheet=sheet, reads_hidden=reads_hidden_sheets, progress=progress)
        case FileKind.ZIP:
            from steward.exchange.readers.zipped import read_zipped

            read = partial(read_tables, reads_hidden_sheets=reads_hidden_sheets, progress=progress, spread=spread)
            return read_zipped(path, LIST_SUFFIXES, read, sheet=sheet, progress=progress)
        case FileKind.TEXT:
            return read_delimited(path, sheet=sheet, progress=progress)
