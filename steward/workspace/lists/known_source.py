"""What the store holds of a source when a list of it comes: its records, and by which keys lists call them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from steward.domain.source_settings import USUAL_SETTINGS
from steward.storage.lists import presence, record_keys, record_versions, sources

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import SourceId
    from steward.domain.source_settings import SourceSettings
    from steward.storage.lists.presence import Held
    from steward.storage.lists.record_versions import KnownRecord


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A source as the store holds it; as it begins, nothing is known of one.

    ``records``: all that it ever had, by their own keys; ``now``: those that count. ``called``: the keys by which it
    calls records now that have another key of their own -> own key.
    """

    settings: SourceSettings = USUAL_SETTINGS
    records: Mapping[str, KnownRecord] = field(default_factory=dict)
    now: Sequence[Held] = ()
    called: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, session: Session, source_id: SourceId) -> KnownSource:
        """The source as it is now."""
        return cls(
            settings=sources.source_settings(session, source_id),
            records=record_versions.known_records(session, source_id),
            now=presence.held_now(session, source_id),
            called=record_keys.keys_in_use(session, source_id),
        )

    def counting(self) -> frozenset[str]:
        """The own keys of the records that count."""
        return frozenset(held.source_key for held in self.now)


def keys_in_use(called: Mapping[str, str], keys: Collection[str]) -> dict[str, str]:
    """Those of a list's keys by which it has called a record before that has another key of its own: key -> own key.

    ``called``: all keys by which the source does. Where the list brings that own key, too, the two are no longer one;
    unless that is what it calls another record.
    """
    found = {key: own for key, own in called.items() if key in keys}
    return {key: own for key, own in found.items() if own not in keys or own in found}


def with_renamed(known: Mapping[str, KnownRecord], renamed: Mapping[str, str]) -> dict[str, KnownRecord]:
    """What is known by source key, by the other keys as well."""
    return {**known, **{key: known[own] for key, own in renamed.items() if own in known}}
