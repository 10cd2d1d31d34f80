"""From weighted pairs to clusters: average-link agglomeration that honours every decision and veto.

Two groups are joined while the average match weight of all their pairs speaks for it, best first. A single strong
pair can't chain two people together, and one weak pair can't keep a customer apart.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.domain.progress import Progress
    from steward.matching.columns import Ints

Bits = npt.NDArray[np.float64]

#: A pair that has nothing in common is often just poor in values: it counts against a cluster within bounds.
_LEAST_WEIGHT, _MOST_WEIGHT = -5.0, 12.0
MISSING_WEIGHT = -5.0
#: What speaks against a pair beyond having nothing in common counts in full.
_MOST_CONTRADICTION = -15.0

#: Pairs of components that are told apart until the user is asked whether to stop.
_PAIRS_AT_ONCE = 200_000


@dataclass(frozen=True, slots=True)
class Graph:
    """Weighted pairs of ``size`` rows; pairs that are not listed count as ``missing_weight`` bits."""

    size: int
    left: Ints
    right: Ints
    weights: Bits
    missing_weight: float


@dataclass(frozen=True, slots=True)
class Rules:
    """What clustering must respect. ``conflict(a, b)``: the rows' identifiers forbid one cluster."""

    must_link: Sequence[tuple[int, int]]
    cannot_link: Sequence[tuple[int, int]]
    has_identifier: npt.NDArray[np.bool_]
    conflict: Callable[[int, int], bool]


def bounded_weights(match_weights: Bits, match_prior: float) -> Bits:
    """What pairs of these weights count for or against a cluster."""
    # In place: of a million records there are ten million pairs.
    contradiction = match_weights - match_prior
    np.clip(contradiction, _MOST_CONTRADICTION, 0.0, out=contradiction)
    bounded = np.clip(match_weights, _LEAST_WEIGHT, _MOST_WEIGHT)
    bounded += contradiction
    return np.asarray(bounded)


def components(size: int, left: Ints, right: Ints) -> Ints:
    """One label per row: rows that are linked directly or through others share it."""
    root = np.arange(size, dtype=np.int32)
    while len(left):
        np.minimum.at(root, np.maximum(left, right), np.minimum(left, right))
        while not np.array_equal(root, higher := root[root]):
            root = higher
        left, right = root[left], root[right]
        apart = left != right
        left, right = left[apart], right[apart]
    is_root = root == np.arange(size)
    return (np.cumsum(is_root, dtype=np.int32) - np.int32(1))[root]


def cluster(graph: Graph, rules: Rules, threshold: float, progress: Progress) -> Ints:
    """One label per row, the smallest row of its cluster."""
    linked = graph.weights > threshold
    must = np.array(list(rules.must_link), np.int32).reshape(-1, 2)
    left = np.concatenate([graph.left[linked], must[:, 0]])
    right = np.concatenate([graph.right[linked], must[:, 1]])
    progress.check()
    labels = components(graph.size, left, right)
    progress.check()
    simple = _simple_components(graph, rules, labels, threshold)
    progress.check()
    parents = np.arange(graph.size, dtype=np.int32)
    first = np.full(labels.max(initial=-1) + 1, graph.size, np.int32)
    np.minimum.at(first, labels, parents)
    parents = np.where(simple[labels], first[labels], parents).astype(np.int32)
    rules_of = _rules_by_component(rules, labels)
    for number, work in enumerate(_component_work(graph, labels, simple, rules, rules_of, progress)):
        if number % 256 == 0:
            progress.check()
        for group in work.agglomerate(graph.missing_weight, threshold):
            parents[group] = min(group)
    return parents


def _simple_components(graph: Graph, rules: Rules, labels: Ints, threshold: float) -> npt.NDArray[np.bool_]:
    """Components in which every pair is listed and speaks for one cluster, and no rule has a say."""
    count = int(labels.max(initial=-1)) + 1
    sizes = np.bincount(labels, minlength=count)
    inside = labels[graph.left] == labels[graph.right]
    good = inside & (graph.weights > threshold)
    listed = np.bincount(labels[graph.left[good]], minlength=count)
    simple: npt.NDArray[np.bool_] = listed == sizes * (sizes - 1) // 2
    identified = np.bincount(labels[rules.has_identifier], minlength=count)
    simple &= identified < 2
    ruled = np.array([row for pair in (*rules.must_link, *rules.cannot_link) for row in pair], np.int64)
    simple[labels[ruled]] = False
    return simple


@dataclass(slots=True)
class _Component:
    """The rows and pairs of one component that needs agglomeration, and the rules about them."""

    rules: Rules
    rows: list[int] = field(default_factory=list)
    pairs: list[tuple[int, int, float]] = field(default_factory=list)

    def agglomerate(self, missing: float, threshold: float) -> list[list[int]]:
        """The groups of rows this component falls into."""
        groups = _linked_groups(self.rows, self.rules.must_link)
        return _Agglomeration(groups, self.pairs, missing, threshold, self.rules).run()


