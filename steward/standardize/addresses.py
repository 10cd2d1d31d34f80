"""Addresses: one order, one set of abbreviations; parts, words and house numbers for matching."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from steward.standardize import reference
from steward.standardize.address_segments import (
    SegmentKind,
    are_settled,
    find_rt_rw,
    format_rt_rw,
    kind_of,
    segments_of,
)
from steward.standardize.localities import is_city, is_province, standardize_city, standardize_province
from steward.standardize.placeholders import is_placeholder
from steward.standardize.standard_value import EMPTY_VALUE, PLACEHOLDER_VALUE, StandardValue, invalid, valid
from steward.standardize.text import fold, is_roman_numeral, plain_quotes, squeeze, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

_INDONESIAN = re.compile(
    r"\b(?:Jl|Gg|Perum|Komp|Dsn|Kp|Kel|Kec|Kab|Lk)\.|\b(?:RT|RW) \d{3}|\b(?:Blok|Desa|Ruko|Raya|Apartemen|No\.) "
)
_POSTCODE = re.compile(r"(?:^|[\s,]+)(\d{5})$")
_HOUSE = re.compile(r"\bNo\. (\d+[A-Z]?(?:[-/]\d+[A-Z]?)?)")
_BLOCK = re.compile(r"\bBlok ([A-Z]{1,2}\d{0,3}|\d{1,3})\b")
_LAST_NUMBER = re.compile(r"^(?:Jl|Gg)\. [^,]*\s(\d{1,4}[A-Z]?)$")
_FIRST_NUMBER = re.compile(r"^(\d{1,6}[A-Z]?)(?:[-/]\d+)?\s")
_BARE_RT_RW = re.compile(r"\s*(\d{1,3})\s*[/\-., ]\s*(\d{1,3})\s*")
_REMARK = re.compile(
    r"^(?:titip|depan|dpn|belakang|blkg|samping|smpg|dekat|dkt|seberang|sebrang|sblh|sebelah|masuk|patokan|pagar|kos|kost|cat|warna|rumah)\b",
    re.IGNORECASE,
)
_SHORT_CITY = 5
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class AddressParts:
    """What a standard address names; "" where it says nothing."""

    street: str = ""
    rt_rw: str = ""
    village: str = ""
    district: str = ""
    city: str = ""
    province: str = ""
    postcode: str = ""


def standardize_address(raw: str) -> StandardValue:
    """An address in standard order and abbreviations.

    >>> standardize_address("Jln Ir. H. Juanda no:117 kel Duren Jaya rt 6 rw 14").value
    'Jl. Ir. H. Juanda No. 117, RT 006/RW 014, Kel. Duren Jaya'
    """
    text = plain_quotes(squeeze(", ".join(raw.splitlines()))).lstrip("' ")
    if not text:
        return EMPTY_VALUE
    if is_placeholder(text, "word"):
        return PLACEHOLDER_VALUE
    if "@" in text and " " not in text:
        return invalid(text)
    before = ""
    while text != before:
        segments = segments_of(text)
        before, text = text, ", ".join(segments)
        if are_settled(segments):
            break
    return valid(text) if text and not is_placeholder(text, "word") else PLACEHOLDER_VALUE


def standardize_rt_rw(raw: str) -> StandardValue:
    """RT and RW: ``"6/14"`` and ``"RT.6 RW.14"`` -> ``"RT 006/RW 014"``."""
    text = squeeze(raw).lstrip("' ")
    if not text:
        return EMPTY_VALUE
    bare = _BARE_RT_RW.fullmatch(text)
    found = bare.groups() if bare else find_rt_rw(text)
    if found:
        standard = format_rt_rw(found[0], found[1])
        return valid(standard) if standard else PLACEHOLDER_VALUE
    return PLACEHOLDER_VALUE if is_placeholder(text, "word") else valid(text)


def address_parts(standard: str) -> AddressParts:
    """The parts of a standard address, untagged ones by their place between the others.

    >>> address_parts("Jl. Mawar No. 3, RT 002/RW 001, Kel. Poris Gaga, Tangerang 15122").city
    'Tangerang'
    """
    rest, postcode = _without_postcode(standard)
    segments = [segment.strip() for segment in rest.split(",") if segment.strip()]
    province = _take_province(segments, has_postcode=bool(postcode))
    street, found, loose = _sorted_out(segments)
    places = _places(loose, found, is_full=bool(province or postcode))
    return AddressParts(
        street=", ".join(street),
        rt_rw=found[SegmentKind.RT_RW],
        village=_untagged(places[SegmentKind.VILLAGE]),
        district=_untagged(places[SegmentKind.DISTRICT]),
        city=standardize_city(places[SegmentKind.CITY]).value if places[SegmentKind.CITY] else "",
        province=province,
        postcode=postcode,
    )


def _take_province(segments: list[str], *, has_postcode: bool) -> str:
    """Take the province at the end off, and set the city before it apart from a village or district."""
    if len(segments) > 1 and _is_last_province(segments):
        return standardize_province(segments.pop()).value
    if not segments:
        return ""
    segments[-1], province = _without_last_place(segments[-1], is_province)
    if kind_of(segments[-1]) in {SegmentKind.VILLAGE, SegmentKind.DISTRICT}:
        shorter, city = _without_last_place(segments[-1], is_city)
        # Districts such as Bukit Batu end like a city: a short name needs the province or postcode behind it.
        if city and (province or has_postcode or len(city) > _SHORT_CITY):
            segments[-1:] = [shorter, city]
    return standardize_province(province).value


def _sorted_out(segments: list[str]) -> tuple[list[str], dict[SegmentKind, str], list[tuple[SegmentKind, str]]]:
    """The street, the tagged places, and untagged ones, each with the kind of the tagged one before it."""
    found = {SegmentKind.RT_RW: "", SegmentKind.VILLAGE: "", SegmentKind.DISTRICT: "", SegmentKind.CITY: ""}
    street: list[str] = []
    loose: list[tuple[SegmentKind, str]] = []
    seen = SegmentKind.STREET
    for index, segment in enumerate(segments):
        kind = kind_of(segment)
        if kind in found and index:
            seen = kind
            found[kind] = found[kind] or segment
        elif kind is SegmentKind.UNTAGGED and (seen > SegmentKind.HAMLET or (index and is_city(segment))):
            loose.append((seen, segment))
        elif kind is SegmentKind.UNTAGGED and street and _is_place_behind(street[-1], segment):
            loose.append((SegmentKind.RT_RW, segment))
        else:
            street.append(segment)
    return street, found, loose


def address_tokens(standard: str) -> tuple[str, ...]:
    """The words of street, complex and number for comparing; ranks, labels and remarks off, I to 1.

    >>> address_tokens("Jl. Jend. A. Yani III No. 5, RT 001/RW 002, Kel. Sako")
    ('ahmad', 'yani', '3', '5')
    >>> address_tokens("435 S. La Cienega Blv")
    ('435', 'south', 'la', 'cienega', 'boulevard')
    """
    is_indonesian = _INDONESIAN.search(standard) is not None
    street = address_parts(standard).street if is_indonesian else standard
    segments = [segment for segment in street.split(", ") if not _REMARK.match(segment)]
    words = words_of(" ".join(segments))
    same = _same_words("id" if is_indonesian else "en")
    tokens = [_arabic(same.get(word, word), index) for index, word in enumerate(words)]
    kept = [token for token in tokens if token != "-"]
    if is_indonesian:
        kept = _with_first_name(kept)
    return tuple(kept) or tuple(words)


def _is_place_behind(street: str, segment: str) -> bool:
    """Behind an Indonesian street with its number a bare name is a village or district, not more of the street."""
    return bool(_INDONESIAN.search(street) and _HOUSE.search(street)) and not (
        _REMARK.match(segment) or any(character.isdigit() for character in segment)
    )


def house_number(standard: str) -> str:
    """The house number, with its block: ``"117"``, ``"H19/27"``; "" when there is none.

    >>> house_number("Komp. Royal Blok H19 No. 27"), house_number("435 S. La Cienega Blv"), house_number("Jl. Bromo 77")
    ('H19/27', '435', '77')
    """
    number = _HOUSE.search(standard)
    block = _BLOCK.search(standard)
    if block:
        return f"{block[1]}/{number[1]}" if number else block[1]
    if number:
        return number[1]
    segments = standard.split(", ")
    found = _FIRST_NUMBER.match(standard) or next(filter(None, map(_LAST_NUMBER.match, segments[:2])), None)
    return found[1] if found else ""


def _without_postcode(standard: str) -> tuple[str, str]:
    found = _POSTCODE.search(standard)
    return (standard[: found.start()], found[1]) if found and found.start() else (standard, "")


def _is_last_province(segments: list[str]) -> bool:
    """Jambi behind a city is the province, behind a district the city."""
    return is_province(segments[-1]) and (not is_city(segments[-1]) or is_city(segments[-2]))


def _without_last_place(segment: str, is_place: Callable[[str], bool]) -> tuple[str, str]:
    """A tagged segment and the place that follows in it without a comma: ("Kab. Kendal", "Jateng")."""
    words = segment.split()
    if kind_of(segment) <= SegmentKind.RT_RW or kind_of(segment) is SegmentKind.UNTAGGED:
        return segment, ""
    for start in range(2, len(words)):
        place = " ".join(words[start:])
        if is_place(place):
            return " ".join(words[:start]), place
    return segment, ""


def _places(
    loose: list[tuple[SegmentKind, str]], found: dict[SegmentKind, str], *, is_full: bool
) -> dict[SegmentKind, str]:
    """Village, district and city, untagged segments filled in where their neighbours leave room.

    ``is_full``: the address went on to a province or postcode, so its last place is the city.
    """
    places = dict(found)
    if loose and not places[SegmentKind.CITY]:
        after, last = loose[-1]
        if is_full or after is SegmentKind.DISTRICT or is_city(last) or len(loose) > 2:
            places[SegmentKind.CITY] = last
            loose = loose[:-1]
    for after, segment in loose:
        is_before_district = after < SegmentKind.VILLAGE and not places[SegmentKind.VILLAGE]
        kind = SegmentKind.VILLAGE if is_before_district else SegmentKind.DISTRICT
        places[kind] = places[kind] or segment
    return places


def _untagged(segment: str) -> str:
    return segment.split(" ", 1)[1] if kind_of(segment) is not SegmentKind.UNTAGGED else segment


def _with_first_name(tokens: list[str]) -> list[str]:
    """ "A. Yani" is Ahmad Yani; other initials stay."""
    following = [*tokens, ""][1:]
    return ["ahmad" if pair == ("a", "yani") else pair[0] for pair in zip(tokens, following, strict=True)]


def _arabic(word: str, index: int) -> str:
    if not index or not is_roman_numeral(word):
        return word
    values = [_ROMAN_VALUES[char] for char in fold(word)]
    signed = (-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))
    return str(sum(signed))


@cache
def _same_words(scope: str) -> dict[str, str]:
    return {row["word"]: row["same"] for row in reference.rows("street_words") if row["scope"] == scope}
