"""What an answer is worth, and kinds of clusters."""

from __future__ import annotations

import pytest

from steward.domain.work_kinds import WORK_KINDS, work_kind
from steward.workspace.review.sprint import expected_wrong_rows


@pytest.mark.parametrize(
    ("probability", "records", "has_veto", "rows"),
    [
        (1.0, 2, 0, 1.0),
        (1.0, 5, 0, 4.0),
        (0.5, 2, 0, 0.5),
        (0.5, 5, 0, 2.0),
        (0.0, 9, 0, 0.0),
        (0.9, 2, 1, 0.0),
        (0.9, 3, 1, 0.9),
    ],
)
def test_an_answer_puts_right_the_duplicates_that_are_expected(
    probability: float, records: int, has_veto: int, rows: float
) -> None:
    assert expected_wrong_rows(probability, records, has_veto) == pytest.approx(rows)


def test_every_cluster_is_of_exactly_one_kind() -> None:
    for records in (2, 4, 5, 1000):
        for probability in (0.0, 0.5, 0.9899, 0.99, 1.0):
            for vetoes in (0, 1, 7):
                fitting = [kind for kind in WORK_KINDS if kind.fits(records, probability, vetoes)]
                assert fitting == [work_kind(records, probability, vetoes)]
