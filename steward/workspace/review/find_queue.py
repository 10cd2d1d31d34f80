"""The queue: which clusters wait, in the order of work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import numpy as np

from steward.domain.errors import StewardError
from steward.storage.matches import cluster_queue
from steward.workspace.review.loose_records import KnownLoosePairs, find_loose
from steward.workspace.review.narrow_loose import KnownLooseMarks
from steward.workspace.review.queue_columns import KnownColumns
from steward.workspace.review.queue_filters import STATES, check_filter
from steward.workspace.review.queue_masks import chosen_classes, classes, trait_bits, value_bits

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from steward.workspace.review.loose_records import LooseRecord
    from steward.workspace.review.queue_filters import QueueFilter
    from steward.workspace.views import ClusterId


#: The order in which records in no cluster stand among the clusters.
WITH_LOOSE = "usefulness"


@dataclass(frozen=True, slots=True)
class KnownQueue:
    """What was read of a queue once and holds until the next match run."""

    columns: KnownColumns = field(default_factory=KnownColumns)
    loose: KnownLoosePairs = field(default_factory=KnownLoosePairs)
    loose_marks: KnownLooseMarks = field(default_factory=KnownLooseMarks)


def find_queue(
    session: Session, sort: str, wanted: QueueFilter, known: KnownQueue, limit: int | None = None
) -> list[ClusterId]:
    """Ids in the order of work, all or the first ones.

    The most useful first: among the clusters stand records in none that may belong to a customer (below zero).
    Raises StewardError for an order, a state or a filter that is unknown.
    """
    if sort not in cluster_queue.SORTS or wanted.state not in STATES:
        raise StewardError(
            f"The queue sorts by {', '.join(cluster_queue.SORTS)} and shows {', '.join(STATES)}.", code="no_sort"
        )
    check_filter(session, wanted)
    narrowing: cluster_queue.Narrowing = {"states": STATES[wanted.state]}
    known_classes = classes(session)
    for key in chosen_classes(session, wanted):
        narrowing |= known_classes[key]
    if wanted.traits or wanted.values:
        columns = known.columns.get(session, known_classes)
        chosen = np.bitwise_and.reduce([*trait_bits(columns, wanted), *value_bits(columns, wanted).values()])
        narrowing["chosen"] = columns.unpacked(chosen).tobytes()
    # Given as they are: naming them one by one takes as long as reading them.
    ids = cast("list[ClusterId]", cluster_queue.queue(session, sort=sort, limit=limit, **narrowing))
    if sort == WITH_LOOSE:
        loose = known.loose_marks.narrowed(session, find_loose(session, known.loose), wanted)
        return _with_loose(ids, cluster_queue.usefulness(session, limit=limit, **narrowing), loose)[:limit]
    return ids


def _with_loose(ids: list[ClusterId], useful: list[float], loose: list[LooseRecord]) -> list[ClusterId]:
    """The clusters, and among them what is asked about records in none: the most useful first."""
    places = np.searchsorted(-np.array(useful), [-one.expected for one in loose], side="right")
    merged = ids.copy()
    for one, place in zip(loose[::-1], places[::-1].tolist(), strict=True):
        merged.insert(place, one.subject)
    return merged
