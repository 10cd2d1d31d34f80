"""Taking what the store says about erased persons out of its tables.

The bare ids stay, so that the log can be replayed.
"""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, String, cast, delete, func, literal, or_, select, update

from steward.domain.privacy import ERASED, IdentityKind
from steward.domain.quarantine import QuarantineReason
from steward.storage.chunks import among, chunks
from steward.storage.lists import record_keys
from steward.storage.lists.presence import ENDED
from steward.storage.matches.candidates import clusters_of, member_key
from steward.storage.tables import (
    CandidatePairRow,
    ClusterMemberRow,
    ClusterRow,
    DeliveryRecordRow,
    DeliveryRow,
    GoldenRow,
    ImportIssueRow,
    MatchRunRow,
    MembershipRow,
    QuarantineRow,
    RecordVersionRow,
    SourceRecordRow,
    SourceRow,
)

#: The row of an erased record: of no list.
_NO_ROW = -1

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sqlalchemy.orm import InstrumentedAttribute, Session

    from steward.domain.records import RecordId


def erase_contents(session: Session, record_ids: Collection[RecordId]) -> None:
    """Empty every version of these records, their keys, and the notes about their rows."""
    record_keys.forget_keys(session, record_ids)
    for portion in chunks(record_ids):
        _erase_issues(session, portion)
        session.execute(
            update(RecordVersionRow)
            .where(among(RecordVersionRow.record_id, portion))
            .values(content_hash="", raw="{}", attribute_values="{}", standard_values="{}", header_id=None)
        )
        # Not the row of a record that ended: whether it counted is why others have the numbers they have.
        held = update(DeliveryRecordRow).where(DeliveryRecordRow.row != ENDED).values(row=_NO_ROW)
        session.execute(held.where(among(DeliveryRecordRow.record_id, portion)))
        session.execute(
            update(SourceRecordRow)
            .where(among(SourceRecordRow.id, portion))
            # Unlike any other key of the source, so that the next record may have the key.
            .values(source_key=literal(f"{ERASED} ") + cast(SourceRecordRow.id, String))
        )
        cins = select(MembershipRow.cin).where(among(MembershipRow.record_id, portion))
        session.execute(
            update(GoldenRow)
            .where(GoldenRow.cin.in_(cins), GoldenRow.retired_by.is_not(None))
            .values(title="", city="", record_count=0, sources="")
        )


def _erase_issues(session: Session, record_ids: Collection[RecordId]) -> None:
    """Sheets of one delivery may count their rows alike: only issues that quote the records' own texts go."""
    query = (
        select(
            DeliveryRecordRow.delivery_id,
            DeliveryRecordRow.row,
            RecordVersionRow.raw,
            RecordVersionRow.attribute_values,
            RecordVersionRow.standard_values,
        )
        .join(RecordVersionRow, RecordVersionRow.id == DeliveryRecordRow.version_id)
        .where(among(DeliveryRecordRow.record_id, record_ids))
    )
    for delivery_id, row, raw, others, standard in session.execute(query).all():
        values = chain(json.loads(others).values(), json.loads(standard).values())
        own = "\n".join([*json.loads(raw).values(), *chain.from_iterable(values)])
        issues = session.execute(
            select(ImportIssueRow.id, ImportIssueRow.value).where(
                ImportIssueRow.delivery_id == delivery_id, ImportIssueRow.row == row
            )
        )
        gone = [issue_id for issue_id, value in issues if value in own]
        session.execute(delete(ImportIssueRow).where(among(ImportIssueRow.id, gone)))


