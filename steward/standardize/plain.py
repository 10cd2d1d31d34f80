"""Values without rules of their own: text, codes, handles, lists in one cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steward.standardize.placeholders import fillers_of, is_placeholder
from steward.standardize.standard_value import EMPTY_VALUE, PLACEHOLDER_VALUE, StandardValue, valid
from steward.standardize.text import fold, plain_quotes, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

_SITE = re.compile(
    r"^(?:https?://)?(?:www\.|m\.|id-id\.)?"
    r"(?:facebook|fb|instagram|instagr|twitter|x|tiktok|linkedin|youtube|t)\.(?:com|am|me)/(?:in/|company/)?(?=[^/])"
)
_LABEL = re.compile(r"^(?:ig|fb|tw|twitter|instagram|facebook|tiktok)\s*[:=]\s*(?=\S)")
_LIST = re.compile(r"\s*[;|\n]\s*")
_COMMA = re.compile(r"\s*,\s*(?!\d)")


def standardize_text(raw: str) -> StandardValue:
    """Free text, trimmed."""
    return _checked(squeeze(raw))


def standardize_code(raw: str) -> StandardValue:
    """A code as written, without the apostrophe that keeps a spreadsheet from counting with it."""
    return _checked(plain_quotes(squeeze(raw)).lstrip("' "))


def clear_codes(raws: Iterable[str]) -> dict[str, str]:
    """The standard values of those that need no cleaning and leave no doubt: plain letters and digits."""
    fillers = fillers_of("word")
    return {
        raw: raw
        for raw in raws
        if raw.isalnum() and raw.isascii() and raw.lower() not in fillers and (raw.strip("xX") or len(raw) < 2)
    }


def standardize_handle(raw: str) -> StandardValue:
    """A social handle without address and at sign.

    >>> standardize_handle("https://facebook.com/Cindriani83/").value, standardize_handle("@mutiama95").value
    ('cindriani83', 'mutiama95')
    """
    # Folding takes a lone accent off and leaves its blank.
    text = " ".join(fold(squeeze(raw)).split()).lstrip("' ")
    while True:
        cleaned = _SITE.sub("", _LABEL.sub("", text)).split("?")[0].strip("@/' ") or text.strip("@/' ")
        if cleaned == text:
            return _checked(text)
        text = cleaned


def split_list(raw: str) -> tuple[str, ...]:
    """The members of a list in one cell.

    >>> split_list("CCTV Rumah, Servis Berkala"), split_list("SKU-104|SKU-107")
    (('CCTV Rumah', 'Servis Berkala'), ('SKU-104', 'SKU-107'))
    """
    text = squeeze(";".join(raw.splitlines()))
    pattern = _LIST if _LIST.search(text) else _COMMA
    return tuple(part for part in map(str.strip, pattern.split(text)) if part)


def split_codes(raw: str) -> tuple[str, ...]:
    """The codes in one cell; what stands behind a comma without a digit is no code, but says something of the one.

    >>> split_codes("A1234567, B7654321"), split_codes("A1234567 (2027, Jakarta)")
    (('A1234567', 'B7654321'), ('A1234567 (2027, Jakarta)',))
    """
    parts = split_list(raw)
    return parts if all(any(map(str.isdigit, part)) for part in parts) else (squeeze(raw),)


def _checked(text: str) -> StandardValue:
    if not text:
        return EMPTY_VALUE
    return PLACEHOLDER_VALUE if is_placeholder(text, "word") else valid(text)
