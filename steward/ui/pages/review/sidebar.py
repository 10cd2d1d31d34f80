"""The left side: the queue in its order, and below it the last decisions with their way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from steward.ui.delegates.queue_decision import UNDO_WIDTH, DecisionRowDelegate
from steward.ui.delegates.queue_row import QueueRowDelegate, two_line_height
from steward.ui.models.queue_decisions import LastDecisionsModel
from steward.ui.pages.review.filters import SORTS, sort_label
from steward.ui.pages.review.queue_list import QueueList
from steward.ui.widgets.buttons import IconButton, KeyButton
from steward.ui.widgets.text import Text, line
from steward.ui.words.masking import Mask

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from steward.ui.actions import ActionRegistry
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.models.queue import QueueModel
    from steward.workspace.decisions.log_views import DecisionView
    from steward.workspace.views import ClusterId

LARGEST_DECISIONS_SHARE = 0.42


class SidebarList(QListView):
    """A list whose letters belong to the page."""

    entered_row = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.entered_row.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class DecisionsList(SidebarList):
    """A click on the arrow of a row takes that decision back."""

    undo_clicked = Signal(QModelIndex)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at: QPoint = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and at.x() >= self.viewport().width() - UNDO_WIDTH:
            index = self.indexAt(at)
            if index.isValid():
                self.undo_clicked.emit(index)


class Sidebar(QFrame):
    """Emits what is asked for; the page answers."""

    cluster_asked = Signal(object)
    sort_asked = Signal(str)
    undo_asked = Signal(object)
    history_asked = Signal()

    def __init__(
        self,
        look: Look,
        language: Language,
        actions: ActionRegistry,
        queue: QueueModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._language, self._actions, self._queue = look, language, actions, queue
        self._title = Text(look, "", "section")
        self._sort = QComboBox(self)
        self.list = QueueList(look, queue, self)
        self._rows = QueueRowDelegate(look, self.list)
        self._more = Text(look, "", "small", tone="text2", tabular=True)
        self._sprint = IconButton(look, "clock", "", parent=self)
        self._next = KeyButton(look, kind="ghost", key_last=True)
        self._decisions_title = Text(look, "", "section", elides=Qt.TextElideMode.ElideRight)
        self._history = KeyButton(look, kind="link")
        self.decisions = DecisionsList(self)
        self._decisions_model = LastDecisionsModel(language, self)
        self._last: tuple[Sequence[DecisionView], datetime] | None = None
        self._mask = Mask.OFF
        self._is_timed = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setProperty("role", "sidebar")
        self.list.setItemDelegate(self._rows)
        self.decisions.setModel(self._decisions_model)
        self.decisions.setItemDelegate(DecisionRowDelegate(self._look, self.decisions))
        # Flat until it has the focus: the order is read often and changed seldom.
        self._sort.setStyleSheet("QComboBox:!focus { border: 2px solid transparent; background: transparent; }")
        self._sort.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for sort in SORTS:
            self._sort.addItem("", sort)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 10, 2)
        head.addWidget(self._title)
        # Where the order is fixed its box is hidden; the list stays where it was.
        self._title.setMinimumHeight(self._sort.sizeHint().height())
        head.addStretch(1)
        head.addWidget(self._sort)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 6, 4)
        foot.addWidget(self._more)
        foot.addStretch(1)
        foot.addWidget(self._sprint)
        foot.addWidget(self._next)
        decisions_head = QHBoxLayout()
        decisions_head.setContentsMargins(16, 6, 10, 0)
        decisions_head.addWidget(self._decisions_title, 1)
        decisions_head.addWidget(self._history)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        column.addWidget(line(parent=self))
        column.addLayout(decisions_head)
        column.addWidget(self.decisions)

    def _connect(self) -> None:
        self.list.clicked.connect(self._on_row)
        self.list.entered_row.connect(self._on_row)
        self.list.resized.connect(self._on_list_resized)
        self.list.verticalScrollBar().valueChanged.connect(self._count_more)
        for changed in (self._queue.modelReset, self._queue.rowsInserted, self._queue.rowsRemoved):
            changed.connect(self._count_more)
        self._sort.activated.connect(self._on_sort)
        self._history.clicked.connect(self.history_asked)
        self._sprint.clicked.connect(self._on_sprint)
        self.decisions.undo_clicked.connect(self._on_undo)
        self.decisions.entered_row.connect(self._on_undo)
        self._look.changed.connect(self._share_height)
        self._actions.changed.connect(self.retranslate)

    def set_sort(self, sort: str, *, is_timed: bool = False) -> None:
        """The order in force; "" where clusters are given in an order of their own.

        ``is_timed``: a session has more of them than its time holds, so nobody is told how many are left.
        """
        self._is_timed = is_timed
        self._sort.setVisible(bool(sort))
        self._sort.setCurrentIndex(max(0, self._sort.findData(sort)))

    def show_current(self, cluster_id: ClusterId | None) -> None:
        """Mark the open cluster."""
        place = self._queue.place_of(cluster_id) if cluster_id is not None else -1
        index = self._queue.index(place, 0) if place >= 0 else QModelIndex()
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flag)
        if index.isValid():
            self._scroll_to(index)
        self._count_more()

    def _scroll_to(self, index: QModelIndex) -> None:
        """A page further where it is out of sight: what comes next is seen, and not every step moves every row."""
        rect, seen = self.list.visualRect(index), self.list.viewport().rect()
        if not seen.contains(rect):
            hint = QAbstractItemView.ScrollHint
            self.list.scrollTo(index, hint.PositionAtTop if rect.top() > seen.top() else hint.PositionAtBottom)

    def show_decisions(self, decisions: Sequence[DecisionView], now: datetime) -> None:
        """The last decisions, newest first."""
        self._last = decisions, now
        self._decisions_model.set_decisions(decisions, now, self._mask)
        self._share_height()

    def set_mask(self, mask: Mask) -> None:
        """Mask numbers that stand for names, or show them."""
        self._mask = mask
        self._queue.set_mask(mask)
        self.retranslate()

    def set_blind(self, *, is_blind: bool) -> None:
        """Rows without their strength."""
        self._rows.shows_strength = not is_blind
        self.list.viewport().update()

    def connect_next(self, slot: object) -> None:
        """What the "more" button does."""
        self._next.clicked.connect(slot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self._title.setText(self.tr("Queue"))
        for place, sort in enumerate(SORTS):
            self._sort.setItemText(place, sort_label(sort))
        self._sort.setAccessibleName(self.tr("Order of the queue"))
        self.list.setAccessibleName(self.tr("Queue"))
        self._next.setText("")
        self._next.follow(self._actions, "review.next", with_text=False)
        self._next.setAccessibleName(self._actions.text("review.next"))
        self._sprint.set_name(self._actions.tool_tip("app.sprint"))
        self._decisions_title.setText(self.tr("Last decisions"))
        self.decisions.setAccessibleName(self.tr("Last decisions"))
        self._history.set_content(self.tr("History"))
        if self._last is not None:
            # Its sentences are made when the list is set; what delegates paint is made anew by an update.
            self._decisions_model.set_decisions(*self._last, self._mask)
        self.list.viewport().update()
        self._count_more()

    def _on_list_resized(self) -> None:
        self._fit_rows()
        self._count_more()

    def _fit_rows(self) -> None:
        """Only whole rows are shown: half a name reads like a fault."""
        room = self.list.height()
        rest = room % self._look.row_height("list") if self._queue.rowCount() else 0
        self.list.setViewportMargins(0, 0, 0, rest)

    def _share_height(self) -> None:
        row = two_line_height(self._look)
        rows = self._decisions_model.rowCount()
        most = int(self.height() * LARGEST_DECISIONS_SHARE) // row
        # Without a row there is nothing that could show the focus.
        self.decisions.setVisible(bool(rows))
        self.decisions.setFixedHeight(min(rows, max(2, most)) * row)
        self._fit_rows()
        self._count_more()

    def _count_more(self) -> None:
        """How many clusters lie below the last one that is seen."""
        last = self.list.indexAt(QPoint(10, self.list.viewport().height() - 2))
        below = self._queue.rowCount() - last.row() - 1 if last.isValid() else 0
        count = self.tr("{count} more").format(count=self._language.number(below))
        more = self.tr("more, as time allows") if self._is_timed else count
        self._more.setText(more if below else "")
        self._next.setVisible(self._queue.rowCount() > 1)

    def _on_row(self, index: QModelIndex) -> None:
        ids = self._queue.ids
        if 0 <= index.row() < len(ids):
            self.cluster_asked.emit(ids[index.row()])

    def _on_sprint(self) -> None:
        self._actions.trigger("app.sprint")

    def _on_sort(self, place: int) -> None:
        self.sort_asked.emit(str(self._sort.itemData(place)))

    def _on_undo(self, index: QModelIndex) -> None:
        found = self._decisions_model.line_at(index.row())
        if found is not None and found.can_undo:
            self.undo_asked.emit(found.id)
