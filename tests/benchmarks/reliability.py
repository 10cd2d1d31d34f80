"""Whether match probabilities mean what they say: pairs in bins by their probability, and how many of each are true."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

_EDGES = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.000001)
FINE = 0.05
#: Standard errors that 95 of 100 shares stay within.
_ERRORS = 1.96

#: (probability, is true) of a kept pair
Judged = list[tuple[float, bool]]


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs of a range of probabilities."""

    table: str
    low: float
    high: float
    pairs: int
    predicted: float
    true: float
    least: float
    most: float

    @property
    def gap(self) -> float:
        """How much too sure the engine is."""
        return self.predicted - self.true

    @property
    def is_off(self) -> bool:
        """More than five points off, whatever chance did."""
        return self.predicted < self.least - FINE or self.predicted > self.most + FINE


def bins_of(table: str, pairs: Judged) -> list[Bin]:
    """The reliability of the pairs from even odds up."""
    found = []
    for low, high in itertools.pairwise(_EDGES):
        inside = [(probability, is_true) for probability, is_true in pairs if low <= probability < high]
        if inside:
            count = len(inside)
            true = sum(is_true for _, is_true in inside) / count
            predicted = sum(probability for probability, _ in inside) / count
            found.append(Bin(table, low, high, count, predicted, true, *_bounds(true, count)))
    return found


def _bounds(share: float, count: int) -> tuple[float, float]:
    """Between what a share lies of which ``count`` pairs were seen (Wilson)."""
    spread = _ERRORS**2 / count
    middle = (share + spread / 2) / (1 + spread)
    reach = _ERRORS * (share * (1 - share) / count + spread / (4 * count)) ** 0.5 / (1 + spread)
    return middle - reach, middle + reach
