"""What a write touched, so that open pages refresh only what they show, and what is looked for in the log."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steward.domain.decisions import ActKind


class Subject(StrEnum):
    """A kind of thing in the store that can change."""

    SOURCES = "sources"
    RECORDS = "records"
    CLUSTERS = "clusters"
    CUSTOMERS = "customers"
    DECISIONS = "decisions"
    EXPORTS = "exports"


#: What any steward's decision touches.
BY_DECISION = frozenset({Subject.CLUSTERS, Subject.CUSTOMERS, Subject.DECISIONS})
#: What a delivery, or undoing one, touches.
BY_DELIVERY = frozenset(Subject) - {Subject.EXPORTS}
#: What writing the master touches: nothing but the register.
BY_EXPORT = frozenset({Subject.EXPORTS})
#: What a match run touches.
BY_MATCH = frozenset({Subject.CLUSTERS})


class EntryState(StrEnum):
    """What has become of a log entry, or of a pair that was set apart."""

    IN_FORCE = "in_force"
    REVERSED = "reversed"
    ASKED_AGAIN = "asked_again"


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which log entries are looked for. Empty fields narrow nothing; days are inclusive, as yyyy-mm-dd.

    ``text``: part of a customer's or list's name, of the reason, of the steward's name, or the entry's number.
    ``source``: the name of a list that a record of it comes from.
    """

    text: str = ""
    kinds: tuple[ActKind, ...] | None = None
    steward: str = ""
    since: str = ""
    until: str = ""
    source: str = ""
    state: EntryState | None = None

    @property
    def is_narrowed(self) -> bool:
        """True unless everything is looked for."""
        return self != HistoryFilter()
