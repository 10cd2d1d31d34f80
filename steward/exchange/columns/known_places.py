"""Provinces and towns of Indonesia in the cells of a column, however they are spelled."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from steward.resources import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.exchange.columns.column_content import ColumnProfile

_FORM = re.compile(r"^(kota|kab|kabupaten|kotamadya|provinsi|prov|propinsi)\b\.?\s*", re.IGNORECASE)
_NOT_LETTER = re.compile(r"[^a-z]+")
_SHARE = 0.6


def told_by_places(column: ColumnProfile) -> tuple[str, float] | None:
    """Which kind of place most cells name, and the share of those that do; None when they name none."""
    names = ["" if any(map(str.isdigit, cell)) else _place(cell) for cell in column.sample]
    for target, known in (("province", _provinces()), ("city", _cities())):
        share = sum(name in known for name in names) / max(1, len(names))
        if share >= _SHARE:
            return target, share
    return None


def is_town(text: str) -> bool:
    """Whether this is a province or a town of Indonesia."""
    return (place := _place(text)) in _cities() or place in _provinces()


def _place(text: str) -> str:
    return _NOT_LETTER.sub("", _FORM.sub("", text.strip()).lower())


@cache
def _provinces() -> frozenset[str]:
    return _places("provinces", lambda row: [row["name"], *row["aliases"].split("|")])


@cache
def _cities() -> frozenset[str]:
    regencies = _places("regencies", lambda row: [row["name"]])
    return regencies | _places("cities", lambda row: [row["alias"], row["name"]])


def _places(name: str, names_of: Callable[[dict[str, str]], list[str]]) -> frozenset[str]:
    rows = read_rows(f"reference/{name}.csv")
    return frozenset(place for row in rows for text in names_of(row) if (place := _place(text)))
