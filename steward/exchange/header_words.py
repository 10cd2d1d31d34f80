"""What the words over a column mean, in Indonesian and English; the words themselves are in reference/headers.json.

That file holds: ``meanings`` (target -> headers; a header may stand under several targets, the first is the likeliest;
those under "" are known and on purpose no attribute), ``keys`` (headers of the source key, the surest first),
``running_numbers``, ``heads`` (words that, first in a header, say what it is whatever follows), ``same_words`` (words
that stand for others), ``short_words`` (what they are cut down to; see ``short_words``), ``owners`` (words that say
whose value it is and change nothing else; so do people of one word among the names), ``others`` (words that say that it
is of no customer, such as a pet), ``qualifiers`` (words that may stand beside a header without changing it),
``only_whole`` (headers too short or too general to be looked for inside a longer one), ``parts`` (see
``header_parts``), and the headers of ``header_kinds``. Headers in other languages are in reference/headers_abroad.csv.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypedDict

from steward.exchange.glued_words import unglued
from steward.exchange.header_parts import HeaderParts, told_by_channel, told_by_parts
from steward.exchange.short_words import ShortWords
from steward.resources import read_rows, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

#: One word each, however they are written.
_BRANDS = re.compile(
    r"(whats)[ -]?(app)|(linked)[ -]?(in)|(tik)[ -]?(tok)|(face)[ -]?(book)|(you)[ -]?(tube)|(e)[ -](mail)", re.I
)
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NOT_WORD = re.compile(r"[\W_]+")
_ACCENT = re.compile(r"[\u0300-\u036f]")
#: Letters that are no other one with an accent.
_OWN_LETTERS = str.maketrans("đĐøØłŁ", "dDoOlL")
#: "State/Display Name": a field of another record, named by the way to it.
_PATH = re.compile(r"(?<=\w)/(display name|[a-z]* ?name|external id|database id|id)$", re.IGNORECASE)
#: Behind one letter it is part of a name that says nothing: "X1".
_TRAILING_NUMBER = re.compile(r"(?<=[a-z]{2})\d+$")
_TWO_LANGUAGES = re.compile(r"\s+[/|-]\s+|\n")
_LONGEST_HEADER = 60
_SURE = 0.8
_OTHER_ORDER, _GLUED, _BY_PARTS, _VAGUE = 0.85, 0.8, 0.75, 0.5
#: Of one letter each, "account" and "rata-rata" would fall apart.
_SLASHED = re.compile(r"\b(a/c|rata2)\b", re.IGNORECASE)
_SLASHED_WORDS = {"a/c": "account", "rata2": "rata rata"}
_MONEY_SIGN = re.compile(r"[$\u00a3\u20ac\u00a5]")
#: "D.O.B." and "N P W P" are one word each.
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?|\b(?:[A-Z] ){2,}[A-Z]\b")
_NUMBER_SIGN = re.compile(r"(?<=[A-Za-z]) ?#")
#: Documents say whose or which name or day a column holds.
_DOCUMENTS = frozenset({"nik", "npwp", "other_id", "id_number", "family_card", "account_number"})
_CODE_WORDS = frozenset({"code", "kode", "id", "no", "ref", "uid"})


@dataclass(frozen=True, slots=True)
class HeaderMeaning:
    """What a header says: possible targets in order, the words that told it, and how sure they are (0..1).

    ``is_vague``: the words alone are not enough, the cells must look like it.
    """

    targets: tuple[str, ...]
    words: str
    confidence: float
    is_vague: bool = False


def normalize_header(header: str) -> str:
    """A header's words in lower case with common abbreviations spelled one way: "No. Handphone" is "no hp"."""
    signs = _MONEY_SIGN.sub(" amount ", header.replace("%", " percent "))
    spelled = _SLASHED.sub(lambda match: _SLASHED_WORDS[match[0].lower()], signs)
    numbered = _NUMBER_SIGN.sub(" no ", spelled)
    undotted = _DOTTED.sub(lambda match: re.sub(r"\W", "", match[0]).lower(), numbered)
    whole_brands = _BRANDS.sub(lambda match: "".join(filter(None, match.groups())).lower(), undotted)
    plain = whole_brands if whole_brands.isascii() else _without_accents(whole_brands)
    words = _NOT_WORD.sub(" ", _CAMEL.sub(" ", plain).casefold()).split()
    return _respelled(words)