def _rules_by_component(rules: Rules, labels: Ints) -> dict[int, Rules]:
    """The links that concern each component; links across components have nothing left to say."""
    found: dict[int, tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}
    for kind, links in enumerate((rules.must_link, rules.cannot_link)):
        for a, b in links:
            if labels[a] == labels[b]:
                found.setdefault(int(labels[a]), ([], []))[kind].append((a, b))
    return {label: replace(rules, must_link=must, cannot_link=cannot) for label, (must, cannot) in found.items()}


def _component_work(
    graph: Graph,
    labels: Ints,
    simple: npt.NDArray[np.bool_],
    rules: Rules,
    rules_of: dict[int, Rules],
    progress: Progress,
) -> list[_Component]:
    unruled = replace(rules, must_link=(), cannot_link=())
    rows = np.flatnonzero(~simple[labels])
    work: dict[int, _Component] = {}
    for row, label in zip(rows.tolist(), labels[rows].tolist(), strict=True):
        if label not in work:
            work[label] = _Component(rules_of.get(label, unruled))
        work[label].rows.append(row)
    progress.check()
    inside = np.flatnonzero((labels[graph.left] == labels[graph.right]) & ~simple[labels[graph.left]])
    for start in range(0, len(inside), _PAIRS_AT_ONCE):
        progress.check()
        part = inside[start : start + _PAIRS_AT_ONCE]
        columns = (graph.left[part], graph.right[part], graph.weights[part], labels[graph.left[part]])
        for a, b, weight, label in zip(*(column.tolist() for column in columns), strict=True):
            work[label].pairs.append((a, b, weight))
    return list(work.values())


def _linked_groups(rows: list[int], must_link: Sequence[tuple[int, int]]) -> list[list[int]]:
    inside = set(rows)
    group_of = {row: [row] for row in rows}
    for a, b in must_link:
        if a in inside and b in inside and group_of[a] is not group_of[b]:
            merged = group_of[a] + group_of[b]
            for row in merged:
                group_of[row] = merged
    return [sorted(group) for group in {id(g): g for g in group_of.values()}.values()]


class _Agglomeration:
    """Average link over a sparse graph: sums of known weights between groups, best average first."""

    def __init__(
        self,
        groups: list[list[int]],
        pairs: list[tuple[int, int, float]],
        missing: float,
        threshold: float,
        rules: Rules,
    ) -> None:
        self._groups = dict(enumerate(sorted(groups)))
        self._missing, self._threshold, self._rules = missing, threshold, rules
        place = {row: number for number, group in self._groups.items() for row in group}
        self._links: dict[int, dict[int, tuple[float, int]]] = {number: {} for number in self._groups}
        for a, b, weight in pairs:
            self._add(place[a], place[b], weight, 1)
        self._forbidden: dict[int, set[int]] = {number: set() for number in self._groups}
        for a, b in rules.cannot_link:
            if a in place and b in place and place[a] != place[b]:
                self._forbidden[place[a]].add(place[b])
                self._forbidden[place[b]].add(place[a])

    def run(self) -> list[list[int]]:
        """Join until no two groups speak for it."""
        heap = [self._entry(a, b) for a, links in self._links.items() for b in links if a < b]
        heapq.heapify(heap)
        next_number = len(self._groups)
        while heap:
            score, _, _, a, b = heapq.heappop(heap)
            if -score <= self._threshold:
                break
            if a not in self._groups or b not in self._groups or b in self._forbidden[a] or self._conflict(a, b):
                continue
            self._join(a, b, next_number)
            for other in self._links[next_number]:
                heapq.heappush(heap, self._entry(other, next_number))
            next_number += 1
        return list(self._groups.values())

    def _add(self, a: int, b: int, weight: float, count: int) -> None:
        if a == b:
            return
        known, number = self._links[a].get(b, (0.0, 0))
        self._links[a][b] = self._links[b][a] = (known + weight, number + count)

    def _entry(self, a: int, b: int) -> tuple[float, int, int, int, int]:
        known, number = self._links[a][b]
        first, second = self._groups[a], self._groups[b]
        all_pairs = len(first) * len(second)
        average = (known + (all_pairs - number) * self._missing) / all_pairs
        low, high = sorted((first[0], second[0]))
        return (-round(average, 9), low, high, a, b)

    def _conflict(self, a: int, b: int) -> bool:
        known = self._rules.has_identifier
        return any(
            known[x] and known[y] and self._rules.conflict(x, y) for x in self._groups[a] for y in self._groups[b]
        )

    def _join(self, a: int, b: int, new: int) -> None:
        self._groups[new] = sorted(self._groups.pop(a) + self._groups.pop(b))
        links_a, links_b = self._links.pop(a), self._links.pop(b)
        links_a.pop(b, None)
        links_b.pop(a, None)
        self._links[new] = {}
        for old, links in ((a, links_a), (b, links_b)):
            for other, (weight, count) in links.items():
                self._links[other].pop(old)
                self._add(other, new, weight, count)
        self._forbidden[new] = self._forbidden.pop(a) | self._forbidden.pop(b)
        for other in self._forbidden[new]:
            self._forbidden.get(other, set()).add(new)
