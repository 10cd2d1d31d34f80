"""Weighing only what hangs together with some rows: links widen the circle, the rest is spared."""

from __future__ import annotations

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


def weigh_touched(
    fresh: Ints, size: int, left: Ints, right: Ints, threshold: float, weigh: Callable[[Ints, Ints], Weighed]
) -> tuple[Mask, Weighed]:
    """The rows (of ``size``) that hang together with fresh ones, and every candidate pair that has one, weighed.

    ``weigh`` may leave out pairs that can't match. Links above ``threshold`` widen the circle until nothing outside is
    linked to it.
    """
    inside = np.zeros(size, bool)
    inside[fresh] = True
    is_weighed = np.zeros(len(left), bool)
    found: list[Weighed] = []
    while True:
        new = (inside[left] | inside[right]) & ~is_weighed
        if not new.any():
            return inside, _in_order(found)
        is_weighed |= new
        part = weigh(left[new], right[new])
        found.append(part)
        linked = part[2] > threshold
        inside[part[0][linked]] = True
        inside[part[1][linked]] = True


def _in_order(found: Sequence[Weighed]) -> Weighed:
    left = np.concatenate([np.zeros(0, np.int32), *(part[0] for part in found)])
    right = np.concatenate([np.zeros(0, np.int32), *(part[1] for part in found)])
    weights, related = (np.concatenate([np.zeros(0), *(part[i] for part in found)]) for i in (2, 3))
    order = np.lexsort((right, left))
    return left[order], right[order], weights[order], related[order]
