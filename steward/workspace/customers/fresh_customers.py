"""Golden records of customers who have nothing but one row of a list that is being loaded.

They are computed without the store, so that it can be done in a process of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.golden_record import compute_golden, usable_values
from steward.domain.records import DeliveryId, RecordId, SourceRecord
from steward.storage.customers.packed_golden import pack_golden_of_any
from steward.storage.lists.fresh_portions import FreshGoldens
from steward.workspace.customers.titles import SHOWN, titles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.delivered_columns import DeliveredColumns
    from steward.domain.records import SourceId
    from steward.domain.survivorship import GoldenValue
    from steward.domain.survivorship_rules import SurvivorshipRules

#: Choices among the values of one row that are remembered.
_REMEMBERED = 20_000


class FreshCustomers:
    """Computes golden records of customers who have nothing but one row."""

    def __init__(self, source_id: SourceId, rules: SurvivorshipRules) -> None:
        self._source_id = source_id
        self._rules = rules
        #: raw and standard values of the attributes that have several -> what is chosen of them, and that packed
        self._chosen: dict[tuple[object, ...], tuple[Sequence[GoldenValue], str]] = {}

    def goldens_of(self, rows: DeliveredColumns) -> FreshGoldens:
        """The golden records of customers who have one of these rows each."""
        first = {name: list(rows.standard[name].single) for name in SHOWN if name in rows.standard}
        several: dict[int, list[str]] = {}
        for name, column in rows.standard.items():
            for place, found in column.several.items():
                usable = usable_values(found)
                if len(usable) > 1:
                    several.setdefault(place, []).append(name)
                elif usable and name in first:
                    first[name][place] = usable[0]
        chosen: dict[int, str] = {}
        for place, names in several.items():
            values, chosen[place] = self._choose(rows, place, names)
            for value in values:
                if value.position == 0 and value.attribute in first:
                    first[value.attribute][place] = value.value
        nothing = [""] * len(rows)
        return FreshGoldens(titles(first, rows.keys), first.get("city", nothing), chosen)

    def _choose(self, rows: DeliveredColumns, place: int, several: list[str]) -> tuple[Sequence[GoldenValue], str]:
        """What is chosen where a row itself has several values, also packed; worked out once for the same ones."""
        held = tuple((name, rows.values[name].of(place), rows.standard_of(name, place)) for name in several)
        if held not in self._chosen:
            if len(self._chosen) == _REMEMBERED:
                self._chosen.clear()
            chosen_from = SourceRecord(
                id=RecordId(0),
                source_id=self._source_id,
                source_key=rows.keys[place],
                delivery_id=DeliveryId(0),
                version=1,
                row=rows.numbers[place],
                delivered_on="",
                raw={},
                values={attribute: raws for attribute, raws, _ in held},
                standard={attribute: standard for attribute, _, standard in held},
            )
            values = compute_golden([chosen_from], None, self._rules)
            self._chosen[held] = values, pack_golden_of_any(values)
        return self._chosen[held]
