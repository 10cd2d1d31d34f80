"""What the queue is narrowed to and its order, as chips say it and as a named queue keeps it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QCoreApplication

from steward.domain.pairs import Strength
from steward.ui.words.attributes import attribute_label
from steward.ui.words.labels import strength_label
from steward.ui.words.values import value_text
from steward.workspace.review.cluster_traits import Trait
from steward.workspace.review.queue_filters import SIZES, STATES, VETOES, Facet, QueueFilter, held_of, trait_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from steward.ui.settings import Settings
    from steward.ui.words.masking import Mask

translate = QCoreApplication.translate

SORTS = ("impact", "usefulness", "uncertainty", "certainty", "age", "source", "name")
_SAVED = "review.queues"
#: Of these several can be in force, also of one attribute.
_OF_ATTRIBUTES = (Facet.TRAITS, Facet.VALUES)
#: Stands between those in force; no value and no name of an attribute holds it.
_SEVERAL = "\n"
_KNOWN = {
    "strength": frozenset(Strength),
    "veto": frozenset(VETOES),
    "size": frozenset(SIZES),
    "state": frozenset(STATES),
    "sort": frozenset(SORTS),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """Which clusters the queue holds and in which order. None: all of them."""

    sort: str = "uncertainty"
    state: str = "open"
    strength: str | None = None
    source: str | None = None
    veto: str | None = None
    size: str | None = None
    traits: tuple[str, ...] = ()
    values: tuple[str, ...] = ()

    @property
    def wanted(self) -> QueueFilter:
        """The filters without the order."""
        return QueueFilter(self.strength, self.source, self.veto, self.size, self.state, self.traits, self.values)

    @property
    def is_narrowed(self) -> bool:
        """True unless every open cluster is in the queue."""
        return self.wanted != QueueFilter()

    def has(self, facet: Facet, value: str) -> bool:
        """Whether the queue is narrowed to this value."""
        return value in self._several(facet) if facet in _OF_ATTRIBUTES else self.value_of(facet) == value

    def value_of(self, facet: Facet) -> str | None:
        """What the queue is narrowed to in this facet; None for everything, and for the open clusters."""
        if facet in _OF_ATTRIBUTES:
            return _SEVERAL.join(self._several(facet)) or None
        found: str | None = getattr(self, facet.value)
        return None if facet is Facet.STATE and found == "open" else found

    def toggled(self, facet: Facet, value: str) -> Filters:
        """Narrowed to a value, or no longer when it was; those of attributes are added to one another."""
        changed: dict[str, Any] = {facet.value: value}
        if facet in _OF_ATTRIBUTES:
            several = self._several(facet)
            others = tuple(other for other in several if other != value)
            changed = {facet.value: others if value in several else (*others, value)}
        elif self.value_of(facet) == value:
            return self.without(facet)
        return replace(self, **changed)

    def without(self, facet: Facet) -> Filters:
        """Not narrowed in this facet."""
        return filters_of({**asdict(self), facet.value: None})

    def _several(self, facet: Facet) -> tuple[str, ...]:
        return self.values if facet is Facet.VALUES else self.traits

    def chips(self) -> Iterator[tuple[Facet, str]]:
        """Each facet in force with its value."""
        for facet in Facet:
            value = self.value_of(facet)
            if value is not None:
                yield facet, value


def filters_of(values: Mapping[str, object]) -> Filters:
    """Filters from texts; values that are not known (any more) are left out."""
    names = {field.name for field in fields(Filters)}
    known: dict[str, Any] = {
        name: str(value)
        for name, value in values.items()
        if name in names and value and (name not in _KNOWN or str(value) in _KNOWN[name])
    }
    traits, held = (_texts(values.get(facet)) for facet in _OF_ATTRIBUTES)
    known["traits"] = tuple(text for text in traits if trait_of(text) is not None)
    known["values"] = tuple(text for text in held if held_of(text) is not None)
    return Filters(**known)


def _texts(stored: object) -> list[str]:
    return [str(text) for text in stored] if isinstance(stored, list | tuple) else []


class SavedQueues:
    """Named queues in the steward's settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def all(self) -> dict[str, Filters]:
        """Every named queue, in the order in which they were named."""
        try:
            stored = json.loads(bytes(self._settings.saved_state(_SAVED).data()).decode() or "{}")
        except ValueError:
            return {}
        if not isinstance(stored, dict):
            return {}
        return {str(name): filters_of(values) for name, values in stored.items() if isinstance(values, dict)}

    def save(self, name: str, filters: Filters) -> None:
        """Keep a queue under a name."""
        self._write({**self.all(), name: filters})

    def forget(self, name: str) -> None:
        """Keep it no longer."""
        self._write({other: filters for other, filters in self.all().items() if other != name})

    def _write(self, queues: Mapping[str, Filters]) -> None:
        text = json.dumps({name: asdict(filters) for name, filters in queues.items()})
        self._settings.save_state(_SAVED, QByteArray(text.encode()))


