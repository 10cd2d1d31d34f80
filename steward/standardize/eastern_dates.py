"""Dates with signs and words for year, month and day, and by eras: of Japan, China, Korea, Taiwan, Vietnam, Russia."""

from __future__ import annotations

import re

#: The year before the first of each era, by what it is called in full and for short.
_BEFORE_ERAS = {
    **dict.fromkeys(("m", "明治", "明"), 1867),
    **dict.fromkeys(("t", "大正", "大"), 1911),
    **dict.fromkeys(("s", "昭和", "昭"), 1925),
    **dict.fromkeys(("h", "平成", "平"), 1988),
    **dict.fromkeys(("r", "令和", "令"), 2018),
    **dict.fromkeys(("民國", "民国"), 1911),
}
_ERAS = "|".join(_BEFORE_ERAS)
_SIGNS = re.compile(
    rf"({_ERAS})?\s*(\d{{1,4}}|元)\s*[年년]\s*(\d{{1,2}})\s*[月월]\s*(\d{{1,2}})\s*[日일]?", re.IGNORECASE
)
_SHORT = re.compile(rf"({_ERAS})\s*(\d{{1,3}}|元)\s*[-/.]\s*(\d{{1,2}})\s*[-/.]\s*(\d{{1,2}})(?!\d)", re.IGNORECASE)
_WORDS = re.compile(r"(?:ngày )?(\d{1,2})[ ,/-]*tháng (\d{1,2})[ ,/-]*(?:năm )?(\d{4})", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r"(?<=\d) ?(г|года|р|року)\.?$", re.IGNORECASE)
#: The first year of an era has no number.
_FIRST = "元"
_WHOLE_YEAR = len("1985")


def as_plain_date(text: str) -> str:
    """A text whose date at the beginning is written with such signs, as year-month-day; any other text as it is.

    >>> as_plain_date("昭和60年5月3日"), as_plain_date("H11.12.31"), as_plain_date("1985년 3월 12일 10:30")
    ('1985-5-3', '1999-12-31', '1985-3-12 10:30')
    """
    if found := _WORDS.fullmatch(text):
        return f"{found[3]}-{found[2]}-{found[1]}"
    found = _SIGNS.match(text) or _SHORT.match(text)
    if found is None or not (found[1] or len(found[2]) == _WHOLE_YEAR):
        return _YEAR_BEHIND.sub("", text)
    before = _BEFORE_ERAS[found[1].lower()] if found[1] else 0
    year = before + (1 if found[2] == _FIRST else int(found[2]))
    return f"{year}-{found[3]}-{found[4]}{text[found.end() :]}"
