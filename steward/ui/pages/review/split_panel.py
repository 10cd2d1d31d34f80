"""The panel over the action bar that divides a cluster freely: digits put the member under the focus into a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from steward.ui.pages.review.answer_panel import AnswerPanel
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text
from steward.ui.words.joining import join_words, number_ranges

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from steward.domain.records import RecordId
    from steward.ui.actions import ActionRegistry
    from steward.ui.look import Look
    from steward.workspace.review.review_draft import ReviewDraft


class SplitPanel(AnswerPanel):
    """Shift+S: who goes into which group. The key of approving writes it, as one decision."""

    groups_chosen = Signal(object)

    def __init__(self, look: Look, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._actions = actions
        self._group_of: dict[RecordId, int] = {}
        self._numbers: dict[RecordId, int] = {}
        self._groups = Text(look, "")
        self._confirm = KeyButton(look, kind="primary")
        self._confirm.clicked.connect(self.confirm)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(look.s2)
            self.rows.addLayout(row)
        first.addWidget(self._question, 1)
        first.addWidget(self._close)
        second.addWidget(self._confirm)
        second.addWidget(self._groups, 1)

    def start(self, draft: ReviewDraft) -> None:
        """Begin with what is in as group 1 and each customer that is left out as the next group."""
        self._numbers = {member.record_id: member.number for member in draft.view.members}
        left_out = dict.fromkeys(m.cin for m in draft.view.members if m.record_id not in draft.included)
        group_of_cin = {cin: group for group, cin in enumerate(left_out, 2 if draft.included else 1)}
        self._group_of = {
            m.record_id: 1 if m.record_id in draft.included else min(group_of_cin[m.cin], 9) for m in draft.view.members
        }
        self.open_panel()
        self._show_groups()

    def assign(self, record_id: RecordId, group: int) -> None:
        """Put a member into a group."""
        self._group_of[record_id] = group
        self._show_groups()

    @property
    def groups(self) -> tuple[tuple[RecordId, ...], ...]:
        """The groups that hold somebody, in the order of their digits."""
        return tuple(
            tuple(record for record, found in self._group_of.items() if found == group)
            for group in sorted(set(self._group_of.values()))
        )

    def confirm(self) -> None:
        """Write the groups when there are two at least."""
        if len(self.groups) > 1:
            self.groups_chosen.emit(self.groups)

    def retranslate(self) -> None:
        super().retranslate()
        self._question.setText(self.tr("Split freely: a digit puts the member under the focus into that group"))
        self._show_groups()

    def _show_groups(self) -> None:
        named = [number_ranges([self._numbers[record] for record in group]) for group in self.groups]
        digits = sorted(set(self._group_of.values()))
        shown = [
            self.tr("group {digit}: {members}").format(digit=digit, members=members)
            for digit, members in zip(digits, named, strict=True)
        ]
        self._groups.setText("   ·   ".join(shown))
        outcome = self.tr("Split into {groups}").format(groups=join_words([f"({members})" for members in named]))
        outcome = outcome if len(named) > 1 else self.tr("One group only: nothing to split")
        self._confirm.set_content(outcome, key=self._actions.key_text("review.approve"))
        self._confirm.setEnabled(len(named) > 1)
