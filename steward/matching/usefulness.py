"""How much an answer about a cluster is expected to put right: what to ask a steward first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from steward.matching.columns import Ints

Bits = npt.NDArray[np.float64]


def expected_neighbours(clusters: Ints, left: Ints, right: Ints, probabilities: Bits) -> Bits:
    """Per cluster (its label is the index) how many other clusters are expected to be the same customer after all."""
    size = len(clusters)
    apart = clusters[left] != clusters[right]
    low = np.minimum(clusters[left], clusters[right])[apart].astype(np.int64)
    high = np.maximum(clusters[left], clusters[right])[apart].astype(np.int64)
    # Of several links between two clusters the best one counts.
    order = np.lexsort((-probabilities[apart], high, low))
    couples = low[order] * size + high[order]
    first = np.concatenate([[True], couples[1:] != couples[:-1]]) if len(couples) else np.zeros(0, bool)
    best = probabilities[apart][order][first]
    expected = np.zeros(size)
    np.add.at(expected, low[order][first], best)
    np.add.at(expected, high[order][first], best)
    return expected


def usefulness(record_count: int, least_sure: float, neighbours: float) -> float:
    """Pairs of records that an answer is expected to put right.

    ``least_sure``: how sure the record that fits worst belongs there, all its links together; a single weak link among
    strong ones says little. ``neighbours``: other clusters expected to be the same customer, each bringing one record.
    """
    return (1.0 - least_sure) * (record_count - 1) + neighbours * record_count
