"""Paints the heads of the compare grid: members with source, pill and origin, the golden head, the field heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from steward.domain.identity import format_cin
from steward.ui.models.compare_texts import included_text, keeps_text, row_place_text
from steward.ui.widgets.badge import paint_badge

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from steward.ui.look import Look
    from steward.ui.models.compare_table import CompareCell

translate = QCoreApplication.translate

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BADGE = 18
_GOLD_RULE = 3
_PILL_HEIGHT = 18
_PILL_PADDING = 6


def member_head_height(look: Look) -> int:
    """Two lines and the space around them: 56 px at normal size."""
    lines = QFontMetricsF(look.font("section")).height() + QFontMetricsF(look.font("tiny")).height()
    return round(lines) + 25


def field_head_height(look: Look) -> int:
    """The field's name over its golden value, when members are rows."""
    return round(QFontMetricsF(look.font("small")).height()) + 12 + look.row_height("table")


def paint_member_head(painter: QPainter, rect: QRectF, cell: CompareCell, look: Look) -> None:
    """A member on a column head: number, badge, source and pill; below the date and row."""
    assert cell.member is not None
    painter.fillRect(rect, look.color("sunken"))
    first, second = _two_lines(rect, look)
    _paint_member(painter, first.adjusted(9, 0, -4, 0), cell, look)
    small = look.font("tiny", tabular=True)
    painter.setPen(look.color("text2"))
    _text(painter, second.adjusted(9, 0, -6, 0), row_place_text(cell.member), small)


def paint_member_line(painter: QPainter, rect: QRectF, cell: CompareCell, look: Look) -> None:
    """A member on one line, when members are rows: number, badge, source, row and pill."""
    assert cell.member is not None
    # Two digits at least, so that badges stand under one another.
    number_width = QFontMetricsF(look.font("small", weight=600, tabular=True)).horizontalAdvance("00")
    end = _paint_member(painter, rect.adjusted(12, 0, -6, 0), cell, look, number_width)
    place = QRectF(end.x(), rect.y(), end.width(), rect.height())
    painter.setPen(look.color("text3"))
    _text(painter, place, row_place_text(cell.member), look.font("tiny", tabular=True))


def paint_golden_head(painter: QPainter, rect: QRectF, cin: str, look: Look) -> None:
    """The head of the golden column: gold rule, badge-check, which CIN stays."""
    paint_gold_ground(painter, rect, look)
    first, second = _two_lines(rect, look)
    icon = 16
    box = QRectF(first.x() + 12, first.center().y() - icon / 2, icon, icon)
    painter.drawPixmap(box.toRect(), look.pixmap("badge-check", "gold", icon))
    painter.setPen(look.color("text"))
    _text(
        painter, first.adjusted(34, 0, -6, 0), translate("CompareGrid", "Golden record"), look.font("body", weight=600)
    )
    painter.setPen(look.color("text2"))
    _text(painter, second.adjusted(12, 0, -6, 0), keeps_text(cin), look.font("tiny", tabular=True))


def paint_field_corner(painter: QPainter, rect: QRectF, look: Look) -> None:
    """The head of the field column."""
    painter.fillRect(rect, look.color("sunken"))
    painter.setPen(look.color("text2"))
    _text(painter, rect.adjusted(12, 0, -6, 0), translate("CompareGrid", "Field"), look.font("small", weight=600))


def paint_member_corner(painter: QPainter, rect: QRectF, cin: str, look: Look) -> None:
    """The corner when members are rows: "Member" over the head of the golden row."""
    top, golden = field_head_parts(rect, look)
    painter.fillRect(top, look.color("sunken"))
    painter.setPen(look.color("text2"))
    _text(painter, top.adjusted(12, 0, -6, 0), translate("CompareGrid", "Member"), look.font("small", weight=600))
    paint_gold_ground(painter, golden, look)
    icon = 16
    box = QRectF(golden.x() + 12, golden.center().y() - icon / 2 + 1, icon, icon)
    painter.drawPixmap(box.toRect(), look.pixmap("badge-check", "gold", icon))
    font = look.font("body", weight=600)
    title = translate("CompareGrid", "Golden record")
    painter.setPen(look.color("text"))
    _text(painter, golden.adjusted(34, 2, -6, 0), title, font)
    used = 34 + QFontMetricsF(font).horizontalAdvance(title) + 8
    painter.setPen(look.color("text2"))
    _text(painter, golden.adjusted(used, 2, -6, 0), format_cin(cin) if cin else "", look.font("tiny", tabular=True))


