"""The passes that look for pairs: which keys stand alone, and which narrow each other down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.candidates.key_families import Use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steward.matching.candidates.key_families import Keys
    from steward.matching.columns import Ints

#: Key numbers, none negative, and the records that have them.
KeyColumn = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Pass:
    """One way to find pairs: records that share a key in any of the columns.

    The keys are those of a family, or made of one key of each of two families; of the same one twice: of two of its
    keys.
    """

    name: str
    first: Keys
    second: Keys | None = None

    def columns(self) -> Iterator[KeyColumn]:
        """The keys of all records, column by column."""
        for a, b in self.parts():
            yield self.keys(a, b, np.flatnonzero(a >= 0 if b is None else (a >= 0) & (b >= 0)))

    def parts(self) -> Iterator[tuple[Ints, Ints | None]]:
        """What the keys of each column are made of, one number per record (-1 = none)."""
        if self.second is None:
            yield from ((column, None) for column in self.first.codes.T)
        elif self.second is self.first:
            for i, column in enumerate(self.first.codes.T):
                yield from ((column, other) for other in self.first.codes.T[:i])
        else:
            for column in self.first.codes.T:
                yield from ((column, other) for other in self.second.codes.T)

    def keys(self, a: Ints, b: Ints | None, rows: npt.NDArray[np.int64]) -> KeyColumn:
        """The keys that some rows have in a column made of these parts; rows without one are left out."""
        rows = rows[a[rows] >= 0]
        if b is None:
            return a[rows].astype(np.int64), rows
        assert self.second is not None
        rows = rows[b[rows] >= 0]
        first, second = a[rows].astype(np.int64), b[rows].astype(np.int64)
        if self.second is self.first:
            # Of one family: whichever comes first.
            first, second = np.minimum(first, second), np.maximum(first, second)
        return first * self.second.size + second, rows


def passes(families: Sequence[Keys]) -> Iterator[Pass]:
    """All passes that these keys allow."""
    for keys in families:
        if Use.ALONE in keys.uses:
            yield Pass(keys.name, keys)
        if Use.COUPLES in keys.uses:
            yield Pass(f"{keys.name} pair", keys, keys)
    words, starts, anchors = ([f for f in families if use in f.uses] for use in (Use.WORD, Use.START, Use.ANCHOR))
    wholes = [f for f in families if Use.WHOLE in f.uses]
    for keys in words:
        yield Pass(f"{keys.name}: rare word", keys)
        yield Pass(f"{keys.name}: two words", keys, keys)
    for keys in starts:
        yield Pass(f"{keys.name}: two beginnings", keys, keys)
    for keys in words:
        yield from (Pass(f"{keys.name}: word + {anchor.name}", keys, anchor) for anchor in anchors)
    for keys in starts:
        yield from (Pass(f"{keys.name}: beginning + {anchor.name}", keys, anchor) for anchor in anchors)
    # Of an inventor with a hundred patents all words are common where he lives, and so is his name among namesakes.
    for keys in wholes:
        yield from (Pass(f"{keys.name} + {anchor.name}", keys, anchor) for anchor in anchors)
    for i, first in enumerate(anchors):
        for second in anchors[i + 1 :]:
            if first.kind is not second.kind:
                yield Pass(f"{first.name} + {second.name}", first, second)
