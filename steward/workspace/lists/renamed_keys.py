"""Rows that come under another key than before: a list that numbers its customers anew still means the same ones.

A whole list that has lost a record and brings, under a key never seen, one row with the very same cells has renamed it.
Nothing is guessed: where two could be meant, or hardly a cell speaks for it, the row is a new record. Only a list that
gave most of its records other keys is believed to have edited some of them at the same time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from steward.domain.source_keys import key_headers
from steward.storage.chunks import chunks
from steward.storage.lists import record_keys, record_versions, sources
from steward.workspace.lists.delivery_gates import FULL_FROM, Gate, GateKind, is_full
from steward.workspace.lists.edited_rows import cells_to_count, only_once, pair_edited
from steward.workspace.lists.missing_records import missing_records

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import Source, SourceId
    from steward.storage.lists.deliveries import Held
    from steward.storage.lists.record_versions import KnownRecord
    from steward.workspace.lists.edited_rows import Cells
    from steward.workspace.lists.read_list import PreparedTable

#: So many cells besides the key must say something for a row to be recognized by them.
_FEWEST_CELLS = 2
#: A list that gave more than this share of its records another key has renamed them all.
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Renamed:
    """The keys that a list gives to records anew: key -> own key. ``edited``: with a few other cells."""

    same: dict[str, str] = field(default_factory=dict)
    edited: dict[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> dict[str, str]:
        """All of them."""
        return {**self.same, **self.edited}

    def gates(self) -> list[Gate]:
        """What there is to be looked at."""
        counts = {GateKind.RENAMED: len(self.same), GateKind.RENAMED_AND_EDITED: len(self.edited)}
        return [Gate(kind, (str(count),)) for kind, count in counts.items() if count]


def keys_in_use(session: Session, source_id: SourceId, keys: Collection[str]) -> dict[str, str]:
    """Those of a list's keys by which it has called a record before that has another key of its own: key -> own key.

    Where the list brings that own key, too, the two are no longer one.
    """
    return {
        key: own for key, own in record_keys.keys_in_use(session, source_id).items() if key in keys and own not in keys
    }


def with_renamed(known: Mapping[str, KnownRecord], renamed: Mapping[str, str]) -> dict[str, KnownRecord]:
    """What is known by source key, by the other keys as well."""
    return {**known, **{key: known[own] for key, own in renamed.items() if own in known}}


def find_renamed(
    session: Session,
    source: Source,
    tables: Sequence[PreparedTable],
    known: Mapping[str, KnownRecord],
    now: Sequence[Held],
    in_use: Mapping[str, str],
    mode: str,
) -> Renamed:
    """The keys that a list gives to records anew, when with them it is all its source has.

    ``known``: all that the source ever had, ``now``: what of it counts. ``in_use``: see ``keys_in_use``.
    """
    mapping = tables[0].mapping
    is_large = sum(len(table.rows) for table in tables) >= FULL_FROM * len(now)
    if mode == "partial" or not mapping.key_column or not is_large:
        return Renamed()
    keys = {in_use.get(key, key) for table in tables for key in table.rows.keys}
    lost = missing_records(now, keys | {row.source_key for table in tables for row in table.held})
    if not lost:
        return Renamed()
    ignored = sources.source_settings(session, source.id).ignored_columns
    left_out = {*key_headers(mapping.key_column, [header for header, _ in mapping.columns]), *ignored}
    same = _same_content(session, lost, _unknown_rows(tables, {*known, *in_use}, left_out), left_out)
    edited = {}
    if len(same) > _MOST * len(now):
        renamed = set(same.values())
        left = [held for held in lost if held.source_key not in renamed]
        rows = dict(_unknown_rows(tables, {*known, *in_use, *same}, left_out))
        edited = _edited(session, now, tables, left, rows, left_out)
    found = Renamed(same, edited)
    own_keys = {found.keys.get(key, key) for key in keys}
    return found if is_full(mode, own_keys, {held.source_key for held in now}) else Renamed()


def _same_content(
    session: Session, lost: Sequence[Held], rows: Iterable[tuple[str, Cells]], left_out: Collection[str]
) -> dict[str, str]:
    """Key -> own key of the lost record that says just what the one row with that key says."""
    owners: dict[Cells, list[str]] = {}
    for key, cells in _cells_before(session, lost, left_out):
        owners.setdefault(cells, []).append(key)
    found: dict[Cells, list[str]] = {}
    for key, cells in rows:
        if cells in owners and len(cells) >= _FEWEST_CELLS:
            found.setdefault(cells, []).append(key)
    return {keys[0]: owners[cells][0] for cells, keys in found.items() if len(keys) == len(owners[cells]) == 1}


def _edited(
    session: Session,
    now: Sequence[Held],
    tables: Sequence[PreparedTable],
    lost: Sequence[Held],
    rows: Mapping[str, Cells],
    left_out: Collection[str],
) -> dict[str, str]:
    """Key -> own key of the lost record that the row with that key can only mean, though some cells differ."""
    before = dict(_cells_before(session, lost, left_out))
    counted = cells_to_count(before, rows)
    if not counted:
        return {}
    own = only_once(counted, (cells for _, cells in _unknown_rows(tables, (), left_out)))
    all_before = _cells_before(session, now, left_out)
    return pair_edited(before, rows, only_once(own, (cells for _, cells in all_before)))


def _cells_before(session: Session, records: Sequence[Held], left_out: Collection[str]) -> Iterator[tuple[str, Cells]]:
    """(own key, cells) of records as they count now."""
    for portion in chunks(records):
        contents = record_versions.contents(session, [held.version_id for held in portion])
        for held in portion:
            yield held.source_key, _filled(contents[held.version_id].raw, left_out)


def _unknown_rows(
    tables: Iterable[PreparedTable], known: Collection[str], left_out: Collection[str]
) -> Iterator[tuple[str, Cells]]:
    for table in tables:
        for portion in table.rows.keyed(lambda key: key not in known):
            for place, (key, row) in enumerate(zip(portion.keys, portion.rows(), strict=True)):
                if place not in portion.repeated:
                    yield key, _filled(dict(zip(table.table.headers, row.cells, strict=True)), left_out)


def _filled(cells: Mapping[str, str], left_out: Collection[str]) -> Cells:
    return frozenset((header, cell) for header, cell in cells.items() if cell.strip() and header not in left_out)
