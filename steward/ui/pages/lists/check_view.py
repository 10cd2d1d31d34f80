"""The look before a load: what is asked, what changes, and the rows as they will be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from steward.ui.pages.lists.changes_view import ChangesView
from steward.ui.pages.lists.held_view import HeldView
from steward.ui.pages.lists.part_tabs import PartTabs
from steward.ui.pages.lists.questions_panel import QuestionsPanel
from steward.ui.pages.lists.rows_view import RowsView

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import LoadPlan
    from steward.workspace.lists.list_views import TablePreview


class CheckView(QWidget):
    """Four parts under tabs; those that a delivery gives no reason for are hidden."""

    QUESTIONS, ROWS, CHANGES, HELD = range(4)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._plan: LoadPlan | None = None
        self._at = 0
        self._table: TablePreview | None = None
        self.questions = QuestionsPanel(look, language)
        self.rows = RowsView(look, language)
        self.changes = ChangesView(look, language)
        self.held = HeldView(look, language)
        self._tabs = PartTabs(look, (self.questions, self.rows, self.changes, self.held))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)

    def begin(self, plan: LoadPlan) -> None:
        """Questions first when there are any, else the rows."""
        self.show_part(self.QUESTIONS if plan.has_questions else self.ROWS)

    def show_part(self, part: int) -> None:
        """Bring a part into view."""
        self._tabs.show_part(part)
        self._name_parts()

    def show_plan(self, plan: LoadPlan, at: int) -> None:
        """Show what is asked about the plan, and the rows of the table that is looked at."""
        table = plan.tables[at].preview
        is_other = self._table is not table
        self._plan, self._at, self._table = plan, at, table
        self.questions.show_plan(plan, at)
        self.rows.show_table(plan.tables[at])
        if is_other:
            self.changes.show_changes(table.changes, totals=(table.changed_rows, 0, 0))
            self.held.show_rows(table.held)
        self._name_parts()

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self.questions.retranslate()
        self._name_parts()

    def _name_parts(self) -> None:
        self.rows.retranslate()
        self.changes.retranslate()
        self.held.retranslate()
        plan, number = self._plan, self._language.number
        if plan is None:
            return
        table = plan.tables[self._at].preview
        asked = len(plan.unread_gates) + len(plan.drifts(self._at)) + plan.asks_extent
        self._tabs.set_texts(
            (
                self.tr("Questions ({count})").format(count=number(asked)) if asked else self.tr("Questions"),
                self.tr("Rows"),
                self.tr("Changes ({count})").format(count=number(table.changed_rows)),
                self.tr("Quarantine ({count})").format(count=number(table.held_count)),
            ),
            enabled=(plan.has_questions, True, bool(table.changes), bool(table.held)),
        )
