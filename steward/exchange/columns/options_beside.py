"""What a column can mean in the light of those beside it: births, firms, who serves the customers, meters."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from steward.exchange.columns.cell_shapes import Shape
from steward.exchange.columns.column_content import is_of_few
from steward.exchange.columns.column_guess import GuessReason, Option
from steward.exchange.columns.firm_names import are_firms_rather_than_people
from steward.exchange.columns.header_grammar import says_business
from steward.exchange.columns.left_over_columns import NAME_TARGETS
from steward.exchange.columns.promised_cells import proves
from steward.exchange.columns.told_by_content import are_organizations, are_people, are_whole_names, is_nameless
from steward.exchange.headers.file import header_file
from steward.exchange.headers.keys import says_number_of_customer
from steward.exchange.headers.kinds import is_account_name, says_device, says_name, says_stay
from steward.exchange.headers.spelling import normalize_header
from steward.exchange.headers.words import read_header
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from steward.exchange.columns.column_content import ColumnProfile

_MOSTLY_LETTERS = 0.85
#: Fewer have no name of their own.
_NEARLY_EVERYBODY = 0.9
#: So sure is a header whose word for a name is all that it says.
_VAGUE = 0.5
_NETWORKS = frozenset({"platform", "network", "social network"})
_OWN_NAMES = frozenset({"name", "given_name", "family_name"})
#: Who is asked for at a firm is a "PIC"; a contact may be any person.
_CONTACTS = frozenset({"contact", "kontak", "contacto", "contatto"})
#: "nato a", "né à": where somebody was born, behind the day.
_AT = frozenset({"a", "di", "in", "te", "em"})


def tell_birth_places(options: dict[str, list[Option]], profiles: dict[str, ColumnProfile]) -> None:
    """Of several columns whose cells are cities, the one before the day of birth holds the birth place.

    So does one behind it that is called "a", in whatever language that is.
    """
    cities = [header for header, found in options.items() if any(option.target == "city" for option in found)]
    headers = list(options)
    for before, header in pairwise(headers):
        is_birth = options[before][0].target == "birth_date"
        if is_birth and normalize_header(header) in _AT and profiles[header].share(Shape.LETTERS) >= _MOSTLY_LETTERS:
            options[header] = [Option("birth_place", 0.7, GuessReason.HEADER_AND_CONTENT, header), *options[header]]
    for header, following in pairwise(headers):
        found, then = options[header], options[following]
        is_by_content = header in cities and found[0].reason is GuessReason.CONTENT
        is_any_place = normalize_header(header) in header_file()["parts"]["places"]
        if (len(cities) > 1 or is_any_place) and is_by_content and then and then[0].target == "birth_date":
            options[header] = [found[0]._replace(target="birth_place"), *found[1:]]


def tell_numbers_of_documents(options: dict[str, list[Option]]) -> None:
    """Beside the kind of a document its number is of any kind, though most of them are those of identity cards."""
    if any(found[0].target == ColumnRule.ID_NUMBER for found in options.values()):
        return
    for one, other in pairwise(options):
        for kind, header in ((one, other), (other, one)):
            first = options[header][0]
            is_nik = first.target == "nik" and first.reason is GuessReason.CONTENT
            # "IDNUM"
            is_nik = is_nik or any(option.target == ColumnRule.ID_NUMBER for option in options[header])
            if is_nik and options[kind][0].target == ColumnRule.ID_TYPE:
                options[header] = [first._replace(target=ColumnRule.ID_NUMBER), *options[header]]
                return


def tell_organizations(options: dict[str, list[Option]], profiles: dict[str, ColumnProfile]) -> None:
    """Where people have a column of their own, "Account Name" over firms is the firm; so is "Nama Agen" over them."""
    are_parts = {"given_name", "family_name"} <= {found[0].target for found in options.values()}
    firms = [
        header
        for header, profile in profiles.items()
        if are_organizations(profile)
        # "Nama Bisnis", whatever it is called.
        or (says_business(header) and options[header][0].target == "name")
        # "Account Name" beside the first and the last one of a person.
        or (are_parts and options[header][0].target == "name" and are_firms_rather_than_people(profile.sample))
        or (is_account_name(header) and options[header][0].target == "name" and not are_people(profile))
    ]
    named = {header for header, found in options.items() if found[0].target in NAME_TARGETS}
    for header in firms:
        first, profile = options[header][0], profiles[header]
        is_of_each = profile.distinct >= 0.8 * profile.filled
        is_vague = first.confidence <= _VAGUE
        if first.target == "name" and (is_vague or named - {header, *firms}):
            options[header] = [first._replace(target="organization"), *options[header]]
        elif first.reason is GuessReason.NOT_AN_ATTRIBUTE and is_of_each:
            options[header] = [Option("organization", 0.6, GuessReason.CONTENT, ""), *options[header]]


def tell_names(options: dict[str, list[Option]], profiles: dict[str, ColumnProfile]) -> None:
    """Where nothing else is a name, "Nama/Kantor" over people is theirs, and so is "Contact" where no firm is."""
    targets = {found[0].target for found in options.values()}
    contacts = [
        header
        for header, found in options.items()
        if found[0].target == "contact_person" and not _CONTACTS.isdisjoint(normalize_header(header).split())
    ]
    if targets.isdisjoint((*NAME_TARGETS, "family_name")) and len(contacts) == 1:
        header = contacts[0]
        if proves("name", profiles[header]):
            options[header] = [options[header][0]._replace(target="name"), *options[header]]
    if not targets.isdisjoint(("name", "given_name", "contact_person")):
        return
    for header, found in options.items():
        profile = profiles[header]
        if found[0].target == "organization" and are_people(profile, least=_MOSTLY_LETTERS) and says_name(header):
            options[header] = [found[0]._replace(target="name"), *found]
            return


def tell_called_names(options: dict[str, list[Option]], profiles: dict[str, ColumnProfile]) -> None:
    """Beside whole names what only some have is what they are called, and no family name: "Apelido"."""
    targets = {found[0].target for found in options.values()}
    if "name" not in targets or "given_name" in targets:
        return
    for header, found in options.items():
        is_of_some = profiles[header].filled < _NEARLY_EVERYBODY * profiles[header].rows
        if is_of_some and [option.target for option in found[:2]] == ["family_name", "nickname"]:
            options[header] = [found[1]._replace(confidence=found[0].confidence), *found[2:]]


def leave_out_stand_ins(options: dict[str, list[Option]], profiles: dict[str, ColumnProfile]) -> None:
    """Where customers have names of their own, who stands for them or after them is none: a guardian, a beneficiary.

    Their own may stand under no more than the place of a column.
    """
    stand_ins = {header for header, found in options.items() if _may_stand_in(found)}
    unnamed = [header for header in options if is_nameless(header) and are_whole_names(profiles[header])]
    if stand_ins and unnamed and not options[unnamed[0]][0].target and are_people(profiles[unnamed[0]]):
        options[unnamed[0]] = [Option("name", 0.5, GuessReason.CONTENT, ""), *options[unnamed[0]]]
    if any(found[0].target in _OWN_NAMES for header, found in options.items() if header not in stand_ins):
        for header in stand_ins:
            options[header] = options[header][1:]


def _may_stand_in(found: list[Option]) -> bool:
    """Whether a header means the customer only where nobody else is it."""
    return (
        len(found) > 1
        and found[0].target == "name"
        and (found[1].target == "contact_person" or found[1].reason is GuessReason.NOT_AN_ATTRIBUTE)
    )


def leave_out_staff(options: dict[str, list[Option]], profiles: dict[str, ColumnProfile]) -> None:
    """Where customers have names of their own, a few people over and over are who serves them: "ownerName"."""
    named = {header for header, found in options.items() if found[0].target in NAME_TARGETS}
    if not any(not is_of_few(profiles[header]) for header in named):
        return
    for header in named:
        if options[header][0].target == "name" and is_of_few(profiles[header]):
            options[header] = [Option("", 0.0, GuessReason.NOT_AN_ATTRIBUTE, options[header][0].detail)]


def leave_out_devices(options: dict[str, list[Option]]) -> None:
    """Beside the number of an account or a customer that of a meter is of the device, which may be exchanged."""
    devices = [
        header for header, found in options.items() if found[0].target == "account_number" and says_device(header)
    ]
    if devices and any(_is_account(header) for header in options if not says_device(header)):
        for header in devices:
            options[header] = [Option("", 0.0, GuessReason.NOT_AN_ATTRIBUTE, options[header][0].detail)]


def tell_stays(options: dict[str, list[Option]]) -> None:
    """Where nights or rooms are told a day of entry is that of a stay: "Tarikh Masuk" is when a guest checked in."""
    if not any(says_stay(header) for header in options):
        return
    for header, found in options.items():
        if [option.target for option in found[:2]] == ["first_seen", "last_activity"]:
            options[header] = [found[1]._replace(confidence=found[0].confidence)]


def leave_out_networks(options: dict[str, list[Option]]) -> None:
    """Beside what somebody is called on a social network "Platform" is that network, and not how they came."""
    if any(found[0].target == "handle" for found in options.values()):
        for header, found in options.items():
            if found[0].target == "channel" and normalize_header(header) in _NETWORKS:
                options[header] = [Option("", 0.0, GuessReason.NOT_AN_ATTRIBUTE, normalize_header(header))]


def _is_account(header: str) -> bool:
    meaning = read_header(header)
    return says_number_of_customer(header) or (meaning is not None and meaning.targets[0] == "account_number")
