"""Contact values of a column that stand in so many rows that they are hardly a customer's own."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.attributes import Attribute, AttributeType
from steward.standardize.values import split_values

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from steward.exchange.raw_rows import CellColumn

#: A contact value in so many times more rows than others belongs to an office, an agent or nobody.
_OWN = 5
#: So many other values tell how often one stands in a list.
_MANY = 20
_CONTACTS = (AttributeType.PHONE, AttributeType.EMAIL)


def is_contact(attribute: Attribute) -> bool:
    """Whether the values of an attribute are looked at, as one is expected to belong to one customer."""
    return attribute.type in _CONTACTS


def commonest_shared(
    attribute: Attribute, column: CellColumn, standard: Mapping[str, str]
) -> tuple[str, tuple[int, ...]]:
    """The value that most rows of this one column share, however they spell it, and their places; "" and none else.

    ``standard``: the standard value of each raw one.
    """
    counts: dict[str, int] = {}
    # Nearly every cell is one raw value; only the others are taken apart.
    meanings = list(map(standard.get, column.distinct))
    for cell, meaning, count in zip(column.distinct, meanings, column.counts(), strict=True):
        for value in _values(attribute, cell, standard) if meaning is None else (meaning,):
            counts[value] = counts.get(value, 0) + count
    counts.pop("", None)
    value, count = max(counts.items(), key=itemgetter(1), default=("", 0))
    others = len(counts) - 1
    # In a list of orders or calls each customer has several rows.
    usual = max(1.0, (sum(counts.values()) - count) / others) if others >= _MANY else 1.0
    if count <= _OWN * usual:
        return "", ()
    is_held = column.rows_where(lambda cell: value in _values(attribute, cell, standard))
    return value, tuple(np.flatnonzero(is_held).tolist())


def _values(attribute: Attribute, cell: str, standard: Mapping[str, str]) -> Collection[str]:
    if (meaning := standard.get(cell)) is not None:
        return (meaning,)
    return {standard.get(raw, "") for raw in split_values(attribute, cell)}
