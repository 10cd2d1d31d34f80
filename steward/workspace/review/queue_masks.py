"""The clusters that each filter of the queue leaves, as bits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from steward.storage.lists import sources
from steward.workspace.review.queue_columns import joined
from steward.workspace.review.queue_filters import SIZES, STATES, VETOES, Facet, held_of, trait_of
from steward.workspace.upkeep.status import STRENGTH_RANGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from steward.domain.clusters import ClusterState
    from steward.storage.matches import cluster_queue
    from steward.workspace.review.queue_columns import Bits, Key, QueueColumns
    from steward.workspace.review.queue_filters import QueueFilter


class QueueMasks:
    """The clusters that each filter in force leaves; None for a filter that leaves all."""

    def __init__(
        self, session: Session, columns: QueueColumns, states: Mapping[ClusterState, Bits], wanted: QueueFilter
    ) -> None:
        self.columns, self._states = columns, states
        self._masks: dict[str, Bits] = {Facet.STATE: self.in_states(wanted.state)}
        for facet, name in chosen_classes(session, wanted):
            self._masks[facet] = columns.class_of((facet, name))
        for place, bits in enumerate(trait_bits(columns, wanted)):
            self._masks[f"{Facet.TRAITS} {place}"] = bits
        self._masks |= value_bits(columns, wanted)

    def in_states(self, name: str) -> Bits:
        """The clusters that a queue of this state holds."""
        return joined((self._states[state] for state in STATES[name]), self.columns.none())

    def without(self, name: str = "") -> Bits:
        """The clusters that the filters leave, that of this name set aside."""
        masks = [bits for other, bits in self._masks.items() if other != name]
        return np.bitwise_and.reduce(masks) if masks else self.in_states("all")


def trait_bits(columns: QueueColumns, wanted: QueueFilter) -> list[Bits]:
    """The clusters that each trait in force leaves."""
    named = [trait for value in wanted.traits if (trait := trait_of(value)) is not None]
    return [columns.with_trait(*trait) for trait in named]


def value_bits(columns: QueueColumns, wanted: QueueFilter) -> dict[str, Bits]:
    """By attribute, the clusters that have one of its values that are asked for."""
    by_attribute: dict[str, list[Bits]] = {}
    for attribute, value in (named for text in wanted.values if (named := held_of(text)) is not None):
        by_attribute.setdefault(mask_name(attribute), []).append(columns.of_value(attribute, value))
    return {name: joined(several, columns.none()) for name, several in by_attribute.items()}


def mask_name(attribute: str) -> str:
    """What the filter by values of an attribute is called."""
    return f"{Facet.VALUES} {attribute}"


def chosen_classes(session: Session, wanted: QueueFilter) -> list[Key]:
    """Those of ``classes`` that a filter asks for."""
    source_ids = {source.name.lower(): str(source.id) for source in sources.list_sources(session)}
    asked = (
        (Facet.STRENGTH, wanted.strength),
        (Facet.SOURCE, source_ids.get(wanted.source.lower(), wanted.source) if wanted.source else None),
        (Facet.VETO, wanted.veto),
        (Facet.SIZE, wanted.size),
    )
    return [(facet, name) for facet, name in asked if name]


def classes(session: Session) -> Mapping[Key, cluster_queue.Narrowing]:
    """What the clusters are divided by, apart from their states."""
    found: dict[Key, cluster_queue.Narrowing] = {}
    for strength, limits in STRENGTH_RANGES.items():
        found[Facet.STRENGTH, str(strength)] = {"probability_range": limits}
    for source in sources.list_sources(session):
        found[Facet.SOURCE, str(source.id)] = {"source_id": source.id}
    for name, has_veto in VETOES.items():
        found[Facet.VETO, name] = {"has_veto": has_veto}
    for name, sizes in SIZES.items():
        found[Facet.SIZE, name] = {"sizes": sizes}
    return found
