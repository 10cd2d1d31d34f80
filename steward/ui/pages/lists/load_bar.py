"""The bar below a load: back, cancel, and the button that says what it will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics

from steward.ui.pages.lists.load_steps import LoadStep
from steward.ui.widgets.bottom_bar import BottomBar
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from steward.ui.actions import ActionRegistry
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import LoadPlan


class LoadBar(BottomBar):
    """Only asks; the flow above it knows what is possible."""

    back_asked = Signal()
    cancel_asked = Signal()
    check_asked = Signal()
    load_asked = Signal()

    def __init__(self, look: Look, language: Language, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._language, self._actions = language, actions
        self._plan: LoadPlan | None = None
        self._remark_text = ""
        self._step = LoadStep.COLUMNS
        self.back = KeyButton(look, height="action")
        self.cancel = KeyButton(look, kind="ghost", key_last=True, height="action")
        self._remark = Text(look, "", "small", tone="text2", elides=Qt.TextElideMode.ElideRight)
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.check = KeyButton(look, height="action", icon="table")
        self.load = KeyButton(look, kind="primary", height="action")
        self.add(self.back)
        self.add(self.cancel)
        self.add_end(self._remark, 1)
        self.add_end(self.check)
        self.add_end(self.load)
        self.back.clicked.connect(self.back_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.check.clicked.connect(self.check_asked)
        self.load.clicked.connect(self.load_asked)

    def show_plan(self, plan: LoadPlan | None, step: LoadStep) -> None:
        """Name rows and source on the button; what isn't possible now is switched off."""
        self._plan, self._step = plan, step
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        plan, step = self._plan, self._step
        self.back.set_content(self.tr("Back to the columns") if step is LoadStep.CHECK else self.tr("Back to the file"))
        self.back.setVisible(plan is not None and step in (LoadStep.COLUMNS, LoadStep.CHECK))
        self.cancel.set_content(self.tr("Cancel, keep nothing"), key=self._actions.key_text("lists.cancel"))
        self._remark_text = self.tr("One delivery, can be undone whole.")
        if plan is not None and step is LoadStep.CHECK and plan.unread_gates:
            self._remark_text = self.tr("Read and tick %Ln doubts first", "", len(plan.unread_gates))
        if plan is None or step is LoadStep.FILE:
            self._remark_text = ""
        self.check.set_content(self.tr("Check the rows"))
        self.check.setVisible(plan is not None and step is LoadStep.COLUMNS)
        self.load.setVisible(plan is not None)
        if plan is None:
            return
        key = self._actions.key_text("lists.load")
        if step is LoadStep.FILE:
            self.load.set_content(self.tr("Continue to the columns"), key=key)
        else:
            self.load.set_content(self._load_text(plan), key=key)
        self.load.setEnabled(step is LoadStep.FILE or self._can_go_on(plan))
        self._fit_remark()

    def _load_text(self, plan: LoadPlan) -> str:
        """What the button does: it loads, in spite of doubts or without any, or it asks first."""
        count = plan.counts.read - plan.counts.quarantined
        if plan.has_questions and self._step is LoadStep.COLUMNS:
            return self.tr("Answer the questions")
        if not plan.source:
            return self.tr("Load %Ln rows", "", count)
        text = self.tr("Load %Ln rows as {source}", "", count)
        if plan.is_doubtful:
            text = self.tr("Load %Ln rows as {source} anyway", "", count)
        return text.format(source=plan.source)

    def _can_go_on(self, plan: LoadPlan) -> bool:
        asks_first = plan.has_questions and self._step is LoadStep.COLUMNS
        return plan.is_loadable and (asks_first or not plan.unread_gates)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_remark()

    def _fit_remark(self) -> None:
        """Half a remark says nothing, so it stands whole or not at all; its place keeps the buttons at their sides."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        wanted = QFontMetrics(self._remark.font()).horizontalAdvance(self._remark_text)
        self._remark.setText(self._remark_text if wanted <= self._remark.width() else "")
