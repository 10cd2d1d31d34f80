"""Who is one customer: the state of identity as a fold over the decisions in force.

The state after any log is the same as replaying, in order, every act that no later act reverses. The newest act on
the same records wins: a merge joins what was set apart before, a split or not-the-same takes apart what was merged.
So every subset of a log can be replayed, and reversing an act of any age is replaying without it.
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NewType

from steward.domain.decisions import Act, DecisionId, DecisionKind, PrivacyKind, Relation
from steward.domain.pairs import RecordPair
from steward.domain.survivorship import ValueOverride

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from steward.domain.records import RecordId

Cin = NewType("Cin", str)

#: The records that a part of a split consisted of -> the number it was given.
Part = tuple["RecordId", ...]


def make_cin(number: int) -> Cin:
    """The CIN of a running number: at least eight digits and a check digit (ISO 7064 Mod 11,10)."""
    return make_cins(number, 1)[0]


def make_cins(first: int, count: int) -> list[Cin]:
    """The CINs of so many numbers that run on from the first one."""
    found: list[Cin] = []
    for hundred in range(first // 100, (first + count - 1) // 100 + 1):
        digits = f"{hundred:06d}"
        found += [Cin(digits + ending) for ending in _endings(_checked(5, digits))]
    return found[first % 100 :][:count]


def is_valid_cin(text: str) -> bool:
    """True for digits whose last one is the check digit of the others."""
    is_long = len(text) >= 9 and text.isascii() and text.isdigit()
    return is_long and text[-3:] in _endings(_checked(5, text[:-3]))


def cin_number(cin: str) -> int:
    """The running number in a CIN."""
    return int(cin[:-1])


def format_cin(cin: str) -> str:
    """A CIN as people read it: ``000413267`` -> ``00 041 326-7``. Anything that can be no CIN stays as it is."""
    head, body = cin[:-7], cin[-7:]
    if not head or not cin.isdigit():
        return cin
    return f"{head} {body[:3]} {body[3:6]}-{body[6:]}"


def plain_cin(text: str) -> str:
    """A CIN as people write it, without spaces and hyphens; anything else as it is."""
    bare = text.replace(" ", "").replace("-", "")
    return bare if bare.isdigit() else text


@lru_cache(maxsize=10)
def _endings(check: int) -> tuple[str, ...]:
    """The last two digits and the check digit of a hundred numbers before whose last two digits the check is this."""
    checks = [_checked(check, f"{last:02d}") for last in range(100)]
    return tuple([f"{last:02d}{(1 - ((found or 10) * 2) % 11) % 10}" for last, found in enumerate(checks)])


def _checked(check: int, digits: str) -> int:
    """The check after some more digits."""
    for digit in digits:
        check = (((check or 10) * 2) % 11 + int(digit)) % 10
    return check


@dataclass(slots=True)
class Identity:
    """Who belongs to whom after a number of acts. A working object: acts change it in place."""

    cin_of: dict[RecordId, Cin] = field(default_factory=dict)
    members: dict[Cin, set[RecordId]] = field(default_factory=dict)
    apart: dict[RecordPair, DecisionId] = field(default_factory=dict)
    related: dict[RecordPair, tuple[Relation, DecisionId]] = field(default_factory=dict)
    overrides: dict[Cin, dict[str, ValueOverride]] = field(default_factory=dict)
    locks: dict[Cin, dict[str, ValueOverride]] = field(default_factory=dict)

    def copy(self) -> Identity:
        """A state that can be changed without changing this one."""
        return Identity(
            cin_of=dict(self.cin_of),
            members={cin: set(records) for cin, records in self.members.items()},
            apart=dict(self.apart),
            related=dict(self.related),
            overrides={cin: dict(values) for cin, values in self.overrides.items()},
            locks={cin: dict(values) for cin, values in self.locks.items()},
        )

    def effective_overrides(self, cin: Cin) -> dict[str, ValueOverride]:
        """The steward's values of one customer, locks before plain overrides."""
        return {**self.overrides.get(cin, {}), **self.locks.get(cin, {})}


def bear(identity: Identity, births: Iterable[tuple[RecordId, Cin]]) -> None:
    """Enter new records, each a customer of its own."""
    for record_id, cin in births:
        identity.cin_of[record_id] = cin
        identity.members[cin] = {record_id}


def apply_act(identity: Identity, decision_id: DecisionId, act: Act, mint: Callable[[DecisionId, Part], Cin]) -> None:
    """Change ``identity`` by one act; records that are not in it (no longer active) are passed over."""
    groups = [tuple(r for r in group if r in identity.cin_of) for group in act.groups]
    if act.kind is DecisionKind.MERGE:
        for group in groups:
            _merge(identity, decision_id, group, act)
    elif act.kind in (DecisionKind.NOT_SAME, DecisionKind.SPLIT, DecisionKind.RELATED):
        _set_apart(identity, decision_id, groups, act, mint)
    elif act.kind is DecisionKind.ARRANGE:
        _set_apart(identity, decision_id, groups, act, mint)
        for group in groups:
            _merge(identity, decision_id, group, act)
    elif act.kind is DecisionKind.TAKE_OUT:
        _set_apart(identity, decision_id, groups[:2], act, mint)
        for target in groups[2:]:
            if groups[0] and target:
                _merge(identity, decision_id, (*groups[0], *target), act)
    elif act.kind in (DecisionKind.OVERRIDE, DecisionKind.LOCK, DecisionKind.UNLOCK) and groups and groups[0]:
        _set_values(identity, decision_id, _majority(identity, groups[0]), act)
    elif act.kind is PrivacyKind.ERASE:
        forget(identity, {record_id for group in groups for record_id in group})


