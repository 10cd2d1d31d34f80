"""The first rows of a table: as they stand in the file, or as Steward will read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from steward.ui.models.roles import DISPLAY, TOOL_TIP, Index
from steward.ui.pages.lists.quality_head import QualityHead
from steward.ui.words.attributes import target_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import TablePlan
    from steward.workspace.lists.list_views import ColumnPreview


class SampleModel(QAbstractTableModel):
    """Rows of a table. As targets: columns that become nothing are left out, the others carry their target."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._numbers: tuple[int, ...] = ()
        self._columns: tuple[tuple[int, str], ...] = ()

    @property
    def places(self) -> tuple[int, ...]:
        """Which columns of the table are shown."""
        return tuple(place for place, _ in self._columns)

    def show_table(self, table: TablePlan, *, as_targets: bool, numbers: Sequence[int] | None = None) -> None:
        """Take the first rows of this table, or those with these numbers as far as the preview knows them."""
        self.beginResetModel()
        named = table.preview.named_rows
        self._numbers = () if numbers is None else tuple(number for number in numbers if number in named)
        self._rows = table.preview.sample if numbers is None else tuple(named[number] for number in self._numbers)
        columns = []
        for place, column in enumerate(table.preview.columns):
            target = table.targets[column.header]
            if not as_targets:
                columns.append((place, column.header))
            elif target:
                columns.append((place, f"{target_label(target)}\n{column.header}"))
        self._columns = tuple(columns)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if role not in (DISPLAY, TOOL_TIP) or not index.isValid():
            return None
        row, place = self._rows[index.row()], self._columns[index.column()][0]
        return row[place] if place < len(row) else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if role != DISPLAY:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._columns[section][1]
        return self._numbers[section] if self._numbers else section + 1


class SampleView(QTableView):
    """Read only; columns are as wide as their sample needs, within limits.

    ``part_clicked(header, part)`` when a part of the quality bar above a column is clicked.
    """

    part_clicked = Signal(str, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.sample = SampleModel(self)
        self._head = QualityHead(look, self)
        self.setHorizontalHeader(self._head)
        self._columns: tuple[ColumnPreview, ...] = ()
        self.setModel(self.sample)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._head.part_clicked.connect(self._on_part)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        look.changed.connect(self._renew)
        self._renew()

    def show_table(self, table: TablePlan, *, as_targets: bool, numbers: Sequence[int] | None = None) -> None:
        """Show the first rows of this table, or those with these numbers."""
        self.sample.show_table(table, as_targets=as_targets, numbers=numbers)
        self._columns = tuple(table.preview.columns[place] for place in self.sample.places)
        self._head.set_columns(self._columns)
        self.verticalHeader().setVisible(numbers is not None)
        self._share_width()

    def show_column(self, header: str) -> None:
        """Bring a column into view."""
        place = next((at for at, column in enumerate(self._columns) if column.header == header), None)
        if place is not None and self.sample.rowCount():
            self.setCurrentIndex(self.sample.index(0, place))

    def _on_part(self, section: int, part: int) -> None:
        self.part_clicked.emit(self._columns[section].header, part)

    def _share_width(self) -> None:
        metrics = self.fontMetrics()
        for column in range(self.sample.columnCount()):
            head = str(self.sample.headerData(column, Qt.Orientation.Horizontal))
            texts = [str(self.sample.index(row, column).data()) for row in range(self.sample.rowCount())]
            widest = max(metrics.horizontalAdvance(text) for text in (*texts, *head.splitlines()))
            self.setColumnWidth(column, min(260, max(80, widest + 28)))

    def _renew(self) -> None:
        self.setFont(self._look.font("body", tabular=True))
        self.verticalHeader().setDefaultSectionSize(self._look.row_height("table"))
        self.verticalHeader().setFont(self._look.font("small", tabular=True))
        self._head.updateGeometry()
