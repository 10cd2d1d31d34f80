"""The frame of the compare grid: two halves over one model, how wide and tall they are, and where the cut runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollBar, QSizePolicy, QVBoxLayout, QWidget

from steward.ui.models.compare import CompareModel
from steward.ui.pages.review.grid_footer import GridFooter
from steward.ui.pages.review.grid_overlay import CutPill, GridOverlay
from steward.ui.pages.review.grid_view import CompareView
from steward.ui.pages.review.grid_widths import Needs

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from steward.ui.actions import ActionRegistry
    from steward.ui.look import Look

SMALLEST_ROWS, COMFORTABLE_ROWS = 4, 8
#: How far the cut's pill stands out above the grid.
PILL_RISE = 14


class GridFrame(QWidget):
    """Field and golden column frozen, members scrolling beside them, folded row and legend below."""

    height_wanted_changed = Signal()

    def __init__(self, look: Look, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = CompareModel(self)
        self._needs = Needs.of(self._model, look)
        self._box = QFrame(self)
        self._frozen = CompareView(look, self._box)
        self._members = CompareView(look, self._box)
        self._is_fresh = True
        self._may_hide_bar = True
        self._is_blind = False
        self._bar = QScrollBar(Qt.Orientation.Horizontal, self._box)
        self._footer = GridFooter(look, actions, self._box)
        self._overlay = GridOverlay(look, self._box)
        self._pill = CutPill(look, actions, self)
        self._build()
        self._tie_scrolling()
        look.changed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        self._members.setModel(self._model)
        self._frozen.setModel(self._model)
        self._frozen.setSelectionModel(self._members.selectionModel())
        self._frozen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frozen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._frozen.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusProxy(self._members)
        halves = QHBoxLayout()
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self._frozen)
        halves.addWidget(self._members, 1)
        inner = self._inner = QVBoxLayout(self._box)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addLayout(halves, 1)
        inner.addWidget(self._bar)
        inner.addWidget(self._footer)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._box)
        self._bar.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _tie_scrolling(self) -> None:
        """Both halves scroll as one, and the bar below the members moves them sideways."""
        main, frozen = self._members.verticalScrollBar(), self._frozen.verticalScrollBar()
        main.valueChanged.connect(frozen.setValue)
        frozen.valueChanged.connect(main.setValue)
        sideways = self._members.horizontalScrollBar()
        sideways.rangeChanged.connect(self._on_sideways_range)
        sideways.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(sideways.setValue)
        sideways.valueChanged.connect(self._place_cut)
        # Its vertical scroll bar comes and goes without the grid changing its size.
        self._members.viewport().installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(900, self.height_wanted())

    def height_wanted(self) -> int:
        """The height at which nothing has to scroll."""
        return self._height_for(self._model.rowCount())

    def comfortable_height(self) -> int:
        """The height that the grid keeps before the why card gives way."""
        return self._height_for(min(COMFORTABLE_ROWS, self._model.rowCount()))

    def least_height(self) -> int:
        """The height below which comparing is no longer possible."""
        return self._height_for(min(SMALLEST_ROWS, self._model.rowCount()))

    def whole_rows(self, height: int) -> int:
        """A height without the part of a row that it would show last: half a value reads like a fault."""
        body = height - self._height_for(0)
        row = self._look.row_height("table")
        return height - body % row if row < body < self._model.rowCount() * row else height

    def _height_for(self, rows: int) -> int:
        body = rows * self._look.row_height("table")
        bar = self._bar.sizeHint().height() if self._bar.isVisibleTo(self) else 0
        head, foot = self._members.header.head_height(), self._footer.sizeHint().height()
        return self._look.px(PILL_RISE) + 2 + head + body + bar + foot

    def _arrange(self) -> None:
        """Give each half its columns and their widths."""
        for view in (self._frozen, self._members):
            view.header.set_transposed(self._model.table.is_transposed)
            view.header.setFixedHeight(view.header.head_height())
            view.verticalHeader().setDefaultSectionSize(self._look.row_height("table"))
        self._needs = Needs.of(self._model, self._look)
        self._may_hide_bar = True
        self._share_width()
        table = self._model.table
        self._footer.show_fold(len(table.folded), is_open=self._model.shows_folded, is_quiet=table.folds_only_quiet)
        self._place_cut()
        self.updateGeometry()
        self.height_wanted_changed.emit()

    def _share_width(self) -> None:
        """Spare width goes to the scrolling columns; when they don't fit they keep a readable width and scroll."""
        frozen, count = self._model.frozen_columns, self._model.columnCount()
        scrolling = count - frozen
        bar = self._members.verticalScrollBar()
        room = self._box.width() - 2 - (bar.width() if bar.isVisible() else 0)
        widths = self._needs.frozen(self._look, room, scrolling)
        self._frozen.set_widths([*widths, *[0] * scrolling][:count])
        self._frozen.setFixedWidth(sum(widths))
        if scrolling <= 0:
            return
        left = self._needs.scrolling(self._look, self._members.viewport().width(), scrolling)
        self._members.set_widths([*[0] * frozen, *left])
        self._place_cut()

    def set_blind(self, *, is_blind: bool) -> None:
        """Without the cut that the evidence proposes."""
        self._is_blind = is_blind
        self._place_cut()

    def _place_cut(self) -> None:
        """Draw the proposed cut where members kept meet members left out."""
        self._overlay.setGeometry(self._box.rect())
        self._overlay.raise_()
        table = self._model.table
        place = None if table.is_transposed or self._is_blind else table.cut_place()
        x = self._edge_before(place) if place is not None else None
        self._overlay.set_cut(x, self._footer.geometry().top())
        has_cut = bool(table.proposed_out) and not self._is_blind
        self._pill.setVisible(has_cut)
        if has_cut:
            middle = self._box.x() + x if x is not None else self.width()
            self._pill.place(middle, self._box.y(), self.width())
        self._pill.raise_()

    def _edge_before(self, place: int) -> int | None:
        """The x of the line before a member's column in the box, None while it is scrolled away."""
        x = self._members.columnViewportPosition(place + self._model.frozen_columns)
        if not 0 <= x <= self._members.viewport().width():
            return None
        return self._members.x() + x

    def _dress(self) -> None:
        self._bar.setFixedHeight(12)
        self._outer.setContentsMargins(0, self._look.px(PILL_RISE), 0, 0)
        self._arrange()
        self._overlay.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._may_hide_bar |= event.oldSize().width() != event.size().width()
        self._share_width()
        self._place_cut()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room for members changed: share it anew."""
        if event.type() == QEvent.Type.Resize:
            self._share_width()
            current = self._members.currentIndex()
            if current.isValid():
                if self._is_fresh:
                    self._scroll_back()
                self._members.scrollTo(current)
        return super().eventFilter(watched, event)

    def _scroll_back(self) -> None:
        """Until somebody moves, a cluster is scrolled no further than its focus asks for, whatever room it had."""
        for bar in (self._members.verticalScrollBar(), self._members.horizontalScrollBar()):
            bar.setValue(bar.minimum())

    def _on_sideways_range(self, low: int, high: int) -> None:
        self._bar.setRange(low, high)
        self._bar.setPageStep(self._members.viewport().width())
        current = self._members.currentIndex()
        if self._is_fresh and current.isValid():
            # The room shrank after the focus was scrolled to: its column would stand half outside.
            self._members.scrollTo(current)
        is_wanted = high > low
        if is_wanted != self._bar.isVisibleTo(self) and (is_wanted or self._may_hide_bar):
            # Where each bar is wanted only because of the other, they would come and go for ever: this one goes once.
            self._may_hide_bar = is_wanted and self._may_hide_bar
            self._bar.setVisible(is_wanted)
            self.height_wanted_changed.emit()
            # The range changes while the box is being laid out, when another request would be lost.
            QTimer.singleShot(0, self._inner, self._inner.update)
