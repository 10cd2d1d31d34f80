"""Rows that come under another key and with a few other cells at once, in a list that numbers its customers anew.

Told by cells that only one row of the list has, before and now. Nothing is guessed: where two could be meant, or more
differs than a person corrects, the row is a new record.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

#: Of the cells that are filled before or now so many may differ.
_MOST_DIFFERENT = 0.25
#: So many cells that no other row of the list has must be the same.
_FEWEST_OWN = 2

#: (header, cell) of a row, without those that are empty or say nothing of the customer.
Cell = tuple[str, str]
Cells = frozenset[Cell]


def cells_to_count(before: Mapping[str, Cells], now: Mapping[str, Cells]) -> set[Cell]:
    """The cells by which rows could be told, if the list has each only once."""
    return set().union(*before.values()) & set().union(*now.values())


def only_once(counted: Collection[Cell], rows: Iterable[Cells]) -> set[Cell]:
    """Those of the cells that one row of a list has and no other."""
    found = Counter(cell for row in rows for cell in row if cell in counted)
    return {cell for cell, count in found.items() if count == 1}


def pair_edited(before: Mapping[str, Cells], now: Mapping[str, Cells], own: Collection[Cell]) -> dict[str, str]:
    """Key now -> key before of the rows that are each other's one best match.

    ``own``: the cells that only one row has, before and now.
    """
    had = {cell: key for key, cells in before.items() for cell in cells if cell in own}
    has = {cell: key for key, cells in now.items() for cell in cells if cell in own}
    shared = Counter((has[cell], had[cell]) for cell in has.keys() & had.keys())
    differing = {
        (new, old): share_differing(before[old], now[new])
        for (new, old), count in shared.items()
        if count >= _FEWEST_OWN
    }
    close = {pair: share for pair, share in differing.items() if share <= _MOST_DIFFERENT}
    best_of_new = _best({(new, old): share for (new, old), share in close.items()})
    best_of_old = _best({(old, new): share for (new, old), share in close.items()})
    return {new: old for new, old in best_of_new.items() if best_of_old.get(old) == new}


def share_differing(before: Cells, now: Cells) -> float:
    """The share of the filled cells that differ, from 0 (none) to 1; 0 where none is filled."""
    filled = {header for header, _ in before | now}
    return len({header for header, _ in before ^ now}) / max(len(filled), 1)


def _best(shares: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """For each first of the pairs the second that differs least; where two differ as little, none."""
    options: dict[str, list[tuple[float, str]]] = {}
    for (one, other), share in shares.items():
        options.setdefault(one, []).append((share, other))
    found = {}
    for one, ranked in options.items():
        (share, other), *rest = sorted(ranked)
        if not rest or rest[0][0] > share:
            found[one] = other
    return found
