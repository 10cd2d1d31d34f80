"""What the queue can be narrowed by: strength, list, veto, size, state and attributes, all combined."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from steward.domain.attributes import find_attribute
from steward.domain.clusters import ClusterState
from steward.domain.errors import StewardError
from steward.domain.pairs import Strength
from steward.storage.lists import sources
from steward.workspace.review.cluster_traits import Trait

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

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
#: Stands for an equals sign in the name of an attribute that a steward made.
_EQUALS = "%3D"


class Facet(StrEnum):
    """What the queue can be narrowed by; also the name of the field of ``QueueFilter``."""

    STRENGTH = "strength"
    SOURCE = "source"
    VETO = "veto"
    SIZE = "size"
    STATE = "state"
    TRAITS = "traits"
    VALUES = "values"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which clusters the queue holds. None: all of them. ``traits``: what ``trait_value`` gives; all must hold.

    ``values``: what ``held_value`` gives; of each attribute that is named, a record must have one of its values.
    """

    strength: str | None = None
    source: str | None = None
    veto: str | None = None
    size: str | None = None
    state: str = "open"
    traits: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


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


def held_value(attribute: str, value: str) -> str:
    """A standard value of an attribute as a value of the facet: "city=Kota Bandung"."""
    return f"{attribute.replace('=', _EQUALS)}={value}"


def held_of(value: str) -> tuple[str, str] | None:
    """The attribute and its standard value that a value of the facet names; None when it names no attribute."""
    name, _, held = value.partition("=")
    attribute = name.replace(_EQUALS, "=")
    return (attribute, held) if held and find_attribute(attribute) is not None else None


def check_filter(session: Session, wanted: QueueFilter) -> None:
    """Raises StewardError for a value of a filter that is unknown."""
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
    for named in wanted.values:
        if held_of(named) is None:
            raise StewardError(
                f'The queue knows no value "{named}"; use an attribute, an equals sign and a value.', code="no_filter"
            )
    for name, (value, values) in allowed.items():
        if value is not None and (value.lower() if name == "source" else value) not in values:
            raise StewardError(f'The queue knows no {name} "{value}"; use {", ".join(values)}.', code="no_filter")
