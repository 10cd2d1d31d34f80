"""The lines of a card as data: what each says, and what a screen reader says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QObject

from steward.ui.models.roles import DISPLAY, OWN, TOOL_TIP, Index

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.domain.records import Source

#: The role that returns the row behind an index.
ROW_ROLE = OWN

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class CardRow:
    """One line of a card, from left to right; what is empty takes no room.

    ``key`` names what the line stands for. ``note`` are the words in the right column, ``mark`` an icon before the
    badges; ``is_sub`` sets a line under the one above it.
    """

    key: str
    value: str
    label: str = ""
    hint: str = ""
    icon: str = ""
    lead: Source | None = None
    mark: str = ""
    sources: tuple[Source, ...] = ()
    note: str = ""
    note_icon: str = ""
    note_token: str = "text2"
    weight: int = 500
    value_token: str = "text"
    is_sub: bool = False

    @property
    def spoken(self) -> str:
        """The whole line as one text."""
        parts = (
            self.label,
            self.value,
            self.hint,
            ", ".join(source.name for source in ((self.lead,) if self.lead else ()) + self.sources),
            self.note,
        )
        return " · ".join(part for part in parts if part)


class CardModel(QAbstractListModel, Generic[Row]):
    """The lines of one card, each with its whole text behind ``DisplayRole``."""

    def __init__(self, describe: Callable[[Row], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._rows: tuple[Row, ...] = ()
        self._texts: tuple[str, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these lines; lines that only changed their words keep their place and selection."""
        texts = tuple(self._describe(row) for row in rows)
        if rows and len(rows) == len(self._rows):
            self._rows, self._texts = tuple(rows), texts
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows, self._texts = tuple(rows), texts
        self.endResetModel()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines as they stand."""
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        if role in (DISPLAY, TOOL_TIP):
            return self._texts[index.row()]
        return self._rows[index.row()] if role == ROW_ROLE else None
