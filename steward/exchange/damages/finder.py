"""All detectors over all columns of a list."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypedDict, Unpack

from steward.domain.attributes import BUILT_IN_ATTRIBUTES, AttributeType
from steward.domain.progress import NO_PROGRESS
from steward.domain.records import IssueKind
from steward.domain.source_keys import key_headers
from steward.exchange.countries import country_of
from steward.exchange.damages import abroad, dates, ids, lost_zeros, numbers, rows_in_order, texts
from steward.exchange.damages.displaced import displaced_cells
from steward.exchange.damages.kinds import Column, Damage
from steward.exchange.damages.look_alikes import look_alikes
from steward.exchange.damages.misread_texts import mojibake
from steward.exchange.damages.people_elsewhere import people_elsewhere
from steward.exchange.damages.periods import swapped_in_periods
from steward.exchange.damages.phones_among_ids import phones_among_ids
from steward.exchange.damages.phones_beside import phones_beside_others
from steward.exchange.damages.several_values import several_values
from steward.exchange.damages.slipped_places import slipped_places
from steward.exchange.damages.typed_cells import typed_cells
from steward.exchange.headers.kinds import is_dial_code_header, says_box
from steward.exchange.letters import foreign_letters, misread_letters
from steward.exchange.list_country import country_of_list
from steward.exchange.raw_rows import spread_evenly
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from collections.abc import Mapping as Dict

    from steward.domain.progress import Progress
    from steward.exchange.list_country import ListCountry
    from steward.exchange.mapping import Mapping
    from steward.exchange.raw_rows import CellColumn
    from steward.exchange.spread import Spread
    from steward.exchange.tables import RawTable


@dataclass(frozen=True, slots=True)
class ColumnDamage:
    """One kind of damage in one column: the numbers of all its rows, and their cells."""

    damage: Damage
    header: str
    target: str
    rows: tuple[int, ...]
    cells: tuple[str, ...]

    @property
    def example(self) -> str:
        """The first cell of the kind."""
        return self.cells[0]


#: So many different cells of a column tell in which encoding its letters were read.
_SAMPLE = 5000
_DIAL_CODE = re.compile(r"(\+|00)?\d{1,3}|")
#: In this order; a cell is told of once, by the first detector that knows it.
_DETECTORS: tuple[tuple[Damage, Callable[[Column], Collection[str]]], ...] = (
    (Damage.ERROR_CELL, texts.error_cells),
    (Damage.SCIENTIFIC, numbers.scientific),
    (Damage.READ_AS_NUMBER, numbers.read_as_number),
    (Damage.TURNED_INTO_DATE, dates.turned_into_date),
    (Damage.CUT_DIGITS, numbers.cut_digits),
    (Damage.WRONG_COLUMN, texts.wrong_column),
    (Damage.LOST_ZERO, lost_zeros.lost_zero),
    (Damage.DAY_MONTH_SWAPPED, dates.day_month_swapped),
    (Damage.MOJIBAKE, mojibake),
    (Damage.INVISIBLE, texts.invisible),
    # A wide sign between two phones parts them.
    (Damage.SEVERAL_VALUES, several_values),
    (Damage.LOOK_ALIKE, look_alikes),
    (Damage.SEVERAL_CUSTOMERS, texts.several_customers),
)


class _Beside(NamedTuple):
    """Damage that only other columns of the same row give away, or the rows around it.

    ``columns``: of each column asked the targets it may have, in order of preference; ``damaged``: which are damaged.
    """

    damage: Damage
    columns: tuple[tuple[str, ...], ...]
    damaged: tuple[int, ...]
    detect: Callable[..., list[int]]


_ID = ("nik", ColumnRule.ID_NUMBER, "other_id")
#: After all others, in this order. A birth date tells an id and a family card apart, which look alike.
_BESIDE = (
    _Beside(Damage.LOST_ZERO, (("postcode",), ("country",)), (0,), abroad.short_postcodes),
    _Beside(Damage.LOST_ZERO, (("phone",), ("country",)), (0,), abroad.short_phones),
    _Beside(Damage.DAY_MONTH_SWAPPED, (("birth_date",), _ID), (0,), ids.swapped_days),
    _Beside(Damage.WRONG_COLUMN, (("birth_date",), _ID[:2], ("family_card",)), (1, 2), ids.exchanged_cards),
    _Beside(Damage.DAY_MONTH_SWAPPED, (("last_activity",),), (0,), rows_in_order.swapped_in_order),
    _Beside(Damage.DAY_MONTH_SWAPPED, (("first_seen",),), (0,), rows_in_order.swapped_in_order),
)


#: Attributes that are days, and what is none: a column that nothing was made of may hold days as well.
_MAY_BE_DAYS = {"", *(one.name for one in BUILT_IN_ATTRIBUTES if one.type is AttributeType.DATE)}


class _OfList(TypedDict):
    """What a column knows of the list around it, under the names of ``Column``."""

    is_of_several_countries: bool
    has_dial_code_beside: bool
    misread: frozenset[str]
    country: str


@dataclass(frozen=True, slots=True)
class _Told:
    """What was found in a table; a cell is told of once, whoever finds it again."""

    table: RawTable
    found: list[ColumnDamage] = field(default_factory=list)
    rows: dict[str, set[int]] = field(default_factory=dict)

    def tell(self, damage: Damage, header: str, target: str, places: Iterable[int]) -> None:
        """Add damage of the filled cells of a column that nobody told of yet."""
        cells, numbers = self.table.column(header), self.table.rows.numbers
        self.add(damage, header, target, {int(numbers[place]): cells[place] for place in places})

    def add(self, damage: Damage, header: str, target: str, cells: Dict[int, str]) -> None:
        """Add damage of the filled cells of these rows, of those that nobody told of yet."""
        told = self.rows.setdefault(header, set())
        new = {row: cell for row, cell in cells.items() if row not in told and cell.strip()}
        if new:
            told.update(new)
            self.found.append(ColumnDamage(damage, header, target, tuple(new), tuple(new.values())))


def find_damage(
    table: RawTable, mapping: Mapping, progress: Progress = NO_PROGRESS, spread: Spread | None = None
) -> list[ColumnDamage]:
    """Every kind of damage in every column, in the order of the columns.

    Each column is looked at by itself, which ``spread`` can have done elsewhere meanwhile.
    """
    # Rows that were held back may lack a column that their list has got since.
    mapping = replace(mapping, columns=tuple(one for one in mapping.columns if one[0] in table.headers))
    told, targets = _Told(table), dict(mapping.columns)
    keys = key_headers(mapping.key_column, table.headers)
    columns = {
        header: str(ColumnRule.SOURCE_KEY if header in keys else targets.get(header, "")) for header in table.headers
    }
    dialled = _beside_dial_codes(table)
    country = country_of_list(table, mapping)
    tasks = _columns(table, columns, targets, dialled, country.code, progress)
    by_column = spread(told_cells, tasks) if spread else map(partial(told_cells, progress=progress), tasks)
    elsewhere = (
        *displaced_cells(table, mapping, progress),
        *slipped_places(table, mapping, progress).items(),
        *phones_among_ids(table, mapping, progress).items(),
        *people_elsewhere(table, mapping, progress).items(),
    )
    misread_cells = _misread_cells(table)
    for (header, target), cells in zip(columns.items(), by_column, strict=True):
        told.add(Damage.MOJIBAKE, header, target, misread_cells.get(header, {}))
        for damage, places in _damaged_places(table.column(header), cells).items():
            told.tell(damage, header, target, places)
    for header, places in elsewhere:
        told.tell(Damage.WRONG_COLUMN, header, targets.get(header, ""), places)
    _tell_beside(table, mapping, dialled, told, progress)
    _tell_periods(table, columns, told, progress)
    _tell_by_country(table, targets, country, dialled, told)
    _tell_phones(table, targets, dialled, told)
    return told.found


def told_cells(column: Column, progress: Progress = NO_PROGRESS) -> dict[str, Damage]:
    """The damaged cells of a column, as far as it tells them by itself."""
    told: dict[str, Damage] = {}
    for damage, detect in _DETECTORS:
        progress.check()
        for cell in detect(column):
            told.setdefault(cell, damage)
    return told


def _tell_periods(table: RawTable, columns: Dict[str, str], told: _Told, progress: Progress) -> None:
    days = {header: table.column(header) for header, target in columns.items() if target in _MAY_BE_DAYS}
    for header, places in swapped_in_periods(days, progress).items():
        told.tell(Damage.DAY_MONTH_SWAPPED, header, columns[header], places)


def _tell_phones(table: RawTable, targets: Dict[str, str], dialled: Collection[str], told: _Told) -> None:
    """Phones whose zeros are gone all over a column, which other columns tell."""
    phones = {
        header: table.column(header)
        for header, target in targets.items()
        if target == "phone" and header not in dialled
    }
    lost: dict[str, list[int]] = {}
    for found in told.found:
        if found.damage is Damage.LOST_ZERO:
            lost.setdefault(found.header, []).extend(found.rows)
    for header, places in phones_beside_others(phones, lost):
        told.tell(Damage.LOST_ZERO, header, "phone", places)


def _tell_by_country(
    table: RawTable, targets: Dict[str, str], told_country: ListCountry, dialled: Collection[str], told: _Told
) -> None:
    """Phones and postcodes shorter than those of the country that the rest of the list tells of."""
    # One of nationalities in words that nobody knows tells no row's country.
    beside = (table.column(header).distinct for header, target in targets.items() if target == "country")
    if any(country_of(name).code for names in beside for name in names):
        return
    country, is_sure = told_country
    if not country:
        return
    for header, target in targets.items():
        cells = table.column(header)
        if target == "phone" and header not in dialled:
            told.tell(Damage.LOST_ZERO, header, target, abroad.short_phones(cells, abroad.everywhere(country, cells)))
        is_fitting = target == "postcode" and not says_box(header)
        if is_fitting and abroad.fits_postcodes(country, cells, is_surely=is_sure):
            places = abroad.short_postcodes(cells, abroad.everywhere(country, cells))
            told.tell(Damage.LOST_ZERO, header, target, places)


def _tell_beside(table: RawTable, mapping: Mapping, dialled: Collection[str], told: _Told, progress: Progress) -> None:
    """Damage that other columns of the same row give away, or the rows around it."""
    mapped = {
        target: header
        for header, target in mapping.columns
        if header not in dialled and not (target == "postcode" and says_box(header))
    }
    for beside in _BESIDE:
        progress.check()
        chosen = [next((target for target in column if target in mapped), "") for column in beside.columns]
        if all(chosen):
            places = beside.detect(*(table.column(mapped[target]) for target in chosen))
            for at in beside.damaged:
                told.tell(beside.damage, mapped[chosen[at]], chosen[at], places)


def _beside_dial_codes(table: RawTable) -> frozenset[str]:
    """The columns right after one of country codes: "62" before "812345678" is no zero lost."""
    return frozenset(
        following
        for header, following in pairwise(table.headers)
        if is_dial_code_header(header)
        if all(_DIAL_CODE.fullmatch(cell.strip()) for cell in table.column(header).distinct)
    )


def _misread_cells(table: RawTable) -> dict[str, dict[int, str]]:
    """By column the cells in another encoding than the file's, as this one has them; they were read in their own."""
    misread: dict[str, dict[int, str]] = {}
    rows = set(table.rows.numbers.tolist()) if table.issues else set()
    for issue in table.issues:
        if issue.kind is IssueKind.BROKEN_TEXT and issue.row in rows:
            misread.setdefault(issue.column, {})[issue.row] = issue.value
    return misread


