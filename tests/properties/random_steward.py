"""A steward who does anything at any time: every verb of the workspace may come next, as hypothesis draws it."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from steward.domain.privacy import Channel
from steward.domain.source_settings import MissingPolicy, SourceSettings
from steward.domain.survivorship_rules import GROUPS_WITH_RULES, Criterion
from steward.workspace.customers.rule_views import Rules
from tests.properties.drawn_lists import drawn_rows
from tests.properties.watched_store import WatchedStore

if TYPE_CHECKING:
    from collections.abc import Callable

_LISTS = ("Sales", "Shop")
_RELATIONS = ("household", "spouse", "parent_child", "branch", "other")
#: What may come next, the likelier the oftener it is named. One rule with many verbs, not many rules: of those
#: hypothesis would leave out half in every sequence, and often all that decide something.
_VERBS = (
    *("merge", "not_same", "split", "arrange", "take_out", "move", "override", "reverse_any", "reverse_newest") * 3,
    *("related", "lock", "unlock", "merge_in_bulk", "answer_draft", "do_again", "deliver", "rename", "match") * 2,
    *("defer", "comment", "assign", "reveal", "set_rules", "erase", "restrict", "withdraw_consent", "repeat_file"),
    *("undo_delivery", "match_all", "rebuild"),
)
#: So many stay, so that there is something to decide.
_FEWEST_RECORDS = 5


class RandomSteward(RuleBasedStateMachine):
    """Whatever is drawn is done, and the store is compared with the simple model after it."""

    @initialize(seed=st.integers(0, 2**32))
    def load_first_lists(self, seed: int) -> None:
        # Were every draw hypothesis' own, a sequence would be too much for it long before thirty steps.
        self.random = random.Random(seed)
        self.folder = Path(tempfile.mkdtemp(prefix="steward-played-"))
        self.store = WatchedStore(self.folder, self.random)
        self.workspace, self.model = self.store.workspace, self.store.model
        self.list_of: dict[int, str] = {}
        #: The lists of which a record counts no longer once a whole delivery comes without it.
        self.ending: set[str] = set()
        for name in _LISTS:
            self._load(name, drawn_rows(self.random))
        if self.random.random() < 0.3:
            self.ending.add("Sales")
            self.workspace.set_source_settings("Sales", SourceSettings(missing=MissingPolicy.END))
        self.workspace.match()

    @rule(verb=st.sampled_from(_VERBS))
    def act(self, verb: str) -> None:
        """One more thing is done; where nobody asks and nothing can be parted, it is another thing."""
        if verb in ("merge_in_bulk", "answer_draft", "defer", "assign") and not self.store.waiting:
            verb = "not_same"
        if verb in ("split", "take_out") and all(len(members) == 1 for members in self.store.customers.values()):
            verb = "merge"
        getattr(self, verb)()

    @invariant()
    def the_store_says_what_the_model_says(self) -> None:
        self.store.compare()

    def teardown(self) -> None:
        if hasattr(self, "store"):
            try:
                self.store.compare_whole()
            finally:
                self.workspace.close()
                shutil.rmtree(self.folder)

    # What a steward answers

    def merge(self) -> None:
        records = self._records(self.random.choice((2, 2, 3, 4)))
        values = {"name": "Nama Pilihan"} if self.random.random() < 0.2 else {}
        self.store.note(self.workspace.merge(records, values=values, reason="as drawn"), [records], values)

    def not_same(self) -> None:
        one, *others = self._records(self.random.choice((2, 2, 3, 4)))
        self.store.note(self.workspace.not_same(one, others), [[one], others])

    def related(self) -> None:
        one, other = self._records(2)
        are_two = self.workspace.cin_of(one) != self.workspace.cin_of(other)
        relation = self.random.choice((*_RELATIONS, "") if are_two else _RELATIONS)
        relate = self.workspace.related
        decision = relate(one, other, relation) if relation else self.workspace.unrelated(one, other)
        self.store.note(decision, [[one], [other]])

    def split(self) -> None:
        cin, members = self._customer(of_at_least=2)
        self.random.shuffle(members)
        groups = [[member] for member in members[: self.random.randint(1, len(members) - 1)]]
        if self.random.random() < 0.5:
            groups = [[member for group in groups for member in group]]
        self.store.note(self.workspace.split(cin, groups), groups)

    def arrange(self) -> None:
        records = self._records(self.random.choice((3, 4, 5)))
        self.random.shuffle(records)
        cut = self.random.randint(1, len(records) - 1)
        groups = [records[:cut], records[cut:]]
        self.store.note(self.workspace.arrange(groups, reason="as drawn"), groups)

    def take_out(self) -> None:
        _, members = self._customer(of_at_least=2)
        one = self.random.choice(members)
        self.store.note(self.workspace.take_out(one), [[one], set(members) - {one}])

    def move(self) -> None:
        cin, members = self._customer(of_at_least=1)
        target, target_members = self._customer(of_at_least=1)
        if target != cin:
            one = self.random.choice(members)
            decision = self.workspace.move(one, target, reason="as drawn")
            self.store.note(decision, [[one], set(members) - {one}, target_members])

    def override(self) -> None:
        cin, members = self._customer(of_at_least=1)
        value = self.random.choice(("Siti", "Joko", "Ani", ""))
        self.store.note(self.workspace.override(cin, "name", value), [members], {"name": value})

    def lock(self) -> None:
        cin, members = self._customer(of_at_least=1)
        shown = next(v.value for v in self.workspace.golden(cin) if v.attribute == "name" and v.position == 0)
        self.store.note(self.workspace.lock(cin, "name"), [members], {"name": shown})

    def unlock(self) -> None:
        locked = [
            cin
            for cin in self.store.customers
            if any(value.is_locked for value in self.workspace.golden(cin) if value.attribute == "name")
        ]
        if locked:
            cin = self.random.choice(locked)
            self.store.note(self.workspace.unlock(cin, "name"), [self.store.customers[cin]], {"name": ""})

    # What a steward answers to the queue

    def merge_in_bulk(self) -> None:
        some = self.store.waiting[: self.random.randint(1, 4)]
        decision = self.workspace.merge_many(some, reason="as drawn")
        self.store.note(decision, decision.act.groups)

    def answer_draft(self) -> None:
        cluster_id = self.store.waiting[0]
        answer = self.random.choice((self.workspace.approve, self.workspace.reject))
        decision = answer(self.workspace.draft(cluster_id), reason="as drawn")
        self.store.note(decision, decision.act.groups, dict(decision.act.values))
        assert cluster_id not in self.workspace.queue()

    def defer(self) -> None:
        cluster_id = self.store.waiting[0]
        self.store.note(self.workspace.defer(cluster_id), [])
        assert cluster_id not in self.workspace.queue()

    def comment(self) -> None:
        self.store.note(self.workspace.comment(self._customer(of_at_least=1)[0], "seen"), [])

    def assign(self) -> None:
        self.store.note(self.workspace.assign(self.store.waiting[0], "Budi"), [])

    def reveal(self) -> None:
        _, members = self._customer(of_at_least=1)
        self.store.note(self.workspace.reveal(members), [])

    # What a steward takes back

    def reverse_any(self) -> None:
        self._reverse_one(self._reversible())

    def reverse_newest(self) -> None:
        self._reverse_one(self._reversible()[-1:])

    def do_again(self) -> None:
        self._reverse_one(self._reversible("reverse"))

    def undo_delivery(self) -> None:
        self._reverse_one(self._reversible("delivery"))

    # What the rules and the law say

    def set_rules(self) -> None:
        rules = Rules(
            {self.random.choice(GROUPS_WITH_RULES): tuple(self.random.sample(list(Criterion), 2))}, ("Sales",)
        )
        expected = self.workspace.preview_rules(rules)
        before = self.workspace.fingerprint()
        self.store.note(self.workspace.set_rules(rules), [])
        assert expected.values == 0 or self.workspace.fingerprint() != before
        assert self.workspace.preview_rules(rules).values == 0

    def erase(self) -> None:
        cin, members = self._customer(of_at_least=1)
        if len(self.model.active()) - len(members) >= _FEWEST_RECORDS:
            self.store.note_erasure(self.workspace.erase(cin, reason="asked for on paper").decision_id)

    def restrict(self) -> None:
        """Restrict a customer, but not all there are; lift the restriction of one who has it."""
        cin, members = self._customer(of_at_least=1)
        free = self._unrestricted()
        if free == {cin}:
            return
        if cin in free:
            self.store.note(self.workspace.restrict(cin, reason="asked for"), [members])
            return
        for decision in self.workspace.unrestrict(cin, reason="asked for"):
            self.store.note(decision, [], reverses=decision.act.reverses)

    def withdraw_consent(self) -> None:
        cin, members = self._customer(of_at_least=1)
        channels = self.random.sample(list(Channel), 1)
        self.store.note(self.workspace.withdraw_consent(cin, channels, reason="asked for"), [members])

    # What the departments do

    def deliver(self) -> None:
        self._load(self.random.choice(_LISTS), drawn_rows(self.random), mode=self.random.choice(("partial", "full")))

    def rename(self) -> None:
        """The whole list once more, with keys of another make for rows that no other row is like."""
        name = self.random.choice(_LISTS)
        cells = {record.source_key: ",".join(list(record.raw.values())[1:]) for record in self.workspace.records(name)}
        alone = [key for key, text in cells.items() if list(cells.values()).count(text) == 1]
        anew = {key: f"{len(self.model.entries)}-{key[-2:]}" for key in alone if self.random.random() < 0.5}
        if not cells:
            return
        born = len(self.model.born)
        self._load(name, [f"{anew.get(key, key)},{text}" for key, text in cells.items()], mode="full")
        assert len(self.model.born) == born
        assert [r.source_key for r in self.workspace.records(name)] == [anew.get(key, key) for key in cells]

    def repeat_file(self) -> None:
        """The list that was loaded last, once more: not one customer changes."""
        newest = next(e for e in self.model.entries[::-1] if e.kind == "delivery")
        of_list = [e for e in self.model.entries if e.kind == "delivery" and e.values["list"] == newest.values["list"]]
        in_force = self.model.in_force()
        # What only an undone delivery had ended ends now.
        if newest not in in_force or (newest.values["list"] in self.ending and any(e not in in_force for e in of_list)):
            return
        before = list(self.workspace.customers())
        self._load(newest.values["list"], newest.values["text"].splitlines(), mode=newest.values["mode"])
        assert list(self.workspace.customers()) == before

    # What only computes

    def match(self) -> None:
        if self._unrestricted():
            self._changes_no_customer(self.workspace.match)

    def match_all(self) -> None:
        if self._unrestricted():
            self._changes_no_customer(lambda: self.workspace.match(full=True))

    def rebuild(self) -> None:
        self._changes_no_customer(self.workspace.rebuild)

    def _changes_no_customer(self, work: Callable[[], object]) -> None:
        before = self.workspace.fingerprint()
        work()
        assert self.workspace.fingerprint() == before

    def _unrestricted(self) -> set[str]:
        return {cin for cin in self.workspace.customers() if not self.workspace.rights(cin).is_restricted}

    def _reversible(self, kind: str = "") -> list[int]:
        """The entries in force, of a kind or all, but for what stays and for those that would leave too little."""
        return [
            entry.id
            for entry in self.model.in_force()
            if entry.kind not in ("erase", "reveal")
            and kind in ("", entry.kind)
            and len(self.model.active_after_reversing(entry.id)) >= _FEWEST_RECORDS
        ]

    def _reverse_one(self, of: list[int]) -> None:
        if of:
            entry_id = self.random.choice(of)
            self.store.note(self.workspace.reverse(entry_id), [], reverses=entry_id)

    def _load(self, name: str, rows: list[str], mode: str = "partial") -> None:
        path = self.folder / "list.csv"
        path.write_text("\n".join(["ID,Nama,HP,NIK,Kota", *rows, ""]), encoding="utf-8")
        before = {record for record in self.model.active() if self.list_of[record] == name}
        self.workspace.import_list(path, source=name, key="ID", mode=mode)
        decision = next(self.workspace.decisions())
        # Rows of erased people are held back, so that not every row of the list became a record.
        held = {r.id for r in self.workspace.records(name) if r.delivery_id == decision.act.delivery_id}
        for record in sorted(held - self.model.born.keys()):
            self.list_of[record] = name
            self.store.note_birth(record)
        ended = before - held if mode == "full" and name in self.ending else set()
        values = {"list": name, "text": "\n".join(rows), "mode": mode}
        self.store.note(decision, [held, ended], values)

    def _records(self, count: int) -> list[int]:
        active = sorted(self.model.active())
        return self.random.sample(active, min(count, len(active)))

    def _customer(self, *, of_at_least: int) -> tuple[str, list[int]]:
        found = self.store.customers
        cin = self.random.choice([cin for cin, members in found.items() if len(members) >= of_at_least])
        return cin, sorted(found[cin])
