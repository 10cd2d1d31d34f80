"""Buttons: icon, text and key cap painted on what the style sheet draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from steward.ui.theme import RADIUS_BADGE
from steward.ui.widgets.text import restyle

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from steward.ui.actions import ActionRegistry
    from steward.ui.look import Look

ICON, GAP, PADDING, CAP_PADDING = 16, 8, 12, 6
#: Widths of texts that a button remembers.
_MEASURED = 8
_TEXT_TOKENS = {"primary": "on_accent", "ghost": "text2", "link": "accent", "toast": "toast_fg", "normal": "text"}


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button on Enter, too: elsewhere than on some desktops it would be a dead key."""
    if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


def key_cap_width(look: Look, key: str) -> int:
    """How wide a key cap is."""
    return max(20, QFontMetrics(look.font("tiny", 600)).horizontalAdvance(key) + 2 * CAP_PADDING)


def paint_key_cap(painter: QPainter, rect: QRect, key: str, look: Look, token: str = "text2") -> None:
    """A key in a rounded outline; on a filled button a shade instead of the outline."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = look.color(token)
    if token in {"on_accent", "text"}:
        # A tint of its own colour would take the contrast from the key on the accent.
        fill = look.color("accent_hover" if token == "on_accent" else token)
        fill.setAlphaF(1.0 if token == "on_accent" else 0.10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
    else:
        painter.setPen(QPen(look.color("border_strong") if token != "toast_fg" else color, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_BADGE, RADIUS_BADGE)
    painter.setPen(color)
    painter.setFont(look.font("tiny", 600))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), key)
    painter.restore()


class KeyButton(QPushButton):
    """A button that shows its key, at the left unless ``key_last``. Kinds: primary, normal, ghost, link, toast."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        icon: str = "",
        key: str = "",
        kind: str = "normal",
        key_last: bool = False,
        height: str = "control",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look, self._icon_name, self._key, self._key_last, self._height = look, icon, key, key_last, height
        self._kind = kind
        self._measured: dict[tuple[str, str, str, str], int] = {}
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._renew()
        look.changed.connect(self._renew)

    def set_content(self, text: str, icon: str | None = None, key: str | None = None) -> None:
        """New text, and icon or key where given."""
        icon, key = self._icon_name if icon is None else icon, self._key if key is None else key
        self.setAccessibleName(text)
        if (text, icon, key) == (self.text(), self._icon_name, self._key):
            return
        self.setText(text)
        self._icon_name, self._key = icon, key
        self.updateGeometry()
        self.update()

    def follow(self, actions: ActionRegistry, action_id: str, *, with_text: bool = True) -> None:
        """Take key, tool tip and, if wanted, the text from the registry."""
        text = actions.text(action_id) if with_text else self.text()
        self.set_content(text, key=actions.key_text(action_id))
        self.setToolTip(actions.tool_tip(action_id))

    def set_kind(self, kind: str) -> None:
        """Another kind, for example primary for what is recommended now."""
        if kind == self._kind:
            return
        self._kind = kind
        self.setProperty("kind", kind)
        restyle(self)
        # The letters of what is recommended are heavier, so wider.
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Icon, text and key cap side by side."""
        return QSize(self.width_for(self.text()), self._look.row_height(self._height))

    def width_for(self, text: str) -> int:
        """How wide it would be with this text."""
        # Layouts ask again and again for a width that stays the same.
        measured = (text, self._icon_name, self._key, self._kind)
        found = self._measured.get(measured)
        if found is None:
            if len(self._measured) >= _MEASURED:
                self._measured.clear()
            found = self._measured[measured] = self._measure(text)
        return found

    def _measure(self, text: str) -> int:
        parts = [QFontMetrics(self._text_font()).horizontalAdvance(text)] if text else []
        if self._icon_name:
            parts.append(self._look.px(ICON))
        if self._key:
            parts.append(key_cap_width(self._look, self._key))
        padding = 4 if self._kind == "link" else PADDING
        return sum(parts) + GAP * max(0, len(parts) - 1) + 2 * padding + 2

    def minimumSizeHint(self) -> QSize:
        """Never clipped."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style's bevel, then the parts centred as one line."""
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        if self.hasFocus():
            self._paint_focus(painter)
        token = self._token()
        left = max(PADDING // 2, (self.width() - self._content_width()) // 2)
        if self._key and not self._key_last:
            left = self._paint_key(painter, left, token)
        if self._icon_name:
            side = self._look.px(ICON)
            pixmap = self._look.pixmap(self._icon_name, token, side, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(left, (self.height() - side) // 2), pixmap)
            left += side + GAP
        if self.text():
            metrics = QFontMetrics(self._text_font())
            width, missing = metrics.horizontalAdvance(self.text()), self.sizeHint().width() - self.width()
            shown = self.text()
            if missing > 0:
                width = max(0, width - missing)
                shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, width)
            painter.setFont(self._text_font())
            painter.setPen(self._look.color(token))
            painter.drawText(QRect(left, 0, width + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
            left += width + GAP
        if self._key and self._key_last:
            self._paint_key(painter, left, token)

    def _paint_focus(self, painter: QPainter) -> None:
        # On the accent fill a ring in the accent would vanish: a primary button gets an inner line in its text colour.
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on_fill = self._kind == "primary"
        painter.setPen(QPen(self._look.color("on_accent" if on_fill else "focus"), 2))
        inset = 3 if on_fill else 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 5, 5)
        painter.restore()

    def _paint_key(self, painter: QPainter, left: int, token: str) -> int:
        width = key_cap_width(self._look, self._key)
        height = QFontMetrics(self._look.font("tiny", 600)).height() + 6
        paint_key_cap(painter, QRect(left, (self.height() - height) // 2, width, height), self._key, self._look, token)
        return left + width + GAP

    def _content_width(self) -> int:
        padding = 4 if self._kind == "link" else PADDING
        return self.sizeHint().width() - 2 * padding - 2

    def _token(self) -> str:
        if not self.isEnabled():
            return "text3" if self._kind == "primary" else "border_strong"
        return _TEXT_TOKENS.get(self._kind, "text")

    def _text_font(self) -> QFont:
        return self._look.font("body", 600 if self._kind == "primary" else 500)

    def _renew(self) -> None:
        self._measured.clear()
        self.setFixedHeight(self._look.row_height(self._height))
        self.updateGeometry()
        self.update()


class IconButton(QPushButton):
    """A button of an icon alone: it must have a name, which is also its tool tip."""

    def __init__(self, look: Look, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon_name = look, icon
        self.setProperty("kind", "icon")
        self.set_name(name)
        self._renew()
        look.changed.connect(self._renew)

    def set_name(self, name: str) -> None:
        """What it does, in the language in force."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def _renew(self) -> None:
        self.setIcon(self._look.icon(self._icon_name, "text2"))
        self.setIconSize(QSize(16, 16))
