"""What the registers of History share: a table that is read whole, its count above, and a word on why it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from steward.ui.models.rows import RowsModel
from steward.ui.page import Page, PageContext
from steward.ui.widgets.empty_state import EmptyState
from steward.ui.widgets.page_tabs import HISTORY_TABS, PageTabs
from steward.ui.widgets.row_table import RowTable
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.ui.models.rows import Column


class RegisterPage(Page):
    """``read`` asks for all rows on a background thread; ``counted`` asks the page to say how many there are."""

    counted = Signal()

    def __init__(
        self,
        context: PageContext,
        columns: Sequence[Column[Any]],
        icon: str,
        read: Callable[[], Sequence[Any]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        look = context.look
        self._read = read
        self.tabs = PageTabs(look, HISTORY_TABS, self.page_id)
        self.count_text = Text(look, "", tone="text2", tabular=True)
        self.model: RowsModel[Any] = RowsModel(columns, self)
        self.table = RowTable(look, self.model)
        self.empty = EmptyState(look, icon)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.tabs.page_asked.connect(context.navigate)

    def title(self) -> str:
        return QCoreApplication.translate("HistoryPage", "History")

    def header_chips(self) -> list[QWidget]:
        return [self.tabs]

    def header_widgets(self) -> list[QWidget]:
        return [self.count_text]

    def first_focus(self) -> QWidget:
        return self.table

    def activated(self, **_arguments: object) -> None:
        """Read the register anew."""
        self.context.jobs.read(self._read, self._on_read)

    def retranslate(self) -> None:
        self.model.retranslate()
        self.counted.emit()

    def _on_read(self, rows: Sequence[Any]) -> None:
        self.model.set_rows(rows)
        self._stack.setCurrentWidget(self.table if rows else self.empty)
        self.counted.emit()
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
