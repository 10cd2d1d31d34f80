"""Headers of what a customer is called or is a kind of, whatever word a list has for one, and of how they came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.exchange.headers.cut_words import without
from steward.exchange.headers.words_apart import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.exchange.headers.languages import HeaderLanguage


def is_name_of_owner(words: Sequence[str], language: HeaderLanguage) -> bool:
    """Whether words are of what those are called whom a list is about: "配達先名"; firms are called otherwise."""
    whose = without(words, frozenset(language.parts["names"]))
    are_people = all(language.meanings.get(word, ("name",))[0] == "name" for word in whose)
    return are_people and _is_beside_owner(words, whose, language)


def is_kind_of_owner(words: Sequence[str], language: HeaderLanguage) -> bool:
    """Whether words are of the kinds of those whom a list is about: "نوع المستفيد"."""
    return _is_beside_owner(words, without(words, language.sorts), language)


def says_how_learnt(words: Sequence[str], language: HeaderLanguage) -> bool:
    """Whether words ask from where or how somebody learnt of a firm, or came to it: "Nereden geldi"."""
    is_asked = len(without(words, language.wheres)) < len(words)
    return is_asked and any(word.startswith(language.learning) for word in words)


def _is_beside_owner(words: Sequence[str], whose: Sequence[str], language: HeaderLanguage) -> bool:
    is_known = joined(words, language) in language.meanings
    return 0 < len(whose) < len(words) and not without(whose, language.owners) and not is_known
