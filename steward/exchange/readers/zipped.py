"""Reading lists inside a .zip: each is unpacked into a folder of its own for a moment, never the archive as a whole."""

from __future__ import annotations

import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from steward.domain.errors import ListError
from steward.exchange.customer_table import holds_customers
from steward.exchange.readers.archives import BROKEN_ARCHIVE, refuse_bomb
from steward.exchange.readers.refusal import list_error
from steward.exchange.tables import NoteKind, TableNote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from steward.domain.progress import Progress
    from steward.exchange.tables import RawTable

_PORTION = 1 << 20
_MAX_LISTS = 50


def read_zipped(
    path: Path,
    suffixes: frozenset[str],
    read: Callable[[Path], list[RawTable]],
    *,
    sheet: str | None,
    progress: Progress,
) -> list[RawTable]:
    """The customer tables of all lists in an archive. A table's sheet is "list.csv" or "list.xlsx: its sheet"."""
    refuse_bomb(path)
    tables: list[RawTable] = []
    refusals: list[ListError] = []
    notes: list[TableNote] = []
    for unpacked in _lists(path, suffixes, progress):
        try:
            found = read(unpacked)
        except ListError as refusal:
            refusals.append(refusal)
            notes.append(TableNote(NoteKind.LIST_REFUSED, (unpacked.name,)))
            continue
        tables += [replace(table, file_name=path.name, sheet=_sheet_name(unpacked, table)) for table in found]
    if sheet is not None:
        tables = [table for table in tables if table.sheet == sheet]
    chosen = [table for table in tables if holds_customers(table)] or tables[:1]
    if chosen:
        notes += [TableNote(NoteKind.SHEET_SKIPPED, (t.sheet,)) for t in tables if all(t is not c for c in chosen)]
        return [chosen[0].with_notes(*notes), *chosen[1:]]
    if refusals:
        raise list_error(path, f"holds no list that can be read: {str(refusals[0]).rstrip('.')}", "no_list_inside")
    raise list_error(path, "holds no list; unpack it and choose the list itself", "no_list_inside")


def _lists(path: Path, suffixes: frozenset[str], progress: Progress) -> Iterator[Path]:
    try:
        with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
            members = [
                member
                for member in archive.infolist()
                if not member.is_dir() and PurePosixPath(member.filename).suffix.lower() in suffixes
            ]
            for number, member in enumerate(m for m in members if not _is_scrap(m.filename)):
                if number == _MAX_LISTS:
                    raise list_error(
                        path, f"holds more than {_MAX_LISTS} lists; import them one by one", "too_many_lists"
                    )
                target = Path(folder, str(number), PurePosixPath(member.filename).name)
                target.parent.mkdir()
                with archive.open(member) as source, target.open("wb") as copy:
                    while portion := source.read(_PORTION):
                        progress.check()
                        copy.write(portion)
                yield target
                target.unlink()
    except BROKEN_ARCHIVE as err:
        raise list_error(path, "is damaged or was not copied whole; ask for the file again", "damaged") from err
    except RuntimeError as err:
        raise list_error(
            path, "is protected by a password; unpack it and import the list inside it", "password"
        ) from err
    except OSError as err:
        raise list_error(path, "can't be unpacked; check the disk and try again", "unreadable") from err


def _sheet_name(unpacked: Path, table: RawTable) -> str:
    return f"{unpacked.name}: {table.sheet}" if table.sheet else unpacked.name


def _is_scrap(name: str) -> bool:
    """Files that programs leave beside the real ones: a Mac's attributes, Excel's locks."""
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or parts[-1].startswith((".", "~$"))
