"""Identity numbers: NIK, NPWP, family card, and codes of other kinds."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from itertools import filterfalse, islice
from typing import TYPE_CHECKING

from stdnum import luhn

from steward.standardize import reference
from steward.standardize.placeholders import fillers_of, is_counting_up, is_placeholder, is_repeated_digit
from steward.standardize.plain import standardize_code
from steward.standardize.standard_value import (
    EMPTY_VALUE,
    NO_HINTS,
    PLACEHOLDER_VALUE,
    UNUSABLE_VALUE,
    ColumnHints,
    StandardValue,
    doubtful,
    invalid,
    valid,
)
from steward.standardize.text import fold, plain_quotes, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABEL = re.compile(r"^(?:(?:no|nomor)\.?\s*)?(?:e-?ktp|ktp|nik|npwp|no|kk)?\s*[.:#]*\s*(?=[\dOoIl?-])", re.IGNORECASE)
_OTHER_DOCUMENT = re.compile(r"^\W*(?:sim|passport|paspor|pspr|kitas|kitap|nib|bpjs)\b", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"(\d)[.,](\d+)[eE]\+?(\d{1,2})|(\d)[eE]\+?(\d{1,2})")
_FOREIGN_TAX = re.compile(
    r"(AT|BE|BG|CH|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK)[0-9A-Z]{8,12}"
)
#: What may have been a number of ours: its digits in a row or in our groups, some of them lost, or rounded ones.
_OF_OURS = re.compile(
    r"""\D{0,12}(?:
    [0-9]{13,16}\?*(?:\.0)?|[0-9]{22}
    |[0-9]{4}(?:[-.\ ][0-9]{4}){3}|[0-9]{6}[-.\ ][0-9]{6}[-.\ ][0-9]{4}
    |[0-9]{1,2}[.\ ][0-9]{3}[.\ ][0-9]{3}[.\ ]?[0-9]?[-.\ ][0-9]{3}[.\ ]?[0-9]{3}
    |[0-9][.,]?[0-9]*[eE]\+?[0-9]{1,2}
    )\D*""",
    re.VERBOSE,
)
_FEWEST_FOREIGN, _FEW_OF_OURS = 8, 0.2
#: Shorter ones may be of one digit by chance.
_LONG_NUMBER = 7
_SEPARATORS = re.compile(r"[\s.\-/'_,]+")
_LOOKS_LIKE_DIGIT = str.maketrans("OoIl|", "00111")
_NIK_WITH_GAPS = re.compile(r"\d{12,15}\?{1,4}")
#: Numbers of an area, a day that every month has, women's days plus 40, and a last digit that nothing rounded.
_CLEAN_NIK = re.compile(
    r"[0-9]{2}(?!00)[0-9]{2}(?!00)[0-9]{2}(?:0[1-9]|1[0-9]|2[0-8]|4[1-9]|5[0-9]|6[0-8])(?:0[1-9]|1[0-2])[0-9]{5}[1-9]"
)
_NIK_LENGTH = 16
_LIKE_NIK = re.compile(r"\W*[1-9](\W?\d){15}\W*|[\d.,]+E\+?\d+", re.IGNORECASE)
#: A postcode that nobody has.
_FILLER = "12345"
#: A spreadsheet's number keeps this many digits.
_KEPT_DIGITS = 15
#: So many tell the district of birth.
_DISTRICT = 6


def standardize_nik(raw: str, hints: ColumnHints = NO_HINTS) -> StandardValue:
    """A NIK as 16 digits; digits that a spreadsheet rounded away are "?" and the value is doubtful.

    >>> standardize_nik("3171.0117.0845.0001").value, standardize_nik("3273015507850010").value
    ('3171011708450001', '327301550785001?')

    An unknown area is doubtful; an impossible birth date is invalid and keeps its digits, which may be mistyped.
    """
    if _OTHER_DOCUMENT.match(raw):
        return UNUSABLE_VALUE
    digits = _digits_of(raw)
    if isinstance(digits, StandardValue):
        return digits
    if _NIK_WITH_GAPS.fullmatch(digits):
        return doubtful(digits) if _has_nik_date(digits) else invalid(digits)
    if len(digits) == _KEPT_DIGITS and _has_nik_date(digits) and digits[:2] in _provinces():
        return doubtful(f"{digits}?")
    if len(digits) != _NIK_LENGTH or not _has_nik_date(digits):
        return invalid(digits)
    if digits.endswith("0000") or (hints.has_rounded_ids and digits.endswith("0")):
        return doubtful(f"{digits[:_KEPT_DIGITS]}?")
    is_area_known = digits[:2] in _provinces() and digits[2:4] != "00" and digits[4:6] != "00"
    return valid(digits) if is_area_known else doubtful(digits)


def clear_niks(raws: Iterable[str]) -> dict[str, str]:
    """The standard values of those that need no cleaning and leave no doubt."""
    provinces = _provinces()
    return {
        raw: raw
        for raw in filter(_CLEAN_NIK.fullmatch, raws)
        if raw[:2] in provinces and not (raw[0] == raw[-1] and is_repeated_digit(raw))
    }


def standardize_npwp(raw: str, hints: ColumnHints = NO_HINTS) -> StandardValue:
    """An NPWP in its old form of 15 digits, or the NIK that took its place.

    >>> standardize_npwp("81.149.213.1-454.000").value, standardize_npwp("13121660091000").value
    ('811492131454000', '013121660091000')

    A wrong check digit is doubtful: the rule comes from practice, not from the tax office. A number that begins with
    the letters of another country, as in Europe, is one of that country.
    """
    digits = _digits_of(raw)
    if digits == UNUSABLE_VALUE and (foreign := _FOREIGN_TAX.fullmatch(_SEPARATORS.sub("", raw).upper())):
        return valid(foreign[0])
    if isinstance(digits, StandardValue):
        return digits
    if len(digits) == 22:  # a branch number: the taxpayer's 16 digits and 6 of its own
        digits = digits[:16]
    if "?" in digits or (len(digits) == _NIK_LENGTH and not digits.startswith("0")):
        return standardize_nik(digits, hints)
    if len(digits) == 16:
        digits = digits[1:]
    if len(digits) == 14:
        digits = f"0{digits}"
    if len(digits) != 15:
        return invalid(digits)
    return valid(digits) if luhn.is_valid(digits[:9]) and digits[:9].strip("0") else doubtful(digits)


def standardize_family_card(raw: str, hints: ColumnHints = NO_HINTS) -> StandardValue:
    """A family card number as 16 digits, lost ones as "?", like a NIK but with the date of recording."""
    digits = _digits_of(raw)
    if isinstance(digits, StandardValue):
        return digits
    if _NIK_WITH_GAPS.fullmatch(digits):
        return doubtful(digits)
    if len(digits) != _NIK_LENGTH:
        return invalid(digits)
    if digits.endswith("0000") or (hints.has_rounded_ids and digits.endswith("0")):
        return doubtful(f"{digits[:_KEPT_DIGITS]}?")
    return valid(digits) if _has_nik_date(digits) else doubtful(digits)


def standardize_identifier(raw: str) -> StandardValue:
    """A number of another country or kind: capitals and digits, blanks and dashes off."""
    text = plain_quotes(squeeze(raw)).lstrip("' ")
    if not text:
        return EMPTY_VALUE
    code = re.sub(r"[^\w?]|_", "", text).upper()
    code = code if code == code.upper() else text
    if is_placeholder(text, "word", "value") or is_repeated_digit(code):
        return PLACEHOLDER_VALUE
    if _SCIENTIFIC.fullmatch(text) and "+" in text:
        return doubtful("")
    return valid(code)


def standardize_postcode(raw: str) -> StandardValue:
    """A postal code: five digits in Indonesia, else capitals as written.

    >>> standardize_postcode("40559.0").value, standardize_postcode("sw1a  1aa").value
    ('40559', 'SW1A 1AA')
    """
    text = plain_quotes(squeeze(raw)).lstrip("' ").removesuffix(".0").upper()
    if not text:
        return EMPTY_VALUE
    if is_placeholder(text, "word", "value") or (text.isdigit() and (is_repeated_digit(text) or text == _FILLER)):
        return PLACEHOLDER_VALUE
    joined = text.replace(" ", "").replace(".", "")
    if joined.isdigit() and len(joined) == 5:
        return valid(joined)
    has_digit = any(map(str.isdigit, text))
    return valid(text) if has_digit and 3 <= len(text) <= 10 else invalid(text)


def clear_postcodes(raws: Iterable[str]) -> dict[str, str]:
    """The standard values of those that need no cleaning and leave no doubt: five digits."""
    fillers = fillers_of("word", "value") | {_FILLER}
    return {
        raw: raw
        for raw in raws
        if len(raw) == 5 and raw.isascii() and raw.isdecimal() and raw not in fillers
        if not (raw[0] == raw[-1] and is_repeated_digit(raw))
    }


def like_niks(raws: Iterable[str]) -> list[str]:
    """Those of 16 digits that begin with none of the zeros of a tax number, or are what a spreadsheet made of them."""
    return [raw for raw in raws if _LIKE_NIK.fullmatch(raw)]


def has_rounded_ids(raws: Iterable[str]) -> bool:
    """Whether a column of 16-digit ids went through a number cell: serials 0000 or many last digits 0."""
    texts = [text for text in _unquoted(raws) if text[:1] != text[-1:] or not is_repeated_digit(text)]
    # A district with zeros behind it fills a cell that had to be filled.
    ending = [text for text in texts if text.endswith("0") and text[_DISTRICT:].strip("0")]
    # No serial is 0000: the true last digit was cut off.
    if any(text.endswith("0000") for text in ending):
        return True
    # True serials end in 0 once in ten.
    is_known = len(texts) >= 20 and len(ending) * 4 <= len(texts)
    return not is_known or any(map(_SCIENTIFIC.fullmatch, filterfalse(str.isdecimal, texts)))


def standardize_other_id(raw: str) -> StandardValue:
    """The number of another document as it is written; one that somebody made up is nobody's.

    >>> standardize_other_id("A1234567").value, standardize_other_id("12345678901").status.value
    ('A1234567', 'placeholder')
    """
    code = standardize_code(raw)
    digits = _SEPARATORS.sub("", code.value)
    is_long = len(digits) >= _LONG_NUMBER and digits.isdecimal()
    return PLACEHOLDER_VALUE if is_long and _is_invented(digits) else code


def has_foreign_ids(raws: Iterable[str]) -> bool:
    """Whether hardly a number of a column has as many digits as those of our documents do."""
    texts = _unquoted(raws)
    ours = (text for text in texts if _OF_OURS.fullmatch(text) and not is_placeholder(text, "word", "value"))
    # Of a long list of ours these are enough to know it.
    held = len(list(islice(ours, int(_FEW_OF_OURS * len(texts)) + 1)))
    if held > _FEW_OF_OURS * len(texts):
        return False
    count = sum(not is_placeholder(text, "word", "value") for text in texts)
    return count >= _FEWEST_FOREIGN and held <= _FEW_OF_OURS * count


def _unquoted(raws: Iterable[str]) -> list[str]:
    """The texts without blanks and quotation marks around them, which of a long list hardly one has."""
    texts = list(raws)
    joined = "".join(texts)
    return [text.strip(" '") for text in texts] if " " in joined or "'" in joined else texts


def document_kind(raw: str) -> str:
    """The kind of another document in a cell for a NIK: ``document_kind("SIM 6106...") == "sim"``, else ""."""
    found = _OTHER_DOCUMENT.match(raw)
    return fold(re.sub(r"\W", "", found[0])) if found else ""


def _digits_of(raw: str) -> str | StandardValue:
    """The digits of a cell ("?" for lost ones), or the answer when it holds no readable number."""
    if raw.isascii() and raw.isdecimal():
        # Nothing to clean: the way of nearly every id of a long list.
        return PLACEHOLDER_VALUE if is_placeholder(raw, "word", "value") or _is_invented(raw) else raw
    text = plain_quotes(squeeze(raw)).lstrip("' ")
    if not text:
        return EMPTY_VALUE
    if is_placeholder(text, "word", "value"):
        return PLACEHOLDER_VALUE
    scientific = _SCIENTIFIC.fullmatch(text)
    if scientific:
        return _from_scientific(scientific)
    text = _LABEL.sub("", text).removesuffix(".0")
    if is_placeholder(text, "word", "value"):
        return PLACEHOLDER_VALUE
    digits = _SEPARATORS.sub("", text).translate(_LOOKS_LIKE_DIGIT)
    digits = re.sub(r"\(.*$", "", digits)
    if not re.fullmatch(r"[0-9]+\?*", digits):
        return UNUSABLE_VALUE
    return PLACEHOLDER_VALUE if _is_invented(digits) else digits


def _is_invented(digits: str) -> bool:
    return is_repeated_digit(digits) or (len(digits) >= 10 and is_counting_up(digits))


def _from_scientific(found: re.Match[str]) -> str | StandardValue:
    digits = (found[1] or found[4]) + (found[2] or "")
    length = int(found[3] or found[5]) + 1
    if len(digits) == length:
        return digits
    is_usable = len(digits) == _KEPT_DIGITS - 1 or len(digits) == _KEPT_DIGITS
    return digits + "?" * (length - len(digits)) if is_usable and length == _NIK_LENGTH else doubtful("")


def _has_nik_date(digits: str) -> bool:
    """Whether digits 7 to 12 are a day of some year, women's days plus 40."""
    if len(digits) < 15 or not digits[:12].isdecimal():
        return False
    return _is_nik_date(digits[6:12])


@lru_cache(maxsize=50_000)
def _is_nik_date(digits: str) -> bool:
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    day = day - 40 if day > 40 else day
    return any(_is_date(century + year, month, day) for century in (1900, 2000))


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@cache
def _provinces() -> frozenset[str]:
    return frozenset(row["code"] for row in reference.rows("provinces"))
