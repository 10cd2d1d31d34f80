"""How fast long work goes and how long it still takes, from what it reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: Work on fewer things than these is over before a rate says anything.
_FEWEST = 1000
_SETTLED_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Pace:
    """Things done per second, and the seconds left when the end is known."""

    rate: float
    seconds_left: float | None


class PaceMeter:
    """Measures each phase of the work anew; ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._phase = ""
        self._since = 0.0
        self._first = 0

    def begin(self) -> None:
        """Forget the work before."""
        self._phase = ""

    def measure(self, phase: str, done: int, total: int) -> Pace | None:
        """The pace of this phase; None while it is too early to tell, or where the things are too few."""
        now = self._clock()
        if phase != self._phase or done < self._first:
            self._phase, self._since, self._first = phase, now, done
            return None
        elapsed, gone = now - self._since, done - self._first
        if elapsed < _SETTLED_SECONDS or gone <= 0 or max(done, total) < _FEWEST:
            return None
        rate = gone / elapsed
        return Pace(rate, (total - done) / rate if total > done else None)
