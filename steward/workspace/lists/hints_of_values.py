"""What all values of a column decide together, as work that a process of its own can do."""

from __future__ import annotations

import marshal
from dataclasses import dataclass

from steward.domain.attributes import attribute_of
from steward.standardize.values import ColumnHints, detect_hints


@dataclass(slots=True)
class ValuesOfColumn:
    """The raw values of one attribute. ``country``: the code of the one that the rest of the list tells of."""

    attribute: str
    raws: list[str]
    country: str

    def __getstate__(self) -> bytes:
        # Plain values go from process to process in a fraction of the time that pickling each would take.
        return marshal.dumps((self.attribute, self.raws, self.country))

    def __setstate__(self, state: bytes) -> None:
        self.attribute, self.raws, self.country = marshal.loads(state)


def hints_of(values: ValuesOfColumn) -> ColumnHints:
    """What they decide: day or month first, decimal comma, the meaning of P ..."""
    return detect_hints(attribute_of(values.attribute), values.raws, values.country)
