"""The rows of a list as they are stored: mapped, standardized and keyed, made when they are asked for.

A million rows of fifteen columns do not fit in memory as rows. What must be known of all rows first (keys, and what a
whole column decides) is found by column; the rows are made a portion at a time, each time they are gone through.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from steward.domain.attributes import ATTRIBUTES, Attribute, AttributeType, attribute_of, find_attribute
from steward.domain.column_rules import AddressRule, CombineRule, SplitRule, column_rule
from steward.domain.records import DeliveredRow, ImportIssue, IssueKind, Values
from steward.exchange.mapping import RowMapper, content_hash, split_place_and_date
from steward.exchange.targets import ColumnRule
from steward.standardize.addresses import address_parts
from steward.standardize.values import (
    ColumnHints,
    StandardValue,
    ValueStatus,
    better_attribute,
    detect_hints,
    split_values,
    standardize_column,
)
from steward.workspace.split_cells import split_address

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping, Sequence

    from steward.exchange.mapping import Mapping as ColumnMapping
    from steward.exchange.raw_rows import RawRow
    from steward.exchange.tables import RawTable

_PORTION = 2000
#: Values of one attribute whose standard values are kept: enough for all cities, few enough for all phones.
_KEPT = 20_000
#: Attributes that an address written in one cell can hold.
_ADDRESS_PARTS = ("village", "district", "city", "province", "postcode")
#: Attributes of which a cell holds one value, which is at home there whatever it is.
_NEVER_SPLIT = frozenset(
    attribute.name
    for attribute in ATTRIBUTES.values()
    if not attribute.is_multiple
    and attribute.type not in (AttributeType.PHONE, AttributeType.EMAIL, AttributeType.NATIONAL_ID)
)
_DOUBTFUL = {
    AttributeType.NATIONAL_ID: IssueKind.DAMAGED_ID,
    AttributeType.CODE: IssueKind.DAMAGED_ID,
    AttributeType.DATE: IssueKind.AMBIGUOUS_DATE,
}


class PreparedRows(Collection[DeliveredRow]):
    """The rows of one table. ``keys`` are theirs, in order; ``repeated`` the places that repeat a key.

    ``seen``: how often each key was used by tables before; it is carried on. ``told``: (row, attribute) of doubts that
    damage explains. ``statuses`` (attribute -> raw value -> how good it is) is filled while the rows are gone through.
    ``examples``: values of the same source, by which a column is judged that has few of its own.
    """

    def __init__(
        self,
        table: RawTable,
        mapping: ColumnMapping,
        seen: dict[str, int],
        told: Container[tuple[int, str]] = (),
        *,
        latest_year: int,
        statuses: dict[str, dict[str, ValueStatus]] | None = None,
        examples: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._table = table
        self._mapping = mapping
        self._mapper = RowMapper(mapping, table)
        self._splits_address = any(isinstance(column_rule(target), AddressRule) for _, target in mapping.columns)
        self._told = told
        self._latest_year = latest_year
        self._statuses = statuses
        self._hints = self._detect_hints(examples or {})
        #: attribute -> raw value -> its standard value, and what is doubtful about it
        self._known: dict[str, dict[str, tuple[str, IssueKind | None]]] = {}
        self.keys: list[str] = []
        self.repeated: set[int] = set()
        for place, row in enumerate(table.rows):
            key, is_repeated = _unique_key(self._mapper.source_key(row), seen)
            self.keys.append(key)
            if is_repeated:
                self.repeated.add(place)

    def __len__(self) -> int:
        return len(self.keys)

    def __contains__(self, row: object) -> bool:
        return any(row == mine for mine in self)

    def __iter__(self) -> Iterator[DeliveredRow]:
        return self.chosen(lambda _key: True)

    def chosen(self, is_wanted: Callable[[str], bool]) -> Iterator[DeliveredRow]:
        """The rows with such keys; the others are not made."""
        portion: list[tuple[int, RawRow]] = []
        for place, row in enumerate(self._table.rows):
            if is_wanted(self.keys[place]):
                portion.append((place, row))
            if len(portion) == _PORTION:
                yield from self._made(portion)
                portion = []
        yield from self._made(portion)

    def _made(self, portion: list[tuple[int, RawRow]]) -> Iterator[DeliveredRow]:
        mapped = [_split(_joined_name(self._mapped(row))) for _, row in portion]
        self._standardize(mapped)
        headers = self._table.headers
        for (place, row), values in zip(portion, mapped, strict=True):
            standard: Values = {}
            issues = self._key_issues(place, row)
            for name, raws in values.items():
                known = self._known[name]
                standard[name] = tuple([known[raw][0] for raw in raws])
                for raw in raws:
                    if (issue := known[raw][1]) is not None and (row.number, name) not in self._told:
                        issues.append(ImportIssue(row.number, name, issue, raw))
            _fill_from_address(values, standard)
            fingerprint = content_hash([*row.cells, *(f"{a}={v}" for a, found in values.items() for v in found)])
            yield DeliveredRow(
                source_key=self.keys[place],
                row=row.number,
                content_hash=fingerprint,
                raw=dict(zip(headers, row.cells, strict=True)),
                values=values,
                standard=standard,
                is_repeated=place in self.repeated,
                issues=tuple(issues),
            )

    def _mapped(self, row: RawRow) -> Values:
        values = self._mapper.values(row)
        if self._splits_address and (address := next(iter(values.get("address", ())), "")):
            parts = {name: value for name, value in split_address(address) if name == "address" or name not in values}
            return {**values, **{name: (value,) for name, value in parts.items()}}
        return values

    def _standardize(self, mapped: Sequence[Values]) -> None:
        """Make the standard values of these rows known."""
        wanted: dict[str, dict[str, None]] = {}
        for values in mapped:
            for name, raws in values.items():
                wanted.setdefault(name, {}).update(dict.fromkeys(raws))
        for name, distinct in wanted.items():
            known = self._known.setdefault(name, {})
            if len(known) > _KEPT:
                known.clear()
            missing = [raw for raw in distinct if raw not in known]
            hints = self._hints.get(name) or replace(ColumnHints(), latest_year=self._latest_year)
            found = standardize_column(attribute_of(name), missing, hints)
            told = [(value.value, _issue(attribute_of(name), value)) for value in found]
            known.update(zip(missing, told, strict=True))
            if self._statuses is not None:
                statuses = zip(missing, (value.status for value in found), strict=True)
                self._statuses.setdefault(name, {}).update(statuses)

    def _key_issues(self, place: int, row: RawRow) -> list[ImportIssue]:
        issues: list[ImportIssue] = []
        key_column = self._mapping.key_column
        if key_column and place in self.repeated:
            issues.append(ImportIssue(row.number, key_column, IssueKind.DUPLICATE_KEY, self.keys[place]))
        if key_column and not self._mapper.key_cell(row):
            issues.append(ImportIssue(row.number, key_column, IssueKind.MISSING_KEY, ""))
        return issues

    def _detect_hints(self, examples: Mapping[str, Sequence[str]]) -> dict[str, ColumnHints]:
        """What all values of a column decide together, by attribute."""
        raws: dict[str, list[str]] = {name: list(found) for name, found in examples.items()}
        for header, target in self._mapping.columns:
            if header not in self._table.headers:
                continue
            cells = self._table.column(header).distinct
            if target == ColumnRule.BIRTH_PLACE_AND_DATE:
                raws.setdefault("birth_date", []).extend(split_place_and_date(cell)[1] for cell in cells)
            elif target == ColumnRule.ID_NUMBER:
                raws.setdefault("nik", []).extend(cells)
            elif isinstance(rule := column_rule(target), SplitRule):
                for part, piece in (piece for cell in cells for piece in rule.pieces(cell)):
                    raws.setdefault(part, []).append(piece)
            elif (attribute := find_attribute(target)) is not None:
                raws.setdefault(target, []).extend(part for cell in cells for part in split_values(attribute, cell))
        if any(isinstance(column_rule(target), CombineRule) for _, target in self._mapping.columns):
            for attribute_name, value in (made for row in self._table.rows for made in self._mapper.by_hand(row)):
                raws.setdefault(attribute_name, []).append(value)
        return {
            name: replace(detect_hints(attribute_of(name), found), latest_year=self._latest_year)
            for name, found in raws.items()
        }


def _unique_key(key: str, seen: dict[str, int]) -> tuple[str, bool]:
    """The key, numbered when the delivery holds it before: no row takes another's place."""
    seen[key] = seen.get(key, 0) + 1
    return (key, False) if seen[key] == 1 else (f"{key} ({seen[key]})", True)


