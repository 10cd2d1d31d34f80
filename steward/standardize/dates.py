"""Dates: ISO 8601 from day-first, month-first, written-out and spreadsheet forms."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from steward.standardize import reference
from steward.standardize.day_counts import counted_day
from steward.standardize.eastern_dates import as_plain_date
from steward.standardize.placeholders import is_placeholder
from steward.standardize.six_digits import pairs_of
from steward.standardize.standard_value import (
    EMPTY_VALUE,
    NO_HINTS,
    PLACEHOLDER_VALUE,
    UNUSABLE_VALUE,
    ColumnHints,
    StandardValue,
    doubtful,
    valid,
)
from steward.standardize.text import fold, squeeze

_YEAR_FIRST = re.compile(r"([12]\d{3})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})")
_ISO = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_COMPACT = re.compile(r"([12]\d{3})(\d{2})(\d{2})")
_COMPACT_DAY_FIRST = re.compile(r"(\d{2})(\d{2})([12]\d{3})")
_NUMERIC = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})")
_CLEAN_NUMERIC = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([12][0-9]{3})")
#: Also with vowels that Python takes for no letters, as India's, and with dots inside: "ม.ค.".
_MONTH = r"([^\W\d_][^\s\d,/'-]{1,14}?)\.?"
_WORD_MONTH = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|º)?\s*[-/. ,]?\s*(?:de )?{_MONTH}\s*(?:del? |[-/. ,])?\s*'?(\d{{4}}|\d{{2}})"
)
_MONTH_FIRST_WORD = re.compile(rf"{_MONTH}\s*(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(\d{{4}})")
_YEAR_FIRST_WORD = re.compile(rf"([12]\d{{3}})[-/. ]+{_MONTH}[-/. ]+(\d{{1,2}})")
_TIME = re.compile(
    r"(?<=\d),?[t ]\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:am|pm|wib|wita|wit)?\s*(?:z|[+-]\d{2}:?\d{2})?$"
)
_ZEROS = re.compile(r"0+\D0+\D0+|0{6,8}")
_YEAR_ONLY = re.compile(r"[12]\d{3}")
YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
#: Also one whose digits were mixed up; 9156 is no serial number where years are values.
_LIKE_YEAR = re.compile(r"(\d{4})(?:[.,]0)?")
_MONTH_YEAR = re.compile(
    r"\d{1,2}\s*[-/.]\s*[12]\d{3}|[12]\d{3}\s*[-/.]\s*\d{1,2}|"
    rf"{_MONTH}\s*(?:de )?[-/.']?\s*[12]\d{{3}}"
)
#: "hiver 13-14", "season 2019/2020"
_SEASON = re.compile(
    r"(season|saison|seizoen|sezon|temporada|stagione|musim|winter|summer|spring|autumn|fall|hiver|ete|printemps|automne"
    r"|sommer|herbst|fruhjahr|fruhling|zomer|herfst|lente|invierno|verano|primavera|otono|inverno|estate|autunno|verao"
    r"|outono|zima|lato|vinter|sommar|host|var)\s+'?(\d{4}|\d{2})(\s*[-/]\s*'?(\d{4}|\d{2}))?"
)
_WITHOUT_DAY = (_YEAR_ONLY, _MONTH_YEAR, _SEASON)
_ORDINAL = r"(\d{1,2})(?:st|nd|rd|th)?"
_DAY_MONTH = re.compile(rf"{_ORDINAL}\s*[-/. ]?\s*([a-z]{{3,10}}|(?<=\D)\d{{1,2}})\.?|([a-z]{{3,10}})\.?\s*{_ORDINAL}")
_TRAILING_DATE = re.compile(
    r"^(?P<place>.*?)[\s,:/-]*"
    r"(?P<date>\b\d[\d\s./'-]*(?:(?:de )?[^\W\d_]{3,10}\.?(?: del?)?[\s./'-]*)?[\d][\d\s:.'-]*)$"
)
#: What many programs make of no date at all.
START_OF_CLOCKS = "1970-01-01"
_LATEST_POSSIBLE_YEAR = 2150
#: Contracts and appointments lie this far ahead at most.
_YEARS_AHEAD = 20


def standardize_date(raw: str, hints: ColumnHints = NO_HINTS, *, is_birth_date: bool = False) -> StandardValue:
    """A date as ``yyyy-mm-dd``.

    >>> standardize_date("Surabaya, 17 Agt 85").value
    '1985-08-17'

    A month or a year without a day is doubtful without a value, unless the hints say that years are kept; so is a
    birthday without a year. A birth date in the future is doubtful.
    """
    if not hints.years_ahead and _ISO.fullmatch(raw) and (day := _date(int(raw[:4]), int(raw[5:7]), int(raw[8:]))):
        return _judged(day, hints, is_certain=True, is_birth_date=is_birth_date)
    text = squeeze(raw)
    if not text.isascii() or text[:1].isalpha():
        text = as_plain_date(text)
    text = fold(text).strip(" '\".,;")
    if not text:
        return EMPTY_VALUE
    if is_placeholder(text, "word", "value", "date") or _ZEROS.fullmatch(text):
        return PLACEHOLDER_VALUE
    if hints.years_ahead:
        text = YEAR.sub(lambda found: str(int(found[0]) - hints.years_ahead), text)
    if not is_birth_date:
        hints = replace(hints, latest_year=hints.latest_year + _YEARS_AHEAD)
    text = _TIME.sub("", text).strip(" ,.")
    if hints.keeps_years and (alone := _LIKE_YEAR.fullmatch(text)):
        return valid(alone[1])
    found = _read(text, hints) or _read_behind_words(text, hints)
    if found is None:
        place, comma, behind = text.rpartition(",")
        if (
            comma
            and place
            and (is_placeholder(behind.strip(), "word", "value", "date") or _ZEROS.fullmatch(behind.strip()))
        ):
            return PLACEHOLDER_VALUE
        is_partial = any(partial.fullmatch(text) for partial in _WITHOUT_DAY) or _is_day_of_any_year(text)
        if is_partial and hints.keeps_years and (year := YEAR.search(text)):
            return valid(year[0])
        return doubtful("") if is_partial else UNUSABLE_VALUE
    return _judged(found[0], hints, is_certain=found[1], is_birth_date=is_birth_date)


def _is_day_of_any_year(text: str) -> bool:
    """Whether a text is a day and a month: "9 mei", "16/12"."""
    if not (found := _DAY_MONTH.fullmatch(text)):
        return False
    day, month = (found[1], found[2]) if found[1] else (found[4], found[3])
    number = month_named(month) or (int(month) if month.isdecimal() else 0)
    # In a leap year; which of two numbers is the month does not matter.
    return _date(2000, number, int(day)) is not None or _date(2000, int(day), number) is not None


def _judged(day: date, hints: ColumnHints, *, is_certain: bool, is_birth_date: bool) -> StandardValue:
    """A day that was read: nobody's, impossible, in doubt, or fine."""
    text = day.isoformat()
    if is_placeholder(text, "date") or (text == START_OF_CLOCKS and not hints.keeps_1970):
        return PLACEHOLDER_VALUE
    if not hints.earliest_year <= day.year <= _LATEST_POSSIBLE_YEAR:
        return UNUSABLE_VALUE
    is_certain = is_certain and not (is_birth_date and day.year > hints.latest_year)
    return valid(text) if is_certain else doubtful(text)


