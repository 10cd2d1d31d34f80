"""Reading lists inside a .zip: each is unpacked into a folder of its own for a moment, never the archive as a whole."""

from __future__ import annotations

import tempfile
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from steward.domain.errors import ListError
from steward.exchange.readers.archives import BROKEN_ARCHIVE, archive_members, refuse_bomb
from steward.exchange.readers.refusal import list_error
from steward.exchange.sheets.customer_table import holds_customers
from steward.exchange.tables import NoteKind, TableNote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

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
    members = _members(path)
    tables: list[RawTable] = []
    refusals: list[ListError] = []
    notes: list[TableNote] = []
    lists = {name: member for name, member in members.items() if _suffix(member) in suffixes}
    for name, unpacked in _unpacked(path, lists, progress):
        try:
            found = read(unpacked)
        except ListError as refusal:
            refusals.append(refusal)
            notes.append(TableNote(NoteKind.LIST_REFUSED, (name,)))
            continue
        tables += [replace(table, file_name=path.name, sheet=_sheet_name(name, table)) for table in found]
    if sheet is not None:
        tables = [table for table in tables if table.sheet == sheet]
    chosen = [table for table in tables if holds_customers(table)] or tables[:1]
    if chosen:
        notes += [TableNote(NoteKind.SHEET_SKIPPED, (t.sheet,)) for t in tables if all(t is not c for c in chosen)]
        notes += [TableNote(NoteKind.OTHER_FILE_SKIPPED, (name,)) for name in members if name not in lists]
        return [chosen[0].with_notes(*notes), *chosen[1:]]
    if refusals:
        raise list_error(path, f"holds no list that can be read: {str(refusals[0]).rstrip('.')}", "no_list_inside")
    raise list_error(path, "holds no list; unpack it and choose the list itself", "no_list_inside")


def _members(path: Path) -> dict[str, zipfile.ZipInfo]:
    """The files of an archive by their names, those that share one with their folders before it."""
    members = [one for one in archive_members(path) if not one.is_dir() and not _is_scrap(one.filename)]
    times = Counter(PurePosixPath(member.filename).name for member in members)
    return {
        name if times[name := PurePosixPath(member.filename).name] == 1 else member.filename: member
        for member in members
    }


def _unpacked(path: Path, lists: Mapping[str, zipfile.ZipInfo], progress: Progress) -> Iterator[tuple[str, Path]]:
    if len(lists) > _MAX_LISTS:
        raise list_error(path, f"holds more than {_MAX_LISTS} lists; import them one by one", "too_many_lists")
    try:
        with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
            for number, (name, member) in enumerate(lists.items()):
                target = Path(folder, str(number), PurePosixPath(member.filename).name)
                target.parent.mkdir()
                with archive.open(member) as source, target.open("wb") as copy:
                    while portion := source.read(_PORTION):
                        progress.check()
                        copy.write(portion)
                yield name, target
                target.unlink()
    except BROKEN_ARCHIVE as err:
        raise list_error(path, "is damaged or was not copied whole; ask for the file again", "damaged") from err
    except RuntimeError as err:
        raise list_error(
            path, "is protected by a password; unpack it and import the list inside it", "password"
        ) from err
    except OSError as err:
        raise list_error(path, "can't be unpacked; check the disk and try again", "unreadable") from err


def _suffix(member: zipfile.ZipInfo) -> str:
    return PurePosixPath(member.filename).suffix.lower()


def _sheet_name(name: str, table: RawTable) -> str:
    return f"{name}: {table.sheet}" if table.sheet else name


def _is_scrap(name: str) -> bool:
    """Files that programs leave beside the real ones: a Mac's attributes, Excel's locks."""
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or parts[-1].startswith((".", "~$"))
