"""All detectors over all columns of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from steward.domain.progress import NO_PROGRESS
from steward.domain.source_keys import key_headers
from steward.exchange.damages import dates, ids, numbers, texts
from steward.exchange.damages.displaced import displaced_cells
from steward.exchange.damages.kinds import Column, Damage
from steward.exchange.damages.typed_cells import typed_cells
from steward.exchange.header_kinds import is_dial_code_header
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from collections.abc import Mapping as Dict

    from steward.domain.progress import Progress
    from steward.exchange.mapping import Mapping
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


_DIAL_CODE = re.compile(r"(\+|00)?\d{1,3}|")
#: In this order; a cell is told of once, by the first detector that knows it.
_DETECTORS: tuple[tuple[Damage, Callable[[Column], Collection[str]]], ...] = (
    (Damage.ERROR_CELL, texts.error_cells),
    (Damage.SCIENTIFIC, numbers.scientific),
    (Damage.READ_AS_NUMBER, numbers.read_as_number),
    (Damage.TURNED_INTO_DATE, dates.turned_into_date),
    (Damage.CUT_DIGITS, numbers.cut_digits),
    (Damage.WRONG_COLUMN, texts.wrong_column),
    (Damage.LOST_ZERO, numbers.lost_zero),
    (Damage.DAY_MONTH_SWAPPED, dates.day_month_swapped),
    (Damage.MOJIBAKE, texts.mojibake),
    (Damage.INVISIBLE, texts.invisible),
    (Damage.LOOK_ALIKE, texts.look_alikes),
    (Damage.SEVERAL_CUSTOMERS, texts.several_customers),
)


def find_damage(table: RawTable, mapping: Mapping, progress: Progress = NO_PROGRESS) -> list[ColumnDamage]:
    """Every kind of damage in every column, in the order of the columns."""
    targets = dict(mapping.columns)
    keys = key_headers(mapping.key_column, table.headers)
    found: list[ColumnDamage] = []
    countries = [table.column(header) for header, target in mapping.columns if target == "country"]
    is_mixed = any(len({cell.strip().lower() for cell in column.distinct} - {""}) > 1 for column in countries)
    dialled = _beside_dial_codes(table)
    for header in table.headers:
        target = ColumnRule.SOURCE_KEY if header in keys else targets.get(header, "")
        is_dialled = header in dialled
        found += _damage_of(
            table, header, target, progress, is_of_several_countries=is_mixed, has_dial_code_beside=is_dialled
        )
    found += _displaced(table, targets, mapping, found, progress)
    progress.check()
    found += _short_postcodes(table, mapping, found)
    return [*found, *_swapped_beside_ids(table, mapping, found), *_exchanged_cards(table, mapping)]


def _beside_dial_codes(table: RawTable) -> frozenset[str]:
    """The columns right after one of country codes: "62" before "812345678" is no zero lost."""
    return frozenset(
        following
        for header, following in pairwise(table.headers)
        if is_dial_code_header(header)
        if all(_DIAL_CODE.fullmatch(cell.strip()) for cell in table.column(header).distinct)
    )


def _short_postcodes(table: RawTable, mapping: Mapping, found: list[ColumnDamage]) -> list[ColumnDamage]:
    """Postcodes shorter than those of the country in their row: without one, lengths tell nothing in a mixed list."""
    headers = {target: header for header, target in mapping.columns if header in table.headers}
    header, beside = headers.get("postcode", ""), headers.get("country", "")
    if not header or not beside or any(damage.header == header for damage in found):
        return []
    cells = table.column(header)
    places = numbers.short_postcodes(cells, table.column(beside))
    rows = tuple(table.rows.numbers[places].tolist())
    lost = ColumnDamage(Damage.LOST_ZERO, header, "postcode", rows, tuple(cells[at] for at in places))
    return [lost] if places else []


def _displaced(
    table: RawTable, targets: Dict[str, str], mapping: Mapping, found: list[ColumnDamage], progress: Progress
) -> list[ColumnDamage]:
    """Cells out of place in their row that no look of their own has told of yet."""
    told: dict[str, set[int]] = {}
    for damage in found:
        told.setdefault(damage.header, set()).update(damage.rows)
    damages = []
    for header, places in displaced_cells(table, mapping, progress):
        cells, numbers = table.column(header), table.rows.numbers
        new = [place for place in places if int(numbers[place]) not in told.get(header, ()) and cells[place].strip()]
        if new:
            rows = tuple(int(numbers[place]) for place in new)
            texts = tuple(cells[place] for place in new)
            damages.append(ColumnDamage(Damage.WRONG_COLUMN, header, targets.get(header, ""), rows, texts))
    return damages


def _swapped_beside_ids(table: RawTable, mapping: Mapping, found: list[ColumnDamage]) -> list[ColumnDamage]:
    """Birth dates whose day and month stand the other way round in the id of the same person."""
    headers = {target: header for header, target in mapping.columns if header in table.headers}
    header, beside = headers.get("birth_date", ""), headers.get("nik") or headers.get(ColumnRule.ID_NUMBER, "")
    if not header or not beside:
        return []
    told = {row for damage in found if damage.header == header for row in damage.rows}
    cells = table.column(header)
    places = [
        place for place in ids.swapped_days(cells, table.column(beside)) if int(table.rows.numbers[place]) not in told
    ]
    rows = tuple(table.rows.numbers[places].tolist())
    swapped = ColumnDamage(Damage.DAY_MONTH_SWAPPED, header, "birth_date", rows, tuple(cells[at] for at in places))
    return [swapped] if places else []


def _exchanged_cards(table: RawTable, mapping: Mapping) -> list[ColumnDamage]:
    """Ids and family cards of one person that changed places; both look alike, the birth date tells them apart."""
    headers = {target: header for header, target in mapping.columns if header in table.headers}
    id_target = "nik" if "nik" in headers else ColumnRule.ID_NUMBER
    trio = [headers.get(target, "") for target in ("birth_date", id_target, "family_card")]
    if not all(trio):
        return []
    places = ids.exchanged_cards(*map(table.column, trio))
    rows = tuple(table.rows.numbers[places].tolist())
    return [
        ColumnDamage(Damage.WRONG_COLUMN, header, target, rows, tuple(table.column(header)[at] for at in places))
        for header, target in zip(trio[1:], (id_target, "family_card"), strict=True)
        if places
    ]


def _damage_of(
    table: RawTable,
    header: str,
    target: str,
    progress: Progress,
    *,
    is_of_several_countries: bool,
    has_dial_code_beside: bool,
) -> list[ColumnDamage]:
    cells = table.column(header)
    counts = zip(cells.distinct, cells.counts(), strict=True)
    typed = typed_cells(cells, table.rows.numbers, table.formats.get(header))
    filled = {cell: count for cell, count in counts if cell and not cell.isspace()}
    column = Column(header, target, filled, typed.numbers, typed.dates, is_of_several_countries, has_dial_code_beside)
    told: dict[str, Damage] = {}
    for damage, detect in _DETECTORS:
        progress.check()
        for cell in detect(column):
            told.setdefault(cell, damage)
    if not told:
        return []
    places: dict[Damage, list[int]] = {}
    for place in cells.places_of(told):
        places.setdefault(told[cells[place]], []).append(place)
    return [
        ColumnDamage(
            damage,
            header,
            target,
            rows=tuple(table.rows.numbers[at].tolist()),
            cells=tuple(cells[place] for place in at),
        )
        for damage, at in places.items()
    ]
