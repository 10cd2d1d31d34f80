"""Values that stand in another column of their row: two cells that changed places, or one beside its own empty cell.

Nothing is said of what a value should look like: every column is its own measure. A cell is out of place when it looks
like nothing in its own column and like most of the other one, and, where that one is filled, the reverse holds too.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import permutations
from math import log
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from steward.domain.attributes import AttributeType, find_attribute
from steward.exchange.column_content import tells_something

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from steward.domain.progress import Progress
    from steward.exchange.mapping import Mapping as ColumnMapping
    from steward.exchange.raw_rows import CellColumn, Mask, Places
    from steward.exchange.tables import RawTable

_CLASSES = {
    **{ord(letter): "A" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **{ord(letter): "a" for letter in "abcdefghijklmnopqrstuvwxyz"},
    **{ord(digit): "9" for digit in "0123456789"},
}
_RUNS = re.compile(r"A+|a+")
_BEGINNING = re.compile(r"[^\W\d_]+|\W*\d{0,2}")
#: So many columns are looked at against each other; wider sheets are no lists of customers any more.
_MOST_COLUMNS = 60
_FEWEST_ROWS = 20
#: More cells than this share are no slip but what the column holds.
_SLIPS = 0.12
#: How much likelier (natural logarithm) rows must be the other way round: several alike, or one alone.
_SURE, _SURE_ALONE, _SEVERAL = 7.0, 12.0, 3
_DOUBTED = 1.5
#: So many cells, spread evenly, tell how those of a column begin.
_SAMPLE = 5000
#: So many different cells are all looked at.
_FEW_VALUES = 300
#: So many things that a column never held yet share what is left for them.
_UNSEEN = 200
_FREE_TARGETS = frozenset({"notes", "products"})
_NAMES = frozenset(
    {AttributeType.NAME, AttributeType.GIVEN_NAME, AttributeType.FAMILY_NAME, AttributeType.ORGANIZATION}
)


class Displaced(NamedTuple):
    """The column and the places in it of values that belong into another one."""

    header: str
    places: list[int]


class _Look(NamedTuple):
    """What a cell looks like: its kinds of characters in their order, and how it begins."""

    mask: str
    beginning: str


@dataclass(frozen=True, slots=True)
class _Shares:
    """How often a column has each of some features; ``once``: how many of them it has one time only."""

    counts: Counter[str]
    total: int
    once: int

    @classmethod
    def of(cls, counts: Counter[str]) -> _Shares:
        """The shares of features that were counted."""
        return cls(counts, counts.total(), sum(1 for count in counts.values() if count == 1))

    def log_of(self, feature: str, slipped: Mapping[str, int]) -> float:
        """The logarithm of a feature's share without those of ``slipped``; what is unseen shares what is rare."""
        total = max(1, self.total - sum(slipped.values()))
        if (count := self.counts[feature] - slipped.get(feature, 0)) > 0:
            return log(count / total)
        left = {other: self.counts[other] - gone for other, gone in slipped.items()}
        once = self.once - sum(1 for other in left if self.counts[other] == 1) + list(left.values()).count(1)
        return log((once + 0.5) / (total + 1) / _UNSEEN)


#: Masks and beginnings of looks that do not count, by how often they stand there.
_Slipped = tuple["Mapping[str, int]", "Mapping[str, int]"]
_NONE: _Slipped = ({}, {})


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the cells of one column look like. ``mask_of``: the mask of each distinct cell by its place in ``names``.

    It is -1 for cells that say nothing. Beginnings are those of a sample of the rows.
    """

    header: str
    target: str
    cells: CellColumn
    names: tuple[str, ...]
    mask_of: Places
    masks: _Shares
    beginnings: _Shares

    @property
    def type(self) -> AttributeType | None:
        """The type of the attribute that the column is mapped to."""
        attribute = find_attribute(self.target)
        return attribute.type if attribute else None

    @property
    def is_filled(self) -> Mask:
        """The rows that say something."""
        filled: Mask = (self.mask_of >= 0)[self.cells.codes]
        return filled

    def look(self, cell: int) -> _Look:
        """The look of a distinct cell."""
        return _Look(self.names[self.mask_of[cell]], _beginning(self.cells.distinct[cell]))

    def look_at(self, place: int) -> _Look | None:
        """The look of the cell in a row, None where it says nothing."""
        cell = int(self.cells.codes[place])
        return self.look(cell) if self.mask_of[cell] >= 0 else None

    def likelihood(self, look: _Look, slipped: _Slipped) -> float:
        """The logarithm of how likely the column holds such a cell, when the slipped ones are none of its own."""
        return self.masks.log_of(look.mask, slipped[0]) + self.beginnings.log_of(look.beginning, slipped[1])


def displaced_cells(table: RawTable, mapping: ColumnMapping, progress: Progress) -> list[Displaced]:
    """Every cell that stands in another column's place, column by column."""
    targets = dict(mapping.columns)
    headers = [header for header in table.headers if targets.get(header, "") not in _FREE_TARGETS]
    if len(headers) > _MOST_COLUMNS or len(table.rows) < _FEWEST_ROWS:
        return []
    kinds: list[_Kind] = []
    for header in headers:
        progress.check()
        kinds.append(_kind(header, targets.get(header, ""), table.column(header)))
    found: dict[str, set[int]] = {}
    for one, other in permutations(kinds, 2):
        progress.check()
        for place in _exchanged(one, other):
            found.setdefault(one.header, set()).add(place)
            found.setdefault(other.header, set()).add(place)
        if _may_stand_in(one, other):
            for place in _beside_empty(one, other):
                found.setdefault(one.header, set()).add(place)
    return [Displaced(header, sorted(found[header])) for header in headers if header in found]


