"""Zip archives that are not what they seem: refused before anything in them is unpacked."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING

from steward.exchange.readers.refusal import list_error

if TYPE_CHECKING:
    from pathlib import Path

#: More than any honest list needs; a small file that unpacks to more is an attack or broken.
MAX_UNPACKED_BYTES = 4 << 30
MAX_MEMBERS = 10_000
MAX_RATIO = 1000
_RATIO_FROM_BYTES = 64 << 20


#: What zipfile raises for a broken archive, and for one that is packed in a way it does not know.
BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError)


def archive_members(path: Path) -> list[zipfile.ZipInfo]:
    """What is in an archive. Raises ListError when it is broken."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.infolist()
    except (*BROKEN_ARCHIVE, OSError) as err:
        raise list_error(path, "is damaged or was not copied whole; ask for the file again", "damaged") from err


def refuse_bomb(path: Path) -> None:
    """Raises ListError when an archive is broken or unpacks to far more than its size lets expect."""
    members = archive_members(path)
    unpacked = sum(member.file_size for member in members)
    has_extreme = any(
        member.file_size > _RATIO_FROM_BYTES and member.file_size > MAX_RATIO * max(1, member.compress_size)
        for member in members
    )
    if unpacked > MAX_UNPACKED_BYTES or has_extreme or len(members) > MAX_MEMBERS:
        raise list_error(
            path, "unpacks to far more than a list can hold and was not opened; ask who made it", "too_large"
        )
