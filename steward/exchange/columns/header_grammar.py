"""What headers that nobody listed say by how they are built, where their cells agree: "Jenis Akta", "Iuran/bln"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from steward.exchange.columns.cell_shapes import Shape
from steward.exchange.columns.cell_words import share_of_known
from steward.exchange.columns.column_content import are_counts, share_matching
from steward.exchange.columns.promised_cells import contradicts
from steward.exchange.columns.repeated_words import are_choices, are_grades, are_money
from steward.exchange.headers.abroad import says_sort_abroad
from steward.exchange.headers.file import header_file
from steward.exchange.headers.kinds import says_last, says_unit
from steward.exchange.headers.lexicon import lexicon
from steward.exchange.headers.spelling import NO_BLANKS, holds, normalize_header
from steward.exchange.headers.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from steward.exchange.columns.column_content import ColumnProfile

#: "NPP", "NMID": the number of something, by its first letter; "NO ..." is said of papers and things.
_NUMBER_OF = re.compile(r"N(?!O)[A-Z]{2,5}")
#: "/bln", "per thn", "30 hari", "12 bln": in what time something came together.
_IN_A_TIME = re.compile(
    r"(/|\bper )\s*(bln|bulan|thn|tahun|th|minggu|mgg|mg|pekan|musim|semester|smt|periode)\b"
    r"|(/|\bper )\s*(month|mth|year|yr|week|season)\b"
    r"|\b\d{1,3}\s*(hr|hari|bln|bulan|thn|days?|months?|mths?|weeks?)\b|\b(thn|tahun|bln|bulan) (ini|lalu)\b",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"\b20\d{2}\b")
#: "Datang (x)"
_TIMES = re.compile(r"\(\s*(x|kali|times)\s*\)", re.IGNORECASE)
#: "31-60 hari", "> 90": how long a debt is overdue.
_OVERDUE = re.compile(
    r"([<>]=?|\d{1,3} ?(-|–|s/d|sd|to) ?)\s*\d{1,3}\+?( ?(hari|hr|days?|d))?|\d{2,3}\+", re.IGNORECASE
)
#: "Jasa+part"
_ADDED = re.compile(r"[^\W\d_]\s*\+\s*[^\W\d_]")
_FEWEST_COUNTS, _FEWEST_NAMES, _LONGEST_NAME, _LONG_WORD = 3, 3, 5, 7
#: "36/72": a house by what was built on how much ground.
_GROUND = re.compile(r"\d{2,3}\s*/\s*\d{2,3}")
_NEARLY_ALL, _SOME_CHANNELS, _SOME_NUMBERS = 0.85, 0.15, 0.5


def told_by_grammar(header: str, column: ColumnProfile, languages: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The targets that the build of a header suggests and its cells bear out, the likeliest first."""
    words = words_of(header)
    if not words or not column.sample:
        return ()
    told = (
        *_origins(words, column),
        *_kinds(words, column),
        *_kinds_abroad(header, column, languages),
        *_sums(header, words, column),
        *_numbers(header, column),
        *_favorites(header, column),
        *_firms(header, column),
    )
    return tuple(target for target in dict.fromkeys(told) if target != "products" or not contradicts(target, column))


def says_kind(header: str) -> bool:
    """Whether a header begins with a word for kinds or ranks: "Grup Industri" is of groups."""
    grammar = header_file()["grammar"]
    return bool(words := words_of(header)) and words[0] in {*grammar["sorts"], *grammar["ranks"]}


def says_lesser_sum(header: str) -> bool:
    """Whether a header is of what was paid before the rest, or is no payment: "DP", "Uang Pertanggungan"."""
    return _has(words_of(header), header_file()["grammar"]["lesser_sums"])


def says_price(header: str) -> bool:
    """Whether a header is of what one thing costs, and says no more: "Harga" beside what was paid for all."""
    return normalize_header(header) in header_file()["grammar"]["prices"]


def may_be_paid(header: str, column: ColumnProfile) -> bool:
    """Whether money under a header is what was paid although a word of it is of no payment: "Pemakaian (Rp)"."""
    if _is_sum_of_several(header) or is_bill(header) or _are_prices(header, column):
        return True
    words, parts = words_of(header), header_file()["parts"]
    is_of_act = _has(words, parts["activities"]) and _has(words, ("amount", *parts["untils"]))
    return is_of_act and not says_no_sum(header)


