"""Writing a file whole or not at all: beside the target first, then in its place."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from steward.domain.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: How every SQLite file begins.
_DATABASE = b"SQLite format 3\0"


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path to write to; when the block ends well the file takes the place of ``path``, else it is removed.

    Raises ExportError when the folder, the disk or the target does not allow it.
    """
    _refuse_hopeless(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        # A folder that takes no files is found now and not after minutes of work.
        part.touch()
        yield part
        os.replace(part, path)
    except OSError as err:
        raise export_error(path, err) from err
    finally:
        _remove(part)


def export_error(path: Path, err: OSError) -> ExportError:
    """The sentence for a disk that refuses to take the export."""
    if err.errno in (errno.ENOSPC, errno.EDQUOT):
        return _error(
            path, "could not be written because the disk is full; make room or choose another folder", "disk_full"
        )
    if err.errno == errno.EROFS:
        return _error(path, "can't be written because its disk is read-only; choose another folder", "read_only")
    if isinstance(err, PermissionError):
        return _error(
            path,
            "can't be written; close it if it is open in another program, or choose a folder where you may write",
            "no_permission",
        )
    if isinstance(err, FileNotFoundError):
        return _error(
            path, "can't be written because its folder is gone; connect the disk or choose another", "no_folder"
        )
    if err.errno == errno.ENAMETOOLONG:
        return _error(path, "has a name that is too long for this disk; choose a shorter one", "long_name")
    return _error(
        path, f"could not be written ({err.strerror or err}); choose another folder and export again", "failed"
    )


def _refuse_hopeless(path: Path) -> None:
    if path.is_dir():
        raise _error(path, "is a folder; give the export a file name", "is_folder")
    if not path.parent.is_dir():
        raise _error(
            path,
            f"can't be written because there is no folder {path.parent}; make it or choose another",
            "no_folder",
        )
    if _is_database(path):
        # A store holds decisions that exist nowhere else; a slip of the hand must not cost them.
        raise _error(path, "is a store, not an earlier export; give the export another name", "is_store")


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        # Nothing is there, or what is there can't be read: writing will tell.
        return False


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        # The disk is gone with the unfinished file; the export's own failure is already on its way.
        return


def _error(path: Path, rest: str, code: str) -> ExportError:
    return ExportError(f"{path.name} {rest}.", code=code, file=path.name)
