"""Fingerprints of rows, by which a row is known again and a changed one is told from one that came as before.

A fingerprint is that of the row as a JSON list. It is written by hand: the encoder takes several times as long, and
every row of every delivery has one.
"""

from __future__ import annotations

import hashlib
from itertools import repeat
from json.encoder import encode_basestring_ascii
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from steward.domain.delivered_columns import DeliveredColumns


def content_hash(cells: Sequence[str]) -> str:
    """A fingerprint of all cells of a row: equal cells give the same, anything else another."""
    return _hash_of(f"[{','.join(map(encode_basestring_ascii, cells))}]")


def content_hashes(rows: DeliveredColumns) -> list[str]:
    """That of each row's cells, of which it has at least one, followed by ``name=value`` of each of its values."""
    hashes = [_hash_of(text) for text in map("".join, zip(*_pieces(rows), strict=False))]
    for place, order in rows.orders.items():
        said = [f"{name}={value}" for name in order for value in rows.values[name].of(place)]
        hashes[place] = content_hash([*(column[place] for column in rows.cells), *said])
    return hashes


def _pieces(rows: DeliveredColumns) -> list[Iterable[str]]:
    """What each row's JSON list is put together from, piece by piece for all rows; some are the same for all."""
    plain = [column for column in rows.cells if _is_plain(column)]
    pieces: list[Iterable[str]] = []
    before = '["'
    for column in rows.cells:
        pieces += [repeat(before), _escaped(column, plain)]
        before = '","'
    before = '"'
    for name, values in rows.values.items():
        opening = f',"{encode_basestring_ascii(name)[1:-1]}='
        texts = _escaped(values.single, plain)
        if all(texts) and not values.several:
            pieces += [repeat(before + opening), texts]
            before = '"'
            continue
        said = [f'{opening}{text}"' if text else "" for text in texts]
        for place, several in values.several.items():
            said[place] = "".join([f'{opening}{text}"' for text in _escaped(several, ())])
        pieces += [repeat(before), said]
        before = ""
    return [*pieces, repeat(f"{before}]")]


def _escaped(texts: Sequence[str], plain: Collection[Sequence[str]]) -> Sequence[str]:
    """Texts as they stand between quotation marks; ``plain``: columns that stand there as they are."""
    # The values of most columns are their cells.
    if texts in plain or _is_plain(texts):
        return texts
    return [encode_basestring_ascii(text)[1:-1] for text in texts]


def _is_plain(texts: Sequence[str]) -> bool:
    """Whether texts stand between quotation marks as they are."""
    held = "".join(texts)
    return held.isascii() and held.isprintable() and '"' not in held and "\\" not in held


def _hash_of(text: str) -> str:
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:32]
