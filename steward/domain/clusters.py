"""Proposed groups of records: their weakest link, and whether a steward still has to decide."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from steward.domain.pairs import RecordPair
    from steward.domain.records import RecordId


class ClusterState(StrEnum):
    """Where a cluster is in the queue."""

    OPEN = "open"
    DEFERRED = "deferred"
    DECIDED = "decided"


def compute_state(
    members: Collection[RecordId],
    cin_of: Mapping[RecordId, str],
    apart: Collection[RecordPair],
    *,
    is_answered: bool,
    is_deferred: bool,
) -> ClusterState:
    """The state of a cluster.

    It is decided when a decision in force answered just these members, when they are one customer already, or when
    every two of its customers are set apart. ``apart`` holds the pairs of members that are.
    """
    customers = {cin_of[member] for member in members if member in cin_of}
    if is_answered or len(customers) < 2:
        return ClusterState.DECIDED
    separated = {frozenset((cin_of[pair.low], cin_of[pair.high])) for pair in apart}
    if len(separated) >= len(customers) * (len(customers) - 1) // 2:
        return ClusterState.DECIDED
    return ClusterState.DEFERRED if is_deferred else ClusterState.OPEN


def weakest_link(links: Iterable[tuple[RecordId, RecordId, float]]) -> tuple[RecordId, RecordId, float] | None:
    """The weakest link of the strongest tree that holds the members together (Kruskal, strongest first)."""
    root: dict[RecordId, RecordId] = {}

    def find(record: RecordId) -> RecordId:
        while root.setdefault(record, record) != record:
            root[record] = root[root[record]]
            record = root[record]
        return record

    weakest = None
    for low, high, weight in sorted(links, key=lambda link: (-link[2], link[0], link[1])):
        first, second = find(low), find(high)
        if first != second:
            root[second] = first
            weakest = (low, high, weight)
    return weakest
