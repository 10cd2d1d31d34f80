"""Attributes that a steward makes while mapping a list: checked against the others, and defined with the delivery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.attributes import own_kind, taken_by
from steward.domain.column_rules import attributes_of
from steward.domain.errors import MappingError
from steward.storage.lists import own_attributes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from steward.workspace.context import StoreContext


def check_own(session: Session, targets: Iterable[str]) -> list[str]:
    """The own attributes that these targets fill. Raises MappingError when the store has another of that name."""
    known = own_attributes.own_attributes(session)
    wanted = [name for target in dict.fromkeys(targets) for name in attributes_of(target) if own_kind(name)]
    for name in wanted:
        if other := taken_by(name, (*known, *wanted)):
            raise MappingError(
                f'The attribute "{name}" can\'t be made: "{other}" is called so already; choose that or another name.',
                code="attribute_taken",
                target=name,
            )
    return wanted


def define_own(context: StoreContext, session: Session, targets: Iterable[str]) -> None:
    """Keep the own attributes that these targets fill. Raises MappingError like ``check_own``."""
    own_attributes.define(session, check_own(session, targets), context.steward, context.clock())
