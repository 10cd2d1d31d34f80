"""Reading departments' lists: one module per format, and one door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.progress import NoProgress, Progress
from steward.exchange.readers.delimited import read_delimited
from steward.exchange.readers.excel import read_workbook
from steward.exchange.readers.file_kind import FileKind, detect_kind

if TYPE_CHECKING:
    from pathlib import Path

    from steward.exchange.tables import RawTable


def read_tables(path: Path, *, sheet: str | None = None, progress: Progress | None = None) -> list[RawTable]:
    """Every table of customers in a file, or the table of one sheet; raises ListError when there is none.

    Values are text exactly as delivered. The file is only read.
    """
    progress = progress or NoProgress()
    if detect_kind(path) is FileKind.WORKBOOK:
        return read_workbook(path, sheet=sheet, progress=progress)
    return [read_delimited(path, sheet=sheet, progress=progress)]