def _kind(header: str, target: str, cells: CellColumn) -> _Kind:
    collapsed: dict[str, str] = {}
    number: dict[str, int] = {}
    mask_of = np.full(len(cells.distinct), -1, np.int64)
    for at, cell in enumerate(map(str.strip, cells.distinct)):
        if cell and tells_something(cell):
            raw = cell.translate(_CLASSES)
            if (mask := collapsed.get(raw)) is None:
                mask = collapsed[raw] = _RUNS.sub(lambda run: run[0][0], raw)
            mask_of[at] = number.setdefault(mask, len(number))
    by_row = mask_of[cells.codes]
    counts = np.bincount(by_row[by_row >= 0], minlength=len(number)).tolist()
    filled = np.flatnonzero(by_row >= 0)
    sample = filled[:: max(1, len(filled) // _SAMPLE)]
    return _Kind(
        header,
        target,
        cells,
        tuple(number),
        mask_of,
        _Shares.of(Counter(dict(zip(number, counts, strict=True)))),
        _Shares.of(Counter(map(_beginning, cells.at(sample)))),
    )


def _beginning(cell: str) -> str:
    found = _BEGINNING.match(cell.strip())
    return found[0].lower() if found else ""


def _may_stand_in(one: _Kind, other: _Kind) -> bool:
    """Whether a value beside an empty cell can be out of place: a mobile number among phones or a firm is not."""
    return one.type is not other.type and not (one.type in _NAMES and other.type in _NAMES)


def _exchanged(one: _Kind, other: _Kind) -> list[int]:
    """The rows in which two cells changed places."""
    if one.header > other.header:
        return []
    away = _foreign(one, other)
    return _surely(one, other, away & _foreign(other, one)) if away.any() else []


def _beside_empty(one: _Kind, other: _Kind) -> list[int]:
    """The rows in which a cell holds what belongs into the empty one, which knows how it begins."""
    empty = ~other.is_filled
    return _surely(one, other, _foreign(one, other, is_known=True) & empty) if empty.any() else []


def _foreign(one: _Kind, other: _Kind, *, is_known: bool = False) -> Mask:
    """The rows whose cells in one column are rather those of the other; ``is_known``: which has their beginning."""
    foreign = np.zeros(len(one.mask_of), np.bool_)
    for cell in _candidates(one, other):
        look = one.look(cell)
        if other.masks.counts[look.mask] and (not is_known or other.beginnings.counts[look.beginning]):
            foreign[cell] = other.likelihood(look, _NONE) - one.likelihood(look, _NONE) > _DOUBTED
    rows: Mask = foreign[one.cells.codes]
    return rows


def _candidates(one: _Kind, other: _Kind) -> list[int]:
    """The distinct cells worth a look: all of a few; of many those of a rare mask, and values of the other column."""
    if len(one.mask_of) <= _FEW_VALUES:
        return np.flatnonzero(one.mask_of >= 0).tolist()
    most = _SLIPS * one.masks.total
    rare = [at for at, mask in enumerate(one.names) if other.masks.counts[mask] and one.masks.counts[mask] <= most]
    found = np.isin(one.mask_of, rare) if rare else np.zeros(len(one.mask_of), np.bool_)
    if len(other.mask_of) <= _FEW_VALUES:
        values = set(other.cells.distinct)
        found |= np.fromiter(map(values.__contains__, one.cells.distinct), np.bool_, len(one.mask_of)) & (
            one.mask_of >= 0
        )
    return np.flatnonzero(found).tolist()


def _surely(one: _Kind, other: _Kind, candidates: Mask) -> list[int]:
    """Those of the rows that are much likelier the other way round, once none of them counts for its column."""
    places = np.flatnonzero(candidates).tolist()
    if not 0 < len(places) <= _SLIPS * len(candidates):
        return []
    pairs = [(mine, other.look_at(place)) for place in places if (mine := one.look_at(place)) is not None]
    slipped = _counted(mine for mine, _ in pairs)
    beside = _counted(theirs for _, theirs in pairs if theirs is not None)
    gains: dict[tuple[_Look, _Look | None], float] = {}
    for mine, theirs in set(pairs):
        gain = other.likelihood(mine, beside) - one.likelihood(mine, slipped)
        if theirs is not None:
            gain = gain + one.likelihood(theirs, slipped) - other.likelihood(theirs, beside)
        gains[mine, theirs] = gain
    sure = [place for place, pair in zip(places, pairs, strict=True) if gains[pair] >= _SURE]
    if len(sure) >= _SEVERAL:
        return sure
    return [place for place, pair in zip(places, pairs, strict=True) if gains[pair] >= _SURE_ALONE]


def _counted(looks: Iterable[_Look]) -> _Slipped:
    masks: Counter[str] = Counter()
    beginnings: Counter[str] = Counter()
    for look in looks:
        masks[look.mask] += 1
        beginnings[look.beginning] += 1
    return masks, beginnings
