"""The long verbs that keys and buttons of several pages start: find matches, export, back up, undo."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from steward.domain.decisions import DecisionKind
from steward.domain.errors import Cancelled, StewardError
from steward.domain.history import BY_DECISION, BY_DELIVERY, BY_EXPORT, BY_MATCH
from steward.ui.dialogs.files import as_store, ask_target
from steward.ui.pages.review.subset import Subset
from steward.ui.words.sentences import decision_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from steward.domain.decisions import Decision
    from steward.ui.jobs import Job
    from steward.ui.page import PageContext
    from steward.ui.widgets.progress import WorkStrip
    from steward.workspace.decisions.log_views import DecisionView
    from steward.workspace.lists.list_views import ImportReport
    from steward.workspace.match_runs.run_views import ExportReport, MatchReport, Question


#: As many as a steward answers in a few minutes.
QUESTIONS = 12


class StoreCommands(QObject):
    """One long verb at a time, shown in the window's strip with a Stop. ``matched`` when the queue is new."""

    matched = Signal()

    def __init__(self, context: PageContext, strip: WorkStrip, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._strip, self._window = context, strip, window
        self._job: Job | None = None
        self._waiting: list[Path] = []
        self._planned = 0
        strip.stop_asked.connect(self._on_stop)

    def find_matches(self) -> None:
        """Match what is new; the queue gets the clusters that came of it."""
        self._begin("match", {}, self.tr("Finding matches"), self._on_matched)

    def ask_questions(self) -> None:
        """A few pairs at the boundary, in the review page; their answers settle most."""
        workspace = self._context.workspace
        self._context.jobs.read(lambda: workspace.questions(QUESTIONS), self._on_questions)

    def _on_questions(self, questions: Sequence[Question]) -> None:
        if not questions:
            self._context.toast(self.tr("No question is left; every pair at the boundary has its answer."))
            return
        title = self.tr("%Ln quick questions", "", len(questions))
        subset = Subset(title, tuple(one.subject for one in questions), "learning")
        self._context.navigate("review", subset=subset)

    def export(self, day: str = "", cin: str = "") -> None:
        """Ask for a file name and write the unified master there, as of a day, or one customer of it."""
        context = self._context
        folder = context.settings.export_folder or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        name = "-".join(filter(None, (context.workspace.path.stem, cin or "master", day)))
        kinds = [self.tr("Excel workbook (*.xlsx)"), self.tr("Comma-separated (*.csv)"), self.tr("Parquet (*.parquet)")]
        path = ask_target(self._window, self._export_title(day, cin), Path(folder) / f"{name}.xlsx", kinds)
        if path:
            self.export_to(path, day, cin)

    def export_to(self, path: Path, day: str = "", cin: str = "") -> None:
        """Write the unified master, of a day or of now, or one customer of it to this file."""
        self._context.settings.export_folder = str(path.parent)
        arguments: dict[str, object] = {"path": str(path), "as_of": day or None, "cin": cin or None}
        title = self.tr("Writing one customer") if cin else self.tr("Writing the unified master")
        self._begin("export", arguments, title, self._on_exported)

    def _export_title(self, day: str, cin: str) -> str:
        if cin:
            return self.tr("Export this customer as of {day}").format(day=self._context.language.day_of_text(day))
        if day:
            return self.tr("Export the master as of {day}").format(day=self._context.language.day_of_text(day))
        return self.tr("Export the unified master")

    def back_up(self) -> None:
        """Ask for a file name, with today's date and beside the store, and copy the store there."""
        store = self._context.workspace.path
        # An erasure names the copies beside the store that still hold the person; it knows them by such a name.
        suggested = store.with_name(f"{store.stem}.backup-{date.today().isoformat()}{store.suffix}")
        kinds = [self.tr("Steward stores (*.steward)")]
        path = ask_target(self._window, self.tr("Back up the store"), suggested, kinds)
        if path:
            self.back_up_to(path)

    def back_up_to(self, path: Path) -> None:
        """Copy the store, as it is at this moment, to this file; work goes on meanwhile."""
        self._begin("back_up", {"path": str(as_store(path))}, self.tr("Backing up the store"), self._on_backed_up)

    def load_and_match(self, lists: Sequence[Path]) -> None:
        """Load lists one after the other with the mapping that is guessed, then match."""
        self._waiting = list(lists)
        self._planned = len(self._waiting)
        self._load_next()

    def undo_last(self) -> None:
        """Reverse the newest decision that is in force and that this steward took."""
        workspace = self._context.workspace

        def work() -> tuple[DecisionView, Decision] | None:
            for decision in workspace.last_decisions(limit=50):
                is_mine = decision.decided_by == workspace.steward
                if is_mine and decision.reversed_by is None and decision.kind is not DecisionKind.REVERSE:
                    return decision, workspace.reverse(decision.id)
            return None

        self._context.jobs.write(work, self._on_undone)

    # under way

    def _load_next(self) -> None:
        if not self._waiting:
            self.find_matches()
            return
        path = self._waiting.pop(0)
        title = self.tr("Loading list {number} of {count}").format(
            number=self._planned - len(self._waiting), count=self._planned
        )
        self._begin("import_list", {"path": str(path)}, title, self._on_loaded)

    def _on_loaded(self, _report: ImportReport) -> None:
        self._context.events.announce(BY_DELIVERY)
        self._load_next()

    def _begin(self, verb: str, arguments: dict[str, object], title: str, on_done: Callable[[Any], None]) -> None:
        if self._job is not None:
            self._context.toast(self.tr("Something is still running; it can be stopped at the top."))
            return
        self._strip.begin(title)

        def done(report: object) -> None:
            self._end()
            on_done(report)

        self._job = self._context.jobs.process(verb, arguments, done, self._on_failed, self._strip.report)
        if self._job.is_finished:
            self._end()

    def _end(self) -> None:
        self._job = None
        self._strip.end()

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self._waiting.clear()
        if isinstance(error, Cancelled):
            self._context.toast(self.tr("Stopped. Nothing was changed."))
        elif isinstance(error, StewardError):
            self._context.problems.show(error)

    # done

    def _on_matched(self, report: MatchReport) -> None:
        context = self._context
        context.events.announce(BY_MATCH)
        self.matched.emit()
        context.toast(
            self.tr("Matched {records} in {time}: {clusters} wait").format(
                records=self.tr("%Ln records", "", report.records),
                time=context.language.span(sum(report.seconds.values())),
                clusters=self.tr("%Ln clusters", "", report.open_clusters),
            )
        )

    def _on_exported(self, report: ExportReport) -> None:
        path = Path(report.path)
        text = self.tr("%Ln customers written to {name}", "", report.customers).format(name=path.name)
        self._toast_file(text, path)
        self._context.events.announce(BY_EXPORT)

    def _on_backed_up(self, path: Path) -> None:
        self._toast_file(self.tr("Backed up to {path}").format(path=path), path)

    def _toast_file(self, text: str, path: Path) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        self._context.toast(text, lambda: QDesktopServices.openUrl(folder), self.tr("Open folder"))

    def _on_undone(self, result: tuple[DecisionView, Decision] | None) -> None:
        context = self._context
        if result is None:
            context.toast(self.tr("There is nothing of yours to undo."))
            return
        undone, reversal = result
        subjects = BY_DELIVERY if undone.kind is DecisionKind.DELIVERY else BY_DECISION
        context.events.announce(subjects)

        def redo() -> None:
            context.jobs.write(
                lambda: context.workspace.reverse(reversal.id), lambda _: context.events.announce(subjects)
            )

        context.toast(self.tr("Undone: {what}").format(what=decision_sentence(undone, context.mask)), redo)
