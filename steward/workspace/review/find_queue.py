"""The queue: which clusters wait, in the order of work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import numpy as np

from steward.domain.errors import StewardError
from steward.storage.matches import cluster_queue
from steward.workspace.review.loose_records import KnownLoosePairs, among_clusters
from steward.workspace.review.queue_columns import KnownColumns
from steward.workspace.review.queue_filters import STATES, QueueFilter, check_filter
from steward.workspace.review.queue_masks import chosen_classes, classes, trait_bits, value_bits

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from steward.workspace.views import ClusterId


@dataclass(frozen=True, slots=True)
class KnownQueue:
    """What was read of a queue once and holds until the next match run."""

    columns: KnownColumns = field(default_factory=KnownColumns)
    loose: KnownLoosePairs = field(default_factory=KnownLoosePairs)


def find_queue(
    session: Session, sort: str, wanted: QueueFilter, known: KnownQueue, limit: int | None = None
) -> list[ClusterId]:
    """Ids in the order of work, all or the first ones.

    The most useful first: among all open clusters stand records in none that may belong to a customer (below zero).
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
    if sort == "usefulness" and wanted == QueueFilter():
        return among_clusters(session, ids, known.loose, limit)
    return ids
