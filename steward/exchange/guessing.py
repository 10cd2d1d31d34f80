"""Guessing what the columns of a list mean: header words first, the cells to confirm, contradict or replace them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from steward.domain.errors import MappingError
from steward.domain.progress import NO_PROGRESS
from steward.exchange.column_content import ColumnProfile, Shape, contradicts, profile_column, proves
from steward.exchange.header_words import is_code_header, is_running_header, key_rank, normalize_header, read_header
from steward.exchange.key_pairs import find_key_pair
from steward.exchange.source_keys import key_headers, key_name
from steward.exchange.targets import ColumnRule, takes_several_columns
from steward.exchange.told_by_content import told_by_content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.progress import Progress
    from steward.exchange.tables import RawTable


class GuessReason(StrEnum):
    """Why a column was mapped as it was; ``ColumnGuess.detail`` says more."""

    HEADER = "header"  # the words understood
    HEADER_AND_CONTENT = "header_and_content"  # the words understood
    CONTENT = "content"  # share of cells that look like it, in percent
    KEY_CHOSEN = "key_chosen"
    KEY_HEADER = "key_header"  # the words understood
    KEY_CONTENT = "key_content"
    KEY_RUNNING_NUMBER = "key_running_number"
    KEY_PAIR = "key_pair"  # the name of the key, of two columns
    RUNNING_NUMBER = "running_number"
    NOT_AN_ATTRIBUTE = "not_an_attribute"  # the words understood
    CONTRADICTED = "contradicted"  # the target its header promised
    TAKEN = "taken"  # the column that has the target
    UNKNOWN = "unknown"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """What one column probably means, how sure that is (0..1), and a look at its cells."""

    header: str
    target: str
    reason: GuessReason
    detail: str
    confidence: float
    examples: tuple[str, ...]
    filled: int
    rows: int


class _Option(NamedTuple):
    target: str
    confidence: float
    reason: GuessReason
    detail: str


#: The columns of a key, and what they are taken for.
_Key = tuple[tuple[str, ...], _Option]
_NAME_TARGETS = frozenset({"name", "given_name", "organization"})
#: A key must be filled and different nearly everywhere; what is missing or repeated becomes an issue of its row.
_KEY_FILLED = 0.95
_KEY_DISTINCT = 0.9


def guess_columns(
    table: RawTable, *, key: str | None = None, progress: Progress = NO_PROGRESS
) -> tuple[str, tuple[ColumnGuess, ...]]:
    """The key column ("" = none found) and one guess per column, in the table's order."""
    profiles: dict[str, ColumnProfile] = {}
    for header in table.headers:
        progress.check()
        profiles[header] = profile_column(table.column(header))
    found = _chosen_key(table, key) if key else _find_key(profiles) or _find_pair(table)
    keys, key_option = found or ((), None)
    options = {header: _options(header, profile) for header, profile in profiles.items()}
    for header in keys:
        if key_option and not (key and _promises_attribute(options[header])):
            options[header] = [key_option]
    _tell_birth_places(options)
    chosen = _assign(options)
    _name_by_content(chosen, profiles)
    guesses = tuple(_guess(header, chosen[header], profiles[header]) for header in table.headers)
    return key_name(keys), guesses


