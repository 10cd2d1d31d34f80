"""Words of headers in other languages that are cut down: "Telem.", "Mpio.", "Kod kontrah."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steward.exchange.headers.meaning import HeaderMeaning
from steward.exchange.headers.spelling import NO_BLANKS, normalize_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.exchange.headers.languages import HeaderLanguage

_CUT = 0.7
_LONGEST_LEFT_OUT = 3
_DOTTED = re.compile(r"[^\W\d_]+(?=\.)")
#: A beginning of so many letters is one without a dot behind it; a key is known by so many with one.
_UNDOTTED, _SHORTEST, _SHORTEST_OF_KEY = 4, 2, 3
#: A word has fewer letters than so many times those that it is cut down to.
_LONGEST = 3


def cut_short(header: str, words: Sequence[str], language: HeaderLanguage) -> HeaderMeaning | None:
    """What a header means whose words are cut down, "Telem.", "Mpio."; None when they may be of several things."""
    dotted = _dotted(header)
    bare = without(words, language.joints | language.beside)
    bare = without(bare, language.owners) or bare
    # Words that are written without blanks are cut down with a dot, or are others.
    undotted = {word for word in bare if len(word) >= _UNDOTTED and not NO_BLANKS.search(word)}
    short = {word for word in bare if word in dotted} | (undotted - language.words)
    if not short:
        return None
    for is_short in (_begins, _contracts):
        fitting = [
            phrase
            for phrase in language.meanings
            if len(parts := without(phrase.split(), language.joints)) == len(bare)
            if all(
                word == part or (word in short and is_short(word, part)) for word, part in zip(bare, parts, strict=True)
            )
        ]
        if len({language.meanings[phrase][0] for phrase in fitting}) == 1:
            return HeaderMeaning(language.meanings[fitting[0]], fitting[0], _CUT)
    return None


def key_cut_short(header: str, words: Sequence[str], language: HeaderLanguage) -> int | None:
    """How likely words, some of them cut down to their beginnings, are a known key: "Kod kontrah."."""
    short = {word for word in _dotted(header) if len(word) >= _SHORTEST_OF_KEY}
    if short.isdisjoint(words) or cut_short(header, words, language) is not None:
        return None
    fitting = [
        rank
        for phrase, rank in language.keys.items()
        if len(parts := without(phrase.split(), language.joints)) == len(words)
        if all(
            word == part or (word in short and part.startswith(word)) for word, part in zip(words, parts, strict=True)
        )
    ]
    # Whole words are surer.
    return len(language.keys) + min(fitting) if fitting else None


def without(words: Sequence[str], left_out: frozenset[str]) -> tuple[str, ...]:
    """The words without those, single or several in a row, that are left out."""
    left: list[str] = []
    start = 0
    while start < len(words):
        lengths = range(min(_LONGEST_LEFT_OUT, len(words) - start), 0, -1)
        length = next((size for size in lengths if " ".join(words[start : start + size]) in left_out), 0)
        left += words[start : start + (not length)]
        start += length or 1
    return tuple(left)


def _dotted(header: str) -> set[str]:
    """The words of a header that a dot stands behind."""
    return {word for found in _DOTTED.findall(header) for word in normalize_header(found).split()}


def _begins(short: str, word: str) -> bool:
    return len(short) >= _SHORTEST and word.startswith(short)


def _contracts(short: str, word: str) -> bool:
    """Whether a word was cut down to its first and last letters and some between, "pcia" for "provincia"."""
    letters = iter(word)
    is_within = all(letter in letters for letter in short)
    is_at_ends = (short[0], short[-1]) == (word[0], word[-1])
    # So few letters of a long word are in it by chance: "Mek." is no "mejlutskick".
    is_telling = len(short) >= _SHORTEST and len(word) < _LONGEST * len(short)
    return is_within and is_at_ends and is_telling and short != word
