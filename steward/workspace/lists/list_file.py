"""The file in which a list comes: what it is called, when it was changed, and the hash by which it is known again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from steward.domain.errors import ListError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ListFile:
    """What is told of a file without reading its rows. ``changed_at``: ISO in UTC, "" when nobody knows."""

    hash: str
    changed_at: str

    @classmethod
    def at(cls, path: Path) -> ListFile:
        """The file as it is now. Raises ListError when it can't be read."""
        return cls(file_hash_of(path), _changed_at(path))


def state_of(path: Path) -> tuple[int, int]:
    """What differs once a file was written to; nothing of a file that is not there, which reading it will say."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return found.st_size, found.st_mtime_ns


def check_unchanged(path: Path, state: tuple[int, int]) -> None:
    """Raises ListError when a file was written to since: what was read of it may be of two lists."""
    if state_of(path) != state:
        raise ListError(
            f"{path.name} changed while it was read; load it again when nobody writes to it.", code="changed"
        )


def source_name(path: Path) -> str:
    """What a list is called when nobody says: the name of its file."""
    return path.stem[:1].upper() + path.stem[1:]


def file_hash_of(path: Path) -> str:
    """The hash by which the same file is known again. Raises ListError when it can't be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            for portion in iter(lambda: file.read(2**20), b""):
                digest.update(portion)
    except OSError as err:
        raise ListError(
            f"{path.name} vanished while it was read ({err.strerror}); check the disk and load it again.",
            code="vanished",
        ) from err
    return digest.hexdigest()


def _changed_at(path: Path) -> str:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    except (OSError, OverflowError, ValueError):
        return ""
