"""The customers in the list on the left: all of them page by page, or those a search found."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.workspace.customers.customer_views import SearchHit

DISPLAY = int(Qt.ItemDataRole.DisplayRole)
#: The role that returns the ``SearchHit`` behind an index, None while its page is on the way.
HIT_ROLE = int(Qt.ItemDataRole.UserRole)

PAGE_SIZE = 128
_PAGES_KEPT = 64

Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """A list of any length that holds only the pages a person looks at.

    A page that is missing is asked for once by ``page_wanted(generation, page)``; answers to an older list are dropped.
    """

    page_wanted = Signal(int, int)

    def __init__(self, describe: Callable[[SearchHit], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._count = 0
        self._is_paged = False
        self._generation = 0
        self._pages: OrderedDict[int, tuple[SearchHit, ...]] = OrderedDict()
        self._asked: set[int] = set()

    @property
    def generation(self) -> int:
        """Which list is shown; it grows with every new one."""
        return self._generation

    def set_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show exactly these customers."""
        self._replace(len(hits), is_paged=False)
        for page in range(0, (len(hits) + PAGE_SIZE - 1) // PAGE_SIZE):
            self._pages[page] = tuple(hits[page * PAGE_SIZE : (page + 1) * PAGE_SIZE])
        self.endResetModel()

    def set_count(self, count: int) -> None:
        """Show a list of this length whose pages come when they are looked at."""
        self._replace(count, is_paged=True)
        self.endResetModel()

    def set_page(self, generation: int, page: int, hits: Sequence[SearchHit]) -> None:
        """Take in a page that was asked for."""
        if generation != self._generation:
            return
        self._asked.discard(page)
        self._pages[page] = tuple(hits)
        while self._is_paged and len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE_SIZE
        last = min(first + PAGE_SIZE, self._count) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last))

    def forget_request(self, generation: int, page: int) -> None:
        """A page could not be read: ask for it again when it is next looked at."""
        if generation == self._generation:
            self._asked.discard(page)

    def hit_at(self, row: int) -> SearchHit | None:
        """The customer in this row, None while its page is on the way."""
        page, place = divmod(row, PAGE_SIZE)
        hits = self._pages.get(page)
        if hits is None:
            if page not in self._asked:
                self._asked.add(page)
                self.page_wanted.emit(self._generation, page)
            return None
        return hits[place] if place < len(hits) else None

    def row_of(self, cin: str) -> int:
        """Where a customer stands among the pages at hand, -1 when it doesn't."""
        for page, hits in self._pages.items():
            for place, hit in enumerate(hits):
                if hit.cin == cin:
                    return page * PAGE_SIZE + place
        return -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if role not in (DISPLAY, HIT_ROLE) or not index.isValid():
            return None
        hit = self.hit_at(index.row())
        if role == HIT_ROLE or hit is None:
            return hit
        return self._describe(hit)

    def _replace(self, count: int, *, is_paged: bool) -> None:
        self.beginResetModel()
        self._generation += 1
        self._pages.clear()
        self._asked.clear()
        self._count = count
        self._is_paged = is_paged
