"""A column called no more than "Code" behind one of places: where each code is of one place it is its postcode."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from steward.exchange.columns.column_guess import GuessReason, Option
from steward.exchange.headers.file import header_file
from steward.exchange.headers.spelling import normalize_header
from steward.exchange.raw_rows import spread_evenly

if TYPE_CHECKING:
    from steward.exchange.raw_rows import CellColumn
    from steward.exchange.tables import RawTable

_PLACES = frozenset({"village", "district", "city", "province"})
_OPEN = (GuessReason.UNKNOWN, GuessReason.CONTRADICTED)
#: Some may have lost their zeros.
_DIGITS = re.compile(r"\d{1,6}(\.0)?")
#: So many rows, and of them so many that bear it out; so many different codes.
_FEWEST, _NEARLY_ALL, _SEVERAL = 12, 0.9, 3
_LOOKED_AT = 5_000


def tell_postcodes(chosen: dict[str, Option], table: RawTable) -> None:
    """Give a list without a postcode the codes that stand behind its places."""
    if any(option.target == "postcode" for option in chosen.values()):
        return
    for place, header in pairwise(table.headers):
        is_open = chosen[header].reason in _OPEN and normalize_header(header) in header_file()["bare_keys"]
        if is_open and chosen[place].target in _PLACES and _is_of_places(table.column(header), table.column(place)):
            chosen[header] = Option("postcode", 0.5, GuessReason.HEADER_AND_CONTENT, normalize_header(header))
            return


def _is_of_places(codes: CellColumn, places: CellColumn) -> bool:
    """Whether few numbers stand beside these places, each beside one of them."""
    rows = spread_evenly(len(codes), _LOOKED_AT)
    pairs = zip(map(str.strip, codes.at(rows)), places.at(rows), strict=True)
    beside = Counter((code, place.strip().casefold()) for code, place in pairs if code)
    if beside.total() < _FEWEST:
        return False
    often: dict[str, int] = {}
    for (code, _), count in beside.items():
        often[code] = max(often.get(code, 0), count)
    digits = sum(count for (code, _), count in beside.items() if _DIGITS.fullmatch(code))
    is_of_one_each = sum(often.values()) >= _NEARLY_ALL * beside.total()
    return digits >= _NEARLY_ALL * beside.total() and is_of_one_each and _SEVERAL <= len(often) <= beside.total() / 2
