"""Rows that come under another key than before: a list that numbers its customers anew still means the same ones.

A whole list that has lost a record and brings, under a key never seen, one row with the very same cells has renamed it.
Nothing is guessed: where two could be meant, or hardly a cell speaks for it, the row is a new record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.exchange.source_keys import key_headers
from steward.storage import record_keys, record_versions, sources
from steward.workspace.delivery_gates import FULL_FROM, is_full
from steward.workspace.missing_records import missing_records

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import Source, SourceId
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
    source: Source,
    tables: Sequence[PreparedTable],
    known: Mapping[str, KnownRecord],
    in_use: Mapping[str, str],
    mode: str,
) -> dict[str, str]:
    """The keys that a list gives to records anew, when with them it is all its source has: key -> own key.

    ``in_use``: see ``keys_in_use``.
    """
    mapping = tables[0].mapping
    is_large = sum(len(table.rows) for table in tables) >= FULL_FROM * len(known)
    if mode == "partial" or not mapping.key_column or not is_large:
        return {}
    keys = {in_use.get(key, key) for table in tables for key in table.rows.keys}
    lost = missing_records(session, source, keys | {row.source_key for table in tables for row in table.held})
    if not lost:
        return {}
    ignored = sources.source_settings(session, source.id).ignored_columns
    left_out = {*key_headers(mapping.key_column, [header for header, _ in mapping.columns]), *ignored}
    found = _same_content(session, lost, _unknown_rows(tables, {*known, *in_use}), left_out)
    return found if is_full(mode, {found.get(key, key) for key in keys}, known) else {}


def _same_content(
    session: Session, lost: Sequence[Held], rows: Iterable[tuple[str, Mapping[str, str]]], left_out: Collection[str]
) -> dict[str, str]:
    """Key -> own key of the lost record that says just what the one row with that key says."""
    owners: dict[_Content, list[str]] = {}
    contents = record_versions.contents(session, [held.version_id for held in lost])
    for held in lost:
        owners.setdefault(_content(contents[held.version_id].raw, left_out), []).append(held.source_key)
    found: dict[_Content, list[str]] = {}
    for key, cells in rows:
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
