"""How each member's cell stands to the golden value beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.attributes import ATTRIBUTES, AttributeGroup
from steward.domain.pairs import Level
from steward.matching.comparisons import compare_values, differing_spans
from steward.workspace.views import CellState, CellView, FieldRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.records import SourceRecord
    from steward.domain.survivorship import GoldenValue

_SIMILAR = frozenset({Level.CLOSE, Level.SIMILAR, Level.PARTIAL})
#: Worst first: the order in which rows ask for attention.
_URGENCY = (CellState.CONFLICT, CellState.SIMILAR, CellState.STANDARD, CellState.EQUAL, CellState.MISSING)
_QUIET = frozenset({CellState.EQUAL, CellState.MISSING})


def field_row(
    attribute: str, golden: Sequence[GoldenValue], members: Sequence[SourceRecord], *, is_chosen: bool
) -> FieldRow:
    """One line of the compare grid. ``golden``: the golden values of the attribute, primary first."""
    cells = tuple(_cell(attribute, golden, member) for member in members)
    state = min((cell.state for cell in cells), key=_URGENCY.index)
    is_business = ATTRIBUTES[attribute].group is AttributeGroup.BUSINESS
    return FieldRow(
        attribute=attribute,
        state=state,
        golden=golden[0] if golden else None,
        cells=cells,
        is_chosen=is_chosen,
        is_folded=is_business or all(cell.state in _QUIET for cell in cells),
    )


def urgency(row: FieldRow) -> tuple[bool, int]:
    """Sorts conflicts first, then similar, then standardized; folded rows last."""
    return row.is_folded, _URGENCY.index(row.state)


def _cell(attribute: str, golden: Sequence[GoldenValue], member: SourceRecord) -> CellView:
    values = member.values.get(attribute, ())
    standards = member.standard.get(attribute, ())
    text = "; ".join(values)
    standard = "; ".join(value for value in standards if value)
    state, spans = _state(attribute, golden, values, standards)
    return CellView(member.id, text, standard, state, spans)


def _state(
    attribute: str, golden: Sequence[GoldenValue], values: Sequence[str], standards: Sequence[str]
) -> tuple[CellState, tuple[tuple[int, int], ...]]:
    if not values:
        return CellState.MISSING, ()
    kept = {value.value for value in golden}
    if any(value in kept for value in values):
        return CellState.EQUAL, ()
    usable = [standard for standard in standards if standard]
    if not usable or not golden:
        # A placeholder or a damaged value says nothing for or against.
        return CellState.STANDARD if usable else CellState.MISSING, ()
    if any(standard in kept for standard in usable) or ATTRIBUTES[attribute].group is AttributeGroup.BUSINESS:
        return CellState.STANDARD, ()
    level = compare_values(ATTRIBUTES[attribute].type, [golden[0].value], [usable[0]])[0]
    if level is Level.EXACT:
        return CellState.STANDARD, ()
    spans = differing_spans(golden[0].value, values[0])
    return (CellState.SIMILAR if level in _SIMILAR else CellState.CONFLICT), spans
