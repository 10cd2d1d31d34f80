"""Rows of a delivery held by column: what is done with a portion of a million rows is done column by column."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from steward.domain.records import DeliveredRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from steward.domain.records import ImportIssue


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """What rows have of one attribute.

    ``single``: the only value of each row, "" where it has none; ``several``: by their places the rows that have any
    other number of values.
    """

    single: list[str]
    several: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def blank(cls, count: int) -> ValueColumn:
        """A column in which so many rows have nothing."""
        return cls([""] * count)

    def of(self, place: int) -> tuple[str, ...]:
        """The values of one row."""
        if place in self.several:
            return self.several[place]
        return (self.single[place],) if self.single[place] else ()

    def put(self, place: int, values: tuple[str, ...]) -> None:
        """Give a row other values."""
        self.several.pop(place, None)
        if len(values) == 1 and values[0]:
            self.single[place] = values[0]
        else:
            self.single[place] = ""
            if values:
                self.several[place] = values

    def marks(self) -> Sequence[str]:
        """For each row a text that is not empty where it has values."""
        if not self.several:
            return self.single
        marks = list(self.single)
        for place in self.several:
            marks[place] = "several"
        return marks

    def distinct(self, left_out: Collection[int] = ()) -> dict[str, None]:
        """Every value once, in some rows left out."""
        if left_out:
            found = dict.fromkeys(text for place, text in enumerate(self.single) if place not in left_out)
        else:
            found = dict.fromkeys(self.single)
        found.pop("", None)
        for place, values in self.several.items():
            if place not in left_out:
                found.update(dict.fromkeys(values))
        return found


@dataclass(slots=True)
class DeliveredColumns:
    """Rows of a list, mapped and standardized; ``DeliveredRow`` says of one row what this says of all.

    ``cells`` and ``said_by`` are parallel to ``headers``, everything else is parallel to ``keys`` or by the place of a
    row in it. ``said_by``: the attribute whose value a cell mostly is, "" where there is none. ``orders``: the
    attributes of those rows whose attributes stand in another order than the columns. ``filled``: attribute -> rows
    to which it was given because another value holds it.
    """

    headers: tuple[str, ...]
    said_by: tuple[str, ...]
    keys: list[str]
    numbers: list[int]
    repeated: frozenset[int]
    cells: list[list[str]]
    values: dict[str, ValueColumn]
    orders: dict[int, tuple[str, ...]]
    filled: dict[str, dict[int, str]] = field(default_factory=dict)
    hashes: list[str] = field(default_factory=list)
    standard: dict[str, ValueColumn] = field(default_factory=dict)
    issues: dict[int, tuple[ImportIssue, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.keys)

    def names_of(self, place: int) -> tuple[str, ...]:
        """The attributes of a row, in its order."""
        order = self.orders.get(place, self.values)
        return tuple(name for name in order if self.values[name].of(place))

    def chosen(self, places: Sequence[int]) -> DeliveredColumns:
        """These rows only."""
        moved = {place: new for new, place in enumerate(places)}
        return DeliveredColumns(
            headers=self.headers,
            said_by=self.said_by,
            keys=[self.keys[place] for place in places],
            numbers=[self.numbers[place] for place in places],
            repeated=frozenset(moved[place] for place in self.repeated if place in moved),
            cells=[[column[place] for place in places] for column in self.cells],
            values={name: _chosen(column, places, moved) for name, column in self.values.items()},
            orders={moved[place]: order for place, order in self.orders.items() if place in moved},
            filled={
                name: {moved[place]: text for place, text in found.items() if place in moved}
                for name, found in self.filled.items()
            },
            hashes=[self.hashes[place] for place in places],
            standard={name: _chosen(column, places, moved) for name, column in self.standard.items()},
            issues={moved[place]: found for place, found in self.issues.items() if place in moved},
        )

    def rows(self) -> Iterator[DeliveredRow]:
        """The same row by row; standardized rows only."""
        for place, (key, number, content_hash) in enumerate(zip(self.keys, self.numbers, self.hashes, strict=True)):
            names = self.names_of(place)
            yield DeliveredRow(
                source_key=key,
                row=number,
                content_hash=content_hash,
                raw=dict(zip(self.headers, [column[place] for column in self.cells], strict=True)),
                values={name: self.values[name].of(place) for name in names},
                standard={name: self.standard_of(name, place) for name in names},
                is_repeated=place in self.repeated,
                issues=self.issues.get(place, ()),
                said_by=self.said_by,
            )

    def standard_of(self, name: str, place: int) -> tuple[str, ...]:
        """The standard values of a row that has raw ones, parallel to those."""
        column = self.standard[name]
        return column.several[place] if place in column.several else (column.single[place],)


def _chosen(column: ValueColumn, places: Sequence[int], moved: dict[int, int]) -> ValueColumn:
    several = {moved[place]: values for place, values in column.several.items() if place in moved}
    return ValueColumn([column.single[place] for place in places], several)
