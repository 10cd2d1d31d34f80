"""What is believed and what was seen, put together: probabilities that sum to one within each block of outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.learning.priors import block_size

if TYPE_CHECKING:
    from steward.matching.features.plan import Feature

Bits = npt.NDArray[np.float64]

_LEAST = 1e-7


def posterior(feature: Feature, prior: Bits, observed: Bits, belief: Bits | float) -> Bits:
    """Observed counts and prior, which counts like ``belief`` observed pairs."""
    size = block_size(feature)
    total = (observed + belief * prior).reshape(-1, size)
    return np.asarray((total / total.sum(axis=1, keepdims=True)).reshape(-1))


def within(blocks: Bits, bounds: Bits) -> Bits:
    """The probabilities with the last outcome of each block, the contradiction, kept within its bounds."""
    last = np.clip(blocks[:, -1], bounds[:, 0], bounds[:, 1])
    bounded = blocks * ((1.0 - last) / np.maximum(1.0 - blocks[:, -1], _LEAST))[:, None]
    bounded[:, -1] = last
    return np.asarray(bounded.reshape(-1))
