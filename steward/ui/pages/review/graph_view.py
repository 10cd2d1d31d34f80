"""A small graph of the cluster: members as circles, links by strength, and the cut between who stays and who goes.

More members than can be told apart as circles are shown in groups of near-identical ones.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from steward.domain.pairs import Strength
from steward.ui.models.compare_texts import member_name
from steward.ui.models.evidence_bars import strongest_tree
from steward.ui.models.member_groups import Grouping
from steward.ui.pages.review.graph_groups import group_phrase, groups_phrase, paint_groups, place_at, strength_pen
from steward.ui.pages.review.texts import share_text
from steward.ui.widgets.badge import paint_badge
from steward.ui.words.joining import number_ranges
from steward.ui.words.labels import strength_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.words.masking import Mask
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.views import Link, MemberView

translate = QCoreApplication.translate

_NODE = 13.0
#: More members than this stand in groups.
NUMBERED = 24
#: Up to this many members every link is drawn.
MOST_WITH_ALL_LINKS = 10
_MARGIN = 34.0
_LEGEND = 26
#: Links named to a screen reader; the picture shows all.
_LINKS_NAMED = 12


def places_of(members: Sequence[MemberView], out: frozenset[int], area: QRectF) -> tuple[dict[int, QPointF], float]:
    """Where each member stands, by number: those that stay on a ring above, the others on one below the cut.

    The second answer is the height of the cut.
    """
    kept = [member.number for member in members if member.number not in out]
    left = [member.number for member in members if member.number in out]
    share = 1.0 if not left else min(0.8, max(0.45, len(kept) / max(1, len(members))))
    cut = area.top() + area.height() * share
    places = _ring(kept, QRectF(area.left(), area.top(), area.width(), cut - area.top()))
    places.update(_ring(left, QRectF(area.left(), cut, area.width(), area.bottom() - cut)))
    return places, cut


def _ring(numbers: Sequence[int], area: QRectF) -> dict[int, QPointF]:
    inner = area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    if len(numbers) == 1:
        return {numbers[0]: inner.center()}
    # Two stand beside each other, more start at the top.
    start = math.pi if len(numbers) == 2 else -math.pi / 2
    radius = max(0.0, min(inner.width(), inner.height()) / 2)
    return {
        number: inner.center() + QPointF(radius * math.cos(angle), radius * math.sin(angle))
        for place, number in enumerate(numbers)
        for angle in (start + 2 * math.pi * place / len(numbers),)
    }


class GraphView(QWidget):
    """Arrows move among the members, Enter or a click goes to the member in the grid: ``chosen(record id)``."""

    chosen = Signal(object)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._members: tuple[MemberView, ...] = ()
        self._links: tuple[Link, ...] = ()
        self._out = frozenset[int]()
        self._grouping: Grouping | None = None
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def show_draft(self, draft: ReviewDraft, mask: Mask) -> None:
        """The members as they are in or out now."""
        if tuple(draft.view.members) != self._members:
            self._current = 0
        self._members = draft.view.members
        self._out = frozenset(draft.excluded_numbers)
        links = tuple(link for link in draft.view.links if link.explanation.match_probability >= 0.5)
        # Among many, all links are one dark patch; those that hold the cluster together tell more.
        self._links = links if len(self._members) <= MOST_WITH_ALL_LINKS else strongest_tree(links)
        self._grouping = Grouping.of(draft).masked(mask) if len(self._members) > NUMBERED else None
        self._current = min(self._current, self._stops - 1)
        self.setAccessibleName(self._phrase())
        self.update()

    @property
    def current(self) -> MemberView | None:
        """The member under the focus, the first one of a group."""
        if self._grouping is not None:
            number = self._grouping.groups[self._current].numbers[0]
            return next(member for member in self._members if member.number == number)
        return self._members[self._current] if self._current < len(self._members) else None

    @property
    def grouping(self) -> Grouping | None:
        """The groups on screen, None while members stand for themselves."""
        return self._grouping

    @property
    def _stops(self) -> int:
        return len(self._grouping.groups) if self._grouping is not None else len(self._members)

    def sizeHint(self) -> QSize:
        return QSize(300, 320)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        if step is not None and self._members:
            self._current = (self._current + step) % self._stops
            self.setAccessibleDescription(self._current_phrase())
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.chosen.emit(self.current.record_id)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._grouping is not None:
            place = place_at(self._grouping, self._area(), event.position(), self._look)
            if place is not None:
                self._go_to(place)
            return
        places, _ = places_of(self._members, self._out, self._area())
        for row, member in enumerate(self._members):
            distance = places[member.number] - event.position()
            if math.hypot(distance.x(), distance.y()) <= self._look.px(round(_NODE)) + 4:
                self._go_to(row)

    def _go_to(self, stop: int) -> None:
        self._current = stop
        self.update()
        if self.current is not None:
            self.chosen.emit(self.current.record_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._grouping is not None:
            current = self._current if self.hasFocus() else None
            paint_groups(painter, self._area(), self._grouping, current, self._look)
        else:
            self._paint_members(painter)
        self._paint_legend(painter)

    def _paint_members(self, painter: QPainter) -> None:
        places, cut = places_of(self._members, self._out, self._area())
        if self._out and len(self._out) < len(self._members):
            pen = QPen(self._look.color("conflict"), 2)
            pen.setDashPattern([4, 2.5])
            painter.setPen(pen)
            painter.drawLine(QPointF(8, cut), QPointF(self.width() - 8, cut))
        # Records that are one customer already hang together whatever their values say.
        painter.setPen(QPen(self._look.color("border_strong"), 1, Qt.PenStyle.DotLine))
        for member in self._members:
            first = next(other for other in self._members if other.cin == member.cin)
            painter.drawLine(places[first.number], places[member.number])
        for link in sorted(self._links, key=lambda link: link.explanation.match_weight):
            painter.setPen(strength_pen(link.explanation.strength, self._look))
            painter.drawLine(places[link.first], places[link.second])
        for row, member in enumerate(self._members):
            self._paint_node(painter, places[member.number], member, is_current=row == self._current)

    def _area(self) -> QRectF:
        return QRectF(0, 0, self.width(), max(1, self.height() - self._look.px(_LEGEND)))

    def _paint_node(self, painter: QPainter, at: QPointF, member: MemberView, *, is_current: bool) -> None:
        look = self._look
        radius = look.px(round(_NODE))
        is_out = member.number in self._out
        has_ring = is_current and self.hasFocus()
        edge = "focus" if has_ring else ("danger" if is_out else "border_strong")
        painter.setPen(QPen(look.color(edge), 2.5 if has_ring else 1.5))
        painter.setBrush(look.color("danger_bg" if is_out else "surface"))
        painter.drawEllipse(at, radius, radius)
        painter.setFont(look.font("small", 600, tabular=True))
        painter.setPen(look.color("text"))
        painter.drawText(
            QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius),
            int(Qt.AlignmentFlag.AlignCenter),
            str(member.number),
        )
        badge = 14.0
        paint_badge(painter, QRectF(at.x() + radius * 0.55, at.y() - radius - 5, badge, badge), member.source, look)

    def _paint_legend(self, painter: QPainter) -> None:
        look = self._look
        font = look.font("tiny")
        painter.setFont(font)
        x, y = 12.0, self.height() - look.px(_LEGEND) / 2
        for strength in Strength:
            painter.setPen(strength_pen(strength, look))
            painter.drawLine(QPointF(x, y), QPointF(x + 20, y))
            painter.setPen(look.color("text2"))
            word = strength_label(strength)
            length = painter.fontMetrics().horizontalAdvance(word)
            painter.drawText(QRectF(x + 25, y - 10, length + 4, 20), int(Qt.AlignmentFlag.AlignVCenter), word)
            x += 25 + length + 14

    def _phrase(self) -> str:
        """Members, links from the strongest, and who is left out."""
        if self._grouping is not None:
            return groups_phrase(self._grouping)
        strongest = sorted(self._links, key=lambda link: -link.explanation.match_weight)[:_LINKS_NAMED]
        links = ", ".join(
            f"{link.first}–{link.second} {share_text(link.explanation.match_probability, self._language)}"
            for link in strongest
        )
        text = translate("ReviewPanel", "Graph of {count} members. Links: {links}.").format(
            count=len(self._members), links=links or translate("ReviewPanel", "none")
        )
        if self._out:
            text += " " + translate("ReviewPanel", "Left out: {members}.").format(
                members=number_ranges(tuple(self._out))
            )
        return text

    def _current_phrase(self) -> str:
        if self._grouping is not None:
            return group_phrase(self._grouping, self._current)
        member = self.current
        if member is None:
            return ""
        own = [link for link in self._links if member.number in (link.first, link.second)]
        links = ", ".join(
            f"{link.second if link.first == member.number else link.first} "
            f"{strength_label(link.explanation.strength).lower()}"
            for link in own
        )
        told = links or translate("ReviewPanel", "no link")
        return f"{member_name(member)}: {told}"
