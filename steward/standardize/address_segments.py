"""The parts of an address between its commas: what each is, its standard words, its place in the order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from itertools import compress, product

from steward.standardize import reference
from steward.standardize.text import capitalize_word, is_roman_numeral


class SegmentKind(IntEnum):
    """What a part of an address names, from small to large."""

    STREET = 0
    HAMLET = 1
    RT_RW = 2
    VILLAGE = 3
    DISTRICT = 4
    CITY = 5
    PROVINCE = 6
    UNTAGGED = 9


@dataclass(frozen=True, slots=True)
class _Opening:
    """How an opening word is shown, and whether it opens only before a name."""

    shown: str
    needs_word: bool


_OPENING = re.compile(
    r"(kota\s+adm(?:inistrasi)?|[^\W\d_]+)(?:\s*[.:]+\s*|\s+)(?=\w)",
    re.IGNORECASE,
)
_MAY_HOLD_RT_RW = re.compile(r"\bR[TW]|\d\s*/\s*\d", re.IGNORECASE)
#: What a text must hold, in small letters, for the pattern to be worth a search.
_RT_RW = tuple(
    (words, re.compile(pattern, re.IGNORECASE))
    for words, pattern in (
        ({"rt", "rw", "/"}, r"\bRT\s*[.:]?\s*/\s*RW\b\s*[.:]*\s*(?P<rt>\d{1,3})\s*[/\-., ]\s*(?P<rw>\d{1,3})\b"),
        ({"rt", "rw"}, r"\bRT\s*[.:]*\s*(?P<rt>\d{1,3})\s*[/\-.,;]?\s*RW\s*[.:]*\s*(?P<rw>\d{1,3})\b"),
        ({"rt"}, r"\bRT\s*[.:]*\s*(?P<rt>\d{1,3})\s*[/\-]\s*(?P<rw>\d{1,3})\b"),
        ({"/"}, r"(?<![\w/.-])(?P<rt>0\d{2})\s*/\s*(?P<rw>\d{3})(?![\w/-])"),
        ({"/"}, r"(?<![\w/.-])(?P<rt>\d{3})\s*/\s*(?P<rw>0\d{2})(?![\w/-])"),
        ({"rt"}, r"\bRT\s*[.:]*\s*(?P<rt>\d{1,3})\b(?P<rw>)"),
        ({"rw"}, r"\bRW\s*[.:]*\s*(?P<rw>\d{1,3})\b(?P<rt>)"),
    )
)
#: The patterns worth a search by whether a text holds each of these, which saves most of the slow searches.
_RT_RW_WORDS = ("rt", "rw", "/")
_RT_RW_FOR = {
    held: tuple(pattern for words, pattern in _RT_RW if words <= {*compress(_RT_RW_WORDS, held)})
    for held in product((False, True), repeat=len(_RT_RW_WORDS))
    if any(held)
}
_STANDARD_RT_RW = re.compile(r"RT \d{3}(?:/RW \d{3})?|RW \d{3}")
_MAY_BREAK = re.compile(r"[-;|\n]")
_SPACED_DASH = re.compile(r"\s+-\s+|\s*[;|\n]\s*")
#: Blanks in front of a tag. That one of them comes first lets the search go from blank to blank, and that its first
#: letter is looked at saves trying every tag.
_BEFORE_TAG = re.compile(
    r"\s(?<=[^\s,]\s)\s*(?=[dkp])(?=(?:kelurahan|kel|desa|ds|kecamatan|kec|kabupaten|kab|provinsi|propinsi|prov|dusun|dsn)(?:\.|\s)\s*[^\W\d_])",
    re.IGNORECASE,
)
_TYPE_AT_END = re.compile(
    r"(?:^|[\s,])(?:jalan|jln|jl|gang|gg|perum|perumahan|komp|komplek|kompleks|dusun|dsn|kampung|kp|balai|pasar|kantor)\.?$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
_GLUED_INITIAL = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_]{3})")
_INNER = tuple(
    (re.compile(pattern, re.IGNORECASE), shown)
    for pattern, shown in (
        (r"\b(?:jln|jl)\b\s*\.*\s*(?=\w)", "Jl. "),
        (r"\b(?:gang|gg)\b\s*\.*\s*(?=\w)", "Gg. "),
        (r"\b(?:nomor|nomer|nmr|no)\b\s*[.:]*\s*(?=[a-z]{0,2}\d)", "No. "),
        (r"\b(?:blok|blk|bl)\b\s*[.:]*\s*(?=[a-z]{0,2}\d|[a-z]{1,2}\b)", "Blok "),
        (r"\b(?:lantai|lt)\b\s*\.*\s*(?=\d)", "Lt. "),
        (r"\b(?:kavling|kav)\b\s*\.*\s*(?=[a-z]?\d)", "Kav. "),
        (r"\bkm\b\s*\.*\s*(?=\d)", "Km "),
    )
)
#: Most parts hold none of these words: one search saves seven.
_MAY_HOLD_INNER = re.compile(
    r"\b(?:jln|jl|gang|gg|no|nomor|nomer|nmr|blok|blk|bl|lantai|lt|kavling|kav|km)\b", re.IGNORECASE
)
_NUMBER_AND_LETTER = re.compile(r"(No\. \d+)\s*[- /]?\s*([a-z])(?=$|\s)", re.IGNORECASE)
_BLOCK_AND_NUMBER = re.compile(
    r"^(?P<head>(?:Perum\.|Komp\.|Ruko|Apartemen|Cluster|Griya|Villa|Puri|Graha|Taman)\s.*?|.*?(?=Blok ))"
    r"\s*\b(?:Blok )?(?:(?P<block>[a-z]{1,2}\d{0,3})\s*[-/]\s*|(?P<code>[a-z]{1,2}\d{1,3})\s+No\. )"
    r"(?P<number>\d{1,3}[a-z]?)$",
    re.IGNORECASE,
)
_BLOCK_LETTERS = re.compile(r"(?<=\bBlok )[a-z]{2}(?=$|\s)", re.IGNORECASE)
#: A name, of a street or of anything else, with or without a number: what most parts of most addresses come to.
_PLAIN = re.compile(
    r"(?:(?:Jl|Gg|Perum|Komp)\. )?([A-Z][a-z]+(?: [A-Z][a-z]+)*)(?: Blok [A-Z]{1,2}[0-9]{0,3})?(?:(?: No\.)? [0-9]+)?"
)
#: Words that are no plain part of a name besides those that open a part of an address.
_TELLING = frozenset(
    "nomor nomer nmr no blok blk bl lantai lt kavling kav km rt rw ds balai pasar kantor"
    " cluster griya villa puri graha taman".split()
)
_EDGES = " ,.;:-/'\"_*|"


def segments_of(text: str) -> list[str]:
    """The standard parts of an address in standard order, RT/RW before the village."""
    if _MAY_BREAK.search(text):
        text = _SPACED_DASH.sub(", ", text)
    text, rt_rw = _with_rt_rw_set_off(text)
    text = _break_before_tags(text)
    segments = [_standard_segment(segment.strip(_EDGES)) for segment in text.split(",")]
    return _with_rt_rw_in_place([segment for segment in segments if segment], rt_rw)


def are_settled(segments: list[str]) -> bool:
    """Whether it is certain that their standard parts are these again; else it takes ``segments_of`` to tell."""
    kinds = [_settled_kind(segment) for segment in segments]
    if None in kinds or kinds.count(SegmentKind.RT_RW) > 1:
        return False
    rt_rw = segments[kinds.index(SegmentKind.RT_RW)] if SegmentKind.RT_RW in kinds else ""
    return _with_rt_rw_in_place(segments, rt_rw) == segments


def kind_of(segment: str) -> SegmentKind:
    """What a standard segment names, by the word in front of it."""
    if _STANDARD_RT_RW.fullmatch(segment):
        return SegmentKind.RT_RW
    return _kinds().get(segment.split(" ", 1)[0], SegmentKind.UNTAGGED) if " " in segment else SegmentKind.UNTAGGED


@lru_cache(maxsize=10_000)
def format_rt_rw(rt: str, rw: str) -> str:
    """``format_rt_rw("6", "14") == "RT 006/RW 014"``; a missing or zero part is left out."""
    parts = [f"{label} {int(number):03d}" for label, number in (("RT", rt), ("RW", rw)) if number and int(number)]
    return "/".join(parts)


def find_rt_rw(text: str) -> tuple[str, str] | None:
    """The RT and RW numbers in a text as typed, either may be ""."""
    found = _find_rt_rw(text)
    return (found["rt"], found["rw"]) if found else None


def _find_rt_rw(text: str) -> re.Match[str] | None:
    # The case of no other letter is one of these.
    folded = text.lower()
    held = ("rt" in folded, "rw" in folded, "/" in folded)
    # Kartini is no RT: where only a part of a word may be meant, one search tells it.
    if held not in _RT_RW_FOR or (not (held[0] and held[1]) and not _MAY_HOLD_RT_RW.search(text)):
        return None
    for pattern in _RT_RW_FOR[held]:
        if found := pattern.search(text):
            return found
    return None


def _with_rt_rw_set_off(text: str) -> tuple[str, str]:
    """The text with a marker segment in place of its RT/RW, and the standard RT/RW."""
    found = _find_rt_rw(text)
    if found is None:
        return text, ""
    standard = format_rt_rw(found["rt"], found["rw"])
    return f"{text[: found.start()]}, {standard}, {text[found.end() :]}", standard


def _break_before_tags(text: str) -> str:
    """A comma before "Kel.", "Kec." ... that follow without one, unless they are part of a street's name."""
    pieces: list[str] = []
    last = 0
    for found in _BEFORE_TAG.finditer(text):
        if not _TYPE_AT_END.search(text[: found.start()]):
            pieces.append(text[last : found.start()])
            last = found.end()
    return ", ".join([*pieces, text[last:]])


