"""The words of survivorship rules: groups of attributes, criteria, and their order as one phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.domain.attributes import BUILT_IN_ATTRIBUTES, AttributeGroup
from steward.domain.survivorship_rules import Criterion
from steward.ui.language import QT_TRANSLATE_NOOP
from steward.ui.words.attributes import attribute_label

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate

_GROUPS = {
    AttributeGroup.NAME: QT_TRANSLATE_NOOP("Rules", "Names"),
    AttributeGroup.IDENTIFIER: QT_TRANSLATE_NOOP("Rules", "Identifiers"),
    AttributeGroup.BIRTH: QT_TRANSLATE_NOOP("Rules", "Birth and gender"),
    AttributeGroup.CONTACT: QT_TRANSLATE_NOOP("Rules", "Contact points"),
    AttributeGroup.ADDRESS: QT_TRANSLATE_NOOP("Rules", "Address"),
    AttributeGroup.CONSENT: QT_TRANSLATE_NOOP("Rules", "Consent"),
    AttributeGroup.BUSINESS: QT_TRANSLATE_NOOP("Rules", "Business"),
    AttributeGroup.OWN: QT_TRANSLATE_NOOP("Rules", "Your own attributes"),
    AttributeGroup.OTHER: QT_TRANSLATE_NOOP("Rules", "Everything else"),
}
_CRITERIA = {
    Criterion.SOURCE_TRUST: QT_TRANSLATE_NOOP("Rules", "From the most trusted list"),
    Criterion.NEWEST: QT_TRANSLATE_NOOP("Rules", "Newest"),
    Criterion.MOST_FREQUENT: QT_TRANSLATE_NOOP("Rules", "Most frequent"),
    Criterion.MOST_COMPLETE: QT_TRANSLATE_NOOP("Rules", "Most complete"),
    Criterion.LONGEST: QT_TRANSLATE_NOOP("Rules", "Longest"),
}
_SHORT = {
    Criterion.SOURCE_TRUST: QT_TRANSLATE_NOOP("Rules", "most trusted"),
    Criterion.NEWEST: QT_TRANSLATE_NOOP("Rules", "newest"),
    Criterion.MOST_FREQUENT: QT_TRANSLATE_NOOP("Rules", "most frequent"),
    Criterion.MOST_COMPLETE: QT_TRANSLATE_NOOP("Rules", "most complete"),
    Criterion.LONGEST: QT_TRANSLATE_NOOP("Rules", "longest"),
}


def group_label(group: AttributeGroup) -> str:
    """What a group of attributes is called."""
    return translate("Rules", _GROUPS[group])


def criterion_label(criterion: Criterion) -> str:
    """By what a value is preferred."""
    return translate("Rules", _CRITERIA[criterion])


def criteria_phrase(criteria: Sequence[Criterion]) -> str:
    """ "most frequent, then newest"."""
    return translate("Rules", ", then ").join(translate("Rules", _SHORT[criterion]) for criterion in criteria)


def group_attributes(group: AttributeGroup) -> str:
    """The attributes of a group, as one line."""
    if group is AttributeGroup.OWN:
        return translate("Rules", "What you named yourself while mapping a list")
    return " · ".join(attribute_label(one.name) for one in BUILT_IN_ATTRIBUTES if one.group is group)
