"""Standard values as a person writes them, in the language of the window: dates, numbers, phones, categories."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt

from steward.domain.attributes import AttributeType, find_attribute
from steward.ui.words import category_label


def delivered_text(delivered_on: str) -> str:
    """A delivery's ISO date in the reader's way of writing it; other text as it is."""
    date = QDate.fromString(delivered_on[:10], Qt.DateFormat.ISODate)
    return QLocale().toString(date, "d MMM yyyy") if date.isValid() else delivered_on


def value_text(attribute: str, value: str) -> str:
    """A standard value as a person writes it: dates in words, mobile numbers in groups, categories translated."""
    known = find_attribute(attribute)
    if known is None:
        return value
    if known.type is AttributeType.DATE:
        return delivered_text(value)
    if known.type is AttributeType.PHONE and value.startswith("+628") and value[1:].isdigit() and len(value) >= 11:
        return f"+62 {value[3:6]}-{value[6:10]}-{value[10:]}".rstrip("-")
    if known.type is AttributeType.NUMBER:
        return _number(value)
    if known.type is AttributeType.CATEGORY:
        label = category_label(attribute, value)
        return label[:1].upper() + label[1:]
    return value


def _number(value: str) -> str:
    """With the separators of the language; what is no plain number stays as it is."""
    whole, _, decimals = value.partition(".")
    if not whole.isdigit() or not (decimals.isdigit() or not decimals) or len(whole) > 15:
        return value
    return QLocale().toString(float(value), "f", len(decimals))
