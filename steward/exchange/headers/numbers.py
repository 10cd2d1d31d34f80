"""Headers of numbers in German and Dutch, one word or two and cut down at will: "Mitgl.-Nr.", "MgNr", "Lid-nr."."""

from __future__ import annotations

import re
from functools import cache

from steward.exchange.headers.languages import header_language
from steward.exchange.headers.lexicon import lexicon

_LANGUAGES = ("de", "nl")
_NUMBER = re.compile(r"([a-z]{2,}?)s? ?(?:nr|nummer)")
#: Fewer letters are the beginning of too many words.
_SHORTEST = 3
_VOWEL = re.compile(r"[aeiou]")


def key_of_number(phrase: str) -> str:
    """The known key that a normalized header names, whole or as a short form of it; "" when it names none.

    A short form is its beginning, or its first letter and another of its consonants.
    """
    found = _NUMBER.fullmatch(phrase)
    if found is None or phrase in lexicon().running_numbers:
        return ""
    short, keys = found[1], _keys()
    if short in keys:
        return keys[short]
    fitting = (key for word, key in keys.items() if _is_short_for(short, word))
    return min(fitting, key=lexicon().key_ranks.__getitem__, default="")


def _is_short_for(short: str, word: str) -> bool:
    if len(short) >= _SHORTEST:
        return word.startswith(short)
    return short[0] == word[0] and short[1] in _VOWEL.sub("", word[1:])


@cache
def _keys() -> dict[str, str]:
    """Whose number a known key is -> that key, the surest first: "mitglied" -> "mitgliedsnummer"."""
    # What is a key in lists of its language only is asked for there.
    everywhere = lexicon().key_ranks
    said = (key for code in _LANGUAGES for key in header_language(code).keys if key in everywhere)
    numbers = ((found, key) for key in said if (found := _NUMBER.fullmatch(key)))
    keys: dict[str, str] = {}
    for found, key in numbers:
        keys.setdefault(found[1], key)
    return keys
