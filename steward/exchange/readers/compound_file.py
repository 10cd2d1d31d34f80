"""One stream out of the compound file that an old .xls workbook is."""

from __future__ import annotations

import struct
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_LAST_SECTOR = 0xFFFFFFFA
_HEADER, _ENTRY = 512, 128
_IN_HEADER = 109
#: Sizes of a sector and of a small one, by what the header says of them; there are no others.
_SIZES = {(9, 6): (512, 64), (12, 6): (4096, 64)}


def read_stream(content: bytes, *names: str) -> bytes:
    """The first stream of one of these names; b"" when there is none. Raises struct.error or LookupError if broken."""
    if not content.startswith(_SIGNATURE):
        return b""
    file = _CompoundFile(content)
    entries = {name: (start, size) for name, start, size in file.entries()}
    found = next((entries[name] for name in names if name in entries), None)
    return file.stream(*found) if found else b""


class _CompoundFile:
    """A file system in a file: sectors, the chains they make, and small ones inside a stream of their own."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._size, self._small_size = _SIZES[struct.unpack_from("<HH", content, 30)]
        self._directory, self._cutoff, self._small_table, _ = (
            *struct.unpack_from("<I", content, 48),
            *struct.unpack_from("<III", content, 56),
        )
        self._next = self._table(self._table_sectors())
        root = next(self._records())
        self._small_stream = self._chained(*struct.unpack_from("<I", root, 116))
        self._small_next = self._table(self._chain(self._small_table, self._next))

    def entries(self) -> Iterator[tuple[str, int, int]]:
        """Name, first sector and size of everything in the directory."""
        for record in self._records():
            (length,) = struct.unpack_from("<H", record, 64)
            start, size = struct.unpack_from("<II", record, 116)
            yield record[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace"), start, size

    def stream(self, start: int, size: int) -> bytes:
        """The bytes of a stream."""
        if size >= self._cutoff:
            return self._chained(start)[:size]
        width = self._small_size
        sectors = self._chain(start, self._small_next)
        return b"".join(self._small_stream[at * width : (at + 1) * width] for at in sectors)[:size]

    def _records(self) -> Iterator[bytes]:
        directory = self._chained(self._directory)
        return (directory[at : at + _ENTRY] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY))

    def _table_sectors(self) -> list[int]:
        """Where the table of chains itself stands: named in the header, then in sectors that follow one another."""
        sectors = list(struct.unpack_from(f"<{_IN_HEADER}I", self._content, 76))
        (further,) = struct.unpack_from("<I", self._content, 68)
        seen: set[int] = set()
        while further < _LAST_SECTOR and further not in seen:
            seen.add(further)
            *more, further = struct.unpack(f"<{self._size // 4}I", self._sector(further))
            sectors += more
        return [sector for sector in sectors if sector < _LAST_SECTOR]

    def _table(self, sectors: Sequence[int]) -> list[int]:
        return list(chain.from_iterable(struct.unpack(f"<{self._size // 4}I", self._sector(at)) for at in sectors))

    def _chained(self, start: int) -> bytes:
        return b"".join(map(self._sector, self._chain(start, self._next)))

    def _chain(self, start: int, following: Sequence[int]) -> list[int]:
        chained: dict[int, None] = {}
        while start < min(_LAST_SECTOR, len(following)) and start not in chained:
            chained[start] = None
            start = following[start]
        return list(chained)

    def _sector(self, number: int) -> bytes:
        at = _HEADER + number * self._size if self._size == _HEADER else (number + 1) * self._size
        return self._content[at : at + self._size].ljust(self._size, b"\0")
