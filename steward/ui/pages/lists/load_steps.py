"""The four steps of loading a list, in order."""

from __future__ import annotations

from enum import IntEnum


class LoadStep(IntEnum):
    """Where the steward is between a file and its delivery."""

    FILE = 0
    COLUMNS = 1
    CHECK = 2
    LOAD = 3
