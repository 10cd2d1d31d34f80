"""New records packed for the tables they go to, with all that is derived from them.

It needs no store, so that it can be done in a process of its own, which then loads nothing of the database.
"""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field, fields
from itertools import chain
from typing import TYPE_CHECKING, Any

from steward.domain.identity import make_cins
from steward.storage.customers.packed_golden import golden_of
from steward.storage.customers.search_texts import texts_of
from steward.storage.lists.kept_rows import kept_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steward.domain.delivered_columns import DeliveredColumns
    from steward.storage.lists.list_headers import Columns


@dataclass(slots=True)
class FreshGoldens:
    """What customers with one record each are called, and what is golden of them that their record does not say.

    ``chosen``: by their places the customers whose record itself has several values of an attribute, with what is
    chosen of these, packed for any record.
    """

    titles: list[str]
    cities: Sequence[str]
    chosen: dict[int, str]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The first numbers of a portion: ids of records and versions, and of CINs. They run on by one."""

    record: int
    version: int
    cin: int


@dataclass(slots=True)
class FreshPortion:
    """New records as values for the tables they go to, row after row, without what is the same in all of them.

    ``columns``: the headers of their table. ``texts``: ids, and what makes them findable.
    """

    columns: Columns = ()
    records: list[int | str] = field(default_factory=list)
    versions: list[int | str] = field(default_factory=list)
    held: list[int] = field(default_factory=list)
    golden: list[int | str] = field(default_factory=list)
    memberships: list[int | str] = field(default_factory=list)
    golden_values: list[str] = field(default_factory=list)
    texts: list[tuple[int, str]] = field(default_factory=list)

    def __getstate__(self) -> bytes:
        # Half a million plain values go from process to process in half the time that pickling each would take.
        return marshal.dumps([getattr(self, own.name) for own in fields(self)])

    def __setstate__(self, state: bytes) -> None:
        values: list[Any] = marshal.loads(state)
        for own, value in zip(fields(self), values, strict=True):
            setattr(self, own.name, value)


def pack_fresh(rows: DeliveredColumns, first: Numbers, goldens: FreshGoldens) -> FreshPortion:
    """One portion of new records; no key of it may be known."""
    count = len(rows)
    record_ids, version_ids = _run_on(first.record, count), _run_on(first.version, count)
    numbers = _run_on(first.cin, count)
    cins = make_cins(first.cin, count)
    return FreshPortion(
        columns=tuple(zip(rows.headers, rows.said_by, strict=True)),
        records=_flat(record_ids, rows.keys, cins),
        versions=_flat(version_ids, record_ids, rows.hashes, *kept_rows(rows)),
        held=_flat(record_ids, version_ids, rows.numbers),
        golden=_flat(cins, numbers, goldens.titles, goldens.cities),
        memberships=_flat(record_ids, cins),
        golden_values=_flat(*_kept_golden(goldens, cins, record_ids)),
        texts=list(zip(record_ids, texts_of(rows), strict=True)),
    )


def _kept_golden(goldens: FreshGoldens, cins: Sequence[str], record_ids: Sequence[int]) -> tuple[list[str], list[str]]:
    """The customers of whom golden values are kept, and these."""
    kept = [golden_of(packed, record_ids[place]) for place, packed in goldens.chosen.items()]
    return [cins[place] for place in goldens.chosen], kept


def _run_on(first: int, count: int) -> range:
    return range(first, first + count)


def _flat(*columns: Iterable[Any]) -> list[Any]:
    """The values of rows, row after row."""
    return list(chain.from_iterable(zip(*columns, strict=True)))
