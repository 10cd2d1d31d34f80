"""Several words or numbers as one phrase."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_LEFT_TO_RIGHT, _ISOLATE, _END = "\u200e", "\u2068", "\u2069"
#: More ranges than this say less than their count.
MOST_RANGES = 8


def join_words(words: Sequence[str]) -> str:
    """a · a and b · a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return translate("Wording", "{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def in_order(parts: Sequence[str], between: str) -> str:
    """The parts from left to right, also where some are written from right to left.

    Without the marks an Arabic city would turn the number before it around, and an arrow would point at what was.
    """
    if not any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for part in parts for letter in part):
        return between.join(parts)
    return _LEFT_TO_RIGHT + between.join(f"{_ISOLATE}{part}{_END}" for part in parts)


def number_ranges(numbers: Sequence[int]) -> str:
    """(1, 2, 3, 5) -> "1–3 and 5"; (1, 2) -> "1 and 2"; hundreds that are scattered -> "612 records"."""
    parts: list[str] = []
    ordered = sorted(set(numbers))
    start = 0
    for end in range(1, len(ordered) + 1):
        if end < len(ordered) and ordered[end] == ordered[end - 1] + 1:
            continue
        run = ordered[start:end]
        parts += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(one) for one in run]
        start = end
    if len(parts) > MOST_RANGES:
        return translate("Wording", "{count} records").format(count=QLocale().toString(len(ordered)))
    return join_words(parts)