@cache
def read_header(header: str) -> HeaderMeaning | None:
    """What a header means by its words alone, None when they say nothing."""
    # "Visit address: Postcode" is a field of a group.
    field = _read_phrase(header.rpartition(":")[2]) if ":" in header else None
    if field is not None and field.confidence >= _SURE:
        return field
    meaning = _read_phrase(_PATH.sub("", header))
    if meaning is not None and meaning.confidence >= _BY_PARTS:
        return meaning
    # "Nama / Name" says one thing in two languages.
    parts = [part for part in _TWO_LANGUAGES.split(header) if part.strip()]
    told = [found for part in parts if len(parts) > 1 and (found := _read_phrase(part)) is not None]
    return max(told, key=lambda found: found.confidence, default=meaning)


def _read_phrase(header: str) -> HeaderMeaning | None:
    meanings = _lexicon().meanings
    whole = normalize_header(header)
    if "percent" in whole.split():
        return HeaderMeaning(("",), "percent", _SURE)
    plain = normalize_header(_BRACKETS.sub(" ", header)) or whole
    numberless = _without_number(plain)
    ownerless = _without(numberless, _lexicon().owners)
    bare = _without(ownerless, _lexicon().qualifiers)
    for phrase, confidence in ((whole, 0.98), (plain, 0.96), (numberless, 0.94), (ownerless, 0.9), (bare, 0.85)):
        if phrase in meanings:
            return HeaderMeaning(meanings[phrase], phrase, confidence)
    for phrase in (plain, numberless, ownerless):
        if said := _lexicon().other_order.get(tuple(sorted(phrase.split()))):
            return HeaderMeaning(meanings[said], said, _OTHER_ORDER)
    words = frozenset(plain.split())
    if len(words) > 1 and not _lexicon().others.isdisjoint(words) and _lexicon().owners.isdisjoint(words):
        return HeaderMeaning(("",), plain, _GLUED)
    if (filled := _written_out(plain)) != plain and (found := _read_phrase(filled)) is not None:
        return HeaderMeaning(found.targets, found.words, min(found.confidence, _GLUED), is_vague=found.is_vague)
    apart = unglued(plain, _lexicon().vocabulary)
    if apart != plain and (found := _read_phrase(apart)) is not None and not found.is_vague:
        return HeaderMeaning(found.targets, found.words, min(found.confidence, _GLUED))
    return _by_parts(plain, _find_inside(ownerless or plain))


def _written_out(phrase: str) -> str:
    """The phrase with words that nobody knows as the known ones that they are short for."""
    lexicon = _lexicon()
    words = (word if word in lexicon.vocabulary else lexicon.short_words.whole(word) for word in phrase.split())
    return _respelled(" ".join(words).split())


def _by_parts(phrase: str, inside: HeaderMeaning | None) -> HeaderMeaning | None:
    """What single words of a header say; ``inside`` is the longest known header in it."""
    told = told_by_parts(phrase, _words_file()["parts"])
    if told is None:
        return inside
    others = inside.targets if inside else ()
    if not told.is_vague:
        return HeaderMeaning(tuple(dict.fromkeys((*told.targets, *others))), phrase, _BY_PARTS)
    # "Nama Sesuai Paspor" is a name; "Nama Produk Utama" is what is known of it.
    is_told_better = inside is not None and not _DOCUMENTS.issuperset(others)
    return inside if is_told_better else HeaderMeaning(told.targets, phrase, _VAGUE, is_vague=True)


def flag_of_channel(header: str) -> str:
    """The consent that a header names which would stand over the channel's own values, were they no yes and no."""
    lexicon = _lexicon()
    beside = lexicon.owners | lexicon.qualifiers - {"aktif"}
    return told_by_channel(normalize_header(header), _words_file()["parts"], beside)


def key_rank(header: str) -> int | None:
    """How likely a header names the source key: 0 is the surest, None means it does not."""
    phrase = normalize_header(unglued(normalize_header(header), _lexicon().vocabulary))
    ranks = _lexicon().key_ranks
    if phrase in ranks:
        return ranks[phrase]
    if said := _lexicon().keys_in_other_order.get(tuple(sorted(phrase.split()))):
        return ranks[said]
    words = phrase.split()
    if len(words) > 1 and words[0] in ("id", "kode", "no") and _lexicon().owners.issuperset(words[1:]):
        return len(ranks)
    if len(words) in (2, 3) and ("id" in (words[0], words[-1]) or words[0] == "kode" or words[-1] in ("code", "key")):
        return len(ranks) if read_header(header) is None else None
    return None


def is_running_header(header: str) -> bool:
    """Whether a header usually stands over a running number."""
    return header.strip() == "#" or normalize_header(header) in _lexicon().running_numbers


def is_code_header(header: str) -> bool:
    """Whether a header is of a code or a number that something is known by, whatever else it says."""
    is_of_code = not _CODE_WORDS.isdisjoint(normalize_header(header).split())
    return is_of_code or is_running_header(header) or key_rank(header) is not None


