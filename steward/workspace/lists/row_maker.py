"""Rows as delivered made into rows for the store: mapped, taken apart, fingerprinted, standardized.

A maker depends on nothing but what it was made with, so it works in a process of its own as well as here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from steward.domain.attributes import ATTRIBUTES, Attribute, AttributeType, attribute_of
from steward.domain.column_rules import AddressRule, column_rule
from steward.domain.records import DeliveredRow, ImportIssue, IssueKind, Values
from steward.exchange.mapping import RowMapper, content_hash
from steward.standardize.addresses import address_parts
from steward.standardize.shared_cells import person_and_organization
from steward.standardize.values import (
    ColumnHints,
    StandardValue,
    ValueStatus,
    better_attribute,
    split_values,
    standardize_column,
)
from steward.workspace.lists.split_cells import split_address

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from steward.exchange.mapping import Mapping as ColumnMapping
    from steward.exchange.raw_rows import RawRow
    from steward.exchange.tables import RawTable

#: Values of one attribute whose standard values are kept: enough for all cities, few enough for all phones.
_KEPT = 20_000
#: Attributes that an address written in one cell can hold.
_ADDRESS_PARTS = ("village", "district", "city", "province", "postcode")
#: Of all others a cell holds one value, which is at home there whatever it is.
_MAY_BE_SPLIT = {
    attribute.name: attribute
    for attribute in ATTRIBUTES.values()
    if attribute.is_multiple or attribute.type in (AttributeType.PHONE, AttributeType.EMAIL, AttributeType.NATIONAL_ID)
}
#: Digits, and no more than these, are one phone.
_PHONE_DIGITS = range(6, 16)
_DOUBTFUL = {
    AttributeType.NATIONAL_ID: IssueKind.DAMAGED_ID,
    AttributeType.CODE: IssueKind.DAMAGED_ID,
    AttributeType.DATE: IssueKind.AMBIGUOUS_DATE,
}
_NOTHING: dict[str, str] = {}

#: What can be doubtful about a value.
VALUE_ISSUES = frozenset({IssueKind.INVALID_VALUE, IssueKind.PLACEHOLDER, *_DOUBTFUL.values()})


class KeyedRow(NamedTuple):
    """A row with its key in the source; ``is_repeated``: the delivery holds its key before."""

    source_key: str
    is_repeated: bool
    row: RawRow


class RowMaker:
    """Makes the rows of one table. ``told``: (row, attribute) of doubts that damage explains.

    ``statuses`` (attribute -> raw value -> how good it is) is filled on the way.
    """

    def __init__(
        self,
        table: RawTable,
        mapping: ColumnMapping,
        hints: Mapping[str, ColumnHints],
        usual_hints: ColumnHints,
        told: Container[tuple[int, str]],
        statuses: dict[str, dict[str, ValueStatus]] | None,
    ) -> None:
        self._headers = table.headers
        self._key_column = mapping.key_column
        self._mapper = RowMapper(mapping, table)
        self._splits_address = any(isinstance(column_rule(target), AddressRule) for _, target in mapping.columns)
        self._hints = hints
        self._usual_hints = usual_hints
        self._told = told
        self._statuses = statuses
        #: attribute -> raw value -> its standard value
        self._known: dict[str, dict[str, str]] = {}
        #: attribute -> raw value -> what is doubtful about it
        self._doubts: dict[str, dict[str, IssueKind]] = {}

    def made(self, rows: Sequence[KeyedRow]) -> list[DeliveredRow]:
        """These rows as they are stored."""
        found = self.fingerprinted(rows)
        self.finish(found)
        return found

    def fingerprinted(self, rows: Sequence[KeyedRow]) -> list[DeliveredRow]:
        """These rows with all but their standard values and issues: enough to tell whether they changed."""
        mapped = [_split(_told_apart(_joined_name(self._mapped(row)))) for _, _, row in rows]
        self._learn({"address": values["address"][:1]} for values in mapped if _may_be_filled(values))
        return [self._fingerprinted(row, values) for row, values in zip(rows, mapped, strict=True)]

    def finish(self, rows: Sequence[DeliveredRow]) -> None:
        """Give fingerprinted rows the rest."""
        self._learn(_without(row.values, row.standard) if row.standard else row.values for row in rows)
        for row in rows:
            self._finish(row)

    def recall(self, row: DeliveredRow, issues: Sequence[ImportIssue]) -> None:
        """Give a fingerprinted row the issues that its values had when they came before."""
        again = [
            replace(issue, row=row.row)
            for issue in issues
            if issue.value in row.values.get(issue.column, ()) and (row.row, issue.column) not in self._told
        ]
        row.issues = (*row.issues, *again)

    def _mapped(self, row: RawRow) -> Values:
        values = self._mapper.values(row)
        if self._splits_address and (address := next(iter(values.get("address", ())), "")):
            parts = {name: value for name, value in split_address(address) if name == "address" or name not in values}
            return {**values, **{name: (value,) for name, value in parts.items()}}
        return values

    def _fingerprinted(self, keyed: KeyedRow, values: Values) -> DeliveredRow:
        source_key, is_repeated, row = keyed
        filled = (
            _parts_filled_in(self._known["address"][values["address"][0]], values) if _may_be_filled(values) else {}
        )
        values |= filled
        said = [f"{name}={value}" for name, found in values.items() for value in found]
        return DeliveredRow(
            source_key=source_key,
            row=row.number,
            content_hash=content_hash([*row.cells, *said]),
            raw=dict(zip(self._headers, row.cells, strict=True)),
            values=values,
            standard=filled,
            is_repeated=is_repeated,
            issues=self._key_issues(keyed),
        )

    def _finish(self, row: DeliveredRow) -> None:
        standard: Values = {}
        issues = list(row.issues)
        for name, raws in row.values.items():
            if name in row.standard:
                standard[name] = row.standard[name]
                continue
            known = self._known.get(name, _NOTHING)
            standard[name] = (known[raws[0]],) if len(raws) == 1 else tuple([known[raw] for raw in raws])
            if doubts := self._doubts.get(name):
                issues += [
                    ImportIssue(row.row, name, doubts[raw], raw)
                    for raw in raws
                    if raw in doubts and (row.row, name) not in self._told
                ]
        row.standard = standard
        row.issues = tuple(issues)

    def _learn(self, wanted: Iterable[Values]) -> None:
        """Make the standard values of these raw values known; of others they may be forgotten."""
        for name, known in self._known.items():
            if len(known) > _KEPT:
                known.clear()
                self._doubts[name].clear()
        unknown: dict[str, dict[str, None]] = {}
        for values in wanted:
            for name, raws in values.items():
                known = self._known.get(name, _NOTHING)
                for raw in raws:
                    if raw not in known:
                        unknown.setdefault(name, {})[raw] = None
        for name, distinct in unknown.items():
            known, doubts = self._known.setdefault(name, {}), self._doubts.setdefault(name, {})
            missing = list(distinct)
            attribute = attribute_of(name)
            found = standardize_column(attribute, missing, self._hints.get(name, self._usual_hints))
            fine = ValueStatus.VALID
            for raw, value in zip(missing, found, strict=True):
                known[raw] = value.value
                if value.status is not fine and (issue := _issue(attribute, raw, value)) is not None:
                    doubts[raw] = issue
            if self._statuses is not None:
                statuses = zip(missing, (value.status for value in found), strict=True)
                self._statuses.setdefault(name, {}).update(statuses)

    def _key_issues(self, keyed: KeyedRow) -> tuple[ImportIssue, ...]:
        key_column = self._key_column
        if not key_column:
            return ()
        issues: tuple[ImportIssue, ...] = ()
        if keyed.is_repeated:
            issues = (ImportIssue(keyed.row.number, key_column, IssueKind.DUPLICATE_KEY, keyed.source_key),)
        if not self._mapper.key_cell(keyed.row):
            issues = (*issues, ImportIssue(keyed.row.number, key_column, IssueKind.MISSING_KEY, ""))
        return issues


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
        if attribute is None or (len(raws) == 1 and name not in found and _is_plain_number(attribute, raws[0])):
            found[name] = (*found[name], *raws) if name in found else raws
            continue
        for raw in raws:
            for part in split_values(attribute, raw):
                home = better_attribute(attribute, part)
                if home != name and not ATTRIBUTES[home].is_multiple and (home in values or home in found):
                    home = name
                found[home] = (*found[home], part) if home in found else (part,)
    return {name: parts if len(parts) == 1 else tuple(dict.fromkeys(parts)) for name, parts in found.items()}


def _is_plain_number(attribute: Attribute, raw: str) -> bool:
    """Whether a cell holds one phone or id and nothing else, as nearly all do."""
    if not (raw.isascii() and raw.isdecimal()):
        return False
    if attribute.type is AttributeType.PHONE:
        return len(raw) in _PHONE_DIGITS
    return attribute.type is AttributeType.NATIONAL_ID and not attribute.is_multiple


def _without(values: Values, known: Values) -> Values:
    return {name: raws for name, raws in values.items() if name not in known}


def _may_be_filled(values: Values) -> bool:
    return "address" in values and not {"city", "postcode"} <= values.keys()


def _parts_filled_in(address: str, values: Values) -> Values:
    """City, postcode and the like that stand only inside the address become values of their own."""
    parts = address_parts(address)
    return {name: (found,) for name in _ADDRESS_PARTS if (found := getattr(parts, name)) and name not in values}


def _issue(attribute: Attribute, raw: str, value: StandardValue) -> IssueKind | None:
    if value.status is ValueStatus.DOUBTFUL:
        return _DOUBTFUL.get(attribute.type, IssueKind.INVALID_VALUE)
    if value.status is ValueStatus.PLACEHOLDER:
        # A dash is how people leave a cell empty; an invented value is not what it seems.
        return IssueKind.PLACEHOLDER if any(map(str.isalnum, raw)) else None
    return IssueKind.INVALID_VALUE if value.status is ValueStatus.INVALID else None
