"""What a steward can make of columns by hand, beyond choosing from the list of attributes."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from steward.domain.column_rules import AddressRule, CombineRule, SplitRule, column_rule
from steward.ui.language import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate


class HandKind(StrEnum):
    """One form of the rule panel each."""

    ATTRIBUTE = "by_hand_attribute"
    SPLIT = "by_hand_split"
    COMBINE = "by_hand_combine"
    KEY = "by_hand_key"


_ASKED = {
    HandKind.ATTRIBUTE: QT_TRANSLATE_NOOP("HandKinds", "New attribute …"),
    HandKind.SPLIT: QT_TRANSLATE_NOOP("HandKinds", "Take apart …"),
    HandKind.COMBINE: QT_TRANSLATE_NOOP("HandKinds", "Put together with others …"),
    HandKind.KEY: QT_TRANSLATE_NOOP("HandKinds", "Key of several columns …"),
}
_ICONS = {HandKind.ATTRIBUTE: "plus", HandKind.SPLIT: "split", HandKind.COMBINE: "git-merge", HandKind.KEY: "hash"}


def hand_label(kind: HandKind) -> str:
    """The entry that opens the form."""
    return translate("HandKinds", _ASKED[kind])


def hand_icon(kind: HandKind) -> str:
    """The icon beside it."""
    return _ICONS[kind]


def kind_of_rule(target: str) -> HandKind | None:
    """The form in which a target was made; None for what is chosen from the list."""
    rule = column_rule(target)
    if isinstance(rule, CombineRule):
        return HandKind.COMBINE
    return HandKind.SPLIT if isinstance(rule, SplitRule | AddressRule) else None
