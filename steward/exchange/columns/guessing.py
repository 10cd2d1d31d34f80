"""Guessing what the columns of a list mean: header words first, the cells to confirm, contradict or replace them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.progress import NO_PROGRESS
from steward.domain.source_keys import key_name
from steward.exchange.columns.assigning import assign
from steward.exchange.columns.cell_shapes import Shape
from steward.exchange.columns.column_content import (
    ColumnProfile,
    are_counts,
    foreign_numbers,
    is_of_few,
    profile_column,
    short_codes,
)
from steward.exchange.columns.column_guess import ColumnGuess, GuessReason, Option
from steward.exchange.columns.decisive_cells import (
    are_birthdays,
    are_moments,
    fewest_passports,
    paper_of_country,
)
from steward.exchange.columns.header_grammar import (
    may_be_paid,
    says_kind,
    says_lesser_sum,
    says_price,
    says_relative,
    told_by_grammar,
)
from steward.exchange.columns.house_numbers import tell_house_numbers, tell_parts_of_addresses
from steward.exchange.columns.key_columns import chosen_key, find_key, find_pair
from steward.exchange.columns.left_over_columns import tell_left_over, tell_nicknames
from steward.exchange.columns.options_beside import (
    leave_out_devices,
    leave_out_networks,
    leave_out_staff,
    leave_out_stand_ins,
    tell_birth_places,
    tell_called_names,
    tell_names,
    tell_numbers_of_documents,
    tell_organizations,
    tell_stays,
)
from steward.exchange.columns.postcodes_beside import tell_postcodes
from steward.exchange.columns.promised_cells import proves
from steward.exchange.columns.refused_targets import instead_of_refused, is_refused, read_as_day
from steward.exchange.columns.repeated_words import LONG_BACK, are_money, years_apart
from steward.exchange.columns.told_by_content import told_by_content
from steward.exchange.headers.abroad import languages_of
from steward.exchange.headers.denials import heeded, says_no
from steward.exchange.headers.keys import is_generic_header, is_running_header, key_rank
from steward.exchange.headers.kinds import (
    is_area_header,
    is_start_header,
    says_block,
    says_count,
    says_identity_card,
    says_last,
    says_preferred,
    says_total,
)
from steward.exchange.headers.spelling import normalize_header
from steward.exchange.headers.words import flag_of_channel, read_header, says_birth
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.progress import Progress
    from steward.exchange.headers.meaning import HeaderMeaning
    from steward.exchange.tables import RawTable

#: What the cells of a column say it is, and how surely.
Told = tuple[str, float] | None

_MOSTLY_ANSWERS, _ALL_NIKS = 0.85, 0.97
_OF_ONE_EACH = frozenset({"email", "phone", "handle"})
#: What the father of a child has of his own.
_OF_A_PERSON = frozenset({"occupation", "religion", "birth_date", "birth_place", "title", "gender", "marital_status"})
#: Headers that are known whole are believed.
_WHOLE = 0.9
#: So sure at most is what a header means by a part of it.
_INSIDE = 0.7
_DOCUMENTS, _PROVEN = frozenset({"nik", "npwp"}), 0.975


def guess_columns(
    table: RawTable, *, key: str | None = None, progress: Progress = NO_PROGRESS
) -> tuple[str, tuple[ColumnGuess, ...]]:
    """The key column ("" = none found) and one guess per column, in the table's order."""
    profiles: dict[str, ColumnProfile] = {}
    for header in table.headers:
        progress.check()
        profiles[header] = profile_column(table.column(header))
    languages = languages_of(table.headers)
    found = chosen_key(table, key) if key else find_key(profiles, languages) or find_pair(table)
    keys, key_option = found or ((), None)
    options = {header: _options(header, profile, languages) for header, profile in profiles.items()}
    for header in keys:
        if key_option and not (key and _promises_attribute(options[header])):
            options[header] = [key_option]
    tell_birth_places(options, profiles)
    tell_numbers_of_documents(options)
    tell_organizations(options, profiles)
    tell_names(options, profiles)
    tell_called_names(options, profiles)
    leave_out_staff(options, profiles)
    leave_out_stand_ins(options, profiles)
    leave_out_devices(options)
    leave_out_networks(options)
    tell_stays(options)
    chosen = assign(options)
    tell_left_over(chosen, profiles, languages)
    tell_nicknames(chosen, table)
    tell_postcodes(chosen, table)
    tell_house_numbers(chosen, table, languages)
    tell_parts_of_addresses(chosen, table, languages)
    guesses = tuple(_guess(header, chosen[header], profiles[header]) for header in table.headers)
    return key_name(keys), guesses


