"""Golden values as one text: nothing is lost, and what a customer's only record says by itself is not in it."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from steward.domain.decisions import DecisionId
from steward.domain.golden_record import compute_golden
from steward.domain.records import DeliveryId, RecordId, SourceId, SourceRecord
from steward.domain.survivorship import GoldenValue, SurvivorshipRule, ValueOverride
from steward.storage.customers.packed_golden import (
    golden_of,
    kept_golden,
    pack_golden,
    pack_golden_of_any,
    unpack_golden,
    whole_golden,
)

SOLE = GoldenValue("name", 0, 'Sri "Ayu" \\ Wahyuni', RecordId(7), SurvivorshipRule.ONLY_VALUE, 1)
LOCKED = GoldenValue("city", 0, "Solo", None, SurvivorshipRule.STEWARD, 0, "Klaten", DecisionId(3), is_locked=True)
TRUSTED = GoldenValue("email", 0, "é@x.id", RecordId(8), SurvivorshipRule.NEWEST, 2, "a@x.id", is_trusted=True)
KEPT = [
    GoldenValue("phone", position, f"+62{position}", RecordId(7), SurvivorshipRule.ALL_KEPT, 1) for position in (0, 1)
]
_NAMES = st.sampled_from(["name", "city", "phone", "products", "revenue", "no attribute"])
_VALUES = st.lists(st.sampled_from(["", "Solo", "So?o", "1", "2"]), min_size=1, max_size=3).map(tuple)


def test_values_come_back_with_their_origin_by_attribute_and_position() -> None:
    packed = pack_golden([KEPT[1], SOLE, TRUSTED, KEPT[0], LOCKED])
    assert unpack_golden(packed) == [LOCKED, TRUSTED, SOLE, *KEPT]


def test_the_only_value_of_one_record_says_nothing_else() -> None:
    assert json.loads(pack_golden([SOLE])) == [["name", SOLE.value, 7]]


def test_what_is_packed_for_any_record_is_packed_for_each() -> None:
    values = [SOLE, *KEPT]
    assert golden_of(pack_golden_of_any(values), 7) == pack_golden(values)
    assert golden_of(pack_golden_of_any([]), 7) == pack_golden([])


def test_of_a_plain_record_nothing_is_kept() -> None:
    record = _record({"name": ("Sri Wahyuni",), "city": ("Solo", "")})
    values = compute_golden([record])
    assert len(values) == 2
    assert kept_golden(values, record.id, record.standard) == []


@given(st.dictionaries(_NAMES, _VALUES), st.dictionaries(_NAMES, st.sampled_from(["Solo", "3"])))
def test_with_what_the_only_record_says_golden_values_are_whole_again(
    standard: dict[str, tuple[str, ...]], overridden: dict[str, str]
) -> None:
    record = _record(standard)
    overrides = {name: ValueOverride(name, text, DecisionId(1), is_locked=False) for name, text in overridden.items()}
    values = compute_golden([record], overrides)
    kept = unpack_golden(pack_golden(kept_golden(values, record.id, standard)))
    assert whole_golden(kept, record.id, standard) == sorted(
        values, key=lambda value: (value.attribute, value.position)
    )


def _record(standard: dict[str, tuple[str, ...]]) -> SourceRecord:
    return SourceRecord(
        id=RecordId(7),
        source_id=SourceId(1),
        source_key="C-7",
        delivery_id=DeliveryId(1),
        version=1,
        row=7,
        delivered_on="2026-01-01",
        raw={},
        values=standard,
        standard=standard,
    )