def surviving_cin(sizes: Iterable[tuple[Cin, int]]) -> Cin:
    """The CIN that stays when customers are merged: most members, then the older number."""
    return min(sizes, key=lambda item: (-item[1], cin_number(item[0])))[0]


def _majority(identity: Identity, records: Sequence[RecordId]) -> Cin:
    """The customer that most of the records belong to, of several that of the lowest record."""
    counts = Counter(identity.cin_of[record_id] for record_id in sorted(records))
    return counts.most_common(1)[0][0]


def _merge(identity: Identity, decision_id: DecisionId, group: Sequence[RecordId], act: Act) -> None:
    if not group:
        return
    cins = sorted({identity.cin_of[record_id] for record_id in group}, key=cin_number)
    survivor = surviving_cin((cin, len(identity.members[cin])) for cin in cins)
    joined = set().union(*(identity.members[cin] for cin in cins))
    for cin in cins:
        if cin == survivor:
            continue
        for values in (identity.overrides, identity.locks):
            for attribute, override in values.pop(cin, {}).items():
                values.setdefault(survivor, {}).setdefault(attribute, override)
        for record_id in identity.members.pop(cin):
            identity.cin_of[record_id] = survivor
    identity.members[survivor] = joined
    if len(cins) > 1:
        for pair in _pairs_within(identity, joined):
            identity.apart.pop(pair, None)
            identity.related.pop(pair, None)
    if act.values:
        _set_values(identity, decision_id, survivor, act)


def _pairs_within(identity: Identity, records: set[RecordId]) -> list[RecordPair]:
    # Whichever is smaller: the pairs that are set apart, or those of the records.
    if len(records) ** 2 < len(identity.apart):
        return [RecordPair.of(a, b) for a, b in itertools.combinations(records, 2)]
    return [pair for pair in identity.apart if pair.low in records and pair.high in records]


def _set_apart(
    identity: Identity,
    decision_id: DecisionId,
    groups: Sequence[Sequence[RecordId]],
    act: Act,
    mint: Callable[[DecisionId, Part], Cin],
) -> None:
    for left, right in itertools.combinations(groups, 2):
        for a, b in itertools.product(left, right):
            pair = RecordPair.of(a, b)
            identity.apart[pair] = decision_id
            if act.relation is not None:
                identity.related[pair] = (act.relation, decision_id)
    mixed: dict[Cin, list[set[RecordId]]] = {}
    for group in groups:
        by_cin: dict[Cin, set[RecordId]] = {}
        for record_id in group:
            by_cin.setdefault(identity.cin_of[record_id], set()).add(record_id)
        for cin, part in by_cin.items():
            mixed.setdefault(cin, []).append(part)
    for cin, parts in sorted(mixed.items(), key=lambda item: cin_number(item[0])):
        rest = identity.members[cin].difference(*parts)
        if rest and act.kind is DecisionKind.SPLIT:
            parts.append(rest)
        elif rest and len(parts) > 1:
            parts[-1] = parts[-1] | rest
        if len(parts) > 1:
            _split(identity, decision_id, cin, parts, mint)


def _split(
    identity: Identity,
    decision_id: DecisionId,
    cin: Cin,
    parts: list[set[RecordId]],
    mint: Callable[[DecisionId, Part], Cin],
) -> None:
    keeper, *leaving = sorted(parts, key=lambda part: (-len(part), min(part)))
    for left, right in itertools.combinations(parts, 2):
        for a, b in itertools.product(left, right):
            identity.apart[RecordPair.of(a, b)] = decision_id
    identity.members[cin] = set(keeper)
    for part in sorted(leaving, key=min):
        new = mint(decision_id, tuple(sorted(part)))
        identity.members[new] = set(part)
        for record_id in part:
            identity.cin_of[record_id] = new


def forget(identity: Identity, records: set[RecordId]) -> None:
    """Take records out as if they had never been; a customer without a record is none."""
    for record_id in records:
        cin = identity.cin_of.pop(record_id)
        identity.members[cin].discard(record_id)
        if not identity.members[cin]:
            for values in (identity.members, identity.overrides, identity.locks):
                values.pop(cin, None)
    for pair in [pair for pair in identity.apart if pair.low in records or pair.high in records]:
        del identity.apart[pair]
        identity.related.pop(pair, None)


def _set_values(identity: Identity, decision_id: DecisionId, cin: Cin, act: Act) -> None:
    overrides = identity.overrides.setdefault(cin, {})
    locks = identity.locks.setdefault(cin, {})
    for attribute, value in act.values.items():
        if act.kind is DecisionKind.UNLOCK:
            locks.pop(attribute, None)
        elif act.kind is DecisionKind.LOCK:
            locks[attribute] = ValueOverride(attribute, value, decision_id, is_locked=True)
        elif value:
            overrides[attribute] = ValueOverride(attribute, value, decision_id, is_locked=False)
            if attribute in locks:
                locks[attribute] = ValueOverride(attribute, value, decision_id, is_locked=True)
        else:
            overrides.pop(attribute, None)
    if not overrides:
        del identity.overrides[cin]
    if not locks:
        del identity.locks[cin]
