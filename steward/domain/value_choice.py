"""Which of several source values is the best by the rules."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.domain.attributes import ATTRIBUTES, BUILT_IN_ATTRIBUTES, AttributeGroup
from steward.domain.survivorship import SurvivorshipRule
from steward.domain.survivorship_rules import Criterion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from steward.domain.attributes import Attribute
    from steward.domain.records import RecordId, SourceRecord
    from steward.domain.survivorship_rules import SurvivorshipRules


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
_ADDRESS_PARTS = frozenset(a.name for a in BUILT_IN_ATTRIBUTES if a.group is AttributeGroup.ADDRESS)

_OLDEST = frozenset({"first_seen"})


@dataclass(frozen=True, slots=True)
class Choice:
    """The value that survives, and the rule that chose it. ``is_trusted``: a source's trust ruled out other values."""

    rule: SurvivorshipRule
    best: Candidate
    is_trusted: bool = False


def choose(attribute: Attribute, found: list[Candidate], basis: RecordId | None, rules: SurvivorshipRules) -> Choice:
    """The value of an attribute that survives. ``basis``: the record whose address survives whole, if there is one."""
    if attribute.group is AttributeGroup.CONSENT:
        refused = [c for c in found if c.value == "refused"]
        return Choice(SurvivorshipRule.MOST_RESTRICTIVE, max(refused or found, key=lambda c: c.order))
    if attribute.group is AttributeGroup.ADDRESS:
        with_basis = [c for c in found if c.record.id == basis]
        if with_basis and attribute.name != "address":
            return Choice(SurvivorshipRule.WITH_ADDRESS, with_basis[0])
        if with_basis:
            preferred = _prefer(found, rules.criteria(attribute), rules, _address_fullness)
            return Choice(preferred.rule, with_basis[0], preferred.is_trusted)
    if attribute.name in _OLDEST:
        return Choice(SurvivorshipRule.OLDEST, min(found, key=lambda c: (c.value, c.record.id)))
    if attribute.name == "last_activity" and attribute.group not in rules.by_group:
        return Choice(SurvivorshipRule.NEWEST, max(found, key=lambda c: (c.value, *c.order)))
    return _prefer(found, rules.criteria(attribute), rules, completeness)


def _prefer(
    found: list[Candidate],
    criteria: Iterable[Criterion],
    rules: SurvivorshipRules,
    fullness: Callable[[Candidate], tuple[int, ...]],
) -> Choice:
    """Narrow the values down, criterion by criterion, until one is left; ties go to the newest."""
    is_trusted = False
    leaders = found
    for criterion in criteria if len(found) > 1 else ():
        before = {c.value for c in leaders}
        counts = Counter(c.value for c in leaders)
        leaders = _leading(criterion, leaders, counts, rules, fullness)
        left = {c.value for c in leaders}
        is_trusted = is_trusted or (criterion is Criterion.SOURCE_TRUST and left != before)
        if len(left) == 1:
            return Choice(_RULE_OF[criterion], max(leaders, key=lambda c: c.order), is_trusted)
    return Choice(SurvivorshipRule.NEWEST, max(leaders, key=lambda c: c.order), is_trusted)


def _leading(
    criterion: Criterion,
    found: list[Candidate],
    counts: Mapping[str, int],
    rules: SurvivorshipRules,
    fullness: Callable[[Candidate], tuple[int, ...]],
) -> list[Candidate]:
    """Those that are best by one criterion."""
    keys = [merit(criterion, c, counts, rules, fullness) for c in found]
    top = max(keys)
    return [c for c, key in zip(found, keys, strict=True) if key == top]


#: The newest of what the most trusted source says wins; the longest text counts as the most complete.
_RULE_OF = {
    Criterion.SOURCE_TRUST: SurvivorshipRule.NEWEST,
    Criterion.NEWEST: SurvivorshipRule.NEWEST,
    Criterion.MOST_FREQUENT: SurvivorshipRule.MOST_FREQUENT,
    Criterion.MOST_COMPLETE: SurvivorshipRule.MOST_COMPLETE,
    Criterion.LONGEST: SurvivorshipRule.MOST_COMPLETE,
}


def merit(
    criterion: Criterion,
    candidate: Candidate,
    counts: Mapping[str, int],
    rules: SurvivorshipRules,
    fullness: Callable[[Candidate], tuple[int, ...]],
) -> tuple[object, ...]:
    """How good a value is by one criterion: the greater, the better, and comparable under that criterion only.

    ``counts``: how many records say each value; ``fullness``: how complete a value is.
    """
    if criterion is Criterion.SOURCE_TRUST:
        return (rules.trust(candidate.record.source_id),)
    if criterion is Criterion.NEWEST:
        return candidate.order
    if criterion is Criterion.MOST_FREQUENT:
        return (counts[candidate.value],)
    if criterion is Criterion.LONGEST:
        return (len(candidate.value),)
    return fullness(candidate)


def completeness(candidate: Candidate) -> tuple[int, ...]:
    """Words that are more than an initial, then letters: the fuller spelling of a name."""
    words = [word for word in candidate.value.replace(".", " ").split() if len(word) > 1]
    return len(words), len(candidate.value)


def _address_fullness(candidate: Candidate) -> tuple[int, ...]:
    """How many parts of the address the record fills."""
    record = candidate.record
    return (sum(bool(record.first_standard(part)) for part in record.standard.keys() & _ADDRESS_PARTS),)


def address_basis(records: Sequence[SourceRecord], rules: SurvivorshipRules) -> RecordId | None:
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
        leaders = _leading(criterion, leaders, counts, rules, _address_fullness)
    return max(leaders, key=lambda c: c.order).record.id