def _are_prices(header: str, column: ColumnProfile) -> bool:
    """Whether numbers are of what each paid for one thing; a few over and over are classes of customers: "Tarif"."""
    return says_price(header) and not are_grades(column)


def is_bill(header: str) -> bool:
    """Whether a header is of what is billed under a number: "Rek Listrik"."""
    first, *others = words_of(header) or [""]
    grammar = header_file()["grammar"]
    return first in grammar["bills"] and _has(others, grammar["utilities"])


def _is_sum_of_several(header: str) -> bool:
    """Whether a header adds up what was paid: "Jasa+Part", and not "Sisa+Denda"."""
    grammar, parts = header_file()["grammar"], header_file()["parts"]
    paid = {*parts["instalments"], *parts["freights"], *grammar["extras"]}
    unpaid = ({*parts["other_amounts"], *grammar["no_sums"]} - paid) | set(parts["undone"])
    return _ADDED.search(header) is not None and not _has(words_of(header), unpaid)


def says_relative(header: str) -> bool:
    """Whether a header is of somebody that a customer is related to: "Pek. Ayah"."""
    return _has(words_of(header), header_file()["grammar"]["relatives"])


def says_no_sum(header: str) -> bool:
    """Whether a header is of amounts that nobody paid, or not yet: "Budget Max", "Bon Belum Lunas"."""
    parts = header_file()["parts"]
    if _OVERDUE.fullmatch(header.strip()):
        return True
    return _has(words_of(header), (*header_file()["grammar"]["no_sums"], *parts["undone"], *parts["other_amounts"]))


def _kinds(words: list[str], column: ColumnProfile) -> Iterator[str]:
    """Of what kind a customer is, or what they have: kinds of people and firms are theirs, all others of wares."""
    grammar = header_file()["grammar"]
    if _has(words, grammar["not_sorted"]):
        return
    edges = {words[0], words[-1]}
    if not edges.isdisjoint(grammar["ranks"]) and are_grades(column):
        if _has(words, grammar["chosen"]) and not contradicts("products", column):
            # "Kelas yang Dipilih"
            yield "products"
        if edges.isdisjoint(grammar["school"]) or not contradicts("segment", column):
            yield "segment"
    elif len(words) == 1 and words[0] in grammar["sorts"] and share_matching(column, _GROUND) >= _NEARLY_ALL:
        yield "products"
    elif len(words) > 1 and not edges.isdisjoint(grammar["sorts"]) and _are_sorts(column):
        is_of_customer = _has(words, grammar["bearers"]) or _has(words, lexicon().people | lexicon().owners)
        yield from ("segment", "customer_type") if is_of_customer else ("products",)


def _kinds_abroad(header: str, column: ColumnProfile, languages: tuple[str, ...]) -> Iterator[str]:
    """Kinds of what no other language has a word for, either: "Loại tôm"."""
    if _are_sorts(column) and any(says_sort_abroad(header, code) for code in languages):
        yield "products"


def _are_sorts(column: ColumnProfile) -> bool:
    """Whether cells are the names of a few kinds, or short signs for them: "36/72"."""
    return are_choices(column) or (are_grades(column) and column.share(Shape.NUMBER) < _SOME_NUMBERS)


def _origins(words: list[str], column: ColumnProfile) -> Iterator[str]:
    """By what way a customer came: "Tahu dari", "Sumber Prospek"; a source of money is none."""
    grammar = header_file()["grammar"]
    if _has(words, grammar["not_sorted"]) or not are_choices(column):
        return
    is_learnt = _has(words, grammar["learning"]) and _has(words, grammar["learnt_from"])
    starts = {words[0], words[-1]} & set(grammar["origins"])
    is_arrival = bool(starts) and _has(words, {*grammar["arrivals"], *lexicon().people, *lexicon().owners})
    if is_learnt or is_arrival or (starts and share_of_known("channel", column.sample) >= _SOME_CHANNELS):
        yield "channel"