def split_place_and_date(raw: str) -> tuple[str, str]:
    """Place and date of a "place, date of birth" cell, as typed.

    >>> split_place_and_date("Surabaya, 17 Agustus 1985")
    ('Surabaya', '17 Agustus 1985')
    """
    text = squeeze(raw)
    found = _TRAILING_DATE.match(text)
    if not found or _read(fold(found["date"]).strip(" ,."), NO_HINTS) is None:
        return (text, "") if any(map(str.isalpha, text)) else ("", text)
    return found["place"].strip(" ,.-:/"), found["date"].strip()


def shown_order(raw: str) -> bool | None:
    """Whether a numeric date can only be read with its day first, or only with its month first; None: it does not say.

    >>> shown_order("25/12/1980"), shown_order("12/25/1980"), shown_order("03/04/1980")
    (True, False, None)
    """
    if _ISO.fullmatch(raw):
        return None
    found = _CLEAN_NUMERIC.fullmatch(raw) or _NUMERIC.fullmatch(_TIME.sub("", fold(split_place_and_date(raw)[1])))
    if found is None:
        return None
    first, second = int(found[1]), int(found[2])
    return (first > 12) if (first > 12 >= second or second > 12 >= first) else None


def _read(text: str, hints: ColumnHints) -> tuple[date, bool] | None:
    """A date and whether its reading is certain; None when the text is no date."""
    if hints.six_digits and (pairs := pairs_of(text, hints.six_digits)):
        day = _date(_full_year(pairs["y"], hints), int(pairs["m"]), int(pairs["d"]))
        return _uncertain(day) if len(text) < len("".join(pairs.values())) else _certain(day)
    year_first = _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text)
    if year_first and (day := _date(int(year_first[1]), int(year_first[2]), int(year_first[3]))):
        return _certain(day)
    # "15122005" is of 2005: only what can be nothing else is of 1512.
    found = _NUMERIC.fullmatch(text) or _COMPACT_DAY_FIRST.fullmatch(text)
    if found and (read := _numeric_date(int(found[1]), int(found[2]), _full_year(found[3], hints), hints)):
        return read
    if year_first:
        # Tools that know only one order write year, day, month.
        return _uncertain(_date(int(year_first[1]), int(year_first[3]), int(year_first[2])))
    found = _WORD_MONTH.fullmatch(text)
    if found:
        return _certain(_date(_full_year(found[3], hints), month_named(found[2]), int(found[1])))
    found = _MONTH_FIRST_WORD.fullmatch(text)
    if found:
        return _certain(_date(int(found[3]), month_named(found[1]), int(found[2])))
    found = _YEAR_FIRST_WORD.fullmatch(text)
    if found:
        return _certain(_date(int(found[1]), month_named(found[2]), int(found[3])))
    return _certain(counted_day(text, hints))


