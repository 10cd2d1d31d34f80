"""Above the grid: the cluster's name, how sure the evidence is, the facts, and buttons that act on the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from steward.ui.pages.review.texts import cluster_facts, share_text
from steward.ui.widgets.buttons import IconButton, KeyButton
from steward.ui.widgets.strength import StrengthPill, strength_text
from steward.ui.widgets.text import Text
from steward.ui.words.names import shown_title

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from steward.ui.actions import ActionRegistry
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.words.masking import Mask
    from steward.workspace.review.review_draft import ReviewDraft


class ClusterHeader(QWidget):
    """Name and pill on one line, facts below, buttons at the right."""

    why_asked = Signal()
    graph_asked = Signal()
    timeline_asked = Signal()
    values_asked = Signal()
    queue_asked = Signal()

    def __init__(self, look: Look, language: Language, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._actions = language, actions
        self._spacing = look.s2
        self._shows_standard = False
        self._name = Text(look, "", "heading", elides=Qt.TextElideMode.ElideRight)
        self._pill = StrengthPill(look, self)
        self._facts = Text(look, "", "small", tone="text2", tabular=True, elides=Qt.TextElideMode.ElideRight)
        self._queue = IconButton(look, "panel-left", "", parent=self)
        self._values = KeyButton(look, kind="ghost", icon="file-text", key_last=True)
        self._why = KeyButton(look, kind="ghost", icon="info", key_last=True)
        self._graph = KeyButton(look, kind="ghost", icon="network", key_last=True)
        self._timeline = KeyButton(look, kind="ghost", icon="history", key_last=True)
        self._build(look)
        self._look = look
        self._dress()
        look.changed.connect(self._dress)
        self._queue.clicked.connect(self.queue_asked)
        self._values.clicked.connect(self.values_asked)
        self._why.clicked.connect(self.why_asked)
        self._graph.clicked.connect(self.graph_asked)
        self._timeline.clicked.connect(self.timeline_asked)
        actions.changed.connect(self.retranslate)
        self.set_sidebar_button(is_visible=False)

    def _build(self, look: Look) -> None:
        # Takes the room of its text and gives way when there is less.
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        first = QHBoxLayout()
        first.setSpacing(look.s3)
        first.addWidget(self._name)
        first.addWidget(self._pill)
        first.addStretch(1)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addLayout(first)
        texts.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.s2)
        row.addWidget(self._queue, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        for button in (self._values, self._why, self._graph, self._timeline):
            row.addWidget(button)

    def _dress(self) -> None:
        """One height for names of every script: what stands below must not jump from cluster to cluster."""
        self._name.setFixedHeight(QFontMetrics(self._look.font("heading")).height() + 4)

    def set_sidebar_button(self, *, is_visible: bool) -> None:
        """The button that opens the queue where there is no room for it."""
        self._queue.setVisible(is_visible)

    def show_draft(self, draft: ReviewDraft, conflicts: int, mask: Mask) -> None:
        """Name, strength and facts of a cluster; ``conflicts`` counts its rows in conflict."""
        view = draft.view
        title = shown_title(view.title, mask)
        self._name.setText(title)
        percent = share_text(view.probability, self._language)
        self._pill.set_strength(view.strength, strength_text(view.strength, view.probability, percent))
        self._facts.setText(cluster_facts(draft, conflicts, self._language))
        self.setAccessibleName(f"{title}, {self._facts.text()}")
        self._fit()

    def set_blind(self, *, is_blind: bool) -> None:
        """Without the strength and what hints at it."""
        self._pill.setVisible(not is_blind)
        self._facts.setVisible(not is_blind)

    def set_shows_standard(self, *, shows_standard: bool) -> None:
        """The button says what it would show."""
        self._shows_standard = shows_standard
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self._queue.set_name(self.tr("Queue"))
        self._values.setText(self.tr("As delivered") if self._shows_standard else self.tr("Standardized"))
        self._values.follow(self._actions, "review.original", with_text=False)
        for button, text, action_id in (
            (self._why, self.tr("Why"), "review.why"),
            (self._graph, self.tr("Graph"), "review.graph"),
            (self._timeline, self.tr("Timeline"), "review.timeline"),
        ):
            button.setText(text)
            button.follow(self._actions, action_id, with_text=False)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Half the line is the name's; buttons without room are left out, their keys stay."""
        shown = (self._why, self._graph, self._timeline, self._values)
        name = min(self._name.sizeHint().width(), self.width() // 2)
        room = self.width() - name - self._pill.sizeHint().width() - 4 * self._spacing
        for button in shown:
            room -= button.sizeHint().width() + self._spacing
            button.setVisible(room >= 0)
