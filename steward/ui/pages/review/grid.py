"""The compare grid: field and golden column frozen, members scrolling beside them, folded row and legend below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollBar, QSizePolicy, QVBoxLayout, QWidget

from steward.ui.models.compare import CompareModel
from steward.ui.models.compare_table import CompareTable
from steward.ui.pages.review.grid_footer import GridFooter
from steward.ui.pages.review.grid_overlay import CutPill, GridOverlay
from steward.ui.pages.review.grid_view import CompareView
from steward.ui.pages.review.value_editor import ValueEditor
from steward.ui.wording import attribute_label
from steward.workspace.views import CellState

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from steward.domain.records import RecordId
    from steward.ui.actions import ActionRegistry
    from steward.ui.look import Look
    from steward.workspace.review_draft import ReviewDraft

FIELD_WIDTH, LONGEST_FIELD, GOLDEN_WIDTH = 118, 160, 208
MEMBER_WIDTH, SMALLEST_MEMBER = 173, 150
MEMBER_HEAD_WIDTH = 290
FIELD_COLUMN_WIDTH = 190
SMALLEST_ROWS, COMFORTABLE_ROWS = 4, 8
#: How far the cut's pill stands out above the grid.
PILL_RISE = 14


class CompareGrid(QWidget):
    """Shows a draft. Speaks of members by record id and of fields by attribute name."""

    value_taken = Signal(str, object)
    value_typed = Signal(str, str)
    member_toggled = Signal(object)
    fold_asked = Signal()
    cut_asked = Signal()
    height_wanted_changed = Signal()
    focus_moved = Signal()

    def __init__(self, look: Look, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = CompareModel(self)
        self._box = QFrame(self)
        self._frozen = CompareView(look, self._box)
        self._members = CompareView(look, self._box)
        self._bar = QScrollBar(Qt.Orientation.Horizontal, self._box)
        self._footer = GridFooter(look, actions, self._box)
        self._overlay = GridOverlay(look, self._box)
        self._pill = CutPill(look, actions, self)
        self._editor = ValueEditor(self._box)
        self._build()
        self._connect()
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

    def _connect(self) -> None:
        main, frozen = self._members.verticalScrollBar(), self._frozen.verticalScrollBar()
        main.valueChanged.connect(frozen.setValue)
        frozen.valueChanged.connect(main.setValue)
        sideways = self._members.horizontalScrollBar()
        sideways.rangeChanged.connect(self._on_sideways_range)
        sideways.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(sideways.setValue)
        sideways.valueChanged.connect(self._place_cut)
        for view in (self._members, self._frozen):
            view.arrow_pressed.connect(self.move_focus)
            view.enter_pressed.connect(self._take_current)
            view.doubleClicked.connect(self._on_double_clicked)
            view.header.sectionClicked.connect(self._on_head_clicked)
            view.clicked.connect(self._on_clicked)
        self._members.selectionModel().currentChanged.connect(self._on_current_changed)
        self._footer.fold_asked.connect(self.fold_asked)
        self._pill.clicked.connect(self.cut_asked)
        self._editor.committed.connect(self.value_typed)
        self._editor.closed.connect(self._members.setFocus)
        self._look.changed.connect(self._dress)
        # Its vertical scroll bar comes and goes without the grid changing its size.
        self._members.viewport().installEventFilter(self)

    # what is shown

    @property
    def model(self) -> CompareModel:
        """The model behind both halves."""
        return self._model

    def show_draft(self, draft: ReviewDraft | None) -> None:
        """Show a draft as it stands; another cluster starts at its first conflict."""
        before = self._model.table
        table = CompareTable.of(draft, before) if draft is not None else CompareTable.empty()
        is_other = table.cluster_id != before.cluster_id
        focus = (self.current_attribute(), self._model.place_at(self._members.currentIndex()))
        if is_other:
            self._editor.cancel()
        self._model.set_table(table)
        self._arrange()
        if is_other:
            self.focus_first_conflict()
        elif focus[0] is not None and not self._members.currentIndex().isValid():
            self._restore(focus[0], focus[1])
        self._overlay.update()

    def set_shows_folded(self, shows_folded: bool) -> None:
        """Unfold or fold identical and empty rows; the focus stays on its field."""
        attribute, place = self.current_attribute(), self._model.place_at(self._members.currentIndex())
        self._model.set_shows_folded(shows_folded)
        self._arrange()
        self._restore(attribute, place)

    def set_shows_standard(self, shows_standard: bool) -> None:
        """Show standard values instead of the text as delivered."""
        self._model.set_shows_standard(shows_standard)

    # the focus

    def current_attribute(self) -> str | None:
        """The field that keys act on."""
        return self._model.attribute_at(self._members.currentIndex())

    def current_record(self) -> RecordId | None:
        """The member that keys act on."""
        return self._model.record_at(self._members.currentIndex())

    def has_conflict(self) -> bool:
        """True when a visible row is in conflict."""
        rows = self._model.table.rows
        return any(rows[attribute].state is CellState.CONFLICT for attribute in self._model.fields)

    def focus_first_conflict(self) -> bool:
        """Move to the first conflicting cell of the first conflict row; False when nothing is in conflict."""
        for state in (CellState.CONFLICT, CellState.SIMILAR):
            for attribute in self._model.fields:
                place = self._model.table.first_place(attribute, state)
                if place is not None:
                    self._go_to(self._model.index_of(attribute, place))
                    return state is CellState.CONFLICT
        if self._model.fields:
            self._go_to(self._model.index_of(self._model.fields[0], 0))
        return False

    def move_focus(self, down: int, right: int) -> None:
        """Move by cells and stop at the edges. Never decides anything."""
        now = self._members.currentIndex()
        if not now.isValid():
            self.focus_first_conflict()
            return
        first = self._model.frozen_columns
        row = max(0, min(self._model.rowCount() - 1, now.row() + down))
        column = max(first, min(self._model.columnCount() - 1, now.column() + right))
        self._go_to(self._model.index(row, column))

    def move_field(self, step: int) -> None:
        """Move to the next or previous field, whichever way fields run."""
        self.move_focus(*((0, step) if self._model.table.is_transposed else (step, 0)))

    def focus_record(self, record_id: RecordId) -> None:
        """Move to a member, in the same field."""
        attribute = self.current_attribute() or (self._model.fields[0] if self._model.fields else None)
        for place, member in enumerate(self._model.table.members):
            if attribute is not None and member.record_id == record_id:
                self._go_to(self._model.index_of(attribute, place))

    def edit_value(self) -> None:
        """Type a value for the current field, in place."""
        attribute = self.current_attribute()
        if attribute is None:
            return
        golden = self._model.table.rows[attribute].golden
        self._editor.open_at(self._golden_rect(attribute), attribute, golden.value if golden is not None else "")

    def finish_editing(self) -> None:
        """Keep what is being typed, before the cluster is left."""
        self._editor.commit()

    def _go_to(self, index: QModelIndex) -> None:
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._members.selectionModel().setCurrentIndex(index, flag)
            self._members.scrollTo(index)

    def _restore(self, attribute: str | None, place: int | None) -> None:
        index = self._model.index_of(attribute, place or 0) if attribute is not None else QModelIndex()
        if index.isValid():
            self._go_to(index)
        elif self._model.fields:
            self._go_to(self._model.index_of(self._model.fields[0], place or 0))

    def _golden_rect(self, attribute: str) -> QRect:
        """Where the golden value of a field stands, in the box's coordinates."""
        line = self._model.fields.index(attribute)
        if not self._model.table.is_transposed:
            rect = self._frozen.visualRect(self._model.index(line, 1))
            return rect.translated(self._frozen.viewport().mapTo(self._box, rect.topLeft()) - rect.topLeft())
        header = self._members.header
        top = header.height() - self._look.row_height("table")
        left = header.sectionViewportPosition(line + 1)
        rect = QRect(left, top, header.sectionSize(line + 1), self._look.row_height("table"))
        return rect.translated(header.viewport().mapTo(self._box, rect.topLeft()) - rect.topLeft())

    # arrangement

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

    def _height_for(self, rows: int) -> int:
        body = rows * self._look.row_height("table")
        bar = self._bar.sizeHint().height() if self._bar.isVisibleTo(self) else 0
        head, foot = self._members.header.head_height(), self._footer.sizeHint().height()
        return self._look.px(PILL_RISE) + 2 + head + body + bar + foot

    def _arrange(self) -> None:
        """Give each half its columns and their widths."""
        frozen, count = self._model.frozen_columns, self._model.columnCount()
        is_transposed = self._model.table.is_transposed
        for view in (self._frozen, self._members):
            view.header.set_transposed(is_transposed)
            view.header.setFixedHeight(view.header.head_height())
            view.verticalHeader().setDefaultSectionSize(self._look.row_height("table"))
        for column in range(count):
            self._frozen.setColumnHidden(column, column >= frozen)
            self._members.setColumnHidden(column, column < frozen)
        px = self._look.px
        widths = (px(MEMBER_HEAD_WIDTH),) if is_transposed else (self._field_width(), px(GOLDEN_WIDTH))
        for column, width in enumerate(widths[:count]):
            self._frozen.setColumnWidth(column, width)
        self._frozen.setFixedWidth(sum(widths))
        self._share_width()
        table = self._model.table
        self._footer.show_fold(len(table.folded), is_open=self._model.shows_folded, is_quiet=table.folds_only_quiet)
        self._place_cut()
        self.updateGeometry()
        self.height_wanted_changed.emit()

    def _field_width(self) -> int:
        """Room for the longest name of a field on screen, within reason."""
        metrics = QFontMetrics(self._look.font("body", weight=500))
        longest = max((metrics.horizontalAdvance(attribute_label(name)) for name in self._model.fields), default=0)
        return min(self._look.px(LONGEST_FIELD), max(self._look.px(FIELD_WIDTH), longest + 40))

    def _share_width(self) -> None:
        """Spare width goes to the scrolling columns; when they don't fit they keep a readable width and scroll."""
        frozen, count = self._model.frozen_columns, self._model.columnCount()
        scrolling = count - frozen
        if scrolling <= 0:
            return
        is_transposed = self._model.table.is_transposed
        usual = self._look.px(FIELD_COLUMN_WIDTH if is_transposed else MEMBER_WIDTH)
        # At large text a little narrower before they scroll: seeing members side by side is worth more.
        least = usual if is_transposed else (SMALLEST_MEMBER + self._look.px(SMALLEST_MEMBER)) // 2
        room = self._members.viewport().width()
        each, left_over = divmod(room, scrolling)
        if each < least:
            each, left_over = usual, 0
        for place in range(scrolling):
            self._members.setColumnWidth(frozen + place, each + (1 if place < left_over else 0))
        self._place_cut()

    def _place_cut(self) -> None:
        """Draw the proposed cut where members kept meet members left out."""
        self._overlay.setGeometry(self._box.rect())
        self._overlay.raise_()
        table = self._model.table
        place = None if table.is_transposed else table.cut_place()
        x = self._edge_before(place) if place is not None else None
        self._overlay.set_cut(x, self._footer.geometry().top())
        self._pill.setVisible(bool(table.proposed_out))
        if table.proposed_out:
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
        self._share_width()
        self._place_cut()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room for members changed: share it anew."""
        if event.type() == QEvent.Type.Resize:
            self._share_width()
            current = self._members.currentIndex()
            if current.isValid():
                self._members.scrollTo(current)
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Texts that don't come from the model."""
        self._members.setAccessibleName(self.tr("Members side by side"))
        self._frozen.setAccessibleName(self.tr("Fields and golden record"))
        self._footer.retranslate()
        self._pill.retranslate()
        self._editor.setAccessibleName(self.tr("Golden value, typed by you"))

    # mouse

    def _on_sideways_range(self, low: int, high: int) -> None:
        self._bar.setRange(low, high)
        self._bar.setPageStep(self._members.viewport().width())
        if (high > low) != self._bar.isVisibleTo(self):
            self._bar.setVisible(high > low)
            self.height_wanted_changed.emit()
            # The range changes while the box is being laid out, when another request would be lost.
            QTimer.singleShot(0, self._inner, self._inner.update)

    def _on_current_changed(self, current: QModelIndex) -> None:
        self._frozen.viewport().update()
        self._members.viewport().update()
        self.focus_moved.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        """A click on a frozen place puts the focus on its row; a click on a member's head line toggles it."""
        self._members.setFocus(Qt.FocusReason.MouseFocusReason)
        if index.column() >= self._model.frozen_columns:
            return
        if self._model.table.is_transposed:
            self.member_toggled.emit(self._model.record_at(index))
        self._go_to(self._model.index(index.row(), self._model.frozen_columns))

    def _take_current(self) -> None:
        """Beyond the ninth member there is no digit: Enter takes any member's value."""
        attribute, record = self.current_attribute(), self.current_record()
        if attribute is not None and record is not None:
            self.value_taken.emit(attribute, record)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        attribute, record = self._model.attribute_at(index), self._model.record_at(index)
        if attribute is not None and record is not None:
            self.value_taken.emit(attribute, record)
        elif not self._model.table.is_transposed and index.column() == 1:
            self.edit_value()

    def _on_head_clicked(self, section: int) -> None:
        place = section - self._model.frozen_columns
        table = self._model.table
        if not table.is_transposed and 0 <= place < len(table.members):
            self.member_toggled.emit(table.members[place].record_id)
