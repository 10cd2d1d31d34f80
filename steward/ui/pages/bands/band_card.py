"""The card in which a band and the share of errors to rule out are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QWidget

from steward.ui.pages.bands.words import share_text
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.card import Card
from steward.ui.widgets.text import Text, line

if TYPE_CHECKING:
    from steward.ui.page import PageContext
    from steward.workspace.review.band_views import BandCount

#: What a band can begin and end at; probabilities of 1 lie in a band that has no upper end.
EDGES = (0.999, 0.995, 0.99, 0.98, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5)
OPEN_END = 2.0
LIMITS = (0.05, 0.02, 0.01, 0.005)
USUAL_EDGE, USUAL_LIMIT = 0.99, 0.01


class BandCard(Card):
    """``band_changed`` when another band or limit is chosen, ``draw_asked`` by the button."""

    band_changed = Signal()
    draw_asked = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent=parent)
        look = context.look
        self._language, self._size_for = context.language, context.workspace.sample_size
        self._count: BandCount | None = None
        self.low, self.high, self.limit = QComboBox(), QComboBox(), QComboBox()
        self._labels = [Text(look, "", tone="text2") for _ in range(3)]
        self._eligible = Text(look, "", "heading", tabular=True)
        self._left_out = Text(look, "", "small", tone="text2", wraps=True)
        self._how = Text(look, "", tone="text2", wraps=True)
        self.draw_button = KeyButton(look, icon="list-checks")
        self.retranslate()
        self.low.setCurrentIndex(EDGES.index(USUAL_EDGE))
        self.limit.setCurrentIndex(LIMITS.index(USUAL_LIMIT))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.s3)
        grid.setVerticalSpacing(look.s2)
        grid.setColumnStretch(1, 1)
        for row, (label, box) in enumerate(zip(self._labels, (self.low, self.high, self.limit), strict=True)):
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
            label.setBuddy(box)
            box.currentIndexChanged.connect(self._on_chosen)
        self.body.addLayout(grid)
        self.body.addWidget(line())
        for widget in (self._eligible, self._left_out, self._how):
            self.body.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.draw_button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.draw_button.clicked.connect(self.draw_asked)

    @property
    def band(self) -> tuple[float, float]:
        """(from, below)."""
        return EDGES[max(0, self.low.currentIndex())], (OPEN_END, *EDGES)[max(0, self.high.currentIndex())]

    @property
    def chosen_limit(self) -> float:
        """The share of errors to rule out."""
        return LIMITS[max(0, self.limit.currentIndex())]

    @property
    def sample_size(self) -> int:
        """How many clusters are to be decided."""
        return self._size_for(self.chosen_limit)

    def show_count(self, count: BandCount | None) -> None:
        """How many clusters the band has; None while that is being found out."""
        self._count = count
        self._show()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.set_title(self.tr("A band of match strength"))
        language = self._language
        names = (self.tr("From"), self.tr("To below"), self.tr("Errors at most"))
        edges = [share_text(edge, language) for edge in EDGES]
        limits = [
            self.tr("{share}: decide {count}").format(
                share=share_text(limit, language), count=language.number(self._size_for(limit))
            )
            for limit in LIMITS
        ]
        texts = (edges, [self.tr("100 %, no upper end"), *edges], limits)
        for label, name, box, entries in zip(
            self._labels, names, (self.low, self.high, self.limit), texts, strict=True
        ):
            label.setText(name)
            box.setAccessibleName(name)
            place = max(0, box.currentIndex())
            box.blockSignals(True)
            box.clear()
            box.addItems(entries)
            box.setCurrentIndex(place)
            box.blockSignals(False)
        self._show()

    def _show(self) -> None:
        count, number = self._count, self._language.number
        low, high = self.band
        if count is None:
            self._eligible.setText(self.tr("Counting …") if low < high else self.tr("No band"))
            self._left_out.setText("")
        else:
            self._eligible.setText(self.tr("%Ln clusters", "", count.eligible))
            left_out = count.open_clusters - count.eligible
            self._left_out.setVisible(left_out > 0)
            self._left_out.setText(
                self.tr(
                    "{left_out} of {all} open clusters of the band stay out: a veto, a pair set apart, or two "
                    "customers that were both confirmed already."
                ).format(left_out=number(left_out), all=number(count.open_clusters))
            )
        has_enough = count is not None and count.eligible >= self.sample_size
        if count is not None and not has_enough:
            self._how.setText(
                self.tr(
                    "Ruling out more than {share} errors takes {size} clusters. Widen the band or allow more errors."
                ).format(share=share_text(self.chosen_limit, self._language), size=number(self.sample_size))
            )
        else:
            self._how.setText(
                self.tr(
                    "They are drawn at random and decided without seeing the score. Without an error among {size} the "
                    "band has fewer than {share} errors, 95 % sure."
                ).format(share=share_text(self.chosen_limit, self._language), size=number(self.sample_size))
            )
        self.draw_button.set_content(self.tr("Draw {size} clusters").format(size=number(self.sample_size)))
        self.draw_button.setEnabled(has_enough)

    def _on_chosen(self) -> None:
        self._count = None
        self._show()
        self.band_changed.emit()
