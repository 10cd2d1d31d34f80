"""Which source value becomes the golden value, and the origin that every golden value carries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING

from steward.domain.attributes import (
    ATTRIBUTES,
    BUILT_IN_ATTRIBUTES,
    Attribute,
    AttributeGroup,
    in_order,
)
from steward.domain.survivorship_rules import USUAL_RULES, Criterion, SurvivorshipRules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from steward.domain.decisions import DecisionId
    from steward.domain.records import RecordId, SourceRecord


class SurvivorshipRule(StrEnum):
    """Why a value won."""

    ONLY_VALUE = "only_value"
    MOST_FREQUENT = "most_frequent"
    MOST_COMPLETE = "most_complete"
    NEWEST = "newest"
    OLDEST = "oldest"
    TOTAL = "total"
    MOST_RESTRICTIVE = "most_restrictive"
    WITH_ADDRESS = "with_address"
    ALL_KEPT = "all_kept"
    STEWARD = "steward"


@dataclass(frozen=True, slots=True)
class ValueOverride:
    """A steward's value for one attribute of one golden record; a lock is one that no act but unlock replaces."""

    attribute: str
    value: str
    decision_id: DecisionId
    is_locked: bool


@dataclass(frozen=True, slots=True)
class GoldenValue:
    """A value of a golden record. ``position`` > 0 are further values of a multiple attribute, 0 is the primary one.

    ``value`` is the standard value where there is one, else the text as delivered. ``record_id`` is None when a
    steward typed it. ``support`` counts the records that carry it, ``runner_up`` is the best value that lost.
    ``is_trusted``: values of less trusted sources were passed over.
    """

    attribute: str
    position: int
    value: str
    record_id: RecordId | None
    rule: SurvivorshipRule
    support: int
    runner_up: str = ""
    decision_id: DecisionId | None = None
    is_locked: bool = False
    is_trusted: bool = False


@dataclass(slots=True)
class Candidate:
    """One source value that could become golden. ``order`` ranks newer deliveries higher.

    Not frozen: a bulk decision makes hundreds of thousands, and a frozen one takes several times as long to make.
    """

    record: SourceRecord
    value: str
    is_valid: bool
    position: int

    @property
    def order(self) -> tuple[str, int, int]:
        """Newest first when sorted descending; ties are broken by the lower record id."""
        return (self.record.delivered_on, -self.record.id, -self.position)


#: The attributes in which the address survives as one piece, and how much each says about completeness.
ADDRESS_PARTS = tuple(a.name for a in BUILT_IN_ATTRIBUTES if a.group is AttributeGroup.ADDRESS)

_ADDRESS_PARTS = frozenset(ADDRESS_PARTS)

_OLDEST = frozenset({"first_seen"})
_TOTAL = frozenset({"revenue", "purchases"})


def compute_golden(
    records: Sequence[SourceRecord],
    overrides: Mapping[str, ValueOverride] | None = None,
    rules: SurvivorshipRules = USUAL_RULES,
) -> tuple[GoldenValue, ...]:
    """The golden values of one customer, in the order of the attributes. The order of records is of no account."""
    overrides = overrides or {}
    ordered = sorted(records, key=lambda record: record.id)
    basis = _address_basis(ordered, rules)
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
    choice = _choose(attribute, found, basis, rules)
    best = choice.best
    others = sorted((c for c in found if c.value != best.value), key=lambda c: c.order, reverse=True)
    return [
        GoldenValue(
            attribute=attribute.name,
            position=0,
            value=best.value,
            record_id=best.record.id,
            rule=choice.rule if others else SurvivorshipRule.ONLY_VALUE,
            support=sum(c.value == best.value for c in found),
            runner_up=others[0].value if others else "",
            is_trusted=choice.is_trusted,
        )
    ]


@dataclass(frozen=True, slots=True)
class _Choice:
    rule: SurvivorshipRule
    best: Candidate
    is_trusted: bool = False


def _choose(attribute: Attribute, found: list[Candidate], basis: RecordId | None, rules: SurvivorshipRules) -> _Choice:
    if attribute.group is AttributeGroup.CONSENT:
        refused = [c for c in found if c.value == "refused"]
        return _Choice(SurvivorshipRule.MOST_RESTRICTIVE, max(refused or found, key=lambda c: c.order))
    if attribute.group is AttributeGroup.ADDRESS:
        with_basis = [c for c in found if c.record.id == basis]
        if with_basis and attribute.name != "address":
            return _Choice(SurvivorshipRule.WITH_ADDRESS, with_basis[0])
        if with_basis:
            preferred = _prefer(found, rules.criteria(attribute), rules, _address_fullness)
            return _Choice(preferred.rule, with_basis[0], preferred.is_trusted)
    if attribute.name in _OLDEST:
        return _Choice(SurvivorshipRule.OLDEST, min(found, key=lambda c: (c.value, c.record.id)))
    if attribute.name == "last_activity" and attribute.group not in rules.by_group:
        return _Choice(SurvivorshipRule.NEWEST, max(found, key=lambda c: (c.value, *c.order)))
    return _prefer(found, rules.criteria(attribute), rules, _completeness)