def _with_rt_rw_in_place(segments: list[str], rt_rw: str) -> list[str]:
    if not rt_rw or rt_rw not in segments:
        return segments
    at = segments.index(rt_rw)
    if at < 2:
        return segments
    larger = (SegmentKind.VILLAGE, SegmentKind.DISTRICT, SegmentKind.CITY, SegmentKind.PROVINCE)
    first_larger = next((i for i, segment in enumerate(segments[:at]) if i and kind_of(segment) in larger), at)
    rest = [*segments[:at], *segments[at + 1 :]]
    return [*rest[:first_larger], rt_rw, *rest[first_larger:]]


@lru_cache(maxsize=50_000)
def _settled_kind(segment: str) -> SegmentKind | None:
    """RT/RW or not, None for a part that may be taken apart or written otherwise."""
    if _is_plain(segment):
        return SegmentKind.UNTAGGED
    if _STANDARD_RT_RW.fullmatch(segment):
        return SegmentKind.RT_RW if segment.isascii() else None
    is_one = not any(may.search(segment) for may in (_MAY_HOLD_RT_RW, _SPACED_DASH, _BEFORE_TAG)) and "," not in segment
    return SegmentKind.UNTAGGED if is_one and _standard_segment(segment.strip(_EDGES)) == segment else None


