"""Standard values of many cells, worked out by processes of their own where there are enough to pay for it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from steward.standardize.values import standardize_cells
from steward.workspace.crew import Crew, crew

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steward.domain.attributes import Attribute
    from steward.domain.progress import Progress
    from steward.standardize.values import ColumnHints

#: Fewer different cells are done before a process has started.
ENOUGH_CELLS = 100_000
#: Processes that have started pay for fewer.
_ENOUGH_FOR_STARTED = 20_000
_PORTION = 5_000
_MOST_PROCESSES = 4


class Standardizers:
    """Standardizes columns; the result is the same with any number of processes."""

    def __init__(self, here: Crew, elsewhere: Crew) -> None:
        self._here, self._elsewhere = here, elsewhere

    def standardize(self, attribute: Attribute, hints: ColumnHints, cells: Sequence[str], separator: str) -> list[str]:
        """The standard values in each cell joined by a separator, those that are nothing left out."""
        portions = (cells[start : start + _PORTION] for start in range(0, len(cells), _PORTION))
        enough = min(ENOUGH_CELLS, _ENOUGH_FOR_STARTED) if self._elsewhere.has_started else ENOUGH_CELLS
        workers = self._elsewhere if len(cells) >= enough else self._here
        work = partial(_standardize, attribute, hints, separator)
        return [standard for part in workers.in_order(work, portions) for standard in part]


@contextmanager
def standardizers(progress: Progress, processes: int | None = None) -> Iterator[Standardizers]:
    """Standardizers whose processes are gone when the block ends; by default as many as pay on this computer."""
    count = processes or min(os.cpu_count() or 1, _MOST_PROCESSES)
    with crew(progress, 0) as here, crew(progress, count if count > 1 else 0) as elsewhere:
        yield Standardizers(here, elsewhere)


def _standardize(attribute: Attribute, hints: ColumnHints, separator: str, cells: Sequence[str]) -> list[str]:
    # Texts are handed over in less time than the values one by one.
    return [separator.join(values) for values in standardize_cells(attribute, cells, hints)]
