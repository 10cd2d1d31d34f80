"""Fingerprints of rows, by which a row is known again and a changed one is told from one that came as before.

A fingerprint is that of the row as a JSON list. It is written by hand: the encoder takes several times as long, and
every row of every delivery has one.
"""

from __future__ import annotations

import hashlib
from json.encoder import encode_basestring_ascii
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.delivered_columns import DeliveredColumns, ValueColumn


def content_hash(cells: Sequence[str]) -> str:
    """A fingerprint of all cells of a row: equal cells give the same, anything else another."""
    return _hash_of(f"[{','.join(map(encode_basestring_ascii, cells))}]")


def content_hashes(rows: DeliveredColumns) -> list[str]:
    """That of each row's cells, of which it has at least one, followed by ``name=value`` of each of its values."""
    said = {name: _said(name, column) for name, column in rows.values.items()}
    ends = list(map("".join, zip(*said.values(), strict=True))) if said else [""] * len(rows)
    for place, order in rows.orders.items():
        ends[place] = "".join([said[name][place] for name in order])
    cells = map('","'.join, zip(*map(_escaped, rows.cells), strict=True))
    return [_hash_of(f'["{row}"{end}]') for row, end in zip(cells, ends, strict=True)]


def _said(name: str, column: ValueColumn) -> list[str]:
    """What each row says of one attribute, after a comma; nothing where it has no value."""
    before = f',"{encode_basestring_ascii(name)[1:-1]}='
    found = [f'{before}{text}"' if text else "" for text in _escaped(column.single)]
    for place, values in column.several.items():
        found[place] = "".join([f'{before}{text}"' for text in _escaped(values)])
    return found


def _escaped(texts: Sequence[str]) -> Sequence[str]:
    """Texts as they stand between quotation marks."""
    held = "".join(texts)
    if held.isascii() and held.isprintable() and '"' not in held and "\\" not in held:
        return texts
    return [encode_basestring_ascii(text)[1:-1] for text in texts]


def _hash_of(text: str) -> str:
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:32]
