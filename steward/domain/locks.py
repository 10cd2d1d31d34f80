"""What lists say about a value that a steward locked: the lock stays, and the steward is told when they turn."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from steward.domain.attributes import attribute_of

if TYPE_CHECKING:
    from steward.domain.survivorship import GoldenValue


class LockStanding(StrEnum):
    """How the lists stand to a value."""

    AGREE = "agree"
    DISAGREE = "disagree"
    SILENT = "silent"


def lock_standing(value: GoldenValue) -> LockStanding:
    """What the lists say about a golden value.

    Of an attribute with several values they agree as long as one record has this one.
    """
    if value.support and (not value.runner_up or attribute_of(value.attribute).is_multiple):
        return LockStanding.AGREE
    return LockStanding.DISAGREE if value.runner_up else LockStanding.SILENT
