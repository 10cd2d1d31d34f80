"""What a header promises and the cells, or the rest of the header, speak against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.exchange.columns.column_content import are_counts, is_of_few
from steward.exchange.columns.decisive_cells import are_kinds, are_small_words, are_ways, overrules
from steward.exchange.columns.promised_cells import contradicts
from steward.exchange.columns.repeated_words import are_choices
from steward.exchange.columns.told_by_content import are_organizations
from steward.exchange.headers.kinds import says_count, says_holding, says_unit
from steward.exchange.headers.spelling import normalize_header
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from steward.exchange.columns.column_content import ColumnProfile
    from steward.exchange.headers.meaning import HeaderMeaning

_OF_STAFF = frozenset({"email", "phone", "handle", "contact_person"})
#: Headers that are known whole are believed.
_WHOLE = 0.9


def is_refused(
    target: str, header: str, profile: ColumnProfile, meaning: HeaderMeaning | None, told: tuple[str, float] | None
) -> bool:
    """Whether the cells, or the rest of the header, speak against a target that the header promises."""
    if target == "title" and meaning and meaning.targets == ("title",) and are_choices(profile):
        # What nobody knows as one is a salutation where the header can be of nothing else.
        return False
    return (
        contradicts(target, profile)
        or overrules(told, target, profile)
        or _names_places(target, told)
        or (target == "consent" and says_holding(header) and are_choices(profile))
        or (target in ("revenue", "cost") and _is_no_sum(header, meaning, profile))
        or (target == "name" and are_kinds(header, profile))
        or (target == "organization" and meaning is not None and _are_places(meaning, profile))
        or (target == "contact_person" and are_small_words(profile))
        or (target in _OF_STAFF and _is_of_staff(meaning, profile))
        or (target == "country" and _is_no_country(meaning, told))
        or (target == "segment" and _are_notes(meaning, profile))
        or (target == "channel" and meaning is not None and "notes" in meaning.targets and not are_ways(profile))
    )


def _is_no_sum(header: str, meaning: HeaderMeaning | None, profile: ColumnProfile) -> bool:
    """Whether numbers are of days, pieces or turns and of no money: "Harga/lt", "Termin Bayar" over 14 and 30."""
    if says_unit(header):
        return True
    is_guess = meaning is not None and meaning.confidence < _WHOLE and not says_count(header)
    return is_guess and are_counts(profile) and "amount" not in normalize_header(header).split()


def _is_no_country(meaning: HeaderMeaning | None, told: tuple[str, float] | None) -> bool:
    """Whether a nationality is told otherwise than by the name of a country: "WNI"."""
    return meaning is not None and ColumnRule.UNMAPPED in meaning.targets and (told is None or told[0] != "country")


def _is_of_staff(meaning: HeaderMeaning | None, profile: ColumnProfile) -> bool:
    """Whether a word of the header says whose, and the same few stand everywhere: "Email CS", "PIC Cabang"."""
    return meaning is not None and meaning.confidence < _WHOLE and is_of_few(profile)


def _are_notes(meaning: HeaderMeaning | None, profile: ColumnProfile) -> bool:
    """Whether a short word that can be of a category or of remarks, "Cat.", stands over no categories."""
    return meaning is not None and "notes" in meaning.targets and not are_choices(profile)


def _are_places(meaning: HeaderMeaning, profile: ColumnProfile) -> bool:
    """Whether a word for a body or a state, "Entidad", stands over the same few again and again."""
    return "province" in meaning.targets and are_choices(profile) and not are_organizations(profile)


def _names_places(target: str, told: tuple[str, float] | None) -> bool:
    """A column of addresses that only holds towns ("Domisili") says where somebody lives, not in which street."""
    return target == "address" and told is not None and told[0] in ("city", "province")
