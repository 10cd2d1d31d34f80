"""How many customers of one name a table is known to hold: those whose birth dates or ids can't be one person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.comparisons import SIMILAR, compare_prepared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.attributes import AttributeType
    from steward.matching.columns import Ints

#: Beyond this many different values of one name the exact number no longer matters.
_MANY = 30


def count_bearers(
    names: Ints, marks: Ints, type_: AttributeType, values: Sequence[str], size: int
) -> npt.NDArray[np.float64]:
    """Per name (0 .. size-1) the number of clearly different marks among its records, at least 1."""
    bearers = np.ones(size)
    known = np.flatnonzero((names >= 0) & (marks >= 0))
    pairs = np.unique(names[known].astype(np.int64) * max(1, len(values)) + marks[known])
    name_of, mark_of = pairs // max(1, len(values)), pairs % max(1, len(values))
    starts = np.flatnonzero(np.concatenate([[True], np.diff(name_of) != 0])) if len(pairs) else pairs
    sizes = np.diff(np.append(starts, len(pairs)))
    for start, count in zip(starts[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        listed = [values[i] for i in mark_of[start : start + count].tolist()]
        bearers[name_of[start]] = _count_different(type_, listed)
    return bearers


def _count_different(type_: AttributeType, values: list[str]) -> int:
    """Values that are no misspelling of one counted before."""
    if len(values) > _MANY:
        return len(values)
    counted: list[str] = []
    for value in values:
        if not counted or (compare_prepared(type_, counted, [value] * len(counted)) > SIMILAR).all():
            counted.append(value)
    return len(counted)
