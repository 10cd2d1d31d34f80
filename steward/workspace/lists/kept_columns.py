"""Columns that are kept but mapped to nothing: whose phones, mails, days or people they hold, and what stands for none.

Words such as "tidak ada" are answers in a column of anything else, of allergies perhaps.
"""

from __future__ import annotations

from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING

from steward.domain.attributes import attribute_of
from steward.exchange.columns.cell_shapes import Shape
from steward.exchange.columns.column_content import profile_column
from steward.exchange.columns.told_by_content import are_people, told_by_content
from steward.standardize.placeholders import is_placeholder, is_repeated_digit
from steward.standardize.text import squeeze
from steward.standardize.values import ValueStatus, detect_hints, standardize_column

if TYPE_CHECKING:
    from steward.exchange.columns.column_content import ColumnProfile
    from steward.exchange.raw_rows import CellColumn

_TOLD = frozenset({"phone", "email", "nik", "npwp"})
_NEARLY_ALL = 0.85
#: Nothing is counted in numbers of so many digits all over a column.
_LONG_CODE = 8
#: Of more different cells only those that come again are looked at: what fills cells does.
_MANY = 20_000


def placeholders_in(header: str, cells: CellColumn) -> frozenset[str]:
    """The cells of a column without an attribute that were only filled in because they must not stay empty."""
    profile = profile_column(cells)
    kind = _kind(header, profile)
    if not kind:
        return _repeated_digits(cells)
    distinct = cells.distinct
    if len(distinct) > _MANY:
        distinct = list(compress(distinct, (count > 1 for count in cells.counts())))
    said = [cell for cell in distinct if any(map(str.isalnum, cell))]
    if kind == "name":
        # "Admin" is a name among those who serve.
        return frozenset(cell for cell in said if is_placeholder(squeeze(cell), "word"))
    attribute = attribute_of(kind)
    hints = detect_hints(attribute, said, counts=cells.tally())
    values = standardize_column(attribute, said, hints)
    return frozenset(cell for cell, value in zip(said, values, strict=True) if value.status is ValueStatus.PLACEHOLDER)


def _repeated_digits(cells: CellColumn) -> frozenset[str]:
    """The cells of one digit that come again and again among long codes of their length: "00000000000"."""
    counts = cells.tally()
    widths = Counter(map(len, filter(str.isdecimal, counts)))
    width, often = next(iter(widths.most_common(1)), (0, 0))
    if width < _LONG_CODE or often < _NEARLY_ALL * len(counts):
        return frozenset()
    return frozenset(
        cell for cell, count in counts.items() if count > 1 and len(cell) == width and is_repeated_digit(cell)
    )


def _kind(header: str, profile: ColumnProfile) -> str:
    """The attribute that the cells would be values of, "" when they are of none that has fillers of its own."""
    if profile.share(Shape.DATE) >= _NEARLY_ALL:
        return "last_activity"
    if (told := told_by_content(profile, header=header)) is not None and told[0] in _TOLD:
        return told[0]
    return "name" if are_people(profile) and profile.share(Shape.PERSON_WORDS) >= _NEARLY_ALL else ""
