"""Storing the rows of a delivery: what is new, what changed, and what the store knows already."""

from __future__ import annotations

import os
from collections.abc import Sized
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from steward.domain.decisions import Act, DecisionKind
from steward.domain.progress import Unreported
from steward.storage.bulk import stopped_by
from steward.storage.chunks import chunks
from steward.storage.lists import deliveries, presence, quarantine, record_keys, record_versions
from steward.storage.lists.fresh_records import Birth, FreshRecords
from steward.workspace.crew import crew
from steward.workspace.customers.fresh_customers import FreshCustomers
from steward.workspace.customers.rules import load_rules
from steward.workspace.decisions.decide import take
from steward.workspace.lists.row_maker import VALUE_ISSUES, RowMaker
from steward.workspace.lists.row_work import Before, Comparing, Packing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from sqlalchemy.orm import Session

    from steward.domain.progress import Progress
    from steward.domain.quarantine import HeldRow
    from steward.domain.records import Delivery, DeliveryId, ImportIssue, RecordId, SourceId
    from steward.storage.lists.presence import Held
    from steward.workspace.context import StoreContext
    from steward.workspace.crew import Crew
    from steward.workspace.lists.ignored_columns import IgnoredColumns
    from steward.workspace.lists.keyed_rows import KeyedRows
    from steward.workspace.lists.prepared_rows import PreparedRows

#: With fewer rows a process of its own is not worth starting.
ENOUGH_ROWS = 20_000
_MOST_PROCESSES = 4
#: Rows that say nothing new of which it is noted until it is asked whether to stop that they were held.
_HELD_AT_ONCE = 20_000


class Rows(Sized, Protocol):
    """The rows of a delivery in one or several parts, made when they are asked for."""

    @property
    def makers(self) -> Sequence[RowMaker]:
        """What makes the rows of each part."""

    def keyed(self, is_wanted: Callable[[str], bool]) -> Iterator[tuple[int, KeyedRows]]:
        """The rows with such keys, by the portion, with the number of their part."""


@dataclass(frozen=True, slots=True)
class RowsInOrder:
    """The rows of several tables, one after the other."""

    parts: tuple[PreparedRows, ...]

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    @property
    def makers(self) -> Sequence[RowMaker]:
        """What makes the rows of each table."""
        return [part.maker for part in self.parts]

    def keyed(self, is_wanted: Callable[[str], bool]) -> Iterator[tuple[int, KeyedRows]]:
        """The rows with such keys, by the portion, with the number of their table."""
        for number, part in enumerate(self.parts):
            for portion in part.keyed(is_wanted):
                yield number, portion


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
    renamed: Sequence[str] = ()  # keys whose records have another key of their own
    ignored: IgnoredColumns | None = None


def delivery_crew(progress: Progress) -> AbstractContextManager[Crew]:
    """The processes that make rows while this one stores them: it waits for them now and then, so it needs no core."""
    count = min(os.cpu_count() or 1, _MOST_PROCESSES)
    return crew(progress, count if count > 1 else 0)


def get_ready(workers: Crew, rows: int) -> None:
    """Have them start, if it is worth it for so many rows that will be stored soon."""
    if rows >= ENOUGH_ROWS:
        workers.get_ready(RowMaker)


def store_delivery(
    context: StoreContext, session: Session, load: Load, workers: Crew, progress: Progress
) -> tuple[Delivery, list[ImportIssue]]:
    """Store a delivery and all that follows from it; it comes back with its id and counts, and what is noteworthy.

    ``workers`` make its rows if there are many.
    """
    delivery_id = deliveries.add_delivery(session, load.delivery, file_hash=load.file_hash, report=load.notes)
    progress.report("store", 0, len(load.rows))
    if len(load.rows) >= ENOUGH_ROWS:
        return _store(context, session, load, delivery_id, workers, progress)
    with crew(progress, 0) as nobody:
        return _store(context, session, load, delivery_id, nobody, progress)


