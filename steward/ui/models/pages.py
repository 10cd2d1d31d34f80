"""Rows of which only the pages that somebody looks at are held: what models of long lists and tables share, no Qt."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Row = TypeVar("Row")

PAGE_SIZE = 128
_PAGES_KEPT = 64


class Pages(Generic[Row]):
    """A missing page is asked for once by ``ask(generation, page)``; answers to older rows are dropped.

    ``generation``: which rows these are; it grows with all new ones.
    """

    def __init__(self, ask: Callable[[int, int], object]) -> None:
        self._ask = ask
        self._is_paged = False
        self._held: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._asked: set[int] = set()
        self.count = 0
        self.generation = 0

    def fill(self, rows: Sequence[Row]) -> None:
        """Exactly these rows from now on."""
        self._begin(len(rows), is_paged=False)
        self._hold(0, rows)

    def expect(self, count: int, first_page: Sequence[Row] = ()) -> None:
        """So many rows from now on, whose pages come when they are looked at."""
        self._begin(count, is_paged=True)
        if first_page:
            self._held[0] = first_page

    def extend(self, rows: Sequence[Row]) -> None:
        """More rows below those that ``fill`` brought."""
        first = self.count // PAGE_SIZE
        self._hold(first, [*self._held.get(first, ()), *rows])
        self.count += len(rows)

    def put(self, generation: int, page: int, rows: Sequence[Row]) -> tuple[int, int] | None:
        """Take in a page that was asked for. Gives the first and the last row that are new, None for no such ones."""
        if generation != self.generation:
            return None
        self._asked.discard(page)
        self._held[page] = rows
        while self._is_paged and len(self._held) > _PAGES_KEPT:
            self._held.popitem(last=False)
        first = page * PAGE_SIZE
        last = min(first + PAGE_SIZE, self.count) - 1
        return (first, last) if last >= first else None

    def forget_request(self, generation: int, page: int) -> None:
        """A page could not be read: it is asked for again when it is next looked at."""
        if generation == self.generation:
            self._asked.discard(page)

    def at(self, row: int) -> Row | None:
        """The row at a place, None while its page is on the way or where there is none."""
        if not 0 <= row < self.count:
            return None
        page, place = divmod(row, PAGE_SIZE)
        rows = self._held.get(page)
        if rows is None:
            if page not in self._asked:
                self._asked.add(page)
                self._ask(self.generation, page)
            return None
        return rows[place] if place < len(rows) else None

    def at_hand(self) -> Iterator[tuple[int, Row]]:
        """The rows of the pages that are held, each with its place."""
        for page, rows in self._held.items():
            yield from enumerate(rows, page * PAGE_SIZE)

    def _begin(self, count: int, *, is_paged: bool) -> None:
        self.generation += 1
        self._held.clear()
        self._asked.clear()
        self.count, self._is_paged = count, is_paged

    def _hold(self, first: int, rows: Sequence[Row]) -> None:
        for place in range(0, len(rows), PAGE_SIZE):
            self._held[first + place // PAGE_SIZE] = rows[place : place + PAGE_SIZE]
