"""Phones that lost their zero all of them, which only the rest of the list gives away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from steward.exchange.raw_rows import CellColumn

_MOST = 0.5
_FEWEST = 8
_WITHOUT_ZERO = re.compile(r"(?!62\d{8})[1-9]\d{6,10}")
_WITH_ZERO = re.compile(r"\W*[0+].*", re.DOTALL)


def phones_beside_others(
    phones: Mapping[str, CellColumn], lost: Mapping[str, Collection[int]]
) -> Iterator[tuple[str, list[int]]]:
    """The places of phones in a column without any zero beside one whose phones have nearly all lost theirs."""
    if not any(len(places) >= max(_FEWEST, _MOST * _filled(phones[at])) for at, places in lost.items() if at in phones):
        return
    for header, cells in phones.items():
        if not any(map(_WITH_ZERO.fullmatch, cells.distinct)):
            bare = {cell for cell in cells.distinct if _WITHOUT_ZERO.fullmatch(cell.strip()) and len(set(cell)) > 1}
            yield header, cells.places_of(bare)


def _filled(cells: CellColumn) -> int:
    return sum(count for cell, count in zip(cells.distinct, cells.counts(), strict=True) if cell.strip())
