"""Headers that say what a column is about without being an attribute, by the kinds of ``header_file``."""

from __future__ import annotations

import re
from functools import cache

from steward.exchange.headers.file import header_file
from steward.exchange.headers.languages import header_language, header_languages
from steward.exchange.headers.spelling import brackets_of, holds, normalize_header, without_brackets
from steward.exchange.headers.words import words_of

#: "OD (hari)", "Harga/lt"; what is paid for a day or a night is paid, and behind a sign for money no unit is named:
#: "£/m" is a month.
_MEASURED_IN = re.compile(
    r"[(\[]([^)\]]*)[)\]]|(?<![$£€¥₹])/\s*(?!(?:hr|hari|malam|day|night|hour|jam)\b)(\w+)", re.IGNORECASE
)
#: Words for a day that are of nothing else at the end.
_DAYS = frozenset({"tgl", "date", "datum", "fecha"})
_OUTSETS = frozenset({"start", "started", "begin", "mulai"})
_A_YEAR = re.compile(r"\b20\d{2}\b")


def is_origin_header(header: str) -> bool:
    """Whether a header stands over where a row comes from or what it was found to belong to."""
    return normalize_header(header) in _spelled(header_file()["origins"])


def is_scope_header(header: str) -> bool:
    """Whether a header stands over what customers are numbered in, such as a branch."""
    return normalize_header(header) in _spelled(header_file()["scopes"])


def is_leader_header(header: str) -> bool:
    """Whether a header stands over who leads a firm, or owns what the list is about."""
    return normalize_header(header).rstrip("0123456789 ") in _spelled(header_file()["leaders"])


def is_area_header(header: str) -> bool:
    """Whether a header stands over an area, of the customers or of those who sell to them."""
    return normalize_header(header) in _spelled(header_file()["areas"])


def says_name(header: str) -> bool:
    """Whether a word of a header is of names, of whomever, in any language."""
    return holds(normalize_header(header), _words_for_names())


def says_family_name_first(header: str) -> bool:
    """Whether a header says in any language that family names stand before given ones: "Cognome e nome"."""
    first, *behind = normalize_header(header).split() or [""]
    return any(
        "family_name" in language.meanings.get(first, ())
        and any("given_name" in language.meanings.get(word, ()) for word in behind)
        for language in header_languages()
    )


def is_within_address(header: str) -> bool:
    """Whether a header is of what an address goes on with beside its street, such as a building: "建物名"."""
    said = {normalize_header(header), normalize_header(without_brackets(header)), normalize_header(brackets_of(header))}
    return not said.isdisjoint(_spelled(header_file()["within_addresses"]))


def says_house(header: str) -> bool:
    """Whether a header is of numbers of houses, which a spreadsheet takes for days: "Blok-No"."""
    phrase, words = normalize_header(header), header_file()
    return holds(phrase, words["houses"]) and not holds(phrase, words["parts"]["dates"])


def says_street_number(header: str) -> bool:
    """Whether a header is of the numbers of houses in a street, and not of what lies in a house or around many."""
    return says_house(header) and not _has_word(header, header_file()["around_houses"])


def says_block(header: str) -> bool:
    """Whether a header is of houses by the block they stand in, and of no neighborhood: "Blok", "No Kav"."""
    return says_house(header) and {"rt", "rw", "rtrw"}.isdisjoint(normalize_header(header).split())


def says_box(header: str) -> bool:
    """Whether a header is of boxes at a post office, whose numbers have any length: "P.O. Box"."""
    return _has_word(header, header_file()["boxes"])


def is_dial_code_header(header: str) -> bool:
    """Whether a header stands over the country code of a phone beside it."""
    return normalize_header(header) in _spelled(header_file()["dial_codes"])


def says_total(words: str) -> bool:
    """Whether the words of a header name what was spent in all, which says more than what one thing cost."""
    return not _spelled(header_file()["totals"]).isdisjoint(words.split())


def says_holding(header: str) -> bool:
    """Whether a word of a header is of what somebody owns, buys, subscribes to or learns, not of how they want it."""
    words = header_file()
    return _has_word(header, words["holdings"]) and not _has_word(header, words["wishes"])


def says_count(header: str) -> bool:
    """Whether a header can be of how often customers did something, "Total Order", as well as of what they paid."""
    phrase, parts = normalize_header(header), header_file()["parts"]
    return holds(phrase, parts["counts"]) and holds(phrase, parts["activities"])


def says_identity_card(header: str) -> bool:
    """Whether a word of a header is of the paper that has a NIK."""
    return not {"ktp", "nik", "ektp"}.isdisjoint(words_of(header))


