"""Columns whose header says nothing, looked at once more when it is known what all others hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.exchange.columns.cell_shapes import Shape
from steward.exchange.columns.column_content import are_amounts, are_round
from steward.exchange.columns.column_guess import GuessReason, Option
from steward.exchange.columns.header_grammar import says_no_sum
from steward.exchange.columns.left_over_places import tell_places
from steward.exchange.columns.promised_cells import contradicts, proves
from steward.exchange.columns.repeated_words import (
    LONG_BACK,
    are_choices,
    are_lists,
    are_money,
    are_prices,
    are_sums,
    are_wares,
    is_before,
    years_apart,
)
from steward.exchange.columns.told_by_content import (
    are_people,
    are_remarks,
    are_whole_names,
    is_nameless,
    told_by_years,
)
from steward.exchange.headers.keys import is_code_header, is_generic_header, says_number_of_customer
from steward.exchange.headers.kinds import (
    is_leader_header,
    says_day,
    says_departure,
    says_freight,
    says_holding,
    says_house,
    says_last,
    says_name,
    says_other_day,
    says_start,
    says_sum_of_time,
)
from steward.exchange.raw_rows import spread_evenly
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from steward.exchange.columns.column_content import ColumnProfile
    from steward.exchange.raw_rows import CellColumn
    from steward.exchange.tables import RawTable

#: The targets that say who somebody is.
NAME_TARGETS = frozenset({"name", "given_name", "organization"})
_NAMES_OF_PEOPLE = frozenset({"name", "given_name", "family_name"})
_NEARLY_ALL, _MOSTLY, _VARIED, _NEARLY_BEST = 0.85, 0.5, 0.3, 0.8
#: So many rows tell whether one column repeats another.
_LOOKED_AT = 400


def tell_left_over(chosen: dict[str, Option], profiles: dict[str, ColumnProfile], languages: tuple[str, ...]) -> None:
    """Give what a list still lacks to the columns that look most like it: a name, a birth date, revenue, remarks."""
    _people_of_leaders(chosen, profiles)
    _whole_names(chosen, profiles)
    _family_names(chosen, profiles)
    _given_names(chosen, profiles)
    tell_places(chosen, profiles)
    _name_by_content(chosen, profiles)
    _birth_by_content(chosen, profiles)
    _first_seen_by_content(chosen, profiles)
    _days_by_content(chosen, profiles)
    _revenue_by_content(chosen, profiles, languages)
    _products_by_choice(chosen, profiles)
    _notes_by_content(chosen, profiles)
    _numbers_of_customers(chosen, profiles, languages)


def tell_nicknames(chosen: dict[str, Option], table: RawTable) -> None:
    """Beside the name of somebody a column that repeats a part of it is what they are called: "Nama di BIB"."""
    named = {option.target: header for header, option in chosen.items()}
    if "name" not in named or "nickname" in named:
        return
    for header, option in chosen.items():
        is_beaten = option.reason is GuessReason.TAKEN and option.detail == named["name"]
        if is_beaten and says_name(header) and _are_parts_of(table.column(header), table.column(named["name"])):
            chosen[header] = Option("nickname", 0.5, GuessReason.CONTENT, "")
            return


def _are_parts_of(short: CellColumn, whole: CellColumn) -> bool:
    """Whether most cells of a column are words of those beside them, perhaps cut off, and not all of them."""
    rows = spread_evenly(len(short), _LOOKED_AT)
    pairs = (
        (cell.casefold().split(), name.casefold().split())
        for cell, name in zip(short.at(rows), whole.at(rows), strict=True)
    )
    filled = [(words, names) for words, names in pairs if words and names]
    parts = sum(
        1
        for words, names in filled
        if len(words) < len(names) and all(any(name.startswith(word) for name in names) for word in words)
    )
    return parts > _MOSTLY * len(filled)


def _people_of_leaders(chosen: dict[str, Option], profiles: dict[str, ColumnProfile]) -> None:
    """In a list of firms "Direktur" is whom to ask for; "Owner" in one of pets or shops is the customer."""
    targets = {option.target for option in chosen.values()}
    if targets & {"name", "given_name", "contact_person"}:
        return
    for header, option in chosen.items():
        is_open = option.reason is GuessReason.NOT_AN_ATTRIBUTE and is_leader_header(header)
        if is_open and proves("name", profiles[header]):
            target = "contact_person" if "organization" in targets else "name"
            chosen[header] = Option(target, 0.6, GuessReason.HEADER_AND_CONTENT, option.detail)
            return


def _whole_names(chosen: dict[str, Option], profiles: dict[str, ColumnProfile]) -> None:
    """Where nothing else is a name, first names of several words are whole ones: "Nome"."""
    named = {option.target: header for header, option in chosen.items() if option.target in _NAMES_OF_PEOPLE}
    if list(named) != ["given_name"]:
        return
    header = named["given_name"]
    sample = profiles[header].sample
    if sum(1 for cell in sample if " " in cell) >= _NEARLY_ALL * len(sample) > 0:
        chosen[header] = chosen[header]._replace(target="name", reason=GuessReason.HEADER_AND_CONTENT)


def _family_names(chosen: dict[str, Option], profiles: dict[str, ColumnProfile]) -> None:
    """Beside first names single words under "Name" are family names."""
    named = {option.target: header for header, option in chosen.items() if option.target in _NAMES_OF_PEOPLE}
    if set(named) != {"name", "given_name"}:
        return
    header = named["name"]
    if _are_single_words(profiles[header]):
        chosen[header] = chosen[header]._replace(target="family_name", reason=GuessReason.HEADER_AND_CONTENT)


def _given_names(chosen: dict[str, Option], profiles: dict[str, ColumnProfile]) -> None:
    """Beside family names single words under "Name" are first names: "ชื่อ" beside "นามสกุล"."""
    named = {option.target: header for header, option in chosen.items() if option.target in _NAMES_OF_PEOPLE}
    if set(named) == {"name", "family_name"} and _are_single_words(profiles[header := named["name"]]):
        chosen[header] = chosen[header]._replace(target="given_name", reason=GuessReason.HEADER_AND_CONTENT)


def _are_single_words(profile: ColumnProfile) -> bool:
    return sum(1 for cell in profile.sample if " " not in cell) >= _MOSTLY * len(profile.sample) > 0


def _name_by_content(chosen: dict[str, Option], profiles: dict[str, ColumnProfile]) -> None:
    """A list without any name column gets the unknown column that reads most like names.

    Beside firms the cells must be known names of people.
    """
    named = NAME_TARGETS & {option.target for option in chosen.values()}
    if named - {"organization"} or any(option.target == "contact_person" for option in chosen.values()):
        return
    likely = [
        (profile.share(Shape.PERSON_WORDS) * profile.distinct / profile.filled, header)
        for header in _untold(chosen)
        if (profile := profiles[header]).filled >= 0.5 * profile.rows
        if proves("name", profile) or (is_nameless(header) and are_whole_names(profile))
        if not named or are_people(profile)
    ]
    if likely:
        # Of columns that are as likely the first is the customer's, those behind it are of kin or of the staff.
        share, header = next(found for found in likely if found[0] >= _NEARLY_BEST * max(likely)[0])
        chosen[header] = Option("name", 0.5, GuessReason.CONTENT, f"{share:.0%}")


def _birth_by_content(chosen: dict[str, Option], profiles: dict[str, ColumnProfile]) -> None:
    """A list without a day of birth gets the unknown column whose days lie a lifetime back."""
    if {"birth_date", ColumnRule.BIRTH_PLACE_AND_DATE} & {option.target for option in chosen.values()}:
        return
    for header in _untold(chosen):
        if (told := told_by_years(profiles[header])) is not None and told[0] == "birth_date":
            chosen[header] = Option("birth_date", 0.5, GuessReason.CONTENT, f"{told[1]:.0%}")
            return


def _revenue_by_content(
    chosen: dict[str, Option], profiles: dict[str, ColumnProfile], languages: tuple[str, ...]
) -> None:
    """In a list without names over its columns, money is what somebody spent; so is the total of a year."""
    if any(option.target == "revenue" for option in chosen.values()):
        return
    unknown = [
        header for header in _unknown(chosen) if are_amounts(profiles[header]) and not is_code_header(header, languages)
    ]
    for header in (header for header in _untold(chosen) if not says_no_sum(header)):
        profile = profiles[header]
        are_numbers = profile.share(Shape.NUMBER) >= _NEARLY_ALL
        is_money = are_numbers and is_nameless(header) and are_round(profile)
        is_sum = are_numbers and says_sum_of_time(header) and are_sums(profile)
        # Where one column alone is of money it is what customers paid.
        is_varied = profile.distinct >= _VARIED * profile.filled or are_prices(profile)
        is_sum = is_sum or (unknown == [header] and are_numbers and is_varied)
        if (is_money or is_sum) and not contradicts("revenue", profile):
            chosen[header] = Option("revenue", 0.4, GuessReason.CONTENT, "")
            return
    for header, option in chosen.items():
        # What carriers are paid for carrying is what else only comes on top.
        if option.reason is GuessReason.NOT_AN_ATTRIBUTE and says_freight(header) and are_money(profiles[header]):
            chosen[header] = Option("revenue", 0.4, GuessReason.HEADER_AND_CONTENT, option.detail)
            return


def _days_by_content(chosen: dict[str, Option], profiles: dict[str, ColumnProfile]) -> None:
    """The one column of days that nobody knows: what a customer did first, when it goes back long, or last.

    "Tgl Komplain" is no remark but when there was one.
    """
    open_headers = [header for header in _untold(chosen) if header in _unknown(chosen) or says_day(header)]
    open_days = [header for header in open_headers if profiles[header].share(Shape.DATE) >= _NEARLY_ALL]
    if len(open_days) != 1 or says_other_day(header := open_days[0]) or says_house(header):
        return
    if (told := told_by_years(profiles[header])) is not None and told[0] == "birth_date":
        return
    known = {option.target: profiles[other] for other, option in chosen.items() if option.target}
    first, last = known.get("first_seen"), known.get("last_activity")
    if first and last:
        return
    if last:
        is_first = is_before(profiles[header], last)
    else:
        is_first = first is None and years_apart(profiles[header]) >= LONG_BACK
    if is_first or (last is None and (first is None or is_before(first, profiles[header]))):
        target = "first_seen" if is_first else "last_activity"
        chosen[header] = Option(target, 0.35, GuessReason.CONTENT, f"{profiles[header].share(Shape.DATE):.0%}")


def _first_seen_by_content(chosen: dict[str, Option], profiles: dict[str, ColumnProfile]) -> None:
    """A list without a first day gets the days on which something happened that lie before those of the last time."""
    if any(option.target == "first_seen" for option in chosen.values()):
        return
    last = next((profiles[header] for header, option in chosen.items() if option.target == "last_activity"), None)
    open_reasons = (GuessReason.UNKNOWN, GuessReason.CONTRADICTED, GuessReason.TAKEN)
    for header, option in chosen.items():
        profile = profiles[header]
        is_beaten = option.reason is GuessReason.TAKEN and chosen[option.detail].target == "last_activity"
        is_beaten = is_beaten and not says_last(header) and not says_departure(header)
        is_open = is_beaten or (option.reason in open_reasons and says_start(header))
        if not is_open or profile.share(Shape.DATE) < _NEARLY_ALL:
            continue
        # Of what is called a purchase or a visit beside the last one it is enough that it doesn't lie after that.
        is_named = is_beaten and not is_generic_header(header)
        if last is None or is_before(profile, last) or (is_named and not is_before(last, profile)):
            chosen[header] = Option("first_seen", 0.5, GuessReason.HEADER_AND_CONTENT, header)
            return


def _products_by_choice(chosen: dict[str, Option], profiles: dict[str, ColumnProfile]) -> None:
    """What somebody owns or buys is called by a few short words, again and again, often several in a cell."""
    for header in _untold(chosen):
        if says_holding(header) and are_choices(profiles[header]) and not contradicts("products", profiles[header]):
            chosen[header] = Option("products", 0.5, GuessReason.HEADER_AND_CONTENT, header)
    if any(option.target == "products" for option in chosen.values()):
        return
    for header, option in chosen.items():
        # "Kelas Diambil" beside the level of a member.
        is_beaten = option.reason is GuessReason.TAKEN and chosen[option.detail].target == "segment"
        if is_beaten and says_holding(header) and are_choices(profiles[header]):
            chosen[header] = Option("products", 0.4, GuessReason.HEADER_AND_CONTENT, header)
            return
    for header in _unknown(chosen):
        profile = profiles[header]
        is_of_wares = (are_lists(profile) or are_wares(profile)) and not contradicts("products", profile)
        if is_of_wares and not are_people(profile) and not is_code_header(header):
            chosen[header] = Option("products", 0.4, GuessReason.CONTENT, "")
            return


def _numbers_of_customers(
    chosen: dict[str, Option], profiles: dict[str, ColumnProfile], languages: tuple[str, ...]
) -> None:
    """The number of a customer that is no key, as it is missing or comes again, is kept like one of an account."""
    for header in _unknown(chosen):
        profile = profiles[header]
        is_code = profile.share(Shape.CODE) + profile.share(Shape.MANY_DIGITS) >= _NEARLY_ALL
        if is_code and says_number_of_customer(header, languages):
            chosen[header] = Option("account_number", 0.4, GuessReason.HEADER_AND_CONTENT, header)


def _notes_by_content(chosen: dict[str, Option], profiles: dict[str, ColumnProfile]) -> None:
    """A list without remarks gets the unknown column that reads like some."""
    if any(option.target == "notes" for option in chosen.values()):
        return
    for header in _untold(chosen):
        if are_remarks(profiles[header]):
            chosen[header] = Option("notes", 0.4, GuessReason.CONTENT, "")
            return


def _unknown(chosen: dict[str, Option]) -> list[str]:
    """The columns whose header says nothing."""
    return [header for header, option in chosen.items() if option.reason is GuessReason.UNKNOWN]


def _untold(chosen: dict[str, Option]) -> list[str]:
    """The columns whose header says nothing, or nothing that is true."""
    reasons = (GuessReason.UNKNOWN, GuessReason.CONTRADICTED)
    return [header for header, option in chosen.items() if option.reason in reasons]
