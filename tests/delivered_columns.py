"""Rows held by column, as a strategy: what is done with them by column must be what is done with each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from steward.domain.delivered_columns import DeliveredColumns, ValueColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = ("name", '%é"', "phone")
_Rows = list[tuple[tuple[str, ...], ...]]


def delivered_columns(texts: st.SearchStrategy[str]) -> st.SearchStrategy[DeliveredColumns]:
    """Rows with none, one or several of these texts under each of three names."""
    several = st.tuples(*[st.lists(texts, max_size=3).map(tuple)] * len(_NAMES))
    rows = st.lists(st.tuples(several, several), min_size=1, max_size=5)
    return st.builds(_of, rows.map(lambda both: list(zip(*both, strict=True))), st.permutations(_NAMES))


def _of(both: Sequence[_Rows], order: Sequence[str]) -> DeliveredColumns:
    rows, standard = both
    # Standard values are parallel to raw ones, and some are the same.
    parallel = [
        tuple((*theirs, *mine)[: len(mine)] for mine, theirs in zip(row, other, strict=True))
        for row, other in zip(rows, standard, strict=True)
    ]
    return DeliveredColumns(
        headers=_NAMES,
        keys=[f"key {place % 2}" for place in range(len(rows))],
        numbers=list(range(len(rows))),
        repeated=frozenset(),
        cells=[[(*values, "")[0] for values in column] for column in zip(*rows, strict=True)],
        values=_columns(rows),
        orders={0: tuple(order)},
        hashes=[""] * len(rows),
        standard=_columns(parallel),
    )


def _columns(rows: _Rows) -> dict[str, ValueColumn]:
    columns = {name: ValueColumn.blank(len(rows)) for name in _NAMES}
    for place, row in enumerate(rows):
        for name, values in zip(_NAMES, row, strict=True):
            columns[name].put(place, values)
    return columns
