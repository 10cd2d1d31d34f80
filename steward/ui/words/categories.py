"""The words for the categories that the program itself reads: what kind of customer, which channel, which consent."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from steward.domain.attributes import AttributeGroup, OwnKind, find_attribute, own_kind
from steward.ui.language import QT_TRANSLATE_NOOP
from steward.ui.words.labels import consent_label

_WORDS = {
    "yes": QT_TRANSLATE_NOOP("Categories", "Yes"),
    "no": QT_TRANSLATE_NOOP("Categories", "No"),
    "male": QT_TRANSLATE_NOOP("Categories", "Male"),
    "female": QT_TRANSLATE_NOOP("Categories", "Female"),
    "person": QT_TRANSLATE_NOOP("Categories", "Person"),
    "company": QT_TRANSLATE_NOOP("Categories", "Company"),
    "email": QT_TRANSLATE_NOOP("Categories", "E-mail"),
    "phone": QT_TRANSLATE_NOOP("Categories", "Phone"),
    "whatsapp": QT_TRANSLATE_NOOP("Categories", "WhatsApp"),
    "sms": QT_TRANSLATE_NOOP("Categories", "SMS"),
    "visit": QT_TRANSLATE_NOOP("Categories", "Visit"),
    "married": QT_TRANSLATE_NOOP("Categories", "Married"),
    "single": QT_TRANSLATE_NOOP("Categories", "Single"),
    "divorced": QT_TRANSLATE_NOOP("Categories", "Divorced"),
    "widowed": QT_TRANSLATE_NOOP("Categories", "Widowed"),
}
_CONSENTS = ("given", "refused")


def category_label(attribute: str, value: str) -> str:
    """ "whatsapp" -> "WhatsApp". A department's own words stay as they are delivered."""
    known = find_attribute(attribute)
    if known is not None and known.group is AttributeGroup.CONSENT and value in _CONSENTS:
        label = consent_label(value)
        return label[:1].upper() + label[1:]
    own = own_kind(attribute)
    if own is not None and own is not OwnKind.YES_NO:
        return value
    word = _WORDS.get(value.casefold(), "")
    return QCoreApplication.translate("Categories", word) if word else value


def category_value(attribute: str, text: str) -> str:
    """The value that reads so on screen, whatever the case; other text as it is."""
    own = own_kind(attribute)
    if own is not None and own is not OwnKind.YES_NO:
        return text
    sought = text.strip().casefold()
    named = (value for value in (*_CONSENTS, *_WORDS) if category_label(attribute, value).casefold() == sought)
    return next(named, text)
