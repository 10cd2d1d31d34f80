"""Whose customers a list without a column of countries holds, as its other columns and the words over them tell."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from steward.exchange.countries import country_by_postcodes, country_by_prefix, country_of
from steward.exchange.header_file import language_of
from steward.exchange.header_spelling import normalize_header

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from steward.exchange.mapping import Mapping
    from steward.exchange.raw_rows import CellColumn
    from steward.exchange.tables import RawTable

#: So many different cells of a column tell.
_TELLING = 2_000
_FEWEST, _NEARLY_ALL = 5, 0.8
#: So many headers of one language are no chance.
_FEWEST_HEADERS = 2
_FROM_ABROAD = re.compile(r"\W*(?:\+|00)\W*([1-9][\d\W]{6,})")
#: As numbers are grouped in North America, whose country code nobody writes.
_AMERICAN = re.compile(r"(\+?1[-. ]?)?(\([2-9]\d{2}\) ?|[2-9]\d{2}[-.])\d{3}[-.]\d{4}(\W*(x|ext).*)?", re.IGNORECASE)
_NATIONAL_DOMAIN = re.compile(r"\S+@\S+\.([a-z]{2})", re.IGNORECASE)
#: National domains that the whole world uses.
_WORLDWIDE = frozenset({"co", "io", "me", "tv", "ai", "cc"})
#: The country whose lists are mostly meant where others write the language, too.
_AT_HOME = {"de": "DE", "nl": "NL", "fr": "FR", "it": "IT", "es": "ES", "pl": "PL", "tr": "TR", "sv": "SE"} | {
    "vi": "VN",
    "fil": "PH",
    "th": "TH",
    "ja": "JP",
    "ko": "KR",
}


def country_of_list(table: RawTable, mapping: Mapping) -> str:
    """The code of the one country that phones, mail domains or postcodes tell of; "" when they tell none."""
    columns = {header: target for header, target in mapping.columns if header in table.headers}
    phones = [cell for header, target in columns.items() if target == "phone" for cell in _some(table.column(header))]
    mails = [cell for header, target in columns.items() if target == "email" for cell in _some(table.column(header))]
    if phones and sum(1 for cell in phones if _AMERICAN.fullmatch(cell)) >= _NEARLY_ALL * len(phones) >= _FEWEST:
        return "us"
    called = (country_by_prefix(re.sub(r"\D", "", found[1])) for cell in phones if (found := _FROM_ABROAD.match(cell)))
    domains = (found[1].lower() for cell in mails if (found := _NATIONAL_DOMAIN.fullmatch(cell)))
    told = _usual(called) or _usual(domain for domain in domains if domain not in _WORLDWIDE)
    if told:
        return told
    postcodes = next((header for header, target in columns.items() if target == "postcode"), None)
    return country_by_postcodes(table.column(postcodes)) if postcodes else ""


def country_of_headers(table: RawTable) -> str:
    """The code of the country whose language the headers are written in; "" when it is none or one of many."""
    languages = Counter(filter(None, map(language_of, map(normalize_header, table.headers))))
    language, count = next(iter(languages.most_common(1)), ("", 0))
    return _AT_HOME.get(language, "") if count >= max(_FEWEST_HEADERS, _NEARLY_ALL * languages.total()) else ""


def _some(column: CellColumn) -> Iterator[str]:
    return (text for cell in islice(column.distinct, _TELLING) if (text := cell.strip()))


def _usual(codes: Iterable[str]) -> str:
    counts = Counter(code for code in codes if code and country_of(code).dial)
    code, count = next(iter(counts.most_common(1)), ("", 0))
    return code if count >= max(_FEWEST, _NEARLY_ALL * counts.total()) else ""
