"""Which placeholders a department is told of: those that look like a value and are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType
from steward.standardize.placeholders import refers_to_another

if TYPE_CHECKING:
    from steward.domain.attributes import Attribute

_DESCRIBING = frozenset({AttributeType.CATEGORY, AttributeType.TEXT})


def is_told(attribute: Attribute | None, cell: str) -> bool:
    """Whether a placeholder is worth a sentence: an invented phone or day is not what it seems.

    A dash is how people leave a cell empty, and "none" over what describes a customer is an answer: no job, no wishes.
    So is "not stated" among a few answers, such as of a sex. "Same as phone" says where the value stands.
    """
    describes = attribute is not None and attribute.type in _DESCRIBING
    return any(map(str.isalnum, cell)) and not describes and not refers_to_another(cell)
