"""A short list whose order says what comes first: entries are dragged or moved by keys, and switched on or off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt, Signal

from steward.ui.models.roles import CHECK, DISPLAY, OWN, Index

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

KEY_ROLE = OWN
MIME = "application/x-steward-row"


class OrderedModel(QAbstractListModel):
    """Entries by key; ``changed`` when the steward moved or switched one. ``describe`` words a key."""

    changed = Signal()

    def __init__(self, describe: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._keys: list[str] = []
        self._on: set[str] = set()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The entries that are on, in their order."""
        return tuple(key for key in self._keys if key in self._on)

    def set_entries(self, chosen: Sequence[str], others: Sequence[str]) -> None:
        """Those that are on in their order, then the rest."""
        self.beginResetModel()
        self._keys = [*chosen, *(key for key in others if key not in chosen)]
        self._on = set(chosen)
        self.endResetModel()

    def move(self, row: int, step: int) -> int:
        """Move an entry up or down; answers where it stands then."""
        target = row + step
        if not (0 <= row < len(self._keys) and 0 <= target < len(self._keys)):
            return row
        self._move_to(row, target + 1 if step > 0 else target)
        return target

    def toggle(self, row: int) -> None:
        """Switch an entry on or off."""
        if 0 <= row < len(self._keys):
            self._on ^= {self._keys[row]}
            self.dataChanged.emit(self.index(row), self.index(row))
            self.changed.emit()

    def retranslate(self) -> None:
        """Make every text anew."""
        if self._keys:
            self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Text, key and whether it is on."""
        if not index.isValid():
            return None
        key = self._keys[index.row()]
        if role == DISPLAY:
            return self._describe(key)
        if role == CHECK:
            return Qt.CheckState.Checked if key in self._on else Qt.CheckState.Unchecked
        return key if role == KEY_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Entries are dragged; they are dropped between others, not on them."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The row that is dragged."""
        data = QMimeData()
        data.setData(MIME, str(indexes[0].row()).encode())
        return data

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Put the dragged entry before ``row``; at the end when it is dropped below the last one."""
        if not data.hasFormat(MIME):
            return False
        target = row if row >= 0 else parent.row() if parent.isValid() else len(self._keys)
        self._move_to(int(data.data(MIME).data()), target)
        # The move is done; True would make the view remove the row that was dragged.
        return False

    def _move_to(self, row: int, before: int) -> None:
        if before in (row, row + 1):
            return
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), before)
        self._keys.insert(before - (before > row), self._keys.pop(row))
        self.endMoveRows()
        self.changed.emit()
