"""One column looked at closely: how its values are made, which are frequent, the shortest and the longest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from steward.ui.pages.lists.box_scroll import BoxScroll
from steward.ui.pages.lists.hand_kinds import HandKind, hand_icon, hand_label, kind_of_rule
from steward.ui.pages.lists.profile_words import PARTS, part_label
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.quality_bar import paint_quality_bar
from steward.ui.widgets.text import Text, line
from steward.ui.words.attributes import target_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.workspace.lists.list_views import ColumnPreview, ColumnProfile

_LISTED = 6


class ColumnPanel(BoxScroll):
    """``rows_asked(header, part)`` when the rows of a part of the quality bar are to be seen.

    ``by_hand_asked(header, kind)`` when the column is to be given a meaning by hand.
    """

    rows_asked = Signal(str, int)
    by_hand_asked = Signal(str, object)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._column: ColumnPreview | None = None
        self._target = ""
        look.changed.connect(self.retranslate)

    def show_column(self, column: ColumnPreview, target: str) -> None:
        """Look at this column, which becomes the target."""
        if (column, target) != (self._column, self._target):
            self._column, self._target = column, target
            self.retranslate()

    def retranslate(self) -> None:
        """Make every text anew."""
        column, look = self._column, self._look
        if column is None:
            return
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(look.s4, look.s2, look.s4, look.s3)
        layout.setSpacing(look.s2)
        layout.addWidget(Text(look, column.header, "section", wraps=True))
        layout.addWidget(Text(look, target_label(self._target), "small", tone="text2", wraps=True))
        layout.addLayout(self._by_hand(column.header))
        counts = (column.valid, column.doubtful, column.empty)
        layout.addWidget(_Bar(look, counts))
        layout.addLayout(self._parts(column, counts))
        if column.profile is not None:
            self._add_profile(layout, column.profile)
        layout.addStretch(1)
        self.show_body(body)

    def _by_hand(self, header: str) -> QVBoxLayout:
        """What can be made of the column beyond the list of attributes; the form it was made in comes first."""
        made = kind_of_rule(self._target)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        for kind in sorted(HandKind, key=lambda kind: kind is not made):
            button = KeyButton(self._look, hand_label(kind), icon=hand_icon(kind), kind="link")
            button.clicked.connect(lambda _on=False, kind=kind: self.by_hand_asked.emit(header, kind))
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            lines.addLayout(row)
        return lines

    def _parts(self, column: ColumnPreview, counts: Sequence[int]) -> QVBoxLayout:
        """One line for each part of the bar; a part that has rows is a way to them."""
        lines = QVBoxLayout()
        lines.setSpacing(0)
        for place, (part, count) in enumerate(zip(PARTS, counts, strict=True)):
            text = f"{self._language.number(count)} {part_label(part)}"
            row = QHBoxLayout()
            if count and column.profile is not None:
                button = KeyButton(self._look, text, kind="link")
                button.setAccessibleName(self.tr("Show the rows: {what}").format(what=text))
                button.clicked.connect(lambda _on=False, place=place: self.rows_asked.emit(column.header, place))
                row.addWidget(button)
            else:
                row.addWidget(Text(self._look, text, "body", tone="text2", tabular=True))
            row.addStretch(1)
            lines.addLayout(row)
        return lines

    def _add_profile(self, layout: QVBoxLayout, profile: ColumnProfile) -> None:
        number = self._language.number
        distinct = self.tr("%Ln different values in {filled} filled rows", "", profile.distinct)
        layout.addWidget(
            Text(self._look, distinct.format(filled=number(profile.filled)), "small", tone="text2", wraps=True)
        )
        self._add_table(layout, self.tr("Most frequent"), profile.top)
        self._add_table(layout, self.tr("Make: 9 a digit, A a capital, a a letter"), profile.patterns)
        lengths = [(self.tr("Shortest"), profile.shortest), (self.tr("Longest"), profile.longest)]
        layout.addWidget(line())
        for title, value in lengths:
            layout.addWidget(Text(self._look, title, "small", tone="text2", weight=600))
            layout.addWidget(Text(self._look, value or "–", tabular=True, elides=Qt.TextElideMode.ElideMiddle))

    def _add_table(self, layout: QVBoxLayout, title: str, rows: Sequence[tuple[str, int]]) -> None:
        if not rows:
            return
        layout.addWidget(line())
        layout.addWidget(Text(self._look, title, "small", tone="text2", weight=600, wraps=True))
        grid = QGridLayout()
        grid.setSpacing(self._look.s1)
        for place, (value, count) in enumerate(rows[:_LISTED]):
            grid.addWidget(Text(self._look, value, tabular=True, elides=Qt.TextElideMode.ElideRight), place, 0)
            figure = Text(self._look, self._language.number(count), "small", tone="text2", tabular=True)
            grid.addWidget(figure, place, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        layout.addLayout(grid)


class _Bar(QWidget):
    def __init__(self, look: Look, counts: tuple[int, int, int]) -> None:
        super().__init__()
        self._look, self._counts = look, counts
        self.setFixedHeight(14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_quality_bar(painter, self.rect(), self._counts, self._look)
        painter.end()
