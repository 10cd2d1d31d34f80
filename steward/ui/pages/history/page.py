"""The history page: every decision of every steward, found by text or kind, and reversed with a preview."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from steward.domain.decisions import DecisionKind
from steward.domain.history import BY_DECISION, BY_DELIVERY, Subject
from steward.ui.labels import decision_icon, decision_kind_label
from steward.ui.models.decisions import DecisionTable
from steward.ui.page import Page, PageContext
from steward.ui.pages.history.decision_list import DecisionList
from steward.ui.pages.history.side_panel import ReversePanel
from steward.ui.sentences import decision_sentence
from steward.ui.widgets.empty_state import EmptyState
from steward.ui.widgets.search_field import SearchField
from steward.ui.widgets.text import Text
from steward.workspace.views import ReversePreview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from steward.domain.decisions import Decision
    from steward.workspace.views import DecisionView

PANEL_WIDTH, SEARCH_WIDTH, PAUSE_MS = 340, 260, 80


class HistoryPage(Page):
    """Table left, what reversing would change right."""

    page_id = "history"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = context.look
        self.search = SearchField(look)
        self.search.setFixedWidth(look.px(SEARCH_WIDTH))
        self.kinds = QComboBox()
        self._count = Text(look, "", tone="text2", tabular=True)
        self.model = DecisionTable(context.language, self)
        self.table = DecisionList(look, self.model, self)
        self.panel = ReversePanel(context)
        self.empty = EmptyState(look, "history")
        self._generation = 0
        self._is_arranged = False
        # A preview tries the reversal out: it waits until the selection rests.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._build()
        self._connect()
        context.actions.bind(self, "history.reverse", self.reverse_selected)
        context.actions.bind(self, "history.search", self.search.setFocus)

    def title(self) -> str:
        """ "History"."""
        return self.tr("History")

    def header_widgets(self) -> list[QWidget]:
        """Count, kind and search."""
        return [self._count, self.kinds, self.search]

    def activated(self, **arguments: object) -> None:
        """``decision`` selects one; else the newest is shown."""
        wanted = arguments.get("decision")
        self._load(select=int(wanted) if isinstance(wanted, int) else None)

    def refresh(self, subjects: frozenset[Subject]) -> None:
        """New decisions came."""
        if Subject.DECISIONS in subjects and self.isVisible():
            self._load(select=self._selected_id())

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.search.set_hint(self.tr("Search decisions"))
        self._fill_kinds()
        self.kinds.setAccessibleName(self.tr("Kind of decision"))
        self.table.setAccessibleName(self.tr("Decisions"))
        self.model.retranslate()
        self.panel.show_preview(self.panel.preview)
        self._show_count(self.model.rowCount())

    def reverse_selected(self) -> None:
        """Reverse the decision whose preview is shown."""
        preview = self.panel.preview
        if preview is None or preview.decision.reversed_by is not None:
            return
        decision, workspace = preview.decision, self.context.workspace
        self.context.jobs.write(
            lambda: (decision, workspace.reverse(decision.id)),
            self._on_reversed,
        )

    # loading

    def _load(self, select: int | None = None) -> None:
        self._generation += 1
        generation, workspace = self._generation, self.context.workspace
        text, kinds = self.search.text().strip(), self._chosen_kinds()

        def work() -> tuple[int, int, str, Sequence[DecisionKind] | None, int | None]:
            return generation, workspace.history_count(text=text, kinds=kinds), text, kinds, select

        self.context.jobs.read(work, self._on_counted)

    def _on_counted(self, result: tuple[int, int, str, Sequence[DecisionKind] | None, int | None]) -> None:
        generation, count, text, kinds, select = result
        if generation != self._generation:
            return
        workspace = self.context.workspace
        self.model.set_source(
            count, lambda offset, limit: workspace.history(text=text, kinds=kinds, limit=limit, offset=offset)
        )
        self._show_count(count)
        self._stack.setCurrentWidget(self._split if count else self.empty)
        self._select(select)

    def _select(self, decision_id: int | None) -> None:
        row = 0
        if decision_id is not None:
            first = self.model.decision(0)
            # Without a filter the newest has the highest number, so the row is near the difference of the numbers.
            row = max(0, int(first.id) - decision_id) if first is not None else 0
            found = self.model.decision(row)
            row = row if found is not None and found.id == decision_id else 0
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(row, DecisionTable.WHAT))
        else:
            self.panel.show_preview(None)

    def _selected_id(self) -> int | None:
        preview = self.panel.preview
        return int(preview.decision.id) if preview is not None else None

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        decision = self.model.decision(current.row()) if current.isValid() else None
        if decision is None:
            self.panel.show_preview(None)
        elif decision.reversed_by is not None:
            self.panel.show_preview(ReversePreview(decision, (), (), (), ()))
        else:
            self._pause.start()

    def _ask_preview(self) -> None:
        decision = self.model.decision(self.table.currentIndex().row())
        if decision is not None and decision.reversed_by is None:
            workspace = self.context.workspace
            self.context.jobs.read(lambda: workspace.preview_reverse(decision.id), self._on_preview)

    def _on_preview(self, preview: ReversePreview) -> None:
        decision = self.model.decision(self.table.currentIndex().row())
        if decision is not None and decision.id == preview.decision.id:
            # A preview is found out by trying, so its own decision may say that it is reversed.
            self.panel.show_preview(replace(preview, decision=decision))

    def _on_reversed(self, result: tuple[DecisionView, Decision]) -> None:
        decision, reversal = result
        subjects = BY_DELIVERY if decision.kind is DecisionKind.DELIVERY else BY_DECISION
        context, workspace = self.context, self.context.workspace
        context.events.announce(subjects, self)
        self._load()

        def undo() -> None:
            context.jobs.write(lambda: workspace.reverse(reversal.id), lambda _: context.events.announce(subjects))

        context.toast(self.tr("Reversed: {what}").format(what=decision_sentence(decision)), undo)

    # filters

    def _chosen_kinds(self) -> tuple[DecisionKind, ...] | None:
        value = self.kinds.currentData()
        return (DecisionKind(value),) if value else None

    def _fill_kinds(self) -> None:
        chosen = self.kinds.currentData()
        self.kinds.blockSignals(True)
        self.kinds.clear()
        self.kinds.addItem(self.tr("All kinds"), "")
        for kind in DecisionKind:
            self.kinds.addItem(self.context.look.icon(decision_icon(kind)), decision_kind_label(kind), kind.value)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(chosen)))
        self.kinds.blockSignals(False)

    def _show_count(self, count: int) -> None:
        self._count.setText(self.tr("%Ln entries", "", count))
        is_filtered = bool(self.search.text().strip() or self._chosen_kinds())
        if is_filtered:
            self.empty.set_content(self.tr("No decision fits this search."), self.tr("Show all decisions"))
        else:
            self.empty.set_content(
                self.tr("Nothing has been decided yet. Every decision will stand here and can be reversed."),
                self.tr("Load a list"),
            )

    def _on_empty_asked(self) -> None:
        if self.search.text().strip() or self._chosen_kinds():
            self.search.clear()
            self.kinds.setCurrentIndex(0)
            self._load()
        else:
            self.context.navigate("lists", choose=True)

    # building

    def _connect(self) -> None:
        self.search.searched.connect(self._on_filter)
        self.kinds.currentIndexChanged.connect(self._on_filter)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self._pause.timeout.connect(self._ask_preview)
        self.panel.reverse_asked.connect(self.reverse_selected)
        self.empty.asked.connect(self._on_empty_asked)
        self.context.look.changed.connect(self._on_look)

    def _on_filter(self, _value: object = None) -> None:
        self._load()

    def _on_look(self) -> None:
        look = self.context.look
        self.search.setFixedWidth(look.px(SEARCH_WIDTH))
        self._fill_kinds()
        self.panel.show_preview(self.panel.preview)

    def showEvent(self, event: QShowEvent) -> None:
        """The panel takes its own width once the page has one."""
        super().showEvent(event)
        if not self._is_arranged:
            self._is_arranged = True
            panel = self.context.look.px(PANEL_WIDTH)
            self._split.setSizes([max(1, self.width() - panel), panel])

    def _build(self) -> None:
        look = self.context.look
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.table)
        self._split.addWidget(self.panel)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        self.panel.setMinimumWidth(look.px(PANEL_WIDTH) * 3 // 4)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.empty)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusProxy(self.table)
