"""The records that the parts of a binary workbook (.xlsb) are made of: a kind, a length, and so many bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steward.domain.progress import Progress

_CHECK_EVERY = 200_000
_PORTION = 1 << 18


def binary_records(archive: zipfile.ZipFile, part: str, progress: Progress) -> Iterator[tuple[int, bytes]]:
    """Kind and content of every record of a part; raises BadZipFile when the last one has no end."""
    with archive.open(part) as opened:
        # A part can be read into a buffer; its type does not say so.
        file: io.BufferedReader = io.BufferedReader(opened, _PORTION)  # type: ignore[arg-type]
        count = 0
        while (kind := _kind(file)) is not None:
            yield kind, file.read(_length(file))
            count += 1
            if count % _CHECK_EVERY == 0:
                progress.check()


def _kind(file: io.BufferedReader) -> int | None:
    first = file.read(1)
    if not first:
        return None
    if first[0] < 128:
        return first[0]
    second = file.read(1)
    return (first[0] & 127) | ((second[0] & 127) << 7 if second else 0)


def _length(file: io.BufferedReader) -> int:
    length = 0
    for shift in (0, 7, 14, 21):
        byte = file.read(1)
        if not byte:
            raise zipfile.BadZipFile("a record without its end")
        length |= (byte[0] & 127) << shift
        if byte[0] < 128:
            break
    return length
