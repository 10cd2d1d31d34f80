"""What lists say about a value."""

from __future__ import annotations

import pytest

from steward.domain.locks import LockStanding, lock_standing
from tests.builders import make_golden_value


@pytest.mark.parametrize(
    ("attribute", "support", "runner_up", "standing"),
    [
        ("name", 2, "", LockStanding.AGREE),
        ("name", 2, "Sri W.", LockStanding.DISAGREE),
        ("name", 0, "Sri W.", LockStanding.DISAGREE),
        ("name", 0, "", LockStanding.SILENT),
        ("phone", 1, "+62811", LockStanding.AGREE),
        ("phone", 0, "+62811", LockStanding.DISAGREE),
    ],
)
def test_lists_agree_while_they_say_nothing_else(
    attribute: str, support: int, runner_up: str, standing: LockStanding
) -> None:
    assert lock_standing(make_golden_value(attribute, support=support, runner_up=runner_up)) is standing
