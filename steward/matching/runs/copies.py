"""Customers that are listed over and over with the same values are matched once.

An inventor with a thousand patents, or an employee with a row for each month, would be compared with themselves
half a million times, and their name would pass for a usual one. Rows that are alike in all that tells a customer are
one, unless what they share is so common that others may share it too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.domain.progress import NO_PROGRESS, Progress
from steward.matching.columns import Coded, Column, Ints, arrange
from steward.matching.runs.engine import MatchResult, in_given_order, match
from steward.matching.weights.scoring import probability

if TYPE_CHECKING:
    from collections.abc import Sequence

Rows = npt.NDArray[np.int64]
Bits = npt.NDArray[np.float64]

_T = AttributeType

#: Different ones may be of one customer, and equal ones of many.
_BESIDE = frozenset({_T.CODE, _T.CATEGORY, _T.NUMBER, _T.TEXT})
#: A text in which so few equal rows agree is about something else than the customer.
_ABOUT_CUSTOMER = 0.5
#: From a few equal rows of a customer it is learnt how alike the others are. More of them than ``_FEW`` teach nothing
#: new; where less of the table is such, looking at each again costs little.
_FEW, _LEAST_COPIES = 5, 0.1
#: So many rows tell whether there are copies.
_SAMPLE = 50_000
#: log2 of how many others may be alike by chance, at most.
_MOST_CHANCE = -3.0


@dataclass(frozen=True, slots=True)
class _Copies:
    """``first``: the rows that are matched, ascending; ``place``: per row where its own stands among them;
    ``weights``: per row how surely it is the same customer as that one."""

    first: Rows
    place: Rows
    weights: Bits


def match_each_once(columns: Sequence[Column], *, progress: Progress = NO_PROGRESS) -> MatchResult:
    """Like ``match``, of rows that nobody decided about; rows that are copies of one another are compared once."""
    if not _seem_to_be_copies([(c.type, c.values) for c in columns]):
        return match(columns, progress=progress)
    arranged, order = arrange(columns, progress)
    copies = _find_copies(arranged, progress)
    if copies is None:
        return match(columns, progress=progress)
    rows = [Column(c.name, c.type, _coded(c.values).rearranged(copies.first)) for c in arranged]
    return in_given_order(_with_copies(match(rows, progress=progress), copies), order, progress)


def _seem_to_be_copies(columns: Sequence[tuple[AttributeType, Sequence[str]]]) -> bool:
    """A look at all rows that carry some of the values of one column."""
    telling = [_coded(values).codes for kind, values in columns if kind is not _T.TEXT]
    if not telling:
        return False
    leading = max(telling, key=lambda codes: int(codes.max(initial=-1)))
    rows = np.flatnonzero(leading % -(-len(leading) // _SAMPLE) == 0)
    return _are_many(_groups([codes[rows] for codes in telling]))


def _are_many(groups: Ints | Rows) -> bool:
    """Whether many rows are further copies of rows that there are a few of already."""
    further = np.maximum(np.bincount(groups) - _FEW, 0).sum()
    return bool(further >= _LEAST_COPIES * max(len(groups), 1))


def _find_copies(columns: Sequence[Column], progress: Progress) -> _Copies | None:
    """Which rows are copies, None where they are too few to matter."""
    groups = _groups([_coded(c.values).codes for c in columns if c.type is not _T.TEXT], progress)
    texts = [_coded(c.values).codes for c in columns if c.type is _T.TEXT]
    groups = _groups([groups, *(codes for codes in texts if _is_about_customer(codes, groups))], progress)
    _, first, group = np.unique(groups, return_index=True, return_inverse=True)
    chance = _chances([_coded(c.values).codes[first] for c in columns if c.type not in _BESIDE])
    sure = (chance < _MOST_CHANCE)[group]
    leaders = np.where(sure, first[group], np.arange(len(groups)))
    matched, place = np.unique(leaders, return_inverse=True)
    return _Copies(matched, place, -chance[group]) if _are_many(place) else None


def _groups(codes: Sequence[Ints], progress: Progress = NO_PROGRESS) -> Ints:
    """A number for each different row of these columns; a missing value is like another."""
    found = np.zeros(len(codes[0]), np.int64)
    for column in codes:
        progress.check()
        _, found = np.unique(found * (int(column.max(initial=-1)) + 2) + column + 1, return_inverse=True)
    return found.astype(np.int32)


def _is_about_customer(codes: Ints, groups: Ints) -> bool:
    """Whether rows that are alike otherwise mostly have the same text."""
    order = np.argsort(groups, kind="stable")
    a, b = order[:-1], order[1:]
    beside = (groups[a] == groups[b]) & (codes[a] >= 0) & (codes[b] >= 0)
    return not beside.any() or float((codes[a] == codes[b])[beside].mean()) >= _ABOUT_CUSTOMER


def _chances(columns: Sequence[Ints]) -> Bits:
    """log2 of how many others share the values of each row by chance; every row is another customer or name."""
    size = len(columns[0]) if columns else 0
    found = np.full(size, np.log2(max(size, 1)))
    for codes in columns:
        counts = np.append(np.bincount(codes[codes >= 0], minlength=1), size)
        found += np.log2(counts[codes] / size)
    return found


def _with_copies(result: MatchResult, copies: _Copies) -> MatchResult:
    """The result of the rows that were matched, and every copy in the cluster of its own."""
    size = len(copies.place)
    rows = copies.first.astype(np.int32)
    again = np.flatnonzero(rows[copies.place] != np.arange(size)).astype(np.int32)
    left = np.concatenate([rows[result.left], rows[copies.place[again]]])
    right = np.concatenate([rows[result.right], again])
    weights = np.concatenate([result.match_weights, copies.weights[again]])
    return MatchResult(
        left,
        right,
        weights,
        np.concatenate([result.match_probabilities, probability(copies.weights[again])]),
        rows[result.clusters][copies.place],
        result.confidences[copies.place],
        result.model,
        result.passes,
        result.warnings,
        np.ones(size, bool),
    )


def _coded(values: Sequence[str]) -> Coded:
    return Coded.of(values)
