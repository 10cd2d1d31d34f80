"""What a header promises and the cells, or the rest of the header, speak against; and what it is instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.exchange.columns.column_content import are_counts, is_of_few
from steward.exchange.columns.column_guess import GuessReason, Option
from steward.exchange.columns.decisive_cells import (
    are_birthdays,
    are_kinds,
    are_others,
    are_sellers,
    are_small_words,
    are_ways,
    overrules,
)
from steward.exchange.columns.header_grammar import is_bill, says_no_sum
from steward.exchange.columns.promised_cells import contradicts, proves
from steward.exchange.columns.repeated_words import LONG_BACK, are_choices, are_money, years_apart
from steward.exchange.columns.told_by_content import are_organizations
from steward.exchange.headers.file import header_file
from steward.exchange.headers.kinds import (
    says_any_count,
    says_box,
    says_count,
    says_day,
    says_holding,
    says_house,
    says_last,
    says_other_day,
    says_total,
    says_unit,
)
from steward.exchange.headers.spelling import normalize_header
from steward.exchange.headers.words import read_header
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from steward.exchange.columns.column_content import ColumnProfile
    from steward.exchange.headers.meaning import HeaderMeaning

_OF_STAFF = frozenset({"email", "phone", "handle", "contact_person"})
#: What costs something where its cells are money: a service, a membership that begins.
_PAID_FOR = frozenset({"products", "first_seen", "occupation", "birth_date"})
_DAYS = frozenset({"first_seen", "last_activity"})
#: Headers that are known whole are believed.
_WHOLE = 0.9
_MOSTLY = 0.5


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
        or (target in _OF_STAFF and _is_of_staff(target, meaning, profile))
        or (target == "country" and _is_no_country(meaning, told))
        or (target == "segment" and _are_notes(meaning, profile))
        or (target == "channel" and meaning is not None and "notes" in meaning.targets and not are_ways(profile))
    )


def instead_of_refused(
    target: str, header: str, profile: ColumnProfile, meaning: HeaderMeaning | None, told: tuple[str, float] | None
) -> Option | None:
    """What a column is when it can't be what its header promises but something near that."""
    said = meaning.words if meaning else ""
    if target == "purchases" and not contradicts("revenue", profile):
        # "Total Order" over millions is their worth, not how many.
        sure = 0.9 if says_total(normalize_header(header)) else 0.6
        return Option("revenue", sure, GuessReason.HEADER_AND_CONTENT, said)
    if target == "revenue" and are_counts(profile) and says_any_count(header) and not says_unit(header):
        # "Jumlah Pinjaman Buku"
        return Option("purchases", 0.5, GuessReason.HEADER_AND_CONTENT, said)
    if target == "address" and (says_house(header) or says_box(header)) and told is None:
        # In a village nobody names a street; where one has a column of its own it is the address. A box has none.
        return Option("address", 0.4, GuessReason.HEADER_AND_CONTENT, normalize_header(header))
    if target == "customer_type" and not told and are_choices(profile) and not are_others(profile):
        # "Jenis Pelanggan" over neither persons nor firms is of other kinds; "Jenis" may be of anything.
        target = "products" if said in header_file()["grammar"]["models"] and not are_sellers(profile) else "segment"
        return Option(target, 0.6 if " " in said else 0.35, GuessReason.HEADER_AND_CONTENT, said)
    is_paid = target in _PAID_FOR or (target == "account_number" and is_bill(header))
    if is_paid and are_money(profile) and not says_no_sum(header):
        # "Jasa", "Daftar Ulang" and "Rek Listrik" are what they cost; "Geb." is short for a fee, too.
        return Option("revenue", 0.5, GuessReason.HEADER_AND_CONTENT, said)
    return None


def read_as_day(header: str, profile: ColumnProfile, languages: tuple[str, ...]) -> list[Option]:
    """What days are under a header that only says of what they are: "Akad" as "Tgl Akad"."""
    if not proves("last_activity", profile) or says_day(header) or says_other_day(header) or are_birthdays(profile):
        return []
    meaning = read_header(f"Tgl {header}", languages)
    if meaning is None or meaning.is_vague or meaning.targets[0] not in _DAYS:
        return []
    if meaning.targets[0] == "last_activity" and not says_last(header) and years_apart(profile) >= LONG_BACK:
        return []
    return [Option(meaning.targets[0], 0.5, GuessReason.HEADER_AND_CONTENT, normalize_header(header))]


def _is_no_sum(header: str, meaning: HeaderMeaning | None, profile: ColumnProfile) -> bool:
    """Whether numbers are of days, pieces or turns and of no money: "Harga/lt", "Termin Bayar" over 14 and 30."""
    if says_unit(header):
        return True
    is_guess = meaning is not None and meaning.confidence < _WHOLE and not says_count(header)
    return is_guess and are_counts(profile) and "amount" not in normalize_header(header).split()


def _is_no_country(meaning: HeaderMeaning | None, told: tuple[str, float] | None) -> bool:
    """Whether a nationality is told otherwise than by the name of a country: "WNI"."""
    return meaning is not None and ColumnRule.UNMAPPED in meaning.targets and (told is None or told[0] != "country")


def _is_of_staff(target: str, meaning: HeaderMeaning | None, profile: ColumnProfile) -> bool:
    """Whether the same few stand everywhere, and whose they are is said or no question: "Email CS", "Perwakilan"."""
    # Whom only some customers have, the firms among them, is one of theirs.
    is_everywhere = target == "contact_person" and profile.filled > _MOSTLY * profile.rows
    is_any = is_everywhere or (meaning is not None and meaning.confidence < _WHOLE)
    return is_any and is_of_few(profile)


def _are_notes(meaning: HeaderMeaning | None, profile: ColumnProfile) -> bool:
    """Whether a short word that can be of a category or of remarks, "Cat.", stands over no categories."""
    return meaning is not None and "notes" in meaning.targets and not are_choices(profile)


def _are_places(meaning: HeaderMeaning, profile: ColumnProfile) -> bool:
    """Whether a word for a body or a state, "Entidad", stands over the same few again and again."""
    return "province" in meaning.targets and are_choices(profile) and not are_organizations(profile)


def _names_places(target: str, told: tuple[str, float] | None) -> bool:
    """A column of addresses that only holds towns ("Domisili") says where somebody lives, not in which street."""
    return target == "address" and told is not None and told[0] in ("city", "province")
