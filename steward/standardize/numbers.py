"""Numbers and money: plain digits with a decimal point."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING

from steward.standardize import reference
from steward.standardize.placeholders import fillers_of, is_placeholder
from steward.standardize.standard_value import (
    EMPTY_VALUE,
    NO_HINTS,
    PLACEHOLDER_VALUE,
    UNUSABLE_VALUE,
    ColumnHints,
    StandardValue,
    valid,
)
from steward.standardize.text import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_GROUPED_BY_DOT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
#: In India only the last group has three digits: "2,47,800".
_GROUPED_BY_COMMA = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3}")
#: "0,00 € (hon.)"
_REMARK = re.compile(r"(?<=\S)\s*\([^()\d]+\)$")
_DIGITS = re.compile(r"(?<![\w.])[.,]\d+|\d[\d.,' ]*")
_UNITS = {
    "rb": 3,
    "ribu": 3,
    "k": 3,
    "jt": 6,
    "juta": 6,
    "m": 9,
    "mn": 6,
    "milyar": 9,
    "miliar": 9,
    "milyard": 9,
    "triliun": 12,
    "t": 12,
    "tr": 6,
    "trieu": 6,
    "nghin": 3,
    "ngan": 3,
    "ty": 9,
    "lakh": 5,
    "lakhs": 5,
    "lac": 5,
    "crore": 7,
    "crores": 7,
    "cr": 7,
}
_UNIT_NAMES = "|".join(sorted(_UNITS, key=len, reverse=True))
_UNIT_BEHIND = re.compile(rf"\s*({_UNIT_NAMES})\b")
#: The unit where the fraction begins: Vietnam's "12tr5" for twelve and a half million.
_UNIT_AS_COMMA = re.compile(r"^(\d{1,3})(tr|trieu|ty|k)(\d)$")
_LONGEST = 30
#: Thousands before one group of three digits; of fractions of three digits few end with two zeros.
_ONE_GROUP, _MOSTLY_ROUND = 2, 0.5
#: More digits are rounded.
_EXACT = 28


def standardize_number(raw: str, hints: ColumnHints = NO_HINTS) -> StandardValue:
    """A number as plain digits with a point.

    >>> [standardize_number(raw).value for raw in ("Rp 1.250.000,50", "1,250,000.00", "1,5 jt", "250rb")]
    ['1250000.5', '1250000', '1500000', '250000']
    """
    text = _REMARK.sub("", fold(squeeze(raw)).strip("' "))
    if not text:
        return EMPTY_VALUE
    if is_placeholder(text, "value"):
        return PLACEHOLDER_VALUE
    is_negative = text.startswith("(") and text.endswith(")")
    text = _UNIT_AS_COMMA.sub(r"\1,\3\2", text)
    found = _number().fullmatch(text.strip("() ") if is_negative else text)
    if not found or len(text) > _LONGEST:
        return UNUSABLE_VALUE
    try:
        number = Decimal(_with_point(found["digits"].strip(" ."), hints) + (found["exponent"] or ""))
    except InvalidOperation:
        return UNUSABLE_VALUE
    number = number.scaleb(_UNITS.get(found["unit"] or "", 0))
    if is_negative or found["sign"] == "-":
        number = -number
    return valid(_plain(number))


def clear_numbers(raws: Iterable[str]) -> dict[str, str]:
    """The standard values of those that need no cleaning and leave no doubt: digits and nothing else."""
    fillers = fillers_of("value")
    return {
        raw: raw
        for raw in raws
        if raw.isdecimal() and raw.isascii() and raw[0] != "0" and len(raw) <= _EXACT and raw not in fillers
    }


def uses_decimal_comma(raws: Iterable[str]) -> bool | None:
    """Whether a column writes 1,5 for one and a half; None when no value proves it."""
    marked = sorted(raw for raw in raws if "," in raw or "." in raw or "&" in raw)
    votes = Counter(vote for raw in marked if (vote := shows_decimal_comma(raw)) is not None)
    return votes.most_common(1)[0][0] if votes else None


def shows_decimal_comma(raw: str) -> bool | None:
    """Whether a number can only be read with a comma before its fraction, or only with a point; None: it doesn't say.

    >>> shows_decimal_comma("1.250,5"), shows_decimal_comma("12.5"), shows_decimal_comma("1.250")
    (True, False, None)
    >>> shows_decimal_comma("Rp.50"), shows_decimal_comma("12,50 руб.")
    (None, True)

    Who writes "1.2jt" for 1,200,000 writes "350.000" for 350 thousand: fractions of millions tell of no other numbers.
    """
    said = squeeze(raw)
    found = _DIGITS.search(said)
    if found and _UNIT_BEHIND.match(fold(said[found.end() :])):
        return None
    # What money is called has points of its own: "Rp.50", "12,50 руб."
    text = found[0].rstrip(" .,") if found else ""
    comma, dot = text.rfind(","), text.rfind(".")
    if comma < 0 and dot < 0:
        return None
    if comma >= 0 and dot >= 0:
        return comma > dot
    mark = "," if comma >= 0 else "."
    tail = re.match(r"\d*", text[max(comma, dot) + 1 :])
    if text.count(mark) > 1:
        return mark == "."
    # Three digits behind a lone mark may be a group of thousands: no proof.
    if tail is None or len(tail[0]) in {0, 3}:
        return None
    return mark == ","


def group_thousands(raws: Sequence[str]) -> bool:
    """Whether one sign groups the thousands of all these numbers and nothing looks like a fraction: they are round, or
    one of them has several groups.

    >>> group_thousands(["Rp 1.250.000", "83.500"]), group_thousands(["83.500", "1,250"]), group_thousands(["1.253"])
    (True, False, False)
    """
    texts = [fold(squeeze(raw)).strip("' -") for raw in raws]
    found = [match for text in texts if (match := _number().fullmatch(text)) and not match["unit"]]
    digits = [text for match in found if not (text := match["digits"].strip(" .")).isdecimal()]
    is_one_sign = any(all(map(pattern.fullmatch, digits)) for pattern in (_GROUPED_BY_DOT, _GROUPED_BY_COMMA))
    round_ones = sum(1 for text in digits if text.endswith("00"))
    several = any(len(re.split("[.,]", text)) > _ONE_GROUP for text in digits)
    return bool(digits) and is_one_sign and (several or round_ones >= _MOSTLY_ROUND * len(digits))


@cache
def _number() -> re.Pattern[str]:
    """An amount in small letters, with what money is called before or behind it.

    No more than two such words stand before it: "us$" alone can be read in two ways, and many of them in too many.
    """
    names = sorted({fold(name) for name in reference.words("currencies")}, key=lambda name: (-len(name), name))
    money = rf"(?:{'|'.join(map(re.escape, names))})"
    return re.compile(
        rf"(?:{money}\.?\s*){{0,2}}(?P<sign>[+-]?)\s*(?:{money}\.?\s*)?"
        r"(?P<digits>\d[\d.,' ]*|[.,]\d+)(?P<exponent>e[+-]?\d{1,2})?\s*"
        # Francs are an F behind a number; among the words for money it would be found in headers.
        rf"(?P<unit>{_UNIT_NAMES}|%)?\s*(?:,?-{{1,2}}|/[-=])?\s*(?:{money}|f)?\s*\.?"
    )


def _with_point(digits: str, hints: ColumnHints) -> str:
    digits = digits.replace(" ", "").replace("'", "")
    comma, dot = digits.rfind(","), digits.rfind(".")
    if comma >= 0 and dot >= 0:
        decimal, group = (",", ".") if comma > dot else (".", ",")
        return digits.replace(group, "").replace(decimal, ".")
    if hints.decimal_comma is not False and _GROUPED_BY_DOT.fullmatch(digits):
        return digits.replace(".", "")
    if hints.decimal_comma is not True and _GROUPED_BY_COMMA.fullmatch(digits):
        return digits.replace(",", "")
    return digits.replace(",", ".")


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text in {"-0", ""}:
        return "0"
    # A fourth decimal keeps "1.125" from being read as thousands when it is standardized again.
    return f"{text}0" if _GROUPED_BY_DOT.fullmatch(text.lstrip("-")) else text
