"""Copies of a store: made while it is open, checked, and put back in its place."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from steward.domain.errors import NotAStoreError, StoreError, StoreInUseError, StoreUnavailableError
from steward.domain.progress import NO_PROGRESS
from steward.storage.database import locked
from steward.storage.plain_words import plain_words
from steward.storage.store_file import APPLICATION_ID, check_store_file, remove_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from steward.domain.progress import Progress

log = logging.getLogger(__name__)

#: Pages that are copied between two looks at whether to stop.
_STEP = 4096


def back_up(path: Path, target: Path, progress: Progress = NO_PROGRESS) -> None:
    """Copy a store, open or not, as it is at one moment; an older copy is replaced only by a whole new one.

    Raises StoreError when the target is the store itself or no copy of one, or its place can't be written to.
    """
    check_store_file(path)
    if target.exists() and target.samefile(path):
        raise StoreError(f"{target.name} is the store itself; choose another name for the copy.", code="same_file")
    if target.is_file() and target.stat().st_size and not _is_older_copy(target, path):
        raise StoreError(
            f"{target.name} is no older copy of this store; choose another name for the copy.", code="no_copy"
        )
    for folder in {path.parent, target.parent}:
        _remove_leftovers(folder)
    with _beside(target) as part:
        _copy(path, part, progress)


def _is_older_copy(target: Path, path: Path) -> bool:
    """Whether all that the log of the copy holds is in that of the store, so that nothing goes with it."""
    if target.with_name(f"{target.name}-wal").exists():
        # Copies are one file; this is a store that somebody works in.
        return False
    try:
        # Immutable: a look at another program's database leaves no files beside it.
        with closing(sqlite3.connect(f"{target.as_uri()}?immutable=1", uri=True)) as copy:
            (application,) = copy.execute("PRAGMA application_id").fetchone()
            newest = copy.execute("SELECT id, hash FROM decision ORDER BY id DESC LIMIT 1").fetchone()
        if newest is None:
            return bool(application == APPLICATION_ID)
        with closing(sqlite3.connect(path)) as store:
            return store.execute("SELECT 1 FROM decision WHERE id = ? AND hash = ?", newest).fetchone() is not None
    except sqlite3.DatabaseError:
        return False


def restore(backup: Path, path: Path, prepare: Callable[[Path], None]) -> Path | None:
    """Put a copy in the place of a store that nobody has open; returns where the store that was there is kept.

    ``prepare`` gets the new file while the other one is still in its place: whoever is stopped before it is done
    leaves things as they were.

    Raises StoreError when the copy is damaged, newer than the program or no store at all; nothing is changed then.
    """
    check_store_file(backup)
    if path.exists() and backup.samefile(path):
        raise StoreError(f"{backup.name} is the store itself; choose a backup copy.", code="same_file")
    with locked(path):
        kept = None
        with _beside(path) as part:
            _copy_whole(backup, part)
            if path.exists():
                _fold_log(path)
            prepare(part)
            _into_one_file(part)
            if path.exists():
                kept = _free_name(path)
                _keep(path, kept)
    return kept


def copies_beside(path: Path) -> list[Path]:
    """The copies of a store that lie beside it: made before a migration, or kept when a backup took its place."""
    kinds = (f"{path.stem}.backup-*{path.suffix}", f"{path.stem}.replaced-*{path.suffix}")
    return sorted(found for kind in kinds for found in path.parent.glob(kind))


def newest_backup(path: Path) -> tuple[Path, datetime] | None:
    """The newest backup of a store that lies beside it and looks like a store, with its time; else None."""
    found: list[tuple[float, Path]] = []
    for copy in path.parent.glob(f"{path.stem}.backup-*{path.suffix}"):
        # Somebody may tidy up the folder meanwhile.
        with suppress(FileNotFoundError):
            found.append((copy.stat().st_mtime, copy))
    usable = ((copy, datetime.fromtimestamp(changed, UTC)) for changed, copy in sorted(found, reverse=True))
    return next((one for one in usable if _is_store(one[0])), None)


def _is_store(path: Path) -> bool:
    try:
        check_store_file(path)
    except StoreError:
        return False
    return True


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A path to write to that takes the place of ``target`` when the block ends well."""
    # One name for all tries, so that one that was stopped half-way is overwritten by the next and nothing piles up.
    part = target.with_name(f".{target.name}.part")
    try:
        if not target.parent.is_dir():
            raise StoreUnavailableError(
                f"The folder {target.parent} is not there; connect the disk or choose another folder.",
                code="no_folder",
            )
        with _held(part, target):
            try:
                remove_store(part)
                with plain_words(target):
                    yield part
                os.replace(part, target)
            finally:
                remove_store(part)
    except OSError as err:
        raise StoreUnavailableError(
            f"{target.name} can't be written ({err.strerror}); choose another folder.", code="unwritable_copy"
        ) from err


