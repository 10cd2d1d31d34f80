"""Cells taken apart by a steward's rule: what a column of whole addresses holds, and a rule tried on examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.attributes import attribute_of
from steward.domain.column_rules import AddressRule, SplitRule, column_rule
from steward.standardize.addresses import address_parts, standardize_address
from steward.standardize.values import standardize_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PARTS = ("rt_rw", "village", "district", "city", "province", "postcode")


def split_address(text: str) -> list[tuple[str, str]]:
    """What a whole address holds, by attribute; its street is the address. An address without a street stays whole."""
    standard = standardize_address(text).value
    parts = address_parts(standard)
    if not parts.street:
        return [("address", text)]
    named = [(name, value) for name in _PARTS if (value := getattr(parts, name))]
    return [("address", parts.street if named else text), *named]


def try_attribute(name: str, cells: Sequence[str]) -> list[str]:
    """The standard values that cells would have under an attribute, "" where they have none."""
    return [value.value for value in standardize_column(attribute_of(name), cells)]


def try_rule(target: str, cells: Iterable[str]) -> list[list[tuple[str, str]]]:
    """What a rule that takes cells apart makes of each of these; for any other target the cells stay whole."""
    rule = column_rule(target)
    if isinstance(rule, SplitRule):
        return [rule.pieces(cell) for cell in cells]
    if isinstance(rule, AddressRule):
        return [split_address(cell) for cell in cells]
    return [[(target, cell)] for cell in cells]
