"""Rows as delivered made into rows for the store: mapped, taken apart, fingerprinted, standardized.

A maker depends on nothing but what it was made with, so it works in a process of its own as well as here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from steward.domain.attributes import Attribute, AttributeType, attribute_of
from steward.domain.delivered_columns import DeliveredColumns, ValueColumn
from steward.domain.records import ImportIssue, IssueKind
from steward.exchange.countries import country_of
from steward.exchange.fingerprints import content_hashes
from steward.standardize.addresses import address_parts
from steward.standardize.values import ColumnHints, StandardValue, ValueStatus, standardize_distinct
from steward.workspace.lists.mapped_columns import ColumnMapper
from steward.workspace.lists.told_placeholders import is_told

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from steward.exchange.mapping import Mapping as ColumnMapping
    from steward.exchange.tables import RawTable
    from steward.workspace.lists.keyed_rows import KeyedRows

#: Values of one attribute whose standard values are kept: enough for all cities, few enough for all phones.
_KEPT = 20_000
#: The same where rows share their values so often that keeping them all saves most of the work, as with addresses.
_MOST_KEPT, _SHARING = 250_000, 3
#: Attributes that an address written in one cell can hold.
_ADDRESS_PARTS = ("village", "district", "city", "province", "postcode")
_DOUBTFUL = {
    AttributeType.NATIONAL_ID: IssueKind.DAMAGED_ID,
    AttributeType.CODE: IssueKind.DAMAGED_ID,
    AttributeType.DATE: IssueKind.AMBIGUOUS_DATE,
}

#: What can be doubtful about a value.
VALUE_ISSUES = frozenset({IssueKind.INVALID_VALUE, IssueKind.PLACEHOLDER, *_DOUBTFUL.values()})


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
        self._mapper = ColumnMapper(table, mapping)
        self._hints = hints
        self._usual_hints = usual_hints
        self._told = told
        self._statuses = statuses
        self._kept = _kept(table, mapping)
        self._regions = _regions(table, mapping)
        #: attribute, region of phones -> raw value -> its standard value
        self._known: dict[tuple[str, str], dict[str, str]] = {}
        #: attribute, region of phones -> raw value -> what is doubtful about it
        self._doubts: dict[tuple[str, str], dict[str, IssueKind]] = {}

    def made(self, rows: KeyedRows) -> DeliveredColumns:
        """These rows as they are stored."""
        found = self.fingerprinted(rows)
        self.finish(found)
        return found

    def fingerprinted(self, rows: KeyedRows) -> DeliveredColumns:
        """These rows with all but their standard values and issues: enough to tell whether they changed."""
        values, orders = self._mapper.mapped(rows)
        found = DeliveredColumns(
            headers=self._headers,
            said_by=self._mapper.said_by,
            keys=rows.keys,
            numbers=rows.numbers,
            repeated=frozenset(rows.repeated),
            cells=rows.cells,
            values=values,
            orders=orders,
            issues=self._key_issues(rows),
        )
        self._fill_from_addresses(found)
        found.hashes = content_hashes(found)
        return found

    def finish(self, rows: DeliveredColumns) -> None:
        """Give fingerprinted rows the rest."""
        doubtful: set[int] = set()
        for name, column in rows.values.items():
            if name == "phone" and self._regions:
                doubtful.update(self._finish_phones(rows, column))
                continue
            filled = rows.filled.get(name, {})
            self._learn(name, column.distinct(filled))
            known, doubts = self._known[name, ""], self._doubts[name, ""]
            if filled:
                single = [filled[p] if p in filled else known[raw] for p, raw in enumerate(column.single)]
            else:
                single = [known[raw] for raw in column.single]
            several = {place: tuple([known[raw] for raw in raws]) for place, raws in column.several.items()}
            rows.standard[name] = ValueColumn(single, several)
            if doubts:
                doubtful.update(p for p, raw in enumerate(column.single) if raw in doubts and p not in filled)
                doubtful.update(p for p, raws in column.several.items() if not doubts.keys().isdisjoint(raws))
        for place in doubtful:
            rows.issues[place] = (*rows.issues.get(place, ()), *self._doubts_about(rows, place))

    def _finish_phones(self, rows: DeliveredColumns, column: ValueColumn) -> set[int]:
        """Phones of several countries, each read as those of its row's country are; the places of doubtful ones."""
        places: dict[str, list[int]] = {}
        for place in range(len(rows)):
            places.setdefault(self._region(rows, place), []).append(place)
        standard = ValueColumn.blank(len(rows))
        doubtful: set[int] = set()
        for region, found in places.items():
            self._learn("phone", dict.fromkeys(raw for place in found for raw in column.of(place)), region)
            known, doubts = self._known["phone", region], self._doubts["phone", region]
            for place in found:
                raws = column.of(place)
                if place in column.several:
                    standard.several[place] = tuple(known[raw] for raw in raws)
                elif raws:
                    standard.single[place] = known[raws[0]]
                if not doubts.keys().isdisjoint(raws):
                    doubtful.add(place)
        rows.standard["phone"] = standard
        return doubtful

    def _region(self, rows: DeliveredColumns, place: int) -> str:
        """The region that the phones of a row are of, "" where it is that of the whole column."""
        countries = rows.values["country"].of(place) if self._regions and "country" in rows.values else ()
        return self._regions.get(countries[0], "") if countries else ""

    def recalled(self, rows: DeliveredColumns, place: int, issues: Sequence[ImportIssue]) -> list[ImportIssue]:
        """The issues of a fingerprinted row that its values had when they came before."""
        number = rows.numbers[place]
        return [
            replace(issue, row=number)
            for issue in issues
            if issue.column in rows.values
            and issue.value in rows.values[issue.column].of(place)
            and (number, issue.column) not in self._told
        ]

    def _doubts_about(self, rows: DeliveredColumns, place: int) -> Iterable[ImportIssue]:
        number = rows.numbers[place]
        for name in rows.names_of(place):
            doubts = self._doubts[name, self._region(rows, place) if name == "phone" else ""]
            if (number, name) in self._told or place in rows.filled.get(name, {}):
                continue
            for raw in rows.values[name].of(place):
                if raw in doubts:
                    yield ImportIssue(number, name, doubts[raw], raw)

    def _fill_from_addresses(self, rows: DeliveredColumns) -> None:
        """City, postcode and the like that stand only inside the address become values of their own."""
        if (addresses := rows.values.get("address")) is None:
            return
        blank = ValueColumn.blank(len(rows))
        city, postcode = (rows.values.get(name, blank).marks() for name in ("city", "postcode"))
        places = [
            place
            for place, filled in enumerate(zip(addresses.marks(), city, postcode, strict=True))
            if filled[0] and not (filled[1] and filled[2])
        ]
        raws = {place: addresses.of(place)[0] for place in places}
        self._learn("address", dict.fromkeys(raws.values()))
        parts = {raw: address_parts(self._known["address", ""][raw]) for raw in dict.fromkeys(raws.values())}
        mapped = set(rows.values)
        if places:
            for name in _ADDRESS_PARTS:
                rows.values.setdefault(name, ValueColumn.blank(len(rows)))
        for place, raw in raws.items():
            held = {name: getattr(parts[raw], name) for name in _ADDRESS_PARTS}
            found = {name: text for name, text in held.items() if text and not rows.values[name].of(place)}
            before = rows.names_of(place) if place in rows.orders or not mapped.isdisjoint(found) else ()
            for name, text in found.items():
                rows.values[name].put(place, (text,))
                rows.filled.setdefault(name, {})[place] = text
            if before and found:
                rows.orders[place] = (*before, *found)

    def _learn(self, name: str, wanted: dict[str, None], region: str = "") -> None:
        """Make the standard values of these raw values known; of others they may be forgotten."""
        known, doubts = self._known.setdefault((name, region), {"": ""}), self._doubts.setdefault((name, region), {})
        missing = [raw for raw in wanted if raw not in known]
        if len(known) + len(missing) > self._kept.get(name, _KEPT):
            known.clear()
            doubts.clear()
            known[""] = ""
            missing = list(wanted)
        if not missing:
            return
        attribute = attribute_of(name)
        hints = self._hints.get(name, self._usual_hints)
        hints = replace(hints, phone_region=region) if region else hints
        clear, others = standardize_distinct(attribute, missing, hints)
        known |= clear
        fine = ValueStatus.VALID
        for raw, value in others.items():
            known[raw] = value.value
            if value.status is not fine and (issue := _issue(attribute, raw, value)) is not None:
                doubts[raw] = issue
        if self._statuses is not None:
            statuses = self._statuses.setdefault(name, {})
            statuses |= dict.fromkeys(clear, fine)
            statuses.update((raw, value.status) for raw, value in others.items())

    def _key_issues(self, rows: KeyedRows) -> dict[int, tuple[ImportIssue, ...]]:
        key_column = self._key_column
        if not key_column:
            return {}
        issues: dict[int, tuple[ImportIssue, ...]] = {
            place: (ImportIssue(rows.numbers[place], key_column, IssueKind.DUPLICATE_KEY, rows.keys[place]),)
            for place in rows.repeated
        }
        for place in self._mapper.missing_keys(rows):
            missing = ImportIssue(rows.numbers[place], key_column, IssueKind.MISSING_KEY, "")
            issues[place] = (*issues.get(place, ()), missing)
        return issues


