"""What one column probably means, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class GuessReason(StrEnum):
    """Why a column was mapped as it was; ``ColumnGuess.detail`` says more."""

    HEADER = "header"  # the words understood
    HEADER_AND_CONTENT = "header_and_content"  # the words understood
    CONTENT = "content"  # share of cells that look like it, in percent
    KEY_CHOSEN = "key_chosen"
    KEY_HEADER = "key_header"  # the words understood
    KEY_CONTENT = "key_content"
    KEY_RUNNING_NUMBER = "key_running_number"
    KEY_PAIR = "key_pair"  # the name of the key, of two columns
    RUNNING_NUMBER = "running_number"
    NOT_AN_ATTRIBUTE = "not_an_attribute"  # the words understood
    CONTRADICTED = "contradicted"  # the target its header promised
    TAKEN = "taken"  # the column that has the target
    UNKNOWN = "unknown"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """What one column probably means, how sure that is (0..1), and a look at its cells."""

    header: str
    target: str
    reason: GuessReason
    detail: str
    confidence: float
    examples: tuple[str, ...]
    filled: int
    rows: int


class Option(NamedTuple):
    """One thing that a column can be."""

    target: str
    confidence: float
    reason: GuessReason
    detail: str
