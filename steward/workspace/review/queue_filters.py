"""Narrowing the queue: by strength, list, veto, size, state and attributes, all combined, with counts of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, cast

from steward.domain.clusters import ClusterState
from steward.domain.errors import StewardError
from steward.domain.pairs import Strength
from steward.storage.lists import sources
from steward.storage.matches import candidates
from steward.workspace.review import cluster_traits
from steward.workspace.review.cluster_traits import Trait
from steward.workspace.upkeep.status import STRENGTH_RANGES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.orm import Session

    from steward.workspace.views import ClusterId

#: Value of the filter -> which clusters the queue shows.
STATES = {
    "open": (ClusterState.OPEN,),
    "deferred": (ClusterState.DEFERRED,),
    "decided": (ClusterState.DECIDED,),
    "all": tuple(ClusterState),
}
#: Value of the filter -> fewest and most records of a cluster.
SIZES = {"2": (2, 2), "3-4": (3, 4), "5-8": (5, 8), "9+": (9, 10**9)}
VETOES = {"yes": True, "no": False}


class Facet(StrEnum):
    """What the queue can be narrowed by; also the name of the field of ``QueueFilter``."""

    STRENGTH = "strength"
    SOURCE = "source"
    VETO = "veto"
    SIZE = "size"
    STATE = "state"
    TRAITS = "traits"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which clusters the queue holds. None: all of them. ``traits``: what ``trait_value`` gives; all must hold."""

    strength: str | None = None
    source: str | None = None
    veto: str | None = None
    size: str | None = None
    state: str = "open"
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many clusters the queue would hold with this value, under the other filters in force."""

    facet: Facet
    value: str
    clusters: int


def trait_value(trait: Trait, attribute: str) -> str:
    """A trait of an attribute as a value of the facet."""
    return f"{trait}:{attribute}"


def trait_of(value: str) -> tuple[Trait, str] | None:
    """The trait and the attribute that a value of the facet names; None when it names no trait."""
    trait, _, attribute = value.partition(":")
    return (Trait(trait), attribute) if attribute and trait in set(Trait) else None


def find_queue(session: Session, sort: str, wanted: QueueFilter, limit: int | None = None) -> list[ClusterId]:
    """Ids in the order of work, all or the first ones.

    Raises StewardError for an order, a state or a filter that is unknown.
    """
    if sort not in candidates.SORTS or wanted.state not in STATES:
        raise StewardError(
            f"The queue sorts by {', '.join(candidates.SORTS)} and shows {', '.join(STATES)}.", code="no_sort"
        )
    _check(session, wanted)
    # Given as they are: naming them one by one takes as long as reading them.
    return cast("list[ClusterId]", candidates.queue(session, sort=sort, limit=limit, **_narrowing(session, wanted)))


def _check(session: Session, wanted: QueueFilter) -> None:
    allowed: dict[str, tuple[str | None, Collection[str]]] = {
        "strength": (wanted.strength, [strength.value for strength in Strength]),
        "source": (wanted.source, [source.name.lower() for source in sources.list_sources(session)]),
        "veto": (wanted.veto, list(VETOES)),
        "size": (wanted.size, list(SIZES)),
    }
    for named in wanted.traits:
        if trait_of(named) is None:
            raise StewardError(
                f'The queue knows no trait "{named}"; use {", ".join(Trait)}, a colon and an attribute.',
                code="no_filter",
            )
    for name, (value, values) in allowed.items():
        if value is not None and (value.lower() if name == "source" else value) not in values:
            raise StewardError(f'The queue knows no {name} "{value}"; use {", ".join(values)}.', code="no_filter")


def count_facets(session: Session, wanted: QueueFilter) -> list[FacetCount]:
    """Every value of every facet with its count; each facet counts under the filters of the others.

    Traits are added to one another, so each counts under those in force as well.
    """
    named = [source.name for source in sources.list_sources(session)]
    values: dict[Facet, Sequence[str]] = {
        Facet.STRENGTH: [strength.value for strength in Strength],
        Facet.SOURCE: named,
        Facet.VETO: list(VETOES),
        Facet.SIZE: list(SIZES),
        Facet.STATE: [state for state in STATES if state != "all"],
    }
    found = [
        FacetCount(facet, value, candidates.count_queue(session, **_narrowing(session, _with(wanted, facet, value))))
        for facet, names in values.items()
        for value in names
    ]
    return found + count_traits(session, wanted)


def count_traits(session: Session, wanted: QueueFilter) -> list[FacetCount]:
    """Every trait of every attribute with its count, attributes in the order of screens."""
    counts = cluster_traits.count_traits(session, _narrowing(session, wanted))
    return [
        FacetCount(Facet.TRAITS, trait_value(trait, attribute), clusters)
        for (trait, attribute), clusters in counts.items()
    ]


def _with(wanted: QueueFilter, facet: Facet, value: str) -> QueueFilter:
    changed: dict[str, Any] = {facet.value: value}
    return replace(wanted, **changed)


def _narrowing(session: Session, wanted: QueueFilter) -> candidates.Narrowing:
    found = sources.find_source(session, wanted.source) if wanted.source else None
    traits = [trait for value in wanted.traits if (trait := trait_of(value)) is not None]
    return {
        "states": STATES[wanted.state],
        "probability_range": STRENGTH_RANGES[Strength(wanted.strength)] if wanted.strength else (-1.0, 2.0),
        "source_id": found.id if found else (-1 if wanted.source else None),
        "has_veto": VETOES[wanted.veto] if wanted.veto else None,
        "sizes": SIZES[wanted.size] if wanted.size else None,
        "chosen": cluster_traits.clusters_with(session, traits) if traits else None,
    }
