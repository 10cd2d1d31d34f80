"""Records found by parts of what they say, and by the whole of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.storage.customers import search
from steward.storage.customers.search_texts import text_of
from steward.storage.database import create_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.orm import Session

SAID = {
    1: ("K1", "Budi Santoso", "0812-3344-5566", "+6281233445566"),
    2: ("K2", "budi", "budi.santoso@contoh.id"),
    3: ("K3", "Éric Budiman", "100%_kapas", 'PT "Sinar" Budi'),
    4: ("K4", "bud udin di", "Solo"),
}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    database = create_database(tmp_path / "a.steward")
    with database.write() as session:
        texts = {number: text_of(key, {"name": said}, {"name": said}) for number, (key, *said) in SAID.items()}
        search.index_texts(session, list(texts.items()))
        yield session
    database.close()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("budi", [1, 2, 3]),  # not the one that has "bud" here and "udi" there
        ("udiman", [3]),
        ("SANTOSO budi", [1, 2]),
        ("éRIC", [3]),
        ("ÉRIC", [3]),
        ("100%_k", [3]),
        ("%_k", [3]),
        ('"sinar"', [3]),
        ("budi pt", [3]),  # too short for the index beside a longer one
        ("0812 3344 5566", [1]),
        ("62 812-3344", [1]),
        ("anton", []),
        ("", []),
    ],
)
def test_any_part_of_any_value_finds_a_record(session: Session, words: str, found: list[int]) -> None:
    assert search.find_records(session, words, 10) == found


def test_no_more_than_asked_for_are_found(session: Session) -> None:
    assert search.find_records(session, "budi", 2) == [1, 2]


def test_the_whole_of_a_value_is_told_from_a_part_of_one(session: Session) -> None:
    assert search.records_by_value(session, ["Budi", "+6281233445566", "budi sant"], 10) == [2, 1]
    assert search.records_by_value(session, ["K2", "Solo", "di"], 10) == [2, 4]


def test_words_stand_in_one_value_as_they_are(session: Session) -> None:
    assert search.find_exact(session, "BUDI SANTOSO") == [1]
    assert search.find_exact(session, "santoso budi") == []
    assert search.is_held_by_others(session, "budi", [1])
    assert not search.is_held_by_others(session, "udiman", [3])
