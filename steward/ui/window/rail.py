"""The rail at the left: one item per page, the current one marked, the count of open clusters on Review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from steward.ui.theme import RADIUS_CONTROL, RAIL_WIDTH
from steward.ui.widgets.buttons import pressed_by_enter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from steward.ui.actions import ActionRegistry
    from steward.ui.look import Look

ITEM_WIDTH, ITEM_HEIGHT, ICON, MARK = 60, 56, 20, 32
#: From here on the count is shown short.
LARGEST_COUNT = 9999


class RailItem(QAbstractButton):
    """Icon above label."""

    def __init__(self, look: Look, page_id: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page_id = page_id
        self._look, self._icon_name, self._count = look, icon, ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self._renew)

    def set_text(self, text: str, tool_tip: str) -> None:
        """The page's name, and the tool tip with its key."""
        self.setText(text)
        self.setToolTip(tool_tip)
        self.setAccessibleName(f"{text}, {self._count}" if self._count else text)
        self._renew()

    def set_count(self, text: str) -> None:
        """A count in the corner; "" shows none."""
        self._count = text
        self.setAccessibleName(f"{self.text()}, {text}" if text else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        """60 x 56, more when the text is larger."""
        metrics = QFontMetrics(self._look.font("tiny", 600))
        width = max(ITEM_WIDTH, metrics.horizontalAdvance(self.text()) + 6)
        return QSize(width, max(ITEM_HEIGHT, ICON + metrics.height() + 22))

    def minimumSizeHint(self) -> QSize:
        """Never clipped."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Current: fill and a gold mark at the window's edge."""
        look, is_on = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(5, 0, -5, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_on or self.underMouse():
            fill = look.color("rail_on")
            fill.setAlphaF(1.0 if is_on else 0.55)
            painter.setBrush(fill)
            painter.drawRoundedRect(area, RADIUS_CONTROL, RADIUS_CONTROL)
        if is_on:
            painter.fillRect(QRectF(0, area.center().y() - 14, 3, 28), look.color("rail_mark"))
        if self.hasFocus():
            painter.setPen(QPen(look.color("rail_fg_on"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        self._paint_content(painter, "rail_fg_on" if is_on else "rail_fg")

    def _paint_content(self, painter: QPainter, token: str) -> None:
        look = self._look
        font = look.font("tiny", 600 if token == "rail_fg_on" else 500)
        line = QFontMetrics(font).height()
        top = (self.height() - ICON - line - 3) // 2
        middle = self.width() // 2
        painter.drawPixmap(
            QPoint(middle - ICON // 2, top), look.pixmap(self._icon_name, token, ICON, self.devicePixelRatioF())
        )
        painter.setFont(font)
        painter.setPen(look.color(token))
        painter.drawText(QRect(0, top + ICON + 3, self.width(), line), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self._count:
            self._paint_count(painter, QPoint(middle + 5, top - 6))

    def _paint_count(self, painter: QPainter, at: QPoint) -> None:
        look = self._look
        font = look.font("tiny", 700)
        font.setPixelSize(max(9, font.pixelSize() - 1))
        metrics = QFontMetrics(font)
        height = metrics.height() + 2
        width = max(height, metrics.horizontalAdvance(self._count) + 8)
        area = QRectF(min(at.x(), self.width() - width - 3), max(1, at.y()), width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("rail_mark"))
        painter.drawRoundedRect(area, height / 2, height / 2)
        painter.setFont(font)
        # The mark is light in both themes, so its text is always the dark of the light theme's rail.
        painter.setPen(look.color("rail"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self._count)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()


class Rail(QWidget):
    """``page_asked(page_id)`` when an item is pressed."""

    page_asked = Signal(str)

    def __init__(self, look: Look, actions: ActionRegistry, page_ids: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._actions = look, actions
        self._items: dict[str, RailItem] = {}
        self._counts: dict[str, int] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MARK + 28, 0, look.s3)
        layout.setSpacing(look.s1)
        for page_id in page_ids:
            if page_id == "settings":
                layout.addStretch(1)
            item = RailItem(look, page_id, actions.spec(f"app.{page_id}").icon, self)
            item.clicked.connect(self._on_clicked)
            self._group.addButton(item)
            self._items[page_id] = item
            layout.addWidget(item)
        self.retranslate()
        look.changed.connect(self._renew)
        actions.changed.connect(self.retranslate)

    def set_current(self, page_id: str) -> None:
        """Mark the page that is shown."""
        item = self._items.get(page_id)
        if item is not None:
            item.setChecked(True)

    def set_count(self, page_id: str, count: int) -> None:
        """The number on an item; 0 shows none."""
        self._counts[page_id] = count
        # Numbers follow the language, which sets the default locale; this widget's own stays that of its birth.
        locale = QLocale()
        text = "" if count == 0 else locale.toString(count)
        self._items[page_id].set_count(f"{locale.toString(LARGEST_COUNT)}+" if count > LARGEST_COUNT else text)

    def retranslate(self) -> None:
        """Names and tool tips in the language in force."""
        for page_id, item in self._items.items():
            item.set_text(self._actions.text(f"app.{page_id}"), self._actions.tool_tip(f"app.{page_id}"))
        for page_id, count in self._counts.items():
            self.set_count(page_id, count)
        self._renew()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dark ground and the mark of the program."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("rail"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF((self.width() - MARK) / 2, 14, MARK, MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("rail_mark"))
        painter.drawRoundedRect(area, 8, 8)
        font = self._look.font("heading", 700)
        font.setPixelSize(18)
        painter.setFont(font)
        painter.setPen(self._look.color("rail"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), "S")

    def _on_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            self.page_asked.emit(item.page_id)

    def _renew(self) -> None:
        widest = max((item.sizeHint().width() + 6 for item in self._items.values()), default=RAIL_WIDTH)
        self.setFixedWidth(max(RAIL_WIDTH, widest))
        self.update()
