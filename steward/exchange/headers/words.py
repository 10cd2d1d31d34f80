"""What the words over a column mean, in whatever way and language they were written."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from steward.exchange.headers.abroad import flag_abroad, is_running_abroad, key_abroad, read_abroad
from steward.exchange.headers.file import header_file
from steward.exchange.headers.glued_words import unglued
from steward.exchange.headers.languages import header_language
from steward.exchange.headers.lexicon import lexicon
from steward.exchange.headers.listed_answers import lists_customer_types
from steward.exchange.headers.meaning import HeaderMeaning
from steward.exchange.headers.parts import channels_in, told_by_channel
from steward.exchange.headers.phrases import read_cut_short, read_phrase, written_out
from steward.exchange.headers.spelling import NO_BLANKS, normalize_header, respelled, without_brackets

#: "State/Display Name": a field of another record, named by the way to it.
_PATH = re.compile(r"(?<=\w\w)/(display name|[a-z]* ?name|external id|database id|id)$", re.IGNORECASE)
#: Answers that a header lists; without brackets "S/N" is the number of a device.
_LISTED_ANSWERS = re.compile(
    r"(?<=\w)\s+(ya|yes|ja|oui|sí|si|sì|sim|tak|evet|có|y|j|o)\s*[/|]\s*(tidak|tdk|no|nee|nein|non|não|nao|nie|hayır|không|t|n)\s*\?*$",
    re.IGNORECASE,
)
#: Over a yes and a no "s/n" lists them, too.
_YES_OR_NO = re.compile(r"(?<=\w)\s+\(?s\s*[/|]\s*n\)?\s*\?*$", re.IGNORECASE)
_TWO_LANGUAGES = re.compile(r"\s+[/|-]\s+|\n")
#: "q3_achat", "P4. Kota asal"
_QUESTION = re.compile(
    r"^(?:q|p|f|v|s|qu|quest(?:ion)?|soal|pertanyaan)[ _]?\d{1,3}[a-z]?(?:[ _.:)-]+)(?=[^\W\d_]{3})", re.IGNORECASE
)
#: Among signs that are written without blanks: "SMS案内可否".
_LATIN = re.compile(r"(?<=[\u0e00-\u9fff\uac00-\ud7af])[a-z]+|[a-z]+(?=[\u0e00-\u9fff\uac00-\ud7af])")
_SLASH = re.compile(r"\s*[/|]\s*")
#: What programs call the fifth column: "F5".
_PLACE = re.compile(r"\s*[A-Za-z]\d{1,3}\s*")
#: Shorter words with a dot are known as they are.
_LONGEST_WHOLE = 4
_SHORT = 2
_WHOLE, _SURE, _BY_PARTS = 0.9, 0.8, 0.75
_OF_ANY_CHANNEL = frozenset({"consent", "refusal"})


@lru_cache(maxsize=8192)
def read_header(header: str, languages: tuple[str, ...] = ()) -> HeaderMeaning | None:
    """What a header means by its words alone in a list of these other languages, None when they say nothing."""
    # Cells are asked about as well, to find the header: they must not be kept for as long as the window is open.
    if _PLACE.fullmatch(header):
        return None
    meaning = _of_parts(_LISTED_ANSWERS.sub("", header), languages)
    if lists_customer_types(header):
        # Over neither it may be of whom one side names.
        others = tuple(target for target in (meaning.targets if meaning else ()) if target != "customer_type")
        return HeaderMeaning(("customer_type", *others), normalize_header(header), _WHOLE)
    return _of_channel(meaning, header, languages) if meaning and meaning.targets[0] in _OF_ANY_CHANNEL else meaning


def _of_channel(meaning: HeaderMeaning, header: str, languages: tuple[str, ...]) -> HeaderMeaning:
    """A consent for the one channel that a word of its header names: "AUT WHATS"."""
    parts = [header_file()["parts"], *(header_language(code).parts for code in languages)]
    phrase = _LATIN.sub(r" \g<0> ", normalize_header(header))
    channels = {channel for one in parts for channel in channels_in(phrase, one)}
    if len(channels) != 1:
        return meaning
    channel = channels.pop().replace("consent", meaning.targets[0])
    return replace(meaning, targets=(channel, *(target for target in meaning.targets if target != channel)))


def _of_parts(header: str, languages: tuple[str, ...]) -> HeaderMeaning | None:
    """What a header means as a whole, by its side that says more, or without the number of a question before it."""
    if (meaning := _whole_or_side(header, languages)) is not None:
        return meaning
    asked = _QUESTION.sub("", header)
    return _whole_or_side(asked, languages) if asked != header else None


def _whole_or_side(header: str, languages: tuple[str, ...]) -> HeaderMeaning | None:
    # "Visit address: Postcode" is a field of a group.
    field = _read(header.rpartition(":")[2], languages) if ":" in header else None
    if field is not None and field.confidence >= _SURE:
        return field
    meaning = _read(_PATH.sub("", header), languages)
    # "Occupation/Source of Income": what a part of the whole says that is none may be said of one side only.
    is_said = meaning is not None and (meaning.targets[0] != "" or meaning.confidence >= _WHOLE or "/" not in header)
    if meaning is not None and is_said and meaning.confidence >= _BY_PARTS:
        return meaning
    # "Nama / Name" says one thing in two languages.
    parts = [part for part in _TWO_LANGUAGES.split(header) if part.strip()]
    told = [found for part in parts if len(parts) > 1 and (found := _read(part, languages)) is not None]
    if told:
        return _one_of(told)
    # "Quận/Tỉnh": one thing or another.
    sides = [found for part in _SLASH.split(header) if part != header and (found := _read(part, languages)) is not None]
    if meaning is None or meaning.targets[0] == "":
        sure = [found for found in sides if found.confidence >= _SURE]
        if len(sure) > 1 and len(sure) == len(sides):
            targets = dict.fromkeys(target for found in sure for target in found.targets)
            return HeaderMeaning(tuple(targets), sure[0].words, _SURE)
        # "Blk/Lot/St.": a side that is short may be short for anything beside those that say nothing.
        meaning = next((found for found in sure if len(found.words) > _SHORT or NO_BLANKS.search(found.words)), meaning)
    return read_cut_short(header) if meaning is None and not _names_key(header, languages) else meaning


def _one_of(told: list[HeaderMeaning]) -> HeaderMeaning:
    """What the sides of a header say: one thing in two languages, or one or the other, as "Jabatan / Majikan" does."""
    sure = [found for found in told if found.confidence >= _SURE]
    first = max(told, key=lambda found: found.confidence)
    if first.targets[0] == "":
        # "House / Flat, Street": a house is no team at a school there.
        return next((found for found in sure if found.targets[0] == "address"), first)
    others = (target for found in sure for target in found.targets if target)
    return replace(first, targets=tuple(dict.fromkeys((*first.targets, *others))))


def _read(header: str, languages: tuple[str, ...]) -> HeaderMeaning | None:
    """What a header means in the language that is surest of it, those of the list first."""
    abroad = [found for code in languages if (found := read_abroad(header, code)) is not None]
    if not abroad and (_names_key(header, languages) or any(is_running_abroad(header, code) for code in languages)):
        return None
    at_home = read_phrase(header)
    found = max(abroad, key=lambda found: found.confidence, default=None)
    if found is None or at_home is None:
        return found or at_home
    # What is only likely is what it is likely to be in the language of the list.
    is_cut = not found.is_vague and header.endswith(".") and len(header) > _LONGEST_WHOLE
    is_surer = at_home.confidence >= _WHOLE and at_home.confidence > found.confidence and not is_cut
    return at_home if is_surer or (found.is_vague and not at_home.is_vague) else found


def _names_key(header: str, languages: tuple[str, ...]) -> bool:
    return any(key_abroad(header, code) is not None for code in languages)


def says_birth(header: str) -> bool:
    """Whether a header names a birth, of whatever kind its cells are."""
    return not set(header_file()["parts"]["events"]["birth_date"]).isdisjoint(words_of(header))


def words_of(header: str) -> list[str]:
    """The words of a header, whole where they were cut down and apart where they were written as one."""
    return respelled(unglued(written_out(normalize_header(header)), lexicon().pieces).split()).split()


def flag_of_channel(header: str, languages: tuple[str, ...] = ()) -> str:
    """The consent that a header names which would stand over the channel's own values, were they no yes and no."""
    return next(filter(None, (_flag_at_home(header), *(flag_abroad(header, code) for code in languages))), "")


def _flag_at_home(header: str) -> str:
    known = lexicon()
    beside = (
        known.owners | set(header_file()["parts"]["by"]) | (known.qualifiers - {"aktif"}) | set(header_file()["wishes"])
    )
    asked = _YES_OR_NO.sub("", header)
    phrase = normalize_header(without_brackets(asked)) or normalize_header(asked)
    return told_by_channel(phrase, header_file()["parts"], beside)
