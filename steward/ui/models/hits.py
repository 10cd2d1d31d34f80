"""The customers in the list on the left: all of them page by page, or those a search found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QObject, Signal

from steward.ui.models.pages import Pages
from steward.ui.models.roles import DISPLAY, OWN, Index

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.workspace.customers.customer_views import SearchHit

#: The role that returns the ``SearchHit`` behind an index, None while its page is on the way.
HIT_ROLE = OWN


class HitsModel(QAbstractListModel):
    """A list of any length that holds only the pages a person looks at.

    A page that is missing is asked for once by ``page_wanted(generation, page)``; answers to an older list are dropped.
    """

    page_wanted = Signal(int, int)

    def __init__(self, describe: Callable[[SearchHit], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._pages: Pages[SearchHit] = Pages(self.page_wanted.emit)

    @property
    def generation(self) -> int:
        """Which list is shown; it grows with every new one."""
        return self._pages.generation

    def set_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show exactly these customers."""
        self.beginResetModel()
        self._pages.fill(hits)
        self.endResetModel()

    def set_count(self, count: int) -> None:
        """Show a list of this length whose pages come when they are looked at."""
        self.beginResetModel()
        self._pages.expect(count)
        self.endResetModel()

    def set_page(self, generation: int, page: int, hits: Sequence[SearchHit]) -> None:
        """Take in a page that was asked for."""
        if (new := self._pages.put(generation, page, hits)) is not None:
            self.dataChanged.emit(self.index(new[0]), self.index(new[1]))

    def forget_request(self, generation: int, page: int) -> None:
        """A page could not be read: ask for it again when it is next looked at."""
        self._pages.forget_request(generation, page)

    def hit_at(self, row: int) -> SearchHit | None:
        """The customer in this row, None while its page is on the way."""
        return self._pages.at(row)

    def row_of(self, cin: str) -> int:
        """Where a customer stands among the pages at hand, -1 when it doesn't."""
        return next((row for row, hit in self._pages.at_hand() if hit.cin == cin), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._pages.count

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if role not in (DISPLAY, HIT_ROLE) or not index.isValid():
            return None
        hit = self.hit_at(index.row())
        if role == HIT_ROLE or hit is None:
            return hit
        return self._describe(hit)
