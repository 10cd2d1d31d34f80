"""Matching what changed since the run before. Of the other records only those are read that are worth comparing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.records import RecordId
from steward.matching.candidates.key_table import Neighbours
from steward.matching.features.data import encode_features
from steward.matching.runs.changed_rows import match_changed
from steward.matching.settings import MatchSettings
from steward.matching.weights.model import MatchModel
from steward.storage.customers import crosswalk, told_apart
from steward.storage.lists import source_records
from steward.storage.log import changes, decisions
from steward.storage.matches import candidate_pairs, candidates
from steward.storage.privacy import privacy_acts
from steward.workspace.match_runs import kept_keys
from steward.workspace.match_runs.kept_keys import KeptKeys, KeyChanges
from steward.workspace.match_runs.match_columns import cells, columns_of, identifying
from steward.workspace.match_runs.match_input import PartInput, constraints_among, customers_of, is_learning
from steward.workspace.match_runs.run_notes import RunKind, RunNotes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy.orm import Session

    from steward.domain.progress import Progress
    from steward.domain.records import Values
    from steward.matching.columns import Column, Ints
    from steward.matching.runs.engine import Constraints, MatchResult
    from steward.workspace.match_runs.match_columns import Ids

#: When more of the records than this are new since everything was compared, everything is compared again.
_MOST_CHANGED = 0.2

#: Records read until the user is asked whether to stop.
_BETWEEN_CHECKS = 1_000


@dataclass(frozen=True, slots=True)
class Part:
    """What an incremental run looks at, and with which model. ``vanished`` records leave their clusters.

    ``written``: the model as text. ``records``: all that are matched now, and ``versions`` that count, parallel;
    ``fresh``: the places of new and changed ones. ``decided``: records about which something was decided up to the
    entry ``last_act``. ``kept``: the keys of the run before.
    """

    model: MatchModel
    written: str
    kept: KeptKeys
    records: Ids
    versions: Ids
    fresh: Ids
    vanished: frozenset[RecordId]
    decided: frozenset[RecordId]
    last_act: int
    notes: RunNotes


def plan_part(session: Session, progress: Progress) -> Part | None:
    """What there is to look at since the run before; None when everything should be compared."""
    run = candidates.newest_run(session)
    if run is None:
        return None
    before = RunNotes.from_json(run.report)
    kept = kept_keys.load(session, progress) if is_learning(session) == bool(before.learnt_until) else None
    if kept is None:
        return None
    progress.check()
    records, versions = (np.array(column, np.int64) for column in source_records.active_versions(session))
    progress.check()
    restricted = np.array(sorted(privacy_acts.restricted_records(session)), np.int64)
    is_matched = ~np.isin(records, restricted)
    records, versions = records[is_matched], versions[is_matched]
    place = np.minimum(np.searchsorted(kept.records, records), max(len(kept.records) - 1, 0))
    is_same = (kept.records[place] == records) & (kept.versions[place] == versions)
    fresh = np.flatnonzero(~is_same)
    vanished = _ids(kept.records[~np.isin(kept.records, records)])
    since_full = before.changed + len(fresh) + len(vanished)
    if since_full > _MOST_CHANGED * len(records):
        return None
    return Part(
        MatchModel.from_json(run.model),
        run.model,
        kept,
        records,
        versions,
        fresh,
        frozenset(vanished),
        changes.decided_since(session, run.last_act),
        decisions.next_decision_id(session) - 1,
        RunNotes(RunKind.INCREMENTAL, since_full, before.learnt_until, before.base_run),
    )


def match_part(session: Session, part: Part, progress: Progress) -> tuple[PartInput, MatchResult] | None:
    """Group anew what changed and what hangs together with it; None when a new column must be learnt from."""
    fresh, names = part.records[part.fresh], part.model.compared
    settings = MatchSettings()
    records = np.append(part.kept.records, fresh)
    table = _Table(session, progress, records, identifying(names), settings.threshold_probability)
    if not table.held_by(_ids(fresh)) <= set(names):
        return None
    known, size = len(part.kept.records), len(table.records)
    first_fresh = np.arange(size) >= known
    is_gone = np.zeros(size, bool)
    is_gone[:known] = np.isin(part.kept.records, fresh) | ~np.isin(part.kept.records, part.records)
    table.settle(~is_gone)
    rows = np.arange(known, size, dtype=np.int32)
    data, _ = encode_features(
        part.model.features, table.columns(rows), part.model.shares, progress, threads=settings.threads
    )
    keys = part.kept.table.with_more(part.model.features, data, progress)
    neighbours = Neighbours(keys, is_gone, first_fresh, settings, progress)
    bereft = {r for members in candidates.clusters_of(session, part.vanished).values() for r in members}
    look = np.union1d(rows, table.rows_of(part.decided | bereft)).astype(np.int32)
    result, looked = match_changed(part.model, look, table, neighbours, settings, progress)
    changed = KeyChanges(
        KeptKeys(fresh, part.versions[part.fresh], keys.rows(rows)),
        np.array(sorted(part.vanished), np.int64),
        neighbours.blocks,
    )
    ids = table.records[looked]
    customers = np.zeros(len(ids), np.int64)
    customers[result.in_scope] = customers_of(session, ids[result.in_scope])
    given = PartInput(
        ids,
        customers,
        part.last_act,
        len(part.records),
        len(part.fresh),
        part.vanished,
        changed,
        part.written,
    )
    return given, result


def _ids(numbers: Ids) -> list[RecordId]:
    return [RecordId(number) for number in numbers.tolist()]


@dataclass(slots=True)
class _Table:
    """The rows that keys are known of, and their records: read from the store when they are asked for."""

    _session: Session
    _progress: Progress
    records: Ids
    _names: list[str]
    _linked_from: float
    _cells: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _present_ids: Ids = field(default_factory=lambda: np.zeros(0, np.int64))
    _present_rows: Ids = field(default_factory=lambda: np.zeros(0, np.int64))

    def settle(self, is_present: np.ndarray) -> None:
        """Say which rows are of records as they are now."""
        rows = np.flatnonzero(is_present)
        self._present_rows = rows[np.argsort(self.records[rows], kind="stable")]
        self._present_ids = self.records[self._present_rows]

    def held_by(self, record_ids: Collection[RecordId]) -> set[str]:
        """Read these records; returns the attributes that identify any of them."""
        held: set[str] = set()
        for standard in self._read(record_ids):
            held.update(name for name, found in standard.items() if any(found))
        return set(identifying(held))

    def _read(self, record_ids: Collection[RecordId]) -> Iterator[Values]:
        """Read what is not read yet of these records, and say what it is."""
        unread = [record_id for record_id in record_ids if record_id not in self._cells]
        for place, (record_id, standard) in enumerate(source_records.iter_standard(self._session, unread)):
            if place % _BETWEEN_CHECKS == 0:
                self._progress.check()
            self._cells[record_id] = cells(standard, self._names)
            yield standard

    def columns(self, rows: Ints) -> list[Column]:
        ids = _ids(self.records[rows])
        for _ in self._read(ids):
            pass
        return columns_of([self._cells[record_id] for record_id in ids], self._names)

    def rows_of(self, record_ids: Collection[RecordId]) -> Ints:
        """The rows of those of the records that are matched now."""
        wanted = np.array(sorted(record_ids), np.int64)
        if not len(self._present_ids):
            return np.zeros(0, np.int32)
        place = np.minimum(np.searchsorted(self._present_ids, wanted), len(self._present_ids) - 1)
        return np.sort(self._present_rows[place[self._present_ids[place] == wanted]]).astype(np.int32)

    def together(self, rows: Ints) -> Ints:
        found: set[RecordId] = set()
        more = set(_ids(self.records[rows]))
        while more:
            found |= more
            clusters = candidates.clusters_of(self._session, more).values()
            cins = set(crosswalk.cins_of(self._session, more).values())
            customers = crosswalk.members_of(self._session, cins).values()
            # What was linked still is, unless it changed: known at once, it is not to be found step by step.
            linked = candidate_pairs.linked_to(self._session, more, self._linked_from)
            more = {record_id for group in (*clusters, *customers, linked) for record_id in group} - found
        return self.rows_of(found)

    def constraints(self, rows: Ints) -> Constraints:
        ids = self.records[rows]
        return constraints_among(ids, customers_of(self._session, ids), told_apart.apart_pairs(self._session))
