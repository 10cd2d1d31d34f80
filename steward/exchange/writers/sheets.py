"""What an export is made of: sheets with typed columns and rows of plain text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class ColumnKind(StrEnum):
    """How the texts of a column are meant: a text that does not fit its kind is written as text, never changed."""

    TEXT = "text"
    DATE = "date"  # yyyy-mm-dd
    NUMBER = "number"  # 1234.5
    INTEGER = "integer"
    YES_NO = "yes_no"  # yes, no


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column; ``width`` in characters."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 16


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of an export. The rows may be a generator; they are read once, from top to bottom."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: Iterable[Sequence[str]]