def _kept(table: RawTable, mapping: ColumnMapping) -> dict[str, int]:
    """How many standard values are kept of attributes whose values many rows share."""
    different = {
        target: len(table.column(header).distinct)
        for header, target in mapping.columns
        if target and header in table.headers
    }
    most = min(_MOST_KEPT, len(table.rows) // _SHARING)
    return {target: _MOST_KEPT for target, count in different.items() if _KEPT < count <= most}


def _regions(table: RawTable, mapping: ColumnMapping) -> dict[str, str]:
    """The region of each country that a list names where it names several, row by row."""
    headers = [header for header, target in mapping.columns if target == "country" and header in table.headers]
    named = [table.column(header) for header in headers]
    regions = {cell: code for column in named for cell in column.distinct if (code := country_of(cell).code)}
    return regions if len(set(regions.values())) > 1 else {}


def _issue(attribute: Attribute, raw: str, value: StandardValue) -> IssueKind | None:
    if value.status is ValueStatus.DOUBTFUL:
        return _DOUBTFUL.get(attribute.type, IssueKind.INVALID_VALUE)
    if value.status is ValueStatus.PLACEHOLDER:
        return IssueKind.PLACEHOLDER if is_told(attribute, raw) else None
    return IssueKind.INVALID_VALUE if value.status is ValueStatus.INVALID else None
