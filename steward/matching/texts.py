"""Different texts, of which many are held packed.

As objects the texts of a million records would need several times the memory. And those that last would lie scattered
among the many more that are made and given up while values are prepared, so that hardly any of that memory could be
given back to the system. Fewer are faster chosen from as objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

Texts = np.ndarray[tuple[int, ...], np.dtypes.StringDType]

#: So many are packed.
_MANY = 100_000


def packed_texts(texts: Sequence[str]) -> Texts:
    """These texts; chosen by an array of numbers they are texts again, and lists of them by ``tolist``."""
    held = np.array(texts, np.dtypes.StringDType()) if len(texts) > _MANY else np.array(texts, object)
    return cast("Texts", held)
