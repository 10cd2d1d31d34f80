"""Whose customers a list holds, as its columns and the words over them tell: decided here for all who ask."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from steward.exchange.countries import (
    country_by_ids,
    country_by_money,
    country_by_postcodes,
    country_by_prefix,
    country_of,
)
from steward.exchange.headers.abroad import languages_of
from steward.exchange.raw_rows import spread_evenly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from steward.exchange.mapping import Mapping
    from steward.exchange.raw_rows import CellColumn
    from steward.exchange.tables import RawTable

#: So many different cells of a column tell.
_TELLING = 5_000
_FEWEST, _NEARLY_ALL, _MANY = 5, 0.8, 0.25
_FROM_ABROAD = re.compile(r"\W*(?:\+|00)\W*([1-9][\d\W]{6,}).*", re.DOTALL)
#: As numbers are grouped in North America, whose country code nobody writes; between them stand some without groups.
_UNGROUPED = re.compile(r"1?[2-9]\d{2}[2-9]\d{6}")
_AMERICAN = re.compile(r"(\+?1[-. ]?)?(\([2-9]\d{2}\) ?|[2-9]\d{2}[-.])\d{3}[-.]\d{4}(\W*(x|ext).*)?", re.IGNORECASE)
_NATIONAL_DOMAIN = re.compile(r"\S+@\S+\.([a-z]{2})", re.IGNORECASE)
#: National domains that the whole world uses.
_WORLDWIDE = frozenset({"co", "io", "me", "tv", "ai", "cc"})
#: Money by its three letters, as headers name it.
_MONEY, _PAID = re.compile(r"\b[A-Z]{3}\b"), frozenset({"revenue", "cost"})
#: The country whose lists are mostly meant where others write the language, too.
_AT_HOME = {"de": "DE", "nl": "NL", "fr": "FR", "it": "IT", "es": "ES", "pl": "PL", "tr": "TR", "sv": "SE"} | {
    "vi": "VN",
    "fil": "PH",
    "th": "TH",
    "ja": "JP",
    "ko": "KR",
    "fi": "FI",
    "he": "IL",
    "uk": "UA",
}


class ListCountry(NamedTuple):
    """The code of a list's country, "" when it tells none or several. ``is_sure``: values tell it, not words alone."""

    code: str = ""
    is_sure: bool = False


def country_of_list(table: RawTable, mapping: Mapping) -> ListCountry:
    """The country of nearly all rows, of phones, mail domains, papers, the only money, postcodes, or of the words."""
    columns: dict[str, list[CellColumn]] = {}
    for header, target in mapping.columns:
        if header in table.headers:
            columns.setdefault(target, []).append(table.column(header))
    told = (code for target, tell in _EVIDENCE if target in columns and (code := tell(columns[target])))
    if code := next(told, ""):
        return ListCountry(code, is_sure=True)
    if code := _by_money_named(mapping):
        return ListCountry(code, is_sure=True)
    return ListCountry(_by_headers(table))


def _by_names(columns: list[CellColumn]) -> str:
    """The country that stands in nearly every row; what is no country counts as another."""
    codes: Counter[str] = Counter()
    for column in columns:
        for name, count in column.tally().items():
            codes[country_of(name).code] += count if name.strip() else 0
    return _usual(codes, fewest=1)


def _by_phones(columns: list[CellColumn]) -> str:
    phones = list(_some(columns))
    grouped = sum(1 for cell in phones if _AMERICAN.fullmatch(cell))
    if grouped >= max(_FEWEST, _MANY * len(phones)):
        ungrouped = sum(1 for cell in phones if _UNGROUPED.fullmatch(cell))
        if grouped + ungrouped >= _NEARLY_ALL * len(phones):
            return "US"
    abroad = (re.sub(r"\D", "", found[1]) for cell in phones if (found := _FROM_ABROAD.fullmatch(cell)))
    return _usual(Counter(filter(None, map(country_by_prefix, abroad))))


def _by_mails(columns: list[CellColumn]) -> str:
    domains = (found[1].lower() for cell in _some(columns) if (found := _NATIONAL_DOMAIN.fullmatch(cell)))
    codes = (country_of(domain).code for domain in domains if domain not in _WORLDWIDE)
    return _usual(Counter(filter(None, codes)))


def _by_money(columns: list[CellColumn]) -> str:
    paid = {country_by_money(currency) for currency in _some(columns)}
    return paid.pop() if len(paid) == 1 else ""


def _by_money_named(mapping: Mapping) -> str:
    """The country of the only money that headers over what was paid name: "Subs paid (KES)"."""
    words = {word for header, target in mapping.columns if target in _PAID for word in _MONEY.findall(header)}
    named = {code for word in words if (code := country_by_money(word))}
    return named.pop() if len(named) == 1 else ""


def _by_postcodes(columns: list[CellColumn]) -> str:
    return country_by_postcodes(columns[0])


def _by_ids(columns: list[CellColumn]) -> str:
    # Marks of direction, which Arabic lists are full of, are no part of a number.
    numbers = [cell.encode("ascii", "ignore").decode() for cell in _some(columns)]
    return country_by_ids(numbers)


#: What tells the country, the surest first.
_EVIDENCE: tuple[tuple[str, Callable[[list[CellColumn]], str]], ...] = (
    ("country", _by_names),
    ("phone", _by_phones),
    ("email", _by_mails),
    ("other_id", _by_ids),
    ("npwp", _by_ids),
    ("currency", _by_money),
    ("postcode", _by_postcodes),
)


def _by_headers(table: RawTable) -> str:
    """The country whose language the headers are written in, if it is one."""
    languages = languages_of(table.headers)
    return _AT_HOME.get(languages[0], "") if len(languages) == 1 else ""


def _some(columns: Iterable[CellColumn]) -> Iterator[str]:
    """Different cells of these columns that say something."""
    for column in columns:
        places = spread_evenly(len(column.distinct), _TELLING).tolist()
        yield from (text for place in places if (text := column.distinct[place].strip()))


def _usual(codes: Counter[str], fewest: int = _FEWEST) -> str:
    """The code that nearly all are."""
    code, count = next(iter(codes.most_common(1)), ("", 0))
    return code if count >= max(fewest, _NEARLY_ALL * codes.total()) else ""
