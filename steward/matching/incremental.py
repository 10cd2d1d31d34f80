"""Matching only what is new: the rows that hang together with new and changed ones are grouped again, the rest stays.

Candidates are found as in a full run, so what is grouped again comes out just as a full run with the same model
would have it; only the costly part, looking at pairs closely, is spared where nothing has changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.matching.columns import Ints

Bits = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

#: Pairs with their match weights and their weights of being related.
Weighed = tuple["Ints", "Ints", Bits, Bits]


@dataclass(frozen=True, slots=True)
class Scope:
    """What to look at again. ``fresh``: the rows that are new or changed, or about which something was decided.

    ``former``: per row the label of its cluster so far; rows that share one are looked at together.
    """

    fresh: Ints
    former: Ints

    def rearranged(self, order: npt.NDArray[np.int64], place: Ints) -> Scope:
        """The same scope for rows in another order."""
        return Scope(place[self.fresh], self.former[order])


def weigh_touched(
    scope: Scope,
    left: Ints,
    right: Ints,
    must_link: Sequence[tuple[int, int]],
    threshold: float,
    weigh: Callable[[Ints, Ints], Weighed],
) -> tuple[Mask, Weighed]:
    """The rows that hang together with fresh ones, and every candidate pair that has one of them, weighed.

    ``weigh`` may leave out pairs that can't match. Links above ``threshold``, decisions and former clusters widen
    the circle until nothing outside is linked to it.
    """
    must = np.array(list(must_link), np.int64).reshape(-1, 2)
    inside = np.zeros(len(scope.former), bool)
    inside[scope.fresh] = True
    is_weighed = np.zeros(len(left), bool)
    found: list[Weighed] = []
    while True:
        _close(inside, scope.former, must)
        new = (inside[left] | inside[right]) & ~is_weighed
        if not new.any():
            return inside, _in_order(found)
        is_weighed |= new
        part = weigh(left[new], right[new])
        found.append(part)
        linked = part[2] > threshold
        inside[part[0][linked]] = True
        inside[part[1][linked]] = True


def _close(inside: Mask, former: Ints, must: npt.NDArray[np.int64]) -> None:
    """Take in whole former clusters and whole customers."""
    count = -1
    while count != (count := int(inside.sum())):
        touched = np.zeros(int(former.max(initial=-1)) + 1, bool)
        touched[former[inside]] = True
        inside |= touched[former]
        linked = inside[must].any(axis=1)
        inside[must[linked]] = True


def _in_order(found: Sequence[Weighed]) -> Weighed:
    left = np.concatenate([np.zeros(0, np.int32), *(part[0] for part in found)])
    right = np.concatenate([np.zeros(0, np.int32), *(part[1] for part in found)])
    weights, related = (np.concatenate([np.zeros(0), *(part[i] for part in found)]) for i in (2, 3))
    order = np.lexsort((right, left))
    return left[order], right[order], weights[order], related[order]
