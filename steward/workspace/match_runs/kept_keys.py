"""The lasting keys of a store's records: kept with a match run, and brought up to date by the runs that follow."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from steward.domain.attributes import AttributeType
from steward.domain.progress import NO_PROGRESS
from steward.matching.candidates.key_families import Keys, Use
from steward.matching.candidates.key_numbers import WordCounts
from steward.matching.candidates.key_table import KeyTable
from steward.matching.settings import MatchSettings
from steward.storage.matches import match_keys

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sqlalchemy.orm import Session

    from steward.domain.progress import Progress
    from steward.domain.records import RecordId
    from steward.matching.columns import Ints
    from steward.workspace.match_runs.match_columns import Ids

#: What stands for the version of a record that is not matched any more.
_NONE = 0
#: The same on every computer: a store may be carried from one to another.
_IDS, _CODES = np.dtype("<i8"), np.dtype("<i4")
#: Of keys that were made otherwise nothing is known: after them everything is compared anew.
_FORMAT = 2
_HEAD, _RECORDS, _VERSIONS, _KEYS = "head", "records", "versions", "keys "


@dataclass(frozen=True, slots=True)
class KeptKeys:
    """``records``: ids, ascending, parallel to the rows of ``table``; ``versions``: those that the keys are of."""

    records: Ids
    versions: Ids
    table: KeyTable


@dataclass(frozen=True, slots=True)
class KeyChanges:
    """The keys of new and changed records, the ids of those that are gone, and the blocks that all form now."""

    fresh: KeptKeys
    gone: Ids
    blocks: Mapping[str, tuple[int, ...]]


def save(session: Session, kept: KeptKeys, progress: Progress) -> None:
    """Keep the keys of all records in place of earlier ones."""
    match_keys.forget(session)
    _add(session, kept, kept.table.blocks, progress)


def save_changes(session: Session, changes: KeyChanges, progress: Progress) -> None:
    """Keep what changed beside the keys so far."""
    fresh, gone = changes.fresh, changes.gone
    if not len(fresh.records) and not len(gone):
        return
    table = fresh.table.followed_by([fresh.table.blank(len(gone))])
    versions = np.append(fresh.versions, np.full(len(gone), _NONE, np.int64))
    _add(session, KeptKeys(np.append(fresh.records, gone), versions, table), changes.blocks, progress)


def _add(session: Session, kept: KeptKeys, blocks: Mapping[str, tuple[int, ...]], progress: Progress) -> None:
    head = {
        "format": _FORMAT,
        "blocks": blocks,
        "pairs_per_record": kept.table.pairs_per_record,
        "families": [
            {"name": f.name, "size": f.size, "uses": f.uses.value, "kind": f.kind, "counts": f.counts is not None}
            for f in kept.table.families
        ],
    }
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    match_keys.add_part(session, _contents(kept, text, progress))


def _contents(kept: KeptKeys, head: str, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """What is kept, one after the other: all of it as bytes would be the keys held twice."""
    yield _HEAD, head.encode()
    yield _RECORDS, kept.records.astype(_IDS).tobytes()
    yield _VERSIONS, kept.versions.astype(_IDS).tobytes()
    for place, family in enumerate(kept.table.families):
        progress.check()
        yield f"{_KEYS}{place}", family.codes.astype(_CODES, copy=False).tobytes("F")
        if family.counts is not None:
            yield f"words {place}", family.counts.words.astype(_CODES).tobytes()
            yield f"counts {place}", family.counts.counts.astype(_CODES).tobytes()


def load(session: Session, progress: Progress = NO_PROGRESS) -> KeptKeys | None:
    """The keys as they are now; None where everything must be compared first."""
    numbers = match_keys.parts(session)
    if not numbers or any(_head(session, number).get("format") != _FORMAT for number in numbers):
        return None
    parts = []
    for number in numbers:
        progress.check()
        parts.append(_read(session, number))
    progress.check()
    records = np.concatenate([part.records for part in parts])
    versions = np.concatenate([part.versions for part in parts])
    table = parts[0].table
    if len(parts) > 1:
        # The newest entry of each record counts.
        newest = len(records) - 1 - np.unique(records[::-1], return_index=True)[1]
        newest = newest[versions[newest] != _NONE]
        records, versions = records[newest], versions[newest]
        table = table.followed_by([later.table for later in parts[1:]], newest)
        progress.check()
    return KeptKeys(records, versions, table)


def _head(session: Session, part: int) -> dict[str, Any]:
    head: dict[str, Any] = json.loads(match_keys.content(session, part, _HEAD))
    return head


def _read(session: Session, part: int) -> KeptKeys:
    head = _head(session, part)
    records = np.frombuffer(match_keys.content(session, part, _RECORDS), _IDS)
    families = []
    for place, stored in enumerate(head["families"]):
        codes = np.frombuffer(match_keys.content(session, part, f"{_KEYS}{place}"), _CODES)
        families.append(
            Keys(
                stored["name"],
                codes.reshape((len(records), -1), order="F"),
                stored["size"],
                Use(stored["uses"]),
                AttributeType(stored["kind"]) if stored["kind"] else None,
                WordCounts(*(_ints(session, part, f"{of} {place}") for of in ("words", "counts")))
                if stored["counts"]
                else None,
            )
        )
    blocks = {name: tuple(counts) for name, counts in head["blocks"].items()}
    versions = np.frombuffer(match_keys.content(session, part, _VERSIONS), _IDS)
    # Keys of before this was kept were of what is usual; then all passes were allowed the same.
    allowed = head.get("pairs_per_record", MatchSettings().pairs_per_record)
    if not isinstance(allowed, dict):
        allowed = dict.fromkeys(blocks, allowed)
    return KeptKeys(records, versions, KeyTable(tuple(families), blocks, allowed))


def _ints(session: Session, part: int, name: str) -> Ints:
    return np.frombuffer(match_keys.content(session, part, name), _CODES)


def forget_records(session: Session, record_ids: Collection[RecordId]) -> None:
    """Blot out the keys of these records: numbers made of what a person is told by are about that person, too."""
    for part in match_keys.parts(session):
        records = np.frombuffer(match_keys.content(session, part, _RECORDS), _IDS)
        rows = np.flatnonzero(np.isin(records, np.array(sorted(record_ids), np.int64)))
        if not len(rows):
            continue
        for name in match_keys.names(session, part):
            if name.startswith(_KEYS):
                stored = np.frombuffer(match_keys.content(session, part, name), _CODES)
                codes = stored.reshape((len(records), -1), order="F").copy("F")
                codes[rows] = -1
                match_keys.set_content(session, part, name, codes.tobytes("F"))
