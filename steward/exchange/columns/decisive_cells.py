"""Cells that leave no doubt about what they are, whatever the words over them say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from steward.exchange.columns.cell_shapes import Shape
from steward.exchange.columns.cell_words import share_of_known
from steward.exchange.columns.column_content import is_of_few, share_matching
from steward.exchange.columns.told_by_content import are_organizations, are_people, told_by_years
from steward.exchange.headers.file import header_file
from steward.exchange.headers.kinds import says_name, says_npwp
from steward.exchange.headers.lexicon import lexicon
from steward.exchange.headers.words import words_of
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from steward.exchange.columns.column_content import ColumnProfile
    from steward.exchange.headers.meaning import HeaderMeaning

#: Fewer cells may be slips of one column into another, which are told as damage.
_NEARLY_ALL = 0.85
_NAMES = frozenset({"name", "given_name", "family_name", "nickname", "contact_person"})
_PLACES = frozenset({"village", "district", "city", "province", "birth_place", "country"})
_READ = _NAMES | _PLACES | {"organization", "address", "occupation", "religion", "email", "website"}
#: A day with hours and minutes, and not of midnight.
_CLOCK = re.compile(r"[ T](?!0?0[:.]00)\d{1,2}[:.]\d{2}")
#: What nobody calls by the name of a person.
_KINDS = _PLACES | {"products", "segment", "channel", "currency", "religion"}
_CONSENTS = frozenset({"consent", "consent_email", "consent_sms", "consent_whatsapp", "consent_phone"})
_NUMBERED = frozenset({"nik", "npwp", "family_card", "other_id", "account_number", ColumnRule.ID_NUMBER})

#: Fewer are slips.
_SOME_PASSPORTS, _FEW_PASSPORTS, _SOME_OTHERS = 0.15, 0.03, 0.15
#: An NPWP, old or new, a digit of it lost or not.
_LIKE_NPWP, _SOME_NPWPS = re.compile(r"\W*(\d\W*){14,16}|\d[.,]\d+E\+?1[3-5]", re.IGNORECASE), 0.2
_ANY_DOCUMENT = frozenset({"identitas", "id", "paspor", "passport", "kitas"})

#: What the cells surely are -> what their header can't mean then.
_RULED_OUT: dict[str, frozenset[str]] = {
    "email": (_READ | _NUMBERED | _CONSENTS | {"phone", "handle", "notes"}) - {"email"},
    "nik": _READ | {"phone", "birth_date", "postcode", "notes"},
    "phone": _READ | _CONSENTS | {"birth_date", "postcode", "notes"},
    "gender": _READ | {"birth_date"},
    "address": _READ - {"address"},
    "channel": _CONSENTS,
    # "ประเภท" over persons and firms.
    "customer_type": frozenset({"segment", "products"}),
    "title": frozenset({"nickname"}),
    "city": _NAMES,
    "province": _NAMES,
    ColumnRule.BIRTH_PLACE_AND_DATE: _READ | _NUMBERED,
}


def overrules(told: tuple[str, float] | None, target: str, column: ColumnProfile) -> bool:
    """Whether the cells are surely something else than a header promises; ``told`` is what they tell, and how many."""
    if told is not None and told[1] >= _NEARLY_ALL and target in _RULED_OUT.get(told[0], ()):
        return True
    is_place = told is not None and told[0] in _PLACES
    return target in _KINDS and not is_place and _are_surely_people(column)


def are_kinds(header: str, column: ColumnProfile) -> bool:
    """Whether a few things over and over are nobody's names: wares under "Langganan"; "Party Name" is believed."""
    return is_of_few(column) and not says_name(header) and not are_people(column) and not are_organizations(column)


def are_small_words(column: ColumnProfile) -> bool:
    """Whether the same few words over and over begin with a small letter: "late" under "Attn." is nobody."""
    small = sum(1 for cell in column.sample if cell == cell.lower())
    return is_of_few(column) and small >= _NEARLY_ALL * len(column.sample) and not are_people(column)


def are_birthdays(profile: ColumnProfile) -> bool:
    """Whether days that nobody says of what they are lie a lifetime back: "Tanggal" behind "Tempat"."""
    told = told_by_years(profile)
    return told is not None and told[0] == "birth_date"


def are_others(profile: ColumnProfile) -> bool:
    """Whether some cells are kinds of whom customers bring along: "Kucing", "Anak"."""
    others = lexicon().others
    return sum(1 for cell in profile.sample if cell.casefold() in others) > _SOME_OTHERS * len(profile.sample)


def are_sellers(profile: ColumnProfile) -> bool:
    """Whether some cells are kinds of shops or agents, as customers are and wares are not: "Sub Agen"."""
    grammar = header_file()["grammar"]
    sellers = {*grammar["businesses"], *grammar["bearers"], *grammar["sellers"]}
    said = sum(1 for cell in profile.sample if not sellers.isdisjoint(cell.casefold().split()))
    return said > _SOME_OTHERS * len(profile.sample)


def are_ways(profile: ColumnProfile) -> bool:
    """Whether any cell is a way to reach somebody, or by which they came; "lantai atas" is what a guest prefers."""
    return profile.share(Shape.CHANNEL) > 0 or share_of_known("channel", profile.sample) > 0


def are_moments(profile: ColumnProfile) -> bool:
    """Whether nearly all cells are days of which the time is told as well, as of calls and visits."""
    timed = sum(1 for cell in profile.sample if _CLOCK.search(cell))
    return timed >= _NEARLY_ALL * len(profile.sample) and profile.share(Shape.DATE) >= _NEARLY_ALL


def fewest_passports(header: str) -> float:
    """So many numbers in a column of NIKs are no slips; fewer where a word says that there may be others."""
    return _FEW_PASSPORTS if _ANY_DOCUMENT & set(words_of(header)) else _SOME_PASSPORTS


def paper_of_country(meaning: HeaderMeaning | None, header: str, profile: ColumnProfile) -> HeaderMeaning | None:
    """What a header means where a tax number that is none of Indonesia's is one of any other papers: "RFC", "NIP"."""
    if meaning is None or "npwp" not in meaning.targets or says_npwp(header) or not profile.sample:
        return meaning
    if share_matching(profile, _LIKE_NPWP) >= _SOME_NPWPS:
        return meaning
    targets = ("other_id" if target == "npwp" else target for target in meaning.targets)
    return replace(meaning, targets=tuple(dict.fromkeys(targets)))


def _are_surely_people(column: ColumnProfile) -> bool:
    """Whether nearly all cells are words of a name, and most are words that people are called by."""
    is_each_other = column.distinct >= 0.3 * column.filled
    return is_each_other and column.share(Shape.PERSON_WORDS) >= _NEARLY_ALL and are_people(column, least=_NEARLY_ALL)
