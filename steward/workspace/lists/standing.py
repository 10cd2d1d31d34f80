"""How a list stands to what the store holds of its source: which of its rows are which records, what is doubtful."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from steward.storage.lists import deliveries
from steward.storage.lists.delivery_notes import last_file_time
from steward.workspace.lists.delivery_gates import file_gates, gates_of
from steward.workspace.lists.known_source import KnownSource, keys_in_use, with_renamed
from steward.workspace.lists.missing_records import missing_records
from steward.workspace.lists.renamed_keys import Renamed, find_renamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import Source
    from steward.storage.lists.presence import Held
    from steward.storage.lists.record_versions import KnownRecord
    from steward.workspace.lists.delivery_gates import Gate
    from steward.workspace.lists.list_file import ListFile
    from steward.workspace.lists.read_list import PreparedTable


@dataclass(frozen=True, slots=True)
class Standing:
    """A list beside its source. ``counting``: the keys of the records that count now.

    ``renamed``: key in the list -> own key of the record that it means; ``anew`` are those renamed by this list.
    """

    before: KnownSource = field(default_factory=KnownSource)
    counting: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = field(default_factory=dict)
    anew: Renamed = field(default_factory=Renamed)

    def own_keys(self, tables: Iterable[PreparedTable]) -> set[str]:
        """The records that the keys of the list mean, each by its own key; none where the source has no records yet."""
        if not self.before.records:
            return set()
        keys = _keys(tables)
        return {self.renamed.get(key, key) for key in keys} if self.renamed else keys

    def known(self) -> dict[str, KnownRecord]:
        """The records of the source by all keys of the list that mean them."""
        return with_renamed(self.before.records, self.renamed)

    def lost(self, keys: set[str]) -> list[Held]:
        """The records that count and have none of these keys of their own."""
        return missing_records(self.before.now, keys)


def standing_of(session: Session, source: Source, tables: Sequence[PreparedTable], mode: str) -> Standing:
    """How the list that was read as these tables stands to its source; its rows are ``anew.rekeyed`` afterwards."""
    before = KnownSource.load(session, source.id)
    in_use = keys_in_use(before.called, _keys(tables)) if before.called else {}
    anew = find_renamed(session, tables, before, in_use, mode)
    return Standing(before, before.counting(), anew.with_used(in_use), anew)


def gates_at(
    session: Session, source: Source, file: ListFile, tables: Sequence[PreparedTable], standing: Standing
) -> list[Gate]:
    """What is doubtful about the list as a delivery of its source."""
    sheets = ", ".join(table.table.sheet for table in tables if table.table.sheet)
    same = deliveries.find_delivery_by_hash(session, source.id, sheets, file.hash)
    is_last = deliveries.last_file_hash(session, source.id) == file.hash
    return [
        *file_gates(same, file.changed_at, last_file_time(session, source.id), is_last=is_last),
        *gates_of(
            sum(len(table.rows) for table in tables),
            standing.own_keys(tables),
            standing.counting,
            deliveries.list_deliveries(session, source.id),
            [table.drifts for table in tables],
            is_keyed=bool(tables[0].mapping.key_column),
        ),
    ]


def _keys(tables: Iterable[PreparedTable]) -> set[str]:
    return set(chain.from_iterable(table.rows.keys for table in tables))
