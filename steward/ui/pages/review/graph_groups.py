"""The picture of a large cluster: one line per group of near-identical members, linked by bows at the left."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from steward.domain.pairs import Strength
from steward.ui.models.queue_texts import records_text
from steward.ui.widgets.text import paint_text
from steward.ui.words.attributes import attribute_in_sentence
from steward.ui.words.labels import strength_label, strength_token

if TYPE_CHECKING:
    from steward.ui.look import Look
    from steward.ui.models.member_groups import Grouping, MemberGroup

translate = QCoreApplication.translate

_PENS = {
    Strength.ALMOST_CERTAIN: (3.0, Qt.PenStyle.SolidLine),
    Strength.LIKELY: (2.0, Qt.PenStyle.SolidLine),
    Strength.UNCLEAR: (1.5, Qt.PenStyle.DashLine),
}
#: Where bows end and circles stand; how wide a bow reaches out at most, and how tall a line is.
_CIRCLES, _REACH, _LINE = 78, 56.0, 40
_LARGEST, _SMALLEST = 12.0, 3.0
_EDGE = 16


def strength_pen(strength: Strength, look: Look) -> QPen:
    """How a link of this strength is drawn."""
    width, style = _PENS[strength]
    return QPen(look.color(strength_token(strength)), width, style)


def paint_groups(painter: QPainter, area: QRectF, grouping: Grouping, current: int | None, look: Look) -> None:
    """The sentence, the groups from the largest with their bows, and the cut above those that are left out."""
    sentence = _sentence_area(area, grouping, look)
    painter.setFont(look.font("small"))
    painter.setPen(look.color("text2"))
    painter.drawText(sentence, int(Qt.TextFlag.TextWordWrap), _sentence(grouping))
    lines = _lines(area, grouping, look)
    circles = [QPointF(look.px(_CIRCLES), line.center().y()) for line in lines]
    for link in sorted(grouping.links, key=lambda link: link.explanation.match_weight):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(strength_pen(link.explanation.strength, look))
        painter.drawPath(_bow(circles[link.first], circles[link.second], len(lines)))
    most = max(len(group.numbers) for group in grouping.groups)
    for place, (group, line) in enumerate(zip(grouping.groups, lines, strict=True)):
        radius = max(_SMALLEST, _LARGEST * math.sqrt(len(group.numbers) / most))
        _paint_group(painter, line, circles[place], radius, group, look)
        if place == current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("focus"), 2))
            painter.drawRoundedRect(line.adjusted(look.px(_CIRCLES) - 18, 2, -_EDGE / 2, -2), 6, 6)
    first_out = next((place for place, group in enumerate(grouping.groups) if group.is_out), 0)
    if first_out:
        pen = QPen(look.color("conflict"), 2)
        pen.setDashPattern([4, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(8, lines[first_out].top()), QPointF(area.right() - 8, lines[first_out].top()))


def place_at(grouping: Grouping, area: QRectF, position: QPointF, look: Look) -> int | None:
    """The group under the pointer."""
    lines = _lines(area, grouping, look)
    return next((place for place, line in enumerate(lines) if line.contains(position)), None)


def groups_phrase(grouping: Grouping) -> str:
    """The picture in words, for a screen reader."""
    return " ".join([_sentence(grouping), *(f"{_told(group)}." for group in grouping.groups)])


def group_phrase(grouping: Grouping, place: int) -> str:
    """One group and what it is linked with."""
    linked = [
        f"{_label(grouping.groups[other])} {strength_label(link.explanation.strength).lower()}"
        for link in grouping.links
        for other in ({link.first, link.second} - {place} if place in (link.first, link.second) else ())
    ]
    told = ", ".join(linked) or translate("ReviewPanel", "no link")
    return f"{_told(grouping.groups[place])}: {told}"


def _sentence(grouping: Grouping) -> str:
    count = sum(len(group.numbers) for group in grouping.groups)
    text = translate("ReviewPanel", "{count} members grouped by {attribute}; between groups only the strongest links.")
    return text.format(count=QLocale().toString(count), attribute=attribute_in_sentence(grouping.attribute))


def _told(group: MemberGroup) -> str:
    told = f"{_label(group)}, {records_text(len(group.numbers))}"
    return translate("ReviewPanel", "{group}, left out").format(group=told) if group.is_out else told


def _label(group: MemberGroup) -> str:
    if group.value is None:
        return translate("ReviewPanel", "other values")
    return group.value or translate("CompareGrid", "empty")


def _sentence_area(area: QRectF, grouping: Grouping, look: Look) -> QRectF:
    room = QRectF(area.left() + _EDGE, area.top(), max(1.0, area.width() - 2 * _EDGE), area.height())
    metrics = QFontMetricsF(look.font("small"))
    return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), _sentence(grouping))


def _lines(area: QRectF, grouping: Grouping, look: Look) -> list[QRectF]:
    top = _sentence_area(area, grouping, look).bottom() + 12
    height = min(float(look.px(_LINE)), max(1.0, area.bottom() - top) / max(1, len(grouping.groups)))
    return [QRectF(area.left(), top + place * height, area.width(), height) for place in range(len(grouping.groups))]


def _bow(first: QPointF, second: QPointF, lines: int) -> QPainterPath:
    """The farther apart, the wider."""
    upper, lower = sorted((first, second), key=QPointF.y)
    reach = _REACH * (0.5 + min(1.0, (lower.y() - upper.y()) / (lines * 24.0)))
    path = QPainterPath(upper)
    path.cubicTo(upper - QPointF(reach, 0), lower - QPointF(reach, 0), lower)
    return path


def _paint_group(painter: QPainter, line: QRectF, at: QPointF, radius: float, group: MemberGroup, look: Look) -> None:
    edge = "danger" if group.is_out else "border_strong"
    painter.setPen(QPen(look.color(edge), 1.5))
    painter.setBrush(look.color("danger_bg" if group.is_out else "surface"))
    painter.drawEllipse(at, radius, radius)
    count_font, count = look.font("small", 600, tabular=True), QLocale().toString(len(group.numbers))
    count_width = QFontMetricsF(count_font).horizontalAdvance(count)
    count_box = QRectF(line.right() - _EDGE - count_width, line.top(), count_width + 1, line.height())
    painter.setFont(count_font)
    painter.setPen(look.color("danger" if group.is_out else "text2"))
    painter.drawText(count_box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), count)
    left = at.x() + _LARGEST + 12
    room = QRectF(left, line.top(), max(0.0, count_box.left() - 10 - left), line.height())
    font = look.font("body", 500)
    painter.setFont(font)
    painter.setPen(look.color("text3" if not group.value else "text"))
    shown = QFontMetricsF(font).elidedText(_label(group), Qt.TextElideMode.ElideRight, room.width())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    paint_text(painter, room, int(flags), shown)