def _read_behind_words(text: str, hints: ColumnHints) -> tuple[date, bool] | None:
    """The date behind a place or a weekday."""
    found = _TRAILING_DATE.match(text)
    if not found or not found["place"]:
        return None
    return _read(found["date"].strip(" ,."), hints)


def _numeric_date(first: int, second: int, year: int, hints: ColumnHints) -> tuple[date, bool] | None:
    day, month = (first, second) if hints.day_first else (second, first)
    by_hint, other = _date(year, month, day), _date(year, day, month)
    if by_hint is None:
        return _certain(other)
    is_ambiguous = hints.is_order_mixed and other is not None and other != by_hint
    return by_hint, not is_ambiguous


def _full_year(digits: str, hints: ColumnHints) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    century = hints.latest_year // 100 * 100
    return century + year if century + year <= hints.latest_year else century - 100 + year


def month_named(word: str) -> int:
    """The number of the month that a name or a short form of one, in small letters, stands for; 0 for any other."""
    return _months().get(word, 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _certain(day: date | None) -> tuple[date, bool] | None:
    return None if day is None else (day, True)


def _uncertain(day: date | None) -> tuple[date, bool] | None:
    return None if day is None else (day, False)


@cache
def _months() -> dict[str, int]:
    return {fold(word): int(row["month"]) for row in reference.rows("months") for word in row["words"].split("|")}
