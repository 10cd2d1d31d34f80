"""What the words of one header mean in Indonesian and English, or where they are known whole in any language."""

from __future__ import annotations

import re
from typing import NamedTuple

from steward.exchange.headers.file import header_file
from steward.exchange.headers.glued_words import unglued
from steward.exchange.headers.insides import find_inside, find_unspaced, inside_address, with_owner
from steward.exchange.headers.lexicon import lexicon
from steward.exchange.headers.meaning import HeaderMeaning
from steward.exchange.headers.parts import told_by_parts
from steward.exchange.headers.spelling import (
    brackets_of,
    normalize_header,
    respelled,
    without_brackets,
    without_currency,
)

#: Behind one letter it is part of a name that says nothing: "X1".
_TRAILING_NUMBER = re.compile(r"(?<=[a-z]{2})\d+$")
_FEWEST_LETTERS, _TELLING_LETTERS, _LONG, _LONGEST_SHORT = 3, 2, 3, 4
_SURELY, _OTHER_ORDER, _SURE, _GLUED, _BY_PARTS, _MISSPELT, _TAIL, _VAGUE = 0.9, 0.85, 0.8, 0.8, 0.75, 0.7, 0.6, 0.5
#: Documents say whose or which name or day a column holds.
_DOCUMENTS = frozenset({"nik", "npwp", "other_id", "id_number", "family_card", "account_number"})
_PLACES = frozenset({"village", "district", "city", "province"})
#: What has an address, a phone and a number of its own.
_BEARERS = frozenset({"name", "organization", "contact_person"})
_OTHER_NAMES = frozenset({"given_name", "family_name", "nickname", "title", "handle", "organization"})
_WHOLE_NAME = {"given_name", "family_name"}
_THINGS = frozenset({"products", "segment", "channel", "occupation", "religion", "country"})
#: What has a name that is no customer's.
_NAMED = _PLACES | {"address", "religion"}
_ANSWERS = ("consent", "refusal", "birth_place")


class _Said(NamedTuple):
    """A header in the forms that it may be known in: whole, without brackets, then without numbers, then without whose
    it is.
    """

    header: str
    whole: str
    plain: str
    numberless: str
    ownerless: str


def read_phrase(header: str) -> HeaderMeaning | None:
    """What a header means by its words alone, None when they say nothing."""
    whole = normalize_header(header)
    if rates := set(header_file()["rates"]).intersection(whole.split()):
        return HeaderMeaning(("",), min(rates), _SURE)
    plain = normalize_header(without_brackets(header)) or whole
    numberless = _without_number(plain)
    said = _Said(header, whole, plain, numberless, _without(numberless, lexicon().owners))
    return (
        _known_whole(said)
        or _of_person_or_count(said)
        or _known_but_for_words(said)
        or _by_last_word(said)
        or _in_other_words(said)
    )


def _known_whole(said: _Said) -> HeaderMeaning | None:
    meanings = lexicon().meanings
    if (place := _place_in_brackets(said.header)) and meanings.get(said.plain, ("",))[0] == "address":
        return HeaderMeaning(meanings[place], place, _OTHER_ORDER)
    in_brackets = {meanings.get(word, ("",))[0] for word in normalize_header(brackets_of(said.header)).split()}
    if in_brackets == _WHOLE_NAME:
        # "Owner (Last, First)"
        return HeaderMeaning(("name",), said.whole, _SURELY)
    for phrase, confidence in ((said.whole, 0.98), (said.plain, 0.96), (said.numberless, 0.94)):
        if phrase in meanings:
            return HeaderMeaning(meanings[phrase], phrase, confidence)
    moneyless = normalize_header(without_currency(without_brackets(said.header)))
    if moneyless != said.plain and moneyless in meanings:
        return HeaderMeaning(meanings[moneyless], moneyless, _SURELY)
    return None


def _of_person_or_count(said: _Said) -> HeaderMeaning | None:
    if said.header.lstrip().startswith("#") and (counted := _counted(said.plain)):
        return HeaderMeaning(counted, said.plain, _OTHER_ORDER)
    if _names_person(said.numberless):
        return HeaderMeaning(("name",), said.numberless, _OTHER_ORDER)
    return None


