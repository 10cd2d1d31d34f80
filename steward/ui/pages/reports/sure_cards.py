"""The cards about how sure the merges are, and about the work of the steward who looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.card import Card
from steward.ui.widgets.text import Text, line

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from steward.ui.page import PageContext
    from steward.workspace.upkeep.report_views import Estimate, OwnWork, StoreReport

SECONDS_PER_HOUR = 3600


class FigureCard(Card):
    """One number and what it counts."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent=parent)
        self._words = Text(context.look, "", "section", wraps=True)
        self.figure = Text(context.look, "–", "figure", tabular=True)
        self._caption_below = Text(context.look, "", "small", tone="text2", wraps=True)
        for text in (self._words, self.figure, self._caption_below):
            self.body.addWidget(text)
        self.body.addStretch(1)

    def show_figure(self, title: str, figure: str, caption: str) -> None:
        """The number with its words."""
        self._words.setText(title)
        self.setAccessibleName(title)
        self.figure.setText(figure)
        self._caption_below.setText(caption)
        self.setAccessibleDescription(f"{figure} {caption}")


class AccuracyCard(Card):
    """The living estimate of false merges and missed duplicates, each with its interval."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent=parent)
        look = context.look
        self._language = context.language
        self._report: StoreReport | None = None
        self._titles = [Text(look, "", weight=600, wraps=True) for _ in range(2)]
        self._figures = [Text(look, "", "heading", tabular=True) for _ in range(2)]
        self._notes = [Text(look, "", "small", tone="text2", wraps=True) for _ in range(2)]
        for place, parts in enumerate(zip(self._titles, self._figures, self._notes, strict=True)):
            if place:
                self.body.addWidget(line())
            for part in parts:
                self.body.addWidget(part)
        self.body.addStretch(1)

    def show_report(self, report: StoreReport) -> None:
        """Show the estimates of a store."""
        self._report = report
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.set_title(self.tr("How sure the merges are"))
        self._titles[0].setText(self.tr("False merges"))
        self._titles[1].setText(self.tr("Missed duplicates"))
        report = self._report
        if report is None:
            return
        self._show(
            0,
            report.false_merges,
            self.tr("of what was decided blind would have been merged wrongly: {errors} of {judged}."),
            self.tr("No sample was decided blind yet; draw one under Settings, Semi-automatic merging."),
        )
        self._show(
            1,
            report.missed,
            self.tr("of what was asked about and stood apart was one customer all the same: {errors} of {judged}."),
            self.tr(
                "No question about a pair outside the queue was answered yet; ask a few, or check earlier answers."
            ),
        )

    def _show(self, place: int, found: Estimate | None, sentence: str, missing: str) -> None:
        language = self._language
        if found is None:
            self._figures[place].setText(self.tr("Not enough decisions yet"))
            self._notes[place].setText(missing)
            return
        interval = self.tr("{share} ({low} to {high}, 95 % sure)").format(
            share=language.percent(found.share, 1),
            low=language.percent(found.low, 1),
            high=language.percent(found.high, 1),
        )
        self._figures[place].setText(interval)
        self._notes[place].setText(
            sentence.format(errors=language.number(found.errors), judged=language.number(found.judged))
        )


class OwnWorkCard(Card):
    """Pace and consistency of the steward who looks; nobody else sees them. ``check_asked`` by the button."""

    check_asked = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent=parent)
        look = context.look
        self._language = context.language
        self._work: OwnWork | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.s4)
        self._grid.setVerticalSpacing(look.s2)
        self._grid.setColumnStretch(1, 1)
        self._labels = [Text(look, "", tone="text2", wraps=True) for _ in range(4)]
        self._values = [Text(look, "", weight=500, tabular=True, wraps=True) for _ in range(4)]
        for row, (label, value) in enumerate(zip(self._labels, self._values, strict=True)):
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(value, row, 1)
        self._private = Text(look, "", "small", tone="text3", wraps=True)
        self.button = KeyButton(look, icon="eye-off")
        self.button.clicked.connect(self.check_asked)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        self.body.addLayout(self._grid)
        self.body.addLayout(buttons)
        self.body.addWidget(self._private)
        self.body.addStretch(1)

    def show_work(self, work: OwnWork) -> None:
        """Show a steward's own figures."""
        self._work = work
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        work, number = self._work, self._language.number
        self.set_title(self.tr("Your work"), work.steward if work else "")
        self._private.setText(self.tr("Only you see this; it is worked out from the log each time and kept nowhere."))
        self.button.set_content(self.tr("Check 10 earlier answers blind"))
        self.button.setEnabled(work is not None and work.in_all > 0)
        names = (self.tr("Decisions"), self.tr("Pace"), self.tr("Taken back"), self.tr("Consistency"))
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        if work is None:
            return
        self._values[0].setText(
            self.tr("{today} today · {week} in 7 days · {month} in 30 days").format(
                today=number(work.today), week=number(work.last_week), month=number(work.last_month)
            )
        )
        self._values[1].setText(self._pace(work))
        self._values[2].setText(
            self.tr("{count} of {all}").format(count=number(work.taken_back), all=number(work.in_all))
        )
        self._values[3].setText(
            self.tr("{agreeing} of {repeated} answers given twice agree").format(
                agreeing=number(work.agreeing), repeated=number(work.repeated)
            )
            if work.repeated
            else self.tr("Not enough decisions yet")
        )

    def _pace(self, work: OwnWork) -> str:
        if work.seconds is None:
            return self.tr("Not enough decisions yet")
        per_hour = round(SECONDS_PER_HOUR / max(work.seconds, 1.0))
        return self.tr("{span} per decision, about {count} an hour").format(
            span=self._language.span(work.seconds), count=self._language.number(per_hour)
        )
