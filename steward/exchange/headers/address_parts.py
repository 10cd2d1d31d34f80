"""Headers of what an address is made of in columns of its own: a house, a building, a floor, a flat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.exchange.headers.cut_words import without
from steward.exchange.headers.languages import header_language
from steward.exchange.headers.words_apart import words_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.exchange.headers.languages import HeaderLanguage


def says_part_of_address(header: str, languages: tuple[str, ...]) -> bool:
    """Whether a header is of nothing but parts of an address in one of these languages: "Кв./офис"."""
    spoken = map(header_language, languages)
    return any(is_part_of_address(words_apart(header, language), language) for language in spoken)


def says_number_of_address(header: str, languages: tuple[str, ...]) -> bool:
    """Whether a header is of the number within an address, which is that of the house: "ที่อยู่ เลขที่"."""
    for language in map(header_language, languages):
        words = words_apart(header, language)
        left = _bare(words, language)
        is_numbered = len(without(words, language.numbers)) < len(words)
        if is_numbered and left and all(language.meanings.get(word, ("",))[0] == "address" for word in left):
            return True
    return False


def is_part_of_address(words: Sequence[str], language: HeaderLanguage) -> bool:
    """Whether words are of houses and of what is in them, and of nothing else."""
    left = _bare(words, language)
    return bool(left) and not without(left, language.dwellings)


def _bare(words: Sequence[str], language: HeaderLanguage) -> tuple[str, ...]:
    bare = without(words, language.joints | language.beside)
    return without(without(bare, language.owners) or bare, language.numbers)
