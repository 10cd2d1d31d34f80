"""An index that is filled in a database of its own is the store's own when it comes back."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from steward.domain.errors import Cancelled
from steward.storage.customers import search
from steward.storage.customers.search_apart import TextsApart
from steward.storage.database import create_database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy.orm import Session

    from steward.storage.database import Database

FIRST = 100
#: All that is behind an index, but for the number of the settings with which it was filled last.
BEHIND = (
    "SELECT * FROM record_search_content",
    "SELECT * FROM record_search_idx",
    "SELECT id, substr(block, iif(id = 10, 5, 1)) FROM record_search_data",
)
MANY = [(number, f"\nC{number}\nBudi Nomor{number}\n") for number in range(FIRST, FIRST + 2400)]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = create_database(tmp_path / "a.steward")
    with closing(database):
        yield database


def fill(session: Session, check: Callable[[], None] = lambda: None) -> None:
    with closing(TextsApart(session, check, len(MANY))) as texts:
        texts.add(MANY[:1300])
        texts.add(MANY[1300:])
        texts.finish()


def found(session: Session, words: str) -> list[int]:
    session.execute(text("INSERT INTO record_search(record_search) VALUES('integrity-check')"))
    return [int(record_id) for record_id in search.find_records(session, words, 2 * len(MANY))]


def test_what_was_findable_before_and_what_comes_afterwards_is_found_with_it(database: Database) -> None:
    with database.write() as session:
        search.index_texts(session, [(1, "\nSiti\n"), (2, "\nSuti\n")])
        assert found(session, "Siti") == [1]
        search.index_texts(session, [(3, "\nBudi Nomor777\n")])
        fill(session)
        search.index_texts(session, [(4000, "\nSiti Nomor100\n")])
        assert found(session, "Siti") == [1, 4000]
    with database.write() as session:
        assert found(session, "Budi") == [3, *range(FIRST, FIRST + 2400)]
        assert found(session, "mor777") == [3, 777]
        search.index_texts(session, [(4001, "\nBudi Siti\n")])
        assert found(session, "Siti") == [1, 4000, 4001]


def test_the_next_record_does_not_have_all_parts_merged_at_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("steward.storage.customers.search_apart.GATHERED", 1 << 13)

    def parts(session: Session) -> int:
        return session.execute(text("SELECT count(DISTINCT segid) FROM record_search_idx")).scalar_one()

    with database.write() as session:
        fill(session)
    with database.write() as session:
        before = parts(session)
        search.index_texts(session, [(4000, "\nSiti Nomor100\n")])
    with database.write() as session:
        assert parts(session) > before > 16
        assert found(session, "Siti") == [4000]


def test_it_is_the_same_index_as_one_filled_in_the_store(database: Database, tmp_path: Path) -> None:
    with closing(create_database(tmp_path / "b.steward")) as other:
        with other.write() as session:
            texts = search.ManyTexts(session, lambda: None)
            texts.add(MANY)
            texts.finish()
        with database.write() as session:
            fill(session)
        with database.read() as apart, other.read() as here:
            for query in BEHIND:
                assert apart.execute(text(query)).all() == here.execute(text(query)).all()


def test_a_load_that_is_stopped_leaves_the_index_as_it_was(database: Database) -> None:
    def stop() -> None:
        raise Cancelled

    with database.write() as session:
        search.index_texts(session, [(1, "\nSiti\n")])
    with pytest.raises(Cancelled), database.write() as session:
        fill(session, stop)
    with database.write() as session:
        assert found(session, "Siti") == [1]
        assert found(session, "Budi") == []
