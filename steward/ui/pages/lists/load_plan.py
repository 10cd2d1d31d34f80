"""What the steward wants loaded: the previewed tables of a file, with the targets and the source they chose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.workspace.list_views import Finding, ListPreview, TablePreview

#: The target of the column by which a record is recognized again.
KEY_TARGET = "source_key"


@dataclass(frozen=True, slots=True)
class TablePlan:
    """One table of the file. ``targets`` says what each column becomes, by header; ``chosen`` are the steward's own."""

    preview: TablePreview
    targets: Mapping[str, str]
    chosen: frozenset[str] = frozenset()
    is_included: bool = True

    @classmethod
    def guessed(cls, preview: TablePreview) -> TablePlan:
        """The table as the preview would load it."""
        return cls(preview, {column.header: column.target for column in preview.columns})

    @property
    def key_column(self) -> str:
        """The header of the key column, "" when records are recognized by their content."""
        return next((header for header, target in self.targets.items() if target == KEY_TARGET), "")

    def with_target(self, header: str, target: str) -> TablePlan:
        """The same table with another target for a column. There is one key: the column that had it is only kept."""
        targets = dict(self.targets)
        if target == KEY_TARGET:
            targets.update({other: "" for other, old in self.targets.items() if old == KEY_TARGET})
        targets[header] = target
        return replace(self, targets=targets, chosen=self.chosen | {header})

    def renewed(self, preview: TablePreview) -> TablePlan:
        """The same choices on a newer look at the table."""
        guessed = {column.header: column.target for column in preview.columns}
        own = {header: target for header, target in self.targets.items() if header in self.chosen}
        return replace(self, preview=preview, targets={**guessed, **own})

    def with_key(self, header: str) -> TablePlan:
        """The same table with another key column; "" for none."""
        if header:
            return self.with_target(header, KEY_TARGET)
        return self.with_target(self.key_column, "") if self.key_column else self


@dataclass(frozen=True, slots=True)
class LoadCall:
    """The arguments of one load of one file."""

    path: str
    source: str
    sheet: str | None
    mapping: Mapping[str, str]
    mode: str

    def arguments(self) -> dict[str, object]:
        """As the workspace's ``import_list`` takes them."""
        return {
            "path": self.path,
            "source": self.source,
            "sheet": self.sheet,
            "mapping": dict(self.mapping),
            "mode": self.mode,
        }


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """A previewed file and everything the steward decided about it before loading."""

    preview: ListPreview
    tables: tuple[TablePlan, ...]
    source: str

    @classmethod
    def guessed(cls, preview: ListPreview) -> LoadPlan:
        """The plan that the preview proposes: every table, every guess."""
        tables = tuple(TablePlan.guessed(table) for table in preview.tables)
        return cls(preview, tables, tables[0].preview.source_name if tables else "")

    @property
    def included(self) -> tuple[TablePlan, ...]:
        """The tables that will be loaded."""
        return tuple(table for table in self.tables if table.is_included)

    @property
    def row_count(self) -> int:
        """How many rows of the file will be read."""
        return sum(table.preview.row_count for table in self.included)

    @property
    def new_rows(self) -> int:
        """How many of them are records the source did not have."""
        return sum(table.preview.new_rows for table in self.included)

    @property
    def changed_rows(self) -> int:
        """How many of them change a record the source had."""
        return sum(table.preview.changed_rows for table in self.included)

    @property
    def is_loadable(self) -> bool:
        """There is something to load and a source to load it as."""
        return bool(self.included) and bool(self.source.strip())

    @property
    def is_guessed_source(self) -> bool:
        """The counts of new and changed rows hold only for the source that the preview looked at."""
        return bool(self.tables) and self.source == self.tables[0].preview.source_name

    def findings(self) -> tuple[tuple[TablePlan, Finding], ...]:
        """Every finding of the tables that will be loaded, most rows first within a table."""
        return tuple(
            (table, finding)
            for table in self.included
            for finding in sorted(table.preview.findings, key=lambda found: -found.rows)
        )

    def with_table(self, index: int, table: TablePlan) -> LoadPlan:
        """The same plan with one table replaced."""
        return replace(self, tables=(*self.tables[:index], table, *self.tables[index + 1 :]))

    def with_target(self, index: int, header: str, target: str) -> LoadPlan:
        """The same plan with another target for one column."""
        return self.with_table(index, self.tables[index].with_target(header, target))

    def with_included(self, index: int, *, is_included: bool) -> LoadPlan:
        """The same plan with one table taken in or left out."""
        return self.with_table(index, replace(self.tables[index], is_included=is_included))

    def with_source(self, name: str) -> LoadPlan:
        """The same plan for another source."""
        return replace(self, source=name.strip())

    @property
    def chosen_targets(self) -> dict[str, str]:
        """What the steward chose, by header, over all tables."""
        return {header: table.targets[header] for table in self.tables for header in sorted(table.chosen)}

    def renewed(self, preview: ListPreview) -> LoadPlan:
        """The same choices on a newer look at the file; a table that is new is taken as guessed."""
        known = {table.preview.sheet: table for table in self.tables}
        tables = tuple(
            known[table.sheet].renewed(table) if table.sheet in known else TablePlan.guessed(table)
            for table in preview.tables
        )
        return replace(self, preview=preview, tables=tables)

    def calls(self) -> tuple[LoadCall, ...]:
        """The loads to run, in order: one for the whole file where all its tables agree, else one for each table.

        Tables loaded one by one are parts of a list: a full load of the second would let go of the first.
        """
        path = self.preview.path
        chosen = self.included
        merged: dict[str, str] = {}
        agree = len(chosen) == len(self.tables)
        for table in chosen:
            agree = agree and all(merged.get(header, target) == target for header, target in table.targets.items())
            merged.update(table.targets)
        if agree:
            return (LoadCall(path, self.source, None, merged, "auto"),)
        mode = "auto" if len(chosen) == 1 else "partial"
        return tuple(LoadCall(path, self.source, table.preview.sheet, table.targets, mode) for table in chosen)
