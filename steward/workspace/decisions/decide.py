"""Taking a decision and reversing one: log it, change identity, compute golden records, move clusters.

Every function runs inside one transaction of the caller: an act is there whole or not at all.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.domain.attributes import VETO_ATTRIBUTES
from steward.domain.clusters import ClusterState, compute_state
from steward.domain.decisions import Act, Decision, DecisionId, DecisionKind, DeskKind, PrivacyKind
from steward.domain.errors import DecisionError, VetoError
from steward.domain.progress import NO_PROGRESS, Progress
from steward.domain.vetoes import find_vetoes
from steward.storage.chunks import chunks
from steward.storage.customers import crosswalk, golden, search, stored_identity, told_apart
from steward.storage.lists import deliveries, presence, record_versions, source_records
from steward.storage.log import connected_acts, decisions
from steward.storage.matches import candidates
from steward.workspace.customers.build_golden import refresh_golden
from steward.workspace.decisions.identity_changes import change_by, root_of
from steward.workspace.decisions.memory import evidence_shown, refresh_memory
from steward.workspace.review.leave_queue import leave_clusters

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sqlalchemy.orm import Session

    from steward.domain.identity import Cin
    from steward.domain.records import RecordId, SourceRecord
    from steward.workspace.context import StoreContext

#: The acts that join customers.
_JOINING = (DecisionKind.MERGE, DecisionKind.ARRANGE, DecisionKind.TAKE_OUT)
#: The acts after which nobody is asked about the records that they name.
_LEAVING = (PrivacyKind.RESTRICT, PrivacyKind.ERASE)
#: Records that are put into the index of the search until it is asked whether to stop.
_INDEXED_AT_ONCE = 1000


def take(
    context: StoreContext,
    session: Session,
    act: Act,
    *,
    reason: str = "",
    shown: Mapping[str, object] | None = None,
    progress: Progress = NO_PROGRESS,
) -> Decision:
    """Log an act and make it true. Raises DecisionError when it names a record that is not there.

    A merge against a veto raises VetoError unless there is a reason.
    """
    if act.kind in _JOINING and not reason.strip():
        _check_vetoes(session, act)
    decision_id = decisions.next_decision_id(session)
    change = change_by(session, decision_id, act)
    entry = decisions.NewEntry(
        act=act,
        decided_at=context.clock(),
        decided_by=context.steward,
        reason=reason.strip(),
        shown={**(shown or {}), **evidence_shown(session, act)},
        minted=change.minting.fresh,
    )
    decision = decisions.append(session, entry)
    if act.delivery_id is not None:
        # Nothing else has a say in what it holds: a delivery that is logged now is the newest in force.
        switched = _indexed_anew(session, record_versions.count_newest(session, act.delivery_id), progress)
    else:
        switched = _switch_versions(session, change.delivered)
    progress.check()
    touched = stored_identity.save_identity(session, change.before, change.after, decision_id)
    renewed = set(crosswalk.cins_of(session, switched).values())
    # What is chosen among several records can depend on when each was delivered last; one alone says what it said.
    touched |= renewed | crosswalk.shared_cins(session, change.delivered)
    root = root_of(session, decision).act
    if root.kind is DeskKind.RULES:
        touched = set(golden.active_cins(session))
    elif root.kind is PrivacyKind.WITHDRAW:
        touched |= {change.after.cin_of[r] for group in root.groups for r in group if r in change.after.cin_of}
    refresh_golden(session, touched, progress=progress)
    progress.check()
    if act.kind in (DecisionKind.DELIVERY, DecisionKind.REVERSE):
        refresh_memory(session, {*change.records, *switched})
    # A list brings most of its records as they were: there nothing is asked anew.
    asked = set(change.records)
    if root.kind is DecisionKind.DELIVERY:
        asked = change.concerned().union(switched, *crosswalk.members_of(session, renewed).values())
    if act.kind in _LEAVING:
        asked |= leave_clusters(session, {record_id for group in act.groups for record_id in group})
    progress.check()
    refresh_clusters(context, session, asked)
    return decision


def reverse(context: StoreContext, session: Session, decision_id: int, *, reason: str = "") -> Decision:
    """Take an act of any age back: the state becomes as if it had never been in force.

    Raises DecisionError when there is no such act or it is reversed already.
    """
    target = decisions.get_decision(session, decision_id)
    if target is None:
        raise DecisionError(f"There is no decision #{decision_id}; look it up in History.", code="unknown_decision")
    if target.reversed_by is not None:
        raise DecisionError(
            f"Decision #{decision_id} is reversed already, by #{target.reversed_by}.", code="already_reversed"
        )
    root = root_of(session, target)
    if root.act.kind is PrivacyKind.ERASE:
        raise DecisionError(
            f"Decision #{decision_id} erased a person; what is gone can't be brought back.", code="erased_for_good"
        )
    if root.act.kind is DeskKind.REVEAL:
        raise DecisionError(
            f"Entry #{decision_id} says who looked at masked numbers; that stays in the log.", code="seen_for_good"
        )
    shown = {"cluster_of": root.shown["cluster"]} if "cluster" in root.shown else None
    return take(context, session, Act(DecisionKind.REVERSE, reverses=target.id), reason=reason, shown=shown)


def scope_of(session: Session, decision: Decision) -> set[RecordId]:
    """Every record whose customer could change when this decision is reversed."""
    root = root_of(session, decision)
    if root.act.delivery_id is not None:
        named = presence.records_of_delivery(session, root.act.delivery_id)
    else:
        named = [record_id for group in root.act.groups for record_id in group]
    return connected_acts.connected_acts(session, named)[0]


def rebuild(context: StoreContext, session: Session, upto: DecisionId | None = None) -> None:
    """Make everything derived anew from the source rows and the log; suggestions of the match run stay.

    ``upto``: only entries up to this one, for a look at the past in a session that is rolled back.
    """
    entries = [
        entry
        for entry in decisions.iter_decisions(session)
        # Who was erased later is not seen in the past either: nothing is known of them any more.
        if upto is None or entry.id <= upto or entry.act.kind is PrivacyKind.ERASE
    ]
    stored_identity.clear_identity(session)
    decisions.clear_derived(session)
    record_versions.clear_active(session)
    for entry in entries:
        change = change_by(session, entry.id, entry.act, known=decisions.minted_in(session, entry.id))
        decisions.index_entry(session, entry.id)
        stored_identity.save_identity(session, change.before, change.after, entry.id)
    search.clear(session)
    _switch_versions(session, source_records.all_record_ids(session), upto)
    refresh_golden(session, golden.active_cins(session), upto)
    refresh_memory(session, source_records.all_record_ids(session))
    refresh_clusters(context, session, source_records.all_record_ids(session))


def refresh_clusters(context: StoreContext, session: Session, record_ids: Collection[RecordId]) -> None:
    """Move the clusters that hold any of these records to where they belong in the queue."""
    candidates.set_states(session, compute_states(context, session, candidates.clusters_of(session, record_ids)))


def compute_states(
    context: StoreContext, session: Session, clusters: Mapping[int, Collection[RecordId]]
) -> dict[int, ClusterState]:
    """Where clusters of these members belong in the queue, by their ids."""
    cin_of = crosswalk.cins_of(session, {record_id for members in clusters.values() for record_id in members})
    customers = {
        cluster_id: {cin_of[member] for member in members if member in cin_of}
        for cluster_id, members in clusters.items()
    }
    states = {cluster_id: ClusterState.DECIDED for cluster_id, found in customers.items() if len(found) < 2}
    asked = {cluster_id: found for cluster_id, found in customers.items() if len(found) > 1}
    keys = {cluster_id: candidates.member_key(clusters[cluster_id]) for cluster_id in asked}
    today = context.clock().date().isoformat()
    answered, deferred = decisions.answers(session, set(keys.values()), today)
    told = _told_apart(session, {cin for found in asked.values() for cin in found})
    for cluster_id, found in asked.items():
        last_change = max((told.reopened_by.get(pair, 0) for pair in _pairs_of(found)), default=0)
        states[cluster_id] = compute_state(
            found,
            told.settled,
            is_answered=answered.get(keys[cluster_id], 0) > last_change,
            is_deferred=deferred.get(keys[cluster_id], 0) > last_change,
        )
    return states


@dataclass(frozen=True, slots=True)
class _ToldApart:
    """Pairs of customers that stewards told apart; those asked again, with the entry that changed their evidence."""

    settled: set[frozenset[Cin]]
    reopened_by: dict[frozenset[Cin], int]


def _told_apart(session: Session, cins: Collection[Cin]) -> _ToldApart:
    if not told_apart.has_pairs(session):
        return _ToldApart(set(), {})
    cin_of = {r: cin for cin, members in crosswalk.members_of(session, cins).items() for r in members}
    known = [
        row for row in told_apart.apart_with(session, cin_of) if row.pair.low in cin_of and row.pair.high in cin_of
    ]
    told = {frozenset((cin_of[row.pair.low], cin_of[row.pair.high])) for row in known}
    changed = [row.pair for row in known if row.changed]
    changed_by = record_versions.entries_of_versions(session, {record_id for pair in changed for record_id in pair})
    reopened_by: dict[frozenset[Cin], int] = {}
    for pair in changed:
        customers = frozenset((cin_of[pair.low], cin_of[pair.high]))
        last = max(changed_by.get(record_id, 0) for record_id in pair)
        reopened_by[customers] = max(reopened_by.get(customers, 0), last)
    return _ToldApart(told - reopened_by.keys(), reopened_by)


def _pairs_of(customers: Collection[Cin]) -> Iterator[frozenset[Cin]]:
    return map(frozenset, itertools.combinations(customers, 2))


def _switch_versions(
    session: Session, record_ids: Collection[RecordId], upto: DecisionId | None = None
) -> frozenset[RecordId]:
    """Let the newest delivery in force say which version of each record counts; those of which another one does now."""
    if not record_ids:
        return frozenset()
    in_force = deliveries.deliveries_in_force(session, before=None if upto is None else upto + 1)
    current = presence.current_presence(session, record_ids, in_force)
    return _indexed_anew(session, record_versions.set_active(session, record_ids, current))


def _indexed_anew(
    session: Session, switched: Collection[RecordId], progress: Progress = NO_PROGRESS
) -> frozenset[RecordId]:
    """Records of which another version counts now, or none, are found by what they say now."""
    for portion in chunks(switched, _INDEXED_AT_ONCE):
        progress.check()
        search.forget_records(session, portion)
        search.index_records(session, source_records.iter_records(session, portion, with_raw=False))
    return frozenset(switched)


def _check_vetoes(session: Session, act: Act) -> None:
    """Raise VetoError when the act would join records whose evidence forbids it."""
    is_move = act.kind is DecisionKind.TAKE_OUT
    if is_move and len(act.groups) < 3:
        return
    named = [record_id for group in act.groups for record_id in group]
    identity = stored_identity.load_identity(session, named)
    holders = source_records.iter_records(session, list(identity.cin_of), with_raw=False, holding=VETO_ATTRIBUTES)
    records = {record.id: record for record in holders}

    def whole(group: Collection[RecordId]) -> list[list[SourceRecord]]:
        """The customers that the records of a group belong to, with all their members that no other group names."""
        cins = dict.fromkeys(identity.cin_of[record_id] for record_id in group if record_id in identity.cin_of)
        leaving = set(named).difference(group) if act.kind is DecisionKind.ARRANGE else set()
        return [[records[r] for r in sorted(identity.members[cin] - leaving) if r in records] for cin in cins]

    if is_move:
        # Who moves comes alone; whom it leaves is no part of what is joined.
        joined = [[[records[r] for r in act.groups[0] if r in records], *whole(act.groups[2])]]
    else:
        joined = [whole(group) for group in act.groups]
    for customers in joined:
        vetoes = find_vetoes(customers)
        if vetoes:
            raise VetoError(
                f"These records have different valid values of {', '.join(v.upper() for v in vetoes)}; "
                "give a reason to merge them all the same.",
                code="veto",
                attributes=vetoes,
            )