def leave_clusters(session: Session, record_ids: Collection[RecordId]) -> dict[int, list[RecordId]]:
    """Take records out of what the match run suggested; returns who is left in each of their clusters.

    A cluster of which one record is left is none.
    """
    leaving = set(record_ids)
    left: dict[int, list[RecordId]] = {}
    for cluster_id, members in clusters_of(session, record_ids).items():
        rest = [member for member in members if member not in leaving]
        session.execute(
            delete(ClusterMemberRow).where(
                ClusterMemberRow.cluster_id == cluster_id, among(ClusterMemberRow.record_id, leaving)
            )
        )
        if len(rest) > 1:
            left[cluster_id] = rest
        else:
            session.execute(delete(ClusterMemberRow).where(ClusterMemberRow.cluster_id == cluster_id))
            session.execute(delete(ClusterRow).where(ClusterRow.id == cluster_id))
    for portion in chunks(record_ids):
        for side in (CandidatePairRow.low, CandidatePairRow.high):
            session.execute(delete(CandidatePairRow).where(among(side, portion)))
    return left


def rename_cluster(session: Session, cluster_id: int, members: Collection[RecordId], title: str) -> None:
    """Let a cluster be that of the members who are left."""
    lists = select(func.count(SourceRecordRow.source_id.distinct())).where(among(SourceRecordRow.id, members))
    session.execute(
        update(ClusterRow)
        .where(ClusterRow.id == cluster_id)
        .values(
            member_key=member_key(members),
            title=title,
            record_count=len(members),
            source_count=lists.scalar_subquery(),
        )
    )


def erase_quarantined(session: Session, keys: Iterable[tuple[str, str]], words: Collection[str]) -> int:
    """Empty the rows held back that have one of the (source name, source key)s or hold one of the words."""
    ids = set(
        session.scalars(
            select(QuarantineRow.id).where(
                or_(mentions(QuarantineRow.raw, words), mentions(QuarantineRow.mended, words))
            )
        )
    )
    for name, key in keys:
        ids.update(
            session.scalars(
                select(QuarantineRow.id)
                .join(DeliveryRow, DeliveryRow.id == QuarantineRow.delivery_id)
                .join(SourceRow, SourceRow.id == DeliveryRow.source_id)
                .where(SourceRow.name == name, QuarantineRow.source_key == key)
            )
        )
    empty_quarantined(session, ids)
    return len(ids)


def empty_quarantined(session: Session, row_ids: Collection[int]) -> None:
    """Let these rows be held back as an erased person's, without their cells."""
    for portion in chunks(row_ids):
        session.execute(
            update(QuarantineRow)
            .where(among(QuarantineRow.id, portion))
            .values(
                source_key="",
                fingerprint="",
                raw="{}",
                mended="",
                reason=QuarantineReason.ERASED_PERSON.value,
                arguments=json.dumps([IdentityKind.SOURCE_KEY.value]),
            )
        )


def erase_from_runs(session: Session, words: Collection[str]) -> None:
    """Take words out of what match runs noted: how often a value occurs, and warnings that quote one."""
    for run in session.scalars(select(MatchRunRow).where(_mentions_any(MatchRunRow.model, MatchRunRow.report, words))):
        run.model = json.dumps(_without(json.loads(run.model), words), ensure_ascii=False, separators=(",", ":"))
        run.report = json.dumps(_without(json.loads(run.report), words), ensure_ascii=False, separators=(",", ":"))
    session.flush()


def mentions(column: InstrumentedAttribute[str], words: Collection[str]) -> ColumnElement[bool]:
    """True where the text holds one of the words, in capitals or not (those of ASCII)."""
    lowered = func.lower(column)
    found = [func.instr(lowered, func.lower(word)) > 0 for word in words]
    return or_(*found) if found else literal(False)


def _mentions_any(
    first: InstrumentedAttribute[str], second: InstrumentedAttribute[str], words: Collection[str]
) -> ColumnElement[bool]:
    return or_(mentions(first, words), mentions(second, words))


def _without(document: Any, words: Collection[str]) -> Any:
    """A JSON document without the entries that are, and the texts that hold, one of the words."""
    if isinstance(document, str):
        return ERASED if any(word.casefold() in document.casefold() for word in words) else document
    if isinstance(document, dict):
        known: Mapping[str, Any] = document
        return {k: _without(v, words) for k, v in known.items() if not any(w.casefold() in k.casefold() for w in words)}
    if isinstance(document, list):
        return [_without(item, words) for item in document]
    return document
