"""The compare grid: shows a draft, moves the focus among its values, and says what the steward wants of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt, Signal

from steward.ui.models.compare_table import CompareTable
from steward.ui.pages.review.grid_frame import GridFrame
from steward.ui.pages.review.value_editor import ValueEditor
from steward.ui.words.masking import masked
from steward.ui.words.values import typed_text
from steward.workspace.views import CellState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from steward.domain.records import RecordId
    from steward.ui.actions import ActionRegistry
    from steward.ui.look import Look
    from steward.ui.models.compare import CompareModel
    from steward.ui.words.masking import Mask
    from steward.workspace.review.review_draft import ReviewDraft


class CompareGrid(GridFrame):
    """Speaks of members by record id and of fields by attribute name."""

    value_taken = Signal(str, object)
    value_typed = Signal(str, str)
    member_toggled = Signal(object)
    fold_asked = Signal()
    cut_asked = Signal()
    focus_moved = Signal()

    def __init__(self, look: Look, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(look, actions, parent)
        self._editor = ValueEditor(look, self._box)
        self._connect()

    def _connect(self) -> None:
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
            self._is_fresh = True
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

    def set_mask(self, mask: Mask) -> None:
        """Mask numbers of people, or show them."""
        self._model.set_mask(mask)

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
        self._is_fresh = False
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

    def move_member(self, step: int) -> None:
        """Move to the next or previous member, whichever way members run."""
        self.move_focus(*((step, 0) if self._model.table.is_transposed else (0, step)))

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
        shown = typed_text(attribute, golden.value) if golden is not None else ""
        if self._model.mask.hides(attribute):
            # Dots can't be corrected: a masked value is typed anew, or stays.
            self._editor.setPlaceholderText(masked(shown))
            shown = ""
        else:
            self._editor.setPlaceholderText("")
        self._editor.open_at(self._golden_rect(attribute), attribute, shown)

    def finish_editing(self) -> bool:
        """Keep what is being typed, before the cluster is left; False when it was refused and is typed on."""
        self._editor.commit()
        return not self._editor.is_open

    def refuse_value(self, attribute: str, text: str, sentence: str) -> None:
        """What was typed for a field can't be kept: the sentence stands at its editor."""
        self._editor.refuse(attribute, text, sentence)

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

    # texts

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Texts that don't come from the model."""
        self._members.setAccessibleName(self.tr("Members side by side"))
        self._frozen.setAccessibleName(self.tr("Fields and golden record"))
        self._footer.retranslate()
        self._pill.retranslate()
        self._editor.setAccessibleName(self.tr("Golden value, typed by you"))

    # mouse

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
