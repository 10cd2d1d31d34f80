"""The answers of a steward, each one transaction and one log entry, and taking them back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from steward.domain.decisions import Act, Decision, DecisionKind, DeskKind, Relation
from steward.domain.errors import DecisionError
from steward.domain.identity import format_cin
from steward.domain.locks import lock_standing
from steward.domain.records import RecordId
from steward.storage.matches import candidates
from steward.workspace.customers.lock_notices import lock_notices
from steward.workspace.decisions import decide, decision_views
from steward.workspace.decisions.carry_decisions import export_decisions, import_decisions
from steward.workspace.decisions.general_answers import GeneralAnswers
from steward.workspace.review import asked_pairs, desk
from steward.workspace.review.bulk_merge import merge_clusters
from steward.workspace.review.gold_questions import gold_decision, recheck
from steward.workspace.review.typed_values import as_meant, check_attribute, meant_day, meant_relation
from steward.workspace.review.what_was_shown import shown_with
from steward.workspace.upkeep.written_files import refuse_loaded_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from steward.workspace.customers.customer_views import LockNotice
    from steward.workspace.decisions.log_views import Comment, Reopened, ReversePreview, TakenOver
    from steward.workspace.review.review_draft import ReviewDraft


class Answers(GeneralAnswers):
    """What a steward can decide."""

    def merge(
        self,
        record_ids: Iterable[int],
        values: Mapping[str, str] | None = None,
        reason: str | None = None,
        cluster_id: int | None = None,
    ) -> Decision:
        """The records are one customer; ``values`` are golden values chosen along the way.

        Said again it is an act of its own, as of a second steward who agrees: it changes no customer, and while either
        stands they stay together. Raises VetoError when evidence forbids it and there is no reason.
        """
        group = _ids(record_ids)
        if len(group) < 2:
            raise DecisionError("A merge needs two records at least; choose another one.", code="too_few")
        return self._take(Act(DecisionKind.MERGE, (group,), dict(values or {})), reason, cluster_id)

    def merge_many(self, cluster_ids: Iterable[int], reason: str | None = None) -> Decision:
        """Merge what the draft of each cluster merges before it is touched: one decision, reversed as one.

        Clusters of which nothing is left to merge stay as they are; DecisionError when that is so of all of them.
        Raises VetoError when evidence forbids one of them and there is no reason.
        """
        with self._context.database.write() as session:
            return merge_clusters(self._context, session, list(cluster_ids), reason or "")

    def not_same(
        self,
        record_id: int,
        other_ids: Iterable[int] | int,
        reason: str | None = None,
        cluster_id: int | None = None,
    ) -> Decision:
        """The record is not the same customer as the others. It is never asked again."""
        others = _ids([other_ids] if isinstance(other_ids, int) else other_ids)
        if not others or record_id in others:
            raise DecisionError("Name another record that it is not the same as.", code="too_few")
        return self._take(Act(DecisionKind.NOT_SAME, ((RecordId(record_id),), others)), reason, cluster_id)

    def related(
        self,
        record_id: int,
        other_id: int,
        kind: Relation | str,
        reason: str | None = None,
        cluster_id: int | None = None,
    ) -> Decision:
        """Two different customers that belong together: household, spouse, parent_child, branch or other."""
        pair, relation = _two_groups(record_id, other_id), meant_relation(kind)
        return self._take(Act(DecisionKind.RELATED, pair, relation=relation), reason, cluster_id)

    def unrelated(self, record_id: int, other_id: int, reason: str | None = None) -> Decision:
        """Two different customers that don't belong together. It is never proposed again.

        Raises DecisionError when the records are of one customer: who says so of them thinks of two.
        """
        pair = _two_groups(record_id, other_id)
        if self.cin_of(record_id) == self.cin_of(other_id):
            raise DecisionError("The records are one customer already.", code="too_few")
        return self._take(Act(DecisionKind.NOT_SAME, pair, relation=Relation.NONE), reason)

    def split(self, cin: str, groups: Iterable[Iterable[int]], reason: str | None = None) -> Decision:
        """Take a customer apart into the groups; members that no group names stay together."""
        members = self._members(cin)
        parts = tuple(_ids(group) for group in groups)
        named = [record_id for part in parts for record_id in part]
        if not all(parts) or not parts or not set(named) <= members or len(set(named)) < len(named):
            raise DecisionError(
                f"The groups must name records of CIN {cin}, each once; look at the customer again.", code="bad_groups"
            )
        if len(parts) == 1 and set(named) == members:
            raise DecisionError("Splitting needs two groups at least.", code="too_few")
        return self._take(Act(DecisionKind.SPLIT, parts), reason)

    def arrange(
        self, groups: Iterable[Iterable[int]], reason: str | None = None, cluster_id: int | None = None
    ) -> Decision:
        """Each group becomes one customer, apart from the other groups; records that no group names stay as they are.

        Raises VetoError when evidence forbids one of them and there is no reason.
        """
        parts = tuple(_ids(group) for group in groups)
        named = [record_id for part in parts for record_id in part]
        if not all(parts) or len(set(named)) < len(named):
            raise DecisionError(
                "Each group needs a record, and each record belongs to one group; look at the cluster again.",
                code="bad_groups",
            )
        if len(parts) < 2:
            raise DecisionError("Arranging needs two groups at least.", code="too_few")
        return self._take(Act(DecisionKind.ARRANGE, parts), reason, cluster_id)

    def take_out(self, record_id: int, reason: str | None = None) -> Decision:
        """The record leaves its customer and becomes one of its own; everyone else stays."""
        rest = self._members(self.cin_of(record_id)) - {record_id}
        if not rest:
            raise DecisionError("The record is a customer of its own already.", code="too_few")
        return self._take(Act(DecisionKind.TAKE_OUT, (_ids([record_id]), _ids(rest))), reason)

    def move(self, record_id: int, cin: str, reason: str | None = None) -> Decision:
        """The record leaves its customer for another one; everyone else stays.

        Raises VetoError when evidence forbids it and there is no reason.
        """
        target = self._members(cin)
        if record_id in target:
            raise DecisionError("The record belongs to that customer already.", code="too_few")
        rest = self._members(self.cin_of(record_id)) - {record_id}
        return self._take(Act(DecisionKind.TAKE_OUT, (_ids([record_id]), _ids(rest), _ids(target))), reason)

    def override(self, cin: str, attribute: str, value: str, reason: str | None = None) -> Decision:
        """A steward's value for a golden attribute; "" goes back to the rule."""
        members = self._members(cin)
        check_attribute(attribute)
        return self._take(Act(DecisionKind.OVERRIDE, (_ids(members),), {attribute: value.strip()}), reason)

    def lock(self, cin: str, attribute: str, reason: str | None = None) -> Decision:
        """Keep the present golden value whatever the lists say from now on."""
        members = self._members(cin)
        check_attribute(attribute)
        found = next((v for v in self.golden(cin) if v.attribute == attribute and v.position == 0), None)
        if found is None or not found.value:
            raise DecisionError(f"There is no {attribute} to lock; type a value first.", code="nothing_to_lock")
        lists = {"lists": lock_standing(found).value}
        act = Act(DecisionKind.LOCK, (_ids(members),), {attribute: found.value})
        return self._take(act, reason, also_shown=lists)

    def lock_notices(self) -> list[LockNotice]:
        """Locked values that lists agree with now, or disagree with, and did not when they were locked."""
        with self._read() as session:
            return lock_notices(session)

    def unlock(self, cin: str, attribute: str, reason: str | None = None) -> Decision:
        """Let rules choose the value again."""
        members = self._members(cin)
        check_attribute(attribute)
        if not any(v.is_locked for v in self.golden(cin) if v.attribute == attribute):
            raise DecisionError(f"The {attribute} of CIN {format_cin(cin)} is not locked.", code="not_locked")
        return self._take(Act(DecisionKind.UNLOCK, (_ids(members),), {attribute: ""}), reason)

    def defer(self, cluster_id: int, until: str | None = None, reason: str | None = None) -> Decision:
        """Put a cluster off; it comes back on the day ``until`` (yyyy-mm-dd), without one when asked for."""
        day = meant_day(until) if until else None
        with self._read() as session:
            members = asked_pairs.members(session, cluster_id)
        return self._take(Act(DecisionKind.DEFER, (tuple(members),), until=day), reason, cluster_id)

    def comment(self, subject: str | int, text: str) -> Decision:
        """Note something about a customer (CIN) or a cluster (its id)."""
        if not text.strip():
            raise DecisionError("Write something to note.", code="no_text")
        return self._take(Act(DeskKind.COMMENT, (self._subject(subject),), {"text": text.strip()}), None)

    def comments(self, subject: str | int) -> list[Comment]:
        """What was noted about a customer or a cluster, newest first."""
        with self._read() as session:
            return desk.comments(session, self._subject(subject))

    def assign(self, cluster_ids: Iterable[int] | int, steward: str) -> Decision:
        """Let a steward decide these clusters; "" gives them back to everyone."""
        with self._context.database.write() as session:
            wanted = [cluster_ids] if isinstance(cluster_ids, int) else sorted(set(cluster_ids))
            groups = candidates.members_by_cluster(session, wanted)
            if len(groups) < len(wanted) or not groups:
                raise DecisionError(
                    "A cluster is not in the queue any more; look at the queue again.", code="no_cluster"
                )
            act = Act(DeskKind.ASSIGN, tuple(tuple(groups[c]) for c in wanted), {"steward": steward.strip()})
            return decide.take(self._context, session, act)

    def assigned(self) -> dict[int, str]:
        """Cluster id -> the steward it is assigned to, for the clusters of the queue."""
        with self._read() as session:
            return desk.assigned(session)

    def reveal(self, record_ids: Iterable[int] = (), *, file_name: str = "") -> Decision:
        """Log that the masked numbers of these records, or of a file's rows that are none yet, are looked at.

        It has no effect and stays in the log.
        """
        group = _ids(record_ids)
        if not group and not file_name:
            raise DecisionError("Name the records whose masked numbers are looked at.", code="too_few")
        values = {"file_name": file_name} if file_name else {}
        return self._take(Act(DeskKind.REVEAL, (group,) if group else (), values), None)

    def approve(self, draft: ReviewDraft, reason: str | None = None) -> Decision:
        """Merge exactly what the draft shows."""
        if not draft.can_merge:
            raise DecisionError("Include records of two different customers to merge.", code="too_few")
        return self._take(draft.act(), reason, draft.view.id)

    def reject(self, draft: ReviewDraft, reason: str | None = None) -> Decision:
        """Every customer of the cluster is another one."""
        return self._take(Act(DecisionKind.NOT_SAME, _by_customer(draft)), reason, draft.view.id)

    def relate(self, draft: ReviewDraft, kind: Relation | str, reason: str | None = None) -> Decision:
        """The customers of the cluster are different, but belong together."""
        act = Act(DecisionKind.RELATED, _by_customer(draft), relation=meant_relation(kind))
        return self._take(act, reason, draft.view.id)

    def reopened(self, cluster_id: int | None = None) -> list[Reopened]:
        """Pairs set apart earlier that are asked again, and what changed since; of one cluster or all."""
        with self._read() as session:
            members = None if cluster_id is None else asked_pairs.members(session, cluster_id)
            return decision_views.reopened(session, members)

    def preview_reverse(self, decision_id: int) -> ReversePreview:
        """What reversing a decision would change; nothing is changed."""
        with self._context.database.trial() as session:
            return decision_views.preview_reverse(self._context, session, decision_id)

    def reverse(self, decision_id: int, reason: str | None = None) -> Decision:
        """Take a decision of any age back. Reversing a reversal brings it in force again."""
        with self._context.database.write() as session:
            return decide.reverse(self._context, session, decision_id, reason=reason or "")

    def export_decisions(self, path: str | Path) -> int:
        """Write the decisions in force to a file keyed by source keys (JSON lines); returns how many."""
        target = Path(path).absolute()
        with self._read() as session:
            refuse_loaded_list(session, target)
            return export_decisions(session, target)

    def import_decisions(self, path: str | Path) -> TakenOver:
        """Take over the decisions of such a file; those known already are left alone."""
        with self._context.database.write() as session:
            return import_decisions(self._context, session, Path(path).absolute())

    def _take(
        self,
        act: Act,
        reason: str | None,
        cluster_id: int | None = None,
        also_shown: Mapping[str, object] | None = None,
    ) -> Decision:
        gold = gold_decision(cluster_id)
        with self._context.database.write() as session:
            if gold is not None:
                return decide.take(self._context, session, recheck(session, gold, act), reason=reason or "")
            act = as_meant(session, act)
            shown = shown_with(session, act, cluster_id) | dict(also_shown or {})
            return decide.take(self._context, session, act, reason=reason or "", shown=shown)

    def _subject(self, subject: str | int) -> tuple[RecordId, ...]:
        """The members of a customer or of a cluster."""
        if isinstance(subject, str):
            return _ids(self._members(subject))
        with self._read() as session:
            members = asked_pairs.members(session, subject)
        if not members:
            raise DecisionError(
                f"Cluster {subject} is not in the queue any more; a later match run replaced it.", code="no_cluster"
            )
        return tuple(members)


def _ids(record_ids: Iterable[int]) -> tuple[RecordId, ...]:
    return tuple(RecordId(record_id) for record_id in sorted(set(record_ids)))


def _two_groups(record_id: int, other_id: int) -> tuple[tuple[RecordId, ...], ...]:
    if record_id == other_id:
        raise DecisionError("A record can't be related to itself; choose another one.", code="too_few")
    return _ids([record_id]), _ids([other_id])


def _by_customer(draft: ReviewDraft) -> tuple[tuple[RecordId, ...], ...]:
    """The members of a cluster, grouped by the customer they belong to now."""
    groups: dict[str, list[RecordId]] = {}
    for member in draft.view.members:
        groups.setdefault(member.cin, []).append(member.record_id)
    if len(groups) < 2:
        raise DecisionError("The records are one customer already.", code="too_few")
    return tuple(tuple(sorted(group)) for group in groups.values())
