"""Words for months, in full and for short, of all languages in reference/months.csv."""

from __future__ import annotations

from functools import cache
from unicodedata import combining, normalize

from steward.resources import read_rows


def is_month(word: str) -> bool:
    """Whether a word stands for a month, in whatever case and with or without accents.

    >>> is_month("lip"), is_month("Ağu"), is_month("Haus")
    (True, True, False)
    """
    return "".join(letter for letter in normalize("NFKD", word.lower()) if not combining(letter)) in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(word for row in read_rows("reference/months.csv") for word in row["words"].split("|"))
