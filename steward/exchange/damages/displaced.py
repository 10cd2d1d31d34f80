"""Values that stand in another column of their row: two cells that changed places, or one beside its own empty cell.

Nothing is said of what a value should look like: every column is its own measure. A cell is out of place when it looks
like nothing in its own column and like most of the other one, and, where that one is filled, the reverse holds too.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from steward.domain.attributes import AttributeType
from steward.exchange.damages.column_looks import SLIPS, column_candidates, column_kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steward.domain.progress import Progress
    from steward.exchange.damages.column_looks import Candidates, Kind, Look, Slipped
    from steward.exchange.mapping import Mapping as ColumnMapping
    from steward.exchange.raw_rows import Mask
    from steward.exchange.tables import RawTable

#: So many columns are looked at against each other (1,770 pairs); wider sheets are no lists of customers any more.
_MOST_COLUMNS = 60
#: Of fewer rows a column is no measure: what none of 20 looks like may still be one cell in seven (95 % of the time).
_FEWEST_ROWS = 20
#: How much likelier (natural logarithm) rows must be the other way round. e^12 is 163,000: of as many rows, more than
#: a department's list has, chance alone turns one round. Where three are alike e^7 for each is plenty: 1,097^3 is 10^9.
_SURE, _SURE_ALONE, _SEVERAL = 7.0, 12.0, 3
#: Numbers of so many lengths, each in so many rows, are sums.
_LENGTHS, _OFTEN = 3, 0.05
_FREE_TARGETS = frozenset({"notes", "products"})
_NAMES = frozenset(
    {AttributeType.NAME, AttributeType.GIVEN_NAME, AttributeType.FAMILY_NAME, AttributeType.ORGANIZATION}
)


class Displaced(NamedTuple):
    """The column and the places in it of values that belong into another one."""

    header: str
    places: list[int]


def displaced_cells(table: RawTable, mapping: ColumnMapping, progress: Progress) -> list[Displaced]:
    """Every cell that stands in another column's place, column by column."""
    targets = dict(mapping.columns)
    headers = [header for header in table.headers if targets.get(header, "") not in _FREE_TARGETS]
    if len(headers) > _MOST_COLUMNS or len(table.rows) < _FEWEST_ROWS:
        return []
    kinds: list[Kind] = []
    for header in headers:
        progress.check()
        kinds.append(column_kind(header, targets.get(header, ""), table.column(header)))
    shared: frozenset[str] = frozenset().union(*(kind.values for kind in kinds))
    candidates: list[Candidates] = []
    for kind in kinds:
        progress.check()
        candidates.append(column_candidates(kind, shared))
    found: dict[str, set[int]] = {}
    for one, other in combinations(candidates, 2):
        progress.check()
        if _are_sums(one.kind) and _are_sums(other.kind):
            # Any sum may stand in either.
            continue
        away, back = one.foreign_to(other.kind), other.foreign_to(one.kind)
        for place in _exchanged(one, other, away, back):
            found.setdefault(one.kind.header, set()).add(place)
            found.setdefault(other.kind.header, set()).add(place)
        if _may_stand_in(one.kind, other.kind):
            found.setdefault(one.kind.header, set()).update(_beside_empty(one, other.kind, away))
            found.setdefault(other.kind.header, set()).update(_beside_empty(other, one.kind, back))
    return [Displaced(header, sorted(found[header])) for header in headers if found.get(header)]


def _are_sums(kind: Kind) -> bool:
    """Whether a column that is of no number of anybody holds numbers of many lengths."""
    if kind.type not in (None, AttributeType.NUMBER):
        return False
    masks = kind.masks
    often = [mask for mask, count in masks.counts.items() if count >= _OFTEN * masks.total]
    return len(often) >= _LENGTHS and not any(mask.strip("9.,") for mask in often)


def _may_stand_in(one: Kind, other: Kind) -> bool:
    """Whether a value beside an empty cell can be out of place: a mobile number among phones or a firm is not.

    The lines of an address look different each.
    """
    if one.type is AttributeType.ADDRESS:
        return True
    return one.type is not other.type and not (one.type in _NAMES and other.type in _NAMES)


def _exchanged(one: Candidates, other: Candidates, away: Mask, back: Mask) -> list[int]:
    """The rows in which two cells changed places."""
    if not (away.any() and back.any()):
        return []
    return _surely(one.kind, other.kind, one.rows(away) & other.rows(back))


def _beside_empty(one: Candidates, other: Kind, away: Mask) -> list[int]:
    """The rows in which a cell holds what belongs into the empty one, which knows how it begins."""
    if not away.any() or (filled := other.is_filled).all():
        return []
    known = away.copy()
    for cell in np.flatnonzero(away).tolist():
        known[cell] = one.kind.look(cell).beginning in other.beginnings.counts
    return _surely(one.kind, other, one.rows(known) & ~filled)


def _surely(one: Kind, other: Kind, candidates: Mask) -> list[int]:
    """Those of the rows that are much likelier the other way round, once none of them counts for its column."""
    places = np.flatnonzero(candidates).tolist()
    if not 0 < len(places) <= SLIPS * len(candidates):
        return []
    pairs = [(mine, other.look_at(place)) for place in places if (mine := one.look_at(place)) is not None]
    slipped = _counted(mine for mine, _ in pairs)
    beside = _counted(theirs for _, theirs in pairs if theirs is not None)
    gains: dict[tuple[Look, Look | None], float] = {}
    for mine, theirs in set(pairs):
        gain = other.likelihood(mine, beside) - one.likelihood(mine, slipped)
        if theirs is not None:
            gain = gain + one.likelihood(theirs, slipped) - other.likelihood(theirs, beside)
        gains[mine, theirs] = gain
    sure = [place for place, pair in zip(places, pairs, strict=True) if gains[pair] >= _SURE]
    if len(sure) >= _SEVERAL:
        return sure
    return [place for place, pair in zip(places, pairs, strict=True) if gains[pair] >= _SURE_ALONE]


def _counted(looks: Iterable[Look]) -> Slipped:
    masks: Counter[str] = Counter()
    beginnings: Counter[str] = Counter()
    for look in looks:
        masks[look.mask] += 1
        beginnings[look.beginning] += 1
    return masks, beginnings
