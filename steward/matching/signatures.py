"""Short values as 64 bits: what lies within two typing errors of each other differs in few of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

Signatures = npt.NDArray[np.uint64]

#: Two letters beside each other set one bit; a typing error touches at most three such couples, old and new.
BITS_PER_ERROR = 6
#: Values are read in parts: side by side all are as long as the longest.
_PART = 50_000
_MIXED = np.uint64(0x9E3779B97F4A7C15)


def signatures(values: Sequence[str]) -> Signatures:
    """One bit for each couple of neighbouring letters that occurs."""
    parts = [_signatures(values[start : start + _PART]) for start in range(0, len(values), _PART)]
    return np.concatenate([np.zeros(0, np.uint64), *parts])


def within_errors(first: Signatures, second: Signatures, errors: int) -> npt.NDArray[np.bool_]:
    """False where two values differ by more errors than that, and neither holds the other."""
    common = first & second
    few: npt.NDArray[np.bool_] = np.bitwise_count(first ^ second) <= BITS_PER_ERROR * errors
    return np.asarray(few | (common == first) | (common == second))


def _signatures(values: Sequence[str]) -> Signatures:
    texts = np.array([value.encode("utf-8") for value in values], np.bytes_)
    letters = texts.view(np.uint8).reshape(len(texts), -1)
    found = np.zeros(len(texts), np.uint64)
    for place in range(letters.shape[1] - 1):
        couple = letters[:, place].astype(np.uint64) * np.uint64(256) + letters[:, place + 1]
        bit = np.uint64(1) << ((couple * _MIXED) >> np.uint64(58))
        found |= np.where(letters[:, place + 1] > 0, bit, np.uint64(0))
    return found
