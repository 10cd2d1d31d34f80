"""The last line of the compare grid: how many rows are folded, and what the symbols mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from steward.ui.theme import RADIUS_BADGE
from steward.ui.widgets.buttons import pressed_by_enter
from steward.ui.words.labels import state_label, state_symbol, state_token
from steward.workspace.views import CellState

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent

    from steward.ui.actions import ActionRegistry
    from steward.ui.look import Look

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_GAP = 14


class GridFooter(QWidget):
    """The folded row with its key, and the legend where there is room for it."""

    def __init__(self, look: Look, actions: ActionRegistry, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._fold = FoldButton(look, actions, self)
        self._legend = Legend(look, self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._fold)
        line.addWidget(self._legend, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def fold_asked(self) -> SignalInstance:
        """Someone wants the rows folded or unfolded."""
        return self._fold.clicked

    def show_fold(self, count: int, *, is_open: bool, is_quiet: bool) -> None:
        """How many rows are identical or empty, and whether they are shown."""
        self._fold.show_count(count, is_open=is_open, is_quiet=is_quiet)

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self._fold.retranslate()
        self._legend.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self._look.row_height("table") - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color("sunken"))


class FoldButton(QAbstractButton):
    """ "9 identical or empty rows are folded  H"."""

    def __init__(self, look: Look, actions: ActionRegistry, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._actions = actions
        self._count = 0
        self._is_open = False
        self._is_quiet = True
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.updateGeometry)
        actions.changed.connect(self.retranslate)

    def show_count(self, count: int, *, is_open: bool, is_quiet: bool) -> None:
        """Say how many rows are folded; ``is_quiet``: all of them are identical or empty."""
        self._count, self._is_open, self._is_quiet = count, is_open, is_quiet
        self.retranslate()

    def retranslate(self) -> None:
        """The sentence in the language in force."""
        text = self._sentence()
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(self._actions.tool_tip("review.fold"))
        self.setEnabled(self._count > 0)
        self.updateGeometry()
        self.update()

    def _sentence(self) -> str:
        count = self._count
        if count == 0:
            return self.tr("No folded rows")
        if self._is_open:
            text = self.tr("Fold identical, empty and business rows: {count}")
        elif self._is_quiet:
            text = (
                self.tr("1 identical or empty row is folded")
                if count == 1
                else self.tr("{count} identical or empty rows are folded")
            )
        else:
            text = self.tr("{count} identical, empty or business rows are folded")
        return text.format(count=count)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._look.font("small", weight=500)).horizontalAdvance(self.text())
        return QSize(round(width) + 31 + 40, self._look.row_height("table") - 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self._count:
            icon = "chevron-down" if self._is_open else "chevron-right"
            painter.drawPixmap(11, round(area.center().y() - 7), look.pixmap(icon, "text2", 14))
        font = look.font("small", weight=500)
        painter.setFont(font)
        painter.setPen(look.color("text2"))
        painter.drawText(area.adjusted(31, 0, 0, 0), _LEFT, self.text())
        if self._count:
            self._paint_key(painter, 31 + QFontMetricsF(font).horizontalAdvance(self.text()) + 12)
        if self.hasFocus():
            painter.setPen(QPen(look.color("focus"), 2))
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), RADIUS_BADGE, RADIUS_BADGE)

    def _paint_key(self, painter: QPainter, x: float) -> None:
        key = self._actions.key_text("review.fold")
        if not key:
            return
        font = self._look.font("tiny", weight=600)
        width = max(18.0, QFontMetricsF(font).horizontalAdvance(key) + 10)
        box = QRectF(x + 0.5, (self.height() - 17) / 2, width, 17)
        painter.setPen(QPen(self._look.color("border_strong"), 1))
        painter.drawRoundedRect(box, RADIUS_BADGE, RADIUS_BADGE)
        painter.setFont(font)
        painter.setPen(self._look.color("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)


class Legend(QWidget):
    """Every symbol with its word, right aligned; leaves out what has no room."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        word_font, symbol_font = self._look.font("tiny"), self._look.font("small", weight=700)
        metrics, symbols = QFontMetricsF(word_font), QFontMetricsF(symbol_font)
        x = float(self.width() - 12)
        for state in reversed(CellState):
            word = state_label(state)
            width = symbols.horizontalAdvance(state_symbol(state)) + 5 + metrics.horizontalAdvance(word)
            x -= width
            if x < _GAP:
                return
            painter.setFont(symbol_font)
            painter.setPen(self._look.color(state_token(state)))
            painter.drawText(QRectF(x, 0, width, self.height()), _LEFT, state_symbol(state))
            painter.setFont(word_font)
            painter.setPen(self._look.color("text2"))
            left = x + symbols.horizontalAdvance(state_symbol(state)) + 5
            painter.drawText(QRectF(left, 0, width, self.height()), _LEFT, word)
            x -= _GAP
