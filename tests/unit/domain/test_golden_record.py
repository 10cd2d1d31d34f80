"""Which value becomes golden, and why."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from steward.domain.decisions import DecisionId
from steward.domain.golden_record import compute_golden
from steward.domain.records import DeliveryId, RecordId, SourceId, SourceRecord
from steward.domain.survivorship import SurvivorshipRule, ValueOverride

if TYPE_CHECKING:
    from steward.domain.survivorship import GoldenValue

Rule = SurvivorshipRule


def _record(number: int, day: str = "2026-01-01", **values: str | tuple[str, ...]) -> SourceRecord:
    found = {name: value if isinstance(value, tuple) else (value,) for name, value in values.items()}
    return SourceRecord(
        id=RecordId(number),
        source_id=SourceId(1),
        source_key=str(number),
        delivery_id=DeliveryId(1),
        version=1,
        row=number,
        delivered_on=day,
        raw={},
        values=found,
        standard=found,
    )


def _primary(*records: SourceRecord, attribute: str) -> GoldenValue:
    return next(v for v in compute_golden(records) if v.attribute == attribute and v.position == 0)


def test_the_value_of_most_records_wins() -> None:
    value = _primary(
        _record(1, name="Sri W"), _record(2, name="Sri Wahyuni"), _record(3, name="Sri Wahyuni"), attribute="name"
    )
    assert (value.value, value.rule, value.support, value.runner_up) == (
        "Sri Wahyuni",
        Rule.MOST_FREQUENT,
        2,
        "Sri W",
    )


def test_the_runner_up_is_what_would_have_won_without_the_winner() -> None:
    records = [_record(number, birth_date="1985-07-15") for number in (1, 2, 3)]
    records += [_record(4, birth_date="1985-07-16"), _record(5, birth_date="1985-07-16")]
    value = _primary(*records, _record(6, "2026-02-02", birth_date="1985-07-17"), attribute="birth_date")
    assert (value.value, value.runner_up) == ("1985-07-15", "1985-07-16")


def test_of_two_names_the_fuller_one_wins() -> None:
    value = _primary(_record(1, name="Sri Wahyuni"), _record(2, "2026-02-02", name="S. Wahyuni"), attribute="name")
    assert (value.value, value.rule) == ("Sri Wahyuni", Rule.MOST_COMPLETE)


def test_otherwise_the_newest_delivery_wins() -> None:
    value = _primary(
        _record(1, birth_date="1985-07-15"), _record(2, "2026-02-02", birth_date="1985-07-16"), attribute="birth_date"
    )
    assert (value.value, value.rule) == ("1985-07-16", Rule.NEWEST)


def test_a_whole_id_beats_damaged_ones_however_many() -> None:
    value = _primary(
        _record(1, nik="327301550785000?"),
        _record(2, nik="327301550785000?"),
        _record(3, nik="3273015507850002"),
        attribute="nik",
    )
    assert value.value == "3273015507850002"
    assert _primary(_record(1, nik="327301550785000?"), attribute="nik").value == "327301550785000?"


def test_the_parts_of_an_address_survive_together() -> None:
    golden = compute_golden(
        [
            _record(1, address="Jl. Melati No. 3", city="Bandung", postcode="40135"),
            _record(2, "2026-02-02", address="Jl. Kenanga No. 5", city="Solo"),
        ]
    )
    values = {value.attribute: (value.value, value.record_id, value.rule) for value in golden}
    assert values["address"] == ("Jl. Melati No. 3", 1, Rule.MOST_COMPLETE)
    assert values["city"] == ("Bandung", 1, Rule.WITH_ADDRESS)
    assert values["postcode"][:2] == ("40135", 1)


def test_the_most_restrictive_consent_wins_however_old() -> None:
    value = _primary(
        _record(1, consent_whatsapp="refused"),
        _record(2, "2026-09-09", consent_whatsapp="given"),
        attribute="consent_whatsapp",
    )
    assert (value.value, value.rule) == ("refused", Rule.MOST_RESTRICTIVE)


def test_all_phones_are_kept_and_the_most_frequent_is_primary() -> None:
    golden = compute_golden([_record(1, phone=("+621", "+622")), _record(2, phone="+622"), _record(3, phone="+623")])
    phones = [value.value for value in golden if value.attribute == "phone"]
    assert phones[0] == "+622"
    assert sorted(phones) == ["+621", "+622", "+623"]


def test_revenue_of_all_records_is_added_up() -> None:
    value = _primary(_record(1, revenue="1000.50"), _record(2, revenue="250"), attribute="revenue")
    assert (value.value, value.rule) == ("1250.5", Rule.TOTAL)


def test_the_first_sight_is_the_oldest_and_the_last_activity_the_latest() -> None:
    records = (
        _record(1, first_seen="2019-01-01", last_activity="2026-03-01"),
        _record(2, "2026-09-09", first_seen="2020-01-01", last_activity="2025-01-01"),
    )
    assert _primary(*records, attribute="first_seen").value == "2019-01-01"
    assert _primary(*records, attribute="last_activity").value == "2026-03-01"


def test_a_stewards_value_beats_every_rule_and_knows_its_origin() -> None:
    override = ValueOverride("name", "Sri W", DecisionId(7), is_locked=True)
    golden = compute_golden([_record(1, name="Sri W"), _record(2, name="Sri Wahyuni")], {"name": override})
    assert [(v.value, v.record_id, v.rule, v.decision_id, v.is_locked) for v in golden] == [
        ("Sri W", 1, Rule.STEWARD, 7, True)
    ]


def test_a_stewards_phone_becomes_primary_and_the_others_stay() -> None:
    override = ValueOverride("phone", "+629", DecisionId(7), is_locked=False)
    golden = compute_golden([_record(1, phone=("+621", "+622"))], {"phone": override})
    assert [(value.value, value.position) for value in golden] == [("+629", 0), ("+621", 1), ("+622", 2)]


_names = st.sampled_from(["Sri", "Sri Wahyuni", "S. Wahyuni", "Budi"])
_records = st.lists(
    st.builds(dict, name=_names, city=st.sampled_from(["Solo", "Bandung"]), phone=st.sampled_from(["+621", "+622"])),
    min_size=1,
    max_size=5,
)


@given(_records)
def test_the_order_of_records_is_of_no_account(values: list[dict[str, str]]) -> None:
    records = [_record(number, **found) for number, found in enumerate(values)]
    expected = compute_golden(records)
    for order in itertools.islice(itertools.permutations(records), 12):
        assert compute_golden(order) == expected


@given(_records)
def test_nothing_of_a_multiple_attribute_is_lost(values: list[dict[str, str]]) -> None:
    golden = compute_golden([_record(number, **found) for number, found in enumerate(values)])
    kept = {value.value for value in golden if value.attribute == "phone"}
    assert kept == {found["phone"] for found in values}


def test_runner_up_of_a_locked_value_is_what_the_rules_would_choose() -> None:
    lock = ValueOverride("name", "Sri W.", DecisionId(5), is_locked=True)
    records = [_record(1, name="Sri"), _record(2, name="Sri Wahyuni"), _record(3, name="Sri Wahyuni")]
    (value,) = compute_golden(records, {"name": lock})
    assert (value.value, value.runner_up) == ("Sri W.", "Sri Wahyuni")


def test_runner_up_of_a_total_that_a_steward_typed_is_the_sum() -> None:
    typed = ValueOverride("revenue", "500", DecisionId(5), is_locked=False)
    (value,) = compute_golden([_record(1, revenue="300"), _record(2, revenue="400")], {"revenue": typed})
    assert (value.value, value.runner_up) == ("500", "700")
