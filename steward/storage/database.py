"""Opening and making the store file, and the two ways to work in it: ``read`` and ``write``."""

from __future__ import annotations

import logging
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout
from sqlalchemy import create_engine, event, exc, text
from sqlalchemy.orm import Session

from steward.domain.errors import Cancelled, StoreError, StoreInUseError, StoreUnavailableError
from steward.domain.side_by_side import result_of
from steward.storage.plain_words import plain_words
from steward.storage.schema import back_up, migrate
from steward.storage.store_file import SCHEMA_VERSION, check_place, check_store_file, remove_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, Engine

log = logging.getLogger(__name__)

#: Pages of the log beside the file that an act leaves there at most.
_CHECKPOINT_PAGES = 1000
#: Pages in memory, in KiB (below zero: SQLite's way to say so): 32 MiB, with the usual 2 a long queue is sorted on disk
#: and its index read again and again.
_CACHE = -32 * 1024
#: The same while much is written. A page that left memory and changes once more is written in its old place in the log,
#: and all of the log behind it is summed up anew when the act is kept, which nothing can stop.
_CACHE_OF_MUCH = -128 * 1024
#: How long (seconds) an interruption is waited for before it is said again.
_PATIENCE = 0.05

_PRAGMAS = (
    # Heard while the file is made. A long list fills a quarter as many pages as of the usual size, and all of them are
    # written twice.
    "page_size=16384",
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "busy_timeout=10000",
    "temp_store=MEMORY",
    f"cache_size={_CACHE}",
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
    def write_much(self, check: Callable[[], None]) -> Iterator[Session]:
        """The same for so many changes that it takes time to bring them from the log beside the file into it.

        They are kept before that begins; ``check`` can stop it, and then later acts do what is left.
        """
        raw: sqlite3.Connection | None = None
        with self._writing:
            try:
                with self.write() as session:
                    raw = session.connection().connection.driver_connection
                    assert raw is not None
                    raw.execute("PRAGMA wal_autocheckpoint=0")
                    raw.execute(f"PRAGMA cache_size={_CACHE_OF_MUCH}")
                    yield session
            finally:
                # Others use the connection after this, unless its disk is gone.
                if raw is not None:
                    with suppress(sqlite3.Error):
                        raw.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT_PAGES}")
                        raw.execute(f"PRAGMA cache_size={_CACHE}")
            self._empty_log(check)

    def _empty_log(self, check: Callable[[], None]) -> None:
        with plain_words(self.path), closing(self._engine.raw_connection()) as connection:
            raw = connection.driver_connection
            assert raw is not None
            with ThreadPoolExecutor(1) as thread:
                emptied = thread.submit(raw.execute, "PRAGMA wal_checkpoint(PASSIVE)")
                try:
                    result_of(emptied, check)
                except Cancelled:
                    # Said again until it is heard: nothing is interrupted before the thread has begun.
                    while not emptied.done():
                        raw.interrupt()
                        wait([emptied], _PATIENCE)
                except sqlite3.OperationalError:
                    # Not raised: what a full disk fails to take in is kept in the log all the same, and who heard of
                    # a failure would take the act for undone. The next act needs room too, and says so.
                    log.warning("%s did not take in its log", self.path, exc_info=True)

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
    check_place(path)
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
            migrate(engine)
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
    check_place(path)
    # The lock comes before the first look into the file. If this process has the store open already, closing that
    # look would drop the locks SQLite holds on it (POSIX), and another process could take the store for unused.
    is_new_lock = not is_borrowed and not Path(f"{path}.lock").exists()
    lock = None if is_borrowed else _lock(path)
    try:
        version = check_store_file(path)
        with plain_words(path):
            engine = _engine(path)
            if version < SCHEMA_VERSION:
                back_up(path, version)
                migrate(engine)
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
            migrate(engine)
    return Database(path, engine, None)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Nobody else opens the store meanwhile. Raises StoreInUseError when it is open."""
    lock = _lock(path)
    try:
        yield
    finally:
        lock.release()


def give_up_pages(session: Session) -> None:
    """Forget the pages of the file that the session's connection holds; it reads them again where it needs them."""
    session.execute(text("PRAGMA shrink_memory"))


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
