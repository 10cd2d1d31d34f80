"""The attributes of a customer: what a column of a list can mean.

Built-in ones have a plain name. One that a steward made is named by its kind and what it is called, ``number:Points``:
the name alone says how its values are read, in a mapping, in a process of its own and in a store that is rebuilt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class AttributeType(StrEnum):
    """How values of an attribute are standardized and compared."""

    NAME = "name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    ORGANIZATION = "organization"
    PHONE = "phone"
    EMAIL = "email"
    NATIONAL_ID = "national_id"
    CODE = "code"
    DATE = "date"
    ADDRESS = "address"
    LOCALITY = "locality"
    POSTCODE = "postcode"
    CATEGORY = "category"
    NUMBER = "number"
    TEXT = "text"


class AttributeGroup(StrEnum):
    """Attributes that survive together and count as one piece of evidence."""

    NAME = "name"
    IDENTIFIER = "identifier"
    BIRTH = "birth"
    CONTACT = "contact"
    ADDRESS = "address"
    CONSENT = "consent"
    BUSINESS = "business"
    OWN = "own"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A canonical column. ``is_multiple``: a customer keeps all values, the first is primary.

    ``is_identifying``: the matching engine compares it. Other attributes travel with the golden record.
    """

    name: str
    type: AttributeType
    group: AttributeGroup
    is_multiple: bool = False
    is_identifying: bool = True


def _business(
    name: str, type_: AttributeType, group: AttributeGroup = AttributeGroup.BUSINESS, *, multiple: bool = False
) -> Attribute:
    return Attribute(name, type_, group, is_multiple=multiple, is_identifying=False)


_T = AttributeType
_G = AttributeGroup

#: In the order in which screens and exports show them.
BUILT_IN_ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("name", _T.NAME, _G.NAME),
    Attribute("given_name", _T.GIVEN_NAME, _G.NAME),
    Attribute("family_name", _T.FAMILY_NAME, _G.NAME),
    Attribute("nickname", _T.NAME, _G.NAME, is_identifying=False),
    Attribute("title", _T.CATEGORY, _G.NAME, is_identifying=False),
    Attribute("organization", _T.ORGANIZATION, _G.NAME),
    Attribute("contact_person", _T.NAME, _G.NAME, is_identifying=False),
    Attribute("customer_type", _T.CATEGORY, _G.OTHER, is_identifying=False),
    Attribute("nik", _T.NATIONAL_ID, _G.IDENTIFIER),
    Attribute("npwp", _T.NATIONAL_ID, _G.IDENTIFIER),
    Attribute("family_card", _T.CODE, _G.IDENTIFIER, is_identifying=False),
    Attribute("other_id", _T.CODE, _G.IDENTIFIER, is_multiple=True),
    Attribute("birth_date", _T.DATE, _G.BIRTH),
    Attribute("birth_place", _T.LOCALITY, _G.BIRTH, is_identifying=False),
    Attribute("gender", _T.CATEGORY, _G.BIRTH),
    Attribute("phone", _T.PHONE, _G.CONTACT, is_multiple=True),
    Attribute("email", _T.EMAIL, _G.CONTACT, is_multiple=True),
    Attribute("handle", _T.CODE, _G.CONTACT, is_multiple=True),
    Attribute("website", _T.TEXT, _G.CONTACT, is_identifying=False),
    Attribute("address", _T.ADDRESS, _G.ADDRESS),
    Attribute("rt_rw", _T.CODE, _G.ADDRESS, is_identifying=False),
    Attribute("village", _T.LOCALITY, _G.ADDRESS, is_identifying=False),
    Attribute("district", _T.LOCALITY, _G.ADDRESS, is_identifying=False),
    Attribute("city", _T.LOCALITY, _G.ADDRESS),
    Attribute("province", _T.LOCALITY, _G.ADDRESS, is_identifying=False),
    Attribute("postcode", _T.POSTCODE, _G.ADDRESS),
    Attribute("country", _T.LOCALITY, _G.ADDRESS, is_identifying=False),
    _business("consent", _T.CATEGORY, _G.CONSENT),
    _business("consent_email", _T.CATEGORY, _G.CONSENT),
    _business("consent_sms", _T.CATEGORY, _G.CONSENT),
    _business("consent_whatsapp", _T.CATEGORY, _G.CONSENT),
    _business("consent_phone", _T.CATEGORY, _G.CONSENT),
    _business("channel", _T.CATEGORY),
    _business("products", _T.TEXT, multiple=True),
    _business("account_number", _T.CODE, multiple=True),
    _business("purchases", _T.NUMBER),
    _business("revenue", _T.NUMBER),
    _business("cost", _T.NUMBER),
    _business("currency", _T.CATEGORY),
    _business("last_activity", _T.DATE),
    _business("first_seen", _T.DATE),
    _business("segment", _T.CATEGORY),
    _business("marital_status", _T.CATEGORY),
    _business("religion", _T.CATEGORY),
    _business("occupation", _T.TEXT),
    _business("notes", _T.TEXT),
)

