"""Golden values as one text: nothing is lost, and those of new customers are packed as any others."""

from __future__ import annotations

import json

from steward.domain.decisions import DecisionId
from steward.domain.records import RecordId
from steward.domain.survivorship import GoldenValue, SurvivorshipRule
from steward.storage.customers.packed_golden import pack_fresh_golden, pack_golden, unpack_golden
from steward.storage.lists.fresh_records import FreshGoldens

SOLE = GoldenValue("name", 0, 'Sri "Ayu" \\ Wahyuni', RecordId(7), SurvivorshipRule.ONLY_VALUE, 1)
LOCKED = GoldenValue("city", 0, "Solo", None, SurvivorshipRule.STEWARD, 0, "Klaten", DecisionId(3), is_locked=True)
TRUSTED = GoldenValue("email", 0, "é@x.id", RecordId(8), SurvivorshipRule.NEWEST, 2, "a@x.id", is_trusted=True)
KEPT = [
    GoldenValue("phone", position, f"+62{position}", RecordId(7), SurvivorshipRule.ALL_KEPT, 1) for position in (0, 1)
]


def test_values_come_back_with_their_origin_by_attribute_and_position() -> None:
    packed = pack_golden([KEPT[1], SOLE, TRUSTED, KEPT[0], LOCKED])
    assert unpack_golden(packed) == [LOCKED, TRUSTED, SOLE, *KEPT]


def test_the_only_value_of_one_record_says_nothing_else() -> None:
    assert json.loads(pack_golden([SOLE])) == [["name", SOLE.value, 7]]


def test_customers_of_one_record_are_packed_as_any_others() -> None:
    sole = {"phone": ["", "", ""], "name": [SOLE.value, "", ""], "city": ["", "Solo", ""]}
    chosen = {0: [("phone", value.position, value.value, value.rule.value, 1) for value in KEPT]}
    first, second, third = pack_fresh_golden(FreshGoldens([], [], sole, chosen), [7, 8, 9])
    assert first == pack_golden([SOLE, *KEPT])
    assert unpack_golden(second) == [GoldenValue("city", 0, "Solo", RecordId(8), SurvivorshipRule.ONLY_VALUE, 1)]
    assert unpack_golden(third) == []


def test_customers_of_whom_nothing_is_known_have_no_values() -> None:
    assert pack_fresh_golden(FreshGoldens([], [], {}, {}), [1, 2]) == ["[]", "[]"] == [pack_golden([])] * 2
