"""A row as it was delivered beside the copy that a steward mends, cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from steward.ui.models.roles import DISPLAY, EDIT, TOOL_TIP, Index
from steward.ui.words.masking import masked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFont

    from steward.ui.look import Look

FONT = int(Qt.ItemDataRole.FontRole)

_COLUMN_WIDTH = 190


class MendModel(QAbstractTableModel):
    """One line for each column of the file. An edit says how the whole copy would be; the original never changes."""

    COLUMN, ORIGINAL, COPY = range(3)

    edited = Signal(object)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._headers: tuple[str, ...] = ()
        self._original: dict[str, str] = {}
        self._copy: dict[str, str] = {}
        self._hidden: frozenset[str] = frozenset()
        self._can_edit = False

    def set_hidden(self, hidden: frozenset[str]) -> None:
        """Mask the cells of these columns; what is masked is typed anew, or stays."""
        self._hidden = hidden

    def show_row(self, original: Mapping[str, str], copy: Mapping[str, str], *, can_edit: bool) -> None:
        """Show a row and its copy."""
        self.beginResetModel()
        self._headers = tuple(original)
        self._original, self._copy, self._can_edit = dict(original), dict(copy), can_edit
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        can_edit = self._can_edit and index.column() == self.COPY
        return flags | Qt.ItemFlag.ItemIsEditable if can_edit else flags

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        header = self._headers[index.row()]
        if role in (DISPLAY, EDIT, TOOL_TIP):
            text = (header, self._original[header], self._copy.get(header, ""))[index.column()]
            if index.column() == self.COLUMN or header not in self._hidden:
                return text
            return "" if role == EDIT else masked(text)
        if role == FONT:
            return self._font(index.column(), is_mended=self._copy.get(header, "") != self._original[header])
        return None

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        if role != EDIT or not index.isValid() or index.column() != self.COPY or not self._can_edit:
            return False
        header = self._headers[index.row()]
        if header in self._hidden and not value:
            return False
        if str(value) != self._copy.get(header, ""):
            self._copy = {**self._copy, header: str(value)}
            self.dataChanged.emit(index, index)
            self.edited.emit(dict(self._copy))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if role != DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            QCoreApplication.translate("MendModel", "Column"),
            QCoreApplication.translate("MendModel", "As delivered"),
            QCoreApplication.translate("MendModel", "Your copy"),
        )[section]

    def _font(self, column: int, *, is_mended: bool) -> QFont:
        return self._look.font("body", 600 if column == self.COPY and is_mended else 400, tabular=True)


class MendTable(QTableView):
    """Typing, F2 or Enter edit the copy in place; ``edited(cells)`` tells the whole copy."""

    edited = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.mend = MendModel(look, self)
        self.setModel(self.mend)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (MendModel.ORIGINAL, MendModel.COPY):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.mend.edited.connect(self.edited)
        look.changed.connect(self._renew)
        self._renew()
        self.retranslate()

    def show_row(self, original: Mapping[str, str], copy: Mapping[str, str], *, can_edit: bool) -> None:
        """Show a row and its copy; the cell under the keyboard stays where it was."""
        at = self.currentIndex().row()
        self.mend.show_row(original, copy, can_edit=can_edit)
        if self.mend.rowCount():
            self.setCurrentIndex(self.mend.index(min(max(0, at), self.mend.rowCount() - 1), MendModel.COPY))

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self.setAccessibleName(self.tr("The row as delivered and your copy"))
        self.mend.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)

    def _renew(self) -> None:
        self.horizontalHeader().setFont(self._look.font("small", 600))
        self.horizontalHeader().setFixedHeight(self._look.row_height("table"))
        self.verticalHeader().setDefaultSectionSize(self._look.row_height("table"))
        self.setColumnWidth(MendModel.COLUMN, self._look.px(_COLUMN_WIDTH))