ATTRIBUTES: dict[str, Attribute] = {attribute.name: attribute for attribute in BUILT_IN_ATTRIBUTES}

#: Attributes of which two different valid values forbid a merge unless a steward overrides it.
VETO_ATTRIBUTES: tuple[str, ...] = ("nik",)


#: Where a code is the number of a person or an account; codes of other groups name a street or an account in the open.
_GROUPS_OF_NUMBERS = frozenset({AttributeGroup.IDENTIFIER, AttributeGroup.BUSINESS, AttributeGroup.OWN})


class OwnKind(StrEnum):
    """What a steward can say that the values of an attribute of their own are."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    YES_NO = "yes_no"
    CODE = "code"
    CATEGORY = "category"


_TYPES = {
    OwnKind.TEXT: AttributeType.TEXT,
    OwnKind.NUMBER: AttributeType.NUMBER,
    OwnKind.MONEY: AttributeType.NUMBER,
    OwnKind.DATE: AttributeType.DATE,
    OwnKind.YES_NO: AttributeType.CATEGORY,
    OwnKind.CODE: AttributeType.CODE,
    OwnKind.CATEGORY: AttributeType.CATEGORY,
}
#: How long what a steward calls an attribute may be.
LONGEST_LABEL = 40
#: Words with single spaces; the signs left out are those that mappings and keys are written with.
_LABEL = re.compile(r"[^\s,:;+|\"]+( [^\s,:;+|\"]+)*")
_NO_LETTER = re.compile(r"[\W_]+")
#: Columns that the exported master has beside the attributes.
_EXPORTED = ("CIN", "Records", "Lists")


def own_name(kind: OwnKind, label: str) -> str:
    """The name of an attribute that a steward calls so."""
    return f"{kind}:{' '.join(label.split())}"


def own_label(name: str) -> str:
    """What a steward called the attribute of this name; "" when it is a built-in one."""
    kind, colon, label = name.partition(":")
    return label if colon and kind in set(OwnKind) else ""


def own_kind(name: str) -> OwnKind | None:
    """What the values of a steward's own attribute are; None for any other name."""
    return OwnKind(name.partition(":")[0]) if own_label(name) else None


def is_label(label: str) -> bool:
    """Whether an attribute can be called so."""
    return len(label) <= LONGEST_LABEL and label.isprintable() and _LABEL.fullmatch(label) is not None


def label_key(name: str) -> str:
    """What two attributes have in common that a person would take for one: "birth_date" and "text:Birth  Date"."""
    called = (own_label(name) or name).casefold()
    return _NO_LETTER.sub("", called) or called


def taken_by(name: str, others: Iterable[str]) -> str:
    """The attribute, built-in or one of these, that is called like this one but is another; "" when none is."""
    key = label_key(name)
    return next(
        (other for other in (*ATTRIBUTES, *_EXPORTED, *others) if other != name and label_key(other) == key), ""
    )


@lru_cache(maxsize=1024)
def _own(name: str) -> Attribute | None:
    kind = own_kind(name)
    if kind is None or not is_label(own_label(name)):
        return None
    return Attribute(name, _TYPES[kind], _G.OWN, is_identifying=False)


def find_attribute(name: str) -> Attribute | None:
    """The attribute of this name, built-in or a steward's own; None when it is neither."""
    return ATTRIBUTES.get(name) or _own(name)


def attribute_of(name: str) -> Attribute:
    """The attribute of this name. Raises KeyError when there is none."""
    found = find_attribute(name)
    if found is None:
        raise KeyError(name)
    return found


def in_order(names: Collection[str]) -> list[Attribute]:
    """The attributes among these names in the order of screens and exports: built-in ones, then those of stewards."""
    own = [found for name in names if name not in ATTRIBUTES and (found := _own(name)) is not None]
    built_in = [attribute for attribute in BUILT_IN_ATTRIBUTES if attribute.name in names]
    return [*built_in, *sorted(own, key=lambda attribute: label_key(attribute.name))]


def attribute_title(name: str) -> str:
    """What a column of an attribute is called in files that are written, in English: "Birth date"."""
    if label := own_label(name):
        return label
    return {"nik": "NIK", "npwp": "NPWP", "rt_rw": "RT/RW", "email": "E-mail"}.get(
        name, name.replace("_", " ").capitalize()
    )


def is_number_of_person(name: str) -> bool:
    """Whether values of this attribute are numbers that identify a person or an account, so that they can be masked."""
    found = find_attribute(name)
    if found is None:
        return False
    is_code = found.type is AttributeType.CODE and found.group in _GROUPS_OF_NUMBERS
    return is_code or found.type is AttributeType.NATIONAL_ID
