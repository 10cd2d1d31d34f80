"""Reading .xls, .xlsb and .ods workbooks by calamine.

Calamine gives values without their number format, which is read beside. A sheet is measured before calamine, which
keeps every place between the first and the last cell, opens it.
"""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from steward.domain.cell_formats import BOOLEAN_FORMAT, TEXT_FORMAT
from steward.exchange.calamine_process import CalamineClient, CalamineFailedError, calamine_process
from steward.exchange.raw_rows import CellColumn, TooManyCellsError
from steward.exchange.readers.archives import BROKEN_ARCHIVE, refuse_bomb
from steward.exchange.readers.cell_text import cell_text, unescape
from steward.exchange.readers.grid import MAX_PLACES, Grid, SheetEntry, WorkbookSurvey
from steward.exchange.readers.ods_survey import survey_ods
from steward.exchange.readers.old_formats import survey_xls
from steward.exchange.readers.refusal import BrokenWorkbookError, broken_by, list_error
from steward.exchange.readers.sheet_extent import xlsb_places
from steward.exchange.readers.xlsb_formats import survey_xlsb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from steward.domain.cell_formats import CellFormats
    from steward.domain.errors import ListError
    from steward.domain.progress import Progress


#: What a broken file makes those raise who look beside calamine.
_BROKEN = (*BROKEN_ARCHIVE, ExpatError, LookupError, RuntimeError)
#: What is known of a cell's format by its kind alone; an empty text, which stands for no cell, says nothing.
_FORMATS: dict[type, str] = {
    str: TEXT_FORMAT,
    bool: BOOLEAN_FORMAT,
    int: "General",
    float: "General",
    datetime: "yyyy-mm-dd",
    date: "yyyy-mm-dd",
    time: "hh:mm:ss",
    timedelta: "[h]:mm:ss",
}


class CalamineReader:
    """An open workbook of one of the other formats."""

    def __init__(self, client: CalamineClient, survey: WorkbookSurvey) -> None:
        self._client = client
        self._survey = survey
        self._sheets = tuple(SheetEntry(*sheet) for sheet in client.sheets)

    @property
    def sheets(self) -> Sequence[SheetEntry]:
        """The sheets with cells, in the order of their tabs."""
        return self._sheets

    def read(self, name: str, progress: Progress) -> Grid:
        """The cells of a sheet as text."""
        with broken_by(*_BROKEN):
            return self._read(name, progress)

    def _read(self, name: str, progress: Progress) -> Grid:
        grid = Grid(name, counts_from_1904=self._survey.counts_from_1904)
        formats = self._survey.formats.get(name, {})
        grid.errors += self._survey.errors.get(name, ())
        for first, rows in self._client.rows(name):
            progress.report("reading", first, 0)
            for error in grid.errors:
                if first <= error.row < first + len(rows) and error.column < len(rows[error.row - first]):
                    rows[error.row - first][error.column] = error.text
            numbers = range(first, first + len(rows))
            columns = {
                column: CellColumn.of(_column_texts(grid, column, numbers, values, formats.get(column)))
                for column, values in enumerate(zip(*rows, strict=True))
            }
            grid.add_columns(numbers, columns)
        grid.finish(progress)
        return grid


def _column_texts(
    grid: Grid, column: int, numbers: Sequence[int], values: Sequence[object], told: CellFormats | None
) -> list[str]:
    """The texts of a column in these rows; their formats are noted, ``told`` or what the kind of value alone says."""
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) == len(values):
        if column in grid.formats and any(texts):
            filled = next(number for number, text in zip(numbers, texts, strict=True) if text)
            grid.formats.note(column, filled, TEXT_FORMAT)
        return [unescape(text) if "_x" in text else text for text in texts]
    texts = []
    for number, value in zip(numbers, values, strict=True):
        kind = _FORMATS.get(type(value)) if value != "" else None
        if told is not None and kind not in (None, TEXT_FORMAT, BOOLEAN_FORMAT):
            kind = told.at(number)
        if kind is not None and (kind != TEXT_FORMAT or column in grid.formats):
            grid.formats.note(column, number, kind)
        texts.append(cell_text(value, kind))
    return texts


@contextmanager
def open_other(path: Path, progress: Progress) -> Iterator[CalamineReader]:
    """The workbook, with every way in which it can be broken told in one sentence (ListError)."""
    try:
        with broken_by(*_BROKEN):
            survey = _survey(path, progress)
        with calamine_process(str(path), progress) as client:
            yield CalamineReader(client, survey)
    except CalamineFailedError as err:
        if str(err) == "password":
            raise list_error(
                path,
                "is protected by a password; open it, remove the password, save it and import it again",
                "password",
            ) from err
        raise _damaged(path) from err
    except BrokenWorkbookError as err:
        raise _damaged(path) from err
    except (MemoryError, TooManyCellsError) as err:
        raise list_error(
            path, "is too large for this computer's memory; split it and import the parts", "too_large"
        ) from err
    except OSError as err:
        raise list_error(path, "can't be read to its end; check the disk and try again", "unreadable") from err


def _damaged(path: Path) -> ListError:
    return list_error(path, "is damaged or was not copied whole; open it, save it as .xlsx and import that", "damaged")


def _survey(path: Path, progress: Progress) -> WorkbookSurvey:
    """What calamine does not tell. Raises TooManyCellsError."""
    kind = path.suffix.lower()
    if kind == ".xls":
        return survey_xls(path, progress)
    refuse_bomb(path)
    if kind == ".ods":
        places, survey = survey_ods(path, progress)
    else:
        with zipfile.ZipFile(path) as archive:
            places = max(xlsb_places(archive, progress), default=0)
        survey = survey_xlsb(path, progress) if places <= MAX_PLACES else WorkbookSurvey({})
    if places > MAX_PLACES:
        raise TooManyCellsError
    return survey
