"""What the pages of the log share: filters above, a table that fetches its pages, the preview of a reversal beside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDate, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from steward.domain.decisions import DecisionKind
from steward.domain.errors import DecisionError
from steward.domain.history import BY_DECISION, BY_DELIVERY, Subject
from steward.ui.models.pages import PAGE_SIZE
from steward.ui.models.rows import RowsModel
from steward.ui.page import Page, PageContext
from steward.ui.pages.history.filter_row import Choice, FilterRow
from steward.ui.pages.history.side_panel import ReversePanel
from steward.ui.widgets.empty_state import EmptyState
from steward.ui.widgets.page_tabs import HISTORY_TABS, PageTabs
from steward.ui.widgets.row_table import RowTable
from steward.ui.widgets.search_field import SearchField
from steward.ui.widgets.text import Text
from steward.ui.words.sentences import decision_sentence
from steward.workspace.decisions.log_views import ReversePreview

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from steward.domain.decisions import Decision
    from steward.domain.history import HistoryFilter
    from steward.ui.models.rows import Column
    from steward.workspace.decisions.log_views import DecisionView

PANEL_WIDTH, SEARCH_WIDTH, PAUSE_MS = 340, 220, 80


@dataclass(frozen=True, slots=True)
class LogRows:
    """Which rows there are, asked on a background thread, and which decision a row is about.

    ``fetch(wanted, offset, limit)``; ``find(wanted, decision)``: where the row of a decision stands.
    """

    count: Callable[[HistoryFilter], int]
    fetch: Callable[[HistoryFilter, int, int], Sequence[Any]]
    find: Callable[[HistoryFilter, int], int]
    decision_of: Callable[[Any], int]


class LogPage(Page):
    """``counted(count)`` asks the page to say how many rows there are, and why there are none."""

    counted = Signal(int)

    def __init__(
        self,
        context: PageContext,
        rows: LogRows,
        columns: Sequence[Column[Any]],
        kinds: Sequence[Choice],
        states: Sequence[Choice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        look = context.look
        self._rows = rows
        self.tabs = PageTabs(look, HISTORY_TABS, self.page_id)
        self.search = SearchField(look)
        self.search.set_width(SEARCH_WIDTH)
        self.filters = FilterRow(look, kinds, states, _today)
        self.count_text = Text(look, "", tone="text2", tabular=True)
        self.model: RowsModel[Any] = RowsModel(columns, self)
        self.table = RowTable(look, self.model)
        self.panel = ReversePanel(context)
        self.empty = EmptyState(look, "history")
        self._generation = 0
        self._shown: HistoryFilter | None = None
        self._is_arranged = False
        # A preview tries the reversal out: it waits until the selection rests.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._build()
        self._connect()

    # what subclasses change

    def leave_empty(self) -> None:
        """What the button of the empty page does when nothing is filtered."""
        self.context.navigate("lists", choose=True)

    # what a page offers

    def title(self) -> str:
        return QCoreApplication.translate("HistoryPage", "History")

    def header_chips(self) -> list[QWidget]:
        return [self.tabs]

    def header_widgets(self) -> list[QWidget]:
        return [self.count_text, self.search]

    def first_focus(self) -> QWidget:
        return self.table

    def activated(self, **arguments: object) -> None:
        """``decision`` selects one, ``kind`` leaves only decisions of this kind; else the newest is shown."""
        wanted, kind = arguments.get("decision"), arguments.get("kind")
        if kind is not None:
            self.search.clear()
            self.filters.choose_kind(kind)
            return
        if isinstance(wanted, int) and self.wanted.is_narrowed:
            self.search.clear()
            self.filters.clear()
        self.load(select=int(wanted) if isinstance(wanted, int) else None)

    def refresh(self, subjects: frozenset[Subject]) -> None:
        if Subject.DECISIONS in subjects and self.isVisible():
            self.load(select=self._selected())

    def retranslate(self) -> None:
        self.filters.retranslate()
        self.model.retranslate()
        self.panel.renew()
        self.counted.emit(self.model.rowCount())

    @property
    def wanted(self) -> HistoryFilter:
        """What is looked for."""
        return replace(self.filters.wanted, text=self.search.text().strip())

    def reverse_selected(self) -> None:
        """Reverse the decision whose preview is shown."""
        preview = self.panel.preview
        if preview is None or preview.decision.reversed_by is not None:
            return
        decision, workspace = preview.decision, self.context.workspace
        self.context.jobs.write(lambda: (decision, workspace.reverse(decision.id)), self._on_reversed)

    # loading

    def load(self, select: int | None = None) -> None:
        """Read the rows anew."""
        self._generation += 1
        generation, wanted, workspace, rows = self._generation, self.wanted, self.context.workspace, self._rows

        def work() -> tuple[int, HistoryFilter, int, Sequence[Any], int, list[str], list[str]]:
            place = rows.find(wanted, select) if select is not None else 0
            names = [one.source.name for one in workspace.summary().sources]
            first = rows.fetch(wanted, 0, PAGE_SIZE)
            return generation, wanted, rows.count(wanted), first, place, workspace.deciding_stewards(), names

        self.context.jobs.read(work, self._on_loaded)

    def _on_loaded(self, found: tuple[int, HistoryFilter, int, Sequence[Any], int, list[str], list[str]]) -> None:
        generation, wanted, count, first, place, stewards, sources = found
        if generation != self._generation:
            return
        self._shown = wanted
        self.filters.set_names(stewards, sources)
        self.model.set_count(count, first)
        self.counted.emit(count)
        self._stack.setCurrentWidget(self._split if count else self.empty)
        if count:
            self.table.setCurrentIndex(self.model.index(min(place, count - 1), 0))
        else:
            self.panel.show_preview(None)

    def _on_page_wanted(self, generation: int, page: int) -> None:
        wanted, rows = self._shown, self._rows
        if wanted is not None:
            self.context.jobs.read(
                lambda: (generation, page, rows.fetch(wanted, page * PAGE_SIZE, PAGE_SIZE)), self._on_page
            )

    def _on_page(self, found: tuple[int, int, Sequence[Any]]) -> None:
        self.model.put_page(*found)
        if self.panel.preview is None:
            self._pause.start()

    # the preview

    def _selected(self) -> int | None:
        row = self.model.row_at(self.table.currentIndex().row())
        return self._rows.decision_of(row) if row is not None else None

    def _on_chosen(self, row: Any) -> None:
        preview = self.panel.preview
        if row is None:
            self.panel.show_preview(None)
        elif preview is None or preview.decision.id != self._rows.decision_of(row):
            self._pause.start()

    def _ask_preview(self) -> None:
        number, workspace = self._selected(), self.context.workspace
        if number is None:
            return

        def work() -> ReversePreview | tuple[DecisionView, DecisionError]:
            decision = workspace.decision(number)
            if decision.reversed_by is not None:
                return ReversePreview(decision, (), (), (), ())
            try:
                preview = workspace.preview_reverse(number)
            except DecisionError as error:
                return decision, error
            # A preview is found out by trying, so its own decision may say that it is reversed.
            return replace(preview, decision=decision)

        self.context.jobs.read(work, self._on_preview)

    def _on_preview(self, found: ReversePreview | tuple[DecisionView, DecisionError]) -> None:
        if isinstance(found, ReversePreview):
            if found.decision.id == self._selected():
                self.panel.show_preview(found)
        elif found[0].id == self._selected():
            self.panel.show_refusal(*found)

    def _on_reversed(self, result: tuple[DecisionView, Decision]) -> None:
        decision, reversal = result
        subjects = BY_DELIVERY if decision.kind is DecisionKind.DELIVERY else BY_DECISION
        context, workspace = self.context, self.context.workspace
        context.events.announce(subjects, self)
        self.panel.show_preview(None)
        self.load()

        def undo() -> None:
            context.jobs.write(lambda: workspace.reverse(reversal.id), lambda _: context.events.announce(subjects))

        text = QCoreApplication.translate("HistoryPage", "Reversed: {what}")
        context.toast(text.format(what=decision_sentence(decision, context.mask)), undo)

    # wiring

    def _connect(self) -> None:
        self.tabs.page_asked.connect(self.context.navigate)
        self.search.searched.connect(self._on_filter)
        self.filters.changed.connect(self._on_filter)
        self.model.page_wanted.connect(self._on_page_wanted)
        self.table.chosen.connect(self._on_chosen)
        self._pause.timeout.connect(self._ask_preview)
        self.panel.reverse_asked.connect(self.reverse_selected)
        self.empty.asked.connect(self._on_empty_asked)
        self.context.look.changed.connect(self._on_look)
        self.context.actions.bind(self, f"{self.page_id}.reverse", self.reverse_selected)
        self.context.actions.bind(self, f"{self.page_id}.search", self.search.setFocus)

    def _on_filter(self, _value: object = None) -> None:
        self.panel.show_preview(None)
        self.load()

    def _on_empty_asked(self) -> None:
        if self.wanted.is_narrowed:
            self.search.clear()
            self.filters.clear()
        else:
            self.leave_empty()

    def _on_look(self) -> None:
        self.panel.renew()

    def showEvent(self, event: QShowEvent) -> None:
        """The panel takes its own width once the page has one."""
        super().showEvent(event)
        if not self._is_arranged:
            self._is_arranged = True
            panel = self.context.look.px(PANEL_WIDTH)
            self._split.setSizes([max(1, self.width() - panel), panel])

    def _build(self) -> None:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.table)
        self._split.addWidget(self.panel)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        self.panel.setMinimumWidth(self.context.look.px(PANEL_WIDTH) * 3 // 4)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addWidget(self._stack, 1)


def _today() -> date:
    return QDate.currentDate().toPython()  # type: ignore[return-value]  # PySide types it as object
