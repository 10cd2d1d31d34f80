"""Why a row is held back and what became of it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.domain.privacy import IdentityKind
from steward.domain.quarantine import QuarantineReason, QuarantineState
from steward.ui.words.attributes import attribute_label

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate


def reason_sentence(reason: QuarantineReason, arguments: Sequence[str]) -> str:
    """Why nobody can take the row for a customer."""
    first, second = (*arguments, "", "")[:2]
    match reason:
        case QuarantineReason.TOTAL_ROW:
            return translate("QuarantineWords", "A total or a remark, no customer: {text}").format(text=first)
        case QuarantineReason.SHIFTED:
            text = translate("QuarantineWords", "All cells moved by %n columns, from {column} on", "", int(first))
            return text.format(column=second)
        case QuarantineReason.CONTROL_CHARACTERS:
            return translate("QuarantineWords", "Control characters in {column}").format(column=first)
        case QuarantineReason.MISSING_KEY:
            return translate("QuarantineWords", "No key in {column}").format(column=first)
        case QuarantineReason.OVERSIZED_CELL:
            text = translate("QuarantineWords", "A cell of {count} characters in {column}")
            return text.format(column=first, count=second)
        case QuarantineReason.ERASED_PERSON:
            text = translate("QuarantineWords", "A person who was erased at their wish, known by {what}")
            return text.format(what=", ".join(_identity_label(kind) for kind in arguments))


def state_label(state: QuarantineState) -> str:
    """What became of the row."""
    match state:
        case QuarantineState.HELD:
            return translate("QuarantineWords", "held back")
        case QuarantineState.RELOADED:
            return translate("QuarantineWords", "loaded")
        case QuarantineState.DISMISSED:
            return translate("QuarantineWords", "no customer")
        case QuarantineState.RELEASED:
            return translate("QuarantineWords", "let in with the next delivery")


def _identity_label(kind: str) -> str:
    """What an erased person was recognized by."""
    if kind == IdentityKind.NAME_AND_BIRTH:
        return translate("QuarantineWords", "name and birth date")
    if kind == IdentityKind.SOURCE_KEY:
        return translate("QuarantineWords", "the key in the list")
    return attribute_label(kind)