def _options(header: str, profile: ColumnProfile) -> list[_Option]:
    """Everything a column can be, the likeliest first; the last one always holds."""
    meaning = read_header(header)
    told = told_by_content(profile, header=header)
    options: list[_Option] = []
    refused = ""
    for rank, named in enumerate(meaning.targets if meaning else ()):
        # "ID or passport" over numbers that are mostly NIKs: each says itself what it is.
        is_mixed = named == "other_id" and told is not None and told[0] == "nik"
        target = ColumnRule.ID_NUMBER if is_mixed else named
        if target == ColumnRule.UNMAPPED:
            return [*options, _Option("", 0.0, GuessReason.NOT_AN_ATTRIBUTE, meaning.words if meaning else "")]
        is_unproven = meaning is not None and meaning.is_vague and not proves(target, profile)
        if contradicts(target, profile) or _names_places(target, told) or is_unproven:
            refused = refused or target
        elif meaning:
            agrees = told is not None and told[0] == target
            reason = GuessReason.HEADER_AND_CONTENT if agrees else GuessReason.HEADER
            confidence = min(0.99, meaning.confidence - 0.08 * rank + 0.05 * agrees)
            options.append(_Option(target, round(confidence, 2), reason, meaning.words))
    if told and not options:
        options.append(_Option(told[0], round(0.4 + 0.4 * told[1], 2), GuessReason.CONTENT, f"{told[1]:.0%}"))
    options.append(_unmapped(header, profile, refused))
    return options


def _names_places(target: str, told: tuple[str, float] | None) -> bool:
    """A column of addresses that only holds towns ("Domisili") says where somebody lives, not in which street."""
    return target == "address" and told is not None and told[0] in ("city", "province")


def _tell_birth_places(options: dict[str, list[_Option]]) -> None:
    """Of several columns whose cells are cities, the one before the day of birth holds the birth place."""
    cities = [header for header, found in options.items() if any(option.target == "city" for option in found)]
    headers = list(options)
    for header, following in pairwise(headers):
        found, then = options[header], options[following]
        is_by_content = header in cities and found[0].reason is GuessReason.CONTENT
        if len(cities) > 1 and is_by_content and then and then[0].target == "birth_date":
            options[header] = [found[0]._replace(target="birth_place"), *found[1:]]


def _unmapped(header: str, profile: ColumnProfile, refused: str) -> _Option:
    if profile.filled == 0:
        return _Option("", 0.0, GuessReason.EMPTY, "")
    if refused:
        return _Option("", 0.0, GuessReason.CONTRADICTED, refused)
    if is_running_header(header) and profile.is_unique:
        return _Option("", 0.0, GuessReason.RUNNING_NUMBER, "")
    return _Option("", 0.0, GuessReason.UNKNOWN, "")


def _assign(options: dict[str, list[_Option]]) -> dict[str, _Option]:
    """One option per column; a target goes to the column that is surest of it, then to the leftmost."""
    order = list(options)
    ranked = sorted(
        ((option, header) for header, found in options.items() for option in found if option.target),
        key=lambda pair: (-pair[0].confidence, order.index(pair[1])),
    )
    chosen: dict[str, _Option] = {}
    holder: dict[str, str] = {}
    lost: dict[str, str] = {}
    for option, header in ranked:
        if header in chosen:
            continue
        if option.target in holder and not _may_join(option.target, header, holder[option.target]):
            lost.setdefault(header, holder[option.target])
            continue
        chosen[header] = option
        holder.setdefault(option.target, header)
    for header, found in options.items():
        if header not in chosen:
            chosen[header] = _Option("", 0.0, GuessReason.TAKEN, lost[header]) if header in lost else found[-1]
    return chosen


def _may_join(target: str, header: str, holder: str) -> bool:
    """Several phones are all kept, and so are the columns of a key.

    "Alamat 2" continues "Alamat 1", but a home and an office address are two things.
    """
    if target == ColumnRule.SOURCE_KEY:
        return True
    if target != "address":
        return takes_several_columns(target)
    return _without_digits(header) == _without_digits(holder)


def _without_digits(header: str) -> str:
    return " ".join(word.rstrip("0123456789") for word in normalize_header(header).split()).strip()


def _name_by_content(chosen: dict[str, _Option], profiles: dict[str, ColumnProfile]) -> None:
    """A list without any name column gets the unknown column that reads most like names."""
    if any(option.target in _NAME_TARGETS for option in chosen.values()):
        return
    unknown = [header for header, option in chosen.items() if option.reason is GuessReason.UNKNOWN]
    likely = [
        (profile.share(Shape.PERSON_WORDS) * profile.distinct / profile.filled, header)
        for header in unknown
        if (profile := profiles[header]).filled >= 0.5 * profile.rows and proves("name", profile)
    ]
    if likely:
        share, header = max(likely)
        chosen[header] = _Option("name", 0.5, GuessReason.CONTENT, f"{share:.0%}")


