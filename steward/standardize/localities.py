"""Places: cities, regencies, provinces, districts, villages and countries."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from steward.standardize import reference
from steward.standardize.dates import split_place_and_date
from steward.standardize.placeholders import is_placeholder
from steward.standardize.standard_value import (
    EMPTY_VALUE,
    NO_HINTS,
    PLACEHOLDER_VALUE,
    UNUSABLE_VALUE,
    ColumnHints,
    StandardValue,
    valid,
)
from steward.standardize.text import capitalize_word, fold, is_roman_numeral, plain_quotes, squeeze, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_CITY = re.compile(
    r"^(?:kota\s*(?:administrasi|adm|adm\.|madya)?|kotamadya|kotama|kodya|kod)(?:\s*[.:]\s*|\s+)(?=\w)", re.IGNORECASE
)
_REGENCY = re.compile(r"^(?:kabupaten|kab|kabup)(?:\s*[.:]\s*|\s+)(?=\w)", re.IGNORECASE)
_CITY_BEHIND = re.compile(r"[\s,]+\(?(?:kota|kodya|kotamadya)\)?\.?$", re.IGNORECASE)
_REGENCY_BEHIND = re.compile(r"[\s,]+\(?(?:kabupaten|kab)\)?\.?$", re.IGNORECASE)
_COUNTRY_BEHIND = re.compile(r"[\s,]+(?:indonesia|ina|republik indonesia)\.?$", re.IGNORECASE)
_DISTRICT = re.compile(
    r"^(?:kecamatan|kec|kelurahan|kel|desa|ds|distrik|nagari|gampong|kalurahan|kapanewon|kemantren)(?:\s*[.:]\s*|\s+)(?=\w)",
    re.IGNORECASE,
)
_PROVINCE = re.compile(r"^(?:provinsi|propinsi|prov|prop)(?:\s*[.:]\s*|\s+)(?=\w)", re.IGNORECASE)
_POSTCODE_BEHIND = re.compile(r"[\s,]+\d{5}$")
#: Two X stand for none.
_PLACE_CODE = re.compile("(?!XX)[A-Z]{2}", re.IGNORECASE)
#: What a lone "NA" means, unless others beside it are codes as well.
_NOT_AVAILABLE, _FEWEST_CODES = "NA", 2
_SMALL_WORDS = frozenset({"of", "the", "and", "on", "upon", "de", "del", "la", "le", "du", "dan"})
_EDGES = " ,.;:-/'\"_*#()[]"
_TANJUNG = re.compile(r"^(?:tj|tg|tjg)\b\.?\s*(?=\w{3})", re.IGNORECASE)
#: Words that make a province of what follows, or that nothing is called by alone.
_NOT_A_CITY = frozenset(
    {
        "kep",
        "kepulauan",
        "di",
        "dki",
        "prov",
        "provinsi",
        "north",
        "south",
        "east",
        "west",
        "central",
        "kota",
        "kab",
        "kabupaten",
        "nusa",
        "new",
        "north of",
    }
)
KINDS = ("Kota ", "Kab. ")


def standardize_city(raw: str) -> StandardValue:
    """A city or regency; "Kota" and "Kab." stay where given and are never invented.

    >>> [standardize_city(raw).value for raw in ("BDG", "KABUPATEN BANDUNG", "Bekasi Kota", "Jkt Sel, Indonesia")]
    ['Bandung', 'Kab. Bandung', 'Kota Bekasi', 'Jakarta Selatan']

    Of "place, date of birth" the place is taken, of "city, province" the city.
    """
    text = plain_quotes(squeeze(raw))
    if _key(text) in _cities():
        # Before placeholders: "sda" is Sidoarjo among cities, "same as above" elsewhere.
        return valid(_city(text))
    return _standardize(text, _city)


def standardize_province(raw: str, hints: ColumnHints = NO_HINTS) -> StandardValue:
    """A province by its present name: ``"Jatim"`` and ``"East Java"`` -> ``"Jawa Timur"``."""
    text = plain_quotes(squeeze(raw))
    if hints.has_place_codes and _PLACE_CODE.fullmatch(text):
        return valid(_provinces().get(_key(text)) or text.upper())
    return _standardize(text, _province)


def standardize_district(raw: str) -> StandardValue:
    """A district or village without its label: ``"Kec. PONDOK MELATI"`` -> ``"Pondok Melati"``."""
    return _standardize(plain_quotes(squeeze(raw)), lambda text: _in_title_case(_DISTRICT.sub("", text)))


def standardize_country(raw: str, hints: ColumnHints = NO_HINTS) -> StandardValue:
    """A country by its English name: ``"WNI"`` -> ``"Indonesia"``."""
    text = plain_quotes(squeeze(raw))
    if hints.has_place_codes and _PLACE_CODE.fullmatch(text):
        return valid(_countries().get(fold(text)) or text.upper())
    return _standardize(text, lambda text: _countries().get(fold(text)) or _in_title_case(text))


def are_place_codes(raws: Iterable[str]) -> bool:
    """Whether most of the different values of a column are codes of two letters, and not all that it is missing."""
    different = {raw.strip().upper() for raw in raws}
    codes = {text for text in different if _PLACE_CODE.fullmatch(text)} - {_NOT_AVAILABLE}
    return len(codes) >= _FEWEST_CODES and 2 * len(codes) > len(different)


def standardize_place(raw: str) -> StandardValue:
    """A place of unknown kind (suburb, state): title case, nothing taken off; short codes in capitals."""
    return _standardize(
        plain_quotes(squeeze(raw)), lambda text: text.upper() if len(text) <= 3 else _in_title_case(text)
    )


def is_city(text: str) -> bool:
    """Whether a text is a city by its prefix or a known other name: ``is_city("Kab. Gowa")``, ``is_city("Smg")``."""
    if _CITY.match(text) or _REGENCY.match(text):
        return True
    return _key(text) in _cities() or "".join(words_of(text)) in _official_names()


def is_province(text: str) -> bool:
    """Whether a text names a province: ``is_province("Jatim")``."""
    return _key(_PROVINCE.sub("", text)) in _provinces()


def locality_core(standard: str) -> str:
    """A key that ignores Kota and Kab., blanks and hyphens: ``locality_core("Kab. Pare-Pare") == "parepare"``."""
    name = standard
    for kind in KINDS:
        name = name.removeprefix(kind)
    return "".join(words_of(name))


def _standardize(text: str, read: Callable[[str], str]) -> StandardValue:
    text = text.strip()
    if not text:
        return EMPTY_VALUE
    if is_placeholder(text, "word"):
        return PLACEHOLDER_VALUE
    if not any(map(str.isalpha, text)):
        return UNUSABLE_VALUE
    text = text.strip(_EDGES)
    while (cleaned := read(text).strip(_EDGES)) != text:
        text = cleaned
    is_named = any(map(str.isalpha, text)) and not is_placeholder(text, "word")
    return valid(text) if is_named else PLACEHOLDER_VALUE


def _city(text: str) -> str:
    if any(map(str.isdigit, text)):
        text = _POSTCODE_BEHIND.sub("", split_place_and_date(text)[0])
    text = _COUNTRY_BEHIND.sub("", text) or text
    head, comma, tail = text.rpartition(",")
    if comma and head.strip(_EDGES) and (is_province(tail) or fold(tail).strip() in _countries()):
        return head
    kind, name = _kind_of_city(text)
    name = _TANJUNG.sub("Tanjung ", _without_province(name))
    name = _cities().get(_key(name), name)
    if name.startswith(KINDS):
        return name
    name = _official_names().get("".join(words_of(name))) or _in_title_case(name)
    # The cities of Jakarta have no regency beside them: the prefix would only make two spellings of one place.
    return name if name.startswith("Jakarta") else f"{kind}{name}"


def _kind_of_city(text: str) -> tuple[str, str]:
    for kind, before, behind in (("Kota ", _CITY, _CITY_BEHIND), ("Kab. ", _REGENCY, _REGENCY_BEHIND)):
        for pattern in (before, behind):
            name = pattern.sub("", text)
            if name != text and name.strip(_EDGES):
                return kind, name.strip(_EDGES)
    return "", text


def _without_province(name: str) -> str:
    """ "Denpasar Bali" without the province; Banda Aceh and Muaro Jambi are whole names."""
    head, _, tail = name.rpartition(" ")
    is_whole = not head or "".join(words_of(name)) in _official_names() or _key(name) in _cities()
    if is_whole or fold(tail) == "jakarta" or fold(head).rstrip(".") in _NOT_A_CITY or not is_province(tail):
        return name
    return head.strip(_EDGES) or name


def _province(text: str) -> str:
    text = _COUNTRY_BEHIND.sub("", _PROVINCE.sub("", text)) or text
    return _provinces().get(_key(text)) or _in_title_case(text)


def _in_title_case(text: str) -> str:
    words = text.split()
    return " ".join(
        word.upper()
        if index and is_roman_numeral(word)
        else fold(word)
        if index and fold(word) in _SMALL_WORDS
        else word.upper()
        if fold(word) in {"dki", "di", "nsw"} and len(words) > 1
        else capitalize_word(word)
        for index, word in enumerate(words)
    )


def _key(text: str) -> str:
    return " ".join(words_of(text.replace(".", " "))).replace("d i ", "di ").replace("d k i", "dki")


@cache
def _cities() -> dict[str, str]:
    return {" ".join(words_of(row["alias"])): row["name"] for row in reference.rows("cities")}


@cache
def _official_names() -> dict[str, str]:
    """The official spelling of every city and regency by its letters alone."""
    return {"".join(words_of(row["name"])): row["name"] for row in reference.rows("regencies")}


@cache
def _provinces() -> dict[str, str]:
    return {
        _key(name): row["name"]
        for row in reference.rows("provinces")
        for name in (row["name"], *row["aliases"].split("|"))
        if name
    }


@cache
def _countries() -> dict[str, str]:
    return {
        fold(name): row["name"]
        for row in reference.rows("countries")
        for name in (row["iso2"], row["iso3"], row["name"], *row["other_names"].split("|"))
        if name
    }
