"""Many different texts, held packed.

As objects the texts of a million records would need several times the memory. And those that last would lie scattered
among the many more that are made and given up while values are prepared, so that hardly any of that memory could be
given back to the system.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

Texts = np.ndarray[tuple[int, ...], np.dtypes.StringDType]


def packed_texts(texts: Sequence[str]) -> Texts:
    """These texts; chosen by an array of numbers they are texts again, and lists of them by ``tolist``."""
    return cast("Texts", np.array(texts, np.dtypes.StringDType()))
