"""Golden values of a customer as one JSON text, by attribute and position.

An entry is [attribute, value, record] where that is the only value of the one record that has any. Every other entry
says between value and record what else there is to say (``_ELSE``). What a customer's only record says by itself is
not kept: a text holds the other attributes, and no text is needed where there are none.
"""

from __future__ import annotations

import json
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from steward.domain.golden_record import sole_values
from steward.domain.survivorship import GoldenValue, SurvivorshipRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from steward.domain.records import RecordId, Values

_ELSE = attrgetter("position", "rule", "support", "runner_up", "decision_id", "is_locked", "is_trusted")
#: What it says of a value that one record alone has.
_SOLE = (0, SurvivorshipRule.ONLY_VALUE, 1, "", None, False, False)
#: Stands for any record; in JSON such a character is always escaped.
_ANY = "\0"


def pack_golden(values: Iterable[GoldenValue]) -> str:
    """Golden values of one customer as text."""
    return _written(list(map(_entry, sorted(values, key=_place))))


def pack_golden_of_any(values: Iterable[GoldenValue]) -> str:
    """The same of values that a customer's only record gave, whichever that is; ``golden_of`` puts it in."""
    entries = [f"{_written(_entry(value)[:-1])[:-1]},{_ANY}]" for value in sorted(values, key=_place)]
    return f"[{','.join(entries)}]"


def golden_of(packed: str, record_id: int) -> str:
    """The text of the customer whose only record is this one."""
    return packed.replace(_ANY, str(record_id))


def unpack_golden(text: str) -> list[GoldenValue]:
    """The golden values in such a text."""
    return [_value(*entry) for entry in json.loads(text)]


def kept_golden(values: Iterable[GoldenValue], record_id: RecordId, standard: Values) -> list[GoldenValue]:
    """Those golden values of a customer that its only record does not say by itself."""
    by_attribute: dict[str, list[GoldenValue]] = {}
    for value in values:
        by_attribute.setdefault(value.attribute, []).append(value)
    for value in sole_values(record_id, standard):
        if by_attribute.get(value.attribute) == [value]:
            del by_attribute[value.attribute]
    return [value for found in by_attribute.values() for value in found]


def whole_golden(kept: Collection[GoldenValue], record_id: RecordId, standard: Values) -> list[GoldenValue]:
    """All golden values of a customer from those that were kept and what its only record says by itself."""
    attributes = {value.attribute for value in kept}
    found = [value for value in sole_values(record_id, standard) if value.attribute not in attributes]
    return sorted([*kept, *found], key=_place) if kept else found


def _place(value: GoldenValue) -> tuple[str, int]:
    return value.attribute, value.position


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _entry(value: GoldenValue) -> tuple[object, ...]:
    said = _ELSE(value)
    return (value.attribute, value.value, *(() if said == _SOLE else said), value.record_id)


def _value(attribute: str, value: str, *rest: Any) -> GoldenValue:
    *said, record_id = rest
    position, rule, *others = said or _SOLE
    return GoldenValue(attribute, position, value, record_id, SurvivorshipRule(rule), *others)
