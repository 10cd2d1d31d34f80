"""A steward who does anything at any time, and after each step compares the store with the simple model."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from steward.domain.identity import is_valid_cin
from steward.domain.privacy import ERASED
from steward.domain.survivorship import SurvivorshipRule
from steward.domain.survivorship_rules import GROUPS_WITH_RULES, Criterion
from steward.workspace import Workspace
from steward.workspace.views import Rules
from tests.properties.simple_model import Entry, Number, SimpleModel, Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from steward.domain.decisions import Decision
    from steward.workspace.views import CustomerView

_PEOPLE = (
    ("Sri Wahyuni", "081233445566", "3273015507850002", "Bandung"),
    ("Budi Santoso", "081322114090", "3171010210800001", "Jakarta"),
    ("Heru Prasetyo", "085787238186", "", "Malang"),
)
_SPELLINGS = ("{}", "Hj. {}", "{} SE", "H. {}")
_LISTS = ("Sales", "Shop")
#: So many stay, so that there is something to decide.
_FEWEST_RECORDS = 5
#: After every so many entries old numbers and the queue are compared, too, which takes longer than all the rest.
_LOOKED_CLOSELY_AT = 5


class RandomSteward:
    """Plays by a seeded generator, so that a failure can be played again."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        self.model = SimpleModel()
        moment = datetime(2026, 5, 1, tzinfo=UTC)
        ticks = iter(range(10**6))
        self.workspace = Workspace.create(
            folder / f"played-{seed}.steward",
            steward="Ratna",
            clock=lambda: moment + timedelta(hours=next(ticks)),
        )
        self.given: set[str] = set()
        self.then: dict[int, dict[str, CustomerView]] = {}
        for name in _LISTS:
            self._step(lambda name=name: self.deliver(name))
        self._step(self.match)

    def play(self, steps: int) -> None:
        """Do so many things and compare after each; at the end everything is computed anew and compared again."""
        often: list[Callable[[], None]] = [
            *[self.merge, self.not_same, self.split, self.arrange, self.take_out, self.move, self.override] * 3,
            *[self.reverse] * 12,
            *[self.related, self.lock, self.unlock, self.merge_queue, self.deliver, self.match] * 2,
            self.erase,
        ]
        seldom = [
            self.defer,
            self.comment,
            self.assign,
            self.match_all,
            self.rebuild,
            self.repeat_file,
            self.set_rules,
        ]
        for _ in range(steps):
            self._step(self.random.choice(often + seldom))
        assert self.workspace.verify() == []
        self.compare()
        self._compare_past()
        self.workspace.close()

    def _step(self, step: Callable[[], None]) -> None:
        step()
        self.compare()

    # What the store says and what the model says

    def compare(self) -> None:
        """The store is as the model expects it."""
        truth = self.model.truth()
        stored = {cin: frozenset(self.workspace.members(cin)) for cin in self.workspace.customers()}
        assert sorted(map(sorted, stored.values())) == sorted(map(sorted, truth.members.values()))
        if truth.is_sure_of_numbers:
            self._compare_values(truth, self._see(truth, stored))
        if len(self.model.entries) % _LOOKED_CLOSELY_AT == 0:
            self.then[len(self.model.entries)] = {cin: self.workspace.customer(cin) for cin in stored}
            self._compare_forwarding(stored)
            self._compare_queue(truth)

    def _see(self, truth: Truth, stored: dict[str, frozenset[int]]) -> dict[Number, str]:
        """Number of the model -> CIN. Parts that a split made for the first time show their numbers here."""
        cin_of = {members: cin for cin, members in stored.items()}
        seen: dict[Number, str] = {}
        for number, members in truth.members.items():
            cin = cin_of[frozenset(members)]
            assert is_valid_cin(cin)
            if isinstance(number, tuple):
                parts = {found for key, found in self.model.split_off.items() if key[0] == number[0]}
                assert cin in parts or cin not in self.given, "a number is given once"
                self.model.split_off[number] = cin
            else:
                assert cin == number
            seen[number] = cin
        self.given |= set(stored)
        return seen

    def _compare_values(self, truth: Truth, seen: dict[Number, str]) -> None:
        for number, cin in seen.items():
            golden = {value.attribute: value for value in self.workspace.golden(cin) if value.position == 0}
            typed = {name: (v.value, v.is_locked) for name, v in golden.items() if v.rule is SurvivorshipRule.STEWARD}
            expected = {name: (value, False) for name, value in truth.overrides.get(number, {}).items()}
            expected |= {name: (value, True) for name, value in truth.locks.get(number, {}).items()}
            assert typed == {name: found for name, found in expected.items() if found[0] != ERASED}

    def _compare_past(self) -> None:
        """Customers are seen as they were; an erasure may take from the past of others what it took from the log."""
        erased = max((entry.id for entry in self.model.entries if entry.kind == "erase"), default=0)
        for entry_id, customers in self.then.items():
            if entry_id > erased and customers:
                cin = self.random.choice(sorted(customers))
                found = self.workspace.customer(cin, as_of=entry_id)
                then = customers[cin]
                assert (found.values, found.records, found.took_over) == (then.values, then.records, then.took_over)
                assert sorted(r.cin for r in found.related) == sorted(r.cin for r in then.related)

    def _compare_forwarding(self, stored: dict[str, frozenset[int]]) -> None:
        for cin in self.given:
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

    # What a steward does

    def merge(self) -> None:
        records = self._records(self.random.choice((2, 2, 3, 4)))
        values = {"name": "Nama Pilihan"} if self.random.random() < 0.2 else {}
        self._note(self.workspace.merge(records, values=values, reason="as drawn"), [records], values)

    def not_same(self) -> None:
        one, *others = self._records(self.random.choice((2, 2, 3)))
        self._note(self.workspace.not_same(one, others), [[one], others])

    def related(self) -> None:
        one, other = self._records(2)
        kind = self.random.choice(("household", "spouse", "parent_child", "branch", "other"))
        self._note(self.workspace.related(one, other, kind), [[one], [other]])

    def split(self) -> None:
        cin, members = self._customer(of_at_least=2)
        if not cin:
            return
        self.random.shuffle(members)
        groups = [[member] for member in members[: self.random.randint(1, len(members) - 1)]]
        if self.random.random() < 0.5:
            groups = [[member for group in groups for member in group]]
        self._note(self.workspace.split(cin, groups), groups)

    def arrange(self) -> None:
        records = self._records(self.random.choice((3, 4, 5)))
        self.random.shuffle(records)
        cut = self.random.randint(1, len(records) - 1)
        groups = [records[:cut], records[cut:]]
        self._note(self.workspace.arrange(groups, reason="as drawn"), groups)

    def take_out(self) -> None:
        cin, members = self._customer(of_at_least=2)
        if cin:
            one = self.random.choice(members)
            self._note(self.workspace.take_out(one), [[one], set(members) - {one}])

    def move(self) -> None:
        cin, members = self._customer(of_at_least=1)
        target, target_members = self._customer(of_at_least=1)
        if target != cin:
            one = self.random.choice(members)
            decision = self.workspace.move(one, target, reason="as drawn")
            self._note(decision, [[one], set(members) - {one}, target_members])

    def override(self) -> None:
        cin, members = self._customer(of_at_least=1)
        value = self.random.choice(("Siti", "Joko", "Ani", ""))
        self._note(self.workspace.override(cin, "name", value), [members], {"name": value})

    def lock(self) -> None:
        cin, members = self._customer(of_at_least=1)
        shown = next(v.value for v in self.workspace.golden(cin) if v.attribute == "name" and v.position == 0)
        self._note(self.workspace.lock(cin, "name"), [members], {"name": shown})

    def unlock(self) -> None:
        cin, members = self._customer(of_at_least=1)
        self._note(self.workspace.unlock(cin, "name"), [members], {"name": ""})

    def merge_queue(self) -> None:
        waiting = self.workspace.queue()[: self.random.randint(1, 4)]
        if waiting:
            decision = self.workspace.merge_many(waiting, reason="as drawn")
            self._note(decision, decision.act.groups)

    def defer(self) -> None:
        for cluster_id in self.workspace.queue()[:1]:
            self._note(self.workspace.defer(cluster_id), [])
            assert cluster_id not in self.workspace.queue()

    def comment(self) -> None:
        self._note(self.workspace.comment(self._customer(of_at_least=1)[0], "seen"), [])

    def assign(self) -> None:
        for cluster_id in self.workspace.queue()[:1]:
            self._note(self.workspace.assign(cluster_id, "Budi"), [])

    def set_rules(self) -> None:
        rules = {self.random.choice(GROUPS_WITH_RULES): tuple(self.random.sample(list(Criterion), 2))}
        self._note(self.workspace.set_rules(Rules(rules, ("Sales",))), [])

    def erase(self) -> None:
        cin, members = self._customer(of_at_least=1)
        if len(self.model.active()) - len(members) >= _FEWEST_RECORDS:
            report = self.workspace.erase(cin, reason="asked for on paper")
            logged = {decision.id: decision for decision in self.workspace.decisions()}
            # Rows of the person in lists that were undone go with the others.
            decision = logged[report.decision_id]
            self._note(decision, [{record for group in decision.act.groups for record in group}])
            # A value that was typed for the person, and is nobody else's, is gone from the log.
            self.model.entries = [
                replace(e, values={name: logged[e.id].act.values[name] for name in e.values})
                if ERASED in logged[e.id].act.values.values()
                else e
                for e in self.model.entries
            ]

    def reverse(self) -> None:
        entry = self.random.choice([entry for entry in self.model.in_force() if entry.kind != "erase"])
        if len(self.model.active_after_reversing(entry.id)) >= _FEWEST_RECORDS:
            self._note(self.workspace.reverse(entry.id), [], reverses=entry.id)

    # What the departments do

    def deliver(self, to: str = "") -> None:
        """A list with edited rows, rows that are new, and sometimes with keys of another make."""
        prefix = "K" if self.random.random() < 0.1 else ""
        numbers = self.random.sample(range(1, 8), self.random.randint(3, 6))
        rows = []
        for number in sorted(numbers):
            name, phone, nik, city = _PEOPLE[number % len(_PEOPLE)]
            spelt = self.random.choice(_SPELLINGS).format(name)
            if self.random.random() < 0.3:
                phone = f"08129999{self.random.randrange(3):04}"
            rows.append(f"{prefix}{number},{spelt},{phone},{nik},{city}")
        self._load(to or self.random.choice(_LISTS), "ID,Nama,HP,NIK,Kota\n" + "\n".join(rows) + "\n")

    def repeat_file(self) -> None:
        """The list that was loaded last, once more: not one customer changes."""
        newest = next(e for e in self.model.entries[::-1] if e.kind == "delivery")
        if newest not in self.model.in_force():
            return
        before = list(self.workspace.customers())
        self._load(newest.values["list"], newest.values["text"])
        assert list(self.workspace.customers()) == before

    def _load(self, name: str, text: str) -> None:
        path = self.folder / "list.csv"
        path.write_text(text, encoding="utf-8")
        self.workspace.import_list(path, source=name, key="ID", mode="partial")
        decision = next(self.workspace.decisions())
        # Rows of erased people are held back, so that not every row of the list became a record.
        held = {r.id for r in self.workspace.records(name) if r.delivery_id == decision.act.delivery_id}
        for record in held - self.model.born.keys():
            self.model.born[record] = cin = self.workspace.cin_of(record)
            assert cin not in self.given, "a number is given once"
        self._note(decision, [held], {"list": name, "text": text})

    # What computes only

    def match(self) -> None:
        self._changes_no_customer(self.workspace.match)

    def match_all(self) -> None:
        self._changes_no_customer(lambda: self.workspace.match(full=True))

    def rebuild(self) -> None:
        self._changes_no_customer(self.workspace.rebuild)

    def _changes_no_customer(self, work: Callable[[], object]) -> None:
        before = self.workspace.fingerprint()
        work()
        assert self.workspace.fingerprint() == before

    def _note(
        self,
        decision: Decision,
        groups: Iterable[Iterable[int]],
        values: dict[str, str] | None = None,
        reverses: int | None = None,
    ) -> None:
        assert decision.id == len(self.model.entries) + 1
        frozen = tuple(frozenset(group) for group in groups)
        self.model.entries.append(Entry(decision.id, decision.act.kind.value, frozen, values or {}, reverses))

    def _records(self, count: int) -> list[int]:
        return self.random.sample(sorted(self.model.active()), count)

    def _customer(self, *, of_at_least: int) -> tuple[str, list[int]]:
        found = {cin: self.workspace.members(cin) for cin in self.workspace.customers()}
        fitting = [cin for cin, members in found.items() if len(members) >= of_at_least]
        cin = self.random.choice(fitting) if fitting else ""
        return cin, [int(record) for record in found.get(cin, [])]
