"""The figures of the Reports page: overlap and quality of lists, how sure merges are; a steward's own work."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from scipy.special import betaincinv

from steward.domain.attributes import in_order
from steward.domain.clusters import ClusterState
from steward.domain.decisions import DecisionKind, DeskKind
from steward.storage.customers import golden
from steward.storage.lists import source_records, sources, value_counts
from steward.storage.log import decisions, steward_figures
from steward.storage.matches import cluster_queue
from steward.workspace.review.gold_questions import count_rechecks
from steward.workspace.review.sample_gate import outcome
from steward.workspace.upkeep.report_views import Estimate, ListQuality, OwnWork, Quality, SourceReport, StoreReport

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from steward.domain.records import Source, SourceId
    from steward.workspace.context import StoreContext

#: Decisions that answer what a cluster is.
_ANSWERS = (
    DecisionKind.MERGE,
    DecisionKind.NOT_SAME,
    DecisionKind.RELATED,
    DecisionKind.SPLIT,
    DecisionKind.ARRANGE,
    DecisionKind.TAKE_OUT,
    DecisionKind.DEFER,
)
#: A longer gap between two decisions is a break, not work.
_BREAK = timedelta(minutes=5)
_FEWEST_GAPS = 5
_TAIL = 0.025


def report_store(context: StoreContext, session: Session) -> StoreReport:
    """The store as a whole."""
    all_sources = sources.list_sources(session)
    tally = golden.tally_customers(session)
    by_sources = tally.by_sources
    records = source_records.count_active_by_source(session)
    return StoreReport(
        record_count=sum(records.values()),
        customer_count=tally.customers,
        joined_customer_count=tally.joined,
        open_clusters=cluster_queue.count_by_state(session).get(ClusterState.OPEN, 0),
        waiting_records=cluster_queue.count_waiting_records(session),
        sources=tuple(
            SourceReport(
                source=source,
                record_count=records.get(source.id, 0),
                customer_count=sum(count for found, count in by_sources.items() if source.id in found),
                only_here=by_sources.get(frozenset({source.id}), 0),
                shared=_shared(source, all_sources, by_sources),
            )
            for source in all_sources
        ),
        false_merges=_false_merges(session, context.clock().date().isoformat()),
        missed=_missed(session),
    )


def list_quality(session: Session) -> ListQuality:
    """How well each list fills its attributes. Looks at every value: half a minute for a million records."""
    records = source_records.count_active_by_source(session)
    filled, good = value_counts.count_filled(session), value_counts.count_good(session)
    used = {attribute for _, attribute in filled}
    attributes = tuple(attribute.name for attribute in in_order(used))
    by_source = {
        source.id: {
            name: _quality(records.get(source.id, 0), filled.get((source.id, name), 0), good.get((source.id, name), 0))
            for name in attributes
        }
        for source in sources.list_sources(session)
    }
    return ListQuality(attributes, by_source)


def own_work(session: Session, steward: str, now: datetime) -> OwnWork:
    """What the log says about the steward who asks."""
    times = steward_figures.times_of(session, steward, _ANSWERS)
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(times) if later - earlier <= _BREAK]
    repeated = steward_figures.repeated_answers(session, steward)
    again = count_rechecks(session, steward)
    return OwnWork(
        steward=steward,
        today=sum(time.date() == now.date() for time in times),
        last_week=sum(now - time <= timedelta(days=7) for time in times),
        last_month=sum(now - time <= timedelta(days=30) for time in times),
        in_all=len(times),
        seconds=median(gaps) if len(gaps) >= _FEWEST_GAPS else None,
        taken_back=steward_figures.count_taken_back(session, steward, _ANSWERS),
        repeated=len(repeated) + again.merges + again.apart,
        agreeing=sum(len(kinds) == 1 for kinds in repeated) + again.agreeing,
    )


def estimate(errors: int, judged: int) -> Estimate | None:
    """A share with its exact two-sided 95 % interval (Clopper-Pearson); None when nothing was judged."""
    if not judged:
        return None
    low = float(betaincinv(errors, judged - errors + 1, _TAIL)) if errors else 0.0
    high = float(betaincinv(errors + 1, judged - errors, 1 - _TAIL)) if errors < judged else 1.0
    return Estimate(errors, judged, low, high)


def _shared(
    source: Source, all_sources: list[Source], by_sources: dict[frozenset[SourceId], int]
) -> dict[SourceId, int]:
    return {
        other.id: sum(count for found, count in by_sources.items() if {source.id, other.id} <= found)
        for other in all_sources
        if other.id != source.id
    }


def _quality(records: int, filled: int, good: int) -> Quality:
    return Quality(good=min(good, filled), doubtful=max(0, filled - good), empty=max(0, records - filled))


def _false_merges(session: Session, today: str) -> Estimate | None:
    """From the blind samples: what a merge of all their clusters would have joined wrongly."""
    errors = judged = 0
    for sample in decisions.list_decisions(session, kinds=(DeskKind.SAMPLE,)):
        if sample.is_in_force:
            undecided, wrong = outcome(session, sample.act.groups, today)
            errors += wrong
            judged += len(sample.act.groups) - len(undecided)
    again = count_rechecks(session)
    return estimate(errors + again.false_merges, judged + again.merges)


def _missed(session: Session) -> Estimate | None:
    """From the questions about pairs that were not proposed: those that turned out to be one customer."""
    answers = steward_figures.answers_to_questions(session)
    again = count_rechecks(session)
    return estimate(sum(kind is DecisionKind.MERGE for kind in answers) + again.missed, len(answers) + again.apart)
