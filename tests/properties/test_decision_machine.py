"""Any sequence of deliveries, decisions and reversals keeps the promises of the store."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from steward.domain.decisions import DecisionKind
from steward.domain.errors import DecisionError
from steward.domain.survivorship_rules import GROUPS_WITH_RULES, Criterion
from steward.workspace import Workspace
from steward.workspace.views import Rules

if TYPE_CHECKING:
    from steward.domain.attributes import AttributeGroup

_ROWS = [
    ("1", "Sri Wahyuni", "081233445566", "3273015507850002", "Bandung"),
    ("2", "Hj. Sri Wahyuni", "6281233445566", "", "BDG"),
    ("3", "Sri Wahyuningsih", "081233445566", "3273016209880004", "Bandung"),
    ("4", "Budi Santoso", "081322114090", "3171010210800001", "Jaksel"),
    ("5", "BUDI SANTOSO", "081322114090", "", "Jakarta Selatan"),
    ("6", "Heru Prasetyo", "085787238186", "", "Malang"),
]
_LATER = [
    ("4", "Budi Santosa", "081322114090", "3171010210800001", "Depok"),
    ("7", "Hery Prasetya", "085787238186", "", "Malang"),
    ("8", "Sri Wahyuni", "081299990000", "", "Solo"),
]
_numbers = st.integers(1, 8)


def _write(path: Path, rows: list[tuple[str, ...]]) -> Path:
    lines = ["ID,Nama,HP,NIK,Kota", *(",".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


class Decisions(RuleBasedStateMachine):
    """Every step is tried, checked, taken back and done again."""

    @initialize()
    def open_store(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="steward-machine-"))
        moment = datetime(2026, 5, 1, tzinfo=UTC)
        ticks = iter(range(10**6))
        self.workspace = Workspace.create(
            self.folder / "m.steward", steward="Ratna", clock=lambda: moment + timedelta(minutes=next(ticks))
        )
        self.later = _write(self.folder / "later.csv", _LATER)
        self.workspace.import_list(_write(self.folder / "first.csv", _ROWS), source="sales", key="ID")
        self.workspace.match()

    def _active(self, *numbers: int) -> list[int]:
        present = {record.id for record in self.workspace.records()}
        return sorted(set(numbers) & present)

    def _done_and_undone(self, decision_id: int, before: str) -> None:
        """Take an act back, find the state before; do it again, find the state after."""
        after = self.workspace.fingerprint()
        undo = self.workspace.reverse(decision_id)
        assert self.workspace.fingerprint() == before
        self.workspace.reverse(undo.id)
        assert self.workspace.fingerprint() == after

    @rule(a=_numbers, b=_numbers, c=_numbers)
    def merge(self, a: int, b: int, c: int) -> None:
        records = self._active(a, b, c)
        if len(records) < 2:
            return
        before = self.workspace.fingerprint()
        decision = self.workspace.merge(records, reason="as drawn")
        assert len({self.workspace.cin_of(record) for record in records}) == 1
        self._done_and_undone(decision.id, before)

    @rule(a=_numbers, b=_numbers)
    def not_same(self, a: int, b: int) -> None:
        if len(self._active(a, b)) < 2:
            return
        before = self.workspace.fingerprint()
        decision = self.workspace.not_same(a, [b])
        assert self.workspace.cin_of(a) != self.workspace.cin_of(b)
        self._done_and_undone(decision.id, before)

    @rule(a=_numbers)
    def take_out(self, a: int) -> None:
        if not self._active(a):
            return
        others = set(self.workspace.members(self.workspace.cin_of(a))) - {a}
        before = self.workspace.fingerprint()
        try:
            decision = self.workspace.take_out(a)
        except DecisionError:
            assert not others
            return
        assert self.workspace.members(self.workspace.cin_of(a)) == [a]
        assert len({self.workspace.cin_of(other) for other in others}) == 1
        self._done_and_undone(decision.id, before)

    @rule(a=_numbers, name=st.sampled_from(["Siti", "Joko", ""]))
    def override(self, a: int, name: str) -> None:
        if not self._active(a):
            return
        before = self.workspace.fingerprint()
        cin = self.workspace.cin_of(a)
        decision = self.workspace.override(cin, "name", name)
        golden = {value.attribute: value for value in self.workspace.golden(cin)}
        assert name in ("", golden["name"].value)
        self._done_and_undone(decision.id, before)

    @rule(a=_numbers, is_locked=st.booleans())
    def lock(self, a: int, is_locked: bool) -> None:
        if not self._active(a):
            return
        before = self.workspace.fingerprint()
        cin = self.workspace.cin_of(a)
        decision = self.workspace.lock(cin, "name") if is_locked else self.workspace.unlock(cin, "name")
        self._done_and_undone(decision.id, before)

    @rule(a=_numbers, b=_numbers)
    def move(self, a: int, b: int) -> None:
        if len(self._active(a, b)) < 2 or self.workspace.cin_of(a) == self.workspace.cin_of(b):
            return
        before = self.workspace.fingerprint()
        others = set(self.workspace.members(self.workspace.cin_of(a))) - {a}
        decision = self.workspace.move(a, self.workspace.cin_of(b), reason="as drawn")
        assert self.workspace.cin_of(a) == self.workspace.cin_of(b)
        assert len({self.workspace.cin_of(other) for other in others}) < 2
        self._done_and_undone(decision.id, before)

    @rule()
    def merge_in_bulk(self) -> None:
        waiting = self.workspace.queue()
        if waiting:
            before = self.workspace.fingerprint()
            decision = self.workspace.merge_many(waiting, reason="as drawn")
            assert self.workspace.queue() == []
            self._done_and_undone(decision.id, before)

    @rule(group=st.sampled_from(GROUPS_WITH_RULES), order=st.permutations(list(Criterion)), length=st.integers(1, 5))
    def change_rules(self, group: AttributeGroup, order: list[Criterion], length: int) -> None:
        before = self.workspace.fingerprint()
        rules = Rules({group: tuple(order[:length])}, trusted_sources=("sales",))
        expected = self.workspace.preview_rules(rules)
        decision = self.workspace.set_rules(rules)
        assert (self.workspace.fingerprint() != before) or expected.values == 0
        assert self.workspace.preview_rules(rules).values == 0
        self._done_and_undone(decision.id, before)

    @rule(a=_numbers)
    def comment(self, a: int) -> None:
        if self._active(a):
            before = self.workspace.fingerprint()
            self.workspace.comment(self.workspace.cin_of(a), "seen")
            assert self.workspace.fingerprint() == before

    @rule()
    def deliver(self) -> None:
        before = self.workspace.fingerprint()
        self.workspace.import_list(self.later, source="sales", key="ID", mode="partial")
        self._done_and_undone(next(self.workspace.decisions()).id, before)

    @rule(pick=st.integers(0, 10**6))
    def reverse_any(self, pick: int) -> None:
        found = [d for d in self.workspace.decisions() if d.is_in_force and d.act.kind is not DecisionKind.REVERSE]
        if len(found) < 2:
            return
        before = self.workspace.fingerprint()
        undo = self.workspace.reverse(found[pick % len(found)].id)
        self._done_and_undone(undo.id, before)

    @rule()
    def match(self) -> None:
        if not self._active(*range(1, 9)):
            return
        before = self.workspace.fingerprint()
        self.workspace.match()
        assert self.workspace.fingerprint() == before

    @invariant()
    def every_record_has_one_customer_and_every_cin_resolves(self) -> None:
        records = [record.id for record in self.workspace.records()]
        customers = list(self.workspace.customers())
        assert sorted(m for cin in customers for m in self.workspace.members(cin)) == records
        for retired, _, by in self.workspace.cin_history():
            assert (retired in customers) == (by is None)
            assert set(self.workspace.resolve(retired)) <= set(customers)

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            assert self.workspace.verify() == []
            self.workspace.close()
            shutil.rmtree(self.folder)


#: A long run draws many more: STEWARD_SEQUENCES=1000 make soak.
_SEQUENCES = int(os.environ.get("STEWARD_SEQUENCES", "12"))

TestDecisions = Decisions.TestCase
TestDecisions.settings = settings(
    max_examples=_SEQUENCES,
    stateful_step_count=12 if _SEQUENCES < 100 else 30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
