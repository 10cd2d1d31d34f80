"""Headers of the key of a list, of running numbers and of other codes."""

from __future__ import annotations

import re
from functools import lru_cache

from steward.exchange.headers.abroad import is_order_abroad, is_running_abroad, key_abroad, read_abroad
from steward.exchange.headers.file import header_file
from steward.exchange.headers.glued_words import unglued
from steward.exchange.headers.lexicon import lexicon
from steward.exchange.headers.numbers import key_of_number
from steward.exchange.headers.phrases import written_out
from steward.exchange.headers.spelling import normalize_header, respelled
from steward.exchange.headers.words import read_header

_CODE_WORDS = frozenset({"code", "kode", "id", "no", "ref", "uid"})
_SLASH = re.compile(r"\s*[/|]\s*")
_KNOWN_WHOLE = 0.9
_LONGEST_HEADER = 60


def key_rank(header: str, languages: tuple[str, ...] = ()) -> int | None:
    """How likely a header names the source key: 0 is the surest, None means it does not."""
    if abroad := [rank for code in languages if (rank := key_abroad(header, code)) is not None]:
        return min(abroad)
    told = (found for code in languages if (found := read_abroad(header, code)) is not None)
    if any(found.confidence >= _KNOWN_WHOLE for found in told):
        return None
    sides = _SLASH.split(header)
    # "Klantnr/N° client" says it in two languages.
    ranks = [_rank(side, languages) for side in sides] if len(sides) > 1 else []
    known = [rank for rank in ranks if rank is not None]
    return min(known) if known and len(known) == len(ranks) else _rank_at_home(header)


def _rank(header: str, languages: tuple[str, ...]) -> int | None:
    abroad = [rank for code in languages if (rank := key_abroad(header, code)) is not None]
    return min(abroad) if abroad else _rank_at_home(header)


def _rank_at_home(header: str) -> int | None:
    phrase = normalize_header(unglued(normalize_header(header), lexicon().pieces))
    ranks = lexicon().key_ranks
    whole = written_out(phrase)
    said = [lexicon().keys_in_other_order.get(tuple(sorted(text.split())), text) for text in (phrase, whole)]
    if known := [ranks[key] for key in (phrase, *said, key_of_number(phrase)) if key in ranks]:
        return min(known)
    words = phrase.split()
    if len(words) > 1 and words[0] in ("id", "kode", "no") and lexicon().owners.issuperset(words[1:]):
        return len(ranks)
    if len(words) in (2, 3) and ("id" in (words[0], words[-1]) or words[0] == "kode" or words[-1] in ("code", "key")):
        meaning = read_header(header)
        is_account = meaning is not None and meaning.targets[0] == "account_number"
        # "Cust account id" is the number of the customer.
        is_of_customer = is_account and not lexicon().owners.isdisjoint(words)
        return len(ranks) if meaning is None or is_of_customer else None
    return None


def is_number_of_other(header: str) -> bool:
    """Whether a header names the number of whom a customer brings along: "No. RM Hewan"."""
    words = normalize_header(header).split()
    bare = " ".join(word for word in words if word not in lexicon().others)
    return bare != " ".join(words) and bare in lexicon().key_ranks


def says_number_of_customer(header: str, languages: tuple[str, ...] = ()) -> bool:
    """Whether a header names the number of a customer: "ID Plg", "IDPEL"."""
    if any(key_abroad(header, code) is not None for code in languages):
        return True
    whose, phrase = lexicon().owners | lexicon().people, normalize_header(header)
    apart = respelled(unglued(phrase, lexicon().pieces - {phrase}).split())
    return key_rank(header) is not None and not whose.isdisjoint(apart.split())


def is_running_header(header: str, languages: tuple[str, ...] = ()) -> bool:
    """Whether a header usually stands over a running number."""
    is_at_home = header.strip() == "#" or normalize_header(header) in lexicon().running_numbers
    return is_at_home or any(is_running_abroad(header, code) for code in languages)


def is_order_header(header: str, languages: tuple[str, ...] = ()) -> bool:
    """Whether a header is of the number of what a customer did, by which a list of orders knows its rows."""
    words = normalize_header(header).split()
    done = [word for word in words if word not in _CODE_WORDS]
    is_at_home = 0 < len(done) < len(words) and set(header_file()["parts"]["activities"]).issuperset(done)
    return is_at_home or any(is_order_abroad(header, code) for code in languages)


def is_generic_header(header: str) -> bool:
    """Whether a header says no more than that there is a number or a day: what of, is said elsewhere."""
    words = set(normalize_header(header).split())
    return is_running_header(header) or words <= set(header_file()["parts"]["dates"]) or words <= {"nilai", "value"}


def is_code_header(header: str, languages: tuple[str, ...] = ()) -> bool:
    """Whether a header is of a code or a number that something is known by, whatever else it says."""
    is_of_code = not _CODE_WORDS.isdisjoint(normalize_header(header).split())
    return is_of_code or is_running_header(header, languages) or key_rank(header, languages) is not None


@lru_cache(maxsize=4096)
def is_known_header(text: str) -> bool:
    """Whether a cell reads like a header of a customer list."""
    # The first rows are asked about again and again: for each delimiter, for each table of a sheet, for the header.
    if not text.strip() or len(text) > _LONGEST_HEADER:
        return False
    if is_running_header(text) or key_rank(text) is not None:
        return True
    meaning = read_header(text)
    return meaning is not None and not meaning.is_misspelt
