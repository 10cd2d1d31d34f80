"""What a delivery changes, cell by cell, and which known records are new to it or missing from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steward.ui.models.rows import Column, RowsModel
from steward.ui.pages.lists.part_tabs import PartTabs
from steward.ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.workspace.lists.list_views import CellChange, KeyedRow, RowChange

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """One cell of a changed row; only the first of a row names it."""

    row: RowChange
    cell: CellChange
    is_first: bool


def changed_cells(rows: Sequence[RowChange]) -> list[ChangedCell]:
    """Row by row: changed values, then columns that came or went, then cells that the source ignores.

    A column that went where another came with mostly the same values was renamed; the cells of both are one.
    """
    renamed = _renamed(rows)
    found = []
    for row in rows:
        cells = sorted(_joined(row.cells, renamed), key=_weight)
        found += [ChangedCell(row, cell, place == 0) for place, cell in enumerate(cells)]
    return found


def _renamed(rows: Sequence[RowChange]) -> dict[str, str]:
    """Header now -> header before."""
    same: Counter[tuple[str, str]] = Counter()
    for row in rows:
        came = [cell for cell in row.cells if cell.before is None and cell.after]
        went = {cell.before: cell.header for cell in row.cells if cell.after is None and cell.before}
        same.update((cell.header, went[cell.after]) for cell in came if cell.after in went)
    return {now: before for (now, before), count in same.items() if 2 * count > len(rows)}


def _joined(cells: Sequence[CellChange], renamed: Mapping[str, str]) -> list[CellChange]:
    by_header = {cell.header: cell for cell in cells}
    found = []
    for cell in cells:
        old = by_header.get(renamed.get(cell.header, ""))
        if old is not None:
            joined = replace(cell, header=f"{old.header} → {cell.header}", before=old.before)
            found += [joined] if joined.before != joined.after else []
        elif cell.header not in renamed.values():
            found.append(cell)
    return found


def _weight(cell: CellChange) -> int:
    return 2 if cell.is_ignored else int(cell.before is None or cell.after is None)


class ChangesView(QWidget):
    """Changed, new and missing rows as tables; the parts without rows are switched off."""

    CHANGED, NEW, MISSING = range(3)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self.changed = RowsModel(_cell_columns(language), self)
        self.new = RowsModel(_row_columns(language), self)
        self.missing = RowsModel(_row_columns(language, is_missing=True), self)
        self._totals = [0, 0, 0]
        self._views = [RowTable(look, model) for model in (self.changed, self.new, self.missing)]
        self._tabs = PartTabs(look, self._views)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        self.retranslate()

    def show_changes(
        self,
        changed: Sequence[RowChange],
        new: Sequence[KeyedRow] = (),
        missing: Sequence[KeyedRow] = (),
        *,
        totals: tuple[int, int, int],
    ) -> None:
        """Show the first rows of each part; ``totals`` says how many there are."""
        self._totals = list(totals)
        self.changed.set_rows(changed_cells(changed))
        self.new.set_rows(new)
        self.missing.set_rows(missing)
        listed = (changed, new, missing)
        self._tabs.show_part(next((part for part, rows in enumerate(listed) if rows), self.CHANGED))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        number = self._language.number
        texts = (
            self.tr("Changed: {count}").format(count=number(self._totals[self.CHANGED])),
            self.tr("New: {count}").format(count=number(self._totals[self.NEW])),
            self.tr("Missing: {count}").format(count=number(self._totals[self.MISSING])),
        )
        models = (self.changed, self.new, self.missing)
        self._tabs.set_texts(texts, enabled=[model.rowCount() > 0 for model in models])
        for view, text in zip(self._views, texts, strict=True):
            view.setAccessibleName(text)
        self.changed.retranslate()
        self.new.retranslate()
        self.missing.retranslate()


def _cell_columns(language: Language) -> tuple[Column[ChangedCell], ...]:
    return (
        Column(
            lambda: translate("ChangesView", "Key"),
            lambda one: one.row.source_key if one.is_first else "",
            130,
            weight=600,
        ),
        Column(
            lambda: translate("ChangesView", "Row"),
            lambda one: language.number(one.row.row) if one.is_first else "",
            64,
            is_number=True,
            is_spare=True,
        ),
        Column(lambda: translate("ChangesView", "Column"), _header, 150, tone="text2"),
        Column(
            lambda: translate("ChangesView", "Before"),
            lambda one: _shown(one.cell.before),
            tone="text2",
            is_struck=lambda one: _has_text(one.cell.before) and not one.cell.is_ignored,
            is_faint=lambda one: not _has_text(one.cell.before),
        ),
        Column(
            lambda: translate("ChangesView", "Now"),
            lambda one: _shown(one.cell.after),
            weight=600,
            is_faint=lambda one: not _has_text(one.cell.after),
        ),
    )


def _row_columns(language: Language, *, is_missing: bool = False) -> tuple[Column[KeyedRow], ...]:
    columns: tuple[Column[KeyedRow], ...] = (
        Column(lambda: translate("ChangesView", "Key"), lambda one: one.source_key, 160, weight=600),
        Column(lambda: translate("ChangesView", "Row"), lambda one: _row_number(one, language), 90, is_number=True),
        Column(lambda: translate("ChangesView", "Called"), lambda one: one.title),
    )
    if not is_missing:
        return columns
    missed: Column[KeyedRow] = Column(
        lambda: translate("ChangesView", "Deliveries without it"),
        lambda one: language.number(one.missed) if one.missed else "",
        170,
        is_number=True,
    )
    return (*columns, missed)


def _row_number(one: KeyedRow, language: Language) -> str:
    # A person who was erased keeps no place in the file.
    return language.number(one.row) if one.row > 0 else ""


def _header(one: ChangedCell) -> str:
    if one.cell.is_ignored:
        return translate("ChangesView", "{column} (ignored)").format(column=one.cell.header)
    return one.cell.header


def _has_text(cell: str | None) -> bool:
    return cell is not None and bool(cell.strip())


def _shown(cell: str | None) -> str:
    if cell is None:
        return translate("ChangesView", "no such column")
    return cell if cell.strip() else translate("ChangesView", "empty")
