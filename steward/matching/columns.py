"""What the engine is given: typed columns of standard values, and what each distinct value becomes."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

import numpy as np
import numpy.typing as npt

from steward.domain.progress import NoProgress, Progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from steward.domain.attributes import AttributeType

__all__ = ["SEPARATOR", "Coded", "Column", "Ints", "checked", "encode", "plain"]

SEPARATOR = "\x1f"
_BETWEEN_CHECKS = 50_000

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Column:
    """One attribute of all records. ``values``: one standard value per record, "" = missing.

    Several values of one record are joined by ``SEPARATOR``; a "?" in an identifier is an unknown digit.
    """

    name: str
    type: AttributeType
    values: Sequence[str]


@dataclass(frozen=True, slots=True)
class Coded(Sequence[str]):
    """Texts held as their distinct values, sorted, and the number of each (-1 = "")."""

    distinct: list[str]
    codes: Ints

    @classmethod
    def of(
        cls,
        texts: Iterable[str],
        numbers: Ints | None = None,
        progress: Progress = NoProgress(),  # noqa: B008 - stateless
    ) -> Coded:
        """These texts; with ``numbers`` they are a choice of texts in any order, of which each record has one."""
        distinct, codes = encode(texts, progress)
        return cls(distinct, codes if numbers is None else codes[numbers])

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return Coded(self.distinct, self.codes[place])
        code = int(self.codes[place])
        return self.distinct[code] if code >= 0 else ""

    def __iter__(self) -> Iterator[str]:
        # Number -1 finds the "" at the end.
        return map([*self.distinct, ""].__getitem__, self.codes.tolist())

    def rearranged(self, order: npt.NDArray[np.int64]) -> Coded:
        """The same texts in another order."""
        return Coded(self.distinct, self.codes[order])


def plain(text: str) -> str:
    """Lower case, without accents; everything that is no letter or digit becomes one space."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    lowered = text.lower().replace("'", "")
    return " ".join("".join(c if c.isalnum() else " " for c in lowered).split())


def checked(texts: Sequence[str], progress: Progress) -> Iterator[str]:
    """The texts; now and then the user may stop."""
    for start in range(0, len(texts), _BETWEEN_CHECKS):
        progress.check()
        yield from texts[start : start + _BETWEEN_CHECKS]


def encode(
    values: Iterable[str],
    progress: Progress = NoProgress(),  # noqa: B008 - stateless
) -> tuple[list[str], Ints]:
    """The distinct non-empty values in sorted order, and the number of each value (-1 for "")."""
    if isinstance(values, Coded):
        return values.distinct, values.codes
    listed = values if isinstance(values, list) else list(values)
    progress.check()
    distinct = sorted(set(listed) - {""})
    progress.check()
    number = dict(zip(distinct, range(len(distinct)), strict=True))
    number[""] = -1
    return distinct, np.fromiter(map(number.__getitem__, listed), dtype=np.int32, count=len(listed))
