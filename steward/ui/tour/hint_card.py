"""A hint beside a widget, and the frame around that widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from steward.ui.actions import ActionRegistry
    from steward.ui.look import Look

WIDTH, GAP, INSET = 340, 12, 4


class Spotlight(QWidget):
    """A frame around what a hint is about; clicks go through it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("focus"), 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)


class HintCard(QFrame):
    """A title, a text and the ways on; ``next_asked``, ``back_asked``, ``skip_asked``."""

    next_asked = Signal()
    back_asked = Signal()
    skip_asked = Signal()

    def __init__(self, look: Look, actions: ActionRegistry, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._actions = look, actions
        self.setProperty("role", "card")
        self.setProperty("primary", "true")
        self._place = Text(look, "", "tiny", tone="text2", tabular=True)
        self._title = Text(look, "", "section", wraps=True)
        self._text = Text(look, "", wraps=True)
        self._next = KeyButton(look, kind="primary", key_last=True)
        self._back = KeyButton(look, kind="ghost", key_last=True)
        self._skip = KeyButton(look, kind="ghost", key_last=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.s1)
        for button, asked in (
            (self._next, self.next_asked),
            (self._back, self.back_asked),
            (self._skip, self.skip_asked),
        ):
            button.clicked.connect(asked)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(look.s4, look.s3, look.s4, look.s3)
        column.setSpacing(look.s2)
        for part in (self._place, self._title, self._text):
            column.addWidget(part)
        column.addLayout(buttons)
        actions.bind(self, "tour.next", self.next_asked.emit)
        actions.bind(self, "tour.back", self.back_asked.emit)
        actions.bind(self, "tour.leave", self.skip_asked.emit)
        self.hide()

    def tell(self, title: str, text: str, place: int, count: int) -> None:
        """What it says, as one of so many hints."""
        key = self._actions.key_text
        self._place.setText(self.tr("{place} of {count}").format(place=place, count=count))
        self._title.setText(title)
        self._text.setText(text)
        is_last = place == count
        self._next.set_content(self.tr("Done") if is_last else self.tr("Next"), key=key("tour.next"))
        self._back.set_content(self.tr("Back"), key=key("tour.back"))
        self._back.setVisible(place > 1)
        self._skip.set_content(self.tr("Skip the tour"), key=key("tour.leave"))
        self._skip.setVisible(not is_last)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    @property
    def title_text(self) -> str:
        """Its title."""
        return self._title.text()

    @property
    def body_text(self) -> str:
        """Its text."""
        return self._text.text()

    def take_focus(self) -> None:
        """Return goes on, Esc leaves."""
        self._next.setFocus()

    def place_beside(self, target: QRect, room: QRect) -> None:
        """Beside the target where there is most room, wholly inside ``room``; over it when it fills everything."""
        # Buttons that have just come take part, and so does the frame: without it the last line would be cut.
        self._column.activate()
        least = self._column.totalMinimumSize()
        width = max(self._look.px(WIDTH), least.width())
        self.setFixedSize(width, max(self._column.totalHeightForWidth(width), least.height()))
        self.move(_beside(self.size(), target, room))
        self.raise_()


def _beside(size: QSize, target: QRect, room: QRect) -> QPoint:
    below, above = room.bottom() - target.bottom(), target.top() - room.top()
    right, left = room.right() - target.right(), target.left() - room.left()
    tall, wide = size.height() + 2 * GAP, size.width() + 2 * GAP
    if below >= tall:
        at = QPoint(target.left(), target.bottom() + GAP)
    elif above >= tall:
        at = QPoint(target.left(), target.top() - GAP - size.height())
    elif right >= wide:
        at = QPoint(target.right() + GAP, target.top())
    elif left >= wide:
        at = QPoint(target.left() - GAP - size.width(), target.top())
    else:
        at = QPoint(target.right() - GAP - size.width(), target.bottom() - GAP - size.height())
    inside = room.adjusted(GAP, GAP, -GAP - size.width(), -GAP - size.height())
    return QPoint(max(inside.left(), min(at.x(), inside.right())), max(inside.top(), min(at.y(), inside.bottom())))
