"""Evidence that forbids a merge unless a steward overrides it with a reason."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from steward.domain.attributes import VETO_ATTRIBUTES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steward.domain.records import SourceRecord


#: 16 digits, of which the seventh to tenth are a day and a month (women's days plus 40).
_NIK = re.compile(r"\d{6}(?:[04][1-9]|[1256]\d|[37][01])(?:0[1-9]|1[0-2])\d{6}")


def find_vetoes(customers: Iterable[Iterable[SourceRecord]]) -> tuple[str, ...]:
    """The attributes of which two of the customers hold different valid values.

    What one customer holds already is no veto: a steward allowed it before.
    """
    groups = [list(records) for records in customers]
    return tuple(attribute for attribute in VETO_ATTRIBUTES if _conflict(groups, attribute))


def are_conflicting(a: str, b: str) -> bool:
    """True for two valid ids that differ in more than one digit (one digit is a typing error, evidence but no veto)."""
    if not is_valid_id(a) or not is_valid_id(b):
        return False
    return sum(x != y for x, y in zip(a, b, strict=True)) > 1


def is_valid_id(nik: str) -> bool:
    """Whether an id is whole and holds a possible birthday; else a digit is lost or wrong, and nobody knows which."""
    return _NIK.fullmatch(nik) is not None


def _conflict(groups: list[list[SourceRecord]], attribute: str) -> bool:
    holders: dict[str, set[int]] = {}
    for place, group in enumerate(groups):
        for record in group:
            if value := record.first_standard(attribute):
                holders.setdefault(value, set()).add(place)
    return any(
        are_conflicting(a, b) and len(holders[a] | holders[b]) > 1 for a, b in itertools.combinations(holders, 2)
    )
