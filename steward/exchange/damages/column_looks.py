"""What the cells of a column look like: their kinds of characters, and how they begin.

Nothing is said of what a value should look like: every column is its own measure.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import log
from string import ascii_lowercase, ascii_uppercase, digits
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from steward.domain.attributes import AttributeType, find_attribute
from steward.exchange.columns.cell_shapes import tell_something
from steward.exchange.raw_rows import spread_evenly

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from steward.exchange.raw_rows import CellColumn, Mask, Places

_CLASSES = bytes.maketrans((ascii_uppercase + ascii_lowercase + digits).encode(), b"A" * 26 + b"a" * 26 + b"9" * 10)
_RUNS = re.compile(r"A+|a+")
_BEGINNING = re.compile(r"[^\W\d_]+|\W*\d{0,2}")
#: More cells than this share are no slip but what the column holds.
SLIPS = 0.12
_DOUBTED = 1.5
#: So many cells, spread evenly, tell how those of a column begin.
_SAMPLE = 5000
#: So many different cells are all looked at.
_FEW_VALUES = 300
#: So many things that a column never held yet share what is left for them.
_UNSEEN = 200


class Look(NamedTuple):
    """What a cell looks like: its kinds of characters in their order, and how it begins."""

    mask: str
    beginning: str


@dataclass(frozen=True, slots=True)
class Shares:
    """How often a column has each of some features; ``once``: how many of them it has one time only."""

    counts: Counter[str]
    total: int
    once: int

    @classmethod
    def of(cls, counts: Counter[str]) -> Shares:
        """The shares of features that were counted."""
        return cls(counts, counts.total(), sum(1 for count in counts.values() if count == 1))

    def log_of(self, feature: str, slipped: Mapping[str, int]) -> float:
        """The logarithm of a feature's share without those of ``slipped``; what is unseen shares what is rare."""
        if not slipped:
            count = self.counts.get(feature, 0)
            return log(count / self.total) if count else log((self.once + 0.5) / (self.total + 1) / _UNSEEN)
        total = max(1, self.total - sum(slipped.values()))
        if (count := self.counts[feature] - slipped.get(feature, 0)) > 0:
            return log(count / total)
        left = {other: self.counts[other] - gone for other, gone in slipped.items()}
        once = self.once - sum(1 for other in left if self.counts[other] == 1) + list(left.values()).count(1)
        return log((once + 0.5) / (total + 1) / _UNSEEN)


#: Masks and beginnings of looks that do not count, by how often they stand there.
Slipped = tuple["Mapping[str, int]", "Mapping[str, int]"]
NOTHING: Slipped = ({}, {})


@dataclass(frozen=True, slots=True)
class Kind:
    """What the cells of one column look like. ``mask_of``: the mask of each distinct cell by its place in ``names``.

    It is -1 for cells that say nothing. Beginnings are those of a sample of the rows. ``values``: all cells of a column
    that has few different ones.
    """

    header: str
    target: str
    cells: CellColumn
    names: tuple[str, ...]
    mask_of: Places
    masks: Shares
    beginnings: Shares
    values: frozenset[str]

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

    def look(self, cell: int) -> Look:
        """The look of a distinct cell."""
        return Look(self.names[self.mask_of[cell]], _beginning(self.cells.distinct[cell]))

    def look_at(self, place: int) -> Look | None:
        """The look of the cell in a row, None where it says nothing."""
        cell = int(self.cells.codes[place])
        return self.look(cell) if self.mask_of[cell] >= 0 else None

    def likelihood(self, look: Look, slipped: Slipped) -> float:
        """The logarithm of how likely the column holds such a cell, when the slipped ones are none of its own."""
        return self.masks.log_of(look.mask, slipped[0]) + self.beginnings.log_of(look.beginning, slipped[1])


@dataclass(frozen=True, slots=True)
class Candidates:
    """The distinct cells of a column that are worth a look, worked out once for all other columns.

    ``look_of``: the place in ``looks`` of each cell worth one beside any column, -1 for the rest: all of a few cells,
    of many those of a rare mask. ``listed``: those of the rest that some column of few values holds as well.
    """

    kind: Kind
    looks: tuple[Look, ...]
    look_of: Places
    by_mask: Mapping[str, list[int]]
    own: tuple[float, ...]
    listed: tuple[int, ...]

    def rows(self, cells: Mask) -> Mask:
        """The rows that have one of these distinct cells."""
        found: Mask = cells[self.kind.cells.codes]
        return found

    def foreign_to(self, other: Kind) -> Mask:
        """The distinct cells that are rather those of the other column."""
        # The last one is of cells that are not worth a look.
        is_foreign = np.zeros(len(self.looks) + 1, np.bool_)
        for mask in self.by_mask.keys() & other.masks.counts.keys():
            for at in self.by_mask[mask]:
                is_foreign[at] = other.likelihood(self.looks[at], NOTHING) - self.own[at] > _DOUBTED
        cells: Mask = is_foreign[self.look_of]
        for cell in self.listed:
            if self.kind.cells.distinct[cell] in other.values:
                look = self.kind.look(cell)
                cells[cell] = other.likelihood(look, NOTHING) - self.kind.likelihood(look, NOTHING) > _DOUBTED
        return cells


