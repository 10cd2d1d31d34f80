"""What records are called where people read of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from steward.domain.golden_record import compute_golden
from steward.domain.records import DeliveryId, RecordId, SourceId, SourceRecord
from steward.workspace.customers.titles import common_title, record_title, title_of

KEY = "0000-0000-0000-0017"


def _record(**values: str) -> SourceRecord:
    return SourceRecord(
        id=RecordId(1),
        source_id=SourceId(1),
        source_key=KEY,
        delivery_id=DeliveryId(1),
        version=1,
        row=2,
        delivered_on="2026-05-01",
        raw={},
        values={name: (value,) for name, value in values.items()},
        standard={name: (value,) for name, value in values.items()},
    )


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({"name": "Siti Aminah", "organization": "PT Maju", "email": "siti@maju.id"}, "Siti Aminah"),
        ({"given_name": "Siti", "family_name": "Aminah", "organization": "PT Maju"}, "Siti Aminah"),
        ({"organization": "PT Maju", "email": "info@maju.id"}, "PT Maju"),
        ({"family_name": "Aminah", "phone": "+62812000111"}, "Aminah"),
        ({"email": "siti@maju.id", "phone": "+62812000111"}, "siti@maju.id"),
        ({"phone": "+62812000111", "city": "Bandung"}, "+62812000111"),
        ({"address": "Jl. Merdeka No. 1", "birth_date": "1980-01-02"}, "Jl. Merdeka No. 1"),
        ({"birth_date": "1980-01-02"}, KEY),
    ],
)
def test_a_record_is_called_by_its_name_else_by_what_it_is_reached_by_else_by_its_key(
    values: dict[str, str], title: str
) -> None:
    assert record_title(_record(**values)) == common_title([_record(**values)]) == title


def test_of_several_values_a_record_is_called_by_the_one_that_is_golden() -> None:
    record = replace(_record(), standard={"phone": ("+62811", "+62812"), "email": ("a?i@mail.id", "ani@mail.id")})
    record = replace(record, values=record.standard)
    assert record_title(record) == title_of(compute_golden([record])) == "ani@mail.id"
    phones = replace(record, standard={"phone": ("+62811", "+62812")}, values={"phone": ("+62811", "+62812")})
    assert record_title(phones) == title_of(compute_golden([phones])) == "+62811"


def test_records_are_called_together_by_the_longest_name_however_long_addresses_and_keys_are() -> None:
    named = [_record(name="Siti"), _record(name="Siti Aminah")]
    reached = [_record(email="a.very.long.address@example.co.id"), _record(phone="+62812000111")]
    keyed = [_record(birth_date="1980-01-02"), _record()]
    assert common_title([*keyed, *reached, *named]) == "Siti Aminah"
    assert common_title([*keyed, *reached]) == "a.very.long.address@example.co.id"
    assert common_title(keyed) == KEY
    assert common_title([]) == ""
