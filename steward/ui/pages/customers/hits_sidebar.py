"""The left side of the page: the search field, how many were found, and the customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from steward.domain.identity import format_cin
from steward.ui.delegates.hits import HitDelegate
from steward.ui.models.hits import HitsModel
from steward.ui.models.pages import PAGE_SIZE
from steward.ui.pages.customers.row_view import RowView
from steward.ui.widgets.empty_state import EmptyState
from steward.ui.widgets.search_field import SearchField
from steward.ui.widgets.text import Text
from steward.ui.words.masking import Mask
from steward.ui.words.names import shown_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.workspace.customers.customer_views import SearchHit


class HitsSidebar(QFrame):
    """``searched`` asks for a search, ``customer_chosen`` for a customer, ``page_wanted`` for a part of a long list."""

    searched = Signal(str)
    customer_chosen = Signal(str)
    page_wanted = Signal(int, int)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._found: int | None = None
        self._is_search = False
        self._mask = Mask.OFF
        self.setProperty("role", "sidebar")
        self.field = SearchField(look)
        self._count = Text(look, "", "small", tone="text2", tabular=True)
        self.model = HitsModel(self._spoken, self)
        self.view = RowView(look, "list", is_fitted=False, parent=self)
        self._delegate = HitDelegate(look, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setModel(self.model)
        self._empty = EmptyState(look, "search")
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        look = self._look
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._empty.sentence.setMinimumWidth(0)
        top = QVBoxLayout()
        top.setContentsMargins(look.s3, look.s3, look.s3, look.s2)
        top.setSpacing(look.s3)
        top.addWidget(self.field)
        top.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.field.searched.connect(self.searched)
        self.model.page_wanted.connect(self.page_wanted, Qt.ConnectionType.QueuedConnection)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.field)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.view.setFocus)

    def show_hits(self, hits: Sequence[SearchHit]) -> None:
        """The answer to a search."""
        self._is_search = True
        self._found = len(hits)
        self.model.set_hits(hits)
        self.retranslate()

    def show_all(self, count: int) -> None:
        """All customers, however many."""
        self._is_search = False
        self._found = count
        self.model.set_count(count)
        self.retranslate()

    def take_page(self, generation: int, page: int, hits: Sequence[SearchHit]) -> None:
        """A part of a long list; the customer under the mark opens if its page was awaited."""
        self.model.set_page(generation, page, hits)
        current = self.view.currentIndex()
        if current.isValid() and current.row() // PAGE_SIZE == page and self.view.hasFocus():
            self._on_row(current, QModelIndex())

    def set_mask(self, mask: Mask) -> None:
        """Mask numbers that a search found, or show them."""
        self._mask = mask
        self._delegate.set_mask(mask)
        self.view.viewport().update()

    def mark(self, cin: str) -> None:
        """Put the mark on a customer, if it is in the list, without asking for it again."""
        row = self.model.row_of(cin)
        selection = self.view.selectionModel()
        blocked = selection.blockSignals(True)
        if row >= 0:
            self.view.select_row(row)
        else:
            selection.clear()
        selection.blockSignals(blocked)
        self.view.viewport().update()

    def first_cin(self) -> str:
        """The customer on top of the list, "" while there is none."""
        hit = self.model.hit_at(0) if self.model.rowCount() else None
        return hit.cin if hit else ""

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self.field.set_hint(self.tr("Name, phone, e-mail, id"))
        self.view.setAccessibleName(self.tr("Customers"))
        self._empty.set_content(self.tr("No customer has this name, phone, e-mail or id. Fewer letters find more."))
        if self._found is None or (not self._found and not self._is_search):
            # Why a store has no customers is said once, beside this list.
            self._count.setText("")
            self._stack.setCurrentWidget(self.view)
            return
        self._stack.setCurrentWidget(self.view if self._found else self._empty)
        number = self._language.number(self._found)
        if not self._is_search:
            self._count.setText(
                self.tr("1 customer") if self._found == 1 else self.tr("All {count} customers").format(count=number)
            )
        elif self._found == 1:
            self._count.setText(self.tr("1 customer found"))
        else:
            self._count.setText(self.tr("{count} customers found").format(count=number))

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        hit = self.model.hit_at(current.row()) if current.isValid() else None
        if hit is not None:
            self.customer_chosen.emit(hit.cin)

    def _spoken(self, hit: SearchHit) -> str:
        names = ", ".join(source.name for source in hit.sources)
        restricted = self.tr("Restricted") if hit.is_restricted else ""
        title = shown_title(hit.title, self._mask)
        return " · ".join(part for part in (title, format_cin(hit.cin), hit.city, names, restricted) if part)
