"""How many places of cells the sheets of a binary workbook (.xlsb) take, found without keeping any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.exchange.readers.binary_records import binary_records

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from steward.domain.progress import Progress

#: Records of the binary format: the head of a row (its number comes first) and cells (their column comes first).
_ROW_HEAD = 0
_CELLS = frozenset(range(2, 12))


def xlsb_places(archive: zipfile.ZipFile, progress: Progress) -> Iterator[int]:
    """Places of each sheet of a binary workbook: rows up to the last times columns up to the last."""
    for name in archive.namelist():
        if name.startswith("xl/worksheets/") and name.endswith(".bin"):
            yield _binary_places(archive, name, progress)


def _binary_places(archive: zipfile.ZipFile, part: str, progress: Progress) -> int:
    row = last_row = last_column = 0
    for kind, content in binary_records(archive, part, progress):
        if kind == _ROW_HEAD and len(content) >= 4:
            row = int.from_bytes(content[:4], "little")
        elif kind in _CELLS and len(content) >= 4:
            column = int.from_bytes(content[:4], "little")
            # Asked by hand: a function that is called for every cell would take most of the time.
            if column > last_column:
                last_column = column
            if row > last_row:
                last_row = row
    return (last_row + 1) * (last_column + 1)
