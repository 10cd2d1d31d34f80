"""What the compare grid shows, without Qt: one cluster's fields and members in a stable order.

The order of the fields and which of them are folded are fixed when a cluster opens: a row that jumps
away under the cursor because a member was excluded would cost more than a row that is out of order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from steward.ui.words.masking import masked
from steward.workspace.views import CellState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.domain.records import RecordId
    from steward.ui.words.masking import Mask
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.views import CellView, ClusterId, FieldRow, MemberView

#: Up to this many members stand side by side as columns; more of them become rows.
MEMBERS_AS_COLUMNS = 8


class CellKind(Enum):
    """What a place of the grid or its header holds."""

    FIELD = auto()
    GOLDEN = auto()
    MEMBER = auto()
    MEMBER_HEAD = auto()
    GOLDEN_HEAD = auto()
    FIELD_CORNER = auto()
    MEMBER_CORNER = auto()
    FIELD_HEAD = auto()


@dataclass(frozen=True, slots=True)
class CompareCell:
    """One place of the grid: what kind it is and the values it shows."""

    kind: CellKind
    row: FieldRow | None = None
    cell: CellView | None = None
    member: MemberView | None = None
    is_included: bool = True
    shows_standard: bool = False
    cin: str = ""


@dataclass(frozen=True, slots=True)
class CompareTable:
    """A snapshot of a draft in the order of the screen: members that the cut leaves out stand last.

    ``cell_places`` are the places of the members' cells in a ``FieldRow``.
    """

    cluster_id: ClusterId | None
    members: tuple[MemberView, ...]
    cell_places: tuple[int, ...]
    order: tuple[str, ...]
    folded: frozenset[str]
    rows: Mapping[str, FieldRow]
    included: frozenset[RecordId]
    proposed_out: frozenset[int]
    surviving_cin: str

    @classmethod
    def empty(cls) -> CompareTable:
        """The table before any cluster is shown."""
        return cls(None, (), (), (), frozenset(), {}, frozenset(), frozenset(), "")

    @classmethod
    def of(cls, draft: ReviewDraft, before: CompareTable | None = None) -> CompareTable:
        """The draft as it stands; order and folding are kept from ``before`` while it shows the same fields."""
        rows = {row.attribute: row for row in draft.rows()}
        order = tuple(rows)
        folded = frozenset(name for name, row in rows.items() if row.is_folded)
        view = draft.view
        places = sorted(range(len(view.members)), key=lambda place: view.members[place].number in view.proposed_out)
        if before is not None and before.cluster_id == view.id and set(before.order) == set(order):
            order, folded = before.order, before.folded
        return cls(
            view.id,
            tuple(view.members[place] for place in places),
            tuple(places),
            order,
            folded,
            rows,
            frozenset(draft.included),
            frozenset(view.proposed_out),
            draft.surviving_cin,
        )

    @property
    def folds_only_quiet(self) -> bool:
        """True when folded rows are identical or empty, False when some are folded for being about business only."""
        quiet = (CellState.EQUAL, CellState.MISSING)
        return all(cell.state in quiet for name in self.folded for cell in self.rows[name].cells)

    @property
    def conflict_count(self) -> int:
        """How many fields are in conflict."""
        return sum(row.state is CellState.CONFLICT for row in self.rows.values())

    @property
    def is_transposed(self) -> bool:
        """True when members are rows."""
        return len(self.members) > MEMBERS_AS_COLUMNS

    def visible(self, *, shows_folded: bool) -> tuple[str, ...]:
        """The attributes on screen, in order; all of them when every row would be folded."""
        open_rows = tuple(name for name in self.order if name not in self.folded)
        return self.order if shows_folded or not open_rows else open_rows

    def member_of(self, record_id: RecordId | None) -> MemberView | None:
        """The member that a golden value comes from, None when a steward typed it."""
        return next((member for member in self.members if member.record_id == record_id), None)

    def golden_cell(self, attribute: str, kind: CellKind = CellKind.GOLDEN) -> CompareCell:
        """The golden value of an attribute with the member it comes from."""
        row = self.rows[attribute]
        origin = self.member_of(row.golden.record_id) if row.golden is not None else None
        return CompareCell(kind, row=row, member=origin)

    def member_cell(self, attribute: str, place: int, *, shows_standard: bool = False) -> CompareCell:
        """The value of the member at ``place`` (from 0)."""
        row, member = self.rows[attribute], self.members[place]
        cell = row.cells[self.cell_places[place]]
        return CompareCell(
            CellKind.MEMBER,
            row=row,
            cell=cell,
            member=member,
            is_included=member.record_id in self.included,
            shows_standard=shows_standard,
        )

    def member_head(self, place: int) -> CompareCell:
        """The head of the member at ``place`` (from 0)."""
        member = self.members[place]
        return CompareCell(CellKind.MEMBER_HEAD, member=member, is_included=member.record_id in self.included)

    def masked(self, cell: CompareCell, mask: Mask) -> CompareCell:
        """A place as it may be shown; a masked value has no letters to mark."""
        if cell.kind is CellKind.MEMBER_HEAD:
            member = cell.member
            if member is None or not self._is_named_by_number(member, mask):
                return cell
            return replace(cell, member=replace(member, source_key=masked(member.source_key)))
        row = cell.row
        if row is None or not mask.hides(row.attribute):
            return cell
        golden, own = row.golden, cell.cell
        if golden is not None:
            golden = replace(golden, value=masked(golden.value), runner_up=masked(golden.runner_up))
        if own is not None:
            own = replace(own, text=masked(own.text), standard=masked(own.standard), spans=())
        return replace(cell, row=replace(row, golden=golden), cell=own)

    def _is_named_by_number(self, member: MemberView, mask: Mask) -> bool:
        """Whether the key that a list gives this member is a number that is masked."""
        place = self.cell_places[self.members.index(member)]
        own = [row.cells[place] for row in self.rows.values() if mask.hides(row.attribute)]
        return any(text and text in member.source_key for cell in own for text in (cell.text, cell.standard))

    def first_place(self, attribute: str, state: CellState) -> int | None:
        """The first member on screen (from 0) whose value stands like this to the golden one."""
        cells = self.rows[attribute].cells
        return next((place for place, cell in enumerate(self.cell_places) if cells[cell].state is state), None)

    def cut_place(self) -> int | None:
        """The place (from 0) of the first member beyond the proposed cut, None when there is no cut to draw."""
        place = len(self.members) - len(self.proposed_out)
        return place if 0 < place < len(self.members) else None
