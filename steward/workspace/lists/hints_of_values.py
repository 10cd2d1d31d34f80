"""What all values of a column decide together, as work that a process of its own can do."""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType, attribute_of
from steward.standardize.date_columns import may_be_near_1970
from steward.standardize.values import ColumnHints, hints_of_distinct, values_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(slots=True)
class ValuesOfColumn:
    """The raw values of one attribute, and the distinct cells of columns that hold it. ``country``: the code of the one
    that the rest of the list tells of.

    ``counts``: how often each stands in the list, where that tells anything: of days around 1970.
    """

    attribute: str
    raws: list[str] = field(default_factory=list)
    country: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    columns: list[list[str]] = field(default_factory=list)

    def add(self, values: Iterable[str], counts: Sequence[int] = ()) -> None:
        """Take in more values; ``counts``: how often each stands in the list, once where it is not said."""
        known = len(self.raws)
        self.raws.extend(values)
        if attribute_of(self.attribute).type is AttributeType.DATE:
            for value, count in zip(self.raws[known:], chain(counts, repeat(1)), strict=False):
                if may_be_near_1970(value):
                    self.counts[value] = self.counts.get(value, 0) + count

    def __getstate__(self) -> bytes:
        # Plain values go from process to process in a fraction of the time that pickling each would take.
        return marshal.dumps((self.attribute, self.raws, self.country, self.counts, self.columns))

    def __setstate__(self, state: bytes) -> None:
        self.attribute, self.raws, self.country, self.counts, self.columns = marshal.loads(state)


def hints_of(values: ValuesOfColumn) -> ColumnHints:
    """What they decide: day or month first, decimal comma, the meaning of P ..."""
    attribute = attribute_of(values.attribute)
    columns = [values_in(attribute, cells) for cells in values.columns]
    # The cells of one column differ already.
    is_one = len(columns) == 1 and not values.raws
    distinct = columns[0] if is_one else list(dict.fromkeys(chain(values.raws, *columns)))
    return hints_of_distinct(attribute, distinct, values.country, values.counts)
