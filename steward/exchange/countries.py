"""Countries by any of their names, and what their numbers look like; they are in reference/countries.csv."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, normalize

from steward.resources import read_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.exchange.raw_rows import CellColumn


class Country(NamedTuple):
    """How many digits its postcodes have, and its phones behind their zero; zeros where that tells nothing.

    ``is_zero_optional``: at home people write them with that zero and without it.
    """

    code: str = ""
    dial: str = ""
    is_zero_optional: bool = False
    postcode_digits: int = 0
    fewest_phone_digits: int = 0
    most_phone_digits: int = 0


_UNKNOWN = Country()
_NEARLY_ALL, _FEWEST = 0.9, 8
#: What stands in front of phones at home, and what may be left out there.
_ALWAYS, _AT_WILL = "0", "0?"


def country_of(name: str) -> Country:
    """The country of a name or code in any case; one of which nothing is known for anything else."""
    return countries().get(_plain(name), _UNKNOWN)


def is_zero_optional(code: str) -> bool:
    """Whether in this country phones are dialled with a zero in front of them and written without it as well."""
    return country_of(code).is_zero_optional


def country_by_money(currency: str) -> str:
    """The code of the one country whose money it is, "" when others have it, too: "ID" of "IDR"."""
    return _by_currency().get(currency.strip().upper(), "")


def country_by_postcodes(postcodes: CellColumn) -> str:
    """The code of the one country that writes its postcodes like nearly all of these; "" when none does."""
    filled = [text for cell in postcodes.distinct if (text := cell.strip())]
    is_told = len(postcodes) >= _FEWEST and len(filled) > 1
    for code, form in _postcode_forms().items() if is_told else ():
        if _share(form, filled) >= _NEARLY_ALL:
            return code
    return ""


def country_by_ids(numbers: Sequence[str]) -> str:
    """The code of the one country that numbers its papers like nearly all of these; "" when none does."""
    told = len(numbers) >= _FEWEST
    return next((code for code, form in _id_forms().items() if told and _share(form, numbers) >= _NEARLY_ALL), "")


def share_of_one_form(cells: Sequence[str]) -> float:
    """How many cells are postcodes as only one country writes them, the same one for all."""
    return max((_share(form, cells) for form in _postcode_forms().values()), default=0.0)


def _share(form: re.Pattern[str], cells: Sequence[str]) -> float:
    return sum(1 for text in cells if form.fullmatch(text)) / max(1, len(cells))


def country_by_prefix(digits: str) -> str:
    """The code of the country whose phones begin so from abroad; "" when it is unknown.

    Of several that share it the one that has lists of its own is meant, the nearest.
    """
    return next((code for size in (3, 2, 1) if (code := _by_dial_code().get(digits[:size]))), "")


@cache
def _by_dial_code() -> dict[str, str]:
    rows = read_rows("reference/countries.csv")
    shared = Counter(row["dial"] for row in rows)
    # The nearest stands first.
    return {row["dial"]: row["iso2"] for row in reversed(rows) if shared[row["dial"]] == 1 or row["has_own_lists"]}


@cache
def _by_currency() -> dict[str, str]:
    return {row["currency"]: row["iso2"] for row in read_rows("reference/countries.csv") if row["currency"]}


@cache
def _postcode_forms() -> dict[str, re.Pattern[str]]:
    return _forms("postcode_form")


@cache
def _id_forms() -> dict[str, re.Pattern[str]]:
    return _forms("id_form")


def _forms(column: str) -> dict[str, re.Pattern[str]]:
    rows = read_rows("reference/countries.csv")
    return {row["iso2"]: re.compile(form, re.IGNORECASE) for row in rows if (form := row[column])}


@cache
def countries() -> dict[str, Country]:
    """All countries by each of their names and codes in small letters, with accents and without."""
    known: dict[str, Country] = {}
    for row in read_rows("reference/countries.csv"):
        fewest, _, most = row["phone_digits"].partition("-") if row["trunk"] == _ALWAYS else ("", "", "")
        digits = (int(told or 0) for told in (row["postcode_digits"], fewest, most))
        country = Country(row["iso2"], row["dial"], row["trunk"] == _AT_WILL, *digits)
        names = (row["iso2"], row["iso3"], row["name"], *row["other_names"].split("|"))
        known |= dict.fromkeys((form for name in names if name for form in (name.lower(), _plain(name))), country)
    return known


def _plain(name: str) -> str:
    """A name in small letters without accents."""
    text = name if name.isascii() else "".join(c for c in normalize("NFKD", name) if not combining(c))
    return " ".join(text.lower().split())
