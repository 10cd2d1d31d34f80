"""Tables with the names of their columns under each other: turned on their side, or one form for every customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.exchange.headers.keys import is_known_header
from steward.exchange.headers.words import read_header

if TYPE_CHECKING:
    from steward.exchange.tables import RawTable

_FEWEST_LABELS, _MOST_LABELS = 3, 200
_KNOWN_SHARE = 0.75
#: The attributes that say what a customer is called.
NAMES = frozenset({"name", "given_name", "family_name", "organization"})


def what_is_turned(table: RawTable) -> str:
    """What is wrong and what to do, as the end of a sentence about the list; "" unless it surely is turned."""
    if len(table.headers) < 2 or len(table.rows.columns[0].distinct) > _MOST_LABELS:
        return ""
    cells = (*table.rows.columns[0].distinct, table.headers[0])
    labels = {cell.strip() for cell in cells if cell.strip()}
    known = [label for label in labels if is_known_header(label)]
    if not len(known) >= _FEWEST_LABELS or len(labels) > _MOST_LABELS or len(known) < _KNOWN_SHARE * len(labels):
        return ""
    if not any(_names_a_customer(label) for label in known):
        return ""
    if len(table.rows) >= 2 * len(known):
        return "has a form for each customer, one below the other; ask for a list with one customer per row"
    return "has its customers side by side, one per column; turn rows and columns in Excel and import that"


def _names_a_customer(label: str) -> bool:
    meaning = read_header(label)
    return meaning is not None and not NAMES.isdisjoint(meaning.targets)
