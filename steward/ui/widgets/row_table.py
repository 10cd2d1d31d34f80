"""A table of domain values that fits its columns to the room there is and leaves letters to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from steward.ui.delegates.rows import RowDelegate
from steward.ui.widgets.plain_table import PlainTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from steward.ui.look import Look
    from steward.ui.models.rows import RowsModel

#: What a stretched column needs at least, in px at 100 %.
STRETCHED = 160


class RowTable(PlainTable):
    """``chosen(value or None)`` follows the current row; ``opened(value)`` comes with Return or a double click."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, look: Look, model: RowsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._rows = look, model
        self.setModel(model)
        self.setItemDelegate(RowDelegate(look, self))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place, column in enumerate(model.columns):
            if not column.width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.doubleClicked.connect(self._open)
        self._renew()
        look.changed.connect(self._renew)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last row, Return opens the row."""
        key, count = event.key(), self._rows.rowCount()
        if key in {Qt.Key.Key_Home, Qt.Key.Key_End} and count:
            self.setCurrentIndex(self._rows.index(0 if key == Qt.Key.Key_Home else count - 1, 0))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns follow the room there is."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        look, columns = self._look, self._rows.columns
        wanted = sum(look.px(column.width or STRETCHED) for column in columns)
        for place in reversed(range(len(columns))):
            if not columns[place].is_spare:
                continue
            is_hidden = wanted > self.viewport().width()
            self.setColumnHidden(place, is_hidden)
            if is_hidden:
                wanted -= look.px(columns[place].width or STRETCHED)
        if all(column.width for column in columns):
            self._share(max(0, self.viewport().width() - wanted))

    def _share(self, spare: int) -> None:
        """Where no column stretches, all of them share what is left over: rows end where the header ends."""
        shown = [place for place in range(len(self._rows.columns)) if not self.isColumnHidden(place)]
        for number, place in enumerate(shown):
            extra = spare * (number + 1) // len(shown) - spare * number // len(shown)
            self.setColumnWidth(place, self._look.px(self._rows.columns[place].width or STRETCHED) + extra)

    def _renew(self) -> None:
        look, header = self._look, self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(look.row_height("table"))
        header.setFixedHeight(look.row_height("table"))
        header.setFont(look.font("small", 600))
        for place, column in enumerate(self._rows.columns):
            if column.width:
                self.setColumnWidth(place, look.px(column.width))
        self._fit_columns()
        self.viewport().update()

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(self._rows.row_at(current.row()) if current.isValid() else None)

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index.row())
        if row is not None:
            self.opened.emit(row)