def _misread_letters(table: RawTable) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for header in table.headers:
        cells = table.column(header).distinct
        counts += foreign_letters([cells[place] for place in spread_evenly(len(cells), _SAMPLE).tolist()])
    return misread_letters(counts)


def _columns(
    table: RawTable,
    columns: Dict[str, str],
    targets: Dict[str, str],
    dialled: Collection[str],
    country: str,
    progress: Progress,
) -> Iterator[Column]:
    """The columns as the detectors see them, one by one; ``columns``: their targets, those of the key among them."""
    countries = [table.column(header) for header, target in targets.items() if target == "country"]
    is_mixed = any(len({cell.strip().lower() for cell in column.distinct} - {""}) > 1 for column in countries)
    misread = _misread_letters(table)
    return (
        _column(
            table,
            header,
            target,
            progress,
            is_of_several_countries=is_mixed,
            has_dial_code_beside=header in dialled,
            misread=misread,
            country=country,
        )
        for header, target in columns.items()
    )


def _column(table: RawTable, header: str, target: str, progress: Progress, **told_by_list: Unpack[_OfList]) -> Column:
    progress.check()
    cells = table.column(header)
    typed = typed_cells(cells, table.rows.numbers, table.formats.get(header))
    return Column(header, target, cells.distinct, cells.counts(), typed.numbers, typed.dates, **told_by_list)


def _damaged_places(column: CellColumn, told: Dict[str, Damage]) -> dict[Damage, list[int]]:
    places: dict[Damage, list[int]] = {}
    for place in column.places_of(told.keys()):
        places.setdefault(told[column[place]], []).append(place)
    return places
