"""Cells made into values by attribute: mapped, put together and taken apart.

Nearly all rows of nearly all lists have in each cell what its column promises: they are mapped column by column. Rows
whose values change places, and lists whose mapping takes cells apart, are mapped row by row, into the same columns.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steward.domain.attributes import ATTRIBUTES, Attribute, AttributeType
from steward.domain.column_rules import AddressRule, column_rule
from steward.domain.delivered_columns import ValueColumn
from steward.exchange.row_mapper import RowMapper, join_rt_rw
from steward.exchange.targets import JOINED_TARGETS
from steward.standardize.emails import CLEAN_EMAIL
from steward.standardize.shared_cells import person_and_organization
from steward.standardize.values import better_attribute, split_values
from steward.workspace.lists.split_cells import split_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steward.domain.records import Values
    from steward.exchange.mapping import Mapping as ColumnMapping
    from steward.exchange.raw_rows import RawRow
    from steward.exchange.tables import RawTable
    from steward.workspace.lists.keyed_rows import KeyedRows

#: Of all others a cell holds one value, which is at home there whatever it is.
_MAY_BE_SPLIT = {
    attribute.name: attribute
    for attribute in ATTRIBUTES.values()
    if attribute.is_multiple or attribute.type in (AttributeType.PHONE, AttributeType.EMAIL, AttributeType.NATIONAL_ID)
}
#: What one value and nothing else looks like; digits, and no more than these, are one phone.
_PLAIN = {
    AttributeType.PHONE: re.compile("[0-9]{6,15}"),
    AttributeType.EMAIL: CLEAN_EMAIL,
    AttributeType.NATIONAL_ID: re.compile("[0-9]+"),
}

MappedColumns = tuple[dict[str, ValueColumn], dict[int, tuple[str, ...]]]


class ColumnMapper:
    """Applies one mapping to portions of one table."""

    def __init__(self, table: RawTable, mapping: ColumnMapping) -> None:
        self._mapper = RowMapper(mapping, table)
        self._splits_address = any(isinstance(column_rule(target), AddressRule) for _, target in mapping.columns)
        self._key_indexes = self._mapper.key_indexes
        #: attribute -> the columns that hold it, in the order of the first of them
        self._columns: dict[str, list[int]] = {}
        for index, name in self._mapper.attributes:
            self._columns.setdefault(name, []).append(index)
        alone = {held[0]: name for name, held in self._columns.items() if len(held) == 1}
        #: Parallel to the headers the attribute that has no other column, "" where there is none.
        self.said_by = tuple([alone.get(index, "") for index in range(len(table.headers))])
        order = [name for _, name in self._mapper.attributes]
        #: Attributes between whose columns there are others: without a value in the first a row has another order.
        self._scattered = {
            name for name, held in self._columns.items() if len(set(order[order.index(name) :][: len(held)])) > 1
        }

    def missing_keys(self, rows: KeyedRows) -> set[int]:
        """The places of rows without a key where there is a key column."""
        columns = [rows.cells[index] for index in self._key_indexes]
        return {place for column in columns for place, cell in enumerate(column) if not cell or cell.isspace()}

    def mapped(self, rows: KeyedRows) -> MappedColumns:
        """The values of these rows by attribute, and the attributes of rows that have them in another order."""
        columns: dict[str, ValueColumn] = {}
        by_row: Iterable[int] = range(len(rows))
        if self._mapper.is_by_column and not self._splits_address:
            columns, odd = self._by_column(rows)
            by_row = sorted(odd)
        orders: dict[int, tuple[str, ...]] = {}
        for place in by_row:
            values = _split(_told_apart(_joined_name(self._mapped(rows.row(place)))))
            for name in columns.keys() - values.keys():
                columns[name].put(place, ())
            for name, found in values.items():
                if name not in columns:
                    columns[name] = ValueColumn.blank(len(rows))
                columns[name].put(place, found)
            if list(values) != [name for name in columns if name in values]:
                orders[place] = tuple(values)
        return columns, orders

    def _by_column(self, rows: KeyedRows) -> tuple[dict[str, ValueColumn], set[int]]:
        """The values that stand where they belong, and the places of rows some of whose values do not."""
        columns: dict[str, ValueColumn] = {}
        odd: set[int] = set()
        for name, indexes in self._columns.items():
            cells = [rows.cells[index] for index in indexes]
            if name in self._scattered:
                first, *others = cells
                odd.update(p for p, cell in enumerate(first) if _is_blank(cell) and any(col[p] for col in others))
            if name in JOINED_TARGETS and len(cells) > 1:
                cells = [_joined(cells, JOINED_TARGETS[name])]
            columns[name] = _together([_value_column(name, column, odd) for column in cells])
        if any(index is not None for index in self._mapper.neighborhood):
            rt, rw = (
                [""] * len(rows) if index is None else map(str.strip, rows.cells[index])
                for index in self._mapper.neighborhood
            )
            columns["rt_rw"] = _value_column("rt_rw", list(map(join_rt_rw, rt, rw)), odd)
        if "given_name" in columns:
            whole = columns["name"].marks() if "name" in columns else [""] * len(rows)
            given = columns["given_name"].marks()
            odd.update(place for place, (one, both) in enumerate(zip(given, whole, strict=True)) if one and not both)
        return columns, odd

    def _mapped(self, row: RawRow) -> Values:
        values = self._mapper.values(row)
        if self._splits_address and (address := next(iter(values.get("address", ())), "")):
            parts = {name: value for name, value in split_address(address) if name == "address" or name not in values}
            return {**values, **{name: (value,) for name, value in parts.items()}}
        return values


def _value_column(name: str, cells: list[str], odd: set[int]) -> ValueColumn:
    """The values in the cells of one column; the places of those with a value of another attribute become odd."""
    if (attribute := _MAY_BE_SPLIT.get(name)) is not None:
        return _split_column(attribute, cells, odd)
    if name == "name":
        odd.update(place for place, cell in enumerate(cells) if cell and person_and_organization(cell))
    return ValueColumn(
        ["" if cell.isspace() else cell for cell in cells] if any(map(str.isspace, cells)) else list(cells)
    )


def _together(columns: list[ValueColumn]) -> ValueColumn:
    """The values of several columns of one attribute, each of them once."""
    first, *others = columns
    for column in others:
        for place, mark in enumerate(column.marks()):
            if mark:
                first.put(place, tuple(dict.fromkeys((*first.of(place), *column.of(place)))))
    return first


def _joined(columns: list[list[str]], between: str) -> list[str]:
    """Cells of several columns as one, each text once."""
    rows = zip(*columns, strict=True)
    return [between.join(dict.fromkeys(cell for cell in cells if not _is_blank(cell))) for cells in rows]


def _is_blank(cell: str) -> bool:
    return not cell or cell.isspace()


def _split_column(attribute: Attribute, cells: list[str], odd: set[int]) -> ValueColumn:
    """Cells of which some hold several values; the places of those with a value of another attribute become odd."""
    is_plain = _plain(attribute)
    if is_plain is not None and all(map(is_plain.fullmatch, filter(None, cells))):
        return ValueColumn(list(cells))
    single: dict[str, str] = {}
    several: dict[str, tuple[str, ...]] = {}
    misplaced: set[str] = set()
    for cell in dict.fromkeys(cells):
        if is_plain is not None and is_plain.fullmatch(cell):
            single[cell] = cell
            continue
        parts = split_values(attribute, cell)
        if any(better_attribute(attribute, part) != attribute.name for part in parts):
            misplaced.add(cell)
        if len(parts) > 1:
            parts = tuple(dict.fromkeys(parts))
        single[cell] = parts[0] if len(parts) == 1 else ""
        if len(parts) > 1:
            several[cell] = parts
    if misplaced:
        odd.update(place for place, cell in enumerate(cells) if cell in misplaced)
    values = [single[cell] for cell in cells]
    return ValueColumn(values, {place: several[cell] for place, cell in enumerate(cells) if cell in several})


def _joined_name(values: Values) -> Values:
    """First and last name in two columns are one name; the cells stay as delivered beside it."""
    if "name" in values or "given_name" not in values:
        return values
    parts = [*values["given_name"], *values.get("family_name", ())]
    return {"name": (" ".join(parts),), **{a: v for a, v in values.items() if a not in ("given_name", "family_name")}}


def _told_apart(values: Values) -> Values:
    """A person and an organization in the cell of the name are two values, where no column has the other one."""
    found = person_and_organization(values["name"][0]) if "name" in values else {}
    if not found or not values.keys().isdisjoint(found.keys() - {"name"}):
        return values
    return {**values, **{name: (value,) for name, value in found.items()}}


def _split(values: Values) -> Values:
    """Several values in a cell taken apart; a value in the wrong column joins the attribute it belongs to."""
    found: Values = {}
    for name, raws in values.items():
        attribute = _MAY_BE_SPLIT.get(name)
        if attribute is None or (len(raws) == 1 and name not in found and _is_plain(attribute, raws[0])):
            found[name] = (*found[name], *raws) if name in found else raws
            continue
        for raw in raws:
            for part in split_values(attribute, raw):
                home = better_attribute(attribute, part)
                if home != name and not ATTRIBUTES[home].is_multiple and (home in values or home in found):
                    home = name
                found[home] = (*found[home], part) if home in found else (part,)
    return {name: parts if len(parts) == 1 else tuple(dict.fromkeys(parts)) for name, parts in found.items()}


def _is_plain(attribute: Attribute, raw: str) -> bool:
    """Whether a cell holds one phone, address or id and nothing else, as nearly all do."""
    pattern = _plain(attribute)
    return pattern is not None and pattern.fullmatch(raw) is not None


def _plain(attribute: Attribute) -> re.Pattern[str] | None:
    """What one value and nothing else looks like, None where several may look like one."""
    is_list = attribute.type is AttributeType.NATIONAL_ID and attribute.is_multiple
    return None if is_list else _PLAIN.get(attribute.type)
