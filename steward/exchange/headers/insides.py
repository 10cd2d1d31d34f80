"""Known headers among the words of longer ones."""

from __future__ import annotations

from steward.exchange.headers.lexicon import lexicon
from steward.exchange.headers.meaning import HeaderMeaning
from steward.exchange.headers.spelling import NO_BLANKS

_BY_PARTS = 0.75
#: Parts of an address that its header may name behind whose address it is: "Mailing address city".
_PARTS_OF_ADDRESS = frozenset({"village", "district", "city", "province", "postcode", "country"})


def _part_of_address(words: list[str]) -> str:
    """The part of an address that the words behind "address" name, "" when they name none."""
    meanings = lexicon().meanings
    phrases = (" ".join(words[start:]) for start in range(len(words)))
    return next((phrase for phrase in phrases if not _PARTS_OF_ADDRESS.isdisjoint(meanings.get(phrase, ()))), "")


def with_owner(phrase: str) -> HeaderMeaning | None:
    """A known header of several words, one of them of whose it is: "Customer class code"."""
    inside = find_inside(phrase)
    return inside if inside is not None and " " in inside.words else None


def inside_address(phrase: str) -> HeaderMeaning | None:
    """A part of an address by the words behind whose address it is: "Card Address State"."""
    before, address, behind = phrase.rpartition("address ")
    part = _part_of_address(behind.split()) if before and address else ""
    return HeaderMeaning(lexicon().meanings[part], part, _BY_PARTS) if part else None


def find_unspaced(phrase: str) -> HeaderMeaning | None:
    """The longest known phrase in a header whose language sets no blanks between words."""
    if not NO_BLANKS.search(phrase):
        return None
    text = phrase.replace(" ", "")
    inside = [known for known in lexicon().meanings if NO_BLANKS.search(known) and len(known) > 1 and known in text]
    found = max(inside, key=len, default="")
    return HeaderMeaning(lexicon().meanings[found], found, _BY_PARTS) if found else None


def find_inside(phrase: str) -> HeaderMeaning | None:
    """The longest known phrase among the words of a longer header."""
    known = lexicon()
    words = phrase.split()
    head = words[0] if len(words) > 1 and words[0] in known.heads else ""
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            part = " ".join(words[start : start + length])
            if part in known.meanings and part not in known.only_whole:
                if head and start and "" not in known.meanings[part]:
                    # "Alamat badan usaha" is an address: what follows says whose.
                    part = head
                elif known.meanings[part] == ("address",):
                    part = _part_of_address(words[start + length :]) or part
                return HeaderMeaning(known.meanings[part], part, 0.6 + 0.1 * (length > 1))
    return None
