"""Reading .xlsx and .xlsm workbooks."""

from __future__ import annotations

import zipfile
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from openpyxl.utils.datetime import CALENDAR_MAC_1904

from steward.exchange.raw_rows import TooManyCellsError
from steward.exchange.readers.archives import BROKEN_ARCHIVE, refuse_bomb
from steward.exchange.readers.refusal import BrokenWorkbookError, broken_by, list_error
from steward.exchange.readers.shared_texts import read_shared_texts
from steward.exchange.readers.xlsx_package import read_package
from steward.exchange.readers.xlsx_sheet import SheetParser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from steward.domain.progress import Progress
    from steward.exchange.readers.grid import Grid, SheetEntry
    from steward.exchange.spread import Spread

#: What a broken package makes zipfile, expat and the texts in it raise; an encoding may be unknown as an index may.
_BROKEN = (*BROKEN_ARCHIVE, ExpatError, LookupError, RuntimeError, OverflowError)
#: A smaller part is read before other processes have begun.
_LARGE = 1 << 25


class XlsxReader:
    """An open .xlsx or .xlsm workbook."""

    def __init__(self, archive: zipfile.ZipFile, spread: Spread | None) -> None:
        self._archive = archive
        self._spread = spread
        self._package = read_package(archive)
        self._texts: list[str] | None = None

    @property
    def sheets(self) -> Sequence[SheetEntry]:
        """The sheets with cells, in the order of their tabs."""
        return self._package.sheets

    def read(self, name: str, progress: Progress) -> Grid:
        """The cells of a sheet as text."""
        package = self._package
        with broken_by(*_BROKEN):
            if self._texts is None:
                part = package.shared_part
                self._texts = read_shared_texts(self._archive, part, progress, self._spread_of(part))
            part = package.parts[name]
            parser = SheetParser(name, self._texts, package.styles, package.epoch)
            parser.grid.counts_from_1904 = package.epoch == CALENDAR_MAC_1904
            with self._archive.open(part) as file:
                return parser.feed(file, self._archive.getinfo(part).file_size, progress, self._spread_of(part))

    def _spread_of(self, part: str) -> Spread | None:
        """What a part is taken apart with: other processes, where it is large enough for them."""
        is_large = part in self._archive.NameToInfo and self._archive.getinfo(part).file_size >= _LARGE
        return self._spread if is_large else None


@contextmanager
def open_xlsx(path: Path, spread: Spread | None = None) -> Iterator[XlsxReader]:
    """The workbook, with every way in which it can be broken told in one sentence (ListError).

    ``spread`` can have large parts taken apart elsewhere.
    """
    refuse_bomb(path)
    try:
        with ExitStack() as opened:
            with broken_by(*_BROKEN):
                reader = XlsxReader(opened.enter_context(zipfile.ZipFile(path)), spread)
            yield reader
    except BrokenWorkbookError as err:
        raise list_error(
            path, "is damaged or was not copied whole; open it in Excel, save it anew and import that", "damaged"
        ) from err
    except (MemoryError, TooManyCellsError) as err:
        raise list_error(
            path, "is too large for this computer's memory; split it and import the parts", "too_large"
        ) from err
    except OSError as err:
        raise list_error(path, "can't be read to its end; check the disk and try again", "unreadable") from err