# Villages, districts and cities repeat, and every segment is seen again when the result is checked to be stable.
@lru_cache(maxsize=50_000)
def _standard_segment(segment: str) -> str:
    if _is_plain(segment) or _STANDARD_RT_RW.fullmatch(segment):
        return segment
    segment = _with_standard_opening(_GLUED_INITIAL.sub(". ", segment))
    if _MAY_HOLD_INNER.search(segment):
        for pattern, shown in _INNER:
            segment = pattern.sub(shown, segment)
    segment = _BLOCK_AND_NUMBER.sub(_block_and_number, segment)
    segment = _NUMBER_AND_LETTER.sub(lambda found: found[1] + found[2].upper(), segment)
    segment = _BLOCK_LETTERS.sub(lambda found: found[0].upper(), segment)
    words = segment.split()
    cased = (
        _cased(word, is_first=not index, is_behind_block=index > 0 and words[index - 1] == "Blok")
        for index, word in enumerate(words)
    )
    return " ".join(cased).strip(_EDGES)


def _is_plain(segment: str) -> bool:
    """Whether a part is certainly standard and one, whatever else stands in the address."""
    found = _PLAIN.fullmatch(segment)
    return found is not None and all(map(_is_plain_word, found[1].split()))


@lru_cache(maxsize=100_000)
def _is_plain_word(word: str) -> bool:
    folded = word.lower()
    is_telling = folded in _TELLING or folded in _openings() or folded.startswith(("rt", "rw"))
    return not is_telling and _cased(word, is_first=False, is_behind_block=False) == word


def _with_standard_opening(segment: str) -> str:
    """The segment with its first word, or the first two, in standard form: "Kelurahan Sako" -> "Kel. Sako"."""
    found = _OPENING.match(segment)
    opening = _openings().get(found[1].lower()) if found else None
    if found is None or opening is None or (opening.needs_word and segment[found.end()].isdigit()):
        return segment
    return f"{opening.shown} {segment[found.end() :]}"


def _block_and_number(found: re.Match[str]) -> str:
    block = found["block"] or found["code"]
    return f"{found['head'].strip()} Blok {block.upper()} No. {found['number'].upper()}".strip()


@lru_cache(maxsize=100_000)
def _cased(word: str, *, is_first: bool, is_behind_block: bool) -> str:
    if any(map(str.isdigit, word)):
        letters = sum(map(str.isalpha, word))
        if _ORDINAL.fullmatch(word):
            return word.lower()
        return word.upper() if letters <= 2 and len(word.upper()) == len(word) else word
    bare = word.strip("().,")
    upper = bare.upper()
    is_block = len(bare) == 2 and bare.isupper() and is_behind_block
    if is_block or upper in reference.words("acronyms") or (not is_first and is_roman_numeral(bare)):
        return word.replace(bare, upper)
    return "/".join(capitalize_word(piece) for piece in word.split("/"))


@cache
def _openings() -> dict[str, _Opening]:
    return {
        word: _Opening(row["shown"], row["needs"] == "word")
        for row in reference.rows("address_words")
        for word in row["words"].split("|")
    }


@cache
def _kinds() -> dict[str, SegmentKind]:
    return {row["shown"]: SegmentKind[row["kind"].upper()] for row in reference.rows("address_words")}