def is_known_header(text: str) -> bool:
    """Whether a cell reads like a header of a customer list."""
    if not text.strip() or len(text) > _LONGEST_HEADER:
        return False
    return is_running_header(text) or key_rank(text) is not None or read_header(text) is not None


@dataclass(frozen=True, slots=True)
class _Lexicon:
    meanings: dict[str, tuple[str, ...]]
    other_order: dict[tuple[str, ...], str]
    key_ranks: dict[str, int]
    keys_in_other_order: dict[tuple[str, ...], str]
    running_numbers: frozenset[str]
    heads: frozenset[str]
    owners: frozenset[str]
    others: frozenset[str]
    qualifiers: frozenset[str]
    only_whole: frozenset[str]
    vocabulary: frozenset[str]
    short_words: ShortWords


class _WordsFile(TypedDict):
    meanings: dict[str, list[str]]
    keys: list[str]
    running_numbers: list[str]
    heads: list[str]
    same_words: dict[str, list[str]]
    short_words: dict[str, list[str]]
    owners: list[str]
    others: list[str]
    qualifiers: list[str]
    only_whole: list[str]
    parts: HeaderParts


@cache
def _words_file() -> _WordsFile:
    content: _WordsFile = json.loads(read_text("reference/headers.json"))
    return content


def _headers_abroad() -> Iterator[tuple[str, str]]:
    for row in read_rows("reference/headers_abroad.csv"):
        for header in row["headers"].split("|"):
            yield row["target"], normalize_header(header)


@cache
def _spellings() -> dict[str, str]:
    return {word: standard for standard, words in _words_file()["same_words"].items() for word in words}


@cache
def _lexicon() -> _Lexicon:
    content = _words_file()
    meanings: dict[str, list[str]] = {}
    for target, phrases in content["meanings"].items():
        for phrase in dict.fromkeys(map(normalize_header, phrases)):
            meanings.setdefault(phrase, []).append(target)
    keys = dict.fromkeys(map(normalize_header, content["keys"]))
    at_home = frozenset(meanings)
    for target, phrase in _headers_abroad():
        if target not in (told := meanings.setdefault(phrase, [])):
            told.append(target)
    vocabulary = frozenset(word for phrase in (*at_home, *keys, *_spellings()) for word in phrase.split())
    people = {phrase for phrase, targets in meanings.items() if targets[0] == "name" and " " not in phrase}
    return _Lexicon(
        meanings={phrase: tuple(targets) for phrase, targets in meanings.items()},
        other_order={tuple(sorted(phrase.split())): phrase for phrase in meanings if " " in phrase},
        heads=frozenset(content["heads"]),
        key_ranks={phrase: rank for rank, phrase in enumerate(keys)},
        keys_in_other_order={tuple(sorted(phrase.split())): phrase for phrase in keys if " " in phrase},
        running_numbers=frozenset(content["running_numbers"]),
        owners=frozenset(content["owners"]) | (people - set(content["parts"]["names"])),
        others=frozenset(content["others"]),
        qualifiers=frozenset(content["qualifiers"]),
        only_whole=frozenset(content["only_whole"]) | meanings.keys() - at_home,
        vocabulary=vocabulary,
        short_words=ShortWords.of(vocabulary, content["short_words"]),
    )


def _without_accents(text: str) -> str:
    bare = _ACCENT.sub("", unicodedata.normalize("NFKD", text.translate(_OWN_LETTERS)))
    # What was no accent but part of a letter is put together again.
    return unicodedata.normalize("NFC", bare)


def _respelled(words: list[str]) -> str:
    spellings = _spellings()
    return " ".join(spellings.get(word, word) for word in words)


def _without_number(phrase: str) -> str:
    words = [_TRAILING_NUMBER.sub("", word) for word in phrase.split()]
    words = [word for word in words if not word.isdigit()] or words
    # "Default Address Address1" says one thing twice.
    return _respelled(list(dict.fromkeys(words)))


def _without(phrase: str, words: frozenset[str]) -> str:
    return " ".join(word for word in phrase.split() if word not in words)


def _find_inside(phrase: str) -> HeaderMeaning | None:
    """The longest known phrase among the words of a longer header."""
    lexicon = _lexicon()
    words = phrase.split()
    head = words[0] if len(words) > 1 and words[0] in lexicon.heads else ""
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            part = " ".join(words[start : start + length])
            if part in lexicon.meanings and part not in lexicon.only_whole:
                if head and start and "" not in lexicon.meanings[part]:
                    # "Alamat badan usaha" is an address: what follows says whose.
                    part = head
                return HeaderMeaning(lexicon.meanings[part], part, 0.6 + 0.1 * (length > 1))
    return None