def says_npwp(header: str) -> bool:
    """Whether a header is of the tax number of Indonesia and of no other country's: "NPWP Badan"."""
    return any(word.startswith("npwp") or word in {"nitku", "pajak"} for word in words_of(header))


def says_any_count(header: str) -> bool:
    """Whether a word of a header says that something was counted or summed up: "Jumlah Pinjaman"."""
    return _has_word(header, header_file()["parts"]["counts"])


def says_unit(header: str) -> bool:
    """Whether a header says in what is measured what is no money, "OD (hari)", or of how much: "Harga/lt"."""
    found = (said for pair in _MEASURED_IN.findall(header) for said in pair if said)
    return any(_has_word(said, header_file()["units"]) for said in found)


def says_departure(header: str) -> bool:
    """Whether a header is of the days on which guests left, in any language: none of them is their first."""
    phrase = f" {normalize_header(header)} "
    return any(f" {words} " in phrase for words in _spelled(header_file()["departures"]))


def says_preferred(header: str) -> bool:
    """Whether a word of a header is of what somebody likes or wants, and not of what only happened."""
    return _has_word(header, [*header_file()["wishes"], *header_file()["grammar"]["favorites"]])


def is_account_name(header: str) -> bool:
    """Whether a header names who has an account: in lists of sellers the firm, in those of banks a person."""
    return normalize_header(header) in _spelled(header_file()["grammar"]["accounts"])


def says_freight(header: str) -> bool:
    """Whether a word of a header is of what is paid for carrying something."""
    return _has_word(header, header_file()["parts"]["freights"])


def says_device(header: str) -> bool:
    """Whether a header is of a device that stands at the customer's: "No Meter"."""
    return not _spelled(header_file()["devices"]).isdisjoint(words_of(header))


def says_stay(header: str) -> bool:
    """Whether a word of a header is of nights or of the room that a guest sleeps in, in any language."""
    return _has_word(header, header_file()["stays"])


def says_sum_of_time(header: str) -> bool:
    """Whether a header is of a sum or an average, and of the year or month in which it came together."""
    is_sum = _has_word(header, [*header_file()["totals"], *header_file()["averages"]])
    return is_sum and (_has_word(header, header_file()["spans"]) or _A_YEAR.search(header) is not None)


def says_last(header: str, languages: tuple[str, ...] = ()) -> bool:
    """Whether a word of a header is of what happened last: "SRV AKHIR", "Dern. entretien"."""
    parts = header_file()["parts"]
    latest = [*parts["latest"], *(word for code in languages for word in header_language(code).parts["latest"])]
    return _has_word(header, latest) or normalize_header(header).split()[-1:] in [[end] for end in parts["ends"]]


def says_other_day(header: str) -> bool:
    """Whether a word of a header is of days that are none of the customer's past: "Geldig tot"."""
    return holds(" ".join(words_of(header)), header_file()["parts"]["other_dates"])


def is_start_header(header: str) -> bool:
    """Whether a header says that something began, and not what: "Start (AEST)", "Waktu Mulai"."""
    words = set(normalize_header(without_brackets(header)).split())
    return not words.isdisjoint(_OUTSETS) and words <= _OUTSETS | set(header_file()["parts"]["dates"])


def says_day(header: str) -> bool:
    """Whether a header begins with a word for a day, or ends with one: "Tgl Komplain", "OPD Date"."""
    first, *_, last = normalize_header(header).split() * 2 or ["", ""]
    return first in header_file()["parts"]["dates"] or last in _DAYS


def says_start(header: str) -> bool:
    """Whether a header says what happened on its days: "Instructed on", "Inscrit le"."""
    words = normalize_header(header).split()
    return len(words) > 1 and words[-1] in header_file()["starts"]


def full_length(header: str) -> int:
    """How many digits the numbers under a header have, zeros in front; zero when any number will do."""
    phrase = normalize_header(header)
    return next((int(length) for length, headers in _full_lengths().items() if phrase in headers), 0)


def _has_word(header: str, words: list[str]) -> bool:
    return holds(normalize_header(header), _spelled(words))


@cache
def _words_for_names() -> frozenset[str]:
    abroad = (word for language in header_languages() for word in language.parts["names"])
    return frozenset({*_spelled(header_file()["parts"]["names"]), *abroad})


@cache
def _full_lengths() -> dict[str, frozenset[str]]:
    told: dict[str, list[str]] = header_file()["full_lengths"]
    return {length: frozenset(map(normalize_header, headers)) for length, headers in told.items()}


def _spelled(headers: list[str]) -> frozenset[str]:
    return _normalized(tuple(headers))


@cache
def _normalized(headers: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(normalize_header, headers))
