"""What a match run starts from: the records, and who belongs together already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.decisions import DeskKind
from steward.domain.errors import StewardError
from steward.matching.engine import Constraints
from steward.storage.customers import crosswalk
from steward.storage.lists import source_records
from steward.storage.log import decisions
from steward.storage.matches import candidates
from steward.storage.privacy import privacy_acts
from steward.workspace.match_runs.match_columns import MatchColumns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.identity import Cin
    from steward.domain.pairs import RecordPair
    from steward.domain.records import RecordId
    from steward.workspace.match_runs.kept_keys import Ids, KeyChanges


@dataclass(frozen=True, slots=True)
class MatchInput:
    """The store as a match run sees it.

    ``compared``: by what its records are compared; ``last_act``: the newest log entry; ``run``: the run before, if any;
    ``is_learning``: whether stewards had the store learn from decisions; ``versions``: the ids of the records' versions
    that count.
    """

    compared: MatchColumns
    cin_of: Mapping[RecordId, Cin]
    apart: set[RecordPair]
    last_act: int
    run: candidates.MatchRun | None
    is_learning: bool
    versions: Ids

    @classmethod
    def read(cls, session: Session) -> MatchInput:
        """Read the store without customers who are restricted. Raises StewardError when it holds no records."""
        restricted = privacy_acts.restricted_records(session)
        compared = MatchColumns.of(
            (record_id, standard)
            for record_id, standard in source_records.iter_standard(session)
            if record_id not in restricted
        )
        if not compared.ids and restricted:
            raise StewardError(
                "Every customer is restricted, so there is nothing to match; load a list or lift a restriction.",
                code="nothing_to_match",
            )
        if not compared.ids:
            raise StewardError("There are no records to match yet; load a list first.", code="nothing_to_match")
        ids, versions = source_records.active_versions(session)
        is_matched = np.isin(ids, list(restricted), invert=True)
        return cls(
            compared,
            crosswalk.cins_of(session, compared.ids),
            crosswalk.apart_pairs(session),
            decisions.next_decision_id(session) - 1,
            candidates.newest_run(session),
            is_learning(session),
            np.array(versions, np.int64)[is_matched],
        )

    @property
    def ids(self) -> Sequence[RecordId]:
        """The record of each row."""
        return self.compared.ids

    @property
    def record_count(self) -> int:
        """How many records are matched."""
        return len(self.ids)

    def rows(self) -> dict[RecordId, int]:
        """The row of each record."""
        return {record_id: row for row, record_id in enumerate(self.ids)}

    def constraints(self) -> Constraints:
        """Decisions as pairs of rows: customers stay whole, what was set apart stays apart."""
        return constraints_among(self.ids, self.cin_of, self.apart)


@dataclass(frozen=True, slots=True)
class PartInput:
    """What a result is about that is of a part of the store alone.

    ``ids``: the record of each of its rows; ``cin_of``: of those that are grouped; ``record_count``: how many records
    are matched in all, ``fresh_count``: how many of them are new or changed; ``vanished``: those that leave their
    clusters; ``keys``: what changed of what records are compared by.
    """

    ids: Sequence[RecordId]
    cin_of: Mapping[RecordId, Cin]
    last_act: int
    record_count: int
    fresh_count: int
    vanished: frozenset[RecordId]
    keys: KeyChanges


def is_learning(session: Session) -> bool:
    """Whether stewards had the store learn from decisions, and nobody reversed that."""
    return decisions.newest_in_force(session, DeskKind.LEARN) is not None


def constraints_among(
    record_ids: Sequence[RecordId], cin_of: Mapping[RecordId, Cin], apart: Iterable[RecordPair]
) -> Constraints:
    """The decisions about these records among themselves, as pairs of their places."""
    row_of = {record_id: row for row, record_id in enumerate(record_ids)}
    first: dict[Cin, int] = {}
    together = []
    for row, record_id in enumerate(record_ids):
        start = first.setdefault(cin_of[record_id], row)
        if start != row:
            together.append((start, row))
    separate = [
        (row_of[pair.low], row_of[pair.high]) for pair in sorted(apart) if pair.low in row_of and pair.high in row_of
    ]
    return Constraints(must_link=together, cannot_link=separate)
