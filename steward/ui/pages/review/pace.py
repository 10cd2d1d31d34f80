"""A steward's own pace: how long the rest of the queue takes at the speed of the last decisions. Never stored."""

from __future__ import annotations

from collections import deque
from statistics import median

#: Decisions that the pace is taken from, and how many it takes before it says anything.
REMEMBERED, NEEDED = 40, 5
#: A longer gap is a break, not work.
LONGEST_SECONDS = 300.0


class Pace:
    """Told the time of each decision; answers with seconds."""

    def __init__(self) -> None:
        self._gaps: deque[float] = deque(maxlen=REMEMBERED)
        self._last: float | None = None

    def decided_at(self, seconds: float) -> None:
        """A decision was taken at this time of a clock that never goes back."""
        if self._last is not None and seconds - self._last <= LONGEST_SECONDS:
            self._gaps.append(seconds - self._last)
        self._last = seconds

    def seconds_for(self, clusters: int) -> float | None:
        """How long so many clusters take, None while too little is known."""
        if len(self._gaps) < NEEDED:
            return None
        return median(self._gaps) * clusters
