"""Rows that come under another key than before: a list that numbers its customers anew still means the same ones.

A whole list that has lost a record and brings, under a key never seen, one row with the very same cells has renamed it.
Nothing is guessed: where two could be meant, or hardly a cell speaks for it, the row is a new record. Only a list that
gave most of its records other keys, or dealt keys anew, is believed to have edited some of them at the same time.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from steward.domain.source_keys import key_headers
from steward.storage.chunks import chunks
from steward.storage.lists import record_keys, record_versions, sources
from steward.workspace.lists.dealt_keys import (
    FEWEST_CELLS,
    free_keys,
    is_dealt,
    looks_dealt,
    place_by_content,
    place_left_over,
)
from steward.workspace.lists.delivery_gates import FULL_FROM, Gate, GateKind, is_full
from steward.workspace.lists.edited_rows import cells_to_count, only_once, pair_edited
from steward.workspace.lists.missing_records import missing_records

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import Source, SourceId
    from steward.storage.lists.presence import Held
    from steward.storage.lists.record_versions import KnownRecord
    from steward.workspace.lists.edited_rows import Cells
    from steward.workspace.lists.read_list import PreparedTable

#: A list that gave more than this share of its records another key has renamed them all.
_MOST = 0.5
#: So many rows of a list are looked at to see whether its keys were dealt anew.
_SAMPLED = 200


@dataclass(frozen=True, slots=True)
class Renamed:
    """The keys that a list gives to records anew: key -> own key. ``edited``: with a few other cells.

    ``fresh``: keys of new customers that were another's, each with the one that the new record gets.
    """

    same: dict[str, str] = field(default_factory=dict)
    edited: dict[str, str] = field(default_factory=dict)
    fresh: dict[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> dict[str, str]:
        """All of them."""
        return {**self.same, **self.edited}

    def with_used(self, in_use: Mapping[str, str]) -> dict[str, str]:
        """Key in the list -> own key, of all records that are called otherwise; ``in_use``: those from before."""
        both = {**in_use, **self.keys}
        return {key: own for key, own in both.items() if key != own and key not in self.fresh}

    def rekeyed(self, tables: Sequence[PreparedTable]) -> list[PreparedTable]:
        """The tables with new customers under keys of their own."""
        if not self.fresh:
            return list(tables)
        return [replace(table, rows=table.rows.rekeyed(self.fresh)) for table in tables]

    def gates(self) -> list[Gate]:
        """What there is to be looked at."""
        counts = {GateKind.RENAMED: len(self.same), GateKind.RENAMED_AND_EDITED: len(self.edited)}
        return [Gate(kind, (str(count),)) for kind, count in counts.items() if count]


def keys_in_use(session: Session, source_id: SourceId, keys: Collection[str]) -> dict[str, str]:
    """Those of a list's keys by which it has called a record before that has another key of its own: key -> own key.

    Where the list brings that own key, too, the two are no longer one; unless that is what it calls another record.
    """
    called = {key: own for key, own in record_keys.keys_in_use(session, source_id).items() if key in keys}
    return {key: own for key, own in called.items() if own not in keys or own in called}


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
    settings = sources.source_settings(session, source.id)
    left_out = {*key_headers(mapping.key_column, [header for header, _ in mapping.columns]), *settings.ignored_columns}
    if (dealt := _dealt(session, source, tables, known, now, in_use, left_out)) is not None:
        own_keys = {dealt.keys.get(key, in_use.get(key, key)) for table in tables for key in table.rows.keys}
        return dealt if is_full(mode, own_keys, {held.source_key for held in now}) else Renamed()
    keys = {in_use.get(key, key) for table in tables for key in table.rows.keys}
    lost = missing_records(now, keys | {row.source_key for table in tables for row in table.held})
    if not lost:
        return Renamed()
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


def _dealt(
    session: Session,
    source: Source,
    tables: Sequence[PreparedTable],
    known: Mapping[str, KnownRecord],
    now: Sequence[Held],
    in_use: Mapping[str, str],
    left_out: Collection[str],
) -> Renamed | None:
    """The keys of a list that dealt them anew among its customers; None for any other list."""
    keys = [key for table in tables for key in table.rows.keys]
    called = record_keys.keys_in_use(session, source.id)
    counting = {held.source_key for held in now}
    meant = {key: own for key in keys if (own := called.get(key, key)) in counting}
    # A key that the list has given up for a record stands in it again, beside the one that it calls the record by.
    is_torn = any(key not in in_use for key in keys if key in called)
    sample = _sample(session, tables, now, meant, left_out)
    if not is_torn and not looks_dealt(*sample, is_renamed=len(meant) < _MOST * len(now)):
        return None
    placed = place_by_content(
        lambda: _cells_before(session, now, left_out), lambda: _unknown_rows(tables, (), left_out), meant
    )
    has_moved = is_dealt(placed, meant)
    if not has_moved and not is_torn:
        return None
    left = [held for held in now if held.source_key not in placed.bearer]
    rows = dict(_unknown_rows(tables, placed.whose.keys(), left_out))
    # Keys that were not dealt anew mean what they meant, however little is as it was.
    before = dict(_cells_before(session, left, left_out)) if has_moved else {}
    edited = _edited(session, now, tables, left, rows, left_out) if left and rows else {}
    for key, own in edited.items():
        placed.put(key, own)
    fresh = free_keys(place_left_over(placed, keys, meant, before, rows), known, set(keys))
    anew = {key: own for key, own in placed.whose.items() if own != in_use.get(key, key)}
    if not anew and not fresh:
        return None
    same = {key: own for key, own in anew.items() if key not in edited}
    return Renamed(same, {key: own for key, own in anew.items() if key in edited}, fresh)


def _sample(
    session: Session,
    tables: Sequence[PreparedTable],
    now: Sequence[Held],
    meant: Mapping[str, str],
    left_out: Collection[str],
) -> tuple[dict[str, Cells], dict[str, Cells]]:
    """What some rows from all over the list say, and what their keys stood for before: by key, before and now."""
    some = set(list(meant)[:: len(meant) // _SAMPLED + 1])
    own = {meant[key] for key in some}
    before = dict(_cells_before(session, [held for held in now if held.source_key in own], left_out))
    rows = _rows(tables, lambda key: key in some, left_out)
    return {key: before[meant[key]] for key in some}, dict(rows)


def _same_content(
    session: Session, lost: Sequence[Held], rows: Iterable[tuple[str, Cells]], left_out: Collection[str]
) -> dict[str, str]:
    """Key -> own key of the lost record that says just what the one row with that key says."""
    owners: dict[Cells, list[str]] = {}
    for key, cells in _cells_before(session, lost, left_out):
        owners.setdefault(cells, []).append(key)
    found: dict[Cells, list[str]] = {}
    for key, cells in rows:
        if cells in owners and len(cells) >= FEWEST_CELLS:
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
    tables: Iterable[PreparedTable], known: Container[str], left_out: Collection[str]
) -> Iterator[tuple[str, Cells]]:
    return _rows(tables, lambda key: key not in known, left_out)


def _rows(
    tables: Iterable[PreparedTable], is_wanted: Callable[[str], bool], left_out: Collection[str]
) -> Iterator[tuple[str, Cells]]:
    """(key, cells) of the rows with such keys, without those that repeat a key."""
    for table in tables:
        for portion in table.rows.keyed(is_wanted):
            for place, (key, row) in enumerate(zip(portion.keys, portion.rows(), strict=True)):
                if place not in portion.repeated:
                    yield key, _filled(dict(zip(table.table.headers, row.cells, strict=True)), left_out)


def _filled(cells: Mapping[str, str], left_out: Collection[str]) -> Cells:
    return frozenset((header, cell) for header, cell in cells.items() if cell.strip() and header not in left_out)
