"""Records in no cluster that may belong to a customer all the same: worth a question each, among the clusters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.pairs import RecordPair
from steward.matching.clusters.clustering import bounded_weights
from steward.matching.runs.usefulness import OVERLOOKED, chances_between, expected_by_cluster
from steward.matching.weights.model import MatchModel
from steward.matching.weights.scoring import MATCH
from steward.storage.log import decisions
from steward.storage.matches import candidates
from steward.storage.matches.loose_pairs import homes, loose_pairs
from steward.workspace.review.ask_questions import undecided
from steward.workspace.review.asked_pairs import asked_id
from steward.workspace.review.queue_columns import RunStamp, run_stamp

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from steward.domain.records import RecordId
    from steward.storage.matches.candidate_pairs import KeptPair
    from steward.storage.matches.loose_pairs import Home
    from steward.workspace.views import ClusterId

#: Pairs of loose records are read from that probability on.
_WORTH_READING = 0.1
#: Records are asked about from that much expected good on (duplicates put right by an answer).
_WORTH_ASKING = 0.1


@dataclass(frozen=True, slots=True)
class LooseRecord:
    """A record in no cluster. ``subject``: what the review page opens to ask it, beside the record most like it.

    ``probability``: of the pair; ``expected``: how many other customers are expected to be the same after all.
    """

    record_id: RecordId
    other_id: RecordId
    subject: ClusterId
    probability: float
    expected: float


@dataclass(frozen=True, slots=True)
class LoosePairs:
    """The records in no cluster, the pairs that were kept of them, and how likely any two records are a match."""

    records: set[RecordId]
    pairs: list[KeptPair]
    prior: float


class KnownLoosePairs:
    """Reads them when a match run, or what is done for a person's privacy, changed what there is."""

    def __init__(self) -> None:
        self._known: tuple[RunStamp, LoosePairs] | None = None

    def get(self, session: Session) -> LoosePairs:
        """Those of the store as the session sees it."""
        stamp = run_stamp(session)
        known = self._known
        if known is None or known[0] != stamp:
            known = self._known = (stamp, _read(session))
        return known[1]


def _read(session: Session) -> LoosePairs:
    run = candidates.newest_run(session)
    if run is None:
        return LoosePairs(set(), [], 0.0)
    return LoosePairs(*loose_pairs(session, _WORTH_READING), MatchModel.from_json(run.model).prior[MATCH])


def find_loose(session: Session, known: KnownLoosePairs) -> list[LooseRecord]:
    """Those worth asking about and not answered yet, the most useful first; none before the first match run."""
    kept = known.get(session)
    pairs = kept.pairs
    if not pairs:
        return []
    named = {record_id for pair in pairs for record_id in (pair.low, pair.high)}
    expected = _expected(pairs, kept.records, homes(session, named), kept.prior)
    strongest: dict[RecordId, KeptPair] = {}
    for pair in sorted(pairs, key=lambda pair: (-pair.match_weight, pair.low, pair.high)):
        for record_id in (pair.low, pair.high):
            if expected.get(record_id, 0.0) > _WORTH_ASKING:
                strongest.setdefault(record_id, pair)
    asked: dict[RecordPair, LooseRecord] = {}
    for record_id, pair in sorted(strongest.items(), key=lambda item: (-expected[item[0]], item[0])):
        both = RecordPair.of(pair.low, pair.high)
        other = pair.high if record_id == pair.low else pair.low
        # Two loose records that resemble each other are one question.
        one = LooseRecord(record_id, other, asked_id(both), pair.match_probability, expected[record_id])
        asked.setdefault(both, one)
    waiting = set(undecided(session, [strongest[one.record_id] for one in asked.values()]))
    keys = {both: candidates.member_key(both) for both in waiting}
    _, deferred = decisions.answers(session, list(keys.values()), "")
    return [one for both, one in asked.items() if both in waiting and keys[both] not in deferred]


def _expected(
    pairs: list[KeptPair], loose: set[RecordId], home_of: dict[RecordId, Home], prior: float
) -> dict[RecordId, float]:
    """What the pairs between a loose record and all records of a cluster, or another single one, speak for together."""
    numbers: dict[tuple[bool, int], int] = {}
    sizes: list[int] = []
    shares: list[float] = []

    def number(record_id: RecordId) -> int:
        home = home_of.get(record_id)
        key = (True, home.cluster_id) if home else (False, int(record_id))
        if key not in numbers:
            numbers[key] = len(numbers)
            sizes.append(home.record_count if home else 1)
            shares.append(OVERLOOKED if home and home.is_decided else 1.0)
        return numbers[key]

    left = np.array([number(pair.low) for pair in pairs], np.int64)
    right = np.array([number(pair.high) for pair in pairs], np.int64)
    weights = bounded_weights(np.array([pair.match_weight for pair in pairs]), prior)
    first, second, chances = chances_between(left, right, weights, np.array(sizes, np.int64))
    found = expected_by_cluster(first, second, chances, np.array(shares))
    return {record_id: float(found[number(record_id)]) for record_id in sorted(loose)}
