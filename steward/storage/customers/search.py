"""Finding records by any part of any value or id."""

from __future__ import annotations

import re
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select, text

from steward.domain.identity import Cin
from steward.domain.records import RecordId
from steward.storage.chunks import chunks
from steward.storage.customers.search_texts import SHORTEST, text_of
from steward.storage.lists import record_keys
from steward.storage.tables import GoldenRow, MembershipRow, SourceRow, ValueOverrideRow

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import SourceRecord

#: Bytes of the index that are gathered in memory before they are written. Every three characters of a text are looked
#: up in there: twice as much is no longer near a processor that has other work beside, and takes a fifth more time.
GATHERED = 16 * 2**20
#: So many parts of the index of one size are merged while it is filled, and afterwards: fewer mean that each is
#: written more often, more that a search has more of them to look into.
MERGED_MEANWHILE, _MERGED = 16, 4
#: Sorts after every sign that a text can go on with.
_LAST = "\U0010ffff"
#: Characters of texts that are indexed together.
_TOGETHER = 16 * 2**20


def index_records(session: Session, records: Iterable[SourceRecord]) -> None:
    """Make records findable."""
    index_texts(session, [(r.id, text_of(r.source_key, r.values, r.standard)) for r in records])


class ManyTexts:
    """Makes records findable by the hundred thousand; ``finish`` when the last has come. ``check`` may stop it."""

    def __init__(self, session: Session, check: Callable[[], None]) -> None:
        self._session = session
        self._check = check
        self._waiting: list[tuple[int, str]] = []
        self._length = 0
        # What is indexed is gathered in larger portions: fewer of them have to be merged.
        _set_up(session, "hashsize", GATHERED)
        _set_up(session, "automerge", MERGED_MEANWHILE)

    def add(self, texts: Sequence[tuple[int, str]]) -> None:
        """Take the texts that go with the ids of records."""
        self._waiting += texts
        self._length += sum(len(found) for _, found in texts)
        # Whatever else is written in between, the database has the index write what it gathered.
        if self._length >= _TOGETHER:
            self._index()

    def finish(self) -> None:
        """Index what waits."""
        self._index()
        _set_up(self._session, "automerge", _MERGED)

    def close(self) -> None:
        """Nothing is left to let go of."""

    def _index(self) -> None:
        for portion in chunks(self._waiting):
            self._check()
            index_texts(self._session, portion)
        self._waiting, self._length = [], 0


def _set_up(session: Session, setting: str, value: int) -> None:
    arguments: Any = (setting, value)
    session.connection().exec_driver_sql("INSERT INTO record_search (record_search, rank) VALUES (?, ?)", arguments)


def index_texts(session: Session, texts: Sequence[tuple[int, str]]) -> None:
    """Make records findable by the texts that go with their ids."""
    arguments: Any = texts
    if arguments:
        # Tuples, which the driver takes as they are: an index is filled by the hundred thousand.
        session.connection().exec_driver_sql("INSERT INTO record_search (rowid, text) VALUES (?, ?)", arguments)


def forget_records(session: Session, record_ids: Collection[RecordId]) -> None:
    """Take records out of the index."""
    for portion in chunks(record_ids):
        session.execute(text("DELETE FROM record_search WHERE rowid = :id"), [{"id": r} for r in portion])


def clear(session: Session) -> None:
    """Empty the index."""
    session.execute(text("DELETE FROM record_search"))


def find_records(session: Session, words: str, limit: int) -> list[RecordId]:
    """Active records that hold every word; parts of words count, phone spellings are the same."""
    terms = _terms(words)
    if not terms:
        return []
    if any(len(term) >= SHORTEST for term in terms):
        return _holding(session, terms, limit)
    # Too short for the index: names that begin with it.
    query_titles = (
        select(MembershipRow.record_id)
        .join(GoldenRow, GoldenRow.cin == MembershipRow.cin)
        .where(GoldenRow.retired_by.is_(None), MembershipRow.to_decision.is_(None))
        .where(or_(*(GoldenRow.title.between(begins, begins + _LAST) for begins in _spellings(terms[0]))))
        .limit(limit)
    )
    return [RecordId(record_id) for record_id in session.scalars(query_titles)]


