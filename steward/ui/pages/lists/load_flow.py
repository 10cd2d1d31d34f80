"""Loading one file: the file, its columns, a check, and the way to the load. Holds the plan, never asks the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from steward.domain.attributes import find_attribute
from steward.ui.pages.lists.check_view import CheckView
from steward.ui.pages.lists.columns_view import ColumnsView
from steward.ui.pages.lists.damage_words import request_sentence
from steward.ui.pages.lists.file_card import FileCard
from steward.ui.pages.lists.list_words import finding_words, is_damage, request_message
from steward.ui.pages.lists.load_bar import LoadBar
from steward.ui.pages.lists.load_plan import LoadPlan
from steward.ui.pages.lists.load_steps import LoadStep
from steward.ui.pages.lists.masked_rows import FileMask
from steward.ui.pages.lists.sample_view import SampleView
from steward.ui.pages.lists.side_panel import SidePanel
from steward.ui.pages.lists.tables_bar import TablesBar
from steward.ui.reveal import Reveal
from steward.workspace.lists.source_of_file import known_source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from steward.domain.records import Source
    from steward.ui.page import PageContext
    from steward.ui.pages.lists.hand_kinds import HandKind
    from steward.workspace.lists.delivery_gates import DeliveryExtent, Gate
    from steward.workspace.lists.list_views import Finding, ListPreview


#: Below this width the findings give room to the columns.
_NARROW = 1090


class LoadFlow(QWidget):
    """``load_asked(plan)`` when the steward agreed, ``cancelled`` when nothing is to be kept.

    ``renewal_asked(plan)`` when a choice changes what the counts and the quality rest on.
    """

    load_asked = Signal(object)
    cancelled = Signal()
    step_changed = Signal(object)
    renewal_asked = Signal(object)
    copied = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look, language = context.look, context.language
        self._look = look
        self._plan: LoadPlan | None = None
        self._at = 0
        self._step = LoadStep.COLUMNS
        self.file_card = FileCard(look, language)
        self.tables = TablesBar(look, language)
        self.columns = ColumnsView(look, language)
        self.sample = SampleView(look)
        self.check = CheckView(look, language)
        self.side = SidePanel(look, language)
        self.bar = LoadBar(look, language, context.actions)
        self.masking = FileMask(context.settings, self)
        self._build()
        self._connect(context)

    def _build(self) -> None:
        look = self._look
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.columns)
        self._stack.addWidget(self.sample)
        self._stack.addWidget(self.check)
        table_card = QFrame(self)
        table_card.setProperty("role", "card")
        inside = QVBoxLayout(table_card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._stack)
        middle = QHBoxLayout()
        middle.setSpacing(look.s4)
        middle.addWidget(table_card, 1)
        middle.addWidget(self.side)
        body = QVBoxLayout()
        body.setContentsMargins(look.s4, look.s3, look.s4, look.s4)
        body.setSpacing(look.s4)
        body.addWidget(self.file_card)
        body.addWidget(self.tables)
        body.addLayout(middle, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(self.bar)
        self.setTabOrder(self.file_card.source, self.columns)

    def _connect(self, context: PageContext) -> None:
        self.file_card.source_chosen.connect(self._on_source)
        self.file_card.department_chosen.connect(self._on_department)
        self.tables.table_chosen.connect(self._on_table)
        self.tables.inclusion_chosen.connect(self._on_inclusion)
        self.tables.hidden_chosen.connect(self._on_hidden)
        self.columns.target_chosen.connect(self._on_target)
        self.columns.column_chosen.connect(self.side.show_column)
        self.columns.by_hand_asked.connect(self._on_by_hand)
        self.side.column.by_hand_asked.connect(self._on_by_hand)
        self.side.rule.made.connect(self._on_targets)
        self.side.findings.rows_asked.connect(self._on_rows_asked)
        self.side.findings.copy_asked.connect(self._copy_finding)
        self.side.column.rows_asked.connect(self._on_part_asked)
        self.check.rows.column_asked.connect(self.side.show_column)
        questions = self.check.questions
        questions.gate_read.connect(self._on_gate_read)
        questions.extent_chosen.connect(self._on_extent)
        questions.target_chosen.connect(self._on_target)
        self.bar.back_asked.connect(self.go_back)
        self.bar.cancel_asked.connect(self.cancelled)
        self.bar.check_asked.connect(self._on_check)
        self.bar.load_asked.connect(self.go_on)
        self.masking.changed.connect(self._show)
        context.actions.bind(self, "lists.reveal", Reveal(context, self.masking, self).toggle)

    @property
    def plan(self) -> LoadPlan | None:
        """What would be loaded now."""
        return self._plan

    @property
    def step(self) -> LoadStep:
        """The step that is shown."""
        return self._step

    def show_preview(self, preview: ListPreview, sources: Sequence[Source]) -> None:
        """Begin with a file as it was guessed; its columns come first, since they usually only need a look."""
        self._at = 0
        self.side.rule.close_form()
        self.file_card.show_sources(sources)
        self._plan = plan = LoadPlan.guessed(preview)
        self._go_to(LoadStep.COLUMNS)
        names = [source.name for source in sources]
        if plan.source not in names and (known := known_source(Path(preview.path).stem, names)):
            self._on_source(known)

    def renew(self, preview: ListPreview) -> None:
        """A newer look at the same file, with the choices made so far."""
        if self._plan is not None and preview.path == self._plan.preview.path:
            self._change(self._plan.renewed(preview))

    def use_mapping(self, targets: Mapping[str, str]) -> int:
        """Take the targets of a saved mapping; returns how many columns of the file it names."""
        if self._plan is None:
            return 0
        known = {header for table in self._plan.tables for header in table.targets}
        self._change(self._plan.with_mapping(targets))
        self.renewal_asked.emit(self._plan)
        return len(known & targets.keys())

    def go_on(self) -> None:
        """From the file to its columns, from there to what is asked, if anything is, and to the load."""
        plan = self._plan
        if plan is None:
            return
        if self._step is LoadStep.FILE:
            self._go_to(LoadStep.COLUMNS)
        elif self._step is LoadStep.COLUMNS and plan.has_questions:
            self._go_to(LoadStep.CHECK)
            self.check.questions.focus_first_open()
        elif plan.unread_gates:
            self.check.show_part(CheckView.QUESTIONS)
            self.check.questions.focus_first_open()
        elif plan.is_loadable:
            self.load_asked.emit(plan)

    def go_back(self) -> None:
        """One step back."""
        self._go_to(LoadStep.COLUMNS if self._step is LoadStep.CHECK else LoadStep.FILE)

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        for part in (self.file_card, self.tables, self.columns, self.check, self.side, self.bar):
            part.retranslate()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.set_narrow(is_narrow=event.size().width() < self._look.px(_NARROW))

    def _show(self) -> None:
        if self._plan is None:
            return
        plan = self.masking.of(self._plan, self._at)
        table = plan.tables[self._at]
        self.file_card.show_plan(plan, self._at)
        self.tables.show_plan(plan, self._at)
        damaged = frozenset(finding.column for finding in table.preview.findings if is_damage(finding))
        self.columns.show_table(table, plan.preview.targets, damaged)
        if self._step is LoadStep.FILE:
            self.sample.show_table(table, as_targets=False)
            self.sample.setAccessibleName(self.tr("The first rows of the file"))
        elif self._step is LoadStep.CHECK:
            self.check.show_plan(plan, self._at)
        shown = {LoadStep.FILE: self.sample, LoadStep.COLUMNS: self.columns}
        self._stack.setCurrentWidget(shown.get(self._step, self.check))
        self.side.show_table(table)
        self.side.show_column(self.columns.current_header())
        self.bar.show_plan(plan, self._step)

    def _go_to(self, step: LoadStep) -> None:
        self._step = step
        self._show()
        if step is LoadStep.CHECK and self._plan is not None:
            self.check.begin(self._plan)
        self.step_changed.emit(step)

    def _change(self, plan: LoadPlan) -> None:
        self._plan = plan
        self._show()

    def _on_check(self) -> None:
        self._go_to(LoadStep.CHECK)

    def _on_gate_read(self, gate: Gate, is_read: bool) -> None:
        if self._plan is not None:
            self._change(self._plan.with_gate(gate, is_read=is_read))

    def _on_extent(self, extent: DeliveryExtent) -> None:
        if self._plan is not None:
            self._change(self._plan.with_extent(extent))

    def _on_department(self, name: str) -> None:
        if self._plan is not None:
            self._change(self._plan.with_department(name))

    def _on_source(self, name: str) -> None:
        if self._plan is not None:
            self._change(self._plan.with_source(name))
            self.renewal_asked.emit(self._plan)

    def _on_table(self, at: int) -> None:
        self._at = at
        self.side.rule.close_form()
        self._show()

    def _on_inclusion(self, at: int, is_included: bool) -> None:
        if self._plan is not None:
            self._change(self._plan.with_included(at, is_included=is_included))

    def _on_hidden(self, is_skipped: bool, reads_sheets: bool) -> None:
        if self._plan is not None:
            self._change(self._plan.with_hidden(is_skipped=is_skipped, reads_sheets=reads_sheets))
            self.renewal_asked.emit(self._plan)

    def _on_target(self, header: str, target: str) -> None:
        if self._plan is not None:
            self._change(self._plan.with_target(self._at, header, target))
            self.renewal_asked.emit(self._plan)

    def _on_by_hand(self, header: str, kind: HandKind) -> None:
        if self._plan is not None:
            attributes = [name for name in self._plan.preview.targets if find_attribute(name) is not None]
            self.side.open_rule(kind, header, attributes)

    def _on_targets(self, targets: Mapping[str, str]) -> None:
        """Take what was made by hand."""
        self.side.close_rule()
        self.columns.setFocus()
        if self._plan is not None:
            self._change(self._plan.with_targets(self._at, targets))
            self.renewal_asked.emit(self._plan)

    def _on_rows_asked(self, finding: Finding) -> None:
        self._show_rows_part()
        title, _ = finding_words(finding)
        self.check.rows.show_rows(finding.column, title, finding.row_numbers, finding.rows)

    def _on_part_asked(self, header: str, part: int) -> None:
        self._show_rows_part()
        self.check.rows.show_part(header, part)

    def _show_rows_part(self) -> None:
        if self._step is not LoadStep.CHECK:
            self._go_to(LoadStep.CHECK)
        self.check.show_part(CheckView.ROWS)

    def copy_request(self) -> None:
        """Put what to write to the department about this list on the clipboard, masked as it is shown."""
        if self._plan is not None:
            self._copy(request_message(self.masking.of(self._plan, self._at), self._at))

    def _copy_finding(self, finding: Finding) -> None:
        self._copy(request_sentence(finding))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()
