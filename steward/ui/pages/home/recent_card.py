"""Recently: the last few decisions, loads and the last match run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from steward.ui.widgets.card import Card
from steward.ui.widgets.text import Text
from steward.ui.words.labels import decision_icon
from steward.ui.words.sentences import decision_sentence

if TYPE_CHECKING:
    from datetime import datetime

    from steward.ui.page import PageContext
    from steward.workspace.decisions.log_views import DecisionView
    from steward.workspace.views import StoreSummary

#: Lines that have room in any window, and in a tall one.
FEWEST, SHOWN = 3, 12


class RecentCard(Card):
    """A line for each: icon, sentence, when."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent=parent)
        look = context.look
        self._context = context
        self._rows: list[tuple[QWidget, QLabel, Text, Text]] = []
        self._filled, self._most = 0, FEWEST
        self._none = Text(look, "", tone="text2", wraps=True)
        self.body.setSpacing(look.s1)
        for _ in range(SHOWN):
            row = QWidget(self)
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(look.s2)
            icon = QLabel(row)
            icon.setFixedWidth(look.px(18))
            text = Text(look, "", elides=Qt.TextElideMode.ElideRight)
            when = Text(look, "", "small", tone="text3", tabular=True)
            layout.addWidget(icon)
            layout.addWidget(text, 1)
            layout.addWidget(when)
            self._rows.append((row, icon, text, when))
            self.body.addWidget(row)
        self.body.addWidget(self._none)
        self.body.addStretch(1)

    def show_events(self, summary: StoreSummary, decisions: list[DecisionView], now: datetime) -> None:
        """The newest first, the match run among them."""
        self.set_title(self.tr("Recently"))
        language, look = self._context.language, self._context.look
        mask = self._context.mask
        lines = [(one.decided_at, decision_icon(one.kind), decision_sentence(one, mask)) for one in decisions]
        if summary.last_match_at is not None:
            match_run = self.tr("Match run over %Ln records", "", summary.last_match_records)
            lines.append((summary.last_match_at, "refresh-cw", match_run))
        lines.sort(key=lambda entry: entry[0].timestamp(), reverse=True)
        for (_, icon, text, when), (moment, icon_name, sentence) in zip(self._rows, lines, strict=False):
            icon.setPixmap(look.pixmap(icon_name, "text2", 16))
            text.setText(sentence)
            when.setText(language.when(moment, now))
        self._filled = min(len(lines), len(self._rows))
        self._fit()
        self._none.setVisible(not lines)
        self._none.setText(self.tr("Nothing has happened yet."))

    def set_most(self, most: int) -> None:
        """Tell at most so many events."""
        self._most = most
        self._fit()

    def _fit(self) -> None:
        shown = min(self._filled, self._most)
        for place, (row, *_) in enumerate(self._rows):
            row.setVisible(place < shown)
