"""Portions of a list as they go to what makes rows of them: by column, with the keys of the rows."""

from __future__ import annotations

import marshal
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.exchange.raw_rows import RawRow

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class KeyedRows:
    """Rows with their keys in the source; ``repeated``: the places of those whose key the delivery holds before.

    ``cells`` are by column.
    """

    keys: list[str]
    repeated: list[int]
    numbers: list[int]
    cells: list[list[str]]

    def __len__(self) -> int:
        return len(self.keys)

    def row(self, place: int) -> RawRow:
        """One row as delivered."""
        return RawRow(self.numbers[place], tuple([column[place] for column in self.cells]))

    def rows(self) -> Iterator[RawRow]:
        """The rows as delivered."""
        return map(self.row, range(len(self.keys)))

    def __getstate__(self) -> bytes:
        # Plain values go from process to process in a fraction of the time that pickling each would take.
        return marshal.dumps((self.keys, self.repeated, self.numbers, self.cells))

    def __setstate__(self, state: bytes) -> None:
        self.keys, self.repeated, self.numbers, self.cells = marshal.loads(state)
