"""How many clusters the queue would hold with each value of each filter."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.attributes import in_order
from steward.domain.pairs import Strength
from steward.storage.lists import sources
from steward.workspace.review.cluster_traits import Trait
from steward.workspace.review.find_queue import WITH_LOOSE
from steward.workspace.review.loose_records import find_loose
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

    from steward.workspace.review.find_queue import KnownQueue
    from steward.workspace.review.queue_filters import QueueFilter

    Places = npt.NDArray[np.int64]

#: Values of an attribute that are counted without being asked for; the others are searched.
TOP_VALUES = 8


def count_facets(
    session: Session, wanted: QueueFilter, known: KnownQueue, sort: str = "uncertainty"
) -> list[FacetCount]:
    """Every value of every facet with how much the queue in this order would hold; each facet counts under the filters
    of the others.

    Traits are added to one another, so each counts under those in force as well. Of an attribute with many values only
    the most frequent ones, and those in force.
    """
    parts = _parts(session, wanted, known, sort)
    values: dict[Facet, Sequence[tuple[str, str]]] = {
        Facet.STRENGTH: [(name, name) for name in map(str, Strength)],
        Facet.SOURCE: [(source.name, str(source.id)) for source in sources.list_sources(session)],
        Facet.VETO: [(name, name) for name in VETOES],
        Facet.SIZE: [(name, name) for name in SIZES],
    }
    found = [
        FacetCount(facet, name, sum(count(p.columns.class_of((facet, key)) & p.without(facet)) for p in parts))
        for facet, named in values.items()
        for name, key in named
    ]
    found += [
        FacetCount(Facet.STATE, name, sum(count(p.in_states(name) & p.without(Facet.STATE)) for p in parts))
        for name in STATES
        if name != "all"
    ]
    for attribute in in_order({name for part in parts for _, name in part.columns.traits}):
        for trait in Trait:
            clusters = sum(count(p.columns.with_trait(trait, attribute.name) & p.without()) for p in parts)
            found.append(FacetCount(Facet.TRAITS, trait_value(trait, attribute.name), clusters))
    for attribute in in_order(parts[0].columns.values):
        found += _top_values(parts, attribute.name, "", TOP_VALUES, wanted.values)
    return found


def search_values(
    session: Session,
    wanted: QueueFilter,
    known: KnownQueue,
    attribute: str,
    text: str,
    limit: int,
    sort: str = "uncertainty",
) -> list[FacetCount]:
    """The most frequent values of an attribute in the queue that hold the text, whatever the case."""
    return _top_values(_parts(session, wanted, known, sort), attribute, text, limit, ())


def _parts(session: Session, wanted: QueueFilter, known: KnownQueue, sort: str) -> list[QueueMasks]:
    """The clusters, and what stands among them in this order."""
    columns = known.columns.get(session, classes(session))
    parts = [QueueMasks(session, columns, columns.states(session), wanted)]
    if sort == WITH_LOOSE:
        parts.append(known.loose_marks.masks(session, find_loose(session, known.loose), wanted))
    return parts


def _top_values(
    parts: Sequence[QueueMasks], attribute: str, text: str, limit: int, also: Iterable[str]
) -> list[FacetCount]:
    """The most frequent values that hold the text, and ``also`` those of this attribute among these."""
    if attribute not in parts[0].columns.values:
        # With none, or more than anybody chooses from.
        return []
    texts, counts = _counted(parts, attribute)
    sought = text.casefold()
    places = np.flatnonzero(counts) if not sought else _holding(texts, sought, counts)
    # Of two that are as frequent the one that comes first in the alphabet.
    chosen = places[np.argsort(-counts[places], kind="stable")][:limit].tolist()
    in_force = [named[1] for value in also if (named := held_of(value)) is not None and named[0] == attribute]
    asked = [texts.index(value) for value in in_force if value in texts]
    return [
        FacetCount(Facet.VALUES, held_value(attribute, texts[place]), int(counts[place]))
        for place in dict.fromkeys([*chosen, *asked])
    ]


def _counted(parts: Sequence[QueueMasks], attribute: str) -> tuple[Sequence[str], Places]:
    """The values in alphabetical order, and how often each is in the queue."""
    texts: Sequence[str] = ()
    counts = np.zeros(0, np.int64)
    for part in parts:
        index = part.columns.values.get(attribute)
        if index is None:
            continue
        more = index.counts(part.columns.unpacked(part.without(mask_name(attribute))))
        if not texts:
            texts, counts = index.texts, more
            continue
        known = set(texts)
        new = [value for value in index.texts if value not in known]
        counts = np.insert(counts, [bisect_left(texts, value) for value in new], 0)
        texts = sorted([*texts, *new])
        counts[[bisect_left(texts, value) for value in index.texts]] += more
    return texts, counts


def _holding(texts: Sequence[str], sought: str, counts: Places) -> Places:
    return np.array([p for p, text in enumerate(texts) if counts[p] and sought in text.casefold()], np.int64)
