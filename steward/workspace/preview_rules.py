"""A dry run of other survivorship rules: what they would change, counted and listed, before anything is saved."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from steward.storage import golden
from steward.storage.chunks import chunks
from steward.workspace.build_golden import compute_customers
from steward.workspace.views import RulesPreview, ValueChange

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from steward.domain.progress import Progress
    from steward.domain.survivorship import GoldenValue
    from steward.domain.survivorship_rules import SurvivorshipRules

_PORTION = 2000


def preview_rules(session: Session, rules: SurvivorshipRules, progress: Progress, limit: int | None) -> RulesPreview:
    """Compare the primary values of every golden record with those by other rules; list the first ``limit``."""
    cins = golden.active_cins(session)
    by_attribute: Counter[str] = Counter()
    changes: list[ValueChange] = []
    customers = 0
    for number, portion in enumerate(chunks(cins, _PORTION)):
        progress.check()
        progress.report("rules", number * _PORTION, len(cins))
        stored = golden.full_values_of(session, portion)
        for computed in compute_customers(session, portion, rules):
            before, after = _primary(stored.get(computed.cin, ())), _primary(computed.values)
            changed = [name for name in after if before.get(name) != after[name]]
            customers += bool(changed)
            by_attribute.update(changed)
            if limit is None or len(changes) < limit:
                changes += [ValueChange(computed.cin, name, before.get(name, ""), after[name]) for name in changed]
    progress.report("rules", len(cins), len(cins))
    return RulesPreview(
        customers=customers,
        values=sum(by_attribute.values()),
        by_attribute=dict(by_attribute),
        changes=tuple(changes if limit is None else changes[:limit]),
    )


def _primary(values: list[GoldenValue] | tuple[GoldenValue, ...]) -> dict[str, str]:
    return {value.attribute: value.value for value in values if value.position == 0}
