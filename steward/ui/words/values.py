"""How standard values read on screen: days, numbers, phones and coded answers in the language of now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from steward.domain.attributes import AttributeType, find_attribute
from steward.ui.language import written_day
from steward.ui.words.categories import category_label, category_value

if TYPE_CHECKING:
    from steward.ui.language import Language

#: More digits than a number keeps exactly.
MOST_DIGITS = 15


def value_text(attribute: str, value: str) -> str:
    """The value as people write it; what is not understood stays as it was delivered."""
    known = find_attribute(attribute)
    if known is None or not value:
        return value
    if known.type is AttributeType.DATE:
        return day_text(value)
    if known.type is AttributeType.NUMBER:
        return number_text(value)
    if known.type is AttributeType.PHONE:
        return phone_text(value)
    if known.type is AttributeType.CATEGORY:
        label = category_label(attribute, value)
        return label[:1].upper() + label[1:]
    return value


def typed_text(attribute: str, value: str) -> str:
    """The value as it is offered to be typed over: categories in their words, which ``typed_value`` reads again."""
    return value_text(attribute, value) if _is_category(attribute) else value


def typed_value(attribute: str, text: str) -> str:
    """The value that a steward means who types this."""
    return category_value(attribute, text) if _is_category(attribute) else text


def _is_category(attribute: str) -> bool:
    known = find_attribute(attribute)
    return known is not None and known.type is AttributeType.CATEGORY


def day_text(value: str) -> str:
    """An ISO date in the reader's way of writing it; other text as it is."""
    try:
        return written_day(date.fromisoformat(value[:10]), QLocale())
    except ValueError:
        return value


def number_text(value: str) -> str:
    """A number with the separators of the language; what is no plain number, or too long for one, as it is."""
    whole, _, decimals = value.partition(".")
    if not whole.isdigit() or not (decimals.isdigit() or not decimals) or len(whole) > MOST_DIGITS:
        return value
    kept = decimals.rstrip("0")
    return QLocale().toString(float(value), "f", max(2, len(kept)) if kept else 0)


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


def whole_percent(part: int, whole: int) -> int:
    """A share in percent, rounded; 100 only when it is all of them."""
    return 100 if part == whole else min(99, round(100 * part / whole))
