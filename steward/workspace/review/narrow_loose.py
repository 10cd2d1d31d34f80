"""Which of the records in no cluster are left by the filters of the queue: the same as of any two records in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from steward.domain.clusters import ClusterState
from steward.domain.pairs import Strength
from steward.storage.lists import source_records, sources
from steward.workspace.review.cluster_traits import Traits
from steward.workspace.review.queue_filters import SIZES, STATES, held_of, trait_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    from sqlalchemy.orm import Session

    from steward.domain.records import SourceRecord
    from steward.workspace.review.loose_records import LooseRecord
    from steward.workspace.review.queue_filters import QueueFilter


def narrowed(session: Session, loose: Sequence[LooseRecord], wanted: QueueFilter) -> list[LooseRecord]:
    """Those that the filters leave. Each stands in the queue as two records without a veto that wait for an answer."""
    is_two = wanted.size is None or SIZES[wanted.size][0] == 2
    if ClusterState.OPEN not in STATES[wanted.state] or wanted.veto == "yes" or not is_two:
        return []
    found = [one for one in loose if wanted.strength in (None, str(Strength.of(one.probability)))]
    if not found or not (wanted.source or wanted.traits or wanted.values):
        return found
    ids = {record_id for one in found for record_id in (one.record_id, one.other_id)}
    records = {record.id: record for record in source_records.iter_records(session, sorted(ids), with_raw=False)}
    pairs = [(records[one.record_id], records[one.other_id]) for one in found]
    fits = _from_source(session, pairs, wanted.source) & _with_attributes(pairs, wanted)
    return [one for one, does_fit in zip(found, fits.tolist(), strict=True) if does_fit]


def _from_source(
    session: Session, pairs: Sequence[tuple[SourceRecord, SourceRecord]], name: str | None
) -> npt.NDArray[np.bool_]:
    known = {source.id for source in sources.list_sources(session) if name and source.name.lower() == name.lower()}
    return np.array([not name or any(record.source_id in known for record in pair) for pair in pairs])


def _with_attributes(pairs: Sequence[tuple[SourceRecord, SourceRecord]], wanted: QueueFilter) -> npt.NDArray[np.bool_]:
    traits = Traits()
    for pair in pairs:
        traits.add(pair)
    fits = np.ones(len(pairs), bool)
    for named in filter(None, map(trait_of, wanted.traits)):
        fits &= traits.has(*named)
    of_attribute: dict[str, npt.NDArray[np.bool_]] = {}
    for attribute, value in filter(None, map(held_of, wanted.values)):
        of_attribute.setdefault(attribute, np.zeros(len(pairs), bool))[traits.values.clusters_of(attribute, value)] = (
            True
        )
    for chosen in of_attribute.values():
        fits &= chosen
    return fits
