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
from steward.domain.identity import Cin, Identity, LoggedAct, Minting, apply_act, replay
from steward.domain.vetoes import find_vetoes
from steward.storage import (
    candidates,
    crosswalk,
    decisions,
    deliveries,
    golden,
    record_versions,
    search,
    source_records,
)
from steward.storage.force import reversed_entries
from steward.workspace.build_golden import refresh_golden
from steward.workspace.memory import evidence_shown, refresh_memory

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.progress import Progress
    from steward.domain.records import RecordId, SourceRecord
    from steward.workspace.context import StoreContext

#: The acts that join customers.
_JOINING = (DecisionKind.MERGE, DecisionKind.ARRANGE, DecisionKind.TAKE_OUT)


def take(
    context: StoreContext,
    session: Session,
    act: Act,
    *,
    reason: str = "",
    shown: Mapping[str, object] | None = None,
    progress: Progress | None = None,
) -> Decision:
    """Log an act and make it true. Raises DecisionError when it names a record that is not there.

    A merge against a veto raises VetoError unless there is a reason.
    """
    if act.kind in _JOINING and not reason.strip():
        _check_vetoes(session, act)
    decision_id = decisions.next_decision_id(session)
    change = _change(session, decision_id, act)
    entry = decisions.NewEntry(
        act=act,
        decided_at=context.clock(),
        decided_by=context.steward,
        reason=reason.strip(),
        shown={**(shown or {}), **evidence_shown(session, act)},
        minted=change.minting.fresh,
    )
    decision = decisions.append(session, entry)
    switched = _switch_versions(session, change.delivered)
    touched = crosswalk.save_identity(session, change.before, change.after, decision_id)
    # What is chosen among several records can depend on when each was delivered last; one alone says what it said.
    delivered = {r: change.after.cin_of[r] for r in change.delivered if r in change.after.cin_of}
    touched |= {cin for r, cin in delivered.items() if r in switched or len(change.after.members[cin]) > 1}
    root = root_of(session, decision).act
    if root.kind is DeskKind.RULES:
        touched = set(golden.active_cins(session))
    elif root.kind is PrivacyKind.WITHDRAW:
        touched |= {change.after.cin_of[r] for group in root.groups for r in group if r in change.after.cin_of}
    refresh_golden(session, touched, progress=progress)
    if act.kind in (DecisionKind.DELIVERY, DecisionKind.REVERSE):
        refresh_memory(session, change.records)
    refresh_clusters(context, session, change.records)
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
    shown = {"cluster_of": root.shown["cluster"]} if "cluster" in root.shown else None
    return take(context, session, Act(DecisionKind.REVERSE, reverses=target.id), reason=reason, shown=shown)


def root_of(session: Session, decision: Decision) -> Decision:
    """The act that a chain of reversals is about."""
    while decision.act.reverses is not None:
        earlier = decisions.get_decision(session, decision.act.reverses)
        if earlier is None:
            raise DecisionError(f"Decision #{decision.act.reverses} is missing from the log; run steward verify.")
        decision = earlier
    return decision


def scope_of(session: Session, decision: Decision) -> set[RecordId]:
    """Every record whose customer could change when this decision is reversed."""
    root = root_of(session, decision)
    if root.act.delivery_id is not None:
        named = deliveries.records_of_delivery(session, root.act.delivery_id)
    else:
        named = [record_id for group in root.act.groups for record_id in group]
    return decisions.connected_acts(session, named)[0]


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
    crosswalk.clear_identity(session)
    decisions.clear_derived(session)
    record_versions.clear_active(session)
    for entry in entries:
        change = _change(session, entry.id, entry.act, known=decisions.minted_in(session, entry.id))
        decisions.index_entry(session, entry.id)
        crosswalk.save_identity(session, change.before, change.after, entry.id)
    search.clear(session)
    _switch_versions(session, source_records.all_record_ids(session), upto)
    refresh_golden(session, golden.active_cins(session), upto)
    refresh_memory(session, source_records.all_record_ids(session))
    refresh_clusters(context, session, source_records.all_record_ids(session))


def identity_of(
    session: Session, record_ids: Collection[RecordId], in_force: Collection[int]
) -> tuple[set[RecordId], Identity]:
    """The records that these are tied to, and their identity when just these deliveries and the acts in force count."""
    scope, acts = decisions.connected_acts(session, record_ids)
    active = deliveries.current_presence(session, scope, in_force).keys()
    return scope, _replay(session, active | deliveries.erased_presence(session, scope, in_force), acts)[0]


def refresh_clusters(context: StoreContext, session: Session, record_ids: Collection[RecordId]) -> None:
    """Move the clusters that hold any of these records to where they belong in the queue."""
    clusters = candidates.clusters_of(session, record_ids)
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
    candidates.set_states(session, states)


@dataclass(frozen=True, slots=True)
class _ToldApart:
    """Pairs of customers that stewards told apart; those asked again, with the entry that changed their evidence."""

    settled: set[frozenset[Cin]]
    reopened_by: dict[frozenset[Cin], int]


def _told_apart(session: Session, cins: Collection[Cin]) -> _ToldApart:
    cin_of = {r: cin for cin, members in crosswalk.members_of(session, cins).items() for r in members}
    known = [row for row in crosswalk.apart_with(session, cin_of) if row.pair.low in cin_of and row.pair.high in cin_of]
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


