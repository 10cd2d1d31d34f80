"""Opening and making the store file, and the two ways to work in it: ``read`` and ``write``."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import struct
import sys
import threading
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout
from sqlalchemy import create_engine, event, exc, text
from sqlalchemy.orm import Session

from steward.domain.errors import (
    NewerStoreError,
    NotAStoreError,
    StoreError,
    StoreInUseError,
    StoreUnavailableError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

log = logging.getLogger(__name__)

APPLICATION_ID = 0x53545744  # "STWD"
SCHEMA_VERSION = 10

_SQLITE_HEADER = b"SQLite format 3\x00"
_NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afpfs", "webdav", "fuse.davfs"}
)
_PRAGMAS = (
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "busy_timeout=10000",
    "temp_store=MEMORY",
    # 32 MiB: with the usual 2 a long queue is sorted on disk and its index read again and again.
    "cache_size=-32768",
)


class Database:
    """An open store. One writer at a time; every job takes its own session."""

    def __init__(self, path: Path, engine: Engine, lock: FileLock | None) -> None:
        self.path = path
        self._engine = engine
        self._lock = lock
        self._writing = threading.RLock()
        self._is_closed = False

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the store."""
        self._check_open()
        with plain_words(self.path), Session(self._engine) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session whose changes are kept when the block ends well and vanish otherwise."""
        self._check_open()
        with self._writing, plain_words(self.path):
            engine = self._engine.execution_options(is_writing=True)
            with Session(engine) as session, session.begin():
                yield session

    @contextmanager
    def trial(self) -> Iterator[Session]:
        """A session in which everything can be tried; nothing of it stays."""
        self._check_open()
        with self._writing, plain_words(self.path):
            engine = self._engine.execution_options(is_writing=True)
            with Session(engine) as session:
                yield session
                session.rollback()

    def rewrite(self) -> bool:
        """Write the file anew, without what was deleted from it; False when another reader kept the old log in use."""
        self._check_open()
        with self._writing, plain_words(self.path), closing(self._engine.raw_connection()) as connection:
            raw = connection.driver_connection
            assert raw is not None
            # A large store does not fit into memory twice.
            raw.execute("PRAGMA temp_store=FILE")
            # The search index only notes what was deleted until its parts are merged.
            raw.execute("INSERT INTO record_search(record_search) VALUES('optimize')")
            raw.execute("VACUUM")
            raw.execute("PRAGMA temp_store=MEMORY")
            (is_busy, *_) = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not is_busy

    def _check_open(self) -> None:
        if self._is_closed:
            raise StoreError(f"{self.path.name} is closed; open it again.", code="store_closed")

    def close(self) -> None:
        """Let go of the file; calling it twice does no harm."""
        self._is_closed = True
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()


def discard(database: Database) -> None:
    """Close a store and remove its file: for one that was made a moment ago and never got anything."""
    database.close()
    remove_store(database.path)
    Path(f"{database.path}.lock").unlink(missing_ok=True)


def create_database(path: Path) -> Database:
    """Make a new store file. Raises StoreError when something is there already or the place can't be used."""
    _check_place(path)
    if path.exists():
        raise StoreError(
            f"{path.name} exists already; open it, or choose another name.", code="store_exists", path=path
        )
    lock = _lock(path)
    # Made beside its place and moved there whole: whoever is stopped half-way leaves no store that can't be opened.
    part = path.with_name(f".{path.name}.part")
    remove_store(part)
    try:
        with plain_words(path):
            engine = _engine(part)
            _migrate(engine)
            engine.dispose()
            part.rename(path)
    except BaseException:
        remove_store(part)
        lock.release()
        Path(f"{path}.lock").unlink(missing_ok=True)
        raise
    return Database(path, _engine(path), lock)


def open_database(path: Path, *, is_borrowed: bool = False) -> Database:
    """Open a store, bringing an older schema up to date after a backup copy was made.

    ``is_borrowed``: the caller works for a process that holds the store open. Raises StoreError.
    """
    _check_place(path)
    # The lock comes before the first look into the file. If this process has the store open already, closing that
    # look would drop the locks SQLite holds on it (POSIX), and another process could take the store for unused.
    is_new_lock = not is_borrowed and not Path(f"{path}.lock").exists()
    lock = None if is_borrowed else _lock(path)
    try:
        version = check_store_file(path)
        with plain_words(path):
            engine = _engine(path)
            if version < SCHEMA_VERSION:
                _back_up(path, version)
                _migrate(engine)
    except BaseException:
        if lock is not None:
            lock.release()
        if is_new_lock:
            Path(f"{path}.lock").unlink(missing_ok=True)
        raise
    return Database(path, engine, lock)