def _options(header: str, profile: ColumnProfile, languages: tuple[str, ...]) -> list[Option]:
    """Everything a column can be, the likeliest first; the last one always holds."""
    meaning = paper_of_country(heeded(read_header(header, languages), header), header, profile)
    told = _told(header, profile, languages)
    options: list[Option] = []
    refused = ""
    is_flag = profile.share(Shape.YES_NO) >= _MOSTLY_ANSWERS and not says_no(header)
    if is_flag and (consent := flag_of_channel(header, languages)):
        options.append(Option(consent, 0.7, GuessReason.HEADER_AND_CONTENT, normalize_header(header)))
    for rank, named in enumerate(_likeliest_first(meaning, told)):
        target = ColumnRule.ID_NUMBER if _are_of_several_kinds(named, header, profile, told) else named
        if target == ColumnRule.ID_NUMBER and _are_all_niks(header, profile):
            sure, said = (meaning.confidence, meaning.words) if meaning else (_WHOLE, "")
            options.append(Option("nik", sure, GuessReason.HEADER_AND_CONTENT, said))
        if target == ColumnRule.UNMAPPED and _may_be_more(header, profile, meaning, told):
            continue
        if target == ColumnRule.UNMAPPED:
            return [*options, Option("", 0.0, GuessReason.NOT_AN_ATTRIBUTE, meaning.words if meaning else "")]
        is_unproven = meaning is not None and meaning.is_vague and not proves(target, profile)
        if is_unproven or is_refused(target, header, profile, meaning, told):
            refused = refused or target
            if instead := instead_of_refused(target, header, profile, meaning, told):
                options.append(instead)
        elif target == "revenue" and are_counts(profile) and says_count(header):
            options.append(Option("purchases", 0.8, GuessReason.HEADER_AND_CONTENT, header))
        elif meaning:
            promised = _as_promised(target, rank, header, profile, meaning, told)
            options.append(_surely_last(promised) if says_last(header, languages) else promised)
    if not options:
        options += read_as_day(header, profile, languages)
    if not options:
        by_grammar = () if is_running_header(header, languages) else told_by_grammar(header, profile, languages)
        # What the build of a header leaves open is decided by what other columns are.
        if told and told[0] not in by_grammar[: len(by_grammar) - 1]:
            options.append(Option(told[0], round(0.4 + 0.4 * told[1], 2), GuessReason.CONTENT, f"{told[1]:.0%}"))
        options += [Option(found, 0.5, GuessReason.HEADER_AND_CONTENT, header) for found in by_grammar]
    options.append(_unmapped(header, profile, refused, languages))
    return options


def _are_of_several_kinds(named: str, header: str, profile: ColumnProfile, told: Told) -> bool:
    """Numbers of papers that each say themselves what they are: an "ID or passport" that is mostly NIKs, or passports
    among NIKs."""
    if named == "other_id":
        return told is not None and told[0] == "nik"
    return named == "nik" and short_codes(profile) + foreign_numbers(profile) >= fewest_passports(header)


def _are_all_niks(header: str, profile: ColumnProfile) -> bool:
    """Whether a header that names a paper with a NIK, and others, stands over nothing but NIKs: "KTP/KITAS"."""
    return says_identity_card(header) and profile.share(Shape.NIK) >= _ALL_NIKS and not foreign_numbers(profile)


def _may_be_more(header: str, profile: ColumnProfile, meaning: HeaderMeaning | None, told: Told) -> bool:
    """Whether a column is looked at further though its header names nothing that is built in."""
    if are_money(profile) and may_be_paid(header, profile):
        return True
    is_said_too = told is not None and meaning is not None and told[0] in meaning.targets
    is_customers = told is not None and (is_said_too or _is_customers_area(header, told[0]))
    return is_customers or (meaning is not None and meaning.confidence <= _INSIDE and says_kind(header))


