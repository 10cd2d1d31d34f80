"""Which values of clusters are kept, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.records import DeliveryId, RecordId, SourceId, SourceRecord
from steward.storage.database import create_database
from steward.storage.matches import cluster_values
from steward.workspace.review.cluster_values import MOST_VALUES, HeldValues, is_listed, keep_values, read_values

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.orm import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A store without clusters."""
    database = create_database(tmp_path / "new.steward")
    with database.write() as opened:
        yield opened
    database.close()


def _record(*cities: str) -> SourceRecord:
    return SourceRecord(RecordId(1), SourceId(1), "1", DeliveryId(1), 1, 2, "2026-05-01", {}, {"city": cities})


def _held(*cities: str) -> HeldValues:
    held = HeldValues()
    for city in cities:
        held.add([_record(city), _record("Solo", " medan  kota ")])
    return held


@pytest.mark.parametrize("name", ["city", "segment", "products", "channel", "country", "category:Class", "yes_no:VIP"])
def test_attributes_whose_values_come_again_are_listed(name: str) -> None:
    assert is_listed(name)


@pytest.mark.parametrize("name", ["name", "phone", "nik", "notes", "birth_date", "money:Debt", "unheard of"])
def test_what_people_write_or_number_is_not_listed(name: str) -> None:
    assert not is_listed(name)


def test_a_cluster_counts_once_for_a_value_and_what_was_not_understood_reads_as_delivered(session: Session) -> None:
    keep_values(session, [4, 9], _held("Solo", "Garut"))
    index = read_values(session)["city"]
    found = {text: index.clusters_of(text).tolist() for text in index.texts}
    assert found == {"Garut": [9], "Solo": [4, 9], "medan kota": [4, 9]}


def test_an_attribute_with_too_many_values_is_not_listed_until_everything_is_matched_again(session: Session) -> None:
    many = [f"Kota {number}" for number in range(MOST_VALUES)]
    keep_values(session, range(1, len(many) + 1), _held(*many))
    assert read_values(session) == {}
    keep_values(session, [1], _held("Solo"))
    assert read_values(session) == {}
    cluster_values.forget(session)
    keep_values(session, [1], _held("Solo"))
    assert read_values(session)["city"].texts == ("Solo", "medan kota")
