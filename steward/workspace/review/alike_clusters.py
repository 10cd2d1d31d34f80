"""Clusters whose records differ in nothing but writing: no comparing needed, one look at a list and one decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeGroup, find_attribute, in_order
from steward.domain.pairs import Strength
from steward.storage.customers import stored_identity
from steward.storage.lists import source_records, sources
from steward.storage.matches import candidates
from steward.workspace.customers.titles import record_title
from steward.workspace.review.find_queue import KnownQueue, find_queue
from steward.workspace.review.proposed_out import customers_apart
from steward.workspace.review.queue_filters import QueueFilter
from steward.workspace.views import ClusterId

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import Source, SourceId, SourceRecord

#: What the business knows of a customer, or a steward keeps beside, says nothing of who it is.
_TELLS_NOBODY_APART = frozenset({AttributeGroup.BUSINESS, AttributeGroup.OWN, AttributeGroup.CONSENT})


@dataclass(frozen=True, slots=True)
class Writing:
    """How a list writes a customer: the name, and by attribute what other lists write in another way."""

    source: Source
    name: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AlikeCluster:
    """A cluster that differs in writing only: two of its writings, and the attributes that are written differently."""

    id: ClusterId
    record_count: int
    one: Writing
    other: Writing
    differing: tuple[str, ...]


def find_candidates(session: Session) -> list[ClusterId]:
    """Open clusters that may differ in writing only, the surest first."""
    wanted = QueueFilter(strength=Strength.ALMOST_CERTAIN.value, veto="no")
    return find_queue(session, "certainty", wanted, KnownQueue())


def find_alike(session: Session, ids: Sequence[int]) -> list[AlikeCluster]:
    """Those of the clusters of which no two records have different standard values anywhere, in the same order."""
    by_id = {source.id: source for source in sources.list_sources(session)}
    return [_alike(cluster_id, members, by_id) for cluster_id, members in _identical(session, ids)]


def _identical(session: Session, ids: Sequence[int]) -> Iterator[tuple[ClusterId, list[SourceRecord]]]:
    groups = candidates.members_by_cluster(session, ids)
    named = [record_id for members in groups.values() for record_id in members]
    identity = stored_identity.load_identity(session, named)
    found = source_records.iter_records(session, list(identity.cin_of), with_raw=False)
    records = {record.id: record for record in found}
    told_apart = customers_apart(identity)
    for cluster_id in ids:
        members = groups.get(cluster_id, [])
        # Others of the same customers come along with a merge, so they count too.
        cins = {identity.cin_of[record_id] for record_id in members if record_id in identity.cin_of}
        everyone = [records[record_id] for cin in cins for record_id in identity.members[cin]]
        is_told_apart = any(pair <= cins for pair in told_apart)
        if len(cins) > 1 and not is_told_apart and _are_identical(everyone):
            yield ClusterId(cluster_id), [records[record_id] for record_id in sorted(members)]


def _alike(cluster_id: ClusterId, members: Sequence[SourceRecord], by_id: Mapping[SourceId, Source]) -> AlikeCluster:
    held = in_order({name for record in members for name in record.values if _is_compared(name)})
    names = [attribute.name for attribute in held]
    differing = tuple(
        name for name in names if len({record.values[name] for record in members if name in record.values}) > 1
    )
    # Where hardly anything is written differently, what they share says who it is.
    shown = differing if len(differing) > 1 else names
    writings = [_writing(record, by_id[record.source_id], shown) for record in members]
    other = next((place for place, one in enumerate(writings) if _words(one) != _words(writings[0])), 1)
    one, another = writings[0], writings[other]
    return AlikeCluster(cluster_id, len(members), one, another, differing)


def _writing(record: SourceRecord, source: Source, shown: Sequence[str]) -> Writing:
    held = ((name, ", ".join(record.values.get(name, ()))) for name in shown if name != "name")
    return Writing(source, record.first("name") or record_title(record), tuple(one for one in held if one[1]))


def _words(writing: Writing) -> tuple[str, ...]:
    return writing.name, *(value for _, value in writing.values)


def _are_identical(records: Sequence[SourceRecord]) -> bool:
    """Whether every attribute that tells people apart has one standard value at most."""
    names = {name for record in records for name in record.standard if _is_compared(name)}
    return all(
        len({value for record in records for value in record.standard.get(name, ()) if value}) <= 1 for name in names
    )


def _is_compared(name: str) -> bool:
    known = find_attribute(name)
    return known is not None and known.group not in _TELLS_NOBODY_APART
