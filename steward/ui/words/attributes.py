"""What attributes, and what columns become, are called, and the icons beside them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from steward.domain.attributes import OwnKind, own_kind, own_label
from steward.domain.column_rules import AddressRule, CombineRule, SplitRule, column_rule
from steward.ui.language import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_ATTRIBUTES = {
    "name": QT_TRANSLATE_NOOP("Wording", "Name"),
    "given_name": QT_TRANSLATE_NOOP("Wording", "Given name"),
    "family_name": QT_TRANSLATE_NOOP("Wording", "Family name"),
    "nickname": QT_TRANSLATE_NOOP("Wording", "Nickname"),
    "title": QT_TRANSLATE_NOOP("Wording", "Title"),
    "organization": QT_TRANSLATE_NOOP("Wording", "Organization"),
    "contact_person": QT_TRANSLATE_NOOP("Wording", "Contact person"),
    "customer_type": QT_TRANSLATE_NOOP("Wording", "Customer type"),
    "nik": QT_TRANSLATE_NOOP("Wording", "NIK"),
    "npwp": QT_TRANSLATE_NOOP("Wording", "NPWP"),
    "family_card": QT_TRANSLATE_NOOP("Wording", "Family card no."),
    "other_id": QT_TRANSLATE_NOOP("Wording", "Other id"),
    "birth_date": QT_TRANSLATE_NOOP("Wording", "Birth date"),
    "birth_place": QT_TRANSLATE_NOOP("Wording", "Birth place"),
    "gender": QT_TRANSLATE_NOOP("Wording", "Gender"),
    "phone": QT_TRANSLATE_NOOP("Wording", "Phone"),
    "email": QT_TRANSLATE_NOOP("Wording", "E-mail"),
    "handle": QT_TRANSLATE_NOOP("Wording", "Social media"),
    "website": QT_TRANSLATE_NOOP("Wording", "Website"),
    "address": QT_TRANSLATE_NOOP("Wording", "Address"),
    "rt_rw": QT_TRANSLATE_NOOP("Wording", "RT/RW"),
    "village": QT_TRANSLATE_NOOP("Wording", "Village"),
    "district": QT_TRANSLATE_NOOP("Wording", "District"),
    "city": QT_TRANSLATE_NOOP("Wording", "City"),
    "province": QT_TRANSLATE_NOOP("Wording", "Province"),
    "postcode": QT_TRANSLATE_NOOP("Wording", "Postcode"),
    "country": QT_TRANSLATE_NOOP("Wording", "Country"),
    "consent": QT_TRANSLATE_NOOP("Wording", "Consent"),
    "consent_email": QT_TRANSLATE_NOOP("Wording", "E-mail consent"),
    "consent_sms": QT_TRANSLATE_NOOP("Wording", "SMS consent"),
    "consent_whatsapp": QT_TRANSLATE_NOOP("Wording", "WA consent"),
    "consent_phone": QT_TRANSLATE_NOOP("Wording", "Phone consent"),
    "channel": QT_TRANSLATE_NOOP("Wording", "Channel"),
    "products": QT_TRANSLATE_NOOP("Wording", "Products"),
    "account_number": QT_TRANSLATE_NOOP("Wording", "Account no."),
    "purchases": QT_TRANSLATE_NOOP("Wording", "Purchases"),
    "revenue": QT_TRANSLATE_NOOP("Wording", "Revenue"),
    "cost": QT_TRANSLATE_NOOP("Wording", "Cost"),
    "currency": QT_TRANSLATE_NOOP("Wording", "Currency"),
    "last_activity": QT_TRANSLATE_NOOP("Wording", "Last activity"),
    "first_seen": QT_TRANSLATE_NOOP("Wording", "First seen"),
    "segment": QT_TRANSLATE_NOOP("Wording", "Segment"),
    "marital_status": QT_TRANSLATE_NOOP("Wording", "Marital status"),
    "religion": QT_TRANSLATE_NOOP("Wording", "Religion"),
    "occupation": QT_TRANSLATE_NOOP("Wording", "Occupation"),
    "notes": QT_TRANSLATE_NOOP("Wording", "Notes"),
}

_TARGETS = {
    "": QT_TRANSLATE_NOOP("Wording", "Kept, not used"),
    "key": QT_TRANSLATE_NOOP("Wording", "Source key"),
    "source_key": QT_TRANSLATE_NOOP("Wording", "Source key"),
    "birth_place_and_date": QT_TRANSLATE_NOOP("Wording", "Birth place and date"),
    "id_type": QT_TRANSLATE_NOOP("Wording", "Kind of id"),
    "id_number": QT_TRANSLATE_NOOP("Wording", "Id number"),
    "rt": QT_TRANSLATE_NOOP("Wording", "RT"),
    "rw": QT_TRANSLATE_NOOP("Wording", "RW"),
}

_ICONS = {
    "name": "user", "given_name": "user", "family_name": "user", "nickname": "user", "title": "user",
    "contact_person": "user", "gender": "user", "organization": "building-2", "customer_type": "tag",
    "nik": "id-card", "npwp": "receipt", "family_card": "id-card", "other_id": "id-card", "id_type": "id-card",
    "id_number": "id-card", "source_key": "hash", "key": "hash", "birth_date": "calendar",
    "birth_place_and_date": "calendar", "last_activity": "calendar", "first_seen": "calendar", "phone": "phone",
    "email": "mail", "handle": "at-sign", "website": "globe", "address": "map-pin", "rt_rw": "map-pin",
    "rt": "map-pin", "rw": "map-pin", "village": "map-pin", "district": "map-pin", "city": "map-pin",
    "province": "map-pin", "postcode": "map-pin", "country": "globe", "birth_place": "map-pin",
    "consent": "shield-check", "consent_email": "shield-check", "consent_sms": "shield-check",
    "consent_whatsapp": "shield-check", "consent_phone": "shield-check", "channel": "megaphone",
    "products": "package", "account_number": "credit-card", "purchases": "shopping-bag", "revenue": "banknote",
    "cost": "wallet", "currency": "banknote", "segment": "layers", "marital_status": "users",
    "religion": "file-text", "occupation": "file-text", "notes": "message-square", "": "eye-off",
}  # fmt: skip

_OWN_ICONS = {
    OwnKind.TEXT: "file-text", OwnKind.NUMBER: "hash", OwnKind.MONEY: "banknote", OwnKind.DATE: "calendar",
    OwnKind.YES_NO: "circle-check", OwnKind.CODE: "credit-card", OwnKind.CATEGORY: "tag",
}  # fmt: skip
_OWN_KINDS = {
    OwnKind.TEXT: QT_TRANSLATE_NOOP("Wording", "Text"),
    OwnKind.NUMBER: QT_TRANSLATE_NOOP("Wording", "Number"),
    OwnKind.MONEY: QT_TRANSLATE_NOOP("Wording", "Money"),
    OwnKind.DATE: QT_TRANSLATE_NOOP("Wording", "Date"),
    OwnKind.YES_NO: QT_TRANSLATE_NOOP("Wording", "Yes or no"),
    OwnKind.CODE: QT_TRANSLATE_NOOP("Wording", "Code"),
    OwnKind.CATEGORY: QT_TRANSLATE_NOOP("Wording", "One of a few words"),
}


def attribute_label(name: str) -> str:
    """ "birth_date" -> "Birth date". A user's own attribute is shown as it is named."""
    source = _ATTRIBUTES.get(name)
    return own_label(name) or (translate("Wording", source) if source else name.replace("_", " "))


