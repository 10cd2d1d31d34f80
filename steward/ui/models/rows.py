"""A table of domain values: columns are data, rows are handed over at once or a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from steward.ui.models.pages import Pages
from steward.ui.models.roles import ALIGNMENT, DISPLAY, OWN, TOOL_TIP, Index

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.domain.records import Source

Row = TypeVar("Row")

#: The role that returns the domain value behind a row, None while its page is on the way.
ROW_ROLE = OWN


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """``width`` in px at 100 %, 0 takes what is left. ``is_spare`` columns are hidden first where room is short.

    ``title`` is asked anew each time, so that it follows the language. ``heat`` (0 to 1) tints the cell, ``bar`` puts a
    bar of quality (valid, doubtful, empty) before the text. ``is_faint``: the text says that there is no value.
    """

    title: Callable[[], str]
    text: Callable[[Row], str]
    width: int = 0
    source: Callable[[Row], Source | None] | None = None
    icon: Callable[[Row], tuple[str, str] | None] | None = None
    tone: str = "text"
    weight: int = 400
    is_number: bool = False
    is_spare: bool = False
    is_struck: Callable[[Row], bool] | None = None
    is_faint: Callable[[Row], bool] | None = None
    heat: Callable[[Row], float] | None = None
    bar: Callable[[Row], tuple[int, int, int] | None] | None = None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Of rows that come in pages, a missing page is asked for once by ``page_wanted(generation, page)``."""

    page_wanted = Signal(int, int)

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._pages: Pages[Row] = Pages(self.page_wanted.emit)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show exactly these rows."""
        self.beginResetModel()
        self._pages.fill(rows)
        self.endResetModel()

    def add_rows(self, rows: Sequence[Row]) -> None:
        """More rows below the ones that ``set_rows`` brought; the view stays where it is."""
        if not rows:
            return
        self.beginInsertRows(QModelIndex(), self._pages.count, self._pages.count + len(rows) - 1)
        self._pages.extend(rows)
        self.endInsertRows()

    def set_count(self, count: int, first_page: Sequence[Row] = ()) -> None:
        """Show so many rows, whose pages come when they are looked at."""
        self.beginResetModel()
        self._pages.expect(count, first_page)
        self.endResetModel()

    def put_page(self, generation: int, page: int, rows: Sequence[Row]) -> None:
        """Take in a page that was asked for; answers to an older table are dropped."""
        if (new := self._pages.put(generation, page, rows)) is not None:
            self.dataChanged.emit(self.index(new[0], 0), self.index(new[1], len(self.columns) - 1))

    def row_at(self, row: int) -> Row | None:
        """The domain value of a row, None while its page is on the way."""
        return self._pages.at(row)

    def retranslate(self) -> None:
        """Make every text anew."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._pages.count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._pages.count - 1, len(self.columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._pages.count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Texts by column, and the domain value."""
        if role not in (DISPLAY, TOOL_TIP, ROW_ROLE) or not index.isValid():
            return None
        row = self.row_at(index.row())
        if role == ROW_ROLE or row is None:
            return row
        return self.columns[index.column()].text(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Titles in the language in force."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == ALIGNMENT:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        # A title that is cut tells itself whole when pointed at.
        return column.title() if role in (DISPLAY, TOOL_TIP) else None
