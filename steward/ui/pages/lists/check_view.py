"""The look before a load: what is asked, and the rows as they will be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from steward.ui.pages.lists.questions_panel import QuestionsPanel
from steward.ui.pages.lists.sample_view import SampleView
from steward.ui.widgets.chip import Chip

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import LoadPlan


class CheckView(QWidget):
    """Tabs over the parts of the check; ``part_chosen(index)`` when the steward takes another one."""

    part_chosen = Signal(int)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self.questions = QuestionsPanel(look, language)
        self.sample = SampleView(look)
        self._stack = QStackedWidget(self)
        self._chips: list[Chip] = []
        self._group = QButtonGroup(self)
        self._tabs = QHBoxLayout()
        self._tabs.setContentsMargins(look.s3, look.s2, look.s3, look.s2)
        self._tabs.setSpacing(look.s2)
        for part in (self.questions, self.sample):
            self._add(part)
        self._tabs.addStretch(1)
        self._group.idClicked.connect(self.show_part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._tabs)
        layout.addWidget(self._stack, 1)

    def _add(self, part: QWidget) -> None:
        chip = Chip(self._look, "", can_check=True)
        self._group.addButton(chip, len(self._chips))
        self._chips.append(chip)
        self._tabs.addWidget(chip)
        self._stack.addWidget(part)

    def begin(self, plan: LoadPlan) -> None:
        """Questions first when there are any, else the rows."""
        self.show_part(0 if plan.has_questions else 1)

    def show_part(self, part: int) -> None:
        """Bring a part into view."""
        self._stack.setCurrentIndex(part)
        self._chips[part].setChecked(True)
        self.part_chosen.emit(part)

    def show_plan(self, plan: LoadPlan, at: int) -> None:
        """Show what is asked about the plan, and the rows of the table that is looked at."""
        self.questions.show_plan(plan, at)
        self.sample.show_table(plan.tables[at], as_targets=True)
        open_questions = len(plan.unread_gates) + len(plan.drifts(at)) + plan.asks_extent
        asked = self.tr("Questions ({count})").format(count=self._language.number(open_questions))
        texts = (asked if open_questions else self.tr("Questions"), self.tr("Rows"))
        for chip, text in zip(self._chips, texts, strict=True):
            chip.set_text(text)

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self.questions.retranslate()
        self.sample.setAccessibleName(self.tr("The first rows as Steward reads them"))