def own_kind_label(kind: OwnKind) -> str:
    """What the values of an own attribute are."""
    return translate("Wording", _OWN_KINDS[kind])


def attribute_in_sentence(name: str) -> str:
    """The label as it stands inside a sentence: "birth date"; abbreviations keep their capitals: "NIK"."""
    label = attribute_label(name)
    first, *rest = label.split(" ")
    if len(first) > 1 and first.isupper():
        return label
    # "Kota/Kabupaten" is one word with two capitals; a user's own name keeps those after its first.
    start = first[:1].lower() + first[1:] if own_label(name) else first.lower()
    return " ".join([start, *rest])


def attribute_icon(name: str) -> str:
    """The icon beside an attribute or a mapping target."""
    rule = column_rule(name)
    if rule is not None:
        return "git-merge" if isinstance(rule, CombineRule) else "split"
    kind = own_kind(name)
    return _OWN_ICONS[kind] if kind is not None else _ICONS.get(name, "table")


def target_label(target: str) -> str:
    """What a column becomes: an attribute, the source key, or a rule."""
    rule = column_rule(target)
    if isinstance(rule, SplitRule):
        return " / ".join(attribute_label(part) if part else "–" for part in rule.parts)
    if isinstance(rule, AddressRule):
        return translate("Wording", "Address, taken apart")
    if isinstance(rule, CombineRule):
        label = attribute_label(rule.target)
        return translate("Wording", "{attribute}, part {number}").format(attribute=label, number=rule.place)
    return translate("Wording", _TARGETS[target]) if target in _TARGETS else attribute_label(target)
