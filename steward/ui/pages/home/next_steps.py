"""What to do next, worked out from the store's counts: plain values that the cards show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from steward.domain.pairs import Strength

if TYPE_CHECKING:
    from steward.workspace.views import StoreSummary

CARDS = 3
OVERDUE = timedelta(days=30)


class StepKind(StrEnum):
    """What a card proposes."""

    MATCH = "match"
    REVIEW = "review"
    DEFERRED = "deferred"
    DAMAGED = "damaged"
    OVERDUE = "overdue"
    EXPORT = "export"
    LOAD_MORE = "load_more"


@dataclass(frozen=True, slots=True)
class NextStep:
    """One card. ``names`` are the sources it speaks of, ``by_strength`` the open clusters.

    ``is_first``: nothing of the kind was done yet.
    """

    kind: StepKind
    count: int
    names: tuple[str, ...] = ()
    by_strength: tuple[tuple[Strength, int], ...] = ()
    is_first: bool = False


def compute_next_steps(summary: StoreSummary, now: datetime) -> tuple[NextStep, ...]:
    """At most three, the most urgent first; there is always something sensible to do."""
    steps = []
    if summary.is_match_stale or summary.last_match_at is None:
        steps.append(NextStep(StepKind.MATCH, summary.record_count, is_first=summary.last_match_at is None))
    if summary.open_clusters:
        counts = tuple((one, summary.open_by_strength.get(one, 0)) for one in Strength)
        steps.append(NextStep(StepKind.REVIEW, summary.open_clusters, by_strength=counts))
    if summary.issue_count:
        steps.append(NextStep(StepKind.DAMAGED, summary.issue_count, _most_damaged(summary)))
    overdue = overdue_sources(summary, now)
    if overdue:
        steps.append(NextStep(StepKind.OVERDUE, len(overdue), overdue))
    if summary.deferred_clusters:
        steps.append(NextStep(StepKind.DEFERRED, summary.deferred_clusters))
    steps.append(NextStep(StepKind.EXPORT, summary.customer_count))
    steps.append(NextStep(StepKind.LOAD_MORE, len(summary.sources)))
    return tuple(steps[:CARDS])


def overdue_sources(summary: StoreSummary, now: datetime) -> tuple[str, ...]:
    """Names of the sources whose last delivery is over 30 days old."""
    overdue = []
    for one in summary.sources:
        loaded = [delivery.loaded_at for delivery in one.deliveries if not delivery.is_reversed]
        if loaded and _days_between(max(loaded), now) > OVERDUE:
            overdue.append(one.source.name)
    return tuple(overdue)


def _days_between(earlier: datetime, later: datetime) -> timedelta:
    if earlier.tzinfo is None:
        earlier = earlier.replace(tzinfo=later.tzinfo)
    return later - earlier


def _most_damaged(summary: StoreSummary) -> tuple[str, ...]:
    counts = {one.source.name: one.issue_count for one in summary.sources}
    return tuple(name for name, count in sorted(counts.items(), key=lambda pair: -pair[1]) if count)[:2]
