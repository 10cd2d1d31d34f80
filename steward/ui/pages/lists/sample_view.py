"""The first rows of a table: as they stand in the file, or as Steward will read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from steward.ui.wording import target_label

if TYPE_CHECKING:
    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import TablePlan

DISPLAY = int(Qt.ItemDataRole.DisplayRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)

Index = QModelIndex | QPersistentModelIndex


class SampleModel(QAbstractTableModel):
    """The sample of a table. As targets: columns that become nothing are left out, the others carry their target."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._columns: tuple[tuple[int, str], ...] = ()

    def show_table(self, table: TablePlan, *, as_targets: bool) -> None:
        """Take the sample of this table."""
        self.beginResetModel()
        self._rows = table.preview.sample
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
        return self._columns[section][1] if orientation == Qt.Orientation.Horizontal else section + 1


class SampleView(QTableView):
    """Read only; columns are as wide as their sample needs, within limits."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.sample = SampleModel(self)
        self.setModel(self.sample)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        look.changed.connect(self._renew)
        self._renew()

    def show_table(self, table: TablePlan, *, as_targets: bool) -> None:
        """Show the first rows of this table."""
        self.sample.show_table(table, as_targets=as_targets)
        self._share_width()

    def _share_width(self) -> None:
        metrics = self.fontMetrics()
        for column in range(self.sample.columnCount()):
            head = str(self.sample.headerData(column, Qt.Orientation.Horizontal))
            texts = [str(self.sample.index(row, column).data()) for row in range(self.sample.rowCount())]
            widest = max(metrics.horizontalAdvance(text) for text in (*texts, *head.splitlines()))
            self.setColumnWidth(column, min(260, max(80, widest + 28)))

    def _renew(self) -> None:
        self.setFont(self._look.font("body", tabular=True))
        self.horizontalHeader().setFont(self._look.font("small", 600))
        self.verticalHeader().setDefaultSectionSize(self._look.row_height("table"))
        self.horizontalHeader().setMinimumHeight(self._look.row_height("table"))
