"""What a steward has arranged for a cluster but not decided yet: who is in, which values were chosen.

The golden column is computed by the very functions that store it when the draft is approved.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.domain.attributes import in_order
from steward.domain.decisions import Act, DecisionId, DecisionKind
from steward.domain.golden_record import compute_golden
from steward.domain.identity import Cin, Identity, apply_act, cin_number, surviving_cin
from steward.domain.survivorship_rules import USUAL_RULES, SurvivorshipRules
from steward.domain.vetoes import find_vetoes
from steward.workspace.review.cell_states import FieldRows, urgency
from steward.workspace.review.typed_values import meant_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.domain.identity import Part
    from steward.domain.records import RecordId, SourceRecord
    from steward.domain.survivorship import GoldenValue
    from steward.workspace.views import ClusterView, FieldRow


@dataclass(frozen=True, slots=True)
class DraftBasis:
    """What a draft needs of the store: the members, every record of their customers, and their identity."""

    members: tuple[SourceRecord, ...]
    records: Mapping[RecordId, SourceRecord]
    identity: Identity
    member_key: str
    rules: SurvivorshipRules = USUAL_RULES


class ReviewDraft:
    """A cluster as the steward arranges it. Pure and in memory; nothing is stored before ``Workspace.approve``."""

    def __init__(self, view: ClusterView, basis: DraftBasis) -> None:
        self.view = view
        self.basis = basis
        out = set(view.proposed_out)
        self.included: frozenset[RecordId] = frozenset(
            member.record_id for member in view.members if member.number not in out
        )
        self.choices: dict[str, RecordId | str] = {}
        self._rows = FieldRows(basis.members)
        self._made: tuple[tuple[object, object], tuple[FieldRow, ...]] | None = None
        self._held = frozenset[str]().union(*(member.values for member in basis.members))

    # Who is in

    def include(self, record_id: RecordId) -> None:
        """Take a member into the merge, with the others of its customer."""
        self.included |= self._companions(record_id)

    def exclude(self, record_id: RecordId) -> None:
        """Leave a member out, with the others of its customer: they were joined by an earlier decision."""
        self.included -= self._companions(record_id)

    def toggle(self, record_id: RecordId) -> None:
        """In becomes out, out becomes in."""
        if record_id in self.included:
            self.exclude(record_id)
        else:
            self.include(record_id)

    def _companions(self, record_id: RecordId) -> frozenset[RecordId]:
        cin = self.basis.identity.cin_of[record_id]
        return frozenset(m.record_id for m in self.view.members if self.basis.identity.cin_of[m.record_id] == cin)

    @property
    def included_numbers(self) -> tuple[int, ...]:
        """Numbers of the members that are in."""
        return tuple(member.number for member in self.view.members if member.record_id in self.included)

    @property
    def excluded_numbers(self) -> tuple[int, ...]:
        """Numbers of the members that are out."""
        return tuple(member.number for member in self.view.members if member.record_id not in self.included)

    # Which values

    def choose(self, attribute: str, record_id: RecordId) -> None:
        """Take this member's value; the same choice again goes back to the rule."""
        record = self.basis.records[record_id]
        if self.choices.get(attribute) == record_id:
            del self.choices[attribute]
        elif record.first_standard(attribute) or record.first(attribute):
            self.choices[attribute] = record_id

    def choose_text(self, attribute: str, text: str) -> None:
        """A value the steward typed, in the form in which it is kept; "" goes back to the rule.

        Raises DecisionError when it can't be read; the draft stays as it was.
        """
        if text.strip():
            holders = [self.basis.records[record_id] for record_id in self.included]
            self.choices[attribute] = meant_value(attribute, text.strip(), holders)
        else:
            self.choices.pop(attribute, None)

    def choose_record(self, record_id: RecordId) -> None:
        """Take every value that this member has."""
        record = self.basis.records[record_id]
        self.choices.update({attribute: record_id for attribute in record.values if record.first_standard(attribute)})

    def chosen_values(self) -> dict[str, str]:
        """The choices as texts."""
        return {attribute: self._text(attribute, choice) for attribute, choice in self.choices.items()}

    def _text(self, attribute: str, choice: RecordId | str) -> str:
        if isinstance(choice, str):
            return choice
        record = self.basis.records[choice]
        return record.first_standard(attribute) or record.first(attribute)

    # What would be written

    def act(self) -> Act:
        """The merge that approving logs: included members in id order, and the chosen values."""
        return Act(DecisionKind.MERGE, (tuple(sorted(self.included)),), self.chosen_values())

    def golden(self) -> tuple[GoldenValue, ...]:
        """The golden record as it would be after approving; with nobody in, that of all members."""
        if not self.included:
            return compute_golden(self.basis.members, rules=self.basis.rules)
        merged = self.basis.identity.copy()
        apply_act(merged, DecisionId(0), self.act(), _no_minting)
        cin = merged.cin_of[min(self.included)]
        records = [self.basis.records[record_id] for record_id in merged.members[cin]]
        return compute_golden(records, merged.effective_overrides(cin), self.basis.rules)

    def rows(self) -> tuple[FieldRow, ...]:
        """The compare grid: what needs a look first, folded rows last. Made once for what was arranged."""
        arranged = self.included, dict(self.choices)
        if self._made is None or self._made[0] != arranged:
            self._made = arranged, self._make_rows()
        return self._made[1]

    def _make_rows(self) -> tuple[FieldRow, ...]:
        by_attribute: dict[str, list[GoldenValue]] = {}
        for value in self.golden():
            by_attribute.setdefault(value.attribute, []).append(value)
        rows = [
            self._rows.row(one.name, by_attribute.get(one.name, ()), is_chosen=one.name in self.choices)
            for one in in_order(by_attribute.keys() | self._held)
        ]
        return tuple(sorted(rows, key=urgency))

    def _customers(self) -> list[tuple[Cin, int]]:
        cins = {self.basis.identity.cin_of[record_id] for record_id in self.included}
        return [(cin, len(self.basis.identity.members[cin])) for cin in cins]

    @property
    def surviving_cin(self) -> str:
        """The CIN that stays; "" when nobody is in."""
        customers = self._customers()
        return surviving_cin(customers) if customers else ""

    @property
    def retiring_cins(self) -> tuple[str, ...]:
        """The CINs that would retire and forward, oldest first."""
        survivor = self.surviving_cin
        return tuple(sorted((cin for cin, _ in self._customers() if cin != survivor), key=cin_number))

    @property
    def can_merge(self) -> bool:
        """Whether two different customers are in."""
        return len(self._customers()) > 1

    @property
    def vetoes(self) -> tuple[str, ...]:
        """The attributes that forbid this merge unless there is a reason."""
        cins = sorted({self.basis.identity.cin_of[record_id] for record_id in self.included}, key=cin_number)
        return find_vetoes(
            [[self.basis.records[record_id] for record_id in self.basis.identity.members[cin]] for cin in cins]
        )


def _no_minting(decision_id: DecisionId, part: Part) -> Cin:
    raise AssertionError(f"a merge mints no CIN ({decision_id}, {part})")
