"""Which value wins by rules that a steward chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.attributes import AttributeGroup
from steward.domain.golden_record import compute_golden
from steward.domain.records import DeliveryId, RecordId, SourceId, SourceRecord
from steward.domain.survivorship import SurvivorshipRule
from steward.domain.survivorship_rules import Criterion, SurvivorshipRules

if TYPE_CHECKING:
    from steward.domain.survivorship import GoldenValue

C = Criterion
R = SurvivorshipRule


def _record(number: int, source: int, day: str, **values: str) -> SourceRecord:
    found = {name: (value,) for name, value in values.items()}
    return SourceRecord(
        id=RecordId(number),
        source_id=SourceId(source),
        source_key=str(number),
        delivery_id=DeliveryId(1),
        version=1,
        row=number,
        delivered_on=day,
        raw={},
        values=found,
        standard=found,
    )


RECORDS = [
    _record(1, 1, "2026-01-01", name="Sri Wahyuni Lestari", birth_date="1985-07-15", phone="+621", city="Solo"),
    _record(2, 2, "2026-02-01", name="Sri W", birth_date="1985-07-16", phone="+622", city="Malang"),
    _record(3, 2, "2026-01-15", name="Sri W", birth_date="1985-07-15", phone="+622"),
    _record(4, 3, "2026-03-01", name="S. Wahyuningsihlestari", consent="refused"),
]


def _primary(rules: SurvivorshipRules, attribute: str) -> GoldenValue:
    golden = compute_golden(RECORDS, rules=rules)
    return next(value for value in golden if value.attribute == attribute and value.position == 0)


@pytest.mark.parametrize(
    ("criteria", "value", "rule"),
    [
        ((C.MOST_FREQUENT,), "Sri W", R.MOST_FREQUENT),
        ((C.NEWEST,), "S. Wahyuningsihlestari", R.NEWEST),
        ((C.MOST_COMPLETE,), "Sri Wahyuni Lestari", R.MOST_COMPLETE),
        ((C.LONGEST,), "S. Wahyuningsihlestari", R.MOST_COMPLETE),
        ((C.SOURCE_TRUST, C.LONGEST), "Sri W", R.NEWEST),
    ],
)
def test_the_first_criterion_that_tells_values_apart_decides(
    criteria: tuple[Criterion, ...], value: str, rule: SurvivorshipRule
) -> None:
    rules = SurvivorshipRules({AttributeGroup.NAME: criteria}, trusted=(SourceId(2), SourceId(1)))
    found = _primary(rules, "name")
    assert (found.value, found.rule, found.is_trusted) == (value, rule, C.SOURCE_TRUST in criteria)


def test_trust_passes_to_the_next_source_where_the_first_says_nothing() -> None:
    rules = SurvivorshipRules({AttributeGroup.BIRTH: (C.SOURCE_TRUST, C.NEWEST)}, trusted=(SourceId(3), SourceId(1)))
    assert _primary(rules, "birth_date").value == "1985-07-15"


def test_of_several_phones_the_trusted_one_is_primary_and_all_are_kept() -> None:
    rules = SurvivorshipRules({AttributeGroup.CONTACT: (C.SOURCE_TRUST,)}, trusted=(SourceId(1),))
    golden = compute_golden(RECORDS, rules=rules)
    assert [value.value for value in golden if value.attribute == "phone"] == ["+621", "+622"]
    assert _primary(SurvivorshipRules(), "phone").value == "+622"


def test_the_address_survives_whole_from_the_preferred_record() -> None:
    rules = SurvivorshipRules({AttributeGroup.ADDRESS: (C.SOURCE_TRUST,)}, trusted=(SourceId(1),))
    assert _primary(rules, "city").value == "Solo"
    assert _primary(SurvivorshipRules({AttributeGroup.ADDRESS: (C.NEWEST,)}), "city").value == "Malang"


def test_no_rule_overrules_a_refusal() -> None:
    rules = SurvivorshipRules({AttributeGroup.OTHER: (C.NEWEST,)}, trusted=(SourceId(1),))
    assert _primary(rules, "consent").value == "refused"
