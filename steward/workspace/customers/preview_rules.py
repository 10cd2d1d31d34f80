"""A dry run of other survivorship rules: what they would change, counted and listed, before anything is saved."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from steward.storage.chunks import chunks
from steward.storage.customers import golden
from steward.storage.lists import source_records, sources
from steward.workspace.customers.build_golden import compute_customers
from steward.workspace.customers.rule_views import RulesPreview, ValueChange

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.identity import Cin
    from steward.domain.progress import Progress
    from steward.domain.survivorship import GoldenValue
    from steward.domain.survivorship_rules import SurvivorshipRules

_PORTION = 2000

#: Customer, value before (None: there was none), value after.
_Change = tuple["Cin", "GoldenValue | None", "GoldenValue"]


def preview_rules(session: Session, rules: SurvivorshipRules, progress: Progress, limit: int | None) -> RulesPreview:
    """Compare the primary values of every golden record with those by other rules; list the first ``limit``."""
    cins = golden.active_cins(session)
    by_attribute: Counter[str] = Counter()
    listed: list[_Change] = []
    customers = 0
    for number, portion in enumerate(chunks(cins, _PORTION)):
        progress.check()
        progress.report("rules", number * _PORTION, len(cins))
        stored = golden.full_values_of(session, portion)
        for computed in compute_customers(session, portion, rules):
            before, after = _primary(stored.get(computed.cin, ())), _primary(computed.values)
            changed = [name for name in after if name not in before or before[name].value != after[name].value]
            customers += bool(changed)
            by_attribute.update(changed)
            if limit is None or len(listed) < limit:
                listed += [(computed.cin, before.get(name), after[name]) for name in changed]
    progress.report("rules", len(cins), len(cins))
    return RulesPreview(
        customers=customers,
        values=sum(by_attribute.values()),
        by_attribute=dict(by_attribute),
        changes=_with_origin(session, listed[:limit]),
    )


def _primary(values: Sequence[GoldenValue]) -> Mapping[str, GoldenValue]:
    return {value.attribute: value for value in values if value.position == 0}


def _with_origin(session: Session, listed: Sequence[_Change]) -> tuple[ValueChange, ...]:
    """The changes with the customer's name and the lists that the values come from."""
    titles = golden.titles(session, {cin for cin, _, _ in listed})
    named = {value.record_id for _, before, after in listed for value in (before, after) if value and value.record_id}
    by_id = {source.id: source for source in sources.list_sources(session)}
    source_of = {r.id: by_id[r.source_id] for r in source_records.iter_records(session, sorted(named), with_raw=False)}
    return tuple(
        ValueChange(
            cin=cin,
            attribute=after.attribute,
            before=before.value if before else "",
            after=after.value,
            title=titles[cin][0],
            before_source=source_of.get(before.record_id) if before and before.record_id else None,
            after_source=source_of.get(after.record_id) if after.record_id else None,
        )
        for cin, before, after in listed
    )
