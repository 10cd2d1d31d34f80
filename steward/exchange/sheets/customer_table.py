"""Whether a table on a sheet is a list of customers or a legend, a summary, a pivot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.attributes import find_attribute
from steward.exchange.headers.words import read_header
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.exchange.tables import RawTable

_IDENTIFYING_RULES = frozenset({ColumnRule.BIRTH_PLACE_AND_DATE, ColumnRule.ID_NUMBER})


def holds_customers(table: RawTable) -> bool:
    """Whether at least two columns, one of them identifying, are named like those of a customer list."""
    meanings = [meaning for header in table.headers if (meaning := read_header(header)) is not None]
    known = [meaning.targets[0] for meaning in meanings if meaning.targets[0]]
    return len(table.headers) >= 2 and len(known) >= 2 and any(_is_identifying(target) for target in known)


def lists_among(tables: Sequence[RawTable]) -> list[RawTable]:
    """The tables that hold customers; where none does, the largest one that holds anything."""
    filled = [table for table in tables if table.rows]
    largest = sorted(filled, key=lambda table: len(table.rows) * len(table.headers), reverse=True)[:1]
    return [table for table in filled if holds_customers(table)] or largest


def _is_identifying(target: str) -> bool:
    attribute = find_attribute(target)
    return target in _IDENTIFYING_RULES if attribute is None else attribute.is_identifying
