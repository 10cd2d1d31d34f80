"""How many clusters the queue would hold with each value of each filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from steward.domain.attributes import in_order
from steward.domain.pairs import Strength
from steward.storage.lists import sources
from steward.workspace.review.queue_columns import count
from steward.workspace.review.queue_filters import (
    SIZES,
    STATES,
    VETOES,
    Facet,
    FacetCount,
    held_of,
    held_value,
    trait_value,
)
from steward.workspace.review.queue_masks import QueueMasks, classes, mask_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt
    from sqlalchemy.orm import Session

    from steward.workspace.review.queue_columns import Bits, KnownColumns, QueueColumns
    from steward.workspace.review.queue_filters import QueueFilter

    Places = npt.NDArray[np.int64]

#: Values of an attribute that are counted without being asked for; the others are searched.
TOP_VALUES = 8


def count_facets(session: Session, wanted: QueueFilter, known: KnownColumns) -> list[FacetCount]:
    """Every value of every facet with its count; each facet counts under the filters of the others.

    Traits are added to one another, so each counts under those in force as well. Of an attribute with many values only
    the most frequent ones, and those in force.
    """
    columns = known.get(session, classes(session))
    masks = QueueMasks(session, columns, wanted)
    values: dict[Facet, Sequence[tuple[str, Bits]]] = {
        Facet.STRENGTH: [(name, columns.class_of((Facet.STRENGTH, name))) for name in map(str, Strength)],
        Facet.SOURCE: [
            (source.name, columns.class_of((Facet.SOURCE, str(source.id)))) for source in sources.list_sources(session)
        ],
        Facet.VETO: [(name, columns.class_of((Facet.VETO, name))) for name in VETOES],
        Facet.SIZE: [(name, columns.class_of((Facet.SIZE, name))) for name in SIZES],
        Facet.STATE: [(name, masks.in_states(name)) for name in STATES if name != "all"],
    }
    found = [
        FacetCount(facet, name, count(bits & within))
        for facet, named in values.items()
        for within in [masks.without(facet)]
        for name, bits in named
    ]
    within = masks.without()
    found += [FacetCount(Facet.TRAITS, trait_value(*key), count(bits & within)) for key, bits in columns.traits.items()]
    for attribute in in_order(columns.values):
        found += _top_values(columns, masks, attribute.name, "", TOP_VALUES, wanted.values)
    return found


def search_values(
    session: Session, wanted: QueueFilter, known: KnownColumns, attribute: str, text: str, limit: int
) -> list[FacetCount]:
    """The most frequent values of an attribute in the queue that hold the text, whatever the case."""
    columns = known.get(session, classes(session))
    if attribute not in columns.values:
        return []
    return _top_values(columns, QueueMasks(session, columns, wanted), attribute, text, limit, ())


def _top_values(
    columns: QueueColumns, masks: QueueMasks, attribute: str, text: str, limit: int, also: Iterable[str]
) -> list[FacetCount]:
    """The most frequent values that hold the text, and ``also`` those of this attribute among these."""
    index = columns.values[attribute]
    counts = index.counts(columns.unpacked(masks.without(mask_name(attribute))))
    sought = text.casefold()
    places = np.flatnonzero(counts) if not sought else _holding(index.texts, sought, counts)
    # Of two that are as frequent the one that comes first in the alphabet.
    chosen = places[np.argsort(-counts[places], kind="stable")][:limit].tolist()
    in_force = [named[1] for value in also if (named := held_of(value)) is not None and named[0] == attribute]
    asked = [index.texts.index(value) for value in in_force if value in index.texts]
    return [
        FacetCount(Facet.VALUES, held_value(attribute, index.texts[place]), int(counts[place]))
        for place in dict.fromkeys([*chosen, *asked])
    ]


def _holding(texts: Sequence[str], sought: str, counts: Places) -> Places:
    return np.array([p for p, text in enumerate(texts) if counts[p] and sought in text.casefold()], np.int64)
