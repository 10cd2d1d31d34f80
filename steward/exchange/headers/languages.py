"""The words of headers in other languages than Indonesian and English: one file each in reference/headers.

A row says what its headers are about, the headers apart by ``|``, and those that mean it only in lists of that
language, too short or too much like something else to mean it anywhere. It is about a target of the mapping,
"source_key" (the surest first), or words that headers are made of, the kinds of which ``HeaderLanguage`` names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, cast

from steward.exchange.headers.file import HeaderParts, header_file
from steward.exchange.headers.spelling import known_spellings, normalize_header
from steward.exchange.targets import ColumnRule
from steward.resources import read_rows, resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FOLDER = "reference/headers"
#: What headers of any language may say in English.
_ANYWHERE: tuple[Literal["consents", "promotions", "refusals"], ...] = ("consents", "promotions", "refusals")
_PARTS = (
    *("consents", "refusals", "promotions", "latest", "ends", "activities", "beginnings", "dates", "other_dates"),
    *("amounts", "other_amounts", "counts", "times", "measures", "undone", "names", "places", "notices"),
)
#: Words of what happened, and of the ways to reach somebody, by the target that they speak for.
_EVENTS = {"births": "birth_date", "firsts": "first_seen"}
_CHANNELS = {"calls": "consent_phone", "mails": "consent_email", "messages": "consent_sms"}
_OWN = (
    *(
        "joints",
        "numbers",
        "owners",
        "beside",
        "sinces",
        "untils",
        "others",
        "sorts",
        "dwellings",
        "wheres",
        "learning",
    ),
    *("running_numbers", "prefixes", "order"),
)
KINDS = frozenset((*_PARTS, *_EVENTS, *_CHANNELS, *_OWN))
_PLACES = frozenset({"village", "district", "city", "province", "country"})
_SHORTEST_ROOT = 3


@dataclass(frozen=True, slots=True)
class HeaderLanguage:
    """Known headers of a language, and the words in them, in the one spelling that ``normalize_header`` gives them.

    ``telling``: headers that mean the same anywhere, so that a list that has them is likely of this language.
    ``joints`` say nothing ("de", "van"), ``numbers`` that it is a number or a code, ``owners`` whose value it is,
    ``beside`` which of several, ``sinces`` and ``untils`` behind anything that its beginning or its end is meant;
    ``others`` that it is of no customer, such as a pet or a salesman; ``sorts`` of which kind it is, and of what their
    header says beside them; ``dwellings`` are parts of an address, such as a house or a flat. ``wheres`` ask from where
    or how, ``learning`` begins words of how somebody learnt of a firm or came to it. ``prefixes`` are written in front
    of words and change nothing. ``parts``: as of
    ``HeaderParts``, with ``births`` and ``firsts`` among its events and ``calls``, ``mails`` and ``messages`` among its
    channels. ``is_head_last``: the last word says what it is ("Müşteri telefonu"), not the first. ``words``: all single
    words of these.
    """

    code: str
    meanings: Mapping[str, tuple[str, ...]]
    telling: frozenset[str]
    other_order: Mapping[tuple[str, ...], str]
    keys: Mapping[str, int]
    running_numbers: frozenset[str]
    joints: frozenset[str]
    numbers: frozenset[str]
    owners: frozenset[str]
    beside: frozenset[str]
    sinces: frozenset[str]
    untils: frozenset[str]
    others: frozenset[str]
    sorts: frozenset[str]
    dwellings: frozenset[str]
    wheres: frozenset[str]
    learning: tuple[str, ...]
    prefixes: tuple[str, ...]
    is_head_last: bool
    parts: HeaderParts
    words: frozenset[str]

    def rooted(self, phrase: str) -> str:
        """The phrase without what is only written in front of its words."""
        return _rooted(phrase, self.prefixes) if self.prefixes else phrase


@cache
def header_languages() -> tuple[HeaderLanguage, ...]:
    """All languages, in the order of their codes."""
    return tuple(_language(path.stem) for path in sorted(resource_path(_FOLDER).glob("*.csv")))


@cache
def header_language(code: str) -> HeaderLanguage:
    """The language with this code."""
    return next(language for language in header_languages() if language.code == code)


def headers_abroad() -> Iterator[tuple[str, str]]:
    """Target and header, language by language; only those that mean it in any list.

    What is no attribute in one language says so in lists of that language only: "sumber" is at home how somebody came.
    """
    for language in header_languages():
        for phrase, targets in language.meanings.items():
            if phrase in language.telling:
                yield from ((target, phrase) for target in targets if target)


def keys_abroad() -> Iterator[str]:
    """Headers of the source key in any language, the surest of each first."""
    for language in header_languages():
        yield from (phrase for phrase in language.keys if phrase in language.telling)


def _language(code: str) -> HeaderLanguage:
    rows = read_rows(f"{_FOLDER}/{code}.csv")
    prefixes = tuple(word for row in rows if row["about"] == "prefixes" for word in row["headers"].split("|"))
    said: dict[str, list[str]] = {kind: [] for kind in KINDS}
    meanings: dict[str, list[str]] = {}
    keys: dict[str, int] = {}
    telling: set[str] = set()
    for row in rows:
        about = row["about"]
        everywhere, there = _spelled(row["headers"], prefixes), _spelled(row["there"], prefixes)
        if about in KINDS:
            said[about] += [*everywhere, *there]
            continue
        telling.update(everywhere)
        for phrase in (*everywhere, *there):
            if about == ColumnRule.SOURCE_KEY:
                keys.setdefault(phrase, len(keys))
            else:
                meanings.setdefault(phrase, []).append(about)
    phrases = (*meanings, *keys, *(phrase for words in said.values() for phrase in words))
    words = {word for phrase in phrases for word in phrase.split()}
    return HeaderLanguage(
        code=code,
        meanings={phrase: tuple(targets) for phrase, targets in meanings.items()},
        telling=frozenset(telling),
        other_order={tuple(sorted(phrase.split())): phrase for phrase in meanings if " " in phrase},
        keys=keys,
        running_numbers=frozenset(said["running_numbers"]),
        joints=frozenset(said["joints"]),
        numbers=frozenset(said["numbers"]),
        owners=frozenset(said["owners"]),
        beside=frozenset(said["beside"]),
        sinces=frozenset(said["sinces"]),
        untils=frozenset(said["untils"]),
        others=frozenset(said["others"]),
        sorts=frozenset(said["sorts"]),
        dwellings=frozenset(said["dwellings"]),
        wheres=frozenset(said["wheres"]),
        learning=tuple(said["learning"]),
        prefixes=prefixes,
        is_head_last=said["order"] == ["last"],
        parts=_parts(said, [phrase for phrase, targets in meanings.items() if targets[0] in _PLACES]),
        words=frozenset(words | {written for written, word in known_spellings().items() if word in words}),
    )


def _parts(said: Mapping[str, list[str]], places: list[str]) -> HeaderParts:
    at_home = header_file()["parts"]
    lists = {kind: said[kind] for kind in _PARTS} | {"places": [*said["places"], *places]}
    lists |= {kind: [*words, *said.get(kind, ())] for kind in _ANYWHERE if (words := at_home[kind])}
    events = {target: said[kind] for kind, target in _EVENTS.items()}
    channels = dict(at_home["channels"])
    channels |= {target: [*channels[target], *said[kind]] for kind, target in _CHANNELS.items()}
    nothing: dict[str, list[str]] = {kind: [] for kind in at_home}
    shared = {kind: at_home[kind] for kind in ("denials", "assents", "ways")}
    return cast("HeaderParts", {**nothing, **lists, **shared, "events": events, "channels": channels})


def _spelled(headers: str, prefixes: tuple[str, ...]) -> list[str]:
    """Headers apart, and without what is only written in front of their words."""
    phrases = [normalize_header(header) for header in headers.split("|") if header]
    return list(dict.fromkeys((*phrases, *(_rooted(phrase, prefixes) for phrase in phrases)))) if prefixes else phrases


def _rooted(phrase: str, prefixes: tuple[str, ...]) -> str:
    return " ".join(_root(word, prefixes) for word in phrase.split())


def _root(word: str, prefixes: tuple[str, ...]) -> str:
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) >= len(prefix) + _SHORTEST_ROOT:
            return word.removeprefix(prefix)
    return word