def _store(
    context: StoreContext, session: Session, load: Load, delivery_id: DeliveryId, workers: Crew, progress: Progress
) -> tuple[Delivery, list[ImportIssue]]:
    returning = _sort_returning(session, load, workers, progress)
    record_versions.add_versions(session, delivery_id, returning.versions)
    for portion in chunks(returning.unchanged, _HELD_AT_ONCE):
        progress.check()
        presence.add_presence(session, delivery_id, portion)
    ended = [(held.record_id, held.version_id, presence.ENDED) for held in load.ended]
    presence.add_presence(session, delivery_id, ended)
    record_keys.add_keys(session, delivery_id, {load.known[key].record_id: key for key in load.renamed})
    quarantine.add_quarantined(session, delivery_id, load.held)
    progress.check()
    # The log entry is about the records that the store knew; those it never saw are in nobody's way and follow.
    act = Act(DecisionKind.DELIVERY, values=load.values, delivery_id=delivery_id)
    with stopped_by(session, progress.check):
        decision = take(context, session, act, shown=load.shown, reason=load.reason, progress=Unreported(progress))
    progress.check()
    birth = Birth(load.delivery.source_id, delivery_id, decision.id)
    fresh = _store_fresh(session, birth, load, workers, progress)
    issues = [*load.issues, *returning.issues, *fresh.issues]
    progress.check()
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


def _sort_returning(session: Session, load: Load, workers: Crew, progress: Progress) -> _Returning:
    found = _Returning()
    for portion in workers.in_order(Comparing(load.rows.makers), _returning_rows(session, load)):
        progress.check()
        known = [load.known[key] for key in portion.keys]
        found.repeated += len(portion.repeated)
        found.issues += portion.issues
        contents = (
            record_versions.contents(session, [known[place].version_id for place in portion.differing])
            if load.ignored
            else {}
        )
        for place, (before, number) in enumerate(zip(known, portion.numbers, strict=True)):
            row = portion.differing.get(place)
            if row is None or (load.ignored is not None and load.ignored.is_same(contents[before.version_id], row)):
                found.unchanged.append((before.record_id, before.version_id, number))
            else:
                found.versions.append(record_versions.NewVersion(before.record_id, before.version + 1, row))
                found.changed += not row.is_repeated
        progress.report("store", len(found.unchanged) + len(found.versions), len(load.rows))
    return found


def _returning_rows(session: Session, load: Load) -> Iterator[tuple[int, KeyedRows, Before]]:
    """The rows whose keys the store knows, by the portion, each with what the store knows of it."""
    issues = _issues_before(session, load.delivery.source_id) if load.known else {}
    for part, portion in load.rows.keyed(load.known.__contains__):
        known = [load.known[key] for key in portion.keys]
        said = {place: issues[before.version_id] for place, before in enumerate(known) if before.version_id in issues}
        yield part, portion, Before([before.content_hash for before in known], said)


def _issues_before(session: Session, source_id: SourceId) -> dict[int, Sequence[ImportIssue]]:
    """Version -> what was doubtful about its values when a delivery of the source brought it."""
    found: dict[int, Sequence[ImportIssue]] = {}
    for delivery_id, issues in deliveries.issues_by_row(session, source_id, VALUE_ISSUES).items():
        rows = record_versions.versions_at(session, delivery_id, issues)
        found.update((version_id, issues[row]) for version_id, row in rows.items())
    return found


@dataclass(slots=True)
class _Fresh:
    """Rows whose keys the store never saw."""

    count: int = 0
    repeated: int = 0
    issues: list[ImportIssue] = field(default_factory=list)


def _store_fresh(session: Session, birth: Birth, load: Load, workers: Crew, progress: Progress) -> _Fresh:
    customers = FreshCustomers(birth.source_id, load_rules(session))
    found = _Fresh()
    total = len(load.rows)
    with closing(FreshRecords(session, birth, total - len(load.known), progress.check)) as records:
        tasks = (
            (part, portion, records.numbers_for(len(portion)))
            for part, portion in load.rows.keyed(lambda key: key not in load.known)
        )
        for packed in workers.in_order(Packing(load.rows.makers, customers), tasks):
            progress.check()
            records.add(packed.portion)
            found.count += packed.count
            found.repeated += packed.repeated
            found.issues += packed.issues
            progress.report("store", found.count, total)
        records.finish()
    return found
