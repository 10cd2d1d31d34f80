"""The counts of a store: what Home shows and what a script proves with."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from steward.domain.clusters import ClusterState
from steward.domain.pairs import Strength
from steward.storage.customers import golden
from steward.storage.lists import deliveries, source_records, sources
from steward.storage.log import decisions, log_figures
from steward.storage.matches import candidates, cluster_queue
from steward.workspace.views import Overlap, SourceSummary, StoreSummary

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from steward.domain.records import Source, SourceId
    from steward.workspace.context import StoreContext

#: The probabilities that each word stands for, half open.
STRENGTH_RANGES = {
    Strength.ALMOST_CERTAIN: (0.99, 2.0),
    Strength.LIKELY: (0.90, 0.99),
    Strength.UNCLEAR: (-1.0, 0.90),
}

_DAYS = 14
_OVERLAPS = 5


def summarize(context: StoreContext, session: Session) -> StoreSummary:
    """The counts of the whole store."""
    tally = golden.tally_customers(session)
    all_sources = sources.list_sources(session)
    records = source_records.count_active_by_source(session)
    states = cluster_queue.count_by_state(session)
    made, reversed_count = log_figures.count_decisions(session)
    run = candidates.newest_run(session)
    return StoreSummary(
        path=str(context.database.path),
        sources=tuple(
            SourceSummary(
                source=source,
                record_count=records.get(source.id, 0),
                customer_count=sum(count for found, count in tally.by_sources.items() if source.id in found),
                deliveries=tuple(deliveries.list_deliveries(session, source.id)),
            )
            for source in all_sources
        ),
        record_count=sum(records.values()),
        reachable_count=tally.reachable,
        customer_count=tally.customers,
        joined_customer_count=tally.joined,
        open_clusters=states.get(ClusterState.OPEN, 0),
        deferred_clusters=states.get(ClusterState.DEFERRED, 0),
        decided_clusters=states.get(ClusterState.DECIDED, 0),
        open_by_strength=count_by_strength(session),
        decision_count=made,
        reversed_count=reversed_count,
        last_decision_id=decisions.next_decision_id(session) - 1,
        overlaps=_overlaps(all_sources, tally.by_sources),
        decisions_by_day=_by_day(session, context.clock().date()),
        last_match_at=run.run_at if run else None,
        last_match_seconds=run.seconds if run else 0.0,
        last_match_records=run.record_count if run else 0,
        is_match_stale=_is_stale(session, run),
    )


def count_by_strength(session: Session) -> dict[Strength, int]:
    """How many clusters wait, by how sure the evidence is."""
    counts = cluster_queue.count_open(session, list(STRENGTH_RANGES.values()))
    return dict(zip(STRENGTH_RANGES, counts, strict=True))


def _overlaps(all_sources: list[Source], by_sources: dict[frozenset[SourceId], int]) -> tuple[Overlap, ...]:
    """The pairs of sources that share most customers."""
    found = [
        Overlap(first, second, sum(count for ids, count in by_sources.items() if first.id in ids and second.id in ids))
        for place, first in enumerate(all_sources)
        for second in all_sources[place + 1 :]
    ]
    ranked = sorted((o for o in found if o.customer_count), key=lambda o: -o.customer_count)
    return tuple(ranked[:_OVERLAPS])


def _by_day(session: Session, today: date) -> tuple[tuple[date, int], ...]:
    first = today - timedelta(days=_DAYS - 1)
    counts = log_figures.count_by_day(session, first.isoformat())
    days = [first + timedelta(days=place) for place in range(_DAYS)]
    return tuple((day, counts.get(day.isoformat(), 0)) for day in days)


def _is_stale(session: Session, run: candidates.MatchRun | None) -> bool:
    """True when lists were loaded or taken back since the last match run."""
    return log_figures.has_delivery_since(session, run.last_act if run else 0)
