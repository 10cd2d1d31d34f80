"""How standard values read on screen: days, numbers, phones and coded answers in the language of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.domain.attributes import AttributeType, find_attribute
from steward.ui.words import category_label

if TYPE_CHECKING:
    from steward.ui.language import Language


def value_text(attribute: str, value: str, language: Language) -> str:
    """The value as people write it; what is not understood stays as it was delivered."""
    known = find_attribute(attribute)
    if known is None or not value:
        return value
    if known.type is AttributeType.DATE:
        return language.day_of_text(value)
    if known.type is AttributeType.NUMBER:
        return number_text(value, language)
    if known.type is AttributeType.PHONE:
        return phone_text(value)
    if known.type is AttributeType.CATEGORY:
        return category_label(attribute, value)
    return value


def number_text(value: str, language: Language) -> str:
    """A number with the separators of the language."""
    try:
        number = float(value)
    except ValueError:
        return value
    return language.number(number, 0 if number.is_integer() else 2)


def money_text(value: str, currency: str, language: Language) -> str:
    """An amount short enough for a figure: "Rp 48.2 m"."""
    try:
        amount = float(value)
    except ValueError:
        return value
    sign = "Rp" if currency.upper() in ("", "IDR", "RP") else currency
    for size, unit in (
        (1e9, QCoreApplication.translate("ValueText", "bn", "thousand millions")),
        (1e6, QCoreApplication.translate("ValueText", "m", "millions")),
    ):
        if abs(amount) >= size:
            return f"{sign} {language.number(amount / size, 1)} {unit}"
    return f"{sign} {language.number(amount)}"


def phone_text(value: str) -> str:
    """An Indonesian mobile in groups: "+62 812-3344-5566"; other numbers as they are."""
    rest = value.removeprefix("+62")
    if rest == value or not rest.isdigit() or not rest.startswith("8"):
        return value
    return f"+62 {rest[:3]}-{rest[3:7]}-{rest[7:]}"
