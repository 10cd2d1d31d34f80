"""The reports page: the store in figures, how the lists overlap, how good they are, how sure the merges are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from steward.domain.history import Subject
from steward.ui.page import Page, PageContext
from steward.ui.pages.reports.list_cards import OverlapCard, QualityCard
from steward.ui.pages.reports.sure_cards import AccuracyCard, FigureCard, OwnWorkCard
from steward.ui.pages.review.subset import Subset
from steward.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from steward.workspace.upkeep.report_views import ListQuality, OwnWork, StoreReport
    from steward.workspace.views import ClusterId

FIGURES, CHECKED = 4, 10


class ReportsPage(Page):
    """Everything is counted in the background, each time the page is looked at after a change."""

    page_id = "reports"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = context.look
        self._report: StoreReport | None = None
        self._quality: ListQuality | None = None
        self._is_stale = True
        self.figures = [FigureCard(context) for _ in range(FIGURES)]
        self.overlap, self.quality = OverlapCard(context), QualityCard(context)
        self.accuracy, self.own = AccuracyCard(context), OwnWorkCard(context)
        self.empty = EmptyState(look, "chart-column")
        self._build()
        self.empty.asked.connect(self._on_empty)
        self.own.check_asked.connect(self.check_earlier_answers)

    def title(self) -> str:
        return self.tr("Reports")

    def first_focus(self) -> QWidget:
        return self._area

    def activated(self, **_arguments: object) -> None:
        """Count anew when something changed since the last look."""
        if self._is_stale:
            self._read()

    def refresh(self, subjects: frozenset[Subject]) -> None:
        """Decisions change no value of a list, so its quality is counted again only when lists came or went."""
        self._is_stale = True
        if Subject.RECORDS in subjects:
            self._quality = None
        if self.isVisible():
            self._read()

    def retranslate(self) -> None:
        self.empty.set_content(
            self.tr("Reports compare lists. Load the lists of your departments first."), self.tr("Load a list")
        )
        for card in (self.overlap, self.quality, self.accuracy, self.own):
            card.retranslate()
        self._show_figures()

    def check_earlier_answers(self) -> None:
        """A few of the steward's own answers, in the review page, blind; answering changes nothing else."""
        workspace = self.context.workspace
        self.context.jobs.read(lambda: workspace.gold_questions(CHECKED), self._on_gold)

    def _on_gold(self, ids: list[ClusterId]) -> None:
        if not ids:
            self.context.toast(self.tr("Every answer that can be checked was checked already."))
            return
        title = self.tr("%Ln earlier answers", "", len(ids))
        self.context.navigate("review", subset=Subset(title, tuple(ids), self.page_id, is_blind=True))

    def _read(self) -> None:
        self._is_stale = False
        workspace = self.context.workspace
        self.context.jobs.read(lambda: (workspace.report(), workspace.own_work()), self._on_read)

    def _on_read(self, found: tuple[StoreReport, OwnWork]) -> None:
        self._report, own = found
        self._stack.setCurrentWidget(self._area if self._report.sources else self.empty)
        self.overlap.show_report(self._report)
        if self._quality is None:
            self.context.jobs.read(self.context.workspace.list_quality, self._on_quality)
        else:
            self._on_quality(self._quality)
        self.accuracy.show_report(self._report)
        self.own.show_work(own)
        self._show_figures()

    def _on_quality(self, quality: ListQuality) -> None:
        self._quality = quality
        if self._report is not None:
            self.quality.show_quality(self._report, quality)

    def _show_figures(self) -> None:
        report, language = self._report, self.context.language
        if report is None:
            return
        merged = report.record_count - report.customer_count
        share = merged / report.record_count if report.record_count else 0.0
        shown = (
            (self.tr("Records"), report.record_count, self.tr("in %Ln lists", "", len(report.sources))),
            (
                self.tr("Customers"),
                report.customer_count,
                self.tr("{count} of them joined from several records").format(
                    count=language.number(report.joined_customer_count)
                ),
            ),
            (
                self.tr("Duplicates merged"),
                merged,
                self.tr("{share} of all records").format(share=language.percent(share, 1)),
            ),
            (
                self.tr("Clusters to decide"),
                report.open_clusters,
                self.tr("%Ln records are in them", "", report.waiting_records),
            ),
        )
        for card, (title, figure, caption) in zip(self.figures, shown, strict=True):
            card.show_figure(title, language.number(figure), caption)

    def _on_empty(self) -> None:
        self.context.navigate("lists", choose=True)

    def _build(self) -> None:
        look = self.context.look
        figures, sure = QHBoxLayout(), QHBoxLayout()
        for row in (figures, sure):
            row.setSpacing(look.s3)
        for card in self.figures:
            figures.addWidget(card, 1)
        sure.addWidget(self.accuracy, 1)
        sure.addWidget(self.own, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(look.s4, look.s4, look.s4, look.s4)
        column.setSpacing(look.s3)
        column.addLayout(figures)
        column.addWidget(self.overlap)
        column.addWidget(self.quality)
        column.addLayout(sure)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setProperty("role", "focusable")
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("Reports"))
        self._area.setWidget(content)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
