"""Learning from simulated decisions: what stewards say moves the weights, and no farther than it must."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.comparisons.levels import LEVELS
from steward.matching.learning.decisions import Answer, Lesson, learn_from_answers
from steward.matching.runs.engine import MatchResult, match

_T = AttributeType
_KINDS = (("name", _T.NAME), ("phone", _T.PHONE), ("birth_date", _T.DATE), ("city", _T.LOCALITY))
_GIVEN = ("Adi", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita", "Hadi", "Indah", "Joko", "Rahmat", "Yuliana")
_FAMILY = ("Nugroho", "Santoso", "Lestari", "Kurniadi", "Pertiwi", "Hidayat", "Rumbekwan", "Wanggai", "Tjahjono")


def _people() -> tuple[list[Column], list[int]]:
    """People whose phone is another one in every second list, and whose it is."""
    random = Random(4)
    rows, owners = [], []
    for owner in range(150):
        name = f"{random.choice(_GIVEN)} {random.choice(_FAMILY)}"
        born = f"{random.randrange(1950, 2005)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"
        for _ in range(random.choice((1, 2, 3))):
            phone = f"+62813{random.randrange(10**7, 10**8)}"
            rows.append((name, phone, born if random.random() < 0.5 else "", random.choice(("Malang", "Bandung"))))
            owners.append(owner)
    return [Column(name, kind, [row[i] for row in rows]) for i, (name, kind) in enumerate(_KINDS)], owners


@pytest.fixture(scope="module")
def people() -> tuple[list[Column], list[int], MatchResult]:
    columns, owners = _people()
    return columns, owners, match(columns)


def _truthful(owners: list[int], result: MatchResult, count: int) -> list[Answer]:
    """What a steward who knows the truth says of the most uncertain pairs."""
    doubtful = np.argsort(np.abs(result.match_probabilities - 0.5), kind="stable")[:count]
    pairs = zip(result.left[doubtful].tolist(), result.right[doubtful].tolist(), strict=True)
    return [Answer(((a, b),)) if owners[a] == owners[b] else Answer(((a,), (b,))) for a, b in pairs]


def _learn(people: tuple[list[Column], list[int], MatchResult], count: int) -> tuple[list[Answer], Lesson]:
    columns, owners, result = people
    answers = _truthful(owners, result, count)
    unanswered = list(zip(result.left.tolist(), result.right.tolist(), strict=True))
    return answers, learn_from_answers(result.model, columns, answers, unanswered)


def test_fewer_decisions_are_contradicted_after_learning(
    people: tuple[list[Column], list[int], MatchResult],
) -> None:
    """A steward who merges again and again what the engine finds a little too doubtful."""
    columns, _, result = people
    doubtful = np.flatnonzero(result.match_probabilities < 0.5)[:30]
    answers = [Answer(((int(result.left[i]), int(result.right[i])),)) for i in doubtful]
    lesson = learn_from_answers(result.model, columns, answers, [])
    assert sum(lesson.contradicted_before) == len(answers) >= 5
    assert sum(lesson.contradicted_after) <= len(answers) / 2


def test_learning_finds_more_customers_among_rows_nobody_looked_at(
    people: tuple[list[Column], list[int], MatchResult],
) -> None:
    columns, owners, result = people
    answers, lesson = _learn(people, 60)
    asked = {row for answer in answers for group in answer.groups for row in group}
    learnt = match(columns, model=lesson.model)

    def right(labels: np.ndarray) -> int:
        rows = [row for row in range(len(owners)) if row not in asked]
        return sum((labels[a] == labels[b]) == (owners[a] == owners[b]) for a in rows for b in rows if a < b)

    assert right(learnt.clusters) >= right(result.clusters)


def test_no_answers_change_nothing(people: tuple[list[Column], list[int], MatchResult]) -> None:
    columns, _, result = people
    lesson = learn_from_answers(result.model, columns, [], [])
    assert lesson.model == result.model
    assert lesson.contradicted_before == ()


def test_one_answer_moves_the_weights_a_little(people: tuple[list[Column], list[int], MatchResult]) -> None:
    _, lesson = _learn(people, 1)
    _, _, result = people
    moves = [
        abs(new - old)
        for weights, before in zip(lesson.model.weights, result.model.weights, strict=True)
        for new, old in zip(weights.match, before.match, strict=True)
    ]
    assert 0 < max(moves) < 0.5


def test_a_farther_level_still_never_speaks_more_for_a_match(
    people: tuple[list[Column], list[int], MatchResult],
) -> None:
    _, lesson = _learn(people, 200)
    for feature, weights in zip(lesson.model.features, lesson.model.weights, strict=True):
        if not feature.is_words:
            gains = np.subtract(weights.match, weights.unrelated)[1 : len(LEVELS)]
            assert (np.diff(gains) <= 1e-5).all()


def test_the_order_of_answers_changes_nothing(people: tuple[list[Column], list[int], MatchResult]) -> None:
    columns, owners, result = people
    answers = _truthful(owners, result, 40)
    unanswered = list(zip(result.left.tolist(), result.right.tolist(), strict=True))
    first = learn_from_answers(result.model, columns, answers, unanswered).model
    second = learn_from_answers(result.model, columns, answers[::-1], unanswered).model
    for weights, others in zip(first.weights, second.weights, strict=True):
        assert weights.match == pytest.approx(others.match, abs=0.02)


def test_a_large_group_teaches_by_the_links_that_hold_it_together(
    people: tuple[list[Column], list[int], MatchResult],
) -> None:
    columns, owners, result = people
    owner = next(o for o in owners if owners.count(o) == 3)
    group = tuple(row for row, found in enumerate(owners) if found == owner)
    assert Answer((group,)).pairs() == [(group[0], group[1]), (group[0], group[2]), (group[1], group[2])]
    assert len(learn_from_answers(result.model, columns, [Answer((group,))], []).contradicted_after) == 1