@dataclass(frozen=True, slots=True)
class _Change:
    """What an act does to identity. ``delivered`` are records of which the version that counts may change."""

    before: Identity
    after: Identity
    minting: Minting
    records: Collection[RecordId]
    delivered: Collection[RecordId] = ()


def _change(session: Session, decision_id: DecisionId, act: Act, known: decisions.Minted | None = None) -> _Change:
    if act.kind is DecisionKind.DELIVERY:
        assert act.delivery_id is not None
        held = deliveries.records_of_delivery(session, act.delivery_id)
        in_force = deliveries.deliveries_in_force(session, before=decision_id)
        ended = deliveries.ended_by(session, act.delivery_id)
        return _replayed(session, held, in_force, held, present=set(held) - ended, known=known)
    if act.kind is DecisionKind.REVERSE:
        return _reversed(session, decision_id, act, known)
    named = {record_id for group in act.groups for record_id in group}
    partners = {r for row in crosswalk.apart_with(session, named) for r in row.pair} if _erases(act) else set()
    before = crosswalk.load_identity(session, named | partners)
    missing = sorted(named - before.cin_of.keys())
    if missing and known is None and not _erases(act):
        raise DecisionError(
            f"Record {missing[0]} is not in the store (any more); search for it again.", code="unknown_record"
        )
    after = before.copy()
    minting = Minting(dict(known or {}), crosswalk.next_number(session))
    apply_act(after, decision_id, act, minting)
    return _Change(before, after, minting, before.cin_of.keys(), named if _erases(act) else ())


def _erases(act: Act) -> bool:
    return act.kind is PrivacyKind.ERASE


def _reversed(session: Session, decision_id: DecisionId, act: Act, known: decisions.Minted | None) -> _Change:
    assert act.reverses is not None
    target = decisions.get_decision(session, act.reverses)
    assert target is not None, "a reversal names an act of the log"
    root = root_of(session, target)
    in_force = deliveries.deliveries_in_force(session, before=decision_id, reversing=target.id)
    if root.kind is not DecisionKind.DELIVERY:
        named = [record_id for group in root.act.groups for record_id in group]
        toggled = LoggedAct(root.id, root.act)
        is_in_force = root.id not in reversed_entries(session, before=decision_id, reversing=target.id)
        return _replayed(session, named, in_force, known=known, toggled=toggled, is_in_force=is_in_force)
    assert root.act.delivery_id is not None
    held = deliveries.records_of_delivery(session, root.act.delivery_id)
    present = set(deliveries.current_presence(session, held, in_force))
    return _replayed(session, held, in_force, held, present=present, known=known)


def _replayed(
    session: Session,
    record_ids: Collection[RecordId],
    in_force: Collection[int],
    delivered: Collection[RecordId] = (),
    *,
    present: Collection[RecordId] = (),
    known: decisions.Minted | None = None,
    toggled: LoggedAct | None = None,
    is_in_force: bool = True,
) -> _Change:
    """Replay the acts that concern these records. ``present``: those of ``delivered`` that are active from now on.

    ``in_force``: the deliveries in force from now on. Records of erased people take part until their erasure: what
    was decided about them before is why others have the numbers they have.
    """
    scope, acts = decisions.connected_acts(session, record_ids, toggled=toggled, is_in_force=is_in_force)
    before = crosswalk.load_identity(session, scope)
    active = (before.cin_of.keys() - set(delivered)) | set(present)
    active |= deliveries.erased_presence(session, scope, in_force)
    after, minting = _replay(session, active, acts, known)
    return _Change(before, after, minting, scope | active, delivered)


def _replay(
    session: Session, active: Collection[RecordId], acts: Sequence[LoggedAct], known: decisions.Minted | None = None
) -> tuple[Identity, Minting]:
    births = source_records.birth_cins(session, active)
    minted = decisions.minted_by(session, [logged.decision_id for logged in acts])
    minting = Minting({**minted, **(known or {})}, crosswalk.next_number(session))
    return replay([(r, Cin(births[r])) for r in sorted(active)], acts, minting), minting


def _switch_versions(
    session: Session, record_ids: Collection[RecordId], upto: DecisionId | None = None
) -> frozenset[RecordId]:
    """Let the newest delivery in force say which version of each record counts; those of which another one does now."""
    if not record_ids:
        return frozenset()
    in_force = deliveries.deliveries_in_force(session, before=None if upto is None else upto + 1)
    current = deliveries.current_presence(session, record_ids, in_force)
    switched = record_versions.set_active(session, record_ids, current)
    search.forget_records(session, switched)
    found = source_records.iter_records(session, [r for r in switched if r in current], with_raw=False)
    search.index_records(session, found)
    return frozenset(switched)


def _check_vetoes(session: Session, act: Act) -> None:
    """Raise VetoError when the act would join records whose evidence forbids it."""
    is_move = act.kind is DecisionKind.TAKE_OUT
    if is_move and len(act.groups) < 3:
        return
    named = [record_id for group in act.groups for record_id in group]
    identity = crosswalk.load_identity(session, named)
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
