"""Whether a file is a store that can be opened, and whether its folder is a place for one."""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from steward.domain.errors import (
    NewerStoreError,
    NotAStoreError,
    StoreUnavailableError,
)

APPLICATION_ID = 0x53545744  # "STWD"
SCHEMA_VERSION = 19

_SQLITE_HEADER = b"SQLite format 3\x00"
_NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afpfs", "webdav", "fuse.davfs"}
)


def remove_store(path: Path) -> None:
    """Remove a store file that nobody has open, with its log."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def check_place(path: Path) -> None:
    """Raise StoreUnavailableError when a store can't be kept there: no folder, no writing, or a network drive."""
    folder = path.parent
    if not folder.is_dir():
        raise StoreUnavailableError(
            f"The folder {folder} is not there; connect the disk or choose another folder.", code="no_folder"
        )
    if not os.access(folder, os.W_OK):
        raise StoreUnavailableError(
            f"The folder {folder} can't be written to; copy the store to a folder of your own.", code="read_only_folder"
        )
    if _is_network_drive(folder.resolve()):
        raise StoreUnavailableError(
            f"{folder} is on a network drive, where a store can be damaged; copy it to a local disk and open that.",
            code="network_drive",
        )


def check_store_file(path: Path) -> int:
    """The schema version of a store file, read from its first bytes. Raises StoreError for anything else."""
    if not path.exists():
        raise StoreUnavailableError(
            f"There is no store {path}; check the name, or make one with steward import.", code="no_store"
        )
    if path.is_dir():
        raise NotAStoreError(
            f"{path.name} is a folder, not a Steward store; choose a .steward file.", code="not_a_store"
        )
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as err:
        raise StoreUnavailableError(
            f"{path.name} can't be read ({err.strerror}); check its permissions.", code="unreadable"
        ) from err
    if len(header) < 100 or not header.startswith(_SQLITE_HEADER):
        raise NotAStoreError(
            f"{path.name} is not a Steward store; choose a .steward file, or load a list with steward import.",
            code="not_a_store",
        )
    (version,) = struct.unpack(">I", header[60:64])
    (application,) = struct.unpack(">I", header[68:72])
    if application != APPLICATION_ID:
        raise NotAStoreError(
            f"{path.name} is a database of another program, not a Steward store; choose a .steward file.",
            code="not_a_store",
        )
    if version > SCHEMA_VERSION:
        raise NewerStoreError(
            f"{path.name} was written by a newer version of Steward; update Steward to open it.", code="newer_store"
        )
    if not os.access(path, os.W_OK):
        raise StoreUnavailableError(
            f"{path.name} is read-only; allow writing to it, or copy it and open the copy.", code="read_only_store"
        )
    return int(version)


def _is_network_drive(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        drive_remote = 4
        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == drive_remote)
    return _file_system(folder) in _NETWORK_FILE_SYSTEMS


def _file_system(folder: Path) -> str:
    """The kind of file system a folder is on, "" where the system does not tell."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, mount_point, file_system, *_ = line.split(" ")
        place = mount_point.replace("\\040", " ")
        if folder.is_relative_to(place) and len(place) >= len(best):
            best, kind = place, file_system
    return kind
