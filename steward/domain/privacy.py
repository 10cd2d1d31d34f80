"""A person's rights over their data: what is recognized after an erasure, which consents a withdrawal refuses, and
what is known of exports."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from steward.domain.attributes import in_order
from steward.domain.survivorship import GoldenValue, SurvivorshipRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from steward.domain.decisions import DecisionId
    from steward.domain.records import Values

#: What stands where an erasure took a text out of the log. As a chosen value it chooses nothing.
ERASED = "(erased)"

REFUSED = "refused"


class Channel(StrEnum):
    """How a customer can be contacted; ALL is consent as such."""

    ALL = "all"
    EMAIL = "email"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    PHONE = "phone"


class IdentityKind(StrEnum):
    """What an erased person is recognized by when a list delivers them again."""

    NIK = "nik"
    NPWP = "npwp"
    PHONE = "phone"
    EMAIL = "email"
    NAME_AND_BIRTH = "name_and_birth"
    SOURCE_KEY = "source_key"


class ExportKind(StrEnum):
    """What left the store."""

    MASTER = "master"
    ACCESS_PACK = "access_pack"


@dataclass(frozen=True, slots=True)
class ExportEntry:
    """A line of the register of exports. ``last_entry``: the log entry up to which the file shows the store."""

    id: int
    kind: ExportKind
    exported_at: datetime
    exported_by: str
    file_name: str
    last_entry: int
    customer_count: int


@dataclass(frozen=True, slots=True)
class Rights:
    """What a customer asked for: the acts in force that restrict them, and those that withdrew a consent."""

    restricted_by: tuple[DecisionId, ...] = ()
    withdrawn: Mapping[Channel, DecisionId] = field(default_factory=dict)

    @property
    def is_restricted(self) -> bool:
        """Neither matched nor exported."""
        return bool(self.restricted_by)


def refused_consents(channels: Collection[Channel]) -> dict[str, str]:
    """Attribute -> "refused" for the channels; without one, and for ALL, every consent."""
    if not channels or Channel.ALL in channels:
        return {"consent": REFUSED, **{f"consent_{c.value}": REFUSED for c in Channel if c is not Channel.ALL}}
    return {f"consent_{channel.value}": REFUSED for channel in channels}


def with_withdrawals(values: Sequence[GoldenValue], withdrawn: Mapping[str, DecisionId]) -> tuple[GoldenValue, ...]:
    """Golden values in which withdrawn consents are refused, whatever lists or stewards say."""
    if not withdrawn:
        return tuple(values)
    kept = [value for value in values if value.attribute not in withdrawn]
    for attribute, decision_id in withdrawn.items():
        before = next((value for value in values if value.attribute == attribute and value.position == 0), None)
        others = "" if before is None or before.value == REFUSED else before.value
        support = before.support if before is not None and before.value == REFUSED else 0
        kept.append(
            GoldenValue(
                attribute, 0, REFUSED, None, SurvivorshipRule.MOST_RESTRICTIVE, support, others, decision_id=decision_id
            )
        )
    order = {one.name: place for place, one in enumerate(in_order({value.attribute for value in kept}))}
    return tuple(sorted(kept, key=lambda value: (order[value.attribute], value.position)))


def identities(standard: Values) -> Iterator[tuple[IdentityKind, str]]:
    """What recognizes the person of a row: valid identifiers, contacts, and the name together with the birth date."""
    for kind in (IdentityKind.NIK, IdentityKind.NPWP, IdentityKind.PHONE, IdentityKind.EMAIL):
        for value in standard.get(kind.value, ()):
            if value and "?" not in value:
                yield kind, value
    for name in standard.get("name", ()):
        for born in standard.get("birth_date", ()):
            if name and born and "?" not in born:
                yield IdentityKind.NAME_AND_BIRTH, f"{' '.join(sorted(name.casefold().split()))}\n{born}"
