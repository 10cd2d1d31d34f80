"""A list of painted rows: one column, one selected row, everything by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from steward.ui.widgets.plain_table import PlainTable

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent

    from steward.ui.look import Look

_OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowView(PlainTable):
    """``row_opened(row)`` comes from Enter or a click; with ``is_fitted`` the view is as tall as its rows."""

    row_opened = Signal(int)

    def __init__(self, look: Look, row_kind: str, *, is_fitted: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row_kind = row_kind
        self._is_fitted = is_fitted
        self._most_rows = 40
        self._place = 0
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if is_fitted:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._renew_heights()
        self.clicked.connect(self._on_clicked)
        look.changed.connect(self._renew_heights)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelAboutToBeReset.connect(self._keep_place)
            model.modelReset.connect(self._on_reset)
            self._fit()

    def set_most_rows(self, rows: int) -> None:
        """From this many rows on a fitted view scrolls."""
        self._most_rows = rows
        self._fit()

    def sizeHint(self) -> QSize:
        if not self._is_fitted or self.model() is None:
            return super().sizeHint()
        rows = min(self.model().rowCount(), self._most_rows)
        return QSize(200, rows * self.verticalHeader().defaultSectionSize())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height() if self._is_fitted else 60)

    def select_row(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN_KEYS and not event.modifiers() and self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Qt has made a row the current one by now, but has not selected it: no ring would be painted.
        model = self.model()
        if model is not None and model.rowCount() and not self.selectionModel().hasSelection():
            self.select_row(max(0, self.currentIndex().row()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A card that shows all its rows leaves the wheel to the page."""
        if self._is_fitted and self.verticalScrollBar().maximum() == 0:
            event.ignore()
            return
        super().wheelEvent(event)

    def _keep_place(self) -> None:
        self._place = max(0, self.currentIndex().row())

    def _on_reset(self) -> None:
        self._fit()
        # A reset leaves no current row: Enter would do nothing, though the keyboard is here.
        model = self.model()
        if self._is_fitted and self.hasFocus() and model is not None and model.rowCount():
            self.select_row(min(self._place, model.rowCount() - 1))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.row_opened.emit(index.row())

    def _renew_heights(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.row_height(self._row_kind))
        self._fit()

    def _fit(self) -> None:
        if self._is_fitted:
            self.setFixedHeight(self.sizeHint().height() if self.model() is not None else 0)
