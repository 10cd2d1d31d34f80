"""The evidence that a judgement rested on: it is asked again only when that evidence has changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from steward.domain.attributes import BUILT_IN_ATTRIBUTES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.domain.records import SourceRecord

_COMPARED = tuple(attribute.name for attribute in BUILT_IN_ATTRIBUTES if attribute.is_identifying)


def evidence_of(record: SourceRecord) -> dict[str, str]:
    """Compared attribute -> fingerprint of its standard values; how a list writes them is of no account."""
    return {name: _fingerprint(values) for name in _COMPARED if any(values := record.standard.get(name, ()))}


def changed_attributes(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """The attributes that came, went or changed, in the order in which screens show them."""
    return tuple(name for name in _COMPARED if then.get(name) != now.get(name))


def _fingerprint(values: tuple[str, ...]) -> str:
    text = "\n".join(sorted({value for value in values if value}))
    return hashlib.blake2b(text.encode(), digest_size=6).hexdigest()
