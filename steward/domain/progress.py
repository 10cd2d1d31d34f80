"""How long work tells where it is and learns that it should stop."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Given to every long function; called once per chunk of work."""

    def report(self, phase: str, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` steps of ``phase`` are finished; ``total`` 0 means unknown."""

    def check(self) -> None:
        """Raise ``Cancelled`` when the work should stop."""


class NoProgress:
    """Progress for callers that don't watch."""

    def report(self, phase: str, done: int, total: int) -> None:
        """Nobody is watching."""

    def check(self) -> None:
        """Never stops."""


class Unreported:
    """Progress for a part of some work that may be stopped in it, but is too short to be told of."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def report(self, phase: str, done: int, total: int) -> None:
        """Nothing is told."""

    def check(self) -> None:
        """Stop when the work should."""
        self._progress.check()


#: For work that is over before anybody could watch.
NO_PROGRESS = NoProgress()
