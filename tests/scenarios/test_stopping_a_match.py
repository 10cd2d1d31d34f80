"""A match can be stopped wherever it is, and then leaves the store as it was; what it keeps is whole."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import Cancelled
from steward.storage.matches import candidates
from steward.storage.matches.cluster_queue import SORTS

if TYPE_CHECKING:
    from steward.workspace import Workspace

pytestmark = pytest.mark.usefixtures("looks_by_work")

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
    for phase in sorted(_PHASES - {"store"}):
        with pytest.raises(Cancelled):
            workspace.match(Looks(phase, 1), full=True)
        assert (workspace.queue(state="all"), workspace.summary(), workspace.fingerprint()) == before
    look = 1
    while is_stopped(workspace, Looks("store", look)):
        assert (workspace.queue(state="all"), workspace.summary(), workspace.fingerprint()) == before
        look += 1
    # When all is kept there are some looks more, while the log beside the file is emptied.
    assert counted.by_phase["store"] / 2 < look < counted.by_phase["store"]
    assert workspace.verify() == []


def is_stopped(workspace: Workspace, looks: Looks) -> bool:
    """Match everything; whether it was stopped."""
    try:
        workspace.match(looks, full=True)
    except Cancelled:
        return True
    return False


def test_suggestions_for_many_records_are_those_of_few_and_stand_in_every_index(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.match(full=True)
    found = (workspace.fingerprint(), *(workspace.queue(sort) for sort in SORTS))
    indexes = indexes_of(workspace)
    monkeypatch.setattr(candidates, "_MANY", 0)
    workspace.match(full=True)
    assert (workspace.fingerprint(), *(workspace.queue(sort) for sort in SORTS)) == found
    assert indexes_of(workspace) == indexes
    assert workspace.verify() == []


def indexes_of(workspace: Workspace) -> list[tuple[str, str]]:
    """The names and definitions of the store's indexes."""
    with closing(sqlite3.connect(workspace.path)) as store:
        found: list[tuple[str, str]] = store.execute(
            "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE type = 'index' ORDER BY name"
        ).fetchall()
    return found
