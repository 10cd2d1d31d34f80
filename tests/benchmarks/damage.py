"""What happens to a value between two lists: typing errors, other spellings, lost and swapped parts.

Everything takes a ``Random`` of its own, so that a seed always gives the same lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

_DRIFTS = (
    *(("ph", "f"), ("ck", "k"), ("ie", "y"), ("y", "i"), ("ll", "l"), ("tt", "t"), ("nn", "n"), ("ee", "ea")),
    *(("son", "sen"), ("c", "k"), ("th", "t"), ("ou", "u"), ("ai", "ay"), ("v", "w"), ("z", "s")),
)
_CONSONANTS, _VOWELS = "bcdfghklmnprstvw", "aeiou"


def make_words(
    random: Random, count: int, syllables: tuple[int, int], *, alphabet: tuple[str, str] = ("", "")
) -> list[str]:
    """Distinct invented words in no order. ``alphabet``: consonants and vowels of another script."""
    consonants, vowels = alphabet if alphabet[0] else (_CONSONANTS, _VOWELS)
    words: dict[str, None] = {}
    while len(words) < count:
        parts = [random.choice(consonants) + random.choice(vowels) for _ in range(random.randint(*syllables))]
        words["".join(parts) + (random.choice(consonants) if random.random() < 0.5 else "")] = None
    return list(words)


def skewed(random: Random, words: Sequence[str], power: float = 3.0) -> str:
    """One of the words; the first ones are far more usual than the last ones."""
    return words[int(len(words) * random.random() ** power)]


def mistyped(random: Random, text: str) -> str:
    """One letter or digit wrong, lost, doubled, or swapped with its neighbour."""
    if len(text) < 2:
        return text
    place = random.randrange(1, len(text))
    kind = random.randrange(4)
    if kind == 0:
        return text[:place] + text[place + 1 :]
    if kind == 1:
        return text[:place] + text[place] + text[place:]
    if kind == 2:
        return text[: place - 1] + text[place] + text[place - 1] + text[place + 1 :]
    other = random.choice("0123456789") if text[place].isdigit() else random.choice(text)
    return text[:place] + other + text[place + 1 :]


def drifted(random: Random, text: str) -> str:
    """Another old spelling of the same word, else a typing error."""
    fitting = [(old, new) for old, new in _DRIFTS if old in text[1:]]
    if not fitting:
        return mistyped(random, text)
    old, new = random.choice(fitting)
    return text[0] + text[1:].replace(old, new, 1)


def shortened(random: Random, text: str) -> str:
    """Only the initial, with or without a point."""
    return text[:1] + random.choice(("", "."))


def without_a_word(random: Random, text: str) -> str:
    """One word less, if there are several."""
    words = text.split()
    if len(words) > 1:
        words.pop(random.randrange(len(words)))
    return " ".join(words)


def redated(random: Random, date: str) -> str:
    """An ISO date with one wrong digit, day and month swapped, or only its year right."""
    year, month, day = date.split("-")
    kind = random.randrange(4)
    if kind == 0 and int(day) <= 12:
        return f"{year}-{day}-{month}"
    if kind == 1:
        return f"{year}-01-01"
    if kind == 2:
        return f"{year}-{month}-{random.randint(1, 28):02}"
    return f"{int(year) + random.choice((-10, -1, 1, 10))}-{month}-{day}"
