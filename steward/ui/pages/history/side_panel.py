"""The panel beside the decisions: what reversing the selected one would change, and the button that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from steward.domain.identity import format_cin
from steward.ui.widgets.badge import BADGE_IN_ROW, SourceBadge
from steward.ui.widgets.bottom_bar import BottomBar
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text, line
from steward.ui.words.attributes import attribute_label
from steward.ui.words.joining import in_order
from steward.ui.words.labels import cluster_state_label
from steward.ui.words.sentences import decision_sentence, problem_sentence
from steward.ui.words.values import value_text

if TYPE_CHECKING:
    from steward.domain.errors import DecisionError
    from steward.ui.page import PageContext
    from steward.workspace.decisions.log_views import DecisionView, Move, ReversePreview

MOVES_SHOWN, LATER_SHOWN, VALUES_SHOWN, CLUSTERS_SHOWN = 40, 8, 20, 20


class ReversePanel(QFrame):
    """``reverse_asked`` when the button is pressed."""

    reverse_asked = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._preview: ReversePreview | None = None
        self._refusal: tuple[DecisionView, DecisionError] | None = None
        look = context.look
        self.setProperty("role", "panel")
        self._title = Text(look, "", "heading", wraps=True)
        self._facts = Text(look, "", "small", tone="text2", wraps=True)
        self._box = QWidget()
        self._lines = QVBoxLayout(self._box)
        self._lines.setContentsMargins(look.s4, 0, look.s4, look.s3)
        self._lines.setSpacing(look.s2)
        self.button = KeyButton(look, icon="undo-2", kind="primary", height="action")
        self.button.clicked.connect(self.reverse_asked)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._box)
        head = QVBoxLayout()
        head.setContentsMargins(look.s4, look.s4, look.s4, look.s3)
        head.setSpacing(look.s1)
        head.addWidget(self._title)
        head.addWidget(self._facts)
        foot = BottomBar(look, self)
        foot.add(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(area, 1)
        layout.addWidget(foot)
        self.show_preview(None)

    @property
    def preview(self) -> ReversePreview | None:
        """What is shown."""
        return self._preview

    def renew(self) -> None:
        """Say what is shown again, in the language and look in force."""
        if self._refusal is None:
            self.show_preview(self._preview)
        else:
            self.show_refusal(*self._refusal)

    def show_refusal(self, decision: DecisionView, refusal: DecisionError) -> None:
        """Show a decision that can't be reversed, and why."""
        self._preview, self._refusal = None, (decision, refusal)
        self._clear()
        self._show_head(decision)
        self._note(problem_sentence(refusal), "info")
        self.button.setVisible(False)

    def show_preview(self, preview: ReversePreview | None) -> None:
        """Show what reversing would change, or the hint to select a decision."""
        self._preview, self._refusal = preview, None
        self._clear()
        if preview is None:
            self._title.setText("")
            self._facts.setText(self.tr("Select a decision to see what reversing it would change."))
            self.button.setVisible(False)
            return
        decision = preview.decision
        self._show_head(decision)
        if decision.reversed_by is not None:
            note = self.tr("Reversed by #{number}. Reverse that one to have this back.")
            self._note(note.format(number=decision.reversed_by), "info")
        else:
            self._show_changes(preview)
        self.button.setVisible(decision.reversed_by is None)
        self.button.set_content(
            self.tr("Reverse #{number}").format(number=decision.id),
            key=self._context.actions.key_text("history.reverse"),
        )

    def _show_head(self, decision: DecisionView) -> None:
        self._title.setText(decision_sentence(decision, self._context.mask))
        facts = [f"#{decision.id}", decision.decided_by, self._context.language.moment(decision.decided_at)]
        self._facts.setText("  ·  ".join(part for part in facts if part))
        if decision.reason:
            self._add(Text(self._context.look, self.tr("Reason: {text}").format(text=decision.reason), wraps=True))

    def _show_changes(self, preview: ReversePreview) -> None:
        look = self._context.look
        self._section(self.tr("What would change if reversed"))
        if preview.moves:
            self._add(Text(look, self.tr("%Ln records move", "", len(preview.moves))))
            for move in preview.moves[:MOVES_SHOWN]:
                self._add(self._move_row(move))
            self._more(len(preview.moves) - MOVES_SHOWN)
        for cin in preview.revived_cins:
            self._add(Text(look, self.tr("{cin} is in use again").format(cin=format_cin(cin)), tabular=True))
        for cin in preview.retired_cins:
            self._add(Text(look, self.tr("{cin} retires and forwards").format(cin=format_cin(cin)), tabular=True))
        mask = self._context.mask
        for _, attribute, before, after in preview.values[:VALUES_SHOWN]:
            values = [mask.text(attribute, value_text(attribute, value)) or "∅" for value in (before, after)]
            way = in_order(values, " → ")
            text = self.tr("{attribute}: {change}").format(attribute=attribute_label(attribute), change=way)
            self._add(Text(look, text, wraps=True))
        self._more(len(preview.values) - VALUES_SHOWN)
        if preview.clusters:
            self._add(Text(look, self.tr("%Ln clusters of the queue", "", len(preview.clusters))))
            for found in preview.clusters[:CLUSTERS_SHOWN]:
                states = f"{cluster_state_label(found.before)} → {cluster_state_label(found.after)}"
                text = in_order([mask.title(found.title), states], ": ")
                self._add(Text(look, text, "small", tone="text2", wraps=True))
            self._more(len(preview.clusters) - CLUSTERS_SHOWN)
        is_quiet = not (preview.moves or preview.revived_cins or preview.retired_cins or preview.values)
        if is_quiet and not preview.clusters:
            self._add(Text(look, self.tr("No record moves and no value changes."), tone="text2", wraps=True))
        if preview.later:
            self._section(self.tr("Decided later on the same records"))
            for decision in preview.later[:LATER_SHOWN]:
                text = f"#{decision.id}  {decision_sentence(decision, self._context.mask)}"
                self._add(Text(look, text, elides=Qt.TextElideMode.ElideRight))
            self._more(len(preview.later) - LATER_SHOWN)
            self._note(self.tr("They stay in force; only this one is taken back."), "info")

    def _move_row(self, move: Move) -> QWidget:
        look = self._context.look
        row = QWidget()
        grid = QVBoxLayout(row)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setSpacing(1)
        first = QHBoxLayout()
        first.setSpacing(look.s2)
        first.addWidget(SourceBadge(look, move.source, BADGE_IN_ROW))
        title = self._context.mask.title(move.title)
        first.addWidget(Text(look, title, weight=500, elides=Qt.TextElideMode.ElideRight), 1)
        grid.addLayout(first)
        after = _cin(move.after) or self.tr("out of the store")
        way = f"{_cin(move.before) or '∅'}  →  {after}"
        second = Text(look, way, "small", tone="text2", tabular=True)
        second.setIndent(look.px(BADGE_IN_ROW) + look.s2)
        grid.addWidget(second)
        return row

    def _section(self, text: str) -> None:
        self._add(line())
        self._add(Text(self._context.look, text, "section"))

    def _note(self, text: str, icon: str) -> None:
        look = self._context.look
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        mark = QLabel(row)
        mark.setPixmap(look.pixmap(icon, "text2", 16))
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(Text(look, text, "small", tone="text2", wraps=True), 1)
        self._add(row)

    def _more(self, count: int) -> None:
        if count > 0:
            text = self.tr("and {count} more").format(count=self._context.language.number(count))
            self._add(Text(self._context.look, text, "small", tone="text3"))

    def _add(self, widget: QWidget) -> None:
        self._lines.insertWidget(self._lines.count() - 1, widget)

    def _clear(self) -> None:
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        self._lines.addStretch(1)


def _cin(cin: str) -> str:
    return format_cin(cin) if cin else ""
