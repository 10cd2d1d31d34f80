"""What a match run starts from: the records, and who belongs together already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.decisions import DeskKind
from steward.domain.errors import StewardError
from steward.domain.identity import cin_number
from steward.domain.records import RecordId
from steward.matching.runs.engine import Constraints
from steward.storage.customers import crosswalk, told_apart
from steward.storage.database import give_up_pages
from steward.storage.lists import source_records
from steward.storage.log import decisions
from steward.storage.matches import candidates
from steward.storage.privacy import privacy_acts
from steward.workspace.match_runs.match_columns import MatchColumns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from steward.domain.pairs import RecordPair
    from steward.domain.progress import Progress
    from steward.workspace.match_runs.kept_keys import KeyChanges
    from steward.workspace.match_runs.match_columns import Ids


@dataclass(frozen=True, slots=True)
class WholeInput:
    """What a result is about that is of the whole store.

    ``ids``: the record of each row, ascending; ``customers``: a number for the customer of each; ``last_act``: the
    newest log entry; ``versions``: the ids of the records' versions that count.
    """

    ids: Ids
    customers: Ids
    last_act: int
    versions: Ids

    @property
    def record_count(self) -> int:
        """How many records are matched."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class PartInput:
    """What a result is about that is of a part of the store alone.

    ``ids``: the record of each of its rows; ``customers``: a number for the customer of each row that is grouped;
    ``record_count``: how many records are matched in all, ``fresh_count``: how many of them are new or changed;
    ``vanished``: those that leave their clusters; ``keys``: what changed of what records are compared by; ``model``:
    that of the run before, as text.
    """

    ids: Ids
    customers: Ids
    last_act: int
    record_count: int
    fresh_count: int
    vanished: frozenset[RecordId]
    keys: KeyChanges
    model: str


@dataclass(frozen=True, slots=True)
class MatchInput:
    """The store as a match run sees it.

    ``compared``: by what its records are compared; ``apart``: what stewards told apart; ``run``: the run before, if
    any; ``is_learning``: whether stewards had the store learn from decisions.
    """

    whole: WholeInput
    compared: MatchColumns
    apart: set[RecordPair]
    run: candidates.MatchRun | None
    is_learning: bool

    @classmethod
    def read(cls, session: Session, progress: Progress) -> MatchInput:
        """Read the store without customers who are restricted. Raises StewardError when it holds no records."""
        restricted = privacy_acts.restricted_records(session)
        compared = MatchColumns.of(
            (
                (record_id, standard)
                for record_id, standard in source_records.iter_standard(session)
                if record_id not in restricted
            ),
            progress,
        )
        if not len(compared.ids) and restricted:
            raise StewardError(
                "Every customer is restricted, so there is nothing to match; load a list or lift a restriction.",
                code="nothing_to_match",
            )
        if not len(compared.ids):
            raise StewardError("There are no records to match yet; load a list first.", code="nothing_to_match")
        progress.check()
        ids, versions = (np.array(found, np.int64) for found in source_records.active_versions(session))
        progress.check()
        whole = WholeInput(
            compared.ids,
            customers_now(session, compared.ids),
            decisions.next_decision_id(session) - 1,
            versions[np.isin(ids, list(restricted), invert=True)],
        )
        progress.check()
        apart = told_apart.apart_pairs(session)
        found = cls(whole, compared, apart, candidates.newest_run(session), is_learning(session))
        # What was read of the file would lie beside all that the match needs.
        give_up_pages(session)
        return found

    @property
    def ids(self) -> Ids:
        """The record of each row."""
        return self.whole.ids

    def constraints(self) -> Constraints:
        """Decisions as pairs of rows: customers stay whole, what was set apart stays apart."""
        return constraints_among(self.whole.ids, self.whole.customers, self.apart)


def is_learning(session: Session) -> bool:
    """Whether stewards had the store learn from decisions, and nobody reversed that."""
    return decisions.newest_in_force(session, DeskKind.LEARN) is not None


def customers_now(session: Session, record_ids: Ids) -> Ids:
    """A number for the customer of each of the records, all of which are active."""
    records, customers = (np.array(found, np.int64) for found in crosswalk.memberships_now(session))
    return np.asarray(customers[np.searchsorted(records, record_ids)])


def customers_of(session: Session, record_ids: Ids) -> Ids:
    """The same for a few records."""
    cin_of = crosswalk.cins_of(session, [RecordId(record_id) for record_id in record_ids.tolist()])
    return np.array([cin_number(cin_of[RecordId(record_id)]) for record_id in record_ids.tolist()], np.int64)


def constraints_among(record_ids: Ids, customers: Ids, apart: Iterable[RecordPair]) -> Constraints:
    """The decisions about these records among themselves, as pairs of their places."""
    _, first, customer = np.unique(customers, return_index=True, return_inverse=True)
    later = np.flatnonzero(first[customer] != np.arange(len(customers)))
    together = list(zip(first[customer[later]].tolist(), later.tolist(), strict=True))
    listed = np.array(sorted(apart), np.int64).reshape(-1, 2)
    listed = listed[np.isin(listed, record_ids).all(axis=1)]
    order = np.argsort(record_ids, kind="stable")
    separate = order[np.searchsorted(record_ids, listed, sorter=order)] if len(listed) else listed
    return Constraints(must_link=together, cannot_link=[(low, high) for low, high in separate.tolist()])
