"""Work shared out among threads gives what one thread would have given, and stops when asked to."""

from __future__ import annotations

import threading

import pytest

from steward.domain.errors import Cancelled
from steward.domain.progress import NoProgress
from steward.domain.side_by_side import side_by_side


class _StopsAfter:
    """Progress of a user who stops the work when asked for the n-th time."""

    def __init__(self, checks: int) -> None:
        self._left = checks

    def report(self, phase: str, done: int, total: int) -> None:
        """Nobody watches."""

    def check(self) -> None:
        """Stop in the end."""
        self._left -= 1
        if self._left < 0:
            raise Cancelled


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_results_come_in_the_order_of_their_portions(threads: int) -> None:
    assert list(side_by_side(lambda n: n * n, range(50), NoProgress(), threads)) == [n * n for n in range(50)]


def test_two_portions_are_worked_on_at_once() -> None:
    both = threading.Barrier(2, timeout=600)
    assert len(list(side_by_side(lambda _: both.wait(), range(2), NoProgress(), 2))) == 2


@pytest.mark.parametrize("threads", [1, 2])
def test_the_user_is_asked_before_each_portion_and_no_further_ones_begin(threads: int) -> None:
    begun: list[int] = []
    with pytest.raises(Cancelled):
        list(side_by_side(begun.append, range(100), _StopsAfter(5), threads))
    assert len(begun) <= 5 + threads + 1


def test_a_failure_in_a_thread_is_the_callers() -> None:
    with pytest.raises(ZeroDivisionError):
        list(side_by_side(lambda n: 1 // n, [1, 1, 0, 1], NoProgress(), 2))
