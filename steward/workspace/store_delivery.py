"""Storing the rows of a delivery: what is new, what changed, and what the store knows already."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from steward.domain.decisions import Act, DecisionKind
from steward.storage import deliveries, quarantine, record_versions
from steward.storage.fresh_records import Birth, FreshRecords
from steward.workspace.build_golden import fresh_golden
from steward.workspace.decide import take
from steward.workspace.prepared_rows import PreparedRows
from steward.workspace.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.progress import Progress
    from steward.domain.quarantine import HeldRow
    from steward.domain.records import DeliveredRow, Delivery, ImportIssue, RecordId
    from steward.storage.deliveries import Held
    from steward.workspace.context import StoreContext
    from steward.workspace.ignored_columns import IgnoredColumns

#: Rows stored together: few enough that a cancel is heard at once.
_PORTION = 2000


class Rows(Sized, Protocol):
    """The rows of a delivery, made when they are gone through."""

    def chosen(self, is_wanted: Callable[[str], bool]) -> Iterator[DeliveredRow]:
        """The rows with such keys."""


@dataclass(frozen=True, slots=True)
class RowsInOrder:
    """The rows of several tables, one after the other."""

    parts: tuple[Collection[DeliveredRow], ...]

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def chosen(self, is_wanted: Callable[[str], bool]) -> Iterator[DeliveredRow]:
        """The rows with such keys."""
        for part in self.parts:
            if isinstance(part, PreparedRows):
                yield from part.chosen(is_wanted)
            else:
                yield from (row for row in part if is_wanted(row.source_key))


@dataclass(frozen=True, slots=True)
class Load:
    """All that is to be stored as one delivery. ``delivery`` has no id and no counts yet.

    ``known``: source key -> what the store knows of it. ``issues`` are those that no row has by itself.
    """

    delivery: Delivery
    file_hash: str
    notes: str
    shown: Mapping[str, object]
    known: Mapping[str, record_versions.KnownRecord]
    rows: Rows
    issues: Sequence[ImportIssue] = ()
    held: Sequence[HeldRow] = ()
    values: Mapping[str, str] = field(default_factory=dict)  # of the delivery's entry in the log
    reason: str = ""
    ended: Sequence[Held] = ()  # records that count no longer, since the delivery came without them
    ignored: IgnoredColumns | None = None


def store_delivery(
    context: StoreContext, session: Session, load: Load, progress: Progress
) -> tuple[Delivery, list[ImportIssue]]:
    """Store a delivery and all that follows from it; it comes back with its id and counts, and what is noteworthy."""
    delivery_id = deliveries.add_delivery(session, load.delivery, file_hash=load.file_hash, report=load.notes)
    progress.report("store", 0, len(load.rows))
    returning = _sort_returning(session, load, progress)
    record_versions.add_versions(session, delivery_id, returning.versions)
    deliveries.add_presence(session, delivery_id, returning.unchanged)
    ended = [(held.record_id, held.version_id, deliveries.ENDED) for held in load.ended]
    deliveries.add_presence(session, delivery_id, ended)
    quarantine.add_quarantined(session, delivery_id, load.held)
    progress.check()
    # The log entry is about the records that the store knew; those it never saw are in nobody's way and follow.
    act = Act(DecisionKind.DELIVERY, values=load.values, delivery_id=delivery_id)
    decision = take(context, session, act, shown=load.shown, reason=load.reason)
    birth = Birth(load.delivery.source_id, delivery_id, decision.id)
    fresh = _store_fresh(session, birth, load, progress)
    issues = [*load.issues, *returning.issues, *fresh.issues]
    deliveries.add_issues(session, delivery_id, issues)
    delivery = replace(
        load.delivery,
        id=delivery_id,
        rows_new=fresh.count - fresh.repeated,
        rows_changed=returning.changed,
        rows_unchanged=len(returning.versions) + len(returning.unchanged) - returning.repeated - returning.changed,
        rows_repeated=returning.repeated + fresh.repeated,
        rows_quarantined=len(load.held),
        issue_count=len(issues),
    )
    deliveries.set_counts(session, delivery)
    progress.report("store", len(load.rows), len(load.rows))
    return delivery, issues


@dataclass(slots=True)
class _Returning:
    """Rows whose records the store knows; ``changed`` counts those of them that no row before has the key of."""

    versions: list[record_versions.NewVersion] = field(default_factory=list)
    unchanged: list[tuple[RecordId, int, int]] = field(default_factory=list)
    changed: int = 0
    repeated: int = 0
    issues: list[ImportIssue] = field(default_factory=list)


def _sort_returning(session: Session, load: Load, progress: Progress) -> _Returning:
    found = _Returning()
    for portion in _portions(load.rows.chosen(load.known.__contains__)):
        progress.check()
        known = [(row, load.known[row.source_key]) for row in portion]
        differing = [before.version_id for row, before in known if before.content_hash != row.content_hash]
        contents = record_versions.contents(session, differing) if load.ignored else {}
        for row, before in known:
            found.repeated += row.is_repeated
            found.issues += row.issues
            is_same = before.content_hash == row.content_hash or (
                load.ignored is not None and load.ignored.is_same(contents[before.version_id], row)
            )
            if is_same:
                found.unchanged.append((before.record_id, before.version_id, row.row))
            else:
                found.versions.append(record_versions.NewVersion(before.record_id, before.version + 1, row))
                found.changed += not row.is_repeated
    return found


@dataclass(slots=True)
class _Fresh:
    """Rows whose keys the store never saw."""

    count: int = 0
    repeated: int = 0
    issues: list[ImportIssue] = field(default_factory=list)


def _store_fresh(session: Session, birth: Birth, load: Load, progress: Progress) -> _Fresh:
    golden_of = partial(fresh_golden, source_id=birth.source_id, rules=load_rules(session))
    records = FreshRecords(session, birth, golden_of)
    found = _Fresh()
    total = len(load.rows)
    for portion in _portions(load.rows.chosen(lambda key: key not in load.known)):
        progress.check()
        records.add(portion)
        found.count += len(portion)
        found.repeated += sum(row.is_repeated for row in portion)
        for row in portion:
            found.issues += row.issues
        progress.report("store", found.count, total)
    return found


def _portions(rows: Iterable[DeliveredRow]) -> Iterable[list[DeliveredRow]]:
    remaining = iter(rows)
    while portion := list(islice(remaining, _PORTION)):
        yield portion
