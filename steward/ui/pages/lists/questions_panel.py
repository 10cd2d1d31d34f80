"""What a steward reads and answers before a list is loaded: doubts, changed columns, and whether the list is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QVBoxLayout, QWidget

from steward.ui.pages.lists.box_scroll import BoxScroll
from steward.ui.pages.lists.drift_grid import DriftGrid
from steward.ui.pages.lists.gate_words import SERIOUS_GATES, gate_sentence, gate_title
from steward.ui.pages.lists.question_box import QuestionBox, check_box, radio_button
from steward.ui.widgets.text import Text
from steward.workspace.lists.delivery_gates import DeliveryExtent, Gate, GateKind

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.pages.lists.load_plan import LoadPlan

#: Told by the question whether the list is whole.
_EXTENT_GATES = frozenset({GateKind.PARTIAL, GateKind.MISSING})


class QuestionsPanel(BoxScroll):
    """Every box is answered with Tab and Space; nothing is loaded from here."""

    gate_read = Signal(object, bool)
    extent_chosen = Signal(object)
    target_chosen = Signal(str, str)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._plan: LoadPlan | None = None
        self._at = 0
        self._shown: object = None
        self._checks: dict[Gate, QCheckBox] = {}
        look.changed.connect(self.retranslate)

    def show_plan(self, plan: LoadPlan, at: int) -> None:
        """The questions of a plan; ``at`` is the table that is looked at."""
        self._plan, self._at = plan, at
        asked = (plan.gates, plan.drifts(at), plan.missing_rows, plan.asks_extent, plan.tables[at].targets, plan.source)
        if asked != self._shown:
            self._shown = asked
            self.retranslate()

    def focus_first_open(self) -> None:
        """Bring the first doubt that was not read into view and under the keyboard."""
        unread = self._plan.unread_gates if self._plan else ()
        if unread and unread[0] in self._checks:
            box = self._checks[unread[0]]
            box.setFocus()
            self.ensureWidgetVisible(box)

    def retranslate(self) -> None:
        """Make every box anew in the language of now."""
        plan = self._plan
        if plan is None:
            return
        self._checks = {}
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(self._look.s4, self._look.s4, self._look.s4, self._look.s4)
        layout.setSpacing(self._look.s3)
        boxes = [self._gate_box(gate, body) for gate in plan.gates if gate.kind not in _EXTENT_GATES]
        boxes += [self._drift_box(body)] if plan.drifts(self._at) else []
        boxes += [self._extent_box(body)] if plan.asks_extent else []
        for box in boxes:
            layout.addWidget(box)
        if not boxes:
            layout.addWidget(Text(self._look, self.tr("Nothing to ask. The list can be loaded."), tone="text2"))
        layout.addStretch(1)
        self.show_body(body)

    def _gate_box(self, gate: Gate, parent: QWidget) -> QuestionBox:
        is_serious = gate.kind in SERIOUS_GATES
        title = gate_title(gate)
        box = QuestionBox(
            self._look,
            "triangle-alert" if is_serious else "info",
            title,
            gate_sentence(gate, self._language),
            is_serious=is_serious,
            parent=parent,
        )
        if is_serious and self._plan is not None:
            is_read = gate in self._plan.read_gates
            check = check_box(self._look, self.tr("I have read this; load it anyway"), title, is_checked=is_read)
            check.toggled.connect(lambda on, gate=gate: self.gate_read.emit(gate, on))
            box.body.addWidget(check)
            self._checks[gate] = check
        return box

    def _drift_box(self, parent: QWidget) -> QuestionBox:
        assert self._plan is not None
        drifts = self._plan.drifts(self._at)
        box = QuestionBox(
            self._look,
            "table",
            self.tr("%Ln columns are not as in the last delivery", "", len(drifts)),
            self.tr("Loading agrees to this; the next delivery is compared with it, so it is asked once."),
            parent=parent,
        )
        grid = DriftGrid(self._look, self._plan.tables[self._at], drifts, self._plan.preview.targets, box)
        grid.target_chosen.connect(self.target_chosen)
        box.body.addWidget(grid)
        return box

    def _extent_box(self, parent: QWidget) -> QuestionBox:
        assert self._plan is not None
        missing, chosen = self._plan.missing_rows, self._plan.chosen_extent
        title = self.tr("Is this the whole list of {source}?").format(source=self._plan.source)
        sentence = self.tr(
            "%Ln known records are not in it. None of them is deleted, whatever you answer.", "", missing
        )
        box = QuestionBox(self._look, "layers", title, sentence, parent=parent)
        group = QButtonGroup(box)
        answers = (
            (DeliveryExtent.FULL, self.tr("Yes, the whole list: what is not in it counts as missing")),
            (DeliveryExtent.PARTIAL, self.tr("No, only a part of it: the others stay as they are")),
        )
        for extent, text in answers:
            button = radio_button(self._look, text, title, is_checked=extent is chosen)
            button.clicked.connect(lambda _on, extent=extent: self.extent_chosen.emit(extent))
            group.addButton(button)
            box.body.addWidget(button)
        return box
