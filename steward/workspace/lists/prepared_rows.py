"""The rows of a list as they are stored: mapped, standardized and keyed, made when they are asked for.

A million rows of fifteen columns do not fit in memory as rows. What must be known of all rows first (keys, and what a
whole column decides) is found by column; the rows are made a portion at a time, each time they are gone through.
"""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.attributes import AttributeType, find_attribute
from steward.domain.column_rules import CombineRule, SplitRule, column_rule
from steward.domain.progress import NO_PROGRESS
from steward.domain.records import DeliveredRow
from steward.domain.source_keys import key_text
from steward.exchange.list_country import country_of_list
from steward.exchange.row_mapper import RowMapper, split_place_and_date
from steward.exchange.targets import ColumnRule
from steward.standardize.values import ColumnHints, ValueStatus, takes_hints
from steward.workspace.lists.hints_of_values import ValuesOfColumn, hints_of
from steward.workspace.lists.keyed_rows import KeyedRows
from steward.workspace.lists.row_maker import RowMaker

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping, Sequence

    from steward.domain.progress import Progress
    from steward.exchange.mapping import Mapping as ColumnMapping
    from steward.exchange.spread import Spread
    from steward.exchange.tables import RawTable

#: Rows made together: few enough that a cancel is heard at once, and of wide tables fewer, so that they go from process
#: to process as fast as those of others.
_PORTION, _CELLS = 2000, 40_000


