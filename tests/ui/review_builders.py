"""Drafts for tests of the review page: real drafts over records made from plain texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.attributes import ATTRIBUTES
from steward.domain.decisions import DecisionId
from steward.domain.identity import Identity, bear, make_cin
from steward.domain.records import DeliveryId, RecordId, SourceRecord
from steward.domain.survivorship import ValueOverride
from steward.standardize.values import standardize
from steward.workspace.review_draft import DraftBasis, ReviewDraft
from steward.workspace.views import ClusterId, ClusterView
from tests.builders import make_cluster_view, make_member

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def make_record(number: int, values: Mapping[str, str]) -> SourceRecord:
    """The record of the member with this number; standard values are derived."""
    member = make_member(number)
    given = {name: (text,) for name, text in values.items() if text}
    standard = {name: (standardize(ATTRIBUTES[name], texts[0]).value or "",) for name, texts in given.items()}
    return SourceRecord(
        id=member.record_id,
        source_id=member.source.id,
        source_key=member.source_key,
        delivery_id=DeliveryId(1),
        version=1,
        row=member.row,
        delivered_on=member.delivered_on,
        raw=dict(values),
        values=given,
        standard=standard,
    )


def make_draft(
    *rows: Mapping[str, str],
    view: ClusterView | None = None,
    cluster_id: int = 1,
    title: str = "Sri Wahyuni",
    locked: str = "",
) -> ReviewDraft:
    """A draft of one record per mapping, each a customer of its own; ``locked`` names a locked attribute of the first."""
    records = tuple(make_record(number, values) for number, values in enumerate(rows, 1))
    identity = Identity()
    cins = {record.id: make_cin(41326 + place) for place, record in enumerate(records)}
    bear(identity, cins.items())
    if locked:
        value = records[0].first_standard(locked)
        identity.locks[cins[records[0].id]] = {locked: ValueOverride(locked, value, DecisionId(7), is_locked=True)}
    view = view or make_cluster_view(len(rows), id=ClusterId(cluster_id), title=title)
    return ReviewDraft(view, DraftBasis(records, {record.id: record for record in records}, identity, "key"))


def same_rows(count: int, **changes: str) -> list[dict[str, str]]:
    """Rows that agree in everything but what is changed in the last one."""
    usual = {"name": "Sri Wahyuni", "phone": "0812-3344-5566", "city": "Bandung"}
    rows: Sequence[dict[str, str]] = [dict(usual) for _ in range(count)]
    rows[-1].update(changes)
    return list(rows)


def record_ids(draft: ReviewDraft) -> list[RecordId]:
    """The members' ids in the order of their numbers."""
    return [member.record_id for member in draft.view.members]
