"""Which rows may never be one customer: those with two different valid national ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

from steward.domain.attributes import AttributeType
from steward.domain.vetoes import is_valid_id
from steward.matching.features.data import ValueData

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.matching.features.data import FeatureData
    from steward.matching.features.plan import Feature


def ids_conflict(a: str, b: str) -> bool:
    """Two valid ids of two people. One wrong digit is a typing error, but twins differ in the serial number only."""
    if not is_valid_id(a) or not is_valid_id(b) or a == b:
        return False
    return bool(OSA.distance(a, b, score_cutoff=1) > 1)


@dataclass(frozen=True, slots=True)
class Identifiers:
    """The valid national ids of all rows."""

    ids: dict[int, tuple[str, ...]]
    has_any: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, features: Sequence[Feature], data: Sequence[FeatureData], size: int) -> Identifiers:
        """Collect the ids that can forbid a merge."""
        has_any = np.zeros(size, bool)
        found: dict[int, tuple[str, ...]] = {}
        for feature, values in zip(features, data, strict=True):
            if feature.type is not AttributeType.NATIONAL_ID or not isinstance(values, ValueData):
                continue
            listed = values.values.tolist()
            is_whole = np.array([is_valid_id(v) for v in listed] + [False])
            for row in np.flatnonzero(is_whole[values.ids].any(axis=1)).tolist():
                has_any[row] = True
                own = tuple(listed[i] for i in values.ids[row].tolist() if is_whole[i])
                found[row] = (*found.get(row, ()), *own)
        return cls(found, has_any)

    def conflict(self, a: int, b: int) -> bool:
        """The rows carry different ids and none in common."""
        first, second = self.ids.get(a, ()), self.ids.get(b, ())
        if not first or not second or set(first) & set(second):
            return False
        return all(ids_conflict(x, y) for x in first for y in second)
