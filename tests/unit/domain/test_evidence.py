"""Fingerprints of the evidence that a judgement rested on."""

from __future__ import annotations

from steward.domain.evidence import changed_attributes, evidence_of
from steward.domain.records import DeliveryId, RecordId, SourceId, SourceRecord


def _record(**values: tuple[str, ...]) -> SourceRecord:
    return SourceRecord(
        id=RecordId(1),
        source_id=SourceId(1),
        source_key="1",
        delivery_id=DeliveryId(1),
        version=1,
        row=2,
        delivered_on="2026-05-12",
        raw={},
        values=values,
        standard=values,
    )


def test_the_same_values_in_another_order_are_the_same_evidence() -> None:
    then = evidence_of(_record(phone=("+621", "+622"), name=("Sri",)))
    now = evidence_of(_record(name=("Sri",), phone=("+622", "+621")))
    assert changed_attributes(then, now) == ()


def test_what_came_went_or_changed_is_named_in_the_order_of_screens() -> None:
    then = evidence_of(_record(name=("Sri",), email=("s@x.id",)))
    now = evidence_of(_record(phone=("+621",), name=("Sri W",)))
    assert changed_attributes(then, now) == ("name", "phone", "email")


def test_what_no_comparison_looks_at_is_no_evidence() -> None:
    then = evidence_of(_record(name=("Sri",), notes=("called",), revenue=("5",)))
    assert changed_attributes(then, evidence_of(_record(name=("Sri",)))) == ()


def test_a_fingerprint_does_not_show_the_value() -> None:
    assert "3273015507850002" not in str(evidence_of(_record(nik=("3273015507850002",))))
