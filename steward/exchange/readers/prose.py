"""Letters and notes that were saved as text: what they read like, so that nobody takes them for a list."""

from __future__ import annotations

import csv
import re
from collections import Counter

from steward.exchange.headers.keys import is_known_header

_SAMPLE_LINES = 120
_FEWEST_LINES, _FEWEST_WORDS, _MOSTLY, _FEW_DIGITS, _SENTENCES = 3, 4, 0.7, 0.05, 0.25
#: A word in small letters, and what ends or divides a sentence behind it.
_PUNCTUATED = re.compile(r"[a-zà-ÿ]{2,}[.,:;!?](\s|$)")


def is_prose(text: str, delimiter: str) -> bool:
    """Whether a text is of sentences: lines each cut otherwise, hardly a digit, words that points and commas divide."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][:_SAMPLE_LINES]
    if len(lines) < _FEWEST_LINES or sum(len(line.split()) for line in lines) < _FEWEST_WORDS * len(lines):
        return False
    try:
        records = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return False
    # A list whose texts have the delimiter in them is cut otherwise in each line, too.
    if any(map(_is_header, records)):
        return False
    widths = Counter(map(len, records))
    widths.pop(1, None)
    if max(widths.values(), default=0) >= _MOSTLY * len(lines):
        return False
    letters = "".join(lines)
    is_written = sum(map(str.isdigit, letters)) < _FEW_DIGITS * len(letters)
    return is_written and sum(1 for line in lines if _PUNCTUATED.search(line)) >= _SENTENCES * len(lines)


def _is_header(record: list[str]) -> bool:
    return len(record) > 1 and sum(map(is_known_header, record)) >= _MOSTLY * len(record)
