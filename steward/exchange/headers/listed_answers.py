"""Headers that list the values of their column: "Физ/юр", "فرد/شركة"."""

from __future__ import annotations

import re
from functools import cache

from steward.exchange.headers.spelling import normalize_header
from steward.resources import read_rows

_BETWEEN = re.compile(r"[/|,、・·]|\s-\s")
#: Single letters are short for too much.
_SHORTEST = 2


def lists_customer_types(header: str) -> bool:
    """Whether a header is made of words for a person and for a firm and of nothing else."""
    sides = {side for part in _BETWEEN.split(header) if (side := normalize_header(part))}
    kinds = {_kinds_of_customers().get(side, "") for side in sides}
    return len(sides) > 1 and len(kinds) > 1 and "" not in kinds and min(map(len, sides)) >= _SHORTEST


@cache
def _kinds_of_customers() -> dict[str, str]:
    rows = [row for row in read_rows("reference/categories.csv") if row["set"] == "customer_type"]
    return {normalize_header(word): row["value"] for row in rows for word in row["words"].split("|")}