def _spellings(term: str) -> list[str]:
    """A short text in capitals or not, letter by letter: titles that begin with it stand together in their index."""
    letters = [sorted({sign.lower(), sign.upper()}) for sign in term]
    return ["".join(spelling) for spelling in product(*letters)]


def is_held_by_others(session: Session, words: str, own: Collection[RecordId]) -> bool:
    """Whether an active record that is none of ``own`` holds just these words in one of its values."""
    return any(record_id not in own for record_id in find_exact(session, words, len(own) + 1))


def find_exact(session: Session, words: str, limit: int = 100) -> list[RecordId]:
    """Active records of which one value holds the text as it stands, in capitals or not."""
    return _holding(session, [words], limit) if len(words) >= SHORTEST else []


def _holding(session: Session, terms: Sequence[str], limit: int) -> list[RecordId]:
    """Active records whose text holds all terms, in capitals or not; one of them is long enough for the index."""
    wanted = [term.casefold() for term in terms]
    # The index tells which texts hold three characters, not where they stand: that is looked at in the text itself.
    parts = {term[start : start + SHORTEST] for term in terms for start in range(len(term) - SHORTEST + 1)}
    match = " AND ".join('"' + part.replace('"', '""') + '"' for part in sorted(parts))
    query = text("SELECT rowid, text FROM record_search WHERE record_search MATCH :match")
    with session.execute(query, {"match": match}) as found:
        holding = (RecordId(row[0]) for row in found if _holds(row[1], wanted))
        return list(islice(holding, limit))


def _holds(said: str, wanted: Iterable[str]) -> bool:
    folded = said.casefold()
    return all(term in folded for term in wanted)


def find_cins(session: Session, words: str, limit: int) -> list[Cin]:
    """CINs, retired ones included, that begin with the digits in ``words``."""
    digits = re.sub(r"[\s\-.]", "", words)
    if len(digits) < SHORTEST or not digits.isdigit():
        return []
    # A range and not a pattern: a pattern would read every CIN. ":" is what comes after "9".
    begins = (GoldenRow.cin >= digits) & (GoldenRow.cin < digits + ":")
    query = select(GoldenRow.cin).where(begins).order_by(GoldenRow.cin).limit(limit)
    return [Cin(cin) for cin in session.scalars(query)]


def find_overrides(session: Session, words: str, limit: int) -> list[Cin]:
    """CINs of customers for whom a steward typed a value that holds the words."""
    query = (
        select(ValueOverrideRow.cin)
        .where(func.lower(ValueOverrideRow.value).contains(words.lower().strip(), autoescape=True))
        .limit(limit)
    )
    return [Cin(cin) for cin in session.scalars(query)]


def records_by_key(session: Session, key: str, limit: int) -> list[RecordId]:
    """Records whose source key is, or was, just this."""
    found = record_keys.bearers([key.strip()], session.scalars(select(SourceRow.id)).all())
    return [RecordId(record_id) for record_id in session.scalars(found.limit(limit))]


def records_by_value(session: Session, values: Collection[str], limit: int) -> list[RecordId]:
    """Active records of which one value is one of these, in capitals or not."""
    return [record_id for value in values for record_id in _holding(session, [f"\n{value}\n"], limit)]


def _terms(words: str) -> list[str]:
    """The words of a query; what looks like a phone becomes its digits without the prefix 0 or 62."""
    if re.fullmatch(r"[\d\s()+.\-/]{5,}", words.strip()):
        digits = re.sub(r"\D", "", words)
        return [re.sub(r"^(0|62)", "", digits) or digits]
    return words.split()
