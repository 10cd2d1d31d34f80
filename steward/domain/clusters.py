"""Proposed groups of records: their weakest link, and whether a steward still has to decide."""

from __future__ import annotations

import itertools
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from steward.domain.records import RecordId

_Member = TypeVar("_Member")


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


class Groups(Generic[_Member]):
    """Groups that grow together two by two; whoever was not joined yet is a group of their own."""

    def __init__(self) -> None:
        self._root: dict[_Member, _Member] = {}

    def join(self, one: _Member, other: _Member) -> bool:
        """Make one group of those of two members; False when they are in one already."""
        first, second = self._root_of(one), self._root_of(other)
        self._root[second] = first
        return first != second

    def _root_of(self, member: _Member) -> _Member:
        root = self._root
        while root.setdefault(member, member) != member:
            root[member] = root[root[member]]
            member = root[member]
        return member


def weakest_link(links: Iterable[tuple[RecordId, RecordId, float]]) -> tuple[RecordId, RecordId, float] | None:
    """The weakest link of the strongest tree that holds the members together (Kruskal, strongest first)."""
    groups: Groups[RecordId] = Groups()
    weakest = None
    for low, high, weight in sorted(links, key=lambda link: (-link[2], link[0], link[1])):
        if groups.join(low, high):
            weakest = (low, high, weight)
    return weakest
