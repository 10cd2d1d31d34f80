"""The words of the compare grid: what a cell says on screen, to a screen reader and in its tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from steward.domain.identity import format_cin
from steward.ui.models.compare_table import CellKind, CompareCell
from steward.ui.words.attributes import attribute_label
from steward.ui.words.labels import lock_label, rule_label, state_label
from steward.ui.words.values import day_text, value_text
from steward.workspace.views import CellState

if TYPE_CHECKING:
    from steward.workspace.views import FieldRow, MemberView


translate = QCoreApplication.translate


def golden_text(row: FieldRow) -> str:
    """The golden value of a row, "" when there is none."""
    return value_text(row.attribute, row.golden.value) if row.golden is not None else ""


def member_text(cell: CompareCell) -> str:
    """A member's value as the grid shows it: as delivered, or standardized when asked for."""
    assert cell.cell is not None
    if cell.shows_standard and cell.cell.standard:
        return value_text(cell.row.attribute, cell.cell.standard) if cell.row is not None else cell.cell.standard
    return cell.cell.text


def row_place_text(member: MemberView) -> str:
    """Where a member comes from: "12 Jun 2026 · row 4,118"."""
    row = translate("CompareGrid", "row {row}").format(row=QLocale().toString(member.row))
    return f"{day_text(member.delivered_on)} · {row}" if member.delivered_on else row


def member_name(member: MemberView) -> str:
    """How a member is called in sentences: "4 Online shop"."""
    return f"{member.number} {member.source.name}"


def included_text(*, is_included: bool) -> str:
    """The pill on a member's head."""
    return translate("CompareGrid", "In") if is_included else translate("CompareGrid", "Out")


def display_text(cell: CompareCell) -> str:
    """The plain text of a place of the grid."""
    if cell.row is None:
        return head_text(cell)
    if cell.kind is CellKind.FIELD:
        return attribute_label(cell.row.attribute)
    if cell.kind is CellKind.GOLDEN:
        return golden_text(cell.row)
    return member_text(cell)


def head_text(cell: CompareCell) -> str:
    """The plain text of a head: a member with its state and origin, or the name of a column."""
    if cell.kind is CellKind.MEMBER_HEAD and cell.member is not None:
        pill = included_text(is_included=cell.is_included)
        return f"{member_name(cell.member)}, {pill}, {row_place_text(cell.member)}, {cell.member.source_key}"
    if cell.kind is CellKind.GOLDEN_HEAD:
        title = translate("CompareGrid", "Golden record")
        return f"{title}, {keeps_text(cell.cin)}"
    if cell.kind is CellKind.FIELD_HEAD and cell.row is not None:
        return f"{attribute_label(cell.row.attribute)}: {golden_text(cell.row)}"
    if cell.kind is CellKind.MEMBER_CORNER:
        return translate("CompareGrid", "Member")
    return translate("CompareGrid", "Field")


def keeps_text(cin: str) -> str:
    """Which CIN stays after the merge."""
    return (
        translate("CompareGrid", "live, keeps CIN {cin}").format(cin=format_cin(cin))
        if cin
        else translate("CompareGrid", "live")
    )


def accessible_text(cell: CompareCell) -> str:
    """A whole phrase for screen readers: field, whose value, the value and how it stands."""
    if cell.row is None:
        return head_text(cell)
    label = attribute_label(cell.row.attribute)
    if cell.kind is CellKind.FIELD:
        return f"{label}, {state_label(cell.row.state)}"
    if cell.kind is CellKind.GOLDEN or cell.cell is None or cell.member is None:
        golden = translate("CompareGrid", "{field}, golden record: {value}").format(
            field=label, value=golden_text(cell.row) or translate("CompareGrid", "empty")
        )
        return f"{golden}{_origin(cell)}"
    value = member_text(cell) or translate("CompareGrid", "empty")
    return f"{label}, {member_name(cell.member)}: {value}, {state_label(cell.cell.state)}"


def tooltip_text(cell: CompareCell) -> str:
    """The full value, with what an eye can't see: the rule that chose it, or its standard value."""
    if cell.row is None:
        return head_text(cell)
    if cell.kind is CellKind.FIELD:
        return f"{attribute_label(cell.row.attribute)}: {state_label(cell.row.state)}"
    if cell.kind is CellKind.GOLDEN or cell.cell is None:
        return f"{golden_text(cell.row)}{_origin(cell)}" if cell.row.golden is not None else ""
    if cell.cell.state is CellState.MISSING:
        return ""
    shown = cell.cell.text
    is_changed = cell.cell.standard and cell.cell.standard != shown
    return (
        translate("CompareGrid", "{value}\nstandardized: {standard}").format(value=shown, standard=cell.cell.standard)
        if is_changed
        else shown
    )


def _origin(cell: CompareCell) -> str:
    if cell.row is None or cell.row.golden is None:
        return ""
    parts = [rule_label(cell.row.golden.rule)]
    if cell.member is not None:
        parts.insert(0, member_name(cell.member))
    if cell.row.golden.is_locked:
        parts.append(lock_label(cell.row.golden))
    return "".join(f", {part}" for part in parts)