def _known_but_for_words(said: _Said) -> HeaderMeaning | None:
    """What a header means that is known with its words in another order, or without some that change nothing."""
    meanings, plain, numberless, ownerless = lexicon().meanings, said.plain, said.numberless, said.ownerless
    bare, plainly = (_without(phrase, lexicon().qualifiers) for phrase in (ownerless, numberless))
    for phrase, confidence in ((ownerless, 0.9), (bare, 0.85), (plainly, 0.85)):
        # "No. Kendaraan" is the number of a thing, and of no use as its name.
        is_number = phrase != numberless and numberless.startswith("no ")
        if phrase in meanings and not (is_number and _THINGS.issuperset(meanings[phrase])):
            return HeaderMeaning(meanings[phrase], phrase, confidence)
    if (named := plain.removeprefix("nama ")) != plain and meanings.get(named, ("",))[0] in _NAMED:
        # "Nama Dusun"
        return HeaderMeaning(meanings[named], named, _OTHER_ORDER)
    # "Last nm" is short for a name in either language.
    if (english := plain.replace("nama", "name")) in meanings:
        return HeaderMeaning(meanings[english], english, _OTHER_ORDER)
    for phrase in (plain, numberless, ownerless):
        if known := lexicon().other_order.get(tuple(sorted(phrase.split()))):
            return HeaderMeaning(meanings[known], known, _OTHER_ORDER)
    words = frozenset(plain.split())
    if len(words) > 1 and not lexicon().others.isdisjoint(words) and lexicon().owners.isdisjoint(words):
        return HeaderMeaning(("",), plain, _GLUED)
    return None


def _by_last_word(said: _Said) -> HeaderMeaning | None:
    """What the last word of several says: of "Service address" what stands before it only says which."""
    if len(set(said.plain.split())) < 2 or (tail := said.numberless.split()[-1]) not in lexicon().tails:
        return None
    parts = header_file()["parts"]
    told = told_by_parts(said.plain, parts)
    is_day = said.plain.partition(" ")[0] in parts["dates"]
    if told is not None and (is_day or told.targets[0].startswith(_ANSWERS)):
        return None
    meant, inside = lexicon().meanings[tail], find_inside(said.numberless)
    is_the_same = inside is None or inside.targets == meant or inside.targets[0] in _BEARERS
    return HeaderMeaning(meant, tail, _TAIL) if is_the_same else None


def _in_other_words(said: _Said) -> HeaderMeaning | None:
    """What a header means whose words are short for others, glued together or misspelt, or known one by one."""
    plain, whole = said.plain, said.whole
    if (filled := written_out(plain)) != plain and (found := read_phrase(filled)) is not None:
        return HeaderMeaning(found.targets, found.words, min(found.confidence, _GLUED), is_vague=found.is_vague)
    if (found := _read_as(unglued(plain, lexicon().pieces), plain)) is not None:
        return HeaderMeaning(found.targets, found.words, min(found.confidence, _GLUED))
    inside = find_inside(said.ownerless or plain) or with_owner(plain) or inside_address(plain)
    told = _by_parts(plain, inside) or find_unspaced(plain)
    if told is not None and not told.is_vague:
        return told
    if (found := _read_as(_usual(plain), plain)) is not None:
        return HeaderMeaning(found.targets, found.words, min(found.confidence, _GLUED))
    if (found := _read_as(_corrected(plain), plain)) is not None:
        return HeaderMeaning(found.targets, found.words, min(found.confidence, _MISSPELT), is_misspelt=told is None)
    if told is None and whole != plain and "amount" in whole.split():
        # "Caruman (RM)": whatever it is called, it is money.
        money = _by_parts(whole, None)
        return money and HeaderMeaning(money.targets, whole, _VAGUE)
    return told


def _read_as(other: str, plain: str) -> HeaderMeaning | None:
    """What other words for a header say plainly, if they are others."""
    # What is written as one again would be read for ever.
    found = read_phrase(other) if other != plain and normalize_header(other) != plain else None
    return None if found is None or found.is_vague else found


def _counted(phrase: str) -> tuple[str, ...]:
    """What a header means behind a sign that says how many: "# Gifts"; () when it is the number of something."""
    told = told_by_parts(f"no of {phrase}", header_file()["parts"])
    return told.targets if told is not None and told.targets[0] == "purchases" else ()


