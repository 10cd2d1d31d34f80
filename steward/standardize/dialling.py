"""Which phone numbers can be dialled, as the library of the world's numbers knows it."""

from __future__ import annotations

import re
from functools import cache

import phonenumbers

#: Ten digits in groups as in North America, which some of Europe use too.
OTHER_COUNTRY = re.compile(r"\(?([2-9]\d{2})\)?\s*[-/. ]\s*(\d{3})[-. ](\d{4})")
#: What the library knows about a country's numbers: what all have in common, then the kinds.
_KINDS = (
    *("general_desc", "mobile", "fixed_line", "toll_free", "premium_rate", "shared_cost"),
    *("voip", "personal_number", "pager", "uan", "voicemail"),
)


def can_be_dialled(number: str, region: str | None = None) -> bool:
    """Whether a number can be dialled from that region; from anywhere, if it begins with a country code."""
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, region))
    except phonenumbers.NumberParseException:
        return False


def has_right_length(number: str) -> bool:
    """Whether a number with its country code is as long as others of that country, whether or not it is given out."""
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return False


def region_by_code(digits: str) -> str:
    """The country, or of several the main one, whose code a number begins with; "" when it is none."""
    for length in (1, 2, 3):
        codes = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(digits[:length] or 0))
        if codes:
            return str(codes[0])
    return ""


def is_written_as_in(number: str, region: str) -> bool:
    """Whether a number can be dialled there and its digits are grouped as people there do: "06 67 92 63 83"."""
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return False
    if number.isdecimal() or not phonenumbers.is_valid_number(parsed):
        return False
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL) == number


def is_indonesian(national: str) -> bool:
    """Whether a number without country code and trunk zero can be dialled in Indonesia."""
    general, *kinds = _indonesian_kinds()
    if not general[0].fullmatch(national):
        return False
    return any(len(national) in lengths and kind.fullmatch(national) for kind, lengths in kinds)


@cache
def _indonesian_kinds() -> tuple[tuple[re.Pattern[str], frozenset[int]], ...]:
    """Shape and lengths of any number, then of each kind: asking the library for one number takes ten times longer."""
    metadata = phonenumbers.PhoneMetadata.metadata_for_region("ID")
    kinds = [getattr(metadata, name) for name in _KINDS]
    return tuple(
        (re.compile(kind.national_number_pattern), frozenset(kind.possible_length))
        for kind in kinds
        if kind is not None and kind.national_number_pattern
    )
