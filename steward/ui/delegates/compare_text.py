"""One line of text with the letters that differ marked, in any script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF, QTextLayout, QTextOption

from steward.ui.widgets.text import paint_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARK_TINT = 0.20
_UNDERLINE = 2.0
_ELLIPSIS = "…"
#: Absolute: right-to-left names start at the left edge too, where the eye looks for the value beside its symbol.
_PLAIN = (
    Qt.AlignmentFlag.AlignVCenter
    | Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.TextFlag.TextSingleLine
)

Span = tuple[int, int]


def elide_spans(text: str, elided: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans of ``text`` as they fall on its elided form; letters that were cut out mark the ellipsis."""
    if elided == text or _ELLIPSIS not in elided:
        return tuple(spans)
    head = elided.index(_ELLIPSIS)
    tail = len(elided) - head - 1

    def place(position: int, *, is_end: bool) -> int:
        if position <= head:
            return position
        if tail and position >= len(text) - tail:
            return len(elided) - (len(text) - position)
        return head + 1 if is_end else head

    return tuple((place(start, is_end=False), place(end, is_end=True)) for start, end in spans)


def paint_marked_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    spans: tuple[Span, ...],
    font: QFont,
    color: QColor,
    mark: QColor,
    elide: Qt.TextElideMode,
) -> None:
    """Paint one line, vertically centred. ``spans`` get a tint and an underline, empty ones a triangle."""
    metrics = QFontMetricsF(font)
    line_text = " ".join(text.splitlines()) if "\n" in text or "\r" in text else text
    elided = metrics.elidedText(line_text, elide, rect.width())
    if not spans:
        painter.setFont(font)
        painter.setPen(color)
        paint_text(painter, rect, int(_PLAIN), elided)
        return
    layout = QTextLayout(elided, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    # A right-to-left line is aligned to the end of its width; one as wide as the text starts at the left edge,
    # where the eye looks for the value beside its symbol.
    line.setLineWidth(metrics.horizontalAdvance(elided) + 1)
    layout.endLayout()
    top = rect.y() + (rect.height() - line.height()) / 2
    edges = [
        (start, end, *_edges(line.cursorToX(start), line.cursorToX(end)))
        for start, end in elide_spans(line_text, elided, spans)
    ]
    _paint_marks(painter, rect.x(), top, line.height(), edges, mark)
    painter.setPen(color)
    layout.draw(painter, QPointF(rect.x(), top))


def _edges(start: object, end: object) -> tuple[float, float]:
    # PySide answers cursorToX with a number or with (number, cursor position), by version.
    first, last = (float(x[0]) if isinstance(x, tuple) else float(str(x)) for x in (start, end))
    return (first, last) if first <= last else (last, first)


def _paint_marks(
    painter: QPainter, x: float, top: float, height: float, edges: list[tuple[int, int, float, float]], mark: QColor
) -> None:
    tint = QColor(mark)
    tint.setAlphaF(_MARK_TINT)
    bottom = top + height
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for start, end, left, right in edges:
        if start == end:
            painter.setBrush(mark)
            middle = x + left
            painter.drawPolygon(
                QPolygonF(
                    [QPointF(middle, bottom - 4), QPointF(middle - 4, bottom + 2), QPointF(middle + 4, bottom + 2)]
                )
            )
            continue
        painter.setBrush(tint)
        painter.drawRoundedRect(QRectF(x + left, top, right - left, height), 2, 2)
        painter.setPen(QPen(mark, _UNDERLINE))
        painter.drawLine(QPointF(x + left + 0.5, bottom), QPointF(x + right - 0.5, bottom))
        painter.setPen(Qt.PenStyle.NoPen)
    painter.restore()
