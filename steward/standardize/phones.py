"""Phone numbers: E.164 where the number can be read, with the repairs that spreadsheets make necessary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import phonenumbers

from steward.standardize.dialling import OTHER_COUNTRY, can_be_dialled, has_right_length, is_indonesian
from steward.standardize.placeholders import is_counting_up, is_placeholder, is_repeated_digit
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
from steward.standardize.text import plain_quotes, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A mobile number that needs no cleaning, with or without country code or trunk zero.
_CLEAN_MOBILE = re.compile(r"(?:\+?62|0)?(8[1-35-9][0-9]{7,10})")
#: One number and nothing else.
CLEAN_PHONE = re.compile(r"\+?[0-9]{6,15}")
_SCIENTIFIC = re.compile(r"(\d)[.,]?(\d*)[eE]\+?(\d{1,2})")
_FLOAT_TAIL = re.compile(r"(?<=\d)[.,]0$")
#: A letter O typed for a zero: it touches a digit, and no other letter.
_LETTER_O = re.compile(r"(?<![^\W\d_])[oO]+(?=[\d(.-])|(?<=\d)[oO]+(?![^\W\d_])")
_NUMBER = re.compile(r"[+(]*\d[\d\s().+/-]*")
_MASKED = re.compile(r"\d[\s.-]*[xX*]{3,}")
_SEPARATORS = re.compile(r"\s*(?:[;|&\n]|,|\b(?:atau|dan|or|and)\b)\s*", re.IGNORECASE)
_NOT_DIGITS = re.compile(r"\D+")
#: Fewest digits of a number that stands for itself; a shorter part beside a slash continues the one before.
_LONE_NUMBER = 6


def standardize_phone(raw: str, hints: ColumnHints = NO_HINTS) -> StandardValue:
    """A phone number as E.164.

    >>> standardize_phone("WA O812-3450-6789 (istri)").value
    '+6281234506789'

    A number without its area code or of an unreadable foreign shape keeps its digits and is doubtful; one that a
    spreadsheet rounded (8.12E+10) is doubtful without a value, since nobody can know the lost digits.
    """
    if clear := clear_phones((raw,), hints):
        return valid(clear[raw])
    text = plain_quotes(squeeze(raw)).lstrip("' ")
    if not text:
        return EMPTY_VALUE
    if is_placeholder(text, "word", "value") or _MASKED.search(text):
        return PLACEHOLDER_VALUE
    if "@" in text:
        return UNUSABLE_VALUE
    scientific = _SCIENTIFIC.fullmatch(text)
    if scientific:
        text = _exact_integer(scientific)
        if not text:
            return doubtful("")
    number = _readable_part(text)
    if not number:
        return UNUSABLE_VALUE
    return _read(number, hints)


def clear_phones(raws: Iterable[str], hints: ColumnHints) -> dict[str, str]:
    """The standard values of those that need no cleaning and leave no doubt: mobile numbers of Indonesia."""
    if hints.phone_region != "ID":
        return {}
    found = {}
    for mobile in filter(None, map(_CLEAN_MOBILE.fullmatch, raws)):
        national = mobile[1]
        # Fillers repeat a digit or count; only a number that seems to do so is looked at closely.
        is_suspect = national.count(national[-1]) >= len(national) - 2 or "1234567" in national
        if not (is_suspect and _is_filler(national)):
            found[mobile[0]] = f"+62{national}"
    return found


def split_phones(raw: str) -> tuple[str, ...]:
    """The numbers in one cell, as typed; a continued number is written out.

    >>> split_phones("021-5551234/35 atau 0812 3450 6789")
    ('021-5551234', '021-5551235', '0812 3450 6789')
    """
    if CLEAN_PHONE.fullmatch(raw) or _SCIENTIFIC.fullmatch(raw.strip()):
        return (raw,)
    # The line break of a cell separates; squeezing would turn it into a blank.
    text = squeeze(";".join(raw.splitlines()))
    parts: list[str] = []
    for part in _rejoined(_SEPARATORS.split(text)):
        parts.extend(_split_at_slashes(part))
    return tuple(part for part in parts if part)


def _exact_integer(scientific: re.Match[str]) -> str:
    """The digits of a number in scientific notation, "" when some were rounded away."""
    first, rest, exponent = scientific.groups()
    rest = rest.rstrip("0") if len(rest) > int(exponent) else rest
    return first + rest if len(rest) == int(exponent) else ""


def _readable_part(text: str) -> str:
    """The first run of digits and separators: labels before it and remarks or extensions after it are cut."""
    text = _FLOAT_TAIL.sub("", _LETTER_O.sub(lambda found: "0" * len(found[0]), text))
    found = _NUMBER.search(text)
    if not found:
        return ""
    number = found[0].strip(" -./(")
    head, slash, _ = number.partition("/")
    return head if slash and _stands_alone(head) else number


def _read(number: str, hints: ColumnHints) -> StandardValue:
    other = OTHER_COUNTRY.fullmatch(number) if hints.phone_region in ("", "ID") else None
    if other:
        value = "-".join(other.groups())
        return doubtful(value) if hints.phone_region == "ID" else valid(value)
    digits = _ascii_digits(number)
    has_country_code = number.lstrip("( ").startswith("+")
    if digits.startswith("00") and len(digits) > 9:
        digits = digits[2:]
        is_dialled = can_be_dialled if hints.phone_region == "ID" else has_right_length
        has_country_code = digits.startswith("62") or is_dialled(f"+{digits}")
    if _is_filler(digits):
        return PLACEHOLDER_VALUE
    if len(digits) < 4 or len(digits) > 15:
        return invalid(digits[:20])
    if has_country_code and digits[0] != "0" and not digits.startswith("62"):
        return _foreign(digits)
    # With its plus it is of Indonesia, whatever the others are.
    if hints.phone_region != "ID" and not (has_country_code and digits.startswith("62")):
        return _of_region(digits, hints.phone_region)
    national = _national_number(digits, has_country_code=has_country_code)
    if not national:
        return doubtful(digits)
    if is_indonesian(national):
        return valid(f"+62{national}")
    return doubtful(f"+62{national}") if len(national) >= _LONE_NUMBER else invalid(digits)


def _national_number(digits: str, *, has_country_code: bool) -> str:
    """The Indonesian number without country code and trunk zero; "" when its area is not known."""
    if digits.startswith("0"):
        return digits.lstrip("0")
    if digits.startswith("62"):
        rest = digits[2:].lstrip("0")
        # Without the plus, 62 can also be an area code (0622 Siantar) that lost its zero.
        if has_country_code or (rest.startswith("8") and len(rest) >= 8):
            return rest
        if len(digits) >= 10 and is_indonesian(rest):
            return rest
    if digits.startswith("8") and 9 <= len(digits) <= 12:
        return digits
    return digits if len(digits) >= 9 and is_indonesian(digits) else ""


def _foreign(digits: str) -> StandardValue:
    number = f"+{digits}"
    return valid(number) if can_be_dialled(number) else doubtful(number)


def _of_region(digits: str, region: str) -> StandardValue:
    if not region:
        return valid(digits) if len(digits) >= _LONE_NUMBER else invalid(digits)
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return doubtful(digits)
    if not phonenumbers.is_possible_number(number):
        return doubtful(digits)
    # Typed with its country code or without, a number that is given to nobody is the same.
    found = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return valid(found) if phonenumbers.is_valid_number(number) else doubtful(found)


def _is_filler(digits: str) -> bool:
    """0800000000, 021-0000000, 999999, 0812345678..."""
    national = digits.removeprefix("62").lstrip("0") or "0"
    if national == "0" or is_repeated_digit(digits) or is_repeated_digit(national):
        return True
    if len(national) >= 7 and any(is_repeated_digit(national[skip:]) for skip in (1, 2)):
        return True
    counting = national[1:] if national.startswith("8") else national
    return len(counting) >= 8 and is_counting_up(counting)


def _rejoined(parts: list[str]) -> list[str]:
    """Parts that are numbers of their own; a short one was cut off by a comma inside a number."""
    joined: list[str] = []
    for part in parts:
        if joined and joined[-1] and 0 < _digit_count(part) < _LONE_NUMBER and not _has_letters(part):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined


def _split_at_slashes(part: str) -> list[str]:
    pieces = [piece.strip() for piece in part.split("/")]
    if len(pieces) == 1 or _has_letters(part):
        long_pieces = [piece for piece in pieces if _digit_count(piece) >= _LONE_NUMBER]
        return pieces if len(long_pieces) == len(pieces) else [part]
    if not _stands_alone(pieces[0]):
        return [part]
    numbers = [pieces[0]]
    for piece in pieces[1:]:
        is_whole = _digit_count(piece) >= _LONE_NUMBER
        numbers.append(piece if is_whole else numbers[0][: len(numbers[0]) - len(piece)] + piece)
    return numbers


def _stands_alone(piece: str) -> bool:
    """Whether what stands in front of a slash is a number: area codes have up to six digits, zero included."""
    digits = _digit_count(piece)
    return digits >= _LONE_NUMBER and not (digits == _LONE_NUMBER and piece.strip("( ").startswith("0"))


def _digit_count(text: str) -> int:
    return sum(map(str.isdigit, text))


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _ascii_digits(number: str) -> str:
    """Digits of any script as 0 to 9."""
    digits = _NOT_DIGITS.sub("", number)
    return digits if digits.isascii() else "".join(str(int(digit)) for digit in digits)
