"""The why card: a sentence, then signed bars, then what would change the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from steward.ui.models.evidence_bars import charts_of, pixels_per_bit
from steward.ui.pages.review.evidence_chart import EvidenceChartView
from steward.ui.widgets.text import Text, line
from steward.ui.words.masking import Mask
from steward.ui.words.sentences import flip_sentence, reason_sentence, veto_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.models.evidence_bars import EvidenceChart
    from steward.workspace.review.review_draft import ReviewDraft

MOST_PIXELS_PER_BIT = 20.0
STACKED_BELOW = 620
_HEAD = 40
#: Frame above and below, and the hairline under the sentence.
_EDGES = 4


class FootLine(QWidget):
    """An icon and a sentence under a chart; hidden while there is nothing to say."""

    def __init__(self, look: Look, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._icon_name = look, icon
        self._icon = QLabel(self)
        self._text = Text(look, "", "small", tone="text2", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        look.changed.connect(self._dress)
        self._dress()

    def show_sentence(self, sentence: str) -> None:
        """Say it, or nothing."""
        self._text.setText(sentence)
        self.setVisible(bool(sentence))

    def _dress(self) -> None:
        self._icon.setPixmap(self._look.pixmap(self._icon_name, "text2", 14))


class ChartColumn(QWidget):
    """A chart with the lines under it: what would change the verdict, and what forbids the merge."""

    def __init__(self, look: Look, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.chart = EvidenceChartView(look, language, self)
        self._flip = FootLine(look, "arrow-up-down", self)
        self._veto = FootLine(look, "shield-alert", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.chart, self._flip, self._veto):
            column.addWidget(part)
        column.addStretch(1)

    def show_chart(self, chart: EvidenceChart | None, flip: str = "", veto: str = "") -> None:
        """A chart and what to know about it; without any of them the column is not there."""
        self.chart.set_chart(chart)
        self._flip.show_sentence(flip)
        self._veto.show_sentence(veto)
        self.setVisible(chart is not None or bool(flip or veto))


class WhyCard(QFrame):
    """Shows the evidence of a draft; follows which members are in."""

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._charts: tuple[EvidenceChart, ...] = ()
        self._draft: ReviewDraft | None = None
        self._is_blind = False
        self._mask = Mask.OFF
        self._icon = QLabel(self)
        self._sentence = Text(look, "", weight=600, wraps=True)
        self._body = QWidget(self)
        self._columns = (ChartColumn(look, language, self._body), ChartColumn(look, language, self._body))
        self._divider = line(is_vertical=True, parent=self._body)
        self._scroll = QScrollArea(self)
        self._rule = line(parent=self)
        self._build()
        look.changed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._sentence, 1)
        self._head = QWidget(self)
        self._head.setLayout(head)
        self._head.setMinimumHeight(_HEAD - 2)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._row.setContentsMargins(15, 6, 15, 6)
        self._row.setSpacing(20)
        self._row.addWidget(self._columns[0], 1)
        self._row.addWidget(self._divider)
        self._row.addWidget(self._columns[1], 1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._body)
        # Its own minimum would squeeze the sentence, which goes first.
        self._scroll.setMinimumHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        inset = QHBoxLayout()
        inset.setContentsMargins(11, 0, 11, 0)
        inset.addWidget(self._rule)
        column.addLayout(inset)
        column.addWidget(self._scroll, 1)

    def show_draft(self, draft: ReviewDraft) -> None:
        """The evidence as it stands with the members that are in."""
        self._draft = draft
        if self._is_blind:
            self._show_nothing()
            return
        view = draft.view
        self._charts = tuple(chart.masked(self._mask) for chart in charts_of(view, draft.included_numbers))
        sentence = reason_sentence(view.reasons) or self.tr("These rows were put together by their values.")
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        flip = flip_sentence(view.flip) if view.flip is not None else ""
        veto = veto_sentence(view.vetoes)
        first, second = (*self._charts, None, None)[:2]
        # A lone chart has the whole width, and everything that is to be said stands under it.
        is_alone = second is None
        self._columns[0].show_chart(first, flip, veto if is_alone else "")
        self._columns[1].show_chart(second, veto="" if is_alone else veto)
        self._place_columns()
        self.updateGeometry()

    def set_mask(self, mask: Mask) -> None:
        """Mask numbers of people in the next draft that is shown, or show them."""
        self._mask = mask

    def wait_a_turn(self) -> None:
        """Paint the bars after the rest: who looks at another cluster decides by the grid and the sentence first."""
        for column in self._columns:
            column.chart.wait_a_turn()

    def set_blind(self, *, is_blind: bool) -> None:
        """Say nothing until the steward asks."""
        if is_blind == self._is_blind:
            return
        self._is_blind = is_blind
        self.retranslate()

    def retranslate(self) -> None:
        """The same evidence in the language in force."""
        if self._draft is not None:
            self.show_draft(self._draft)

    def _show_nothing(self) -> None:
        self._charts = ()
        self._sentence.setText(self.tr("Blind: lean to an answer first, then look why. The score is hidden as well."))
        self.setAccessibleName(self._sentence.text())
        for column in self._columns:
            column.show_chart(None)
        self._place_columns()
        self.updateGeometry()

    @property
    def has_more(self) -> bool:
        """True when there is something to show under the sentence."""
        return any(not column.isHidden() for column in self._columns)

    def height_wanted(self) -> int:
        """The height at which nothing has to scroll."""
        if not self.has_more:
            return self.least_height()
        spread = self._spread()
        return self.least_height() + _EDGES + self._row.totalSizeHint().height() - spread

    def most_height(self) -> int:
        """The height at which its lines stand apart as far as they may; more would be empty."""
        return self.height_wanted() + self._beyond_least(EvidenceChartView.most_height)

    def least_height(self) -> int:
        """The sentence alone."""
        width = max(100, self.width() - 60)
        return max(_HEAD, self._sentence.heightForWidth(width) + 14)

    def sizeHint(self) -> QSize:
        return QSize(600, self.height_wanted())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_columns()

    def _place_columns(self) -> None:
        """Side by side, or one over the other where the card is narrow."""
        is_stacked = self.width() < self._look.px(STACKED_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if is_stacked else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)
        self._divider.setVisible(not is_stacked and len(self._charts) > 1)
        is_open = self.has_more and self.height() > self.least_height() + _EDGES
        for part in (self._rule, self._scroll):
            part.setVisible(is_open)
        self._share_scale()
        self._share_spare_height()

    def _share_spare_height(self) -> None:
        """Lines move apart where the card is taller than it has to be."""
        spare = self.height() - self.height_wanted()
        for column in self._columns:
            column.chart.set_spare_height(spare)

    def _spread(self) -> int:
        """How much the lines stand apart already."""
        return self._beyond_least(lambda chart: chart.sizeHint().height())

    def _beyond_least(self, height: Callable[[EvidenceChartView], int]) -> int:
        spreads = [height(c.chart) - c.chart.least_height() for c in self._columns if not c.isHidden()]
        is_row = self._row.direction() == QBoxLayout.Direction.LeftToRight
        return max(spreads, default=0) if is_row else sum(spreads)

    def _share_scale(self) -> None:
        """One unit per bit for both charts."""
        if not self._charts:
            return
        self._row.activate()
        room = min(column.chart.bar_room() for column in self._columns[: len(self._charts)])
        scale = pixels_per_bit(self._charts, room, MOST_PIXELS_PER_BIT)
        for column in self._columns:
            column.chart.set_scale(scale)

    def _dress(self) -> None:
        self._icon.setPixmap(self._look.pixmap("info", "accent", 16))
