"""Survivorship rules as people look at them, and what other rules would change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.domain.attributes import AttributeGroup
    from steward.domain.records import Source
    from steward.domain.survivorship_rules import Criterion


@dataclass(frozen=True, slots=True)
class Rules:
    """Survivorship rules: criteria by group of attributes, first things first; sources, most trusted first.

    Groups that are not named keep the usual criteria.
    """

    by_group: Mapping[AttributeGroup, tuple[Criterion, ...]] = field(default_factory=dict)
    trusted_sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A golden value that would be another one. "" stands for none, None for a value that a steward typed."""

    cin: str
    attribute: str
    before: str
    after: str
    title: str = ""
    before_source: Source | None = None
    after_source: Source | None = None


@dataclass(frozen=True, slots=True)
class RulesPreview:
    """What other rules would change: customers and values in all, values by attribute, and a list of them."""

    customers: int
    values: int
    by_attribute: Mapping[str, int]
    changes: tuple[ValueChange, ...]
