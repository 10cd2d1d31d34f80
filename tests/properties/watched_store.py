"""A store that is played with, beside the simple model: after each step both must say the same."""

from __future__ import annotations

import itertools
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from steward.domain.identity import is_valid_cin
from steward.domain.privacy import ERASED
from steward.domain.survivorship import SurvivorshipRule
from steward.workspace import Workspace
from tests.properties.simple_model import Entry, Number, SimpleModel, Truth

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence

    from steward.domain.decisions import Decision
    from steward.workspace.customers.customer_views import CustomerView

#: After every so many entries the queue, old numbers and customers without typed values are compared, too, which takes
#: longer than all the rest.
_LOOKED_CLOSELY_AT = 5
#: After every so many entries it is kept what a customer looked like.
_REMEMBERED_AT = 8
#: Entries that change no customer, reversed or not.
_WITHOUT_EFFECT = ("reverse", "defer", "comment", "assign", "reveal", "restrict")


@cache
def _empty_store() -> bytes:
    """The file of a store without lists: making one takes longer than a dozen decisions."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.steward"
        Workspace.create(path, steward="Ratna").close()
        return path.read_bytes()


class WatchedStore:
    """The workspace and the model of one play."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        moment = datetime(2026, 5, 1, tzinfo=UTC)
        ticks = iter(range(10**6))
        path = folder / "played.steward"
        path.write_bytes(_empty_store())
        self.workspace = Workspace.open(path, steward="Ratna", clock=lambda: moment + timedelta(hours=next(ticks)))
        self.model = SimpleModel()
        #: As they were compared last: CIN -> records, and the clusters that wait for an answer.
        self.customers: dict[str, frozenset[int]] = {}
        self.waiting: Sequence[int] = ()
        self._chance = chance
        self._given: set[str] = set()
        self._then: dict[int, dict[str, CustomerView]] = {}
        self._states: dict[tuple[int, ...], str] = {}
        self._compared = 0

    # What was done

    def note(
        self,
        decision: Decision,
        groups: Iterable[Iterable[int]],
        values: dict[str, str] | None = None,
        reverses: int | None = None,
    ) -> None:
        """The model hears of an act."""
        assert decision.id == len(self.model.entries) + 1
        frozen = tuple(frozenset(group) for group in groups)
        self.model.entries.append(Entry(decision.id, decision.act.kind.value, frozen, values or {}, reverses))

    def note_birth(self, record: int) -> None:
        """A record was never there before: it is a customer of its own, with a number that was never given."""
        self.model.born[record] = cin = self.workspace.cin_of(record)
        assert cin not in self._given, "a number is given once"

    def note_erasure(self, decision_id: int) -> None:
        """Rows of the person in lists that were undone go with the others; what was typed of them is gone."""
        logged = {decision.id: decision for decision in self.workspace.decisions()}
        decision = logged[decision_id]
        self.note(decision, [{record for group in decision.act.groups for record in group}])
        # A value that was typed for the person, and is nobody else's, is gone from the log.
        self.model.entries = [
            replace(e, values={name: logged[e.id].act.values[name] for name in e.values})
            if ERASED in logged[e.id].act.values.values()
            else e
            for e in self.model.entries
        ]

    # What the store says and what the model says

    def compare(self) -> None:
        """The store is as the model expects it, and whoever came back to an earlier state finds it as it was."""
        truth = self.model.truth()
        stored = {cin: frozenset(self.workspace.members(cin)) for cin in self.workspace.customers()}
        self.customers, self.waiting = stored, self.workspace.queue()
        assert sorted(map(sorted, stored.values())) == sorted(map(sorted, truth.members.values()))
        count = len(self.model.entries)
        if truth.is_sure_of_numbers:
            self._compare_values(truth, self._see(truth, stored), is_whole=count % _LOOKED_CLOSELY_AT == 0)
        if count > self._compared:
            fingerprint = self.workspace.fingerprint()
            assert self._states.setdefault(self._acts_in_force(), fingerprint) == fingerprint
            if count % _LOOKED_CLOSELY_AT == 0:
                self._compare_forwarding(stored)
                self._compare_queue(truth)
            if count % _REMEMBERED_AT == 0:
                some = self._chance.sample(sorted(stored), min(1, len(stored)))
                self._then[count] = {cin: self.workspace.customer(cin) for cin in some}
        self._compared = count

    def compare_whole(self) -> None:
        """At the end everything is computed anew and compared again; customers are seen as they were."""
        if self._compared == len(self.model.entries):
            assert self.workspace.verify() == []
            self._compare_past()

    def _acts_in_force(self) -> tuple[int, ...]:
        return tuple(entry.id for entry in self.model.in_force() if entry.kind not in _WITHOUT_EFFECT)

    def _see(self, truth: Truth, stored: dict[str, frozenset[int]]) -> dict[Number, str]:
        """Number of the model -> CIN. Parts that a split made for the first time show their numbers here."""
        cin_of = {members: cin for cin, members in stored.items()}
        seen: dict[Number, str] = {}
        for number, members in truth.members.items():
            cin = cin_of[frozenset(members)]
            assert is_valid_cin(cin)
            if isinstance(number, tuple):
                parts = {found for key, found in self.model.split_off.items() if key[0] == number[0]}
                assert cin in parts or cin not in self._given, "a number is given once"
                self.model.split_off[number] = cin
            else:
                assert cin == number
            seen[number] = cin
        self._given |= set(stored)
        return seen

    def _compare_values(self, truth: Truth, seen: dict[Number, str], *, is_whole: bool) -> None:
        for number, cin in seen.items():
            if not is_whole and not truth.overrides.get(number) and not truth.locks.get(number):
                continue
            golden = {value.attribute: value for value in self.workspace.golden(cin) if value.position == 0}
            typed = {name: (v.value, v.is_locked) for name, v in golden.items() if v.rule is SurvivorshipRule.STEWARD}
            expected = {name: (value, False) for name, value in truth.overrides.get(number, {}).items()}
            expected |= {name: (value, True) for name, value in truth.locks.get(number, {}).items()}
            assert typed == {name: found for name, found in expected.items() if found[0] != ERASED}

    def _compare_past(self) -> None:
        """Customers are seen as they were; an erasure may take from the past of others what it took from the log."""
        erased = max((entry.id for entry in self.model.entries if entry.kind == "erase"), default=0)
        for entry_id, customers in self._then.items():
            if entry_id > erased and customers:
                cin = self._chance.choice(sorted(customers))
                found = self.workspace.customer(cin, as_of=entry_id)
                then = customers[cin]
                assert (found.values, found.records, found.took_over) == (then.values, then.records, then.took_over)
                assert sorted(r.cin for r in found.related) == sorted(r.cin for r in then.related)

    def _compare_forwarding(self, stored: dict[str, frozenset[int]]) -> None:
        for cin in self._given:
            found = set(self.workspace.resolve(cin))
            assert found <= set(stored)
            assert cin not in stored or found == {cin}

    def _compare_queue(self, truth: Truth) -> None:
        """What waits is a question: two customers at least of which some two were never told apart."""
        asked_again = {frozenset((found.low, found.high)) for found in self.workspace.reopened()}
        assert asked_again <= truth.apart
        reopened = {frozenset(map(truth.number_of, pair)) for pair in asked_again}
        told = {frozenset(map(truth.number_of, pair)) for pair in truth.apart} - reopened
        for cluster_id in self.workspace.queue():
            customers = {truth.number_of(m.record_id) for m in self.workspace.cluster(cluster_id).members}
            pairs = {frozenset(pair) for pair in itertools.combinations(customers, 2)}
            assert pairs
            assert not pairs <= told
