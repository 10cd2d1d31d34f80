"""The text that a spreadsheet shows for a cell, from the text that is kept of it and its number format."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from openpyxl.styles.numbers import is_date_format

from steward.domain.cell_formats import BOOLEAN_FORMAT, TEXT_FORMAT
from steward.exchange.readers.cell_text import cell_text

_GENERAL = "General"
#: General shows so many digits of a whole number.
_GENERAL_DIGITS = 11
_COLOR_OR_TEST = re.compile(r"\[(?!\$|[hms]+\])[^\]]*\]", re.IGNORECASE)
_CURRENCY = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|(?P<number>[0#?][0#?,]*(\.[0#?]+)?|\.[0#?]+)|(?P<power>[eE][+-]0+)'
    r"|(?P<plain>.)",
    re.DOTALL,
)
_DATE_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<long>[hms]+)\]|(?P<half>am/pm|a/p)|(?P<part>y+|m+|d+|h+|s+)'
    r"|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_MOMENTS = ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%H:%M:%S")
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def shown_text(text: str, number_format: str) -> str:
    """What the spreadsheet shows; a text, or what its format does not fit, is shown as it is.

    >>> shown_text("0.25", "0%"), shown_text("2026-04-17", "dd/mm/yyyy"), shown_text("3173010203040500", "General")
    ('25%', '17/04/2026', '3.17301E+15')
    """
    if not text or number_format in (TEXT_FORMAT, BOOLEAN_FORMAT):
        return text
    if is_date_format(number_format):
        moment = _moment(text)
        return _shown_date(moment, number_format) if moment is not None else text
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return _shown_number(number, number_format) if number.is_finite() else text


def _moment(text: str) -> datetime | None:
    for form in _MOMENTS:
        try:
            return datetime.strptime(text, form)  # cells know no time zone
        except ValueError:
            continue
    return None


def _shown_number(number: Decimal, number_format: str) -> str:
    sections = _sections(number_format)
    if number < 0 and len(sections) > 1:
        return _by_section(-number, sections[1])
    if number == 0 and len(sections) > 2:
        return _by_section(number, sections[2])
    return ("-" if number < 0 else "") + _by_section(abs(number), sections[0])


@lru_cache(maxsize=1024)
def _sections(number_format: str) -> tuple[str, ...]:
    plain = _CURRENCY.sub(lambda found: f'"{found[1]}"', _COLOR_OR_TEST.sub("", number_format))
    return tuple(plain.split(";"))


def _by_section(number: Decimal, section: str) -> str:
    if section in ("", _GENERAL):
        return _general(number)
    masks = [found["number"] for found in _TOKEN.finditer(section) if found["number"]]
    if len(masks) != 1:
        # Nothing but letters, or a code such as "0000-0000" that several places make.
        return cell_text(int(number), section) if masks and number == int(number) else _letters(section)
    power = next((found["power"] for found in _TOKEN.finditer(section) if found["power"]), "")
    shares = sum(found["plain"] == "%" for found in _TOKEN.finditer(section))
    shown = _scientific(number, masks[0], power) if power else _grouped(number * 100**shares, masks[0])
    told = False
    out = []
    for found in _TOKEN.finditer(section):
        if found["number"]:
            out.append(shown)
            told = True
        elif found["power"] is None:
            out.append(found["quoted"] or found["escaped"] or found["plain"] or "")
    return "".join(out).strip() if told else shown


def _letters(section: str) -> str:
    return "".join(f["quoted"] or f["escaped"] or f["plain"] or "" for f in _TOKEN.finditer(section)).strip()


def _general(number: Decimal) -> str:
    if number == number.to_integral_value() and len(str(int(number))) <= _GENERAL_DIGITS:
        return str(int(number))
    if number >= 10**_GENERAL_DIGITS:
        return _scientific(number, "0.#####", "E+00")
    return f"{number:.10g}"


def _scientific(number: Decimal, mask: str, power: str) -> str:
    whole, point, places = mask.partition(".")
    digits, _, exponent = f"{number:.{len(places)}E}".partition("E")
    if point:
        head, _, tail = digits.partition(".")
        while tail and len(tail) > places.count("0") and tail.endswith("0"):
            tail = tail[:-1]
        digits = f"{head}.{tail}" if tail else head
    sign = "-" if exponent.startswith("-") else "+" if "+" in power else ""
    return f"{digits}E{sign}{exponent.lstrip('+-').zfill(power.count('0'))}" if whole else digits


def _grouped(number: Decimal, mask: str) -> str:
    whole, _, places = mask.partition(".")
    # A comma behind the last place divides by a thousand.
    scaled = number / 1000 ** (len(whole) - len(whole.rstrip(",")))
    rounded = scaled.quantize(Decimal(1).scaleb(-len(places)), rounding=ROUND_HALF_UP)
    head, _, tail = f"{rounded:f}".partition(".")
    while tail and len(tail) > places.count("0") and tail.endswith("0"):
        tail = tail[:-1]
    head = head.zfill(whole.count("0"))
    if "," in whole.rstrip(","):
        head = f"{int(head):,}".rjust(whole.count("0"), "0")
    return f"{head}.{tail}" if tail else head


def _shown_date(moment: datetime, number_format: str) -> str:
    section = _COLOR_OR_TEST.sub("", _CURRENCY.sub("", number_format)).split(";")[0]
    tokens = list(_DATE_TOKEN.finditer(section))
    has_half = any(found["half"] for found in tokens)
    parts = [(found["part"] or found["long"] or "").lower() for found in tokens]
    out = []
    for place, found in enumerate(tokens):
        part = parts[place]
        if part:
            is_minute = part[0] == "m" and len(part) < 3 and _beside_time(parts, place)
            out.append(_date_part(moment, part, is_minute=is_minute, has_half=has_half))
        elif found["half"]:
            out.append("AM" if moment.hour < 12 else "PM")
        else:
            out.append(found["quoted"] or found["escaped"] or found["plain"] or "")
    return "".join(out).strip()


def _beside_time(parts: list[str], place: int) -> bool:
    """Whether an m stands behind hours or before seconds: then it is minutes."""
    before = next((part for part in reversed(parts[:place]) if part), "")
    after = next((part for part in parts[place + 1 :] if part), "")
    return before.startswith("h") or after.startswith("s")


def _date_part(moment: datetime, part: str, *, is_minute: bool, has_half: bool) -> str:
    width = len(part)
    hour = (moment.hour % 12 or 12) if has_half else moment.hour
    match part[0]:
        case "y":
            return f"{moment.year:04}" if width > 2 else f"{moment.year % 100:02}"
        case "m" if not is_minute and width > 2:
            month = _MONTHS[moment.month - 1]
            return month[0] if width == 5 else month if width == 4 else month[:3]
        case "d" if width > 2:
            day = _DAYS[moment.weekday()]
            return day if width > 3 else day[:3]
        case _:
            numbers = {
                "m": moment.minute if is_minute else moment.month,
                "d": moment.day,
                "h": hour,
                "s": moment.second,
            }
            return str(numbers[part[0]]).zfill(min(2, width))
