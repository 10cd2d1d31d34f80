"""One skeleton for all spellings of a name word, so that old and free spellings compare as equal."""

from __future__ import annotations

import re
from functools import lru_cache

#: Applied in this order: old Indonesian spelling first, then letters that are used for one another.
_REPLACEMENTS: tuple[tuple[str, str], ...] = (
    ("tj", "c"),
    ("dj", "j"),
    ("nj", "ny"),
    ("sj", "s"),
    ("sy", "s"),
    ("oe", "u"),
    ("oo", "u"),
    ("ou", "u"),
    ("ch", "h"),
    ("kh", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ck", "k"),
    ("q", "k"),
    ("v", "f"),
    ("p", "f"),
    ("z", "s"),
    ("x", "ks"),
    ("ae", "ai"),
    ("ie", "i"),
    ("ee", "i"),
    ("y", "i"),
    ("w", "u"),
)


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The skeleton of one plain word: ``fold("soerjadi") == fold("suryadi")``."""
    if len(word) < 3 or word.isdigit():
        return word
    folded = word
    for old, new in _REPLACEMENTS:
        folded = folded.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", folded)
