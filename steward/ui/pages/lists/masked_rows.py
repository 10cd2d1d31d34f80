"""Rows and columns of a list as they may be shown: columns of numbers of people masked, all others as they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from steward.domain.column_rules import holds_numbers
from steward.ui.number_mask import NumberMask, Shown
from steward.ui.words.masking import Mask, masked

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtCore import QObject

    from steward.domain.quarantine import HeldRow
    from steward.ui.pages.lists.load_plan import LoadPlan
    from steward.ui.settings import Settings
    from steward.workspace.lists.list_views import (
        CellChange,
        ColumnPreview,
        Finding,
        RowChange,
        TablePreview,
    )


class FileMask(NumberMask):
    """The mask of a file on its way into the store; a look at it is logged by its name."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(settings, parent)
        self._whole: TablePreview | None = None
        self._hidden: frozenset[str] = frozenset()
        self._masked: TablePreview | None = None

    def of(self, plan: LoadPlan, at: int) -> LoadPlan:
        """The plan to be shown: in the table that is looked at, columns that become numbers of people are masked."""
        self.follow(Shown(plan.preview.path, file_name=Path(plan.preview.path).name))
        table = plan.tables[at]
        hidden = frozenset(header for header, target in table.targets.items() if holds_numbers(target))
        if self.mask is Mask.OFF or not hidden:
            return plan
        # The rows may be many: they are masked once for each look at the file.
        if self._masked is None or self._whole is not table.preview or self._hidden != hidden:
            self._whole, self._hidden = table.preview, hidden
            self._masked = _masked_preview(table.preview, hidden)
        return plan.with_table(at, replace(table, preview=self._masked))


def masked_cells(cells: Mapping[str, str], hidden: Collection[str]) -> dict[str, str]:
    """The cells of a row by header."""
    return {header: masked(cell) if header in hidden else cell for header, cell in cells.items()}


def masked_change(row: RowChange, hidden: Collection[str]) -> RowChange:
    """A changed row; an empty cell stays one."""
    return replace(row, cells=tuple(_masked_cell(cell, hidden) for cell in row.cells))


def _masked_cell(cell: CellChange, hidden: Collection[str]) -> CellChange:
    if cell.header not in hidden:
        return cell
    before, after = (text and masked(text) for text in (cell.before, cell.after))
    return replace(cell, before=before, after=after)


def _masked_preview(preview: TablePreview, hidden: frozenset[str]) -> TablePreview:
    places = [place for place, column in enumerate(preview.columns) if column.header in hidden]
    # A column that went under another name is compared with the one that came.
    before = {drift.before for drift in preview.drifts if drift.now in hidden or holds_numbers(drift.target)}
    return replace(
        preview,
        columns=tuple(_masked_column(column) if column.header in hidden else column for column in preview.columns),
        findings=tuple(_masked_finding(one) if one.column in hidden else one for one in preview.findings),
        sample=tuple(_masked_row(row, places) for row in preview.sample),
        named_rows={number: _masked_row(row, places) for number, row in preview.named_rows.items()},
        held=tuple(masked_held(row, hidden) for row in preview.held),
        changes=tuple(masked_change(row, hidden | before) for row in preview.changes),
    )


def masked_held(row: HeldRow, hidden: Collection[str]) -> HeldRow:
    """A row that is held back."""
    return replace(row, cells=masked_cells(row.cells, hidden))


def _masked_row(row: tuple[str, ...], places: Collection[int]) -> tuple[str, ...]:
    return tuple(masked(cell) if place in places else cell for place, cell in enumerate(row))


def _masked_column(column: ColumnPreview) -> ColumnPreview:
    profile = column.profile
    if profile is not None:
        profile = replace(
            profile,
            top=tuple((masked(value), count) for value, count in profile.top),
            shortest=masked(profile.shortest),
            longest=masked(profile.longest),
        )
    return replace(column, examples=tuple(map(masked, column.examples)), profile=profile)


def _masked_finding(finding: Finding) -> Finding:
    return replace(finding, example=masked(finding.example))
