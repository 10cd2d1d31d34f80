"""The mapping table: what each column of the file becomes. Painted, but with a real combo box where it is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QHeaderView, QWidget

from steward.ui.delegates.columns import ColumnsDelegate
from steward.ui.models.columns import ColumnField, ColumnsModel
from steward.ui.pages.lists.hand_kinds import HandKind, hand_icon, hand_label
from steward.ui.pages.lists.list_words import guess_sentence
from steward.ui.widgets.plain_table import PlainTable
from steward.ui.widgets.text import elided
from steward.ui.words.attributes import attribute_icon, target_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import TablePlan

#: Widths at 100 %: header, examples, target, reason, quality; reason and examples take what is left over.
_WIDTHS = (158, 168, 180, 220, 180)
_LEAST = (98, 78, 146, 40, 128)
#: With less room than this a reason is a few letters: then its meter stands alone, and the values get the room.
_LEAST_WORDS, _METER = 140, 40
#: What goes first where even the least widths have no room: the panel beside tells it, too.
_SPARE = (ColumnField.REASON, ColumnField.QUALITY)
_SQUEEZE_ORDER = (ColumnField.REASON, ColumnField.EXAMPLES, ColumnField.QUALITY, ColumnField.HEADER, ColumnField.TARGET)
_EDIT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)


class ColumnsView(PlainTable):
    """Up and Down choose a column of the file; Enter, F2, Space or a click open what it becomes."""

    target_chosen = Signal(str, str)
    column_chosen = Signal(str)
    by_hand_asked = Signal(str, object)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.columns = ColumnsModel(target_label, guess_sentence, self)
        self._delegate = ColumnsDelegate(look, target_label, attribute_icon, self)
        self._head = _ColumnsHead(look, language, self)
        self.setHorizontalHeader(self._head)
        self.setModel(self.columns)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # Qt's own least width grows with the text and would push the last column out of sight.
        self._head.setMinimumSectionSize(_METER)
        self.columns.target_chosen.connect(self._on_target)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        look.changed.connect(self._renew)
        self._renew()
        self.retranslate()

    def show_table(self, table: TablePlan, targets: tuple[str, ...], damaged_headers: frozenset[str]) -> None:
        """Show the columns of a table with the targets chosen so far."""
        by_hand = [(str(kind), hand_label(kind), hand_icon(kind)) for kind in HandKind]
        self._delegate.set_targets(targets, by_hand)
        self._head.row_count = table.preview.row_count
        self.columns.set_columns(table.preview.columns, table.targets, table.chosen, damaged_headers)
        if not self.currentIndex().isValid() and self.columns.rowCount():
            self.selectRow(0)
        self._head.viewport().update()

    def current_header(self) -> str:
        """The column of the file in the current row, "" when there is none."""
        row = self.currentIndex().row()
        return self.columns.row_at(row).preview.header if 0 <= row < self.columns.rowCount() else ""

    def show_column(self, header: str) -> None:
        """Bring a column of the file into view and mark it."""
        row = self.columns.row_of(header)
        if row >= 0:
            self.setCurrentIndex(self.columns.index(row, ColumnField.TARGET))
            self.scrollTo(self.currentIndex())

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self.setAccessibleName(self.tr("What each column becomes"))
        self.columns.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _EDIT_KEYS and not event.modifiers():
            self.open_editor(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def open_editor(self, row: int) -> None:
        """Open the combo box of a row, with its list."""
        if row < 0:
            return
        index = self.columns.index(row, ColumnField.TARGET)
        self.setCurrentIndex(index)
        self.edit(index)
        editor = self.indexWidget(index) or self.viewport().findChild(QComboBox)
        if isinstance(editor, QComboBox):
            # The list may only open when the editor has its place, which is after this event.
            QTimer.singleShot(0, editor, editor.showPopup)

    def _on_target(self, header: str, target: str) -> None:
        if target in set(HandKind):
            self.by_hand_asked.emit(header, HandKind(target))
        else:
            self.target_chosen.emit(header, target)

    def _on_current(self) -> None:
        self.column_chosen.emit(self.current_header())

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == ColumnField.TARGET:
            self.open_editor(index.row())

    def _share_width(self) -> None:
        hidden = self._without_room()
        for spare_one in _SPARE:
            self.setColumnHidden(spare_one, spare_one in hidden)
        widths = [0 if place in hidden else self._look.px(width) for place, width in enumerate(_WIDTHS)]
        spare = self.viewport().width() - sum(widths)
        if spare >= 0:
            reason = 0 if hidden else spare * 2 // 3
            widths[ColumnField.REASON] += reason
            widths[ColumnField.EXAMPLES] += spare - reason
        else:
            widths = self._squeezed(widths, -spare)
        if _METER < widths[ColumnField.REASON] < self._look.px(_LEAST_WORDS):
            widths[ColumnField.EXAMPLES] += widths[ColumnField.REASON] - _METER
            widths[ColumnField.REASON] = _METER
        for column, width in enumerate(widths):
            if column not in hidden:
                self.setColumnWidth(column, width)

    def _without_room(self) -> set[int]:
        """The columns that must go so that what each column becomes stays in sight."""
        hidden: set[int] = set()
        for column in _SPARE:
            least = sum(self._look.px(width) for place, width in enumerate(_LEAST) if place not in hidden)
            if least <= self.viewport().width():
                break
            hidden.add(column)
        return hidden

    def _squeezed(self, widths: list[int], missing: int) -> list[int]:
        """Take what is missing from the reason first, then from the other columns, down to what stays readable."""
        for column in _SQUEEZE_ORDER:
            taken = min(missing, max(0, widths[column] - self._look.px(_LEAST[column])))
            widths[column] -= taken
            missing -= taken
        return widths

    def _renew(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.row_height("form"))
        self._share_width()
        self.viewport().update()


class _ColumnsHead(QHeaderView):
    """Titles with a second line: what the column shows, and the legend of the quality bars."""

    def __init__(self, look: Look, language: Language, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._language = look, language
        self.row_count = 0
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        lines = QFontMetrics(self._look.font("small", 600)).height() + QFontMetrics(self._look.font("tiny")).height()
        return QSize(100, lines + 22)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = self._look
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, look.color("sunken"))
        left = rect.left() + (look.s4 if section == 0 else 34 if section == ColumnField.REASON else 0)
        half = rect.height() // 2
        title, remark = self._texts(section)
        painter.setFont(look.font("small", 600, tabular=True))
        painter.setPen(look.color("text2"))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        shown = elided(title, painter.font(), rect.right() - left - 4)
        painter.drawText(QRect(left, rect.top() + 4, rect.right() - left, half - 2), flags, shown)
        second = QRect(left, rect.top() + half, rect.right() - left, half - 4)
        painter.setFont(look.font("tiny"))
        if section == ColumnField.QUALITY:
            self._paint_legend(painter, second)
        else:
            painter.drawText(second, flags, elided(remark, painter.font(), second.width() - 4))
        painter.restore()

    def _texts(self, section: int) -> tuple[str, str]:
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        if section == ColumnField.HEADER:
            return title, self.tr("as delivered")
        if section == ColumnField.TARGET:
            return title, self.tr("guessed, change any of them")
        if section == ColumnField.QUALITY:
            return self.tr("Quality of {rows} values").format(rows=self._language.number(self.row_count)), ""
        return title, ""

    def _paint_legend(self, painter: QPainter, area: QRect) -> None:
        look = self._look
        metrics = QFontMetrics(look.font("tiny"))
        x, middle = area.left(), area.center().y()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for token, label in (("ok", self.tr("valid")), ("warn", self.tr("doubtful")), ("", self.tr("empty"))):
            if x + 12 + metrics.horizontalAdvance(label) > area.right():
                return
            painter.setPen(QPen(look.color(token or "border_strong"), 1))
            painter.setBrush(look.color(token or "surface"))
            painter.drawRoundedRect(x, middle - 3, 7, 7, 1, 1)
            painter.setPen(look.color("text2"))
            painter.drawText(x + 12, middle + metrics.ascent() // 2, label)
            x += 12 + metrics.horizontalAdvance(label) + 10
