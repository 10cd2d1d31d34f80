"""What a write touched, so that open pages refresh only what they show."""

from __future__ import annotations

from enum import StrEnum


class Subject(StrEnum):
    """A kind of thing in the store that can change."""

    SOURCES = "sources"
    RECORDS = "records"
    CLUSTERS = "clusters"
    CUSTOMERS = "customers"
    DECISIONS = "decisions"


#: What any steward's decision touches.
BY_DECISION = frozenset({Subject.CLUSTERS, Subject.CUSTOMERS, Subject.DECISIONS})
#: What a delivery, or undoing one, touches.
BY_DELIVERY = frozenset(Subject)
#: What a match run touches.
BY_MATCH = frozenset({Subject.CLUSTERS})
