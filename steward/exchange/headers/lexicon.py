"""What is known of headers: which of them mean what, and the words that they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from steward.exchange.headers.file import header_file
from steward.exchange.headers.languages import headers_abroad, keys_abroad
from steward.exchange.headers.short_words import ShortWords
from steward.exchange.headers.spelling import known_spellings, normalize_header
from steward.resources import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Known headers and words in the one spelling that ``normalize_header`` gives them.

    ``people``: single words for whom a list is about, such as "nasabah". ``other_order``, ``keys_in_other_order``: by
    their words in alphabetical order. ``vocabulary``: all of these words; ``right_words`` are those and others that are
    spelt right. ``pieces``: the vocabulary, and what it is cut down to.
    """

    meanings: dict[str, tuple[str, ...]]
    other_order: dict[tuple[str, ...], str]
    key_ranks: dict[str, int]
    keys_in_other_order: dict[tuple[str, ...], str]
    running_numbers: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]
    people: frozenset[str]
    owners: frozenset[str]
    others: frozenset[str]
    qualifiers: frozenset[str]
    only_whole: frozenset[str]
    vocabulary: frozenset[str]
    pieces: frozenset[str]
    right_words: frozenset[str]
    short_words: ShortWords


@cache
def lexicon() -> Lexicon:
    """All that is known of headers, put together once."""
    content = header_file()
    meanings: dict[str, list[str]] = {}
    for target, phrases in content["meanings"].items():
        for phrase in dict.fromkeys(map(normalize_header, phrases)):
            meanings.setdefault(phrase, []).append(target)
    keys = dict.fromkeys((*map(normalize_header, content["keys"]), *keys_abroad(), *content["bare_keys"]))
    at_home = frozenset(meanings)
    for target, phrase in headers_abroad():
        # What is known at home may be something else abroad: that is asked only in lists of that language.
        if phrase not in at_home and phrase not in keys and target not in (told := meanings.setdefault(phrase, [])):
            told.append(target)
    vocabulary = frozenset(
        word for phrase in (*at_home, *content["keys"], *known_spellings()) for word in phrase.split()
    )
    people = frozenset(phrase for phrase, targets in meanings.items() if targets[0] == "name" and " " not in phrase)
    names = frozenset(read_lines("reference/person_names.txt"))
    return Lexicon(
        meanings={phrase: tuple(targets) for phrase, targets in meanings.items()},
        other_order=_by_sorted_words(meanings),
        heads=frozenset(content["heads"]),
        tails=frozenset(content["tails"]),
        key_ranks={phrase: rank for rank, phrase in enumerate(keys)},
        keys_in_other_order={tuple(sorted(phrase.split())): phrase for phrase in reversed(keys) if " " in phrase},
        running_numbers=frozenset(content["running_numbers"]),
        people=people,
        owners=frozenset(content["owners"]) | (people - set(content["parts"]["names"])),
        others=frozenset(content["others"]),
        qualifiers=frozenset(content["qualifiers"]),
        only_whole=frozenset(content["only_whole"]) | meanings.keys() - at_home,
        vocabulary=vocabulary,
        pieces=vocabulary | {short for shorts in content["short_words"].values() for short in shorts if len(short) > 2},
        right_words=vocabulary | _words_in(content["parts"]) | _words_in(content["grammar"]),
        short_words=ShortWords.of(vocabulary, content["short_words"], names),
    )


def _by_sorted_words(phrases: Iterable[str]) -> dict[tuple[str, ...], str]:
    """The phrases of several words; of single letters the order is all that tells "A/N" from "n/a"."""
    apart = {phrase: phrase.split() for phrase in phrases}
    return {tuple(sorted(words)): said for said, words in apart.items() if len(words) > 1 and max(map(len, words)) > 1}


def _words_in(lists: Mapping[str, object]) -> frozenset[str]:
    """All words of lists, and of lists in them."""
    found: set[str] = set()
    for phrases in lists.values():
        if isinstance(phrases, dict):
            found |= _words_in(phrases)
        elif isinstance(phrases, list):
            found.update(word for phrase in phrases for word in phrase.split())
    return frozenset(found)
