"""Portions of work done by several threads, the results in their order.

What takes long in a portion must be array arithmetic or comparisons in bulk, which let other threads run meanwhile.
"""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from steward.domain.progress import Progress

_Portion = TypeVar("_Portion")
_Result = TypeVar("_Result")

#: More threads would only wait for memory, and each holds the arrays of its portion.
_MOST_THREADS = 4
#: How long (seconds) work is waited for before the user is asked whether to stop.
_PATIENCE = 0.1


def thread_count() -> int:
    """As many threads as pay on this computer."""
    return min(os.cpu_count() or 1, _MOST_THREADS)


def result_of(future: Future[_Result], check: Callable[[], None]) -> _Result:
    """What the work gives; ``check`` is called while it is waited for, and may raise."""
    check()
    while not wait([future], _PATIENCE).done:
        check()
    return future.result()


def side_by_side(
    work: Callable[[_Portion], _Result], portions: Sequence[_Portion], progress: Progress, threads: int
) -> Iterator[_Result]:
    """The results of all portions, in their order, whatever the number of threads."""
    if threads < 2 or len(portions) < 2:
        for portion in portions:
            progress.check()
            yield work(portion)
        return
    with ThreadPoolExecutor(threads) as pool:
        under_way: deque[Future[_Result]] = deque()
        try:
            for portion in portions:
                # One portion more than there are threads: none of them waits for what is done with the results.
                while len(under_way) > threads:
                    yield _result(under_way, progress)
                under_way.append(pool.submit(work, portion))
            while under_way:
                yield _result(under_way, progress)
        finally:
            for future in under_way:
                future.cancel()


def _result(under_way: deque[Future[_Result]], progress: Progress) -> _Result:
    """That of the first portion under way."""
    result = result_of(under_way[0], progress.check)
    under_way.popleft()
    return result
