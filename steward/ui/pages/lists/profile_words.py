"""The parts of a column's quality bar: what they are called, and which rows they are."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from steward.workspace.lists.list_views import ColumnProfile, ValueStatus

translate = QCoreApplication.translate


class Part(StrEnum):
    """A part of the quality bar."""

    VALID = "valid"
    DOUBTFUL = "doubtful"
    EMPTY = "empty"


#: From left to right.
PARTS = tuple(Part)
_STATUSES = {
    Part.VALID: (ValueStatus.VALID,),
    Part.DOUBTFUL: (ValueStatus.DOUBTFUL, ValueStatus.INVALID),
    Part.EMPTY: (ValueStatus.EMPTY, ValueStatus.PLACEHOLDER),
}


def part_label(part: Part) -> str:
    """What the rows of a part are."""
    match part:
        case Part.VALID:
            return translate("ProfileWords", "valid")
        case Part.DOUBTFUL:
            return translate("ProfileWords", "doubtful")
        case Part.EMPTY:
            return translate("ProfileWords", "empty")


def numbers_of(profile: ColumnProfile, part: Part) -> tuple[int, ...]:
    """The rows of a part, as far as the profile names them."""
    found = [number for status in _STATUSES[part] for number in profile.rows_by_status.get(status, ())]
    return tuple(sorted(found))