def _prefer(
    found: list[Candidate],
    criteria: Iterable[Criterion],
    rules: SurvivorshipRules,
    completeness: Callable[[Candidate], tuple[int, ...]],
) -> _Choice:
    """Narrow the values down, criterion by criterion, until one is left; ties go to the newest."""
    is_trusted = False
    leaders = found
    for criterion in criteria if len(found) > 1 else ():
        before = {c.value for c in leaders}
        counts = Counter(c.value for c in leaders)
        keys = [_merit(criterion, c, counts, rules, completeness) for c in leaders]
        top = max(keys)
        leaders = [c for c, key in zip(leaders, keys, strict=True) if key == top]
        left = {c.value for c in leaders}
        is_trusted = is_trusted or (criterion is Criterion.SOURCE_TRUST and left != before)
        if len(left) == 1:
            return _Choice(_RULE_OF[criterion], max(leaders, key=lambda c: c.order), is_trusted)
    return _Choice(SurvivorshipRule.NEWEST, max(leaders, key=lambda c: c.order), is_trusted)


#: The newest of what the most trusted source says wins; the longest text counts as the most complete.
_RULE_OF = {
    Criterion.SOURCE_TRUST: SurvivorshipRule.NEWEST,
    Criterion.NEWEST: SurvivorshipRule.NEWEST,
    Criterion.MOST_FREQUENT: SurvivorshipRule.MOST_FREQUENT,
    Criterion.MOST_COMPLETE: SurvivorshipRule.MOST_COMPLETE,
    Criterion.LONGEST: SurvivorshipRule.MOST_COMPLETE,
}


def _merit(
    criterion: Criterion,
    candidate: Candidate,
    counts: Mapping[str, int],
    rules: SurvivorshipRules,
    completeness: Callable[[Candidate], tuple[int, ...]],
) -> tuple[object, ...]:
    if criterion is Criterion.SOURCE_TRUST:
        return (rules.trust(candidate.record.source_id),)
    if criterion is Criterion.NEWEST:
        return candidate.order
    if criterion is Criterion.MOST_FREQUENT:
        return (counts[candidate.value],)
    if criterion is Criterion.LONGEST:
        return (len(candidate.value),)
    return completeness(candidate)


def _completeness(candidate: Candidate) -> tuple[int, ...]:
    """Words that are more than an initial, then letters: the fuller spelling of a name."""
    words = [word for word in candidate.value.replace(".", " ").split() if len(word) > 1]
    return len(words), len(candidate.value)


def _address_fullness(candidate: Candidate) -> tuple[int, ...]:
    """How many parts of the address the record fills."""
    record = candidate.record
    return (sum(bool(record.first_standard(part)) for part in record.standard.keys() & _ADDRESS_PARTS),)


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
    trust = {value: max(rules.trust(c.record.source_id) for c in found if c.value == value) for value in newest}

    def merit(candidate: Candidate) -> tuple[object, ...]:
        by_criteria = [
            (trust[candidate.value],)
            if criterion is Criterion.SOURCE_TRUST
            else _merit(criterion, candidate, counts, rules, _completeness)
            for criterion in rules.criteria(attribute)
        ]
        return (*by_criteria, candidate.order)

    ranked = sorted((c for c in newest.values() if c.value != skip), key=merit, reverse=True)
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


def _address_basis(records: Sequence[SourceRecord], rules: SurvivorshipRules) -> RecordId | None:
    """The record whose address survives whole, chosen by the rules of the address group."""
    with_parts = [
        record
        for record in records
        if any(record.first_standard(part) for part in record.standard.keys() & _ADDRESS_PARTS)
    ]
    with_street = [record for record in with_parts if record.first_standard("address")] or with_parts
    if len(with_street) < 2:
        return with_street[0].id if with_street else None
    candidates = [Candidate(record, record.first_standard("address"), True, 0) for record in with_street]
    leaders = candidates
    counts = Counter(c.value for c in candidates)
    for criterion in rules.criteria(ATTRIBUTES["address"]):
        keys = [_merit(criterion, c, counts, rules, _address_fullness) for c in leaders]
        top = max(keys)
        leaders = [c for c, key in zip(leaders, keys, strict=True) if key == top]
    return max(leaders, key=lambda c: c.order).record.id
