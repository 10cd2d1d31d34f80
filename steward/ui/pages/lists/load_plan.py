"""What the steward wants loaded: the previewed tables of a file, with the targets and the source they chose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from steward.domain.source_keys import key_name
from steward.ui.pages.lists.gate_words import SERIOUS_GATES
from steward.ui.pages.lists.row_counts import RowCounts
from steward.workspace.lists.delivery_gates import DeliveryExtent, Gate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.workspace.lists.list_views import HeaderDrift, ListPreview, TablePreview

#: The target of the column by which a record is recognized again.
KEY_TARGET = "source_key"
#: What may become of a column that a steward is asked about; a column that only moved is understood as before.
_DECIDED = frozenset({"renamed", "new", "gone"})


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
        """The name of the key, of one column or several; "" when records are recognized by their content."""
        return key_name([header for header, target in self.targets.items() if target == KEY_TARGET])

    def with_targets(self, changed: Mapping[str, str]) -> TablePlan:
        """The same table with other targets for columns. There is one key: columns that had it are only kept."""
        targets = dict(self.targets)
        if KEY_TARGET in changed.values():
            targets.update({other: "" for other, old in self.targets.items() if old == KEY_TARGET})
        targets.update(changed)
        return replace(self, targets=targets, chosen=self.chosen | changed.keys())

    def renewed(self, preview: TablePreview) -> TablePlan:
        """The same choices on a newer look at the table."""
        guessed = {column.header: column.target for column in preview.columns}
        own = {header: target for header, target in self.targets.items() if header in self.chosen}
        return replace(self, preview=preview, targets={**guessed, **own})


@dataclass(frozen=True, slots=True)
class LoadCall:
    """The arguments of one load of one file."""

    path: str
    source: str
    department: str | None
    sheet: str | None
    mapping: Mapping[str, str]
    mode: str
    skips_hidden: bool = False
    reads_hidden_sheets: bool = False

    def arguments(self) -> dict[str, object]:
        """As the workspace's ``import_list`` takes them."""
        return {
            "path": self.path,
            "source": self.source,
            "department": self.department,
            "sheet": self.sheet,
            "mapping": dict(self.mapping),
            "mode": self.mode,
            "skips_hidden": self.skips_hidden,
            "reads_hidden_sheets": self.reads_hidden_sheets,
        }


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """A previewed file and everything the steward decided about it before loading.

    ``extent`` is what the steward said about the list being whole, None while the guess stands; ``read_gates`` are
    the doubts they have read; ``department`` is for a source that is new.
    """

    preview: ListPreview
    tables: tuple[TablePlan, ...]
    source: str
    department: str = ""
    extent: DeliveryExtent | None = None
    read_gates: frozenset[Gate] = frozenset()
    skips_hidden: bool = False
    reads_hidden_sheets: bool = False

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
    def counts(self) -> RowCounts:
        """What becomes of the rows of the file."""
        return RowCounts.total(RowCounts.of_table(table.preview) for table in self.included)

    @property
    def is_loadable(self) -> bool:
        """There is something to load and a source to load it as."""
        return bool(self.included) and bool(self.source.strip())

    @property
    def is_guessed_source(self) -> bool:
        """The counts of new and changed rows hold only for the source that the preview looked at."""
        return bool(self.tables) and self.source == self.tables[0].preview.source_name

    @property
    def gates(self) -> tuple[Gate, ...]:
        """What is doubtful about the tables that will be loaded, each doubt once."""
        return tuple(dict.fromkeys(gate for table in self.included for gate in table.preview.gates))

    @property
    def unread_gates(self) -> tuple[Gate, ...]:
        """The doubts that still have to be read before the list may be loaded."""
        return tuple(gate for gate in self.gates if gate.kind in SERIOUS_GATES and gate not in self.read_gates)

    @property
    def is_doubtful(self) -> bool:
        """There is a doubt that a steward loads the list in spite of."""
        return any(gate.kind in SERIOUS_GATES for gate in self.gates)

    @property
    def missing_rows(self) -> int:
        """How many known records are in none of the tables, as far as the tables tell."""
        return min((table.preview.missing_rows for table in self.included), default=0)

    @property
    def asks_extent(self) -> bool:
        """Whether the list is the whole one matters: known records are missing from it."""
        return self.missing_rows > 0 and len(self.calls()) == 1

    @property
    def chosen_extent(self) -> DeliveryExtent:
        """What the steward said, or the guess."""
        if self.extent is not None:
            return self.extent
        guesses = {table.preview.extent for table in self.included}
        return DeliveryExtent.PARTIAL if DeliveryExtent.PARTIAL in guesses else DeliveryExtent.FULL

    def drifts(self, index: int) -> tuple[HeaderDrift, ...]:
        """The columns of a table that are not as they were and that a steward decides about."""
        return tuple(drift for drift in self.tables[index].preview.drifts if str(drift.drift) in _DECIDED)

    @property
    def has_questions(self) -> bool:
        """There is something to read or to answer before the load."""
        has_drifts = any(self.drifts(index) for index, table in enumerate(self.tables) if table.is_included)
        return self.is_doubtful or self.asks_extent or has_drifts

    def with_table(self, index: int, table: TablePlan) -> LoadPlan:
        """The same plan with one table replaced."""
        return replace(self, tables=(*self.tables[:index], table, *self.tables[index + 1 :]))

    def with_target(self, index: int, header: str, target: str) -> LoadPlan:
        """The same plan with another target for one column."""
        return self.with_targets(index, {header: target})

    def with_targets(self, index: int, targets: Mapping[str, str]) -> LoadPlan:
        """The same plan with other targets for columns of a table."""
        return self.with_table(index, self.tables[index].with_targets(targets))

    def with_mapping(self, targets: Mapping[str, str]) -> LoadPlan:
        """The same plan with the targets of a saved mapping, for the columns that the tables have."""
        plan = self
        for index, table in enumerate(self.tables):
            shared = {header: targets[header] for header in table.targets if header in targets}
            plan = plan.with_table(index, table.with_targets(shared))
        return plan

    def with_included(self, index: int, *, is_included: bool) -> LoadPlan:
        """The same plan with one table taken in or left out."""
        return self.with_table(index, replace(self.tables[index], is_included=is_included))

    @property
    def hidden_rows(self) -> int:
        """How many rows of the file's tables are hidden in it."""
        return sum(table.preview.hidden_rows for table in self.tables)

    @property
    def hidden_columns(self) -> int:
        """How many columns of the file's tables are hidden in it."""
        return sum(len(table.preview.hidden_columns) for table in self.tables)

    @property
    def hidden_sheets(self) -> int:
        """How many sheets of the file are hidden in it."""
        return sum(len(table.preview.hidden_sheets) for table in self.tables)

    def with_hidden(self, *, is_skipped: bool, reads_sheets: bool) -> LoadPlan:
        """The same plan with what is hidden on sheets left out, and with hidden sheets taken in."""
        return replace(self, skips_hidden=is_skipped, reads_hidden_sheets=reads_sheets)

    def with_source(self, name: str) -> LoadPlan:
        """The same plan for another source, whose deliveries raise other doubts."""
        return replace(self, source=name.strip(), department="", extent=None, read_gates=frozenset())

    def with_department(self, name: str) -> LoadPlan:
        """The same plan with the department that a new source belongs to."""
        return replace(self, department=name.strip())

    def with_extent(self, extent: DeliveryExtent) -> LoadPlan:
        """The same plan as the whole list, or as a part of it."""
        return replace(self, extent=extent)

    def with_gate(self, gate: Gate, *, is_read: bool) -> LoadPlan:
        """The same plan after a doubt was read, or not."""
        return replace(self, read_gates=self.read_gates | {gate} if is_read else self.read_gates - {gate})

    @property
    def chosen_targets(self) -> dict[str, str]:
        """What the steward chose, by header, over all tables."""
        return {
            header: table.targets[header] for table in self.tables for header in table.targets if header in table.chosen
        }

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
        path, department = self.preview.path, self.department or None
        hidden = (self.skips_hidden, self.reads_hidden_sheets)
        chosen = self.included
        merged: dict[str, str] = {}
        agree = len(chosen) == len(self.tables)
        for table in chosen:
            agree = agree and all(merged.get(header, target) == target for header, target in table.targets.items())
            merged.update(table.targets)
        if agree:
            return (LoadCall(path, self.source, department, None, merged, self._mode, *hidden),)
        mode = self._mode if len(chosen) == 1 else "partial"
        return tuple(
            LoadCall(path, self.source, department, table.preview.sheet, table.targets, mode, *hidden)
            for table in chosen
        )

    @property
    def _mode(self) -> str:
        return "auto" if self.extent is None else str(self.extent)
