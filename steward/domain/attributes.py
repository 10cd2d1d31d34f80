"""The attributes of a customer: what a column of a list can mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    Attribute("other_id", _T.CODE, _G.IDENTIFIER),
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
