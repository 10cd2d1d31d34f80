"""A key of two columns: a branch, and a number that is counted anew in each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from steward.domain.source_keys import key_headers, key_name
from steward.exchange.headers.keys import is_running_header, key_rank
from steward.exchange.headers.kinds import is_scope_header

if TYPE_CHECKING:
    from steward.exchange.tables import RawTable


def find_key_pair(table: RawTable) -> tuple[str, ...]:
    """The two columns, from left to right, that tell the rows of a list apart where none does alone; () when none do.

    Every row must have both, and no two rows the same: a pair that nearly does it says nothing.
    """
    scopes = [header for header in table.headers if is_scope_header(header)]
    ranked = [(_rank(header), header) for header in table.headers if _is_number_header(header)]
    for _, number in sorted(ranked, key=lambda pair: pair[0]):
        for scope in scopes:
            pair = tuple(header for header in table.headers if header in (scope, number))
            if len(pair) == 2 and key_headers(key_name(pair), table.headers) == pair and _tells_apart(table, pair):
                return pair
    return ()


def _is_number_header(header: str) -> bool:
    return is_running_header(header) or key_rank(header) is not None


def _rank(header: str) -> float:
    rank = key_rank(header)
    return float("inf") if rank is None else rank


def _tells_apart(table: RawTable, pair: tuple[str, ...]) -> bool:
    first, second = map(table.column, pair)
    if len(first.distinct) < 2 or len(second.distinct) < 2:
        return False
    if any(column.rows_where(lambda cell: not cell.strip()).any() for column in (first, second)):
        return False
    combined = first.codes.astype(np.int64) * len(second.distinct) + second.codes
    return len(np.unique(combined)) == len(combined)
