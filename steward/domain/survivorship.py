"""Which source value becomes the golden value, and the origin that every golden value carries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING

from steward.domain.attributes import ATTRIBUTES, BUILT_IN_ATTRIBUTES, Attribute, AttributeGroup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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


@dataclass(frozen=True, slots=True)
class Candidate:
    """One source value that could become golden. ``order`` ranks newer deliveries higher."""

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

_NEWEST = frozenset({"last_activity", "channel", "segment", "occupation", "marital_status", "notes", "currency"})
_OLDEST = frozenset({"first_seen"})
_TOTAL = frozenset({"revenue", "purchases"})


def compute_golden(
    records: Sequence[SourceRecord], overrides: Mapping[str, ValueOverride] | None = None
) -> tuple[GoldenValue, ...]:
    """The golden values of one customer, in the order of the attributes. The order of records is of no account."""
    overrides = overrides or {}
    ordered = sorted(records, key=lambda record: record.id)
    basis = _address_basis(ordered)
    golden: list[GoldenValue] = []
    for attribute in _attributes_of(ordered, overrides):
        override = overrides.get(attribute.name)
        found = _candidates(ordered, attribute.name)
        if override is not None:
            golden.append(_overridden(attribute.name, override, found))
        if not found or (override is not None and not attribute.is_multiple):
            continue
        golden.extend(_survivors(attribute, found, basis, skip=override.value if override else None))
    return tuple(golden)


def _attributes_of(records: Sequence[SourceRecord], overrides: Mapping[str, ValueOverride]) -> Iterable[Attribute]:
    present = set(overrides).union(*(record.values for record in records))
    return [attribute for name, attribute in ATTRIBUTES.items() if name in present]


def _candidates(records: Iterable[SourceRecord], attribute: str) -> list[Candidate]:
    """The usable values; doubtful ones (a digit lost) only where nothing better stands."""
    found = [
        Candidate(record, value, "?" not in value, position)
        for record in records
        for position, value in enumerate(record.standard.get(attribute, ()))
        if value
    ]
    return [candidate for candidate in found if candidate.is_valid] or found


def _overridden(attribute: str, override: ValueOverride, found: Sequence[Candidate]) -> GoldenValue:
    origin = next((c for c in found if override.value in (c.value, c.record.first(attribute))), None)
    others = [c.value for c in found if c.value != override.value]
    return GoldenValue(
        attribute=attribute,
        position=0,
        value=override.value,
        record_id=origin.record.id if origin else None,
        rule=SurvivorshipRule.STEWARD,
        support=sum(c.value == override.value for c in found),
        runner_up=others[0] if others else "",
        decision_id=override.decision_id,
        is_locked=override.is_locked,
    )


def _survivors(
    attribute: Attribute, found: list[Candidate], basis: RecordId | None, *, skip: str | None
) -> list[GoldenValue]:
    if attribute.is_multiple:
        return _all_kept(attribute.name, found, skip)
    if attribute.name in _TOTAL:
        return [_total(attribute.name, found)]
    rule, best = _choose(attribute, found, basis)
    others = sorted((c for c in found if c.value != best.value), key=lambda c: c.order, reverse=True)
    return [
        GoldenValue(
            attribute=attribute.name,
            position=0,
            value=best.value,
            record_id=best.record.id,
            rule=rule if others else SurvivorshipRule.ONLY_VALUE,
            support=sum(c.value == best.value for c in found),
            runner_up=others[0].value if others else "",
        )
    ]


def _choose(attribute: Attribute, found: list[Candidate], basis: RecordId | None) -> tuple[SurvivorshipRule, Candidate]:
    if attribute.group is AttributeGroup.CONSENT:
        refused = [c for c in found if c.value == "refused"]
        return SurvivorshipRule.MOST_RESTRICTIVE, max(refused or found, key=lambda c: c.order)
    if attribute.group is AttributeGroup.ADDRESS:
        with_basis = [c for c in found if c.record.id == basis]
        if with_basis:
            rule = SurvivorshipRule.MOST_COMPLETE if attribute.name == "address" else SurvivorshipRule.WITH_ADDRESS
            return rule, with_basis[0]
    if attribute.name in _OLDEST:
        return SurvivorshipRule.OLDEST, min(found, key=lambda c: (c.value, c.record.id))
    if attribute.name in _NEWEST:
        by_value = attribute.name == "last_activity"
        return SurvivorshipRule.NEWEST, max(found, key=lambda c: (c.value if by_value else "", *c.order))
    return _most_frequent(attribute, found)


def _most_frequent(attribute: Attribute, found: list[Candidate]) -> tuple[SurvivorshipRule, Candidate]:
    counts = Counter(c.value for c in found)
    top = max(counts.values())
    leaders = [c for c in found if counts[c.value] == top]
    if len({c.value for c in leaders}) == 1:
        return SurvivorshipRule.MOST_FREQUENT, max(leaders, key=lambda c: c.order)
    if attribute.group is AttributeGroup.NAME:
        return SurvivorshipRule.MOST_COMPLETE, max(leaders, key=lambda c: (_completeness(c.value), *c.order))
    return SurvivorshipRule.NEWEST, max(leaders, key=lambda c: c.order)


def _completeness(name: str) -> tuple[int, int]:
    """Words that are more than an initial, then letters: the fuller spelling of a name."""
    words = [word for word in name.replace(".", " ").split() if len(word) > 1]
    return len(words), len(name)


def _all_kept(attribute: str, found: list[Candidate], skip: str | None) -> list[GoldenValue]:
    counts = Counter(c.value for c in found)
    newest: dict[str, Candidate] = {}
    for candidate in sorted(found, key=lambda c: c.order, reverse=True):
        newest.setdefault(candidate.value, candidate)
    ranked = sorted(
        (c for c in newest.values() if c.value != skip), key=lambda c: (counts[c.value], *c.order), reverse=True
    )
    rule = SurvivorshipRule.ALL_KEPT if len(newest) > 1 else SurvivorshipRule.ONLY_VALUE
    first = 0 if skip is None else 1
    return [
        GoldenValue(attribute, first + place, c.value, c.record.id, rule, counts[c.value])
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


def _address_basis(records: Sequence[SourceRecord]) -> RecordId | None:
    """The record whose address survives whole: most parts filled, then the newest."""

    def filled(record: SourceRecord) -> int:
        return sum(bool(record.first_standard(part)) for part in ADDRESS_PARTS)

    with_street = [record for record in records if record.first_standard("address")] or [
        record for record in records if filled(record)
    ]
    if not with_street:
        return None
    return max(with_street, key=lambda r: (filled(r), r.delivered_on, -r.id)).id
