"""What should be true of a store, told a second time and as simply as possible: dictionaries and one loop.

It knows the design and nothing of the program: who is one customer is what the acts in force say, in their order;
reversing an act is leaving it out. It is slow, keeps no state between questions, and so has nothing to get wrong.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

#: A customer's number, or the act that split it off and the records it had then while nobody has seen its number.
Number = str | tuple[int, frozenset[int]]


@dataclass(frozen=True)
class Entry:
    """One act of the log. ``groups`` by kind: those of the answer; of a delivery what it held and what it ended."""

    id: int
    kind: str
    groups: tuple[frozenset[int], ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    reverses: int | None = None


@dataclass
class Truth:
    """Who is one customer, and what stewards said about it."""

    members: dict[Number, set[int]] = field(default_factory=dict)
    apart: set[frozenset[int]] = field(default_factory=set)
    overrides: dict[Number, dict[str, str]] = field(default_factory=dict)
    locks: dict[Number, dict[str, str]] = field(default_factory=dict)
    #: False once the older of two customers could not be told, because nobody has seen a number yet.
    is_sure_of_numbers: bool = True

    def number_of(self, record: int) -> Number:
        """The customer a record belongs to."""
        return next(number for number, records in self.members.items() if record in records)

    def numbers_of(self, records: frozenset[int]) -> list[Number]:
        """The customers that records belong to, the largest first, of equal ones the older."""
        found = {self.number_of(record) for record in records}
        return sorted(found, key=lambda number: (-len(self.members[number]), age(number)))


def age(number: Number) -> tuple[int, int, int]:
    """Older numbers are smaller; one that nobody has seen yet is the youngest."""
    return (0, int(number[:-1]), 0) if isinstance(number, str) else (1, number[0], min(number[1]))


class SimpleModel:
    """The log as the model knows it, and the numbers that were seen."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.born: dict[int, str] = {}
        self.split_off: dict[tuple[int, frozenset[int]], str] = {}

    def in_force(self) -> list[Entry]:
        """The acts that no act in force reverses, oldest first."""
        reversed_ids: set[int] = set()
        found = []
        for entry in reversed(self.entries):
            if entry.id in reversed_ids:
                continue
            found.append(entry)
            if entry.reverses is not None:
                reversed_ids.add(entry.reverses)
        return found[::-1]

    def delivered(self) -> set[int]:
        """The records that the newest delivery in force about them holds, those of erased people included."""
        found: set[int] = set()
        for entry in self.in_force():
            if entry.kind == "delivery":
                held, ended = entry.groups
                found = (found | held) - ended
        return found

    def ever_held(self) -> set[int]:
        """The records that a delivery in force brought, those that ended and those of erased people included."""
        return {record for entry in self.in_force() if entry.kind == "delivery" for record in entry.groups[0]}

    def active(self) -> set[int]:
        """The records that a delivery in force holds, but for those of erased people."""
        erased = {record for entry in self.entries if entry.kind == "erase" for record in entry.groups[0]}
        return self.delivered() - erased

    def active_after_reversing(self, entry_id: int) -> set[int]:
        """The records that would be left."""
        self.entries.append(Entry(len(self.entries) + 1, "reverse", reverses=entry_id))
        left = self.active()
        self.entries.pop()
        return left

    def truth(self) -> Truth:
        """The state that the acts in force give.

        A record that ended is taken out at the end: what was decided about it still ties others together.
        """
        present = self.ever_held()
        truth = Truth({self.born[record]: {record} for record in sorted(present)})
        for entry in self.in_force():
            groups = [group & present for group in entry.groups]
            if entry.kind == "merge":
                for group in groups:
                    self._merge(truth, entry, group)
            elif entry.kind in ("not_same", "related", "split"):
                self._part(truth, entry, groups, is_split=entry.kind == "split")
            elif entry.kind == "arrange":
                self._part(truth, entry, groups, is_split=False)
                for group in groups:
                    self._merge(truth, entry, group)
            elif entry.kind == "take_out":
                self._part(truth, entry, groups[:2], is_split=False)
                if len(groups) > 2 and groups[0] and groups[2]:
                    self._merge(truth, entry, groups[0] | groups[2])
            elif entry.kind in ("override", "lock", "unlock") and groups[0]:
                self._set_values(truth, entry, groups[0])
            elif entry.kind == "erase":
                present -= groups[0]
                self._forget(truth, groups[0])
        self._forget(truth, frozenset(present - self.delivered()))
        return truth

    def _forget(self, truth: Truth, records: frozenset[int]) -> None:
        for number in truth.numbers_of(records):
            truth.members[number] -= records
            if not truth.members[number]:
                for side in (truth.members, truth.overrides, truth.locks):
                    side.pop(number, None)
        truth.apart = {pair for pair in truth.apart if not pair & records}

    def _merge(self, truth: Truth, entry: Entry, group: frozenset[int]) -> None:
        if not group:
            return
        survivor, *others = truth.numbers_of(group)
        if any(isinstance(n, tuple) and len(truth.members[n]) == len(truth.members[survivor]) for n in others):
            truth.is_sure_of_numbers = False
        for number in sorted(others, key=age):
            truth.members[survivor] |= truth.members.pop(number)
            for side in (truth.overrides, truth.locks):
                side[survivor] = {**side.pop(number, {}), **side.get(survivor, {})}
        if others:
            joined = truth.members[survivor]
            truth.apart -= {pair for pair in truth.apart if pair <= joined}
        self._assign(truth, entry, survivor)

    def _part(self, truth: Truth, entry: Entry, groups: list[frozenset[int]], *, is_split: bool) -> None:
        for one, other in itertools.combinations(groups, 2):
            truth.apart |= {frozenset(pair) for pair in itertools.product(one, other)}
        for number in sorted(truth.numbers_of(frozenset().union(*groups)), key=age):
            members = truth.members[number]
            parts = [group & members for group in groups if group & members]
            rest = frozenset(members.difference(*parts))
            if rest and is_split:
                parts.append(rest)
            elif rest and len(parts) > 1:
                parts[-1] |= rest
            self._take_apart(truth, entry, number, parts)

    def _take_apart(self, truth: Truth, entry: Entry, number: Number, parts: list[frozenset[int]]) -> None:
        if len(parts) < 2:
            return
        for one, other in itertools.combinations(parts, 2):
            truth.apart |= {frozenset(pair) for pair in itertools.product(one, other)}
        keeper, *leaving = sorted(parts, key=lambda part: (-len(part), min(part)))
        truth.members[number] = set(keeper)
        for part in leaving:
            truth.members[self.split_off.get((entry.id, part), (entry.id, part))] = set(part)

    def _set_values(self, truth: Truth, entry: Entry, records: frozenset[int]) -> None:
        held = {number: records & truth.members[number] for number in truth.numbers_of(records)}
        self._assign(truth, entry, min(held, key=lambda n: (-len(held[n]), min(held[n]))))

    def _assign(self, truth: Truth, entry: Entry, number: Number) -> None:
        overrides = truth.overrides.setdefault(number, {})
        locks = truth.locks.setdefault(number, {})
        for attribute, value in entry.values.items():
            if entry.kind == "unlock":
                locks.pop(attribute, None)
            elif entry.kind == "lock":
                locks[attribute] = value
            elif value:
                overrides[attribute] = value
                if attribute in locks:
                    locks[attribute] = value
            else:
                overrides.pop(attribute, None)
