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
from steward.storage.lists import record_versions
from steward.workspace.lists.dealt_keys import (
    FEWEST_CELLS,
    count_rows,
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
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.storage.lists.presence import Held
    from steward.workspace.lists.edited_rows import Cells
    from steward.workspace.lists.known_source import KnownSource
    from steward.workspace.lists.read_list import PreparedTable

#: A list that gave more than this share of its records another key has renamed them all.
_MOST = 0.5
#: So many rows of a list are looked at to see whether its keys were dealt anew.
_SAMPLED, _LAST = 200, 20


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


def find_renamed(
    session: Session, tables: Sequence[PreparedTable], before: KnownSource, in_use: Mapping[str, str], mode: str
) -> Renamed:
    """The keys that a list gives to records anew, when with them it is all its source has.

    ``in_use``: those by which it calls records from before, see ``keys_in_use``.
    """
    mapping = tables[0].mapping
    is_large = sum(len(table.rows) for table in tables) >= FULL_FROM * len(before.now)
    if not before.now or mode == "partial" or not mapping.key_column or not is_large:
        return Renamed()
    keys = key_headers(mapping.key_column, [header for header, _ in mapping.columns])
    left_out = frozenset({*keys, *before.settings.ignored_columns})
    beside = _Beside(session, tables, before, in_use, left_out)
    found = _dealt(beside) or _given_up(beside)
    own_of = {**in_use, **found.keys}
    own_keys = {own_of.get(key, key) for key in beside.all_keys()}
    return found if is_full(mode, own_keys, before.counting()) else Renamed()


@dataclass(frozen=True, slots=True)
class _Beside:
    """A list beside what the store holds of its source. ``left_out``: headers of cells that don't say who a row is."""

    session: Session
    tables: Sequence[PreparedTable]
    before: KnownSource
    in_use: Mapping[str, str]
    left_out: frozenset[str]

    def all_keys(self) -> list[str]:
        """The keys of the list's rows."""
        return [key for table in self.tables for key in table.rows.keys]

    def rows(self, is_wanted: Callable[[str], bool]) -> Iterator[tuple[str, Cells]]:
        """(key, cells) of the rows with such keys, without those that repeat a key."""
        for table in self.tables:
            for portion in table.rows.keyed(is_wanted):
                for place, (key, row) in enumerate(zip(portion.keys, portion.rows(), strict=True)):
                    if place not in portion.repeated:
                        yield key, self._filled(dict(zip(table.table.headers, row.cells, strict=True)))

    def rows_without(self, known: Container[str]) -> Iterator[tuple[str, Cells]]:
        """The same of all rows but those with these keys."""
        return self.rows(lambda key: key not in known)

    def cells_before(self, records: Sequence[Held]) -> Iterator[tuple[str, Cells]]:
        """(own key, cells) of records as they count now."""
        for portion in chunks(records):
            contents = record_versions.contents(self.session, [held.version_id for held in portion])
            for held in portion:
                yield held.source_key, self._filled(contents[held.version_id].raw)

    def _filled(self, cells: Mapping[str, str]) -> Cells:
        return frozenset(
            (header, cell) for header, cell in cells.items() if cell.strip() and header not in self.left_out
        )


def _given_up(beside: _Beside) -> Renamed:
    """The keys never seen before of records whose keys the list gave up."""
    now, known = beside.before.now, {*beside.before.records, *beside.in_use}
    keys = {beside.in_use.get(key, key) for key in beside.all_keys()}
    lost = missing_records(now, keys | {row.source_key for table in beside.tables for row in table.held})
    if not lost:
        return Renamed()
    same = _same_content(beside.cells_before(lost), beside.rows_without(known))
    edited = {}
    if len(same) > _MOST * len(now):
        renamed = set(same.values())
        left = [held for held in lost if held.source_key not in renamed]
        edited = _edited(beside, left, dict(beside.rows_without({*known, *same})))
    return Renamed(same, edited)


def _dealt(beside: _Beside) -> Renamed | None:
    """The keys of a list that dealt them anew among its customers; None for any other list."""
    keys, now, called, in_use = beside.all_keys(), beside.before.now, beside.before.called, beside.in_use
    counting = beside.before.counting()
    meant = {key: own for key in keys if (own := called.get(key, key)) in counting}
    # A key that the list has given up for a record stands in it again, beside the one that it calls the record by.
    is_torn = any(key not in in_use for key in keys if key in called)
    # Behind a row that was put in or taken out each of the others carries its neighbour's number, however few they are.
    is_counted = count_rows(keys)
    is_one_enough = is_counted or len(meant) < _MOST * len(now)
    if not is_torn and not looks_dealt(*_sample(beside, meant), is_one_enough=is_one_enough):
        return None
    placed = place_by_content(lambda: beside.cells_before(now), lambda: beside.rows_without(()), meant)
    has_moved = is_dealt(placed, meant, is_counted=is_counted)
    if not has_moved and not is_torn:
        return None
    left = [held for held in now if held.source_key not in placed.bearer]
    rows = dict(beside.rows_without(placed.whose.keys()))
    # Keys that were not dealt anew mean what they meant, however little is as it was.
    before = dict(beside.cells_before(left)) if has_moved else {}
    edited = _edited(beside, left, rows) if left and rows else {}
    for key, own in edited.items():
        placed.put(key, own)
    fresh = free_keys(place_left_over(placed, keys, meant, before, rows), beside.before.records, set(keys))
    anew = {key: own for key, own in placed.whose.items() if own != in_use.get(key, key)}
    if not anew and not fresh:
        return None
    same = {key: own for key, own in anew.items() if key not in edited}
    return Renamed(same, {key: own for key, own in anew.items() if key in edited}, fresh)


def _sample(beside: _Beside, meant: Mapping[str, str]) -> tuple[dict[str, Cells], dict[str, Cells]]:
    """What some rows from all over the list say, the last ones among them, which all that moves before them shifts, and
    what their keys stood for before: by key, before and now."""
    keys = list(meant)
    some = {*keys[:: len(keys) // _SAMPLED + 1], *keys[-_LAST:]}
    own = {meant[key] for key in some}
    before = dict(beside.cells_before([held for held in beside.before.now if held.source_key in own]))
    return {key: before[meant[key]] for key in some}, dict(beside.rows(lambda key: key in some))


def _same_content(lost: Iterable[tuple[str, Cells]], rows: Iterable[tuple[str, Cells]]) -> dict[str, str]:
    """Key -> own key of the lost record that says just what the one row with that key says."""
    owners: dict[Cells, list[str]] = {}
    for key, cells in lost:
        owners.setdefault(cells, []).append(key)
    found: dict[Cells, list[str]] = {}
    for key, cells in rows:
        if cells in owners and len(cells) >= FEWEST_CELLS:
            found.setdefault(cells, []).append(key)
    return {keys[0]: owners[cells][0] for cells, keys in found.items() if len(keys) == len(owners[cells]) == 1}


def _edited(beside: _Beside, lost: Sequence[Held], rows: Mapping[str, Cells]) -> dict[str, str]:
    """Key -> own key of the lost record that the row with that key can only mean, though some cells differ."""
    before = dict(beside.cells_before(lost))
    counted = cells_to_count(before, rows)
    if not counted:
        return {}
    own = only_once(counted, (cells for _, cells in beside.rows_without(())))
    return pair_edited(before, rows, only_once(own, (cells for _, cells in beside.cells_before(beside.before.now))))
