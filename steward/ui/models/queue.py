"""The queue as a Qt list: all cluster ids, and the rows of the pages that have been on screen."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QTimer, Signal

from steward.ui.models.queue_texts import queue_row_phrase
from steward.ui.models.roles import ACCESSIBLE, DISPLAY, OWN, Index
from steward.ui.words.masking import Mask
from steward.ui.words.names import shown_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steward.workspace.views import ClusterId, QueueRow

#: ``data`` answers this role with a ``QueueRow``, or None while it is being looked up.
QUEUE_ROW_ROLE = OWN + 1
PAGE = 64
CACHED_ROWS = 2048
#: So many places before and after the last one that was asked for are looked at first.
NEAR = 8


class QueueModel(QAbstractListModel):
    """Never reads the store itself: ``rows_wanted`` asks for rows, ``put_rows`` brings them."""

    rows_wanted = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[ClusterId] = []
        self._near = 0
        self._mask = Mask.OFF
        self._rows: OrderedDict[ClusterId, QueueRow] = OrderedDict()
        self._asked: set[ClusterId] = set()
        self._wanted: set[int] = set()
        # One question per turn of the event loop, not one per painted row.
        self._ask_soon = QTimer(self)
        self._ask_soon.setSingleShot(True)
        self._ask_soon.setInterval(0)
        self._ask_soon.timeout.connect(self._ask)

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> Sequence[ClusterId]:
        """The clusters in the order of the queue."""
        return self._ids

    def set_ids(self, ids: Iterable[ClusterId]) -> None:
        """Show another queue; rows that are known stay known."""
        self.beginResetModel()
        self._ids = list(ids)
        self._asked.clear()
        self.endResetModel()

    def put_rows(self, rows: Iterable[QueueRow]) -> None:
        """Rows that were asked for."""
        for row in rows:
            self._rows[row.id] = row
            self._asked.discard(row.id)
        while len(self._rows) > CACHED_ROWS:
            self._rows.popitem(last=False)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def forget_rows(self) -> None:
        """Everything may have changed: ask again for what is on screen."""
        self._rows.clear()
        self._asked.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def set_mask(self, mask: Mask) -> None:
        """Mask numbers that stand for names, or show them."""
        self._mask = mask
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def place_of(self, cluster_id: ClusterId) -> int:
        """Where a cluster stands, -1 when it is not in the queue."""
        # Mostly it stands where was looked before, or beside: searching a long queue takes as long as painting it.
        near = slice(max(0, self._near - NEAR), self._near + NEAR + 1)
        for part in (near, slice(0, len(self._ids))):
            with suppress(ValueError):
                self._near = self._ids.index(cluster_id, part.start, part.stop)
                return self._near
        return -1

    def after(self, cluster_id: ClusterId | None, step: int = 1) -> ClusterId | None:
        """The cluster ``step`` places further, None past either end."""
        place = self.place_of(cluster_id) + step if cluster_id is not None else 0
        return self._ids[place] if 0 <= place < len(self._ids) else None

    def remove(self, cluster_id: ClusterId) -> None:
        """Take a cluster off the queue."""
        place = self.place_of(cluster_id)
        if place >= 0:
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._ids[place]
            self.endRemoveRows()

    def insert(self, place: int, cluster_id: ClusterId) -> None:
        """Put a cluster back, at a place of the queue."""
        if self.place_of(cluster_id) >= 0:
            return
        place = max(0, min(place, len(self._ids)))
        self.beginInsertRows(QModelIndex(), place, place)
        self._ids.insert(place, cluster_id)
        self._rows.pop(cluster_id, None)
        self.endInsertRows()

    def move_to_end(self, cluster_id: ClusterId) -> None:
        """Let a cluster come back at the end."""
        place = self.place_of(cluster_id)
        if 0 <= place < len(self._ids) - 1:
            self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), len(self._ids))
            self._ids.append(self._ids.pop(place))
            self.endMoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid() or role not in (DISPLAY, ACCESSIBLE, QUEUE_ROW_ROLE):
            return None
        row = self._row_at(index.row())
        if role == QUEUE_ROW_ROLE:
            return row
        if row is None:
            return ""
        return shown_title(row.title, self._mask) if role == DISPLAY else queue_row_phrase(row, self._mask)

    def _row_at(self, place: int) -> QueueRow | None:
        row = self._rows.get(self._ids[place])
        if row is None:
            self._wanted.add(place // PAGE)
            if not self._ask_soon.isActive():
                self._ask_soon.start()
        return row

    def _ask(self) -> None:
        ids = [
            cluster_id
            for page in sorted(self._wanted)
            for cluster_id in self._ids[page * PAGE : (page + 1) * PAGE]
            if cluster_id not in self._rows and cluster_id not in self._asked
        ]
        self._wanted.clear()
        if ids:
            self._asked.update(ids)
            self.rows_wanted.emit(ids)
