"""How each member's cell stands to the golden value beside it."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeGroup, AttributeType, attribute_of
from steward.domain.pairs import Level
from steward.matching.comparisons.by_type import compare_values
from steward.matching.differences import differing_spans
from steward.workspace.views import CellState, CellView, FieldRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.records import SourceRecord
    from steward.domain.survivorship import GoldenValue

_SIMILAR = frozenset({Level.CLOSE, Level.SIMILAR, Level.PARTIAL})
#: Worst first: the order in which rows ask for attention.
_URGENCY = (CellState.CONFLICT, CellState.SIMILAR, CellState.STANDARD, CellState.EQUAL, CellState.MISSING)
#: Two lists may well say different things of one customer here.
_NO_EVIDENCE = frozenset({AttributeGroup.BUSINESS, AttributeGroup.OWN})
_QUIET = frozenset({CellState.EQUAL, CellState.MISSING})
Spans = tuple[tuple[int, int], ...]

_DIGITS = re.compile(r"\d+")


class FieldRows:
    """Makes the lines of the compare grid; cells are made again only where the golden values are other ones."""

    def __init__(self, members: Sequence[SourceRecord]) -> None:
        self._members = members
        self._cells: dict[str, tuple[tuple[str, ...], tuple[CellView, ...]]] = {}

    def row(self, attribute: str, golden: Sequence[GoldenValue], *, is_chosen: bool) -> FieldRow:
        """The line of an attribute. ``golden``: its golden values, primary first."""
        is_business = attribute_of(attribute).group in _NO_EVIDENCE
        # Of several golden values only the first is shown beside the cells; another phone number is another one.
        kept = tuple(value.value for value in (golden if is_business else golden[:1]))
        known = self._cells.get(attribute)
        if known is None or known[0] != kept:
            known = self._cells[attribute] = (kept, _cells(attribute, kept, self._members))
        cells = known[1]
        state = min((cell.state for cell in cells), key=_URGENCY.index)
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


def _cells(attribute: str, golden: tuple[str, ...], members: Sequence[SourceRecord]) -> tuple[CellView, ...]:
    """How every member's value stands to the golden values; equal values are looked at once."""
    given = [(member.values.get(attribute, ()), member.standard.get(attribute, ())) for member in members]
    states = {values: _plain_state(attribute, golden, *values) for values in given}
    open_values = [values for values, state in states.items() if state is None]
    if open_values:
        # Only values with a standard form and a golden value beside them are open.
        firsts = [next(value for value in standard if value) for _, standard in open_values]
        levels = compare_values(attribute_of(attribute).type, [golden[0]] * len(firsts), firsts)
        for values, level in zip(open_values, levels, strict=True):
            states[values] = _compared_state(attribute, golden[0], values, level)
    shown = {}
    for found, state in states.items():
        standard = "; ".join(value for value in found[1] if value)
        shown[found] = ("; ".join(found[0]), standard, *(state or (CellState.MISSING, ())))
    return tuple(CellView(member.id, *shown[values]) for member, values in zip(members, given, strict=True))


def _plain_state(
    attribute: str, golden: tuple[str, ...], values: Sequence[str], standards: Sequence[str]
) -> tuple[CellState, Spans] | None:
    """What can be said without comparing letters, None when they must be compared."""
    if not values:
        return CellState.MISSING, ()
    if any(value in golden for value in values):
        return CellState.EQUAL, ()
    usable = [standard for standard in standards if standard]
    if not usable or not golden:
        # A placeholder or a damaged value says nothing for or against.
        return (CellState.STANDARD if usable else CellState.MISSING), ()
    if any(standard in golden for standard in usable) or attribute_of(attribute).group in _NO_EVIDENCE:
        return CellState.STANDARD, ()
    return None


def _compared_state(
    attribute: str, golden: str, given: tuple[Sequence[str], Sequence[str]], level: Level
) -> tuple[CellState, Spans]:
    if level is Level.EXACT:
        return CellState.STANDARD, ()
    text = given[0][0]
    spans = differing_spans(_as_written(attribute, golden, given[1][0], text), text)
    return (CellState.SIMILAR if level in _SIMILAR else CellState.CONFLICT), spans


def _as_written(attribute: str, golden: str, standard: str, text: str) -> str:
    """The golden value in the layout of a member's text, so that only what differs in substance is marked."""
    kind = attribute_of(attribute).type
    if kind is AttributeType.PHONE and golden.startswith("+62") and text.lstrip().startswith("0"):
        return f"0{golden[3:]}"
    return _date_as_written(golden, standard, text) if kind is AttributeType.DATE else golden


def _date_as_written(golden: str, standard: str, text: str) -> str:
    """An ISO date with the parts where the member's text has them; the text itself when they can't be told."""
    parts, own = golden.split("-"), standard.split("-")
    groups = _DIGITS.findall(text)
    if len(parts) != len(groups) or len(own) != len(groups) or not all(map(str.isdecimal, own)):
        return text
    for order in itertools.permutations(range(len(parts))):
        if all(int(own[part]) % 10 ** len(group) == int(group) for part, group in zip(order, groups, strict=True)):
            written = [parts[part][-len(group) :] for part, group in zip(order, groups, strict=True)]
            between = _DIGITS.split(text)
            return "".join(itertools.chain.from_iterable(zip(between, [*written, ""], strict=True)))
    return text
