"""Records outside the cluster that resemble it, each a way to its customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from steward.ui.theme import RADIUS_BADGE
from steward.ui.widgets.badge import BADGE_IN_ROW, paint_badge
from steward.ui.widgets.buttons import KeyButton, pressed_by_enter
from steward.ui.widgets.text import Text, paint_text
from steward.ui.words.names import shown_title
from steward.ui.words.values import value_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from steward.ui.actions import ActionRegistry
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.words.masking import Mask
    from steward.workspace.views import ClusterView, SimilarRecord

SHOWN = 4
_NAME_WIDTH = 180


class SimilarButton(QAbstractButton):
    """Badge, name and probability of one record."""

    def __init__(self, look: Look, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._share = ""
        self.record: SimilarRecord | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_record(self, record: SimilarRecord | None, mask: Mask) -> None:
        """Another record, or none."""
        self.record = record
        if record is not None:
            self._share = self._language.number(record.probability, 2)
            title = shown_title(record.title, mask)
            self.setText(title)
            told = "".join(f", {mask.text(name, value_text(name, value))}" for name, value in record.told_by)
            self.setAccessibleName(f"{title}, {record.source.name}{told}, {self._share}")
            self.setToolTip(f"{record.source.name}: {title}{told}")
            self.updateGeometry()
        self.setVisible(record is not None)

    def sizeHint(self) -> QSize:
        name, share = self._widths()
        return QSize(BADGE_IN_ROW + 6 + name + 6 + share + 16, 28)

    def _widths(self) -> tuple[int, int]:
        metrics = QFontMetrics(self._look.font("small", tabular=True))
        return min(_NAME_WIDTH, metrics.horizontalAdvance(self.text()) + 1), metrics.horizontalAdvance(self._share) + 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if self.record is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("hover"))
            painter.drawRoundedRect(area, RADIUS_BADGE, RADIUS_BADGE)
        badge = QRectF(8, (area.height() - BADGE_IN_ROW) / 2, BADGE_IN_ROW, BADGE_IN_ROW)
        paint_badge(painter, badge, self.record.source, look)
        font = look.font("small", tabular=True)
        name, share = self._widths()
        left = badge.right() + 6
        # In a narrow strip the name gives way, the figure stays.
        name = max(0, min(name, round(self.width() - left - share - 14)))
        painter.setFont(font)
        painter.setPen(look.color("text"))
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, name)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        paint_text(painter, QRectF(left, 0, name + 1, area.height()), int(flags), text)
        painter.setPen(look.color("text2"))
        painter.drawText(QRectF(left + name + 6, 0, share + 2, area.height()), flags, self._share)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("focus"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS_BADGE, RADIUS_BADGE)


class SimilarStrip(QWidget):
    """ "Also similar" with at most a handful of records, and the way to search for others."""

    record_asked = Signal(object)
    add_asked = Signal()

    def __init__(self, look: Look, language: Language, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = QLabel(self)
        self._title = Text(look, "", "small", tone="text2", weight=600)
        # The same ones for every cluster: a new widget is dressed by the style before it is seen.
        self._buttons = [SimilarButton(look, language, self) for _ in range(SHOWN)]
        self._actions = actions
        self._add = KeyButton(look, kind="link", icon="plus")
        self._add.clicked.connect(self.add_asked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._icon)
        self._row.addSpacing(2)
        self._row.addWidget(self._title)
        for button in self._buttons:
            button.clicked.connect(self._on_clicked)
            self._row.addWidget(button)
        self._row.addWidget(self._add)
        self._row.addStretch(1)
        look.changed.connect(self._dress)
        self._dress()

    def show_cluster(self, view: ClusterView, mask: Mask) -> None:
        """The records that resemble this cluster."""
        records = (*view.also_similar[:SHOWN], *[None] * SHOWN)
        for button, record in zip(self._buttons, records, strict=False):
            button.show_record(record, mask)
        self._title.setVisible(bool(view.also_similar))
        self._icon.setVisible(bool(view.also_similar))

    def minimumSizeHint(self) -> QSize:
        """The strip may be cut at the right; it must not widen the page."""
        return QSize(100, 28)

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self._title.setText(self.tr("Also similar"))
        self._add.set_content(self.tr("Search and add a record"))
        self._add.setToolTip(self._actions.tool_tip("review.add"))

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, SimilarButton) and button.record is not None:
            self.record_asked.emit(button.record.record_id)

    def _dress(self) -> None:
        self._icon.setPixmap(self._look.pixmap("search", "text2", 16))
