"""The lines of the filter panel: every value that leaves something, with its count."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from steward.ui.pages.review.filters import facet_label, trait_label, value_label
from steward.ui.pages.review.panel_lines import PanelLine
from steward.ui.words.attributes import attribute_label
from steward.ui.words.values import value_text
from steward.workspace.review.count_facets import TOP_VALUES
from steward.workspace.review.queue_filters import Facet, FacetCount, held_of, trait_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from steward.ui.pages.review.filters import Filters
    from steward.ui.words.masking import Mask

translate = QCoreApplication.translate

_GROUP_ICONS = {
    Facet.STRENGTH: "circle-dot",
    Facet.SOURCE: "layers",
    Facet.VETO: "shield-alert",
    Facet.SIZE: "users",
    Facet.STATE: "clock",
}
#: Values that the heading of a folded attribute names.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class AttributeGroup:
    """What is known of an attribute, as what choosing its heading gives."""

    attribute: str


@dataclass(frozen=True, slots=True)
class OtherValues:
    """The values of an attribute that are not listed, as what choosing their line gives."""

    attribute: str


@dataclass(slots=True)
class _OfAttribute:
    """(what it is called, its count, whether it is in force) of each value and of each trait."""

    values: list[tuple[str, FacetCount, bool]] = field(default_factory=list)
    traits: list[tuple[str, FacetCount, bool]] = field(default_factory=list)


def facet_lines(
    counts: Iterable[FacetCount],
    filters: Filters,
    saved: Iterable[str],
    mask: Mask,
    unfolded: Collection[str] = (),
) -> list[PanelLine]:
    """What is in force is strong and marked.

    The values and traits of an attribute stand under its name, which says the first counts while they are folded away.
    """
    lines = []
    by_attribute: dict[str, _OfAttribute] = {}
    for count in counts:
        is_on = filters.has(count.facet, count.value)
        is_usual = count.facet is Facet.STATE and count.value == "open"
        if is_usual or (not count.clusters and not is_on):
            continue
        if count.facet is Facet.TRAITS and (trait := trait_of(count.value)) is not None:
            by_attribute.setdefault(trait[1], _OfAttribute()).traits.append((trait_label(trait[0]), count, is_on))
        elif count.facet is Facet.VALUES and (held := held_of(count.value)) is not None:
            by_attribute.setdefault(held[0], _OfAttribute()).values.append((_shown(*held, mask), count, is_on))
        else:
            label = value_label(count.facet, count.value, mask)
            lines.append(_line(label, facet_label(count.facet), count, _GROUP_ICONS[count.facet], is_on=is_on))
    lines += [PanelLine(name, "", None, "list", "text2", value=name) for name in saved]
    for attribute, found in by_attribute.items():
        lines += _attribute_lines(attribute, found, is_unfolded=attribute in unfolded)
    return lines


def found_lines(counts: Iterable[FacetCount], filters: Filters, mask: Mask) -> list[PanelLine]:
    """The values of an attribute that were searched for."""
    lines = []
    for count in counts:
        held = held_of(count.value)
        if held is not None:
            is_on = filters.has(count.facet, count.value)
            lines.append(_line(_shown(*held, mask), attribute_label(held[0]), count, "minus", is_on=is_on))
    return lines or [PanelLine(translate("ReviewQueue", "No value of the queue holds this text"), icon="search")]


def _shown(attribute: str, value: str, mask: Mask) -> str:
    return mask.text(attribute, value_text(attribute, value))


def _attribute_lines(attribute: str, found: _OfAttribute, *, is_unfolded: bool) -> list[PanelLine]:
    number, label = QLocale().toString, attribute_label(attribute)
    everything = (*found.values, *found.traits)
    is_on = any(in_force for _, _, in_force in everything)
    # What is in force comes first: a heading has no room for all.
    first = [one for one in (*found.values[:_NAMED], *found.traits) if not one[2]]
    named = [*(one for one in everything if one[2]), *first]
    detail = " · ".join(f"{name} {number(count.clusters)}" for name, count, _ in named)
    icon, tone = "chevron-down" if is_unfolded else "chevron-right", "accent" if is_on else "text2"
    lines = [PanelLine(label, detail, None, icon, tone, is_on, AttributeGroup(attribute))]
    if is_unfolded:
        lines += [_line(name, label, count, "minus", is_on=in_force) for name, count, in_force in found.values]
        if len(found.values) >= TOP_VALUES:
            others = translate("ReviewQueue", "Search all values…")
            lines.append(PanelLine(others, label, None, "search", "text2", value=OtherValues(attribute)))
        lines += [_line(name, label, count, "minus", is_on=in_force) for name, count, in_force in found.traits]
    return lines


def _line(text: str, group: str, count: FacetCount, icon: str, *, is_on: bool) -> PanelLine:
    detail = f"{group} · {QLocale().toString(count.clusters)}"
    icon, tone = ("check", "accent") if is_on else (icon, "text2")
    return PanelLine(text, detail, None, icon, tone, is_on, (count.facet, count.value))