def _chosen_key(table: RawTable, key: str) -> _Key:
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
    return keys, _Option(ColumnRule.SOURCE_KEY, 1.0, GuessReason.KEY_CHOSEN, "")


def _respelled(key: str) -> str:
    return key_name([normalize_header(part) for part in key.split("+")])


def _find_pair(table: RawTable) -> _Key | None:
    pair = find_key_pair(table)
    return (pair, _Option(ColumnRule.SOURCE_KEY, 0.6, GuessReason.KEY_PAIR, key_name(pair))) if pair else None


def _find_key(profiles: dict[str, ColumnProfile]) -> _Key | None:
    usable = [header for header, profile in profiles.items() if _can_be_key(profile)]
    named = [(rank, header) for header in usable if (rank := key_rank(header)) is not None]
    if named:
        header = min(named, key=lambda pair: pair[0])[1]
        confidence = 0.97 if profiles[header].is_unique else 0.85
        return (header,), _Option(ColumnRule.SOURCE_KEY, confidence, GuessReason.KEY_HEADER, normalize_header(header))
    coded = [header for header in usable if _reads_like_codes(header, profiles[header])]
    # A number that merely counts the rows of this list is the last choice.
    coded.sort(key=lambda header: _is_counting(profiles[header]))
    if coded:
        return (coded[0],), _Option(ColumnRule.SOURCE_KEY, 0.7, GuessReason.KEY_CONTENT, "")
    running = [header for header in usable if is_running_header(header) and profiles[header].is_unique]
    if running:
        return (running[0],), _Option(ColumnRule.SOURCE_KEY, 0.5, GuessReason.KEY_RUNNING_NUMBER, "")
    return None


def _can_be_key(profile: ColumnProfile) -> bool:
    # In a short list a single row delivered twice is more than a tenth.
    repeated = profile.filled - profile.distinct
    is_distinct = repeated <= (1 - _KEY_DISTINCT) * profile.filled or (repeated == 1 and profile.distinct > 1)
    return profile.filled >= _KEY_FILLED * profile.rows and is_distinct and profile.filled > 0


def _reads_like_codes(header: str, profile: ColumnProfile) -> bool:
    is_something_else = any(
        profile.share(shape) > 0.5 for shape in (Shape.PHONE, Shape.NIK, Shape.DATE, Shape.POSTCODE)
    )
    return (
        _is_unnamed(header, profile)
        and not _are_amounts(profile)
        and profile.is_unique
        and profile.share(Shape.CODE) >= 0.95
        and not is_something_else
    )


def _is_unnamed(header: str, profile: ColumnProfile) -> bool:
    """Whether the header says nothing, or is of a code ("Merchant Code") whose other words the cells contradict."""
    if is_running_header(header):
        return False
    meaning = read_header(header)
    if meaning is None:
        return True
    return is_code_header(header) and all(target and contradicts(target, profile) for target in meaning.targets)


def _are_amounts(profile: ColumnProfile) -> bool:
    """Round numbers are money, however different they are."""
    return sum(cell.isdecimal() and cell.endswith("00") for cell in profile.sample) > 0.5 * len(profile.sample)


def _is_counting(profile: ColumnProfile) -> bool:
    numbers = [int(cell) for cell in profile.sample if cell.isdecimal()]
    return len(numbers) == len(profile.sample) and max(numbers, default=0) <= 2 * profile.rows


def _promises_attribute(options: Sequence[_Option]) -> bool:
    return bool(options) and options[0].target != ColumnRule.UNMAPPED


def _guess(header: str, option: _Option, profile: ColumnProfile) -> ColumnGuess:
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
