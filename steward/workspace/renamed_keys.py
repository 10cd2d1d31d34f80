"""Rows that come under another key than before: a list that numbers its customers anew still means the same ones.

A whole list that has lost a record and brings, under a key never seen, one row with the very same cells has renamed it.
Nothing is guessed: where two could be meant, or hardly a cell speaks for it, the row is a new record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.storage import record_keys, record_versions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sqlalchemy.orm import Session

    from steward.domain.records import SourceId
    from steward.storage.deliveries import Held
    from steward.storage.record_versions import KnownRecord
    from steward.workspace.read_list import PreparedTable

#: So many cells besides the key must say something for a row to be recognized by them.
_FEWEST_CELLS = 2
_Content = tuple[tuple[str, str], ...]


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
    tables: Iterable[PreparedTable],
    known: Collection[str],
    lost: Collection[Held],
    left_out: Collection[str],
) -> dict[str, str]:
    """The keys that a whole list gave to records anew: key -> the record's own key.

    ``known``: keys that say which record is meant. ``lost``: the records that the list does not hold. ``left_out``:
    the columns that say nothing about a record, which are its key and those that are ignored.
    """
    if not lost:
        return {}
    owners: dict[_Content, list[str]] = {}
    contents = record_versions.contents(session, [held.version_id for held in lost])
    for held in lost:
        owners.setdefault(_content(contents[held.version_id].raw, left_out), []).append(held.source_key)
    found: dict[_Content, list[str]] = {}
    for key, cells in _unknown_rows(tables, known):
        content = _content(cells, left_out)
        if content in owners and len(content) >= _FEWEST_CELLS:
            found.setdefault(content, []).append(key)
    return {keys[0]: owners[content][0] for content, keys in found.items() if len(keys) == len(owners[content]) == 1}


def _unknown_rows(tables: Iterable[PreparedTable], known: Collection[str]) -> Iterator[tuple[str, Mapping[str, str]]]:
    for table in tables:
        for portion in table.rows.keyed(lambda key: key not in known):
            for key, is_repeated, row in portion:
                if not is_repeated:
                    yield key, dict(zip(table.table.headers, row.cells, strict=True))


def _content(cells: Mapping[str, str], left_out: Collection[str]) -> _Content:
    return tuple(sorted((header, cell) for header, cell in cells.items() if cell.strip() and header not in left_out))
