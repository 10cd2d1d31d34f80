"""The page Lists: the overview of sources, and the way of a file into the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from steward.domain.errors import StewardError
from steward.domain.history import BY_DELIVERY, BY_MATCH, Subject
from steward.ui.dialogs.list_files import dropped_lists, list_dialog
from steward.ui.page import Page, PageContext
from steward.ui.pages.lists.delivery_desk import DeliveryDesk
from steward.ui.pages.lists.load_flow import LoadFlow
from steward.ui.pages.lists.load_report import LoadReport
from steward.ui.pages.lists.load_steps import LoadStep
from steward.ui.pages.lists.loader import Loader
from steward.ui.pages.lists.mapping_files import MappingFiles
from steward.ui.pages.lists.overview import Overview
from steward.ui.pages.lists.problem_note import ProblemNote
from steward.ui.pages.lists.steps_bar import StepsBar
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.progress import WorkStrip
from steward.ui.words.sentences import problem_sentence

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent

    from steward.domain.records import Source
    from steward.ui.pages.lists.load_plan import LoadPlan
    from steward.workspace.lists.list_views import ImportReport, ListPreview
    from steward.workspace.match_runs.run_views import MatchReport
    from steward.workspace.views import StoreSummary


class ListsPage(Page):
    """Shows one of three: the overview, a file on its way, or the report of a load."""

    page_id = "lists"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look, language = context.look, context.language
        self._is_stale = True
        self._path = Path()
        self.loader = Loader(context, self)
        self.overview = Overview(look, language)
        self.desk = DeliveryDesk(context, self.overview, self)
        self.flow = LoadFlow(context)
        self.mappings = MappingFiles(context, self.flow, self)
        self.report = LoadReport(look, language)
        self.problem = ProblemNote(look)
        self._strip = WorkStrip(look, language)
        self._steps = StepsBar(look, self)
        self._load_button = KeyButton(look, kind="primary", icon="upload", parent=self)
        self._build()
        self._connect()
        self.retranslate()
        self._show(self.overview)

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        for widget in (self.overview, self.flow, self.report, *self.desk.frames):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip)
        layout.addWidget(self.problem)
        layout.addWidget(self._stack, 1)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        loader = self.loader
        loader.previewing.connect(self._on_previewing)
        loader.previewed.connect(self._on_previewed)
        loader.renewed.connect(self.flow.renew)
        loader.loading.connect(self._on_loading)
        loader.progressed.connect(self._strip.report)
        loader.loaded.connect(self._on_loaded)
        loader.matched.connect(self._on_matched)
        loader.failed.connect(self._on_failed)
        loader.stopped.connect(self._on_stopped)
        self._strip.stop_asked.connect(self._on_stop)
        self._load_button.clicked.connect(self.choose_files)
        self.overview.load_asked.connect(self.choose_files)
        self.desk.opened.connect(self._show)
        self.desk.written.connect(self._on_written)
        self.desk.failed.connect(self._on_failed)
        for frame in self.desk.frames:
            frame.back_asked.connect(self._back_to_overview)
        self.flow.load_asked.connect(self._load)
        self.flow.renewal_asked.connect(loader.renew)
        self.flow.cancelled.connect(self.cancel)
        self.flow.step_changed.connect(self._steps.set_step)
        self.flow.copied.connect(self._on_copied)
        self.report.match_asked.connect(self._match)
        self.report.back_asked.connect(self._back_to_overview)
        self.report.next_asked.connect(self.loader.preview_next)
        self.report.held_asked.connect(self.desk.open_quarantine)
        self.problem.choose_asked.connect(self.choose_files)
        self.problem.next_asked.connect(self.loader.preview_next)
        self.problem.closed.connect(self._focus_what_is_shown)
        self.context.actions.bind(self.flow, "lists.load", self.flow.go_on)
        self.context.actions.bind(self.flow, "lists.cancel", self.cancel)
        self.context.actions.bind(self.flow, "lists.copy_request", self.flow.copy_request)

    # what a page is

    def title(self) -> str:
        is_load = self._stack.currentWidget() in (self.flow, self.report)
        return self.tr("Load a list") if is_load else self.tr("Lists")

    def header_widgets(self) -> list[QWidget]:
        return [self._steps, self._load_button]

    def activated(self, **arguments: object) -> None:
        """``files`` are loaded one after the other, ``choose`` asks for files, ``source`` shows one source.

        Without arguments a report that was read gives way to the overview.
        """
        if self._is_stale:
            self._read_overview()
        files = arguments.get("files")
        if isinstance(files, list | tuple):
            self.load_files([Path(str(file)) for file in files])
        elif arguments.get("choose"):
            self.choose_files()
        elif arguments.get("source"):
            self.overview.choose_source(str(arguments["source"]))
        elif self._stack.currentWidget() is self.report and not self.loader.is_running:
            self._back_to_overview()

    def refresh(self, subjects: frozenset[Subject]) -> None:
        if subjects & {Subject.SOURCES, Subject.CUSTOMERS, Subject.CLUSTERS}:
            self._is_stale = True
            if self.isVisible():
                self._read_overview()

    def retranslate(self) -> None:
        self._load_button.set_content(self.tr("Load a list"), key=self.context.actions.key_text("app.import"))
        self.overview.set_mask(self.context.mask)
        for part in (self._steps, self.overview, self.desk, self.flow, self.report, self.problem):
            part.retranslate()

    # files

    def choose_files(self) -> None:
        """Ask for files without blocking the window."""
        dialog = list_dialog(self)
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def _on_files(self, names: Sequence[str]) -> None:
        self.load_files([Path(name) for name in names])

    def load_files(self, files: Iterable[Path]) -> None:
        """Load these files, one after the other; a file on its way is finished first."""
        self.loader.add(files)
        if not self.loader.is_running and self._stack.currentWidget() is not self.flow:
            self.loader.preview_next()
        elif self.loader.waiting:
            count = self.context.language.number(self.loader.waiting)
            self.context.toast(self.tr("Files waiting until this one is done: {count}").format(count=count))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_lists(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.load_files(dropped_lists(event))

    # from file to delivery

    def _on_previewing(self, path: Path) -> None:
        self._path = path
        self.problem.hide()
        self._strip.begin(self.tr("Reading {file}").format(file=path.name))

    def _on_previewed(self, preview: ListPreview, sources: Sequence[Source]) -> None:
        self._strip.end()
        self.flow.show_preview(preview, sources)
        self._show(self.flow)
        self.flow.columns.setFocus()

    def _load(self, plan: LoadPlan) -> None:
        if not self.loader.is_running:
            self._steps.set_step(LoadStep.LOAD)
            self.loader.load(plan)

    def _match(self) -> None:
        if not self.loader.is_running:
            self.loader.match()

    def _on_copied(self) -> None:
        self.context.toast(self.tr("Copied; paste it into a message to the department."))

    def _on_loading(self) -> None:
        self.problem.hide()
        self._stack.setEnabled(False)
        is_load = self._stack.currentWidget() is self.flow
        title = self.tr("Loading {file}").format(file=self._path.name) if is_load else self.tr("Finding matches")
        self._strip.begin(title)
        self._strip.stop.setFocus()

    def _on_loaded(self, reports: Sequence[ImportReport]) -> None:
        self._finish()
        self.report.show_reports(reports, self.loader.waiting)
        self._show(self.report)
        self.report.offer_next_step()
        self.context.events.announce(BY_DELIVERY, self)
        self._read_overview()

    def _on_matched(self, report: MatchReport) -> None:
        self._finish()
        self.context.events.announce(BY_MATCH, self)
        self.context.toast(self.tr("%Ln clusters wait for a decision", "", report.open_clusters))
        self.context.navigate("review")
        self._show(self.overview)

    def _on_failed(self, error: Exception) -> None:
        self._finish()
        if isinstance(error, StewardError):
            loader = self.loader
            if not loader.has_loaded and self._stack.currentWidget() is self.report:
                # A success of before says nothing about this file.
                self._show(self.overview)
            self.problem.show_problem(
                self._path.name, problem_sentence(error), loader.waiting, is_partly_loaded=loader.has_loaded
            )
        if self._stack.currentWidget() is self.flow:
            self._steps.set_step(self.flow.step)

    def _on_stopped(self) -> None:
        self._finish()
        self._steps.set_step(self.flow.step)
        if self.loader.has_loaded:
            self.context.toast(self.tr("Stopped. What was loaded before stays."))
        else:
            self.context.toast(self.tr("Stopped. Nothing was changed."))

    def _on_stop(self) -> None:
        self.loader.cancel()
        if self._stack.isEnabled():
            self._strip.end()

    def _finish(self) -> None:
        self._strip.end()
        self._stack.setEnabled(True)

    def cancel(self) -> None:
        """Keep nothing of the file at hand and of those that wait."""
        self.loader.forget()
        self._back_to_overview()

    def _back_to_overview(self) -> None:
        self.problem.hide()
        self._show(self.overview)
        self.overview.source_view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the note about a file."""
        if event.key() == Qt.Key.Key_Escape and self.problem.isVisible():
            self.problem.close_note()
            return
        super().keyPressEvent(event)

    def _focus_what_is_shown(self) -> None:
        is_overview = self._stack.currentWidget() is self.overview
        (self.overview.source_view if is_overview else self._stack).setFocus()

    def _show(self, widget: QWidget) -> None:
        self._stack.setCurrentWidget(widget)
        is_load = widget in (self.flow, self.report)
        self._load_button.setVisible(not is_load)
        self._steps.setVisible(is_load)
        if widget is self.report:
            self._steps.set_step(LoadStep.LOAD)
        self.header_changed.emit()

    # the overview

    def _read_overview(self) -> None:
        self._is_stale = False
        self.context.jobs.read(self.desk.look_up_overview, self._on_summary)

    def _on_summary(self, answer: tuple[StoreSummary, Counter[str]]) -> None:
        summary, held = answer
        self.overview.show_sources(summary.sources, held)
        self.report.set_can_match(can_match=summary.is_match_stale or summary.last_match_at is None)

    def _on_written(self, subjects: frozenset[Subject]) -> None:
        self.context.events.announce(subjects, self)
        self._read_overview()
