"""Survivorship rules as a steward edits them, beside those that are in force. No widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.survivorship_rules import usual_criteria
from steward.workspace.customers.rule_views import Rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.attributes import AttributeGroup
    from steward.domain.survivorship_rules import Criterion


class RulesDraft:
    """Edits of the rules; ``rules`` is what would be saved."""

    def __init__(self, saved: Rules) -> None:
        self._saved = saved
        self._by_group = dict(saved.by_group)
        self._trusted = tuple(saved.trusted_sources)

    @property
    def rules(self) -> Rules:
        """The rules as they are edited now."""
        return Rules(dict(self._by_group), self._trusted)

    @property
    def trusted(self) -> tuple[str, ...]:
        """Names of lists, most trusted first."""
        return self._trusted

    @property
    def is_changed(self) -> bool:
        """True when saving would change the rules in force."""
        return self.rules != Rules(dict(self._saved.by_group), tuple(self._saved.trusted_sources))

    @property
    def is_usual(self) -> bool:
        """True when the steward chose nothing: every group goes by what is usual."""
        return not self._by_group and not self._trusted

    def criteria(self, group: AttributeGroup) -> tuple[Criterion, ...]:
        """What a group goes by."""
        return tuple(self._by_group.get(group) or usual_criteria(group))

    def set_criteria(self, group: AttributeGroup, criteria: Sequence[Criterion]) -> None:
        """Let a group go by these criteria; the usual ones in their order are no choice of their own."""
        if tuple(criteria) == usual_criteria(group) and group not in self._saved.by_group:
            self._by_group.pop(group, None)
        else:
            self._by_group[group] = tuple(criteria)

    def set_trusted(self, names: Sequence[str]) -> None:
        """Trust these lists, in this order."""
        self._trusted = tuple(names)

    def discard(self) -> None:
        """Back to the rules in force."""
        self._by_group = dict(self._saved.by_group)
        self._trusted = tuple(self._saved.trusted_sources)

    def use_usual(self) -> None:
        """Back to what a new store goes by."""
        self._by_group.clear()
        self._trusted = ()