def _place_in_brackets(header: str) -> str:
    """The part of an address that a header wants, "Tempat tinggal (kecamatan)"; "" when it names several or none."""
    inside = normalize_header(brackets_of(header))
    return inside if lexicon().meanings.get(inside, ("",))[0] in _PLACES else ""


def _names_person(phrase: str) -> bool:
    """Whether a header ends with a person or goes on behind one: "Nama Penerima Paket" is of no parcel."""
    words = phrase.split()
    if 1 < len(words) < _LONG and words[-1] == "holder":
        return True
    if len(words) < _LONG or words[0] not in header_file()["parts"]["names"] or words[1] not in lexicon().people:
        return False
    rest = lexicon().meanings.get(" ".join(words[2:]), ("",))
    return rest[0] not in _OTHER_NAMES


def written_out(phrase: str) -> str:
    """The phrase with words that nobody knows as the known ones that they are short for."""
    known = lexicon()
    said = (known.vocabulary, known.qualifiers, known.owners)
    short = [word for word in phrase.split() if not any(word in those for those in said)]
    words = (known.short_words.whole(word) if word in short else word for word in phrase.split())
    return respelled(" ".join(words).split())


def _usual(phrase: str) -> str:
    """The phrase with every short word that usually stands for another as that, though it may be one: "Stat. Kwn"."""
    usual = lexicon().short_words.usual
    words = phrase.split()
    return respelled([usual.get(word, word) if len(word) <= _LONGEST_SHORT else word for word in words])


def _corrected(phrase: str) -> str:
    """The phrase with the words that nobody knows as the known ones that they are a letter away from."""
    known = lexicon()
    words = (word if word in known.right_words else known.short_words.corrected(word) for word in phrase.split())
    return respelled(list(words))


def _by_parts(phrase: str, inside: HeaderMeaning | None) -> HeaderMeaning | None:
    """What single words of a header say; ``inside`` is the longest known header in it."""
    told = told_by_parts(phrase, header_file()["parts"])
    if told is None:
        return inside
    others = inside.targets if inside else ()
    first = phrase.split()[0]
    if first in lexicon().heads and not told.targets[0].startswith(_ANSWERS):
        # "Email Tagihan" is an address: a bill is sent to it.
        said = lexicon().meanings[first]
        return HeaderMeaning(tuple(dict.fromkeys((*said, *told.targets))), first, _TAIL)
    if not told.is_vague:
        return HeaderMeaning(tuple(dict.fromkeys((*told.targets, *others))), phrase, _BY_PARTS)
    # "Nama Sesuai Paspor" is a name; "Nama Produk Utama" is what is known of it.
    is_told_better = inside is not None and not _DOCUMENTS.issuperset(others)
    return inside if is_told_better else HeaderMeaning(told.targets, phrase, _VAGUE, is_vague=True)


def read_cut_short(header: str) -> HeaderMeaning | None:
    """What a header means whose words end early, with a dot: "Nome Compl."; None when it may be of several things."""
    words = [(normalize_header(word), word.endswith(".")) for word in header.split()]
    # A word of a letter or two is the beginning of too many.
    if not any(is_cut for _, is_cut in words) or any(is_cut and len(word) < _FEWEST_LETTERS for word, is_cut in words):
        return None
    fitting = [
        phrase
        for phrase in lexicon().meanings
        if len(parts := phrase.split()) == len(words)
        if all(
            part.startswith(word) if is_cut else part == word for part, (word, is_cut) in zip(parts, words, strict=True)
        )
    ]
    targets = {lexicon().meanings[phrase] for phrase in fitting}
    is_key = normalize_header(header) in lexicon().key_ranks
    return HeaderMeaning(targets.pop(), fitting[0], _MISSPELT) if len(targets) == 1 and not is_key else None


def _without_number(phrase: str) -> str:
    words = [_TRAILING_NUMBER.sub("", word) for word in phrase.split()]
    bare = [word for word in words if not word.isdigit()]
    # "X_7" is the seventh of many, "X" a network.
    words = words if max(map(len, bare), default=0) < _TELLING_LETTERS else bare
    # "Default Address Address1" says one thing twice.
    return respelled(list(dict.fromkeys(words)))


def _without(phrase: str, words: frozenset[str]) -> str:
    return " ".join(word for word in phrase.split() if word not in words)
