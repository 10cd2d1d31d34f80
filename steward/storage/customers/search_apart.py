"""Making records findable by the hundred thousand while the rest of them is stored.

To take texts apart into what they are found by is a third of a load, and one connection does one thing at a time. So
the index is filled by a thread, in a passing database of its own, and comes into the store when it is complete: its
pages are the same in whichever database they were made.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from steward.domain.side_by_side import result_of
from steward.storage.customers.search import GATHERED, MERGED_MEANWHILE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from sqlalchemy.orm import Session

#: As the store's, but for the texts themselves, which are in the store.
_INDEX = (
    "CREATE VIRTUAL TABLE record_search USING fts5(text, tokenize='trigram', detail=none, columnsize=0, content='')"
)
#: What is behind an index: its pages, and where to begin to look for a word.
_BEHIND = {"record_search_data": "(id, block) VALUES (?, ?)", "record_search_idx": "VALUES (?, ?, ?)"}
_SET_UP = "INSERT INTO record_search (record_search, rank) VALUES (?, ?)"
#: Pages moved between two looks at whether to stop.
_PAGES = 5000
#: With so many parts of one size all of them would be merged at once, seconds in which nothing is stopped.
_NEVER_AT_ONCE = 64
#: This share of the texts, and so many of a very long list, wait for the thread at most: it has them to do while the
#: store makes its indexes, when nobody makes rows any more. With more it would go on alone when the indexes are made.
_WAITING, _MOST_WAITING = 0.18, 180_000


class TextsApart:
    """Makes records findable; ``finish`` when the last has come, ``close`` in any case. ``check`` may stop it.

    ``count``: about how many will come.
    """

    def __init__(self, session: Session, check: Callable[[], None], count: int) -> None:
        self._store = session.connection()
        self._check = check
        self._most_waiting = min(_MOST_WAITING, int(_WAITING * count))
        #: What the thread has to do or did, and how many texts each.
        self._waiting: deque[tuple[Future[None], int]] = deque()
        self._texts_waiting = 0
        self._thread = ThreadPoolExecutor(1)
        # Without a name it is a file that nobody else sees and that goes with the connection.
        self._apart = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for statement in ("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "BEGIN", _INDEX):
            self._apart.execute(statement)
        # A savepoint has the store's index write what it gathered.
        self._in_store("SAVEPOINT apart")
        self._in_store("RELEASE apart")
        for table, places in _BEHIND.items():
            self._apart.execute(f"DELETE FROM {table}")
            pages = self._store.exec_driver_sql(f"SELECT * FROM {table}")
            while portion := pages.fetchmany(_PAGES):
                check()
                self._apart.executemany(f"INSERT INTO {table} {places}", map(tuple, portion))
        for setting in (("hashsize", GATHERED), ("automerge", MERGED_MEANWHILE), ("crisismerge", _NEVER_AT_ONCE)):
            self._apart.execute(_SET_UP, setting)

    def add(self, texts: Sequence[tuple[int, str]]) -> None:
        """Take the texts that go with the ids of records."""
        self._in_store("INSERT INTO record_search_content (id, c0) VALUES (?, ?)", texts)
        self._waiting.append((self._thread.submit(self._index, texts), len(texts)))
        self._texts_waiting += len(texts)
        while self._texts_waiting > self._most_waiting:
            self._wait_for_next()

    def finish(self) -> None:
        """Bring the index into the store."""
        while self._waiting:
            self._wait_for_next()
        result_of(self._thread.submit(self._apart.execute, "COMMIT"), self._check)
        for table, places in _BEHIND.items():
            self._in_store(f"DELETE FROM {table}")
            pages = self._apart.execute(f"SELECT * FROM {table}")
            while portion := pages.fetchmany(_PAGES):
                self._check()
                self._in_store(f"INSERT INTO {table} {places}", portion)
        # What goes back makes the store's index forget the pages that it knew.
        for statement in ("SAVEPOINT apart", "ROLLBACK TO apart", "RELEASE apart"):
            self._in_store(statement)
        # Nor are the parts that came merged at once by the next record: with each that is written goes a step of it.
        self._in_store(_SET_UP, ("crisismerge", _NEVER_AT_ONCE))

    def close(self) -> None:
        """Let go of the passing database, whatever the thread is at."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._apart.interrupt()
        self._thread.shutdown()
        self._apart.close()

    def _wait_for_next(self) -> None:
        indexed, count = self._waiting.popleft()
        result_of(indexed, self._check)
        self._texts_waiting -= count

    def _index(self, texts: Sequence[tuple[int, str]]) -> None:
        # One by one: before a statement of many rows the index would write what it gathered.
        self._apart.executemany("INSERT INTO record_search (rowid, text) VALUES (?, ?)", texts)

    def _in_store(self, statement: str, arguments: Any = None) -> None:
        if arguments is None or arguments:
            self._store.exec_driver_sql(statement, arguments)
