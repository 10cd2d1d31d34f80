"""A few good questions: the pairs at the boundary whose answers settle most."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from steward.domain.pairs import Level, RecordPair
from steward.matching.explanation import explain
from steward.storage.customers import crosswalk, told_apart
from steward.storage.lists import source_records
from steward.storage.matches import candidate_pairs, candidates
from steward.workspace.match_runs.match_columns import match_columns
from steward.workspace.match_runs.run_views import Question
from steward.workspace.review.asked_pairs import asked_id
from steward.workspace.views import ClusterId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.pairs import PairExplanation
    from steward.domain.records import RecordId
    from steward.matching.weights.model import MatchModel

#: So many of the most uncertain pairs are looked at.
_LOOKED_AT = 1500

#: What was compared, and how it came out.
Pattern = tuple[tuple[str, Level], ...]


def find_questions(session: Session, model: MatchModel, limit: int) -> list[Question]:
    """Pairs worth asking about, the most useful first.

    Pairs with the same pattern of evidence stand or fall together, so each pattern is asked about once, by its most
    uncertain pair; patterns that leave most in doubt come first. No record is asked about twice.
    """
    pairs = undecided(session, candidate_pairs.uncertain_pairs(session, _LOOKED_AT))
    explained = dict(zip(pairs, _explained(session, model, pairs), strict=True))
    by_pattern: dict[Pattern, list[RecordPair]] = defaultdict(list)
    for pair in pairs:
        by_pattern[_pattern(explained[pair])].append(pair)
    cluster_of = candidates.cluster_of_each(session)
    sizes = Counter(cluster_of.values())
    asked: set[RecordId] = set()
    questions: list[Question] = []
    for _, alike in sorted(by_pattern.items(), key=lambda item: (-sum(_doubt(explained[p]) for p in item[1]), item[0])):
        fresh = [pair for pair in alike if asked.isdisjoint(pair)]
        if not fresh or len(questions) == limit:
            continue
        pair = min(fresh, key=lambda p: (-_doubt(explained[p]), p))
        asked.update(pair)
        questions.append(_question(pair, explained[pair], alike, cluster_of, sizes))
    return questions


def undecided(session: Session, kept: Sequence[candidate_pairs.KeptPair]) -> list[RecordPair]:
    """The pairs that no decision answers."""
    pairs = [RecordPair.of(pair.low, pair.high) for pair in kept]
    named = {record_id for pair in pairs for record_id in pair}
    cin_of = crosswalk.cins_of(session, named)
    apart = {told_apart.customers_of(row.pair, cin_of) for row in told_apart.apart_with(session, named)}
    return [
        pair
        for pair in pairs
        if pair.low in cin_of
        and pair.high in cin_of
        and cin_of[pair.low] != cin_of[pair.high]
        and told_apart.customers_of(pair, cin_of) not in apart
    ]


def _explained(session: Session, model: MatchModel, pairs: Sequence[RecordPair]) -> list[PairExplanation]:
    records = list(source_records.iter_records(session, sorted({record_id for pair in pairs for record_id in pair})))
    row_of = {record.id: row for row, record in enumerate(records)}
    rows = [(row_of[pair.low], row_of[pair.high]) for pair in pairs]
    return explain(model, match_columns(records, names=model.compared), rows)


def _pattern(explanation: PairExplanation) -> Pattern:
    return tuple((e.attributes[0], e.level) for e in explanation.evidence if e.level is not Level.MISSING)


def _doubt(explanation: PairExplanation) -> float:
    """1 at even odds, 0 for what is certain either way."""
    return 4.0 * explanation.match_probability * (1.0 - explanation.match_probability)


def _question(
    pair: RecordPair,
    explanation: PairExplanation,
    alike: Sequence[RecordPair],
    cluster_of: dict[RecordId, int],
    sizes: Mapping[int, int],
) -> Question:
    touched = {cluster_of.get(record_id, -record_id) for other in alike for record_id in other}
    first, second = cluster_of.get(pair.low), cluster_of.get(pair.high)
    cluster_id = ClusterId(first) if first is not None and first == second else None
    return Question(
        record_id=pair.low,
        other_id=pair.high,
        cluster_id=cluster_id,
        # A cluster of more would ask about more than these two.
        subject=cluster_id if cluster_id is not None and sizes[cluster_id] == 2 else asked_id(pair),
        explanation=explanation,
        pairs_alike=len(alike),
        clusters_touched=len(touched),
    )
