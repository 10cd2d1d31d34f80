"""The form of a standard value that is compared: only what carries identity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.columns import SEPARATOR, plain
from steward.standardize.addresses import address_tokens, house_number
from steward.standardize.emails import email_key, is_role_address
from steward.standardize.localities import locality_core
from steward.standardize.names import nicknames_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: A prepared address is its house number, this mark, and its words.
NUMBER_END = "|"

_YEAR_DIGITS, _WORDS_OF_NAME = 4, 3
_FIRST_OF_YEAR = "0101"
_NOT_OF_ID = re.compile(r"[^\w?]|_")
_NOT_OF_CODE = re.compile(r"[\W_]+")
_NOT_OF_PHONE = re.compile(r"\D+")

_T = AttributeType


def preparer(type_: AttributeType) -> Callable[[str], str]:
    """What makes the prepared form of a standard value of a type."""
    return _PREPARERS.get(type_, plain)


def prepared_values(type_: AttributeType, cell: str) -> list[str]:
    """All values of a cell, prepared."""
    return list(filter(None, map(preparer(type_), cell.split(SEPARATOR))))


def mailbox_name(email: str) -> str:
    """Letters and digits before the @, "" for names that every firm has (info, sales): they tell nobody apart."""
    if is_role_address(email):
        return ""
    mailbox = email.partition("@")[0].replace(".", "")
    return mailbox if mailbox.isalnum() else _NOT_OF_CODE.sub("", mailbox)


def as_numbers(values: Sequence[str]) -> npt.NDArray[np.float64]:
    """Prepared numbers, 0 for what is none."""
    return np.fromiter((float(v.replace(" ", ".")) if _is_decimal(v) else 0.0 for v in values), np.float64, len(values))


def _is_decimal(value: str) -> bool:
    return value.replace(" ", "", 1).isdecimal()


def _phone(value: str) -> str:
    digits = value.lstrip("+")
    if not (digits.isascii() and digits.isdigit()):
        digits = _NOT_OF_PHONE.sub("", value)
    return digits.lstrip("0") or digits


def _email(value: str) -> str:
    return email_key(value.strip().lower())


def _identifier(value: str) -> str:
    return (value if value.isalnum() else _NOT_OF_ID.sub("", value)).upper()


def is_year(value: str) -> bool:
    """Whether a code may be a year."""
    return len(value) == _YEAR_DIGITS and value[0] in "12" and value.isdecimal()


def is_first_of_year(date: str) -> bool:
    """Whether a prepared date may be a year alone."""
    return date[_YEAR_DIGITS:] == _FIRST_OF_YEAR


def _digits(value: str) -> str:
    bare = value.replace("-", "")
    if bare.isdigit() and bare.isascii():
        return bare
    return _NOT_OF_CODE.sub("", value).upper()


def _date(value: str) -> str:
    digits = _digits(value)
    # A year alone is compared like the first of January, which is often put down for one.
    return digits + _FIRST_OF_YEAR if len(digits) == _YEAR_DIGITS else digits


def _address(value: str) -> str:
    return f"{house_number(value).lower()}{NUMBER_END}{' '.join(address_tokens(value))}"


def _text(value: str) -> str:
    """Where a short text is the name of a relative its usual short forms are one with it."""
    words = plain(value).split(" ")
    return " ".join(map(_full_name, words)) if len(words) <= _WORDS_OF_NAME else " ".join(words)


def _full_name(word: str) -> str:
    names = nicknames_of(word)
    return names[0] if len(names) == 1 else word


_PREPARERS: dict[AttributeType, Callable[[str], str]] = {
    _T.PHONE: _phone,
    _T.EMAIL: _email,
    _T.NATIONAL_ID: _identifier,
    _T.CODE: _identifier,
    _T.DATE: _date,
    _T.POSTCODE: _digits,
    _T.LOCALITY: locality_core,
    _T.ADDRESS: _address,
    _T.TEXT: _text,
}
