"""Records that leave the queue for good: their clusters become those of who is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.storage.lists import source_records
from steward.storage.privacy import erasure
from steward.workspace.customers.titles import common_title
from steward.workspace.review.cluster_values import HeldValues, keep_values

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from steward.domain.records import RecordId


def leave_clusters(session: Session, record_ids: Collection[RecordId]) -> set[RecordId]:
    """Take records out of their clusters; returns who is left in these, for whom the queue may ask otherwise now."""
    left, held = erasure.leave_clusters(session, record_ids), HeldValues()
    for cluster_id, members in left.items():
        records = list(source_records.iter_records(session, members, with_raw=False))
        erasure.rename_cluster(session, cluster_id, members, common_title(records))
        held.add(records)
    # What only those who leave said is not known of the queue any more either.
    keep_values(session, list(left), held)
    return {record_id for members in left.values() for record_id in members}
