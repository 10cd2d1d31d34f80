"""A match can be stopped wherever it is, and then leaves the store as it was."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import Cancelled

if TYPE_CHECKING:
    from steward.workspace import Workspace

_PHASES = {"read", "values", "candidates", "learn", "group", "store"}


class Looks:
    """Counts how often it is looked whether to stop, by the phase that was told last; stops at one of them."""

    def __init__(self, phase: str = "", stop_at: int = 0) -> None:
        self.by_phase: Counter[str] = Counter()
        self._phase = "read"
        self._stop_at = (phase, stop_at)

    def report(self, phase: str, done: int, total: int) -> None:
        self._phase = phase
        self.check()

    def check(self) -> None:
        self.by_phase[self._phase] += 1
        if (self._phase, self.by_phase[self._phase]) == self._stop_at:
            raise Cancelled


def test_a_stopped_match_leaves_suggestions_and_decisions_as_they_were(workspace: Workspace) -> None:
    workspace.merge([member.record_id for member in workspace.cluster(workspace.queue()[0]).members])
    counted = Looks()
    workspace.match(counted, full=True)
    assert set(counted.by_phase) >= _PHASES
    before = (workspace.queue(state="all"), workspace.summary(), workspace.fingerprint())
    # The last look comes when all is kept.
    places = [("store", look) for look in range(1, counted.by_phase["store"])]
    for phase, look in [(phase, 1) for phase in sorted(_PHASES)] + places:
        with pytest.raises(Cancelled):
            workspace.match(Looks(phase, look), full=True)
        assert (workspace.queue(state="all"), workspace.summary(), workspace.fingerprint()) == before
    assert workspace.verify() == []
