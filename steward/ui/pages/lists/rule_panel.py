"""The rule panel beside the mapping: a form, and at once what it makes of rows of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from steward.ui.pages.lists.box_scroll import BoxScroll
from steward.ui.pages.lists.hand_kinds import HandKind
from steward.ui.pages.lists.rule_forms import FORMS
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import TablePlan
    from steward.ui.pages.lists.rule_form import Example, RuleForm

_SHOWN = 5


class RulePanel(BoxScroll):
    """``made(targets)`` when the steward takes what the form says, ``closed`` when nothing is to change."""

    made = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._asked: tuple[HandKind, TablePlan, str, tuple[str, ...]] | None = None
        self.form: RuleForm | None = None
        self._take = KeyButton(look, kind="primary")
        self._problem = Text(look, "", "small", tone="danger", wraps=True)
        self._examples = QWidget()

    @property
    def is_open(self) -> bool:
        """A form is shown."""
        return self._asked is not None

    def open(self, kind: HandKind, table: TablePlan, header: str, attributes: Sequence[str]) -> None:
        """Show the form for a column of a table."""
        self._asked = (kind, table, header, tuple(attributes))
        self.retranslate()
        if self.form is not None:
            self.form.setFocus()

    def close_form(self) -> None:
        """Forget the form."""
        self._asked, self.form = None, None
        self.closed.emit()

    def retranslate(self) -> None:
        """Make the form anew in the language of now."""
        if self._asked is None:
            return
        kind, table, header, attributes = self._asked
        look = self._look
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(look.s4, look.s2, look.s4, look.s3)
        layout.setSpacing(look.s2)
        layout.addWidget(Text(look, header, "section", wraps=True))
        layout.addWidget(Text(look, self._sentence(kind), "small", tone="text2", wraps=True))
        self.form = FORMS[kind](look, table, header, attributes)
        self.form.changed.connect(self._show)
        layout.addWidget(self.form)
        self._problem = Text(look, "", "small", tone="danger", wraps=True)
        layout.addWidget(self._problem)
        layout.addLayout(self._buttons())
        layout.addWidget(line())
        layout.addWidget(Text(look, self.tr("What becomes of rows of this list"), "small", tone="text2", weight=600))
        self._examples = QWidget()
        QGridLayout(self._examples).setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._examples)
        layout.addStretch(1)
        self.show_body(body)
        self._show()

    def _buttons(self) -> QVBoxLayout:
        """One below the other: the panel of a small window has no room for both in a row."""
        column = QVBoxLayout()
        self._take = KeyButton(self._look, self.tr("Use this"), kind="primary")
        leave = KeyButton(self._look, self.tr("Leave as it was"), kind="ghost")
        self._take.clicked.connect(self._on_taken)
        leave.clicked.connect(self.close_form)
        for button in (self._take, leave):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _sentence(self, kind: HandKind) -> str:
        if kind is HandKind.ATTRIBUTE:
            return self.tr(
                "An attribute of your own goes with the customer into the master, its rules and its exports."
            )
        if kind is HandKind.SPLIT:
            return self.tr("Each part of a cell becomes a value; the cell itself is kept as delivered.")
        if kind is HandKind.COMBINE:
            return self.tr("Several columns make one value; empty cells are left out.")
        return self.tr("Records are recognized by these columns together in the next delivery.")

    def _on_taken(self) -> None:
        targets = self.form.targets() if self.form is not None else {}
        if targets:
            self._asked, self.form = None, None
            self.made.emit(targets)

    def _show(self) -> None:
        if self.form is None:
            return
        problem = self.form.problem()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._take.setEnabled(bool(self.form.targets()))
        self._show_examples(self.form.examples()[:_SHOWN])

    def _show_examples(self, examples: Sequence[Example]) -> None:
        grid = self._examples.layout()
        if not isinstance(grid, QGridLayout):
            return
        while (item := grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row, (before, after) in enumerate(examples):
            cell = Text(self._look, before, "small", tone="text2", tabular=True, wraps=True)
            made = Text(self._look, after or "–", "small", weight=600, tabular=True, wraps=True)
            for place, text in enumerate((cell, made)):
                text.setAlignment(Qt.AlignmentFlag.AlignTop)
                grid.addWidget(text, row, place)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
