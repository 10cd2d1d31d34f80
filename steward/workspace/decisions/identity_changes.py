"""What an act does to who is one customer with whom: found by replaying the acts that tie the records together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from steward.domain.decisions import Act, Decision, DecisionId, DecisionKind, PrivacyKind
from steward.domain.errors import DecisionError
from steward.domain.identity import Cin, Identity, apply_act, forget
from steward.domain.replay import LoggedAct, Minting, replay
from steward.storage.customers import crosswalk, stored_identity, told_apart
from steward.storage.lists import deliveries, presence, source_records
from steward.storage.log import connected_acts, decisions
from steward.storage.log.force import reversed_entries

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import RecordId


@dataclass(frozen=True, slots=True)
class Change:
    """What an act does to identity. ``delivered`` are records of which the version that counts may change; they need
    not be among ``records``, of which the identity is known before and after.
    """

    before: Identity
    after: Identity
    minting: Minting
    records: Collection[RecordId]
    delivered: Collection[RecordId] = ()

    def concerned(self) -> set[RecordId]:
        """All records of the customers that are not as before in who belongs to them or from whom they are told apart.

        Records that belong to nobody any more are among them.
        """
        states = (self.before, self.after)
        records = {r for r in self.before.cin_of.keys() | self.after.cin_of.keys() if self._moves(r)}
        for pair in self.before.apart.keys() | self.after.apart.keys():
            then, now = ((state.apart.get(pair), state.related.get(pair)) for state in states)
            if then != now:
                records.update(pair)
        customers = {state.cin_of[r] for state in states for r in records if r in state.cin_of}
        return records.union(*(state.members.get(cin, ()) for state in states for cin in customers))

    def _moves(self, record_id: RecordId) -> bool:
        return self.before.cin_of.get(record_id) != self.after.cin_of.get(record_id)


def change_by(session: Session, decision_id: DecisionId, act: Act, known: decisions.Minted | None = None) -> Change:
    """What an act changes when it is logged under this number. ``known``: the CINs that it gave then, for a rebuild.

    Raises DecisionError when it names a record that is not there.
    """
    if act.kind is DecisionKind.DELIVERY:
        assert act.delivery_id is not None
        held = presence.records_of_delivery(session, act.delivery_id)
        in_force = deliveries.deliveries_in_force(session, before=decision_id)
        # Nobody's customer depends on records that count as before: a list brings most of its records again.
        moved = crosswalk.moved_by(session, act.delivery_id)
        present = moved - presence.ended_by(session, act.delivery_id)
        return replace(_replayed(session, moved, in_force, moved, present=present, known=known), delivered=held)
    if act.kind is DecisionKind.REVERSE:
        return _reversed(session, decision_id, act, known)
    named = {record_id for group in act.groups for record_id in group}
    if presence.has_ended_records(session) and _reaches_ended(session, named):
        return _with_ended(session, decision_id, act, named, known)
    partners = {r for row in told_apart.apart_with(session, named) for r in row.pair} if _erases(act) else set()
    before = stored_identity.load_identity(session, named | partners)
    _require(named, before, act, known)
    after = before.copy()
    minting = Minting(dict(known or {}), stored_identity.next_number(session))
    apply_act(after, decision_id, act, minting)
    return Change(before, after, minting, before.cin_of.keys(), named if _erases(act) else ())


def _reaches_ended(session: Session, named: set[RecordId]) -> bool:
    """Whether acts in force tie a record that ended to one of these: only then may it have a say in what changes."""
    return presence.any_ended(session, connected_acts.connected_records(session, named))


def _with_ended(
    session: Session, decision_id: DecisionId, act: Act, named: set[RecordId], known: decisions.Minted | None
) -> Change:
    """What an act changes where records ended: those that belong to the customers it names take part."""
    in_force = deliveries.deliveries_in_force(session, before=decision_id)
    tied = set(stored_identity.load_identity(session, named).cin_of)
    delivered = named if _erases(act) else ()
    change = _replayed(session, tied | named, in_force, known=known, toggled=LoggedAct(decision_id, act))
    _require(named, change.before, act, known)
    return replace(change, delivered=delivered)


def _require(named: set[RecordId], before: Identity, act: Act, known: decisions.Minted | None) -> None:
    missing = sorted(named - before.cin_of.keys())
    if missing and known is None and not _erases(act):
        raise DecisionError(
            f"Record {missing[0]} is not in the store (any more); search for it again.", code="unknown_record"
        )


def _erases(act: Act) -> bool:
    return act.kind is PrivacyKind.ERASE


def _reversed(session: Session, decision_id: DecisionId, act: Act, known: decisions.Minted | None) -> Change:
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
    held = presence.records_of_delivery(session, root.act.delivery_id)
    present = set(presence.current_presence(session, held, in_force))
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
) -> Change:
    """Replay the acts that concern these records. ``present``: those of ``delivered`` that are active from now on.

    ``in_force``: the deliveries in force from now on.
    """
    scope, acts = connected_acts.connected_acts(session, record_ids, toggled=toggled, is_in_force=is_in_force)
    before = stored_identity.load_identity(session, scope)
    active = (before.cin_of.keys() - set(delivered)) | set(present)
    after, minting = _replay(session, scope, active, in_force, acts, known)
    return Change(before, after, minting, scope | active, delivered)


def _replay(
    session: Session,
    scope: set[RecordId],
    active: Collection[RecordId],
    in_force: Collection[int],
    acts: Sequence[LoggedAct],
    known: decisions.Minted | None = None,
) -> tuple[Identity, Minting]:
    """The identity of the active records after the acts.

    Records that count no longer take part, those of erased people until their erasure: what was decided about them is
    why others are one customer, and have the numbers they have. So nobody else changes when a record ends or is back.
    """
    ended = presence.ever_held(session, scope.difference(active), in_force)
    taking_part = sorted(ended.union(active))
    births = source_records.birth_cins(session, taking_part)
    minted = decisions.minted_by(session, [logged.decision_id for logged in acts])
    minting = Minting({**minted, **(known or {})}, stored_identity.next_number(session))
    identity = replay([(r, Cin(births[r])) for r in taking_part], acts, minting)
    forget(identity, ended & identity.cin_of.keys())
    return identity, minting


def root_of(session: Session, decision: Decision) -> Decision:
    """The act that a chain of reversals is about."""
    while decision.act.reverses is not None:
        earlier = decisions.get_decision(session, decision.act.reverses)
        if earlier is None:
            raise DecisionError(f"Decision #{decision.act.reverses} is missing from the log; run steward verify.")
        decision = earlier
    return decision


def identity_of(
    session: Session, record_ids: Collection[RecordId], in_force: Collection[int]
) -> tuple[set[RecordId], Identity]:
    """The records that these are tied to, and their identity when just these deliveries and the acts in force count."""
    scope, acts = connected_acts.connected_acts(session, record_ids)
    active = presence.current_presence(session, scope, in_force).keys()
    return scope, _replay(session, scope, active, in_force, acts)[0]
