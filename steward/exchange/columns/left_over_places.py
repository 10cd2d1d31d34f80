"""Parts of addresses whose header says nothing, told by the columns beside them: areas and states."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from steward.exchange.columns.column_content import share_matching
from steward.exchange.columns.column_guess import GuessReason, Option
from steward.exchange.columns.promised_cells import contradicts
from steward.exchange.headers.kinds import is_area_header

if TYPE_CHECKING:
    from steward.exchange.columns.column_content import ColumnProfile

_PARTS_OF_ADDRESS = frozenset({"address", "province", "postcode", "country"})
_NEARLY_ALL = 0.85
_STATE = re.compile("[A-Z]{2}")


def tell_places(chosen: dict[str, Option], profiles: dict[str, ColumnProfile]) -> None:
    """Give a list without a town or a state the columns beside its addresses that hold them."""
    targets = {option.target for option in chosen.values()}
    _states(chosen, profiles, targets)
    if not targets & {"city", "district", "village"}:
        _areas(chosen, profiles)


def _states(chosen: dict[str, Option], profiles: dict[str, ColumnProfile], targets: set[str]) -> None:
    """An area beside a town is its state, called by two letters: "Region" over "AZ" and "NJ"."""
    states = [
        header
        for header in _open_areas(chosen)
        if (share_matching(profiles[header], _STATE) >= _NEARLY_ALL or _is_between(header, chosen, profiles))
        and profiles[header].distinct > 1
    ]
    if {"city", "postcode"} <= targets and "province" not in targets and states:
        chosen[states[0]] = Option("province", 0.5, GuessReason.HEADER_AND_CONTENT, chosen[states[0]].detail)


def _is_between(header: str, chosen: dict[str, Option], profiles: dict[str, ColumnProfile]) -> bool:
    """Whether an area of words stands between a town and the rest of an address: no sales force is asked for there."""
    headers = list(profiles)
    at = headers.index(header)
    beside = {chosen[near].target for near in (*headers[at - 1 : at], *headers[at + 1 : at + 2])}
    return beside in ({"city", "postcode"}, {"city", "country"}) and not contradicts("province", profiles[header])


def _areas(chosen: dict[str, Option], profiles: dict[str, ColumnProfile]) -> None:
    """In a list without a town an area next to a part of an address is where customers live."""
    for before, behind in pairwise(profiles):
        for header, place in ((before, chosen[behind].target), (behind, chosen[before].target)):
            is_open = header in _open_areas(chosen) and place in _PARTS_OF_ADDRESS
            if is_open and not contradicts("city", profiles[header]):
                chosen[header] = Option("city", 0.5, GuessReason.HEADER_AND_CONTENT, chosen[header].detail)
                return


def _open_areas(chosen: dict[str, Option]) -> list[str]:
    """The columns of areas, of customers or of those who sell to them."""
    return [
        header
        for header, option in chosen.items()
        if option.reason is GuessReason.NOT_AN_ATTRIBUTE and is_area_header(header)
    ]
