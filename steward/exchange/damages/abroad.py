"""Numbers that lost their zero and that only the country beside them gives away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from steward.exchange.countries import country_of

if TYPE_CHECKING:
    from steward.exchange.raw_rows import CellColumn, Ints

#: Postcodes begin with no more zeros.
_MOST_ZEROS = 2


def short_postcodes(postcodes: CellColumn, countries: CellColumn) -> list[int]:
    """The places of postcodes that are one or two digits short of what the country beside them has."""
    lengths = np.array([country_of(name).postcode_digits for name in countries.distinct])[countries.codes]
    sizes = _sizes(postcodes)
    missing = lengths - sizes
    return [int(place) for place in np.flatnonzero((sizes > 0) & (missing > 0) & (missing <= _MOST_ZEROS))]


def short_phones(phones: CellColumn, countries: CellColumn) -> list[int]:
    """The places of phones that are nothing but the digits that follow a zero in the country beside them."""
    known = [country_of(name) for name in countries.distinct]
    fewest = np.array([country.fewest_phone_digits for country in known])[countries.codes]
    most = np.array([country.most_phone_digits for country in known])[countries.codes]
    sizes = _sizes(phones)
    fitting = np.flatnonzero((sizes > 0) & (sizes >= fewest) & (sizes <= most)).tolist()
    return [
        place for place in fitting if not phones[place].strip().startswith(("0", known[countries.codes[place]].dial))
    ]


def _sizes(column: CellColumn) -> Ints:
    """How many digits each cell has that has nothing else; different ones, or it is a filler."""
    texts = map(str.strip, column.distinct)
    sizes = [len(text) if text.isdecimal() and len(set(text)) > 1 else 0 for text in texts]
    return np.array(sizes, np.int32)[column.codes]
