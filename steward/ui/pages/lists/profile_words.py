"""The parts of a column's quality bar, and what a column's profile says, in words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.workspace.list_views import ColumnProfile, ValueStatus

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.workspace.list_views import ColumnPreview

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


def status_label(status: ValueStatus) -> str:
    """How good the values are."""
    match status:
        case ValueStatus.VALID:
            return translate("ProfileWords", "valid")
        case ValueStatus.DOUBTFUL:
            return translate("ProfileWords", "doubtful")
        case ValueStatus.INVALID:
            return translate("ProfileWords", "unusual")
        case ValueStatus.PLACEHOLDER:
            return translate("ProfileWords", "placeholder")
        case ValueStatus.EMPTY:
            return translate("ProfileWords", "empty")


def numbers_of(profile: ColumnProfile, part: Part) -> tuple[int, ...]:
    """The rows of a part, as far as the profile names them."""
    found = [number for status in _STATUSES[part] for number in profile.rows_by_status.get(status, ())]
    return tuple(sorted(found))


def quality_sentence(column: ColumnPreview, language: Language) -> str:
    """The bar in words."""
    text: str = translate("ProfileWords", "{valid} valid, {doubtful} doubtful, {empty} empty")
    return text.format(
        valid=language.number(column.valid),
        doubtful=language.number(column.doubtful),
        empty=language.number(column.empty),
    )
