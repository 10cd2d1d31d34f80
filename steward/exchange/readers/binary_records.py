"""The records that the parts of a binary workbook (.xlsb) are made of: a kind, a length, and so many bytes."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steward.domain.progress import Progress

_PORTION = 1 << 18
#: The kind and the length of a record take no more bytes.
_HEAD = 6


def binary_records(archive: zipfile.ZipFile, part: str, progress: Progress) -> Iterator[tuple[int, bytes]]:
    """Kind and content of every record of a part; raises BadZipFile when the last one has no end."""
    with archive.open(part) as file:
        data, at = b"", 0
        while True:
            if len(data) - at < _HEAD:
                progress.check()
                data, at = data[at:] + file.read(_PORTION), 0
                if not data:
                    return
            try:
                kind, length = data[at], data[at + 1]
                # Most kinds and most lengths take one byte each; there are millions of them.
                if kind < 128 and length < 128:
                    at += 2
                else:
                    kind, length, at = _long_head(data, at)
            except IndexError as err:
                raise zipfile.BadZipFile("a record without its end") from err
            if len(data) - at < length:
                data, at = data[at:] + file.read(max(_PORTION, length)), 0
            yield kind, data[at : at + length]
            at += length


def _long_head(data: bytes, at: int) -> tuple[int, int, int]:
    """The kind of a record, its length, and where its content begins."""
    kind = data[at]
    at += 1
    if kind > 127:
        kind = (kind & 127) | ((data[at] & 127) << 7)
        at += 1
    length = 0
    for shift in (0, 7, 14, 21):
        byte = data[at]
        at += 1
        length |= (byte & 127) << shift
        if byte < 128:
            break
    return kind, length, at