def _sums(header: str, words: list[str], column: ColumnProfile) -> Iterator[str]:
    """What was paid in all or in a time, and how often something was done in it."""
    grammar = header_file()["grammar"]
    is_sum = _is_sum_of_several(header) or is_bill(header) or _are_prices(header, column)
    if says_unit(header) or (says_no_sum(header) and not is_sum):
        return
    is_in_a_time = _IN_A_TIME.search(header) is not None or _has(words, grammar["regular"])
    is_of_year = _A_YEAR.search(header) is not None
    is_of_act = _has(words, header_file()["parts"]["activities"]) and not says_last(header)
    is_sum = is_sum or is_of_act or _has(words, grammar["sums"])
    if are_money(column) and (is_in_a_time or is_of_year or is_sum):
        yield "revenue"
    elif are_counts(column) and (
        is_in_a_time or "kali" in words or _TIMES.search(header) or _is_total(words, column) or _are_acts(header)
    ):
        yield "purchases"


def _are_acts(header: str) -> bool:
    """Whether a header is no more than what customers did several times, or the how manieth: "Visits", "Servis ke"."""
    phrase = normalize_header(header).removesuffix(" ke")
    *_, last = phrase.split() or [""]
    acts = header_file()["parts"]["activities"]
    # "OPD visits"
    return phrase in acts or (last in acts and last.endswith("s"))


def _is_total(words: list[str], column: ColumnProfile) -> bool:
    """Whether something was summed up that customers do, some as often as others: "Total Cukur"."""
    is_total = "total" in (words[0], words[-1]) and len(words) > 1
    are_sums = _FEWEST_COUNTS <= column.distinct < column.filled
    return is_total and are_sums and not _has(words, header_file()["grammar"]["no_totals"])


def _numbers(header: str, column: ColumnProfile) -> Iterator[str]:
    """A number that somebody was given by others: one for each, and called by an acronym for it."""
    if not _NUMBER_OF.fullmatch(header.strip().rstrip(".")) or column.distinct < _NEARLY_ALL * column.filled:
        return
    are_codes = column.share(Shape.CODE) + column.share(Shape.MANY_DIGITS) >= _NEARLY_ALL
    if are_codes and column.share(Shape.DATE) < _SOME_NUMBERS and not are_money(column):
        yield "other_id"


def _firms(header: str, column: ColumnProfile) -> Iterator[str]:
    """What a shop or a stall is called, of whatever kind it is: names, most of them once, under "Kedai"."""
    are_varied = column.distinct > max(_FEWEST_NAMES, _SOME_NUMBERS * column.filled)
    if says_business(header) and are_varied and _are_titled(column):
        yield "organization"


def says_business(header: str) -> bool:
    """Whether a header is of a shop or a firm, and not of its kind or of those in it: "Nama Bisnis"."""
    words, grammar = words_of(header), header_file()["grammar"]
    people = (lexicon().people | lexicon().owners) - {*header_file()["parts"]["names"], *grammar["businesses"]}
    others = {*grammar["sorts"], *grammar["ranks"], *grammar["not_sorted"], *people}
    return _has(words, grammar["businesses"]) and not _has(words, others)


def _are_titled(column: ColumnProfile) -> bool:
    """Whether nearly all cells begin with a capital and are of a few words, as names are."""
    named = sum(1 for cell in column.sample if cell[:1].isupper() and len(cell.split()) <= _LONGEST_NAME)
    return named >= _NEARLY_ALL * len(column.sample)


def _favorites(header: str, column: ColumnProfile) -> Iterator[str]:
    """What somebody likes most is what they buy, in whatever language, "Parfum favorit", "お好みの花"; not where."""
    phrase = normalize_header(header)
    liked = _liked()
    # Without a word for what is liked it may be anything: a room far from the lift.
    found = [word for word in liked if word in (phrase if NO_BLANKS.search(word) else phrase.split())]
    # "Lieblingswein"
    found += [word for word in liked if len(word) > _LONG_WORD and phrase.startswith(word) and word not in found]
    if found and phrase not in liked and are_choices(column) and not _has(phrase.split(), header_file()["scopes"]):
        yield "products"


@cache
def _liked() -> frozenset[str]:
    return frozenset(map(normalize_header, header_file()["grammar"]["favorites"]))


def _has(words: Iterable[str], known: Iterable[str]) -> bool:
    return holds(" ".join(words), known)