class PreparedRows(Collection[DeliveredRow]):
    """The rows of one table. ``keys`` are theirs, in order; ``repeated`` the places that repeat a key.

    ``maker`` makes them. ``seen``: how often each key was used by tables before; it is carried on. ``told`` and
    ``statuses``: see ``RowMaker``. ``examples``: values of the same source, by which a column is judged that has few
    of its own. ``spread`` can have columns looked at by others.
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
        progress: Progress = NO_PROGRESS,
        spread: Spread | None = None,
    ) -> None:
        self._table = table
        self._mapping = mapping
        self._mapper = RowMapper(mapping, table)
        usual_hints = ColumnHints(latest_year=latest_year, counts_from_1904=table.counts_from_1904)
        hints = self._detect_hints(examples or {}, usual_hints, progress, spread)
        self.maker = RowMaker(table, mapping, hints, usual_hints, told, statuses)
        self.keys = self._keys_as_delivered(progress)
        self.repeated = _make_unique(self.keys, seen)

    def __len__(self) -> int:
        return len(self.keys)

    def __contains__(self, row: object) -> bool:
        return any(row == mine for mine in self)

    def __iter__(self) -> Iterator[DeliveredRow]:
        return self.chosen(lambda _key: True)

    def chosen(self, is_wanted: Callable[[str], bool]) -> Iterator[DeliveredRow]:
        """The rows with such keys; the others are not made."""
        for portion in self.keyed(is_wanted):
            yield from self.maker.made(portion).rows()

    def keyed(self, is_wanted: Callable[[str], bool]) -> Iterator[KeyedRows]:
        """The rows with such keys, by the portion."""
        rows = self._table.rows
        wanted = np.flatnonzero(np.fromiter(map(is_wanted, self.keys), np.bool_, len(self.keys)))
        together = max(1, min(_PORTION, _CELLS // max(1, len(rows.columns))))
        for start in range(0, len(wanted), together):
            chosen = wanted[start : start + together]
            places = chosen.tolist()
            yield KeyedRows(
                keys=[self.keys[place] for place in places],
                repeated=[new for new, place in enumerate(places) if place in self.repeated],
                numbers=rows.numbers[chosen].tolist(),
                cells=[column.at(chosen) for column in rows.columns],
            )

    def rekeyed(self, keys: Mapping[str, str]) -> PreparedRows:
        """The same rows, those with such keys under others."""
        other = copy(self)
        other.keys = [keys.get(key, key) for key in self.keys]
        return other

    def without(self, numbers: Collection[int]) -> PreparedRows:
        """The same rows but for those with these numbers."""
        is_kept = ~np.isin(self._table.rows.numbers, list(numbers))
        places = np.flatnonzero(is_kept).tolist()
        left = copy(self)
        left._table = replace(self._table, rows=self._table.rows.chosen(is_kept))
        left.keys = [self.keys[place] for place in places]
        left.repeated = {new for new, place in enumerate(places) if place in self.repeated}
        return left

    def _keys_as_delivered(self, progress: Progress) -> list[str]:
        """The key of each row; the fingerprint of all its cells where it has none."""
        rows = self._table.rows
        columns = [rows.columns[index] for index in self._mapper.key_indexes]
        if len(columns) == 1:
            keys = list(map(str.strip, columns[0]))
        else:
            keys = list(map(key_text, zip(*columns, strict=True))) if columns else [""] * len(rows)
        if all(keys):
            return keys
        for place, row in enumerate(rows):
            if place % _PORTION == 0:
                progress.check()
            keys[place] = keys[place] or self._mapper.source_key(row)
        return keys

    def _detect_hints(
        self, examples: Mapping[str, Sequence[str]], usual: ColumnHints, progress: Progress, spread: Spread | None
    ) -> dict[str, ColumnHints]:
        """What all values of a column decide together, by attribute."""
        found = self._values_by_attribute(examples, progress)
        # Who answers "T" to one question does so to the next: all consents of a list are read together.
        consents = [values for name, values in found.items() if name.startswith("consent")]
        answers = [raw for values in consents for raw in values.raws]
        columns = [cells for values in consents for cells in values.columns]
        for values in consents:
            values.raws, values.columns = answers, columns
        if "phone" in found:
            found["phone"].country = country_of_list(self._table, self._mapping).code
        hints: dict[str, ColumnHints] = {}
        told = spread(hints_of, found.values()) if spread else map(hints_of, found.values())
        for name, one in zip(found, told, strict=True):
            progress.check()
            hints[name] = replace(one, latest_year=usual.latest_year, counts_from_1904=usual.counts_from_1904)
        return hints

    def _values_by_attribute(
        self, examples: Mapping[str, Sequence[str]], progress: Progress
    ) -> dict[str, ValuesOfColumn]:
        found: dict[str, ValuesOfColumn] = {}

        def values_of(name: str) -> ValuesOfColumn:
            return found.setdefault(name, ValuesOfColumn(name))

        for name, raws in examples.items():
            values_of(name).add(raws)
        for header, target in self._mapping.columns:
            if header not in self._table.headers:
                continue
            progress.check()
            column = self._table.column(header)
            cells = column.distinct
            if target == ColumnRule.BIRTH_PLACE_AND_DATE:
                values_of("birth_date").add((split_place_and_date(cell)[1] for cell in cells), column.counts())
            elif target == ColumnRule.ID_NUMBER:
                values_of("nik").columns.append(cells)
            elif isinstance(rule := column_rule(target), SplitRule):
                for cell, count in zip(cells, column.counts(), strict=True):
                    for part, piece in rule.pieces(cell):
                        values_of(part).add((piece,), (count,))
            elif (attribute := find_attribute(target)) is not None and takes_hints(attribute):
                if attribute.type is AttributeType.DATE:
                    values_of(target).add(cells, column.counts())
                else:
                    values_of(target).columns.append(cells)
        if any(isinstance(column_rule(target), CombineRule) for _, target in self._mapping.columns):
            for attribute_name, value in (made for row in self._table.rows for made in self._mapper.by_hand(row)):
                values_of(attribute_name).add((value,))
        return found


def _make_unique(keys: list[str], seen: dict[str, int]) -> set[int]:
    """Number the keys that the delivery holds before, so that no row takes another's place; their places."""
    once = dict.fromkeys(keys, 1)
    if len(once) == len(keys) and seen.keys().isdisjoint(once):
        seen.update(once)
        return set()
    repeated: set[int] = set()
    for place, key in enumerate(keys):
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            keys[place] = f"{key} ({seen[key]})"
            repeated.add(place)
    return repeated
