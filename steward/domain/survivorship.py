"""The origin that every golden value carries: its record or its steward, and why it won."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steward.domain.decisions import DecisionId
    from steward.domain.records import RecordId


class SurvivorshipRule(StrEnum):
    """Why a value won."""

    ONLY_VALUE = "only_value"
    MOST_FREQUENT = "most_frequent"
    MOST_COMPLETE = "most_complete"
    NEWEST = "newest"
    OLDEST = "oldest"
    TOTAL = "total"
    MOST_RESTRICTIVE = "most_restrictive"
    WITH_ADDRESS = "with_address"
    ALL_KEPT = "all_kept"
    STEWARD = "steward"


@dataclass(frozen=True, slots=True)
class ValueOverride:
    """A steward's value for one attribute of one golden record; a lock is one that no act but unlock replaces."""

    attribute: str
    value: str
    decision_id: DecisionId
    is_locked: bool


@dataclass(frozen=True, slots=True)
class GoldenValue:
    """A value of a golden record. ``position`` > 0 are further values of a multiple attribute, 0 is the primary one.

    ``value`` is the standard value where there is one, else the text as delivered. ``record_id`` is None when a
    steward typed it. ``support`` counts the records that carry it, ``runner_up`` is the best value that lost.
    ``is_trusted``: values of less trusted sources were passed over.
    """

    attribute: str
    position: int
    value: str
    record_id: RecordId | None
    rule: SurvivorshipRule
    support: int
    runner_up: str = ""
    decision_id: DecisionId | None = None
    is_locked: bool = False
    is_trusted: bool = False
