"""Keys that a list deals anew among its customers, as running numbers are when rows come in another order.

A row then carries a key that was another's. What it says besides tells whose it is; the key alone says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from steward.workspace.lists.edited_rows import share_differing

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from steward.workspace.lists.edited_rows import Cells

    #: (key, cells), to be gone through more than once.
    Rows = Callable[[], Iterable[tuple[str, Cells]]]

#: So many cells besides the key must say something for a row to be recognized by them.
FEWEST_CELLS = 2
#: A row of which so many cells differ from what its key stood for is looked at as somebody else's.
_OTHERS = 0.5
#: So many neighbours of a list that counts its rows are one apart.
_IN_STEP, _LOOKED_AT = 0.95, 10_000
#: So many rows like that are needed to look at all rows of a list, and such a share of those that were looked at; and
#: as many that say what another record said, else cells differ for another reason, such as headers of another name.
_FEWEST = 3
_MANY = 0.1


def count_rows(keys: Sequence[str]) -> bool:
    """Whether keys do no more than count the rows of a list: a row that is taken out shifts all that follow.

    >>> count_rows(["1", "2", "3"]), count_rows(["C1", "C2", "C3"]), count_rows(["4", "2", "9"])
    (True, False, False)
    """
    keys = keys[:_LOOKED_AT]
    numbers = [int(key) for key in keys if key.isdecimal()]
    steps = sum(1 for one, other in pairwise(numbers) if other == one + 1)
    return len(numbers) > 1 and steps >= _IN_STEP * (len(keys) - 1)


def looks_dealt(before: Mapping[str, Cells], now: Mapping[str, Cells], *, is_one_enough: bool) -> bool:
    """Whether many rows of a sample say something quite else than their keys stood for before.

    One row like that is enough where most keys of the source are gone, or where they only count rows.
    """
    shared = before.keys() & now.keys()
    others = sum(share_differing(before[key], now[key]) >= _OTHERS for key in shared)
    return others >= (1 if is_one_enough else max(_FEWEST, _MANY * len(shared)))


def is_dealt(placed: Placed, meant: Mapping[str, str], *, is_counted: bool) -> bool:
    """Whether enough rows say just what another record said than the one that their key meant.

    Where keys count the rows one is enough, if all go the same way: two that exchange what they say were corrected.
    """
    moved = {key: own for key, own in placed.whose.items() if meant.get(key) != own}
    if len(moved) >= max(_FEWEST, _MANY * len(meant)):
        return True
    ways = {int(own) > int(key) for key, own in moved.items() if key.isdecimal() and own.isdecimal()}
    return is_counted and len(ways) == 1


@dataclass(slots=True)
class Placed:
    """Which record each row is. ``whose``: key -> own key of the record; ``bearer``: the other way round."""

    whose: dict[str, str] = field(default_factory=dict)
    bearer: dict[str, str] = field(default_factory=dict)

    def put(self, key: str, own: str) -> None:
        """Place a row, unless it is placed, or its record has a row."""
        if key not in self.whose and own not in self.bearer:
            self.whose[key] = own
            self.bearer[own] = key


def place_by_content(before: Rows, now: Rows, meant: Mapping[str, str]) -> Placed:
    """The rows that say just what a record said: the one that their key means (``meant``), else another one.

    Of several that say the same it is of no account which row is which, as long as there are as many as before.
    """
    said = {own: hash(cells) for own, cells in before() if len(cells) >= FEWEST_CELLS}
    says = {key: hash(cells) for key, cells in now() if len(cells) >= FEWEST_CELLS}
    placed = Placed()
    for key, own in meant.items():
        if key in says and says[key] == said.get(own):
            placed.put(key, own)
    owners = _by_content({own: content for own, content in said.items() if own not in placed.bearer})
    for content, keys in _by_content({key: said for key, said in says.items() if key not in placed.whose}).items():
        if len(keys) == len(owners.get(content, ())):
            for key, own in zip(keys, owners[content], strict=True):
                placed.put(key, own)
    return placed


def place_left_over(
    placed: Placed, keys: Iterable[str], meant: Mapping[str, str], before: Mapping[str, Cells], now: Mapping[str, Cells]
) -> list[str]:
    """Place rows that nothing else recognizes by their keys, where much is as it was; the keys of the others."""
    found = []
    for key in keys:
        own = meant.get(key, key)
        if own not in before or key not in now or share_differing(before[own], now[key]) < _OTHERS:
            placed.put(key, own)
        if key not in placed.whose:
            found.append(key)
    return found


def free_keys(keys: Iterable[str], owned: Container[str], taken: Container[str]) -> dict[str, str]:
    """For each key, of a new customer, one that is no record's own: itself, or numbered as where rows repeat a key.

    ``taken``: what no number may make of it.
    """
    found: dict[str, str] = {}
    for key in keys:
        free, number = key, 2
        while free in owned or (free != key and free in taken):
            free, number = f"{key} ({number})", number + 1
        found[key] = free
    return found


def _by_content(content_of: Mapping[str, int]) -> dict[int, list[str]]:
    """Content -> who says it."""
    found: dict[int, list[str]] = {}
    for name, content in content_of.items():
        found.setdefault(content, []).append(name)
    return found
