"""The fixed bar at the bottom: what each key will do to this cluster, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from steward.ui.pages.review.texts import merge_hint, merge_text, reject_text
from steward.ui.theme import ACTION_BAR_HEIGHT
from steward.ui.widgets.buttons import KeyButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from steward.domain.decisions import DecisionId
    from steward.ui.actions import ActionRegistry
    from steward.ui.look import Look
    from steward.workspace.review.review_draft import ReviewDraft


class ActionBar(QFrame):
    """The six answers. The page does what they ask for; their keys are the page's."""

    approve_asked = Signal()
    reject_asked = Signal()
    relate_asked = Signal()
    defer_asked = Signal()
    skip_asked = Signal()
    undo_asked = Signal()

    def __init__(self, look: Look, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._actions = look, actions
        self._draft: ReviewDraft | None = None
        self._last: DecisionId | None = None
        self.approve = KeyButton(look, kind="primary", height="action")
        self.reject = KeyButton(look, height="action")
        self.relate = KeyButton(look, height="action")
        self.defer = KeyButton(look, height="action")
        self.skip = KeyButton(look, kind="ghost", key_last=True, height="action")
        self.undo = KeyButton(look, kind="ghost", key_last=True, height="action")
        self._build()
        for button, asked in (
            (self.approve, self.approve_asked),
            (self.reject, self.reject_asked),
            (self.relate, self.relate_asked),
            (self.defer, self.defer_asked),
            (self.skip, self.skip_asked),
            (self.undo, self.undo_asked),
        ):
            button.clicked.connect(asked)
        actions.changed.connect(self.retranslate)
        look.changed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        self.setProperty("role", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(self._look.s4, 0, self._look.s4, 0)
        row.setSpacing(self._look.s2)
        for button in (self.approve, self.reject, self.relate, self.defer):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.skip)
        row.addWidget(self.undo)

    @property
    def buttons(self) -> tuple[KeyButton, ...]:
        """All answers, from left to right."""
        return (self.approve, self.reject, self.relate, self.defer, self.skip, self.undo)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows shorten the texts instead of pushing the bar out of the window."""
        return QSize(300, self.sizeHint().height())

    def show_draft(self, draft: ReviewDraft | None) -> None:
        """The outcomes for a draft as it stands."""
        self._draft = draft
        self._show_outcomes()
        self._fit()

    def set_last_step(self, decision_id: DecisionId | None) -> None:
        """What undo would take back."""
        if decision_id != self._last:
            self._last = decision_id
            self._show_undo()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        """All texts anew: the language or the keys changed."""
        actions = self._actions
        self.relate.follow(actions, "review.relate", with_text=False)
        self.defer.setText(self.tr("Later…"))
        self.defer.follow(actions, "review.defer", with_text=False)
        self.skip.setText(self.tr("Skip"))
        self.skip.follow(actions, "review.skip", with_text=False)
        self._show_outcomes()
        self._show_undo()
        self._fit()

    def _show_outcomes(self) -> None:
        draft, actions = self._draft, self._actions
        self.approve.setText(merge_text(draft) if draft is not None else self.tr("Merge"))
        self.approve.follow(actions, "review.approve", with_text=False)
        hint = merge_hint(draft) if draft is not None else ""
        if hint:
            self.approve.setToolTip(hint)
        self.approve.setAccessibleDescription(hint)
        can_merge = draft is None or draft.can_merge
        self.approve.setEnabled(draft is not None and can_merge)
        # One primary button: with nobody to merge, keeping apart is what the screen proposes.
        self.approve.set_kind("primary" if can_merge else "normal")
        self.reject.set_kind("normal" if can_merge else "primary")
        self.reject.setText(reject_text(draft) if draft is not None else self.tr("Not the same"))
        self.reject.follow(actions, "review.reject", with_text=False)
        for button in (self.reject, self.relate, self.defer, self.skip):
            button.setEnabled(draft is not None)

    def _show_undo(self) -> None:
        self.undo.set_content(self._undo_text())
        self.undo.follow(self._actions, "review.undo", with_text=False)
        self.undo.setEnabled(self._last is not None)

    def _undo_text(self) -> str:
        return self.tr("Undo #{number}").format(number=self._last) if self._last else self.tr("Undo")

    def _fit(self) -> None:
        """Where the texts don't fit, the longer ones give way to their short form."""
        relate, related = self.tr("Related: household…"), self.tr("Related…")
        undo, short = self._undo_text(), self.tr("Undo")
        # (related, whether skip is there, undo), from the roomiest on
        forms = ((relate, True, undo), (related, True, undo), (related, False, undo), (related, False, short))
        wanted = next((form for form in forms if self._width_of(*form) <= self.width()), forms[-1])
        self.relate.set_content(wanted[0])
        self.skip.setVisible(wanted[1])
        self.undo.set_content(wanted[2])

    def _width_of(self, relate: str, shows_skip: bool, undo: str) -> int:
        widths = [button.sizeHint().width() for button in (self.approve, self.reject, self.defer)]
        widths += [self.relate.width_for(relate), self.undo.width_for(undo)]
        if shows_skip:
            widths.append(self.skip.sizeHint().width())
        return sum(widths) + self._look.s2 * len(widths) + 2 * self._look.s4

    def _dress(self) -> None:
        self.setFixedHeight(max(ACTION_BAR_HEIGHT, self._look.row_height("action") + 2 * self._look.s3))