@contextmanager
def _held(part: Path, target: Path) -> Iterator[None]:
    """Nobody takes the part for a leftover while it is written: the lock beside it goes with its process."""
    lock = FileLock(f"{part}.lock", timeout=0, thread_local=False)
    try:
        # Some network drives know no locks; no leftover is told there either.
        with suppress(NotImplementedError):
            lock.acquire()
    except Timeout as err:
        raise StoreInUseError(
            f"{target.name} is busy in another program; try again when it is done.", code="busy_copy"
        ) from err
    try:
        yield
    finally:
        lock.release()
        with suppress(OSError):
            part.with_name(f"{part.name}.lock").unlink(missing_ok=True)


def _remove_leftovers(folder: Path) -> None:
    """Remove what copies that were killed half-way left in a folder: people's data that nobody knows of."""
    for found in folder.glob(".*.part.lock"):
        with suppress(Timeout, OSError, NotImplementedError):
            with FileLock(found, timeout=0, thread_local=False):
                log.info("removing what is left of a copy: %s", found.stem)
                remove_store(found.with_suffix(""))
            found.unlink(missing_ok=True)


def _copy(path: Path, target: Path, progress: Progress = NO_PROGRESS) -> None:
    log.info("copying %s to %s", path, target)

    def tell(_status: int, left: int, total: int) -> None:
        progress.report("copy", (total - left) * page_size // 2**20, total * page_size // 2**20)

    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as copy:
        source.execute("PRAGMA busy_timeout=10000")
        (page_size,) = source.execute("PRAGMA page_size").fetchone()
        # One state is read from the first step to the last: otherwise whatever is written meanwhile starts it anew.
        source.execute("BEGIN")
        source.execute("SELECT 1 FROM sqlite_master").fetchone()
        source.backup(copy, pages=_STEP, progress=tell)
    _into_one_file(target)


def _into_one_file(copy: Path) -> None:
    """A copy can be carried away, without a log beside it."""
    with closing(sqlite3.connect(copy)) as store:
        store.execute("PRAGMA journal_mode=DELETE")


def _fold_log(path: Path) -> None:
    """Write the log beside a store into it, so that moving it is moving one file."""
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path)) as store:
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _keep(path: Path, kept: Path) -> None:
    """Give a store a second name; it stays in its place until another one replaces it there in one step.

    It is not read: a damaged store can't be copied any more, but it can still be kept.
    """
    # A second name that a try before this one gave and did not come to use may be there.
    kept.unlink(missing_ok=True)
    try:
        os.link(path, kept)
    except OSError:
        # Some disks (memory sticks) know no second names.
        shutil.copyfile(path, kept)
    # A log is left only beside a damaged store. It may not meet the store that comes.
    for suffix in ("-wal", "-shm"):
        if path.with_name(path.name + suffix).exists():
            os.replace(path.with_name(path.name + suffix), kept.with_name(kept.name + suffix))


def _copy_whole(backup: Path, part: Path) -> None:
    """Copy a backup and look at every page of it. Raises StoreError when it is damaged."""
    damaged = StoreError(f"{backup.name} is damaged; choose another backup copy.", code="damaged_store")
    try:
        with plain_words(backup):
            _copy(backup, part)
            with closing(sqlite3.connect(part)) as copy:
                (found,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    except NotAStoreError as err:
        raise damaged from err
    if found != "ok":
        raise damaged


def _free_name(path: Path) -> Path:
    """A name beside the store that no other file has."""
    number = 1
    while (kept := path.with_name(f"{path.stem}.replaced-{number}{path.suffix}")).exists() and not kept.samefile(path):
        number += 1
    return kept
