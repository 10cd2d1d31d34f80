"""The rules of survivorship as data: by which criteria, group by group, a value is preferred over others."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from steward.domain.attributes import Attribute, AttributeGroup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.domain.records import SourceId


class Criterion(StrEnum):
    """What makes one of several values the better one."""

    SOURCE_TRUST = "source_trust"
    NEWEST = "newest"
    MOST_FREQUENT = "most_frequent"
    MOST_COMPLETE = "most_complete"
    LONGEST = "longest"


#: Consent has no rule to choose: the most restrictive answer wins.
GROUPS_WITH_RULES = tuple(group for group in AttributeGroup if group is not AttributeGroup.CONSENT)

_NEWEST_FIRST = frozenset({"last_activity", "channel", "segment", "occupation", "marital_status", "notes", "currency"})
_C = Criterion


@dataclass(frozen=True, slots=True)
class SurvivorshipRules:
    """Criteria by group, the first that tells two values apart decides; ``trusted``: sources, most trusted first.

    Groups that are not named keep the usual criteria.
    """

    by_group: Mapping[AttributeGroup, tuple[Criterion, ...]] = field(default_factory=dict)
    trusted: tuple[SourceId, ...] = ()

    def criteria(self, attribute: Attribute) -> tuple[Criterion, ...]:
        """By what values of this attribute are preferred."""
        chosen = self.by_group.get(attribute.group)
        if chosen is not None:
            return chosen
        if attribute.name in _NEWEST_FIRST:
            return (_C.NEWEST,)
        return usual_criteria(attribute.group)

    def trust(self, source_id: SourceId) -> int:
        """Higher for sources that are trusted more; 0 for those that are not named."""
        return len(self.trusted) - self.trusted.index(source_id) if source_id in self.trusted else 0


#: What a new store goes by.
USUAL_RULES = SurvivorshipRules()


def usual_criteria(group: AttributeGroup) -> tuple[Criterion, ...]:
    """What a group goes by unless the steward chose otherwise."""
    if group is AttributeGroup.NAME:
        return (_C.MOST_FREQUENT, _C.MOST_COMPLETE, _C.NEWEST)
    if group is AttributeGroup.ADDRESS:
        return (_C.MOST_COMPLETE, _C.NEWEST)
    return (_C.MOST_FREQUENT, _C.NEWEST)
