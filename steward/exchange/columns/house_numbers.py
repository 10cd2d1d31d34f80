"""House numbers in a column of their own: they are one address with the street beside them.

Compared apart, whoever moved would contradict themselves twice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType
from steward.exchange.columns.column_content import filled_of
from steward.exchange.columns.column_guess import GuessReason, Option
from steward.exchange.headers.address_parts import says_number_of_address, says_part_of_address
from steward.exchange.headers.kinds import is_within_address, says_street_number
from steward.exchange.headers.spelling import normalize_header

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.exchange.raw_rows import CellColumn
    from steward.exchange.tables import RawTable

_T = AttributeType

#: What a column of numbers is typed as that nobody knows more about; where hardly any comes twice it is not compared.
_NUMBERS = frozenset({_T.CODE, _T.NUMBER, _T.TEXT, _T.CATEGORY, None})
#: "Numero" beside a street is that of the house, unless it is another one in each row.
_ANY_NUMBER = frozenset({"no", "nr", "numero"})
_RUNNING = 0.9
_HOUSE = re.compile(r"\d{1,5}(\.0)?[ -]?[a-z]?([/-]\d{1,4}[a-z]?)?( (bis|ter))?|s/?n", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
#: With all that people write behind it, and what a spreadsheet makes of it.
_ANY_HOUSE = re.compile(r"\d{1,5}.{0,12}|[^\W\d_]{1,2}\d{1,3}.{0,8}|s/?n", re.IGNORECASE)
#: A house or anything in it: "5/1", "Daire 4", "メゾン桜 203".
_ANY_PART = re.compile(r"[^\n@]{1,40}")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_MOSTLY, _SELDOM = 0.8, 0.3


def with_house_numbers(
    columns: Sequence[tuple[str, CellColumn]], types: Sequence[AttributeType | None]
) -> list[AttributeType | None]:
    """The types of the columns, where numbers of houses beside a street without any are addresses, too."""
    found = list(types)
    for place, (header, cells) in enumerate(columns):
        beside = [near for near in (place - 1, place + 1) if 0 <= near < len(columns) and types[near] is _T.ADDRESS]
        if not beside or types[place] not in _NUMBERS or not _may_be_of_houses(header, cells):
            continue
        lack_them = any(_share(columns[near][1], _DIGIT.search) < _SELDOM for near in beside)
        if lack_them and _share(cells, _HOUSE.fullmatch) > _MOSTLY:
            found[place] = _T.ADDRESS
    return found


def tell_house_numbers(chosen: dict[str, Option], table: RawTable, languages: tuple[str, ...]) -> None:
    """Numbers of houses are one address with the street beside them that lacks them, or alone where no street is."""
    headers = table.headers
    streets = {at: table.column(header) for at, header in enumerate(headers) if chosen[header].target == "address"}
    for at, header in enumerate(headers):
        is_open = not chosen[header].target and _says_number_of_house(header, languages)
        beside = [streets[near] for near in (at - 1, at + 1) if near in streets]
        lack_them = not streets or any(_share(cells, _DIGIT.search) < _SELDOM for cells in beside)
        if is_open and lack_them and _share(table.column(header), _ANY_HOUSE.fullmatch) > _MOSTLY:
            chosen[header] = _address(header)


def tell_parts_of_addresses(chosen: dict[str, Option], table: RawTable, languages: tuple[str, ...]) -> None:
    """Houses, buildings and flats in columns of their own go on with the address beside them, one behind another.

    Numbers do so only where a street lacks them: of what is written out before them they are no more than a floor.
    """
    lacks_numbers = False
    before = ""
    for header in table.headers:
        cells = table.column(header)
        if chosen[header].target == "address":
            is_part = _share(cells, _DIGIT.search) < _SELDOM or _share(cells, _HOUSE.fullmatch) > _MOSTLY
            lacks_numbers = (before == "address" and lacks_numbers) or is_part
        elif before == "address" and _goes_on(chosen[header], header, languages):
            is_named = _share(cells, _LETTERS.search) > _MOSTLY
            if (is_named or lacks_numbers) and _share(cells, _ANY_PART.fullmatch) > _MOSTLY:
                chosen[header] = _address(header)
        before = chosen[header].target


def _goes_on(option: Option, header: str, languages: tuple[str, ...]) -> bool:
    """Whether a column that is nothing else yet is of a part of an address by its header."""
    return not option.target and (is_within_address(header) or says_part_of_address(header, languages))


def _says_number_of_house(header: str, languages: tuple[str, ...]) -> bool:
    return says_street_number(header) or says_number_of_address(header, languages)


def _address(header: str) -> Option:
    return Option("address", 0.4, GuessReason.HEADER_AND_CONTENT, normalize_header(header))


def _may_be_of_houses(header: str, cells: CellColumn) -> bool:
    words = normalize_header(header)
    if words in _ANY_NUMBER:
        return len(cells.distinct) < _RUNNING * len(cells)
    return says_street_number(header)


def _share(cells: CellColumn, pattern: Callable[[str], object]) -> float:
    values = filled_of(cells)
    return sum(1 for value in values if pattern(value)) / max(len(values), 1)
