"""What the engine is given: typed columns of standard values, and what each distinct value becomes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.inference import infer_types

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steward.domain.attributes import AttributeType

__all__ = ["SEPARATOR", "Column", "Ints", "encode", "infer_types", "plain"]

SEPARATOR = "\x1f"

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Column:
    """One attribute of all records. ``values``: one standard value per record, "" = missing.

    Several values of one record are joined by ``SEPARATOR``; a "?" in an identifier is an unknown digit.
    """

    name: str
    type: AttributeType
    values: Sequence[str]


def plain(text: str) -> str:
    """Lower case, without accents; everything that is no letter or digit becomes one space."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    lowered = text.lower().replace("'", "")
    return " ".join("".join(c if c.isalnum() else " " for c in lowered).split())


def encode(values: Iterable[str]) -> tuple[list[str], Ints]:
    """The distinct non-empty values in sorted order, and the number of each value (-1 for "")."""
    listed = values if isinstance(values, list) else list(values)
    distinct = sorted(set(listed) - {""})
    number = {value: i for i, value in enumerate(distinct)}
    number[""] = -1
    codes = np.fromiter((number[value] for value in listed), dtype=np.int32, count=len(listed))
    return distinct, codes