def facet_label(facet: Facet) -> str:
    """What a facet is called; those of attributes are called by the attribute."""
    return {
        Facet.STRENGTH: translate("ReviewQueue", "Strength"),
        Facet.SOURCE: translate("ReviewQueue", "List"),
        Facet.VETO: translate("ReviewQueue", "Veto"),
        Facet.SIZE: translate("ReviewQueue", "Size"),
        Facet.STATE: translate("ReviewQueue", "State"),
    }[facet]


def value_label(facet: Facet, value: str, mask: Mask) -> str:
    """What a value of a facet is called, also on its chip."""
    match facet:
        case Facet.STRENGTH:
            return strength_label(Strength(value))
        case Facet.SOURCE:
            return translate("ReviewQueue", "Touches {source}").format(source=value)
        case Facet.VETO:
            no_veto = translate("ReviewQueue", "Without veto")
            return translate("ReviewQueue", "With veto") if value == "yes" else no_veto
        case Facet.SIZE:
            return translate("ReviewQueue", "{count} records").format(count=value.replace("-", "–"))
        case Facet.STATE:
            return {
                "open": translate("ReviewQueue", "Open"),
                "deferred": translate("ReviewQueue", "Set aside for later"),
                "decided": translate("ReviewQueue", "Decided"),
            }.get(value, translate("ReviewQueue", "All"))
        case Facet.TRAITS:
            return _traits_label(value.split(_SEVERAL))
        case Facet.VALUES:
            return _values_label(value.split(_SEVERAL), mask)


def trait_label(trait: Trait) -> str:
    """What is true of the records in an attribute, below the attribute's name."""
    return {
        Trait.DIFFERS: translate("ReviewQueue", "Differs"),
        Trait.MISSING: translate("ReviewQueue", "Missing"),
        Trait.SAME: translate("ReviewQueue", "Same"),
    }[trait]


def _traits_label(values: list[str]) -> str:
    """The first trait with its attribute, and how many more there are: a chip has room for no list."""
    named = trait_of(values[0])
    if named is None:
        return values[0]
    trait, attribute = named
    form = {
        Trait.DIFFERS: translate("ReviewQueue", "{attribute} differs"),
        Trait.MISSING: translate("ReviewQueue", "{attribute} missing"),
        Trait.SAME: translate("ReviewQueue", "{attribute} the same"),
    }[trait]
    text = form.format(attribute=attribute_label(attribute))
    return text if len(values) == 1 else f"{text} +{len(values) - 1}"


def _values_label(values: list[str], mask: Mask) -> str:
    """The first value with its attribute, and how many more there are."""
    named = held_of(values[0])
    if named is None:
        return values[0]
    attribute, value = named
    form = translate("ReviewQueue", "{attribute}: {value}")
    shown = mask.text(attribute, value_text(attribute, value))
    text = form.format(attribute=attribute_label(attribute), value=shown)
    return text if len(values) == 1 else f"{text} +{len(values) - 1}"


def sort_label(sort: str) -> str:
    """What an order is called."""
    return {
        "impact": translate("ReviewQueue", "Impact first"),
        "usefulness": translate("ReviewQueue", "Most useful first"),
        "uncertainty": translate("ReviewQueue", "Unclear first"),
        "certainty": translate("ReviewQueue", "Surest first"),
        "age": translate("ReviewQueue", "Oldest first"),
        "source": translate("ReviewQueue", "Most lists first"),
        "name": translate("ReviewQueue", "By name"),
    }[sort]
