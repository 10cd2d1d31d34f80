"""The golden values of a customer: those that survive from the records, and those that a steward chose."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from steward.domain.attributes import find_attribute, in_order
from steward.domain.survivorship import GoldenValue, SurvivorshipRule
from steward.domain.survivorship_rules import USUAL_RULES, Criterion, SurvivorshipRules
from steward.domain.value_choice import Candidate, address_basis, choose, completeness, merit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from steward.domain.attributes import Attribute
    from steward.domain.records import RecordId, SourceRecord, Values
    from steward.domain.survivorship import ValueOverride

_TOTAL = frozenset({"revenue", "purchases"})


def compute_golden(
    records: Sequence[SourceRecord],
    overrides: Mapping[str, ValueOverride] | None = None,
    rules: SurvivorshipRules = USUAL_RULES,
) -> tuple[GoldenValue, ...]:
    """The golden values of one customer, in the order of the attributes. The order of records is of no account."""
    overrides = overrides or {}
    ordered = sorted(records, key=lambda record: record.id)
    basis = address_basis(ordered, rules)
    golden: list[GoldenValue] = []
    for attribute in _attributes_of(ordered, overrides):
        override = overrides.get(attribute.name)
        found = _candidates(ordered, attribute.name)
        if override is not None:
            golden.append(_overridden(attribute, override, found, basis, rules))
        if not found or (override is not None and not attribute.is_multiple):
            continue
        golden.extend(_survivors(attribute, found, basis, rules, skip=override.value if override else None))
    return tuple(golden)


def usable_values(values: Iterable[str]) -> list[str]:
    """Those of one record's standard values that can become golden; doubtful ones only where nothing better stands."""
    usable = [value for value in values if value]
    return [value for value in usable if "?" not in value] or usable


def sole_values(record_id: RecordId, standard: Values) -> list[GoldenValue]:
    """What is golden of a customer who has this record only, as far as there is nothing to choose; by attribute."""
    found = ((name, usable_values(standard[name])) for name in sorted(standard))
    return [
        GoldenValue(name, 0, usable[0], record_id, SurvivorshipRule.ONLY_VALUE, 1)
        for name, usable in found
        if len(usable) == 1 and find_attribute(name) is not None
    ]


def _attributes_of(records: Sequence[SourceRecord], overrides: Mapping[str, ValueOverride]) -> Iterable[Attribute]:
    return in_order(set(overrides).union(*(record.values for record in records)))


def _candidates(records: Iterable[SourceRecord], attribute: str) -> list[Candidate]:
    """The usable values; doubtful ones (a digit lost) only where nothing better stands."""
    found = [
        Candidate(record, value, "?" not in value, position)
        for record in records
        for position, value in enumerate(record.standard.get(attribute, ()))
        if value
    ]
    return [candidate for candidate in found if candidate.is_valid] or found


def _overridden(
    attribute: Attribute,
    override: ValueOverride,
    found: list[Candidate],
    basis: RecordId | None,
    rules: SurvivorshipRules,
) -> GoldenValue:
    """The steward's value; the runner-up is what the rules would choose from the others, of a total the sum."""
    origin = next((c for c in found if override.value in (c.value, c.record.first(attribute.name))), None)
    others = found if attribute.name in _TOTAL else [c for c in found if c.value != override.value]
    by_rule = _survivors(attribute, others, basis, rules, skip=None)[0].value if others else ""
    return GoldenValue(
        attribute=attribute.name,
        position=0,
        value=override.value,
        record_id=origin.record.id if origin else None,
        rule=SurvivorshipRule.STEWARD,
        support=sum(c.value == override.value for c in found),
        runner_up=by_rule if by_rule != override.value else "",
        decision_id=override.decision_id,
        is_locked=override.is_locked,
    )


def _survivors(
    attribute: Attribute,
    found: list[Candidate],
    basis: RecordId | None,
    rules: SurvivorshipRules,
    *,
    skip: str | None,
) -> list[GoldenValue]:
    if len(found) == 1 and skip is None:
        # Most customers have one record: there is nothing to choose.
        only = found[0]
        return [GoldenValue(attribute.name, 0, only.value, only.record.id, SurvivorshipRule.ONLY_VALUE, 1)]
    if attribute.is_multiple:
        return _all_kept(attribute, found, rules, skip)
    if attribute.name in _TOTAL:
        return [_total(attribute.name, found)]
    choice = choose(attribute, found, basis, rules)
    best = choice.best
    others = [c for c in found if c.value != best.value]
    return [
        GoldenValue(
            attribute=attribute.name,
            position=0,
            value=best.value,
            record_id=best.record.id,
            rule=choice.rule if others else SurvivorshipRule.ONLY_VALUE,
            support=sum(c.value == best.value for c in found),
            runner_up=_runner_up(attribute, others, basis, rules),
            is_trusted=choice.is_trusted,
        )
    ]


def _runner_up(attribute: Attribute, others: list[Candidate], basis: RecordId | None, rules: SurvivorshipRules) -> str:
    """What would have won without the winner; "" when nothing lost."""
    if not others:
        return ""
    if all(c.value == others[0].value for c in others):
        return others[0].value
    return choose(attribute, others, basis, rules).best.value


def _all_kept(
    attribute: Attribute, found: list[Candidate], rules: SurvivorshipRules, skip: str | None
) -> list[GoldenValue]:
    if skip is None and all(c.value == found[0].value for c in found):
        last = max(found, key=lambda c: c.order)
        return [GoldenValue(attribute.name, 0, last.value, last.record.id, SurvivorshipRule.ONLY_VALUE, len(found))]
    counts = Counter(c.value for c in found)
    newest: dict[str, Candidate] = {}
    for candidate in sorted(found, key=lambda c: c.order, reverse=True):
        newest.setdefault(candidate.value, candidate)
    trust: dict[str, int] = {}
    for candidate in found:
        given = rules.trust(candidate.record.source_id)
        trust[candidate.value] = max(trust.get(candidate.value, given), given)

    def rank(candidate: Candidate) -> tuple[object, ...]:
        by_criteria = [
            (trust[candidate.value],)
            if criterion is Criterion.SOURCE_TRUST
            else merit(criterion, candidate, counts, rules, completeness)
            for criterion in rules.criteria(attribute)
        ]
        return (*by_criteria, candidate.order)

    ranked = sorted((c for c in newest.values() if c.value != skip), key=rank, reverse=True)
    rule = SurvivorshipRule.ALL_KEPT if len(newest) > 1 else SurvivorshipRule.ONLY_VALUE
    first = 0 if skip is None else 1
    return [
        GoldenValue(attribute.name, first + place, c.value, c.record.id, rule, counts[c.value])
        for place, c in enumerate(ranked)
    ]


def _total(attribute: str, found: list[Candidate]) -> GoldenValue:
    newest = max(found, key=lambda c: c.order)
    amounts = [amount for amount in (_number(c.value) for c in found) if amount is not None]
    if len(found) == 1 or len(amounts) < len(found):
        return GoldenValue(attribute, 0, newest.value, newest.record.id, SurvivorshipRule.ONLY_VALUE, len(found))
    return GoldenValue(attribute, 0, _plain(sum(amounts)), newest.record.id, SurvivorshipRule.TOTAL, len(found))


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _plain(amount: Decimal | int) -> str:
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
