"""Rows held by column, as a strategy: what is done with them by column must be what is done with each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from steward.domain.delivered_columns import DeliveredColumns, ValueColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = ("name", '%é"', "phone")
_Row = tuple[tuple[tuple[str, str], ...], ...]


def delivered_columns(texts: st.SearchStrategy[str]) -> st.SearchStrategy[DeliveredColumns]:
    """Rows with none, one or several of these texts under each of three names, and standard values of theirs."""
    value = st.tuples(texts.filter(bool), texts)
    row = st.tuples(*[st.lists(value, max_size=3).map(tuple)] * len(_NAMES))
    return st.builds(_of, st.lists(row, min_size=1, max_size=5), st.permutations(_NAMES))


def _of(rows: Sequence[_Row], order: Sequence[str]) -> DeliveredColumns:
    columns = dict(zip(_NAMES, zip(*rows, strict=True), strict=True))
    return DeliveredColumns(
        headers=_NAMES,
        said_by=(*order[:2], ""),
        keys=[f"key {place % 2}" for place in range(len(rows))],
        numbers=list(range(len(rows))),
        repeated=frozenset(),
        cells=[["; ".join(raw for raw, _ in found) for found in column] for column in columns.values()],
        values={name: _column(column, 0) for name, column in columns.items()},
        orders={0: tuple(order)},
        hashes=[""] * len(rows),
        standard={name: _column(column, 1) for name, column in columns.items()},
    )


def _column(cells: Sequence[tuple[tuple[str, str], ...]], which: int) -> ValueColumn:
    single = [found[0][which] if len(found) == 1 else "" for found in cells]
    several = {place: tuple(both[which] for both in found) for place, found in enumerate(cells) if len(found) > 1}
    return ValueColumn(single, several)
