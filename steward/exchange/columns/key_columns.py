"""Which column of a list, or which two, recognizes its rows in the next delivery."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from steward.domain.errors import MappingError
from steward.domain.source_keys import key_headers, key_name
from steward.exchange.columns.cell_shapes import Shape
from steward.exchange.columns.column_content import ColumnProfile, are_amounts, are_decimals, are_handed_out, nips
from steward.exchange.columns.column_guess import GuessReason, Option
from steward.exchange.columns.key_pairs import find_key_pair
from steward.exchange.columns.promised_cells import contradicts
from steward.exchange.headers.keys import (
    is_code_header,
    is_number_of_other,
    is_order_header,
    is_running_header,
    key_rank,
)
from steward.exchange.headers.kinds import says_device, says_house
from steward.exchange.headers.spelling import normalize_header
from steward.exchange.headers.words import read_header
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.exchange.tables import RawTable

#: The columns of a key, and what they are taken for.
KeyFound = tuple[tuple[str, ...], Option]
#: A key must be filled and different nearly everywhere; what is missing or repeated becomes an issue of its row.
_KEY_FILLED, _KEY_TOLD = 0.95, 0.75
_KEY_DISTINCT = 0.9
_FEW, _MOSTLY = 8, 0.8
#: Parts of letters and digits, set apart or a few letters before the digits; those of banks are of digits alone, or
#: begin with the country.
_COMPOSED = re.compile(r"(?=.*\d)[^\W_]{1,8}([-/.][^\W_]{1,8}){1,5}|[A-Za-z]{2,5}\d{3,8}|[A-Za-z]\d{4,6}")
_PAIR = re.compile(r"[1-9]\d{0,2}\s*[/x]\s*[1-9]\d{0,2}")
#: Where a computer was, and when or where on earth something happened.
_NO_CODE = re.compile(r"(\d{1,3}\.){3}\d{1,3}|\d{1,2}:\d{2}(:\d{2})?|-?\d{1,3}\.\d{3,}\s*,\s*-?\d{1,3}\.\d{3,}")
_VALUES = (Shape.PHONE, Shape.NIK, Shape.NPWP, Shape.DATE, Shape.EMAIL)


def chosen_key(table: RawTable, key: str) -> KeyFound:
    """The columns that somebody named, however they spelled them. Raises MappingError when there are no such ones."""
    alike = {normalize_header(header): header for header in reversed(table.headers)}
    spelled = [header for header in table.headers if normalize_header(header) == normalize_header(key)]
    keys = key_headers(key, table.headers) or (tuple(spelled) if len(spelled) == 1 else ())
    keys = keys or tuple(alike[part] for part in key_headers(_respelled(key), tuple(alike)))
    if not keys:
        raise MappingError(
            f'{table.file_name} has no column "{key}"; its columns are {", ".join(table.headers)}.',
            code="no_such_column",
            column=key,
        )
    return keys, Option(ColumnRule.SOURCE_KEY, 1.0, GuessReason.KEY_CHOSEN, "")


def _respelled(key: str) -> str:
    return key_name([normalize_header(part) for part in key.split("+")])


def find_pair(table: RawTable) -> KeyFound | None:
    """Two columns that recognize the rows together, None when there are no such ones."""
    pair = find_key_pair(table)
    return (pair, Option(ColumnRule.SOURCE_KEY, 0.6, GuessReason.KEY_PAIR, key_name(pair))) if pair else None


def find_key(profiles: dict[str, ColumnProfile], languages: tuple[str, ...] = ()) -> KeyFound | None:
    """The column that recognizes the rows, by its header or by its cells; None when no column can."""
    usable = [header for header, profile in profiles.items() if _can_be_key(profile)]
    if (named := _best_named(usable, profiles, languages)) is not None:
        return _found(named, 0.97 if profiles[named].is_unique else 0.85)
    if of_others := [header for header in usable if is_number_of_other(header)]:
        # A list of pets has one row for each, whoever the customers are.
        return _found(of_others[0], 0.7)
    coded = [header for header in usable if _reads_like_codes(header, profiles[header], languages)]
    # A number that merely counts the rows of this list is the last choice.
    coded.sort(key=lambda header: _is_counting(profiles[header]))
    if coded:
        return _found(coded[0], 0.7, GuessReason.KEY_CONTENT)
    if ordered := [header for header in usable if _numbers_orders(header, profiles[header], languages)]:
        return _found(ordered[0], 0.6)
    running = [header for header in usable if is_running_header(header, languages)]
    # Contracts, policies and cards are counted by who hands them out: that says more than the rows of this list.
    accounts = [header for header in usable if _is_account(header, languages) and header not in running]
    if numbered := [header for header in accounts if _are_drawn_up(profiles[header])]:
        return _found(numbered[0], 0.6)
    # What only counts the rows tells an edited row from a new one, which its content alone can't. Where rows have moved
    # their content says whose they are (workspace.lists.dealt_keys), so that no number makes one customer another.
    if counting := [header for header in running if _can_be_running(profiles[header])]:
        return _found(counting[0], 0.5, GuessReason.KEY_RUNNING_NUMBER)
    return None


def _found(header: str, confidence: float, reason: GuessReason = GuessReason.KEY_HEADER) -> KeyFound:
    told_by = normalize_header(header) if reason is GuessReason.KEY_HEADER else ""
    return (header,), Option(ColumnRule.SOURCE_KEY, confidence, reason, told_by)


def _best_named(usable: Sequence[str], profiles: dict[str, ColumnProfile], languages: tuple[str, ...]) -> str | None:
    """The column whose header is the surest name of a key.

    Of one customer there may be several accounts; a paper of their own, as "NISN", is of no list.
    """
    named = [
        (_is_account(header, languages), _is_paper(header, languages), rank, header)
        for header in usable
        if (rank := key_rank(header, languages)) is not None
        and not _tells_people_apart(profiles[header])
        and not _are_names(profiles[header])
    ]
    return min(named, key=lambda one: one[:3])[3] if named else None


def _numbers_orders(header: str, profile: ColumnProfile, languages: tuple[str, ...]) -> bool:
    return is_order_header(header, languages) and not _is_something_else(profile)


def _is_account(header: str, languages: tuple[str, ...]) -> bool:
    meaning = read_header(header, languages)
    return meaning is not None and meaning.targets[0] == "account_number"


def _is_paper(header: str, languages: tuple[str, ...]) -> bool:
    meaning = read_header(header, languages)
    return meaning is not None and meaning.targets[0] == "other_id"


def _are_drawn_up(profile: ColumnProfile) -> bool:
    """Whether numbers are of what a seller drew up, "LC-2009-00001", or count up; those of banks do neither."""
    is_composed = sum(1 for cell in profile.sample if _COMPOSED.fullmatch(cell)) >= _MOSTLY * len(profile.sample)
    return profile.is_unique and (is_composed or are_handed_out(profile)) and not _is_something_else(profile)


def _can_be_key(profile: ColumnProfile) -> bool:
    # In a short list a single row delivered twice is more than a tenth. Formulas that broke repeat no key.
    repeated = profile.told - profile.different
    is_distinct = repeated <= (1 - _KEY_DISTINCT) * profile.told or (repeated == 1 and profile.different > 1)
    is_told = profile.told >= _KEY_TOLD * profile.rows
    return profile.filled >= _KEY_FILLED * profile.rows and is_told and is_distinct and profile.filled > 0


def _tells_people_apart(profile: ColumnProfile) -> bool:
    """Whether the cells are worth more as what they are than as the key of one list."""
    return max(profile.share(Shape.NIK), profile.share(Shape.EMAIL), nips(profile)) > 0.5


def _are_names(profile: ColumnProfile) -> bool:
    """Whether the cells are several words without a number: "Key Contact" is a person, however different they are."""
    blanks = sum(1 for cell in profile.sample if " " in cell)
    return blanks >= _MOSTLY * len(profile.sample) and profile.share(Shape.PERSON_WORDS) >= _MOSTLY


def _can_be_running(profile: ColumnProfile) -> bool:
    return profile.is_unique and (are_handed_out(profile) or not _is_something_else(profile))


def _is_something_else(profile: ColumnProfile) -> bool:
    """Whether the cells are values of customers themselves, however different they are from row to row."""
    shapes = _VALUES if are_handed_out(profile) else (*_VALUES, Shape.POSTCODE)
    if 2 * sum(1 for cell in profile.sample if _NO_CODE.fullmatch(cell)) > len(profile.sample):
        return True
    return nips(profile) > 0.5 or any(profile.share(shape) > 0.5 for shape in shapes)


def _reads_like_codes(header: str, profile: ColumnProfile, languages: tuple[str, ...]) -> bool:
    return (
        _is_unnamed(header, profile, languages)
        and not says_house(header)
        and not says_device(header)
        and not are_amounts(profile)
        and not are_decimals(profile)
        and not _are_measures(profile)
        and profile.is_unique
        and profile.share(Shape.CODE) >= 0.95
        and not _is_something_else(profile)
    )


def _is_unnamed(header: str, profile: ColumnProfile, languages: tuple[str, ...]) -> bool:
    """Whether the header says nothing, or only who is meant ("Member") or what its code is of, and no cell is that."""
    if is_running_header(header, languages):
        return False
    meaning = read_header(header, languages)
    if meaning is None:
        return True
    is_of_somebody = is_code_header(header, languages) or meaning.targets[0] == "name"
    return is_of_somebody and all(target and contradicts(target, profile) for target in meaning.targets)


def _are_measures(profile: ColumnProfile) -> bool:
    """Numbers of several lengths in no order measure something, points perhaps: codes have one length or count up.

    So do pairs of them, "154/93".
    """
    if profile.sample and all(_PAIR.fullmatch(cell) for cell in profile.sample):
        return True
    numbers = [int(cell) for cell in profile.sample if cell.isdecimal() and cell[0] != "0"]
    if len(numbers) < max(_FEW, len(profile.sample)) or numbers == sorted(numbers):
        return False
    lengths = Counter(len(str(number)) for number in numbers)
    return lengths.most_common(1)[0][1] < _KEY_FILLED * len(numbers)


def _is_counting(profile: ColumnProfile) -> bool:
    numbers = [int(cell) for cell in profile.sample if cell.isdecimal()]
    return len(numbers) == len(profile.sample) and max(numbers, default=0) <= 2 * profile.rows
