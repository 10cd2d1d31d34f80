"""Values that a steward types: what they mean, and whether they mean anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeGroup, AttributeType, OwnKind, attribute_of, find_attribute, own_kind
from steward.domain.decisions import TIES, DecisionKind, Relation
from steward.domain.errors import DecisionError
from steward.standardize.values import standardize
from steward.storage.lists import source_records

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from steward.domain.attributes import Attribute
    from steward.domain.decisions import Act
    from steward.domain.records import SourceRecord

_TYPING = (DecisionKind.MERGE, DecisionKind.OVERRIDE)
#: A text that can't be read as one of these is none.
_READABLE = frozenset(
    {AttributeType.DATE, AttributeType.NUMBER, AttributeType.PHONE, AttributeType.EMAIL, AttributeType.NATIONAL_ID}
)
#: Kept in their standard form: other writings of them can't be compared or added up.
_STANDARD = frozenset({AttributeType.DATE, AttributeType.NUMBER, AttributeType.CATEGORY})


def check_attribute(name: str) -> None:
    """Raises DecisionError when there is no attribute of this name."""
    if find_attribute(name) is None:
        raise DecisionError(f'"{name}" is no attribute; use one such as name or phone.', code="no_attribute")


def as_meant(session: Session, act: Act) -> Act:
    """The act with its typed values in the form in which they are kept.

    Raises DecisionError for one that can't be of its attribute; what a record of the act says is never refused.
    """
    if act.kind not in _TYPING or not any(act.values.values()):
        return act
    named = [record_id for group in act.groups for record_id in group]
    holders = list(source_records.iter_records(session, named, with_raw=False))
    return replace(act, values={name: meant_value(name, text, holders) for name, text in act.values.items()})


def meant_value(name: str, text: str, holders: Iterable[SourceRecord]) -> str:
    """A typed value in the form in which it is kept; what a record of the holders says is never refused.

    Raises DecisionError when it can't be of its attribute, or there is no such attribute.
    """
    check_attribute(name)
    attribute = attribute_of(name)
    standard = standardize(attribute, text).value if text and _must_be_read(attribute) else text
    if text and not standard and not any(_holds(record, name, text) for record in holders):
        raise DecisionError(f'"{text}" can\'t be read as {name}; type another value.', code="no_value")
    return standard if standard and attribute.type in _STANDARD else text


def _must_be_read(attribute: Attribute) -> bool:
    is_answer = attribute.group is AttributeGroup.CONSENT or own_kind(attribute.name) is OwnKind.YES_NO
    return attribute.type in _READABLE or is_answer or attribute.name == "gender"


def _holds(record: SourceRecord, name: str, text: str) -> bool:
    return text in (*record.values.get(name, ()), *record.standard.get(name, ()))


def meant_day(text: str) -> str:
    """A day as it is stored. Raises DecisionError when it is none."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as err:
        raise DecisionError(f'"{text}" is no date; write it as 2026-05-31.', code="no_date") from err


def meant_relation(kind: Relation | str) -> Relation:
    """How two customers belong together. Raises DecisionError for what is no relation."""
    if kind not in TIES:
        names = ", ".join(relation.value for relation in TIES)
        raise DecisionError(f'"{kind}" is no relation; use one of {names}.', code="no_relation")
    return Relation(kind)
