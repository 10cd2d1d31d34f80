"""Placeholders: what people type to fill a cell that must not stay empty."""

from __future__ import annotations

import re
from functools import cache

from steward.standardize import reference
from steward.standardize.text import fold

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_ALL_X = re.compile(r"x{2,}")


def is_placeholder(text: str, *kinds: str) -> bool:
    """Whether a squeezed text stands for nothing. ``kinds`` adds lists: "word", "value", "name" ...

    >>> is_placeholder("(tidak ada)"), is_placeholder("Umum"), is_placeholder("Umum", "name")
    (True, False, True)
    """
    if text.isascii() and text[:1].isalnum() and text[-1:].isalnum():
        # Nothing to strip: the way of nearly every value of a long list.
        folded = text.lower()
        return folded in fillers_of(*kinds) or (len(folded) > 1 and not folded.strip("x"))
    if not any(map(str.isalnum, text)):
        return True
    folded = fold(text)
    bare = _EDGES.sub("", folded)
    if _ALL_X.fullmatch(bare):
        return True
    fillers = fillers_of(*kinds)
    return folded in fillers or bare in fillers


def is_repeated_digit(digits: str) -> bool:
    """Whether every digit is the same: 0000000, 999999."""
    return len(digits) > 1 and digits == digits[0] * len(digits)


def is_counting_up(digits: str) -> bool:
    """Whether the digits just count, from 0 or 1: 1234567890123456."""
    return len(digits) >= 5 and any((start * 3).startswith(digits) for start in ("0123456789", "1234567890"))


@cache
def fillers_of(*kinds: str) -> frozenset[str]:
    """What the lists of these kinds hold, in small letters. Only letters x are a placeholder, too, and in no list."""
    listed = frozenset(fold(row["value"]) for row in reference.rows("placeholders") if row["kind"] in {"any", *kinds})
    return listed | _references() if "value" in kinds else listed


def refers_to_another(text: str) -> bool:
    """Whether a text says that another cell of its row holds the value.

    >>> refers_to_another("same as phone"), refers_to_another("như SĐT"), refers_to_another("none")
    (True, True, False)
    """
    return _EDGES.sub("", fold(text)) in _references()


@cache
def _references() -> frozenset[str]:
    said: dict[str, list[str]] = {"as": [], "other": []}
    for row in reference.rows("placeholders"):
        if row["kind"] in said:
            said[row["kind"]].append(fold(row["value"]))
    return frozenset(f"{like} {other}" for like in said["as"] for other in said["other"])
