"""What a match run starts from: the records, who belongs together already, and what changed since the last run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.decisions import DeskKind
from steward.domain.errors import StewardError
from steward.matching.engine import Constraints
from steward.matching.incremental import Scope
from steward.matching.model import MatchModel
from steward.storage import candidates, changes, crosswalk, decisions, privacy_acts, source_records
from steward.workspace.match_columns import match_columns
from steward.workspace.review_clusters import compared
from steward.workspace.run_notes import RunKind, RunNotes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.identity import Cin
    from steward.domain.pairs import RecordPair
    from steward.domain.records import RecordId, SourceRecord

#: When more of the records than this are new since everything was compared, everything is compared again.
_MOST_CHANGED = 0.2


@dataclass(frozen=True, slots=True)
class MatchInput:
    """The store as a match run sees it.

    ``last_act``: the newest log entry; ``run``: the run before, if any; ``is_learning``: whether stewards had the store
    learn from decisions.
    """

    records: Sequence[SourceRecord]
    cin_of: Mapping[RecordId, Cin]
    apart: set[RecordPair]
    last_act: int
    run: candidates.MatchRun | None
    is_learning: bool

    @classmethod
    def read(cls, session: Session) -> MatchInput:
        """Read the store without customers who are restricted. Raises StewardError when it holds no records."""
        restricted = privacy_acts.restricted_records(session)
        records = [record for record in source_records.iter_records(session) if record.id not in restricted]
        if not records and restricted:
            raise StewardError(
                "Every customer is restricted, so there is nothing to match; load a list or lift a restriction.",
                code="nothing_to_match",
            )
        if not records:
            raise StewardError("There are no records to match yet; load a list first.", code="nothing_to_match")
        return cls(
            records,
            crosswalk.cins_of(session, [record.id for record in records]),
            crosswalk.apart_pairs(session),
            decisions.next_decision_id(session) - 1,
            candidates.newest_run(session),
            decisions.newest_in_force(session, DeskKind.LEARN) is not None,
        )

    def rows(self) -> dict[RecordId, int]:
        """The row of each record."""
        return {record.id: row for row, record in enumerate(self.records)}

    def constraints(self) -> Constraints:
        """Decisions as pairs of rows: customers stay whole, what was set apart stays apart."""
        row_of = self.rows()
        first: dict[Cin, int] = {}
        together = []
        for record in self.records:
            cin = self.cin_of[record.id]
            if cin in first:
                together.append((first[cin], row_of[record.id]))
            else:
                first[cin] = row_of[record.id]
        separate = [
            (row_of[pair.low], row_of[pair.high])
            for pair in sorted(self.apart)
            if pair.low in row_of and pair.high in row_of
        ]
        return Constraints(must_link=together, cannot_link=separate)


@dataclass(frozen=True, slots=True)
class Part:
    """What an incremental run looks at, and with which model. ``vanished`` records leave their clusters."""

    model: MatchModel
    scope: Scope
    vanished: frozenset[RecordId]
    fresh_count: int
    notes: RunNotes


def plan_part(session: Session, given: MatchInput) -> Part | None:
    """What there is to look at since the run before; None when everything should be compared."""
    if given.run is None:
        return None
    before = RunNotes.from_json(given.run.report)
    if given.is_learning != bool(before.learnt_until):
        return None
    changed = changes.changes_since(session, given.run.last_act)
    since_full = before.changed + len(changed.delivered) + len(changed.vanished)
    if since_full > _MOST_CHANGED * len(given.records):
        return None
    model = MatchModel.from_json(given.run.model)
    if {column.name for column in match_columns(given.records)} != set(compared(model)):
        return None
    row_of = given.rows()
    cluster_of = candidates.cluster_of_each(session)
    bereft = {cluster_of[record_id] for record_id in changed.vanished if record_id in cluster_of}
    former = np.arange(len(given.records), dtype=np.int32)
    first: dict[int, int] = {}
    fresh = {row_of[record_id] for record_id in changed.delivered | changed.decided if record_id in row_of}
    for row, record in enumerate(given.records):
        cluster = cluster_of.get(record.id)
        if cluster is not None:
            former[row] = first.setdefault(cluster, row)
            if cluster in bereft:
                fresh.add(row)
    return Part(
        model,
        Scope(np.array(sorted(fresh), np.int32), former),
        changed.vanished,
        len(changed.delivered),
        RunNotes(RunKind.INCREMENTAL, since_full, before.learnt_until, before.base_run),
    )
