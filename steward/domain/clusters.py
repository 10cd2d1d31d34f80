"""Proposed groups of records: their weakest link, and whether a steward still has to decide."""

from __future__ import annotations

import itertools
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from steward.domain.records import RecordId


class ClusterState(StrEnum):
    """Where a cluster is in the queue."""

    OPEN = "open"
    DEFERRED = "deferred"
    DECIDED = "decided"


def compute_state(
    customers: Collection[str],
    told_apart: Collection[frozenset[str]],
    *,
    is_answered: bool,
    is_deferred: bool,
) -> ClusterState:
    """The state of a cluster whose members belong to these customers.

    It is decided when a decision in force answered just its members, when they are one customer already, or when
    every two of the customers are told apart: whatever records they have, inside the cluster or not.
    """
    pairs = map(frozenset, itertools.combinations(set(customers), 2))
    if is_answered or all(pair in told_apart for pair in pairs):
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
