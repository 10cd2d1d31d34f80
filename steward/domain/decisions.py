"""Decisions: every act of a steward, and the judgements they make about records."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NewType, cast

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from steward.domain.records import RecordId

DecisionId = NewType("DecisionId", int)


class DecisionKind(StrEnum):
    """What a log entry is. DELIVERY and REVERSE are acts like the others: logged, chained, reversible."""

    DELIVERY = "delivery"
    MERGE = "merge"
    NOT_SAME = "not_same"
    RELATED = "related"
    SPLIT = "split"
    ARRANGE = "arrange"
    TAKE_OUT = "take_out"
    OVERRIDE = "override"
    LOCK = "lock"
    UNLOCK = "unlock"
    DEFER = "defer"
    REVERSE = "reverse"


class DeskKind(StrEnum):
    """Acts about the work itself: logged, chained and reversible like decisions, but no answer about a customer.

    REVEAL alone stays for good: what somebody saw can't be unseen.
    """

    COMMENT = "comment"
    ASSIGN = "assign"
    RULES = "rules"
    SEMI_AUTOMATIC = "semi_automatic"
    SAMPLE = "sample"
    CERTIFICATE = "certificate"
    DISMISS = "dismiss"
    LEARN = "learn"
    CHECK = "check"
    REVEAL = "reveal"


class PrivacyKind(StrEnum):
    """Acts about the rights of a person: logged and chained like decisions; all but ERASE can be reversed."""

    ERASE = "erase"
    RESTRICT = "restrict"
    WITHDRAW = "withdraw"
    RELEASE = "release"


ActKind = DecisionKind | DeskKind | PrivacyKind
_KINDS: dict[str, ActKind] = {kind.value: kind for kinds in (DecisionKind, DeskKind, PrivacyKind) for kind in kinds}


def act_kind(text: str) -> ActKind:
    """The kind of that name."""
    return _KINDS[text]


class Relation(StrEnum):
    """How two different customers belong together; NONE: they don't, and are never proposed again."""

    HOUSEHOLD = "household"
    SPOUSE = "spouse"
    PARENT_CHILD = "parent_child"
    BRANCH = "branch"
    OTHER = "other"
    NONE = "none"


#: What customers who belong together can be to each other.
TIES = tuple(relation for relation in Relation if relation is not Relation.NONE)


@dataclass(frozen=True, slots=True)
class Act:
    """What a decision says, without when and who: enough to replay it.

    ``groups`` are sets of record ids, their meaning by kind:
    MERGE each group becomes one customer · NOT_SAME (one,), (others), of strangers with the relation NONE ·
    RELATED (one,), (other,) · SPLIT the parts ·
    ARRANGE each group becomes one customer, apart from the other groups ·
    TAKE_OUT (record,), (the others), and for a move (members of the customer it goes to) · OVERRIDE/LOCK/UNLOCK the
    members the golden record had · DEFER/COMMENT/ASSIGN the members of the cluster or customer ·
    DELIVERY empty (its records follow from ``delivery_id``) · SAMPLE the clusters drawn · ERASE/RESTRICT/WITHDRAW
    the members of the customer · REVEAL the records whose masked numbers were looked at, none for rows of a file ·
    RULES, SEMI_AUTOMATIC, CERTIFICATE, DISMISS and RELEASE empty.
    ``values`` maps attributes to the value chosen (MERGE, OVERRIDE, LOCK), "" clears it; of a COMMENT it holds the
    ``text``, of an ASSIGN the ``steward``, of a LEARN how many ``decisions`` taught, of a CHECK the ``decision``
    that was asked about again, of RULES the criteria by group, of a REVEAL the ``file_name``,
    of a SAMPLE and a CERTIFICATE the band and what was found, of a DISMISS and of the DELIVERY of mended rows the
    ``quarantined`` rows, of a WITHDRAW the consents refused, of a RELEASE the row by its ``fingerprint``.
    """

    kind: ActKind
    groups: tuple[tuple[RecordId, ...], ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    relation: Relation | None = None
    until: str | None = None
    delivery_id: int | None = None
    reverses: DecisionId | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A logged act. ``shown`` is what the steward saw: record versions, weights, model."""

    id: DecisionId
    act: Act
    decided_at: datetime
    decided_by: str
    reason: str
    shown: Mapping[str, object]
    reversed_by: DecisionId | None = None

    @property
    def kind(self) -> DecisionKind:
        """What kind of answer it is. Who asks deals with answers; acts of the desk are told apart by ``act.kind``."""
        return cast(DecisionKind, self.act.kind)

    @property
    def is_in_force(self) -> bool:
        """False while a later act reverses it."""
        return self.reversed_by is None


def decided_first(shown: Mapping[str, object], by: str, at: str) -> tuple[str, str]:
    """Who decided something first and when, whatever store took it over since. ``by``, ``at``: what this log says."""
    first = shown.get("taken_over")
    return (first["by"], first["at"] or at) if isinstance(first, dict) else (by, at)
