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
from steward.exchange.raw_rows import TooManyCellsError
from steward.exchange.readers.archives import BROKEN_ARCHIVE, refuse_bomb
from steward.exchange.readers.cell_text import cell_text
from steward.exchange.readers.grid import MAX_PLACES, Grid, SheetEntry
from steward.exchange.readers.ods_survey import survey_ods
from steward.exchange.readers.old_formats import old_formats
from steward.exchange.readers.refusal import list_error
from steward.exchange.readers.sheet_extent import xlsb_places
from steward.exchange.readers.xlsb_formats import xlsb_formats

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from steward.domain.cell_formats import CellFormats
    from steward.domain.errors import ListError
    from steward.domain.progress import Progress


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

    def __init__(self, client: CalamineClient, formats: Mapping[str, Mapping[int, CellFormats]]) -> None:
        self._client = client
        self._formats = formats
        self._sheets = tuple(SheetEntry(*sheet) for sheet in client.sheets)

    @property
    def sheets(self) -> Sequence[SheetEntry]:
        """The sheets with cells, in the order of their tabs."""
        return self._sheets

    def read(self, name: str, progress: Progress) -> Grid:
        """The cells of a sheet as text."""
        grid = Grid(name)
        formats = self._formats.get(name, {})
        above: list[str | None] = []
        for first, rows in self._client.rows(name):
            progress.report("reading", first, 0)
            for number, values in enumerate(rows, start=first):
                kinds = [_FORMATS.get(type(value)) if value != "" else None for value in values]
                if formats:
                    _take_formats(kinds, formats, number)
                grid.add(number, list(map(cell_text, values, kinds)))
                if kinds != above:
                    _note_formats(grid, number, kinds)
                    above = kinds
        grid.finish()
        return grid


def _take_formats(kinds: list[str | None], formats: Mapping[int, CellFormats], number: int) -> None:
    """Put the formats of a row in the place of what its kinds of cells alone tell."""
    for column, told in formats.items():
        if column < len(kinds) and kinds[column] not in (None, TEXT_FORMAT, BOOLEAN_FORMAT):
            kinds[column] = told.at(number)


def _note_formats(grid: Grid, number: int, kinds: list[str | None]) -> None:
    for column, kind in enumerate(kinds):
        if kind is not None and (kind != TEXT_FORMAT or column in grid.formats):
            grid.formats.note(column, number, kind)


@contextmanager
def open_other(path: Path, progress: Progress) -> Iterator[CalamineReader]:
    """The workbook, with every way in which it can be broken told in one sentence (ListError)."""
    try:
        formats = _survey(path, progress)
        with calamine_process(str(path), progress) as client:
            yield CalamineReader(client, formats)
    except CalamineFailedError as err:
        if str(err) == "password":
            raise list_error(
                path,
                "is protected by a password; open it, remove the password, save it and import it again",
                "password",
            ) from err
        raise _damaged(path) from err
    except (*BROKEN_ARCHIVE, ExpatError, KeyError, RuntimeError) as err:
        raise _damaged(path) from err
    except (MemoryError, TooManyCellsError) as err:
        raise list_error(
            path, "is too large for this computer's memory; split it and import the parts", "too_large"
        ) from err
    except OSError as err:
        raise list_error(path, "can't be read to its end; check the disk and try again", "unreadable") from err


def _damaged(path: Path) -> ListError:
    return list_error(path, "is damaged or was not copied whole; open it, save it as .xlsx and import that", "damaged")


def _survey(path: Path, progress: Progress) -> Mapping[str, Mapping[int, CellFormats]]:
    """The formats of every column by the name of its sheet. Raises TooManyCellsError."""
    kind = path.suffix.lower()
    if kind == ".xls":
        return old_formats(path, progress)
    refuse_bomb(path)
    if kind == ".ods":
        places, formats = survey_ods(path, progress)
    else:
        with zipfile.ZipFile(path) as archive:
            places = max(xlsb_places(archive, progress), default=0)
        formats = xlsb_formats(path, progress) if places <= MAX_PLACES else {}
    if places > MAX_PLACES:
        raise TooManyCellsError
    return formats
