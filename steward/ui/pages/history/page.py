"""The history page: every decision of every steward, found by text and filters, and reversed with a preview."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from steward.domain.decisions import DecisionKind, DeskKind, PrivacyKind
from steward.domain.history import EntryState
from steward.ui.models.rows import Column
from steward.ui.pages.history.filter_row import Choice
from steward.ui.pages.history.log_page import LogPage, LogRows
from steward.ui.words.labels import decision_icon, decision_kind_label
from steward.ui.words.sentences import decision_sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from steward.ui.page import PageContext
    from steward.workspace.decisions.log_views import DecisionView


class HistoryPage(LogPage):
    """Every entry of the log."""

    page_id = "history"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        kinds = [Choice(kind, partial(decision_kind_label, kind)) for kind in (*DecisionKind, *DeskKind, *PrivacyKind)]
        states = [
            Choice(EntryState.IN_FORCE, lambda: self.tr("In force")),
            Choice(EntryState.REVERSED, lambda: self.tr("Reversed")),
            Choice(EntryState.ASKED_AGAIN, lambda: self.tr("Asked again")),
        ]
        workspace = context.workspace
        rows = LogRows(
            count=workspace.history_count,
            fetch=lambda wanted, offset, limit: workspace.history(wanted, limit, offset),
            find=lambda wanted, decision_id: workspace.history_count(wanted, newer_than=decision_id),
            decision_of=lambda one: int(one.id),
        )
        super().__init__(context, rows, self._columns(context), kinds, states, parent)
        self.counted.connect(self._show_count)

    def _columns(self, context: PageContext) -> list[Column[DecisionView]]:
        language = context.language

        def is_reversed(one: DecisionView) -> bool:
            return one.reversed_by is not None

        def icon(one: DecisionView) -> tuple[str, str]:
            return decision_icon(one.kind), "text3" if is_reversed(one) else "text2"

        return [
            Column(lambda: self.tr("No."), lambda one: f"#{one.id}", 74, tone="text2"),
            Column(
                lambda: self.tr("Decision"),
                lambda one: decision_sentence(one, context.mask),
                icon=icon,
                weight=500,
                is_struck=is_reversed,
            ),
            Column(lambda: self.tr("By"), lambda one: one.decided_by, 140, tone="text2", is_spare=True),
            Column(
                lambda: self.tr("When"),
                lambda one: language.moment(one.decided_at),
                150,
                tone="text2",
                is_spare=True,
            ),
            Column(
                lambda: self.tr("Kind"),
                lambda one: decision_kind_label(one.kind),
                140,
                tone="text2",
                is_spare=True,
            ),
            Column(lambda: self.tr("Reason"), lambda one: one.reason, 150, tone="text2", is_spare=True),
        ]

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Decisions"))
        self.search.set_hint(self.tr("Search decisions"))
        super().retranslate()

    def _show_count(self, count: int) -> None:
        self.count_text.setText(self.tr("%Ln entries", "", count))
        if self.wanted.is_narrowed:
            self.empty.set_content(self.tr("No decision fits this search."), self.tr("Show all decisions"))
        else:
            self.empty.set_content(
                self.tr("Nothing has been decided yet. Every decision will stand here and can be reversed."),
                self.tr("Load a list"),
            )