def open_part(path: Path) -> Database:
    """Open a copy that is only being made: nobody else knows of it, and its original is kept in any case."""
    version = check_store_file(path)
    with plain_words(path):
        engine = _engine(path)
        if version < SCHEMA_VERSION:
            _migrate(engine)
    return Database(path, engine, None)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Nobody else opens the store meanwhile. Raises StoreInUseError when it is open."""
    lock = _lock(path)
    try:
        yield
    finally:
        lock.release()


def file_problems(session: Session) -> list[str]:
    """What is wrong with the file itself, in the database's words; empty when it is sound."""
    try:
        found = [str(row[0]) for row in session.execute(text("PRAGMA integrity_check(20)"))]
        broken = session.execute(text("PRAGMA foreign_key_check")).all()
    except exc.DatabaseError as err:
        return [str(err.orig)]
    return [words for words in found if words != "ok"] + [
        f"row {row[1]} of {row[0]} points to a row of {row[2]} that is gone" for row in broken[:20]
    ]


def remove_store(path: Path) -> None:
    """Remove a store file that nobody has open, with its log."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def _check_place(path: Path) -> None:
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


def _lock(path: Path) -> FileLock:
    # The file stays when the store is closed. Removing it could take it from under another program that has opened it
    # and waits to lock it: two would then hold a lock on two files of one name.
    lock = FileLock(f"{path}.lock", timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout as err:
        raise StoreInUseError(
            f"{path.name} is open in another Steward; close it there first.", code="store_in_use"
        ) from err
    except OSError as err:
        raise StoreUnavailableError(
            f"{path.parent} can't be written to ({err.strerror}); choose another folder.", code="read_only_folder"
        ) from err
    return lock


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


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: sqlite3.Connection, _: Any) -> None:
        # The driver would begin transactions late and only for writes; the begin event below does it instead.
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes the lock at once: waiting later, after a read, would fail instead of wait.
        is_writing = connection.get_execution_options().get("is_writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")

    return engine


def _migrate(engine: Engine) -> None:
    # Imported here: Alembic costs a third of a second that an up-to-date store need not pay.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "steward.storage:migrations")
    with engine.execution_options(is_writing=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.execute(text(f"PRAGMA application_id={APPLICATION_ID}"))
        connection.execute(text(f"PRAGMA user_version={SCHEMA_VERSION}"))
    with engine.connect() as connection:
        # The version must be in the file itself, not only in the log beside it: the next open reads the first bytes.
        connection.rollback()
        raw = connection.connection.driver_connection
        if raw is not None:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _back_up(path: Path, version: int) -> None:
    copy = path.with_name(f"{path.stem}.backup-{version}{path.suffix}")
    log.info("backing up %s to %s before its schema changes", path, copy)
    with sqlite3.connect(path) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    source.close()
    target.close()


@contextmanager
def plain_words(path: Path) -> Iterator[None]:
    """Turn the database's own failures into sentences."""
    try:
        yield
    except (exc.OperationalError, exc.DatabaseError, sqlite3.DatabaseError) as err:
        cause = str(getattr(err, "orig", None) or err).lower()
        if isinstance(err, exc.IntegrityError | exc.ProgrammingError):
            raise
        raise _store_error(path, cause) from err


def _store_error(path: Path, cause: str) -> StoreError:
    if "locked" in cause or "busy" in cause:
        return StoreInUseError(
            f"{path.name} is busy in another program; try again when it is done.", code="store_in_use"
        )
    if "full" in cause:
        free = shutil.disk_usage(path.parent).free // 2**20 if path.parent.exists() else 0
        return StoreUnavailableError(
            f"The disk is full ({free} MiB free); make room, nothing was changed.", code="disk_full"
        )
    if "readonly" in cause:
        return StoreUnavailableError(f"{path.name} can't be written to; check its permissions.", code="read_only_store")
    if "malformed" in cause or "not a database" in cause or "corrupt" in cause:
        return NotAStoreError(f"{path.name} is damaged; restore it from a backup copy.", code="damaged_store")
    return StoreUnavailableError(
        f"{path.name} can't be used ({cause}); check that its disk is connected.", code="store_unavailable"
    )