def _as_promised(
    target: str, rank: int, header: str, profile: ColumnProfile, meaning: HeaderMeaning, told: Told
) -> Option:
    """What the header promises; of days, which ones they are is told by how long ago they were."""
    agrees = told is not None and told[0] == target
    reason = GuessReason.HEADER_AND_CONTENT if agrees else GuessReason.HEADER
    is_proven = agrees or (target == "npwp" and proves(target, profile))
    confidence = _confidence(target, rank, meaning, header, agrees=agrees, is_proven=is_proven)
    if target == "last_activity" and is_generic_header(header) and are_birthdays(profile):
        target = "birth_date"
    if meaning.is_vague and target == "last_activity" and years_apart(profile) >= LONG_BACK:
        target = "first_seen"
    if target == "first_seen" and is_start_header(header) and are_moments(profile):
        # Of a call or a visit: nobody becomes a customer to the minute without a word for that.
        target = "last_activity"
    return Option(target, confidence, reason, meaning.words)


def _surely_last(option: Option) -> Option:
    """What a header says that was the last time: it beats any day of which others say less, but one that is surer."""
    sure = round(0.99 + 0.005 * option.confidence, 4)
    return option._replace(confidence=sure) if option.target == "last_activity" else option


def _confidence(target: str, rank: int, meaning: HeaderMeaning, header: str, *, agrees: bool, is_proven: bool) -> float:
    """How sure a target that a header promises is, against other columns that promise it."""
    is_total = target == "revenue" and says_total(meaning.words)
    is_one_of_several = len(meaning.targets) > 1
    known = max(meaning.confidence, _WHOLE if is_total else 0.0)
    sure = known - 0.08 * rank - 0.02 * is_one_of_several + 0.05 * agrees + 0.02 * is_total
    if is_proven and target in _DOCUMENTS:
        # "NPWP Penyedia" over such numbers is surer than what else has a place for one, as NITKU has.
        sure = max(sure, _PROVEN)
    # Who stands for the customer is one where nobody else is; what was paid so far is less than the whole.
    sure -= 0.15 * ({"name", "contact_person"} <= set(meaning.targets))
    sure -= 0.3 * (target == "revenue" and says_lesser_sum(header)) + 0.1 * (target == "revenue" and says_price(header))
    # How somebody wants to be reached is asked for, how they came is only told.
    sure -= 0.1 * (target == "channel" and not says_preferred(header))
    # "Date" is of any day, "Nilai" of anything.
    return round(min(0.99, sure - 0.1 * is_generic_header(header)), 2)


def _likeliest_first(meaning: HeaderMeaning | None, told: Told) -> tuple[str, ...]:
    """What a header can mean; of several things first what its cells are."""
    targets = meaning.targets if meaning else ()
    if told is None or told[0] not in targets:
        return targets
    return tuple(dict.fromkeys((told[0], *targets)))


def _told(header: str, profile: ColumnProfile, languages: tuple[str, ...]) -> Told:
    """What the cells tell; a code called so is no phone, whatever it looks like."""
    told = told_by_content(profile, header=header)
    if told and told[0] in ("city", "province") and says_birth(header):
        return "birth_place", told[1]
    if told and told[0] in _OF_A_PERSON and says_relative(header):
        return None
    if told and told[0] in _OF_ONE_EACH and is_of_few(profile):
        # The same few addresses over and over are those of the staff.
        return None
    if told and told[0] == "rt_rw" and says_block(header):
        # "12/7" is the seventh house of a block.
        return None
    is_code = told is not None and told[0] in ("phone", "postcode") and key_rank(header, languages) is not None
    return None if is_code else told


def _is_customers_area(header: str, told: str) -> bool:
    """Whether an area is where customers live: its cells are towns, not the districts of a sales force."""
    return told in ("city", "province") and is_area_header(header)


def _unmapped(header: str, profile: ColumnProfile, refused: str, languages: tuple[str, ...]) -> Option:
    if profile.filled == 0:
        return Option("", 0.0, GuessReason.EMPTY, "")
    if refused:
        return Option("", 0.0, GuessReason.CONTRADICTED, refused)
    if is_running_header(header, languages) and profile.is_unique:
        return Option("", 0.0, GuessReason.RUNNING_NUMBER, "")
    return Option("", 0.0, GuessReason.UNKNOWN, "")


def _promises_attribute(options: Sequence[Option]) -> bool:
    return bool(options) and options[0].target != ColumnRule.UNMAPPED


def _guess(header: str, option: Option, profile: ColumnProfile) -> ColumnGuess:
    return ColumnGuess(
        header=header,
        target=option.target,
        reason=option.reason,
        detail=option.detail,
        confidence=option.confidence,
        examples=profile.examples,
        filled=profile.filled,
        rows=profile.rows,
    )
