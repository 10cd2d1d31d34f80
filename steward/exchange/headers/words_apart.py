"""A header as the words of a language, one by one also where the language writes them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.exchange.headers.glued_words import unglued
from steward.exchange.headers.spelling import (
    NO_BLANKS,
    normalize_header,
    respelled,
    without_brackets,
    without_currency,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.exchange.headers.languages import HeaderLanguage


def words_apart(header: str, language: HeaderLanguage) -> tuple[str, ...]:
    """The words of a header, one by one where the language writes them together, and without the money it is in."""
    phrase = language.rooted(normalize_header(without_currency(without_brackets(header))))
    words: list[str] = []
    apart = phrase if phrase in language.meanings else respelled(unglued(phrase, language.words).split())
    for word in apart.split():
        words += _segments(word, language.words) if NO_BLANKS.search(word) else (word,)
    return tuple(words)


def joined(words: Sequence[str], language: HeaderLanguage) -> str:
    """Words as the language writes them, together or apart."""
    phrase = " ".join(words)
    unspaced = "".join(words)
    is_unspaced = phrase not in language.meanings and NO_BLANKS.search(unspaced)
    return unspaced if is_unspaced else phrase


def _segments(text: str, known: frozenset[str]) -> Sequence[str]:
    """A text that is written without blanks as known words, as few of them and as little else as can be."""
    best: list[tuple[int, int, tuple[str, ...]]] = [(0, 0, ())]
    for end in range(1, len(text) + 1):
        ways = []
        for start in range(end):
            piece, (missed, count, before) = text[start:end], best[start]
            ways.append((missed + (0 if piece in known else len(piece)), count + 1, (*before, piece)))
        best.append(min(ways, key=lambda way: way[:2]))
    return best[-1][2]
