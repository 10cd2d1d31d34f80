"""Decisions as people read them: what kind, about whom, in force or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.domain.decisions import Decision, DecisionKind, DeskKind
from steward.domain.progress import NO_PROGRESS
from steward.storage.customers import crosswalk, golden, told_apart
from steward.storage.lists import source_records, sources
from steward.storage.log import decisions
from steward.storage.log.force import reversed_entries
from steward.storage.matches import candidates
from steward.storage.privacy import privacy_acts
from steward.workspace.customers.preview_rules import preview_rules
from steward.workspace.customers.rules import rules_set_by
from steward.workspace.customers.titles import record_title
from steward.workspace.decisions.decide import reverse, scope_of
from steward.workspace.decisions.identity_changes import root_of
from steward.workspace.decisions.log_views import ClusterMove, DecisionView, Move, Reopened, ReversePreview

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.decisions import DecisionId
    from steward.domain.identity import Cin
    from steward.domain.records import RecordId, SourceId
    from steward.workspace.context import StoreContext


def decision_views(session: Session, found: Sequence[Decision]) -> list[DecisionView]:
    """The views of these decisions as History shows them, in their order."""
    roots = [root_of(session, decision) for decision in found]
    titles = _titles(session, roots)
    return [
        DecisionView(
            id=decision.id,
            kind=decision.act.kind,
            title=titles.get(root.id, ""),
            record_count=_record_count(root),
            attribute=next(iter(root.act.values), "") if root.kind is not DecisionKind.MERGE else "",
            relation=root.act.relation,
            decided_at=decision.decided_at,
            decided_by=decision.decided_by,
            reason=decision.reason,
            reversed_by=decision.reversed_by,
            reverses=decision.act.reverses,
        )
        for decision, root in zip(found, roots, strict=True)
    ]


def decision_view(session: Session, decision: Decision) -> DecisionView:
    """One decision as History shows it."""
    (view,) = decision_views(session, [decision])
    return view


def _titles(session: Session, found: Sequence[Decision]) -> dict[DecisionId, str]:
    """Whom each decision is about: the customer of its first record now, or what that record says; else the list."""
    first_of = {
        decision.id: next((record_id for group in decision.act.groups for record_id in group), None)
        for decision in found
        if decision.kind is not DecisionKind.DELIVERY
    }
    records = {record_id for record_id in first_of.values() if record_id is not None}
    cin_of = crosswalk.cins_of(session, records)
    customers = golden.titles(session, set(cin_of.values()))
    named = {record_id: customers[cin][0] for record_id, cin in cin_of.items()}
    others = source_records.iter_records(session, records - named.keys())
    named |= {record.id: record_title(record) for record in others}
    sources_named = {d.id: str(d.shown.get("source", "")) for d in found if d.kind is DecisionKind.DELIVERY}
    files_named = {d.id: d.act.values.get("file_name", "") for d in found if d.act.kind is DeskKind.REVEAL}
    return (
        sources_named
        | files_named
        | {
            decision_id: named.get(record_id, "")
            for decision_id, record_id in first_of.items()
            if record_id is not None
        }
    )


def _record_count(decision: Decision) -> int:
    if decision.kind is DecisionKind.DELIVERY:
        rows = decision.shown.get("rows", 0)
        return rows if isinstance(rows, int) else 0
    return sum(len(group) for group in decision.act.groups)


@dataclass(frozen=True, slots=True)
class _Standing:
    """How things stand with some records. ``titles``: what each is called, and its source; ``refused``: consents."""

    cins: dict[RecordId, Cin]
    values: dict[tuple[Cin, str, int], str]
    titles: dict[RecordId, tuple[str, SourceId]]
    clusters: list[candidates.StoredCluster]
    refused: set[tuple[RecordId, str]]
    is_restricted: bool


def preview_reverse(context: StoreContext, session: Session, decision_id: int) -> ReversePreview:
    """What reversing would change, found out by doing it; the caller rolls the session back."""
    target = decisions.get_decision(session, decision_id)
    if target and root_of(session, target).act.kind is DeskKind.RULES:
        return _preview_other_rules(session, target)
    records = scope_of(session, target) if target else set()
    later = [
        decision_view(session, found)
        for found in decisions.decisions_on(session, records)
        if found.id > decision_id and isinstance(found.act.kind, DecisionKind)
    ]
    before = _standing(session, records)
    reverse(context, session, decision_id)
    after = _standing(session, records)
    decision = decisions.get_decision(session, decision_id)
    assert decision is not None, "reverse raises when there is no such decision"
    return ReversePreview(
        decision=decision_view(session, decision),
        moves=_moves(session, before, after),
        retired_cins=tuple(sorted(set(before.cins.values()) - set(after.cins.values()))),
        revived_cins=tuple(sorted(set(after.cins.values()) - set(before.cins.values()))),
        later=tuple(later),
        values=_changed_values(before.values, after.values),
        clusters=tuple(
            ClusterMove(now.title, now.record_count, was.state, now.state)
            for was, now in zip(before.clusters, after.clusters, strict=True)
            if was.state is not now.state
        ),
        no_longer_refused=tuple(sorted({consent for _, consent in before.refused - after.refused})),
        refused_again=tuple(sorted({consent for _, consent in after.refused - before.refused})),
        is_restricted=None if after.is_restricted is before.is_restricted else after.is_restricted,
    )


def _standing(session: Session, records: Collection[RecordId]) -> _Standing:
    cins = crosswalk.cins_of(session, records)
    return _Standing(
        cins,
        golden.values_of(session, set(cins.values())),
        {r.id: (record_title(r), r.source_id) for r in source_records.iter_records(session, records)},
        candidates.clusters_by_id(session, sorted(candidates.clusters_of(session, records))),
        *_rights(session, records),
    )


def _moves(session: Session, before: _Standing, after: _Standing) -> tuple[Move, ...]:
    """The records that belong to another customer after than before."""
    titles = before.titles | after.titles
    by_id = {source.id: source for source in sources.list_sources(session)}
    return tuple(
        Move(r, titles[r][0], by_id[titles[r][1]], before.cins.get(r, ""), after.cins.get(r, ""))
        for r in sorted(titles)
        if before.cins.get(r) != after.cins.get(r)
    )


def _rights(session: Session, record_ids: Collection[RecordId]) -> tuple[set[tuple[RecordId, str]], bool]:
    """Which consents are withdrawn for which of these records, and whether one of them is restricted."""
    withdrawn = privacy_acts.withdrawals(session, record_ids)
    refused = {(record_id, consent) for record_id, consents in withdrawn.items() for consent in consents}
    return refused, not privacy_acts.restricted_records(session).isdisjoint(record_ids)


def _changed_values(
    before: Mapping[tuple[Cin, str, int], str], after: Mapping[tuple[Cin, str, int], str]
) -> tuple[tuple[str, str, str, str], ...]:
    """What changes, comes ("" before) or goes ("" after) of the customers that stay in use."""
    staying = {cin for cin, _, _ in before} & {cin for cin, _, _ in after}
    return tuple(
        (place[0], place[1], before.get(place, ""), after.get(place, ""))
        for place in sorted(before.keys() | after.keys())
        if place[0] in staying and before.get(place) != after.get(place)
    )


def _preview_other_rules(session: Session, target: Decision) -> ReversePreview:
    """What becomes of golden values when other rules come into force by reversing ``target``."""
    known = {decision.id for decision in decisions.list_decisions(session, kinds=(DeskKind.RULES,))}
    newest = max(known - reversed_entries(session, reversing=target.id).keys(), default=0)
    preview = preview_rules(session, rules_set_by(session, newest), NO_PROGRESS, None)
    return ReversePreview(
        decision=decision_view(session, target),
        moves=(),
        retired_cins=(),
        revived_cins=(),
        later=(),
        values=tuple((change.cin, change.attribute, change.before, change.after) for change in preview.changes),
    )


def reopened(session: Session, record_ids: Collection[RecordId] | None = None) -> list[Reopened]:
    """The pairs whose evidence has changed since a steward set them apart, with what changed."""
    found = [row for row in told_apart.apart_with(session, record_ids) if row.changed]
    if record_ids is not None:
        found = [row for row in found if set(row.pair) <= set(record_ids)]
    views = {}
    for row in found:
        decision = decisions.get_decision(session, row.decision_id)
        if decision is not None and row.decision_id not in views:
            views[row.decision_id] = decision_view(session, decision)
    return [Reopened(row.pair.low, row.pair.high, views[row.decision_id], row.changed) for row in found]
