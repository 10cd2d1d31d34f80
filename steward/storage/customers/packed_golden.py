"""The golden values of a customer as one JSON text, by attribute and position.

An entry is [attribute, value, record] where that is the only value of the one record that has any. Every other entry
says between value and record what else there is to say (``_ELSE``).
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from steward.domain.survivorship import GoldenValue, SurvivorshipRule
from steward.storage.lists.packed_values import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steward.storage.lists.fresh_records import FreshGoldens

_ELSE = attrgetter("position", "rule", "support", "runner_up", "decision_id", "is_locked", "is_trusted")
#: What it says of a value that one record alone has.
_SOLE = (0, SurvivorshipRule.ONLY_VALUE, 1, "", None, False, False)


def pack_golden(values: Iterable[GoldenValue]) -> str:
    """The golden values of one customer as text."""
    ordered = sorted(values, key=lambda value: (value.attribute, value.position))
    return json.dumps(list(map(_entry, ordered)), ensure_ascii=False, separators=(",", ":"))


def unpack_golden(text: str) -> list[GoldenValue]:
    """The golden values in such a text."""
    return [_value(*entry) for entry in json.loads(text)]


def pack_fresh_golden(goldens: FreshGoldens, record_ids: Sequence[int]) -> list[str]:
    """The same for customers who have one of these records each."""
    parts = {name: _parts(name, goldens.sole[name]) for name in sorted(goldens.sole)}
    for place, chosen in goldens.chosen.items():
        end = f",{record_ids[place]}],"
        for name, position, value, rule, support in chosen:
            before = f"{parts[name][place]}{end}" if parts[name][place] else ""
            said = f'{encode_basestring(value)},{position},"{rule}",{support},"",null,false,false'
            parts[name][place] = f"{before}[{encode_basestring(name)},{said}"
    rows = zip(*parts.values(), strict=True) if parts else [()] * len(record_ids)
    return [_joined(row, record_id) for row, record_id in zip(rows, record_ids, strict=True)]


def _parts(name: str, values: Sequence[str]) -> list[str]:
    """The entries of one attribute, each up to its record; nothing where there is no value."""
    opened = f'[{encode_basestring(name)},"'
    return [f'{opened}{text}"' if text else "" for text in escaped(values)]


def _joined(parts: Iterable[str], record_id: int) -> str:
    entries = f",{record_id}],".join(filter(None, parts))
    return f"[{entries},{record_id}]]" if entries else "[]"


def _entry(value: GoldenValue) -> tuple[object, ...]:
    said = _ELSE(value)
    return (value.attribute, value.value, *(() if said == _SOLE else said), value.record_id)


def _value(attribute: str, value: str, *rest: Any) -> GoldenValue:
    *said, record_id = rest
    position, rule, *others = said or _SOLE
    return GoldenValue(attribute, position, value, record_id, SurvivorshipRule(rule), *others)
