"""Values of workbook cells as the text a person sees in Excel, without rounding or exponents."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

#: An escaped character, or the two escaped halves of one outside the basic plane. A half that is alone is no text.
_ESCAPE = re.compile(
    r"_x((?i:d[89ab][0-9a-f]{2}))__x((?i:d[c-f][0-9a-f]{2}))_"
    r"|_x((?i:(?!d[89a-f])[0-9a-f]{4}))_"
)
_MASK_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<digit>[0#?])|(?P<plain>[-+ ()/])|(?P<other>.)', re.DOTALL
)


def cell_text(value: object, number_format: str | None) -> str:
    """The text of a cell's value: ISO dates, numbers in full digits, leading zeros where the format shows them."""
    if value is None:
        return ""
    if isinstance(value, str):
        return unescape(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number_text(value, number_format or "General")
    return _time_text(value)


def unescape(text: str) -> str:
    """Text with Excel's ``_x000D_`` escapes resolved."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda found: bytes.fromhex(found[3] or f"{found[1]}{found[2]}").decode("utf-16-be"), text)


def _time_text(value: object) -> str:
    if isinstance(value, datetime):
        # Excel keeps a time as a fraction of a day, so a full second may be missing by a hair.
        rounded = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
        if rounded.time() == time():
            return rounded.date().isoformat()
        return rounded.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat(timespec="seconds")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(int(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return str(value)


def _number_text(value: float, number_format: str) -> str:
    plain = _plain_number(value)
    if not plain.isdigit():
        return plain
    mask = _digit_mask(number_format)
    return _fill_mask(mask, plain) if mask else plain


def _plain_number(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    # Excel itself keeps 15 digits; the digits beyond are noise of the binary number.
    text = format(Decimal(format(value, ".15g")), "f") if value == value and abs(value) != float("inf") else str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=1024)
def _digit_mask(number_format: str) -> tuple[str, ...]:
    """Tokens of a format that shows a code rather than an amount ("00000", "0000-0000"), else nothing.

    "0" and "#" are places for digits, everything else stands for itself (literals carry a leading "=").
    """
    section = number_format.split(";", maxsplit=1)[0]
    tokens: list[str] = []
    for match in _MASK_TOKEN.finditer(section):
        if match["other"]:
            return ()
        if match["digit"]:
            tokens.append("0" if match["digit"] == "0" else "#")
        else:
            tokens.append("=" + (match["quoted"] or match["escaped"] or match["plain"] or ""))
    zeros = tokens.count("0")
    literals = [token[1:] for token in tokens if token[0] == "="]
    digits_first = bool(tokens) and tokens[0] == "=" + literals[0] if literals else False
    has_code_literal = digits_first and any(character.isdigit() or character == "+" for character in literals[0])
    is_code = zeros >= 2 or has_code_literal
    return tuple(tokens) if is_code else ()


def _fill_mask(mask: tuple[str, ...], digits: str) -> str:
    """Digits placed into a mask from the right; surplus digits go before the first place."""
    places = sum(1 for token in mask if token in "0#")
    left = list(digits)
    out: list[str] = []
    for token in reversed(mask):
        if token[0] == "=":
            out.append(token[1:])
            continue
        places -= 1
        if left:
            out.append(left.pop())
        elif token == "0":
            out.append("0")
        if places == 0 and left:
            out.append("".join(left))
            left = []
    return "".join(reversed(out)).strip()
