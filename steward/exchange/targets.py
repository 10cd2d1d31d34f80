"""What a column of a list can be mapped to: an attribute, or one of a few rules that fill attributes."""

from __future__ import annotations

from enum import StrEnum

from steward.domain.attributes import find_attribute
from steward.domain.column_rules import CombineRule, attributes_of, column_rule


class ColumnRule(StrEnum):
    """Targets that are not attributes themselves."""

    UNMAPPED = ""  # kept with the record, but no attribute
    SOURCE_KEY = "source_key"  # recognizes the record in the next delivery
    BIRTH_PLACE_AND_DATE = "birth_place_and_date"  # "Medan, 12 Mei 1980"
    ID_TYPE = "id_type"  # says what the id number column holds: KTP, SIM, Paspor
    ID_NUMBER = "id_number"  # becomes nik, npwp or other_id, by its type
    RT = "rt"  # neighbourhood numbers in two columns become one rt_rw
    RW = "rw"
    REFUSAL = "refusal"  # "Do not call: Y" is the opposite of a consent
    REFUSAL_EMAIL = "refusal_email"
    REFUSAL_SMS = "refusal_sms"
    REFUSAL_WHATSAPP = "refusal_whatsapp"
    REFUSAL_PHONE = "refusal_phone"


#: The consent attribute that a column of refusals fills.
REFUSED: dict[ColumnRule, str] = {
    ColumnRule.REFUSAL: "consent",
    ColumnRule.REFUSAL_EMAIL: "consent_email",
    ColumnRule.REFUSAL_SMS: "consent_sms",
    ColumnRule.REFUSAL_WHATSAPP: "consent_whatsapp",
    ColumnRule.REFUSAL_PHONE: "consent_phone",
}

#: Single attributes that may take several columns, and what stands between their values then.
JOINED_TARGETS = {"address": ", ", "notes": "; ", "title": " "}


def is_target(name: str) -> bool:
    """Whether a mapping may name this target."""
    return bool(attributes_of(name)) or name in set(ColumnRule)


def takes_several_columns(target: str) -> bool:
    """Whether more than one column may be mapped to the target."""
    if target == ColumnRule.UNMAPPED or target in JOINED_TARGETS or isinstance(column_rule(target), CombineRule):
        return True
    attribute = find_attribute(target)
    return attribute is not None and attribute.is_multiple