def field_head_parts(rect: QRectF, look: Look) -> tuple[QRectF, QRectF]:
    """The label part and the golden part of a field's head."""
    label = rect.height() - look.row_height("table")
    return (
        QRectF(rect.x(), rect.y(), rect.width(), label),
        QRectF(rect.x(), rect.y() + label, rect.width(), rect.height() - label),
    )


def pill_rect(rect: QRectF, text: str, look: Look) -> QRectF:
    """Where the In/Out pill stands on a line: at its right end."""
    width = QFontMetricsF(look.font("tiny", weight=600)).horizontalAdvance(text) + 2 * _PILL_PADDING
    return QRectF(rect.right() - width, rect.center().y() - _PILL_HEIGHT / 2, width, _PILL_HEIGHT)


def paint_gold_ground(painter: QPainter, rect: QRectF, look: Look) -> None:
    """The ground of a golden head, with its rule on top."""
    painter.fillRect(rect, look.color("gold_bg"))
    painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), _GOLD_RULE), look.color("gold_line"))


def _paint_member(painter: QPainter, line: QRectF, cell: CompareCell, look: Look, number_width: float = 0.0) -> QRectF:
    """Number, badge, source name and pill on one line; answers the room left between name and pill."""
    assert cell.member is not None
    pill_text = included_text(is_included=cell.is_included)
    pill = pill_rect(line, pill_text, look)
    _paint_pill(painter, pill, pill_text, "ok" if cell.is_included else "danger", look)
    number = str(cell.member.number)
    number_font = look.font("small", weight=600, tabular=True)
    painter.setPen(look.color("text2"))
    _text(painter, line, number, number_font)
    x = line.x() + max(number_width, QFontMetricsF(number_font).horizontalAdvance(number)) + 6
    badge = QRectF(round(x), round(line.center().y() - _BADGE / 2), _BADGE, _BADGE)
    paint_badge(painter, badge, cell.member.source, look)
    name_font = look.font("body", weight=600)
    left = badge.right() + 6
    room = QRectF(left, line.y(), max(0.0, pill.left() - 4 - left), line.height())
    painter.setPen(look.color("text"))
    _text(painter, room, cell.member.source.name, name_font)
    used = min(room.width(), QFontMetricsF(name_font).horizontalAdvance(cell.member.source.name) + 8)
    return room.adjusted(used, 0, 0, 0)


def _paint_pill(painter: QPainter, rect: QRectF, text: str, token: str, look: Look) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(f"{token}_bg"))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(look.color(token))
    painter.setFont(look.font("tiny", weight=600))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _two_lines(rect: QRectF, look: Look) -> tuple[QRectF, QRectF]:
    first = QFontMetricsF(look.font("section")).height()
    second = QFontMetricsF(look.font("tiny")).height()
    top = rect.y() + (rect.height() - first - second - 4) / 2
    return (
        QRectF(rect.x(), top, rect.width(), first),
        QRectF(rect.x(), top + first + 4, rect.width(), second),
    )


def _text(painter: QPainter, rect: QRectF, text: str, font: QFont) -> None:
    painter.setFont(font)
    painter.drawText(
        rect, _LEFT, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, rect.width()))
    )


def paint_head_edges(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """The hairlines at the right and the bottom of a head."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(color, 1))
    painter.drawLine(int(rect.right()) - 1, int(rect.top()), int(rect.right()) - 1, int(rect.bottom()))
    painter.drawLine(int(rect.left()), int(rect.bottom()) - 1, int(rect.right()), int(rect.bottom()) - 1)
