"""What a column holds by the words of its cells, whatever its header: occupations, religions, countries, products."""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import TYPE_CHECKING

from steward.resources import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A product is told by one word of its cell: "Honda Beat CBS" and "KPR Griya" are made of many.
_TOLD_BY_ONE_WORD = "products"
_NOT_WORD = re.compile(r"[\W_]+")
_SHARE = 0.6
#: In fewer different cells one word may be there by chance.
_FEWEST_DIFFERENT = 2


def told_by_words(cells: Sequence[str]) -> tuple[str, float] | None:
    """The target that most cells name, and the share of those that do."""
    folded = [_NOT_WORD.sub(" ", cell.casefold()).strip() for cell in cells]
    for target, known in _words().items():
        named = [
            text
            for text in folded
            if (not known.isdisjoint(text.split()) if target == _TOLD_BY_ONE_WORD else text in known)
        ]
        if len(named) >= _SHARE * len(folded) > 0 and len(set(named)) >= _FEWEST_DIFFERENT:
            return target, len(named) / len(folded)
    return None


@cache
def _words() -> dict[str, frozenset[str]]:
    lines = (line for line in read_text("reference/cell_words.csv").splitlines() if not line.startswith("#"))
    found: dict[str, set[str]] = {}
    for row in csv.DictReader(lines):
        found.setdefault(row["target"], set()).add(row["text"])
    return {target: frozenset(texts) for target, texts in found.items()}
