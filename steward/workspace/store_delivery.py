"""Storing the rows of a delivery: what is new, what changed, and what the store knows already."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from steward.domain.decisions import Act, DecisionKind
from steward.storage import deliveries, quarantine, record_versions
from steward.storage.fresh_records import Birth, FreshRecords
from steward.workspace.build_golden import fresh_golden
from steward.workspace.decide import take
from steward.workspace.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.progress import Progress
    from steward.domain.quarantine import HeldRow
    from steward.domain.records import DeliveredRow, Delivery, ImportIssue, RecordId
    from steward.storage.deliveries import Held
    from steward.workspace.context import StoreContext
    from steward.workspace.ignored_columns import IgnoredColumns

#: Rows stored together: few enough that a cancel is heard at once.
_PORTION = 2000


@dataclass(frozen=True, slots=True)
class Load:
    """All that is to be stored as one delivery. ``delivery`` has no id and no counts yet.

    ``known``: source key -> what the store knows of it. ``rows`` are gone through twice.
    """

    delivery: Delivery
    file_hash: str
    notes: str
    shown: Mapping[str, object]
    known: Mapping[str, record_versions.KnownRecord]
    rows: Sequence[DeliveredRow]
    issues: Sequence[ImportIssue] = ()
    held: Sequence[HeldRow] = ()
    values: Mapping[str, str] = field(default_factory=dict)  # of the delivery's entry in the log
    reason: str = ""
    ended: Sequence[Held] = ()  # records that count no longer, since the delivery came without them
    ignored: IgnoredColumns | None = None


def store_delivery(context: StoreContext, session: Session, load: Load, progress: Progress) -> Delivery:
    """Store a delivery and all that follows from it; it comes back with its id and counts."""
    delivery_id = deliveries.add_delivery(session, load.delivery, file_hash=load.file_hash, report=load.notes)
    progress.report("store", 0, len(load.rows))
    returning = _sort_returning(session, load, progress)
    record_versions.add_versions(session, delivery_id, returning.versions)
    deliveries.add_presence(session, delivery_id, returning.unchanged)
    ended = [(held.record_id, held.version_id, deliveries.ENDED) for held in load.ended]
    deliveries.add_presence(session, delivery_id, ended)
    deliveries.add_issues(session, delivery_id, load.issues)
    quarantine.add_quarantined(session, delivery_id, load.held)
    progress.check()
    # The log entry is about the records that the store knew; those it never saw are in nobody's way and follow.
    act = Act(DecisionKind.DELIVERY, values=load.values, delivery_id=delivery_id)
    decision = take(context, session, act, shown=load.shown, reason=load.reason)
    birth = Birth(load.delivery.source_id, delivery_id, decision.id)
    fresh, fresh_repeated = _store_fresh(session, birth, load, progress)
    delivery = replace(
        load.delivery,
        id=delivery_id,
        rows_new=fresh - fresh_repeated,
        rows_changed=returning.changed,
        rows_unchanged=len(returning.versions) + len(returning.unchanged) - returning.repeated - returning.changed,
        rows_repeated=returning.repeated + fresh_repeated,
        rows_quarantined=len(load.held),
        issue_count=len(load.issues),
    )
    deliveries.set_counts(session, delivery)
    progress.report("store", len(load.rows), len(load.rows))
    return delivery


@dataclass(slots=True)
class _Returning:
    """Rows whose records the store knows; ``changed`` counts those of them that no row before has the key of."""

    versions: list[record_versions.NewVersion] = field(default_factory=list)
    unchanged: list[tuple[RecordId, int, int]] = field(default_factory=list)
    changed: int = 0
    repeated: int = 0


def _sort_returning(session: Session, load: Load, progress: Progress) -> _Returning:
    found = _Returning()
    for portion in _portions(load.rows if load.known else ()):
        progress.check()
        known = [(row, load.known[row.source_key]) for row in portion if row.source_key in load.known]
        differing = [before.version_id for row, before in known if before.content_hash != row.content_hash]
        contents = record_versions.contents(session, differing) if load.ignored else {}
        for row, before in known:
            found.repeated += row.is_repeated
            is_same = before.content_hash == row.content_hash or (
                load.ignored is not None and load.ignored.is_same(contents[before.version_id], row)
            )
            if is_same:
                found.unchanged.append((before.record_id, before.version_id, row.row))
            else:
                found.versions.append(record_versions.NewVersion(before.record_id, before.version + 1, row))
                found.changed += not row.is_repeated
    return found


def _store_fresh(session: Session, birth: Birth, load: Load, progress: Progress) -> tuple[int, int]:
    """Store the rows whose keys the store never saw; returns how many there are, and how many repeat a key."""
    golden_of = partial(fresh_golden, source_id=birth.source_id, rules=load_rules(session))
    records = FreshRecords(session, birth, golden_of)
    count = repeated = 0
    seen = 0
    for portion in _portions(load.rows):
        progress.check()
        fresh = [row for row in portion if row.source_key not in load.known]
        records.add(fresh)
        count += len(fresh)
        repeated += sum(row.is_repeated for row in fresh)
        seen += len(portion)
        progress.report("store", seen, len(load.rows))
    return count, repeated


def _portions(rows: Iterable[DeliveredRow]) -> Iterable[list[DeliveredRow]]:
    remaining = iter(rows)
    while portion := list(islice(remaining, _PORTION)):
        yield portion
