"""How values of a golden record read on screen: days, numbers and coded answers in the language of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.domain.attributes import ATTRIBUTES, AttributeGroup, AttributeType
from steward.ui.wording import consent_label

if TYPE_CHECKING:
    from steward.ui.language import Language


def value_text(attribute: str, value: str, language: Language) -> str:
    """The value as people write it; what is not understood stays as it was delivered."""
    known = ATTRIBUTES.get(attribute)
    if known is None or not value:
        return value
    if known.type is AttributeType.DATE:
        return language.day_of_text(value)
    if known.type is AttributeType.NUMBER:
        return number_text(value, language)
    if attribute == "gender":
        return _gender(value)
    if known.group is AttributeGroup.CONSENT and value in ("given", "refused"):
        return consent_label(value)
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


def _gender(value: str) -> str:
    return {
        "female": QCoreApplication.translate("ValueText", "Female"),
        "f": QCoreApplication.translate("ValueText", "Female"),
        "male": QCoreApplication.translate("ValueText", "Male"),
        "m": QCoreApplication.translate("ValueText", "Male"),
    }.get(value.casefold(), value)