class _Numbers(dict[str, int]):
    """Texts numbered in the order in which they are asked for first."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


def column_kind(header: str, target: str, cells: CellColumn) -> Kind:
    """What the cells of a column look like."""
    texts = list(map(str.strip, cells.distinct))
    kinds, number = _Numbers(), _Numbers()
    kind_of = np.fromiter(map(kinds.__getitem__, _kinds_of_characters(texts)), np.int64, len(texts))
    masks = np.array([number[_RUNS.sub(_once, kind)] for kind in kinds], np.int64)
    mask_of = masks[kind_of]
    mask_of[_silent(texts, kinds, kind_of)] = -1
    by_row = mask_of[cells.codes]
    counts = np.bincount(by_row[by_row >= 0], minlength=len(number)).tolist()
    filled = np.flatnonzero(by_row >= 0)
    sample = filled[spread_evenly(len(filled), _SAMPLE)]
    return Kind(
        header,
        target,
        cells,
        tuple(number),
        mask_of,
        Shares.of(Counter({mask: count for mask, count in zip(number, counts, strict=True) if count})),
        Shares.of(Counter(map(_beginning, cells.at(sample)))),
        frozenset(cells.distinct if len(cells.distinct) <= _FEW_VALUES else ()),
    )


def column_candidates(kind: Kind, shared: frozenset[str]) -> Candidates:
    """The cells of a column to look at; ``shared``: what columns of few values hold."""
    # A number of one digit may stand anywhere.
    worth = kind.mask_of >= 0
    lengths = np.fromiter(map(len, kind.cells.distinct), np.int64, len(kind.cells.distinct))
    for cell in np.flatnonzero(lengths == 1).tolist():
        worth[cell] = worth[cell] and not kind.cells.distinct[cell].isdecimal()
    listed: tuple[int, ...] = ()
    if not kind.values:
        counts, most = kind.masks.counts, SLIPS * kind.masks.total
        is_rare = np.array([counts[mask] <= most for mask in kind.names] or [False])
        both = shared.intersection(kind.cells.distinct)
        usual = worth & ~is_rare[kind.mask_of]
        listed = tuple(cell for cell, text in enumerate(kind.cells.distinct) if text in both and usual[cell])
        worth = worth & is_rare[kind.mask_of]
    look_of = np.full(len(kind.mask_of), -1, np.int64)
    number: dict[Look, int] = {}
    by_mask: dict[str, list[int]] = {}
    for cell in np.flatnonzero(worth).tolist():
        look = kind.look(cell)
        if (at := number.get(look)) is None:
            at = number[look] = len(number)
            by_mask.setdefault(look.mask, []).append(at)
        look_of[cell] = at
    own = tuple(kind.likelihood(look, NOTHING) for look in number)
    return Candidates(kind, tuple(number), look_of, by_mask, own, listed)


def _silent(texts: list[str], kinds: Collection[str], kind_of: Places) -> Places:
    """Which of the texts say nothing. One that has digits and anything else says something, whatever it is.

    One that has digits only, as nearly all of some columns do, says nothing where all of them are zeros.
    """
    is_doubted = np.array(["9" not in kind for kind in kinds], np.bool_)
    doubted = np.flatnonzero(is_doubted[kind_of])
    says = np.array(tell_something(texts[cell] for cell in doubted.tolist()), np.bool_)
    zeros = {"0" * len(kind) for kind in kinds if kind and not kind.strip("9")}
    of_zeros = [cell for cell, text in enumerate(texts) if text in zeros] if zeros else []
    silent: Places = np.concatenate([doubted[~says], np.array(of_zeros, np.int64)])
    return silent


def _kinds_of_characters(texts: list[str]) -> list[str]:
    """Texts with the same sign for all letters and for all digits."""
    together = _translated("\n".join(texts)).split("\n")
    # A text of several lines is looked at by itself.
    return together if len(together) == len(texts) else list(map(_translated, texts))


def _translated(text: str) -> str:
    # No byte of another character is that of a letter or a digit.
    return text.encode("utf-8", "surrogatepass").translate(_CLASSES).decode("utf-8", "surrogatepass")


def _once(run: re.Match[str]) -> str:
    return run[0][0]


def _beginning(cell: str) -> str:
    if cell.isdecimal():
        return cell[:2]
    found = _BEGINNING.match(cell.strip())
    return found[0].lower() if found else ""
