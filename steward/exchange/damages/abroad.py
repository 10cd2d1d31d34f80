"""Numbers that lost their zero and that only their country gives away: the one beside them, or that of the list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from steward.exchange.countries import country_of
from steward.exchange.raw_rows import CellColumn

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.exchange.raw_rows import Ints

#: Postcodes begin with no more zeros: Pretoria's is "0002", that of a village near Rome "00019".
#: Of longer ones two at most are gone.
_MOST_ZEROS, _LONG = 3, 6
_PARTED = re.compile(r"\d+([- ])\d+")
#: Americans add four digits for the block of houses.
_ZIP_AND_BLOCK = re.compile(r"(\d{5})-\d{4}")
_COUNTING = "01234567890123456789"
#: Of the postcodes of a list at least so many are digits that can be those of its country.
_MOSTLY = 0.9


def short_postcodes(postcodes: CellColumn, countries: CellColumn) -> list[int]:
    """The places of postcodes that are short of what the country beside them has, by no more than zeros may be."""
    lengths = np.array([country_of(name).postcode_digits for name in countries.distinct])[countries.codes]
    sizes = _sizes(postcodes, postcode_digits)
    missing = lengths - sizes
    most = np.where(lengths < _LONG, _MOST_ZEROS, _MOST_ZEROS - 1)
    return [int(place) for place in np.flatnonzero((sizes > 0) & (missing > 0) & (missing <= most))]


def short_phones(phones: CellColumn, countries: CellColumn) -> list[int]:
    """The places of phones that are nothing but the digits that follow a zero in the country beside them."""
    known = [country_of(name) for name in countries.distinct]
    fewest = np.array([country.fewest_phone_digits for country in known])[countries.codes]
    most = np.array([country.most_phone_digits for country in known])[countries.codes]
    sizes = _sizes(phones, str)
    fitting = np.flatnonzero((sizes > 0) & (sizes >= fewest) & (sizes <= most)).tolist()
    return [
        place for place in fitting if not phones[place].strip().startswith(("0", known[countries.codes[place]].dial))
    ]


def everywhere(country: str, column: CellColumn) -> CellColumn:
    """The one country of a list beside each of a column's cells."""
    return CellColumn([country], np.zeros(len(column), np.int32))


def fits_postcodes(country: str, postcodes: CellColumn, *, is_surely: bool) -> bool:
    """Whether a column holds postcodes of a country, some of them short.

    Where only the words over it tell the country some must be whole: Belgium's have four digits, France's five.
    """
    digits = country_of(country).postcode_digits
    filled = [text for cell in postcodes.distinct if (text := postcode_digits(cell.strip()))]
    sizes = [len(text) for text in filled if text.isdecimal()]
    fewest = digits - _MOST_ZEROS + (digits >= _LONG)
    fitting = sum(1 for size in sizes if fewest <= size <= digits)
    return bool(digits and filled) and fitting >= _MOSTLY * len(filled) and (is_surely or digits in sizes)


def postcode_digits(text: str) -> str:
    """A postcode without the one dash or blank that parts its digits in some countries.

    >>> postcode_digits("01310-100"), postcode_digits("SW1A 1AA")
    ('01310100', 'SW1A 1AA')
    """
    if found := _ZIP_AND_BLOCK.fullmatch(text):
        return found[1]
    return text.replace(found[1], "") if (found := _PARTED.fullmatch(text)) else text


def _sizes(column: CellColumn, bare: Callable[[str], str]) -> Ints:
    """How many digits each cell has that, made ``bare``, has nothing else; different ones, or it is a filler."""
    texts = [bare(cell.strip()) for cell in column.distinct]
    sizes = [len(text) if text.isdecimal() and not _is_filler(text) else 0 for text in texts]
    return np.array(sizes, np.int32)[column.codes]


def _is_filler(digits: str) -> bool:
    """One digit alone is what zeros left of a number."""
    return digits == "0" or (len(digits) > 1 and (len(set(digits)) == 1 or digits in _COUNTING))