def _joined_name(values: Values) -> Values:
    """First and last name in two columns are one name; the cells stay as delivered beside it."""
    if "name" in values or "given_name" not in values:
        return values
    parts = [*values["given_name"], *values.get("family_name", ())]
    return {"name": (" ".join(parts),), **{a: v for a, v in values.items() if a not in ("given_name", "family_name")}}


def _split(values: Values) -> Values:
    """Several values in a cell taken apart; a value in the wrong column joins the attribute it belongs to."""
    found: dict[str, list[str]] = {}
    for name, raws in values.items():
        attribute = ATTRIBUTES.get(name)
        if attribute is None or name in _NEVER_SPLIT:
            found.setdefault(name, []).extend(raws)
            continue
        for raw in raws:
            for part in split_values(attribute, raw):
                home = better_attribute(attribute, part)
                if home != name and not ATTRIBUTES[home].is_multiple and (home in values or home in found):
                    home = name
                found.setdefault(home, []).append(part)
    return {name: tuple(dict.fromkeys(parts)) for name, parts in found.items()}


def _fill_from_address(values: Values, standard: Values) -> None:
    """City, postcode and the like that stand only inside the address become values of their own."""
    address = next(iter(standard.get("address", ())), "")
    if not address or {"city", "postcode"} <= values.keys():
        return
    parts = address_parts(address)
    for name in _ADDRESS_PARTS:
        if (found := getattr(parts, name)) and name not in values:
            values[name], standard[name] = (found,), (found,)


def _issue(attribute: Attribute, value: StandardValue) -> IssueKind | None:
    if value.status is ValueStatus.DOUBTFUL:
        return _DOUBTFUL.get(attribute.type, IssueKind.INVALID_VALUE)
    return IssueKind.INVALID_VALUE if value.status is ValueStatus.INVALID else None
