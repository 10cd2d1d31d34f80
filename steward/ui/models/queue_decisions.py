"""The last decisions as a Qt list, each with what it was, its number and its age."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject

from steward.domain.decisions import DecisionKind
from steward.ui.models.roles import ACCESSIBLE, DISPLAY, OWN, TOOL_TIP, Index
from steward.ui.words.labels import decision_icon
from steward.ui.words.sentences import decision_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from steward.domain.decisions import DecisionId
    from steward.ui.language import Language
    from steward.ui.words.masking import Mask
    from steward.workspace.decisions.log_views import DecisionView

LINE_ROLE = OWN + 1


translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision in the words of the list."""

    id: DecisionId
    icon: str
    sentence: str
    facts: str
    is_reversed: bool
    can_undo: bool


class LastDecisionsModel(QAbstractListModel):
    """Newest first. Lines are made when the list is set, not while it is painted."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._lines: list[DecisionLine] = []

    def set_decisions(self, decisions: Sequence[DecisionView], now: datetime, mask: Mask) -> None:
        """Show other decisions, with their age at ``now``."""
        self.beginResetModel()
        self._lines = [self._line(decision, now, mask) for decision in decisions]
        self.endResetModel()

    def line_at(self, row: int) -> DecisionLine | None:
        """The decision on a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == DISPLAY:
            return line.sentence
        if role in (TOOL_TIP, ACCESSIBLE):
            hint = translate("Queue", "Enter takes it back.") if line.can_undo else ""
            return f"{line.sentence}\n{line.facts}\n{hint}".strip()
        return None

    def _line(self, decision: DecisionView, now: datetime, mask: Mask) -> DecisionLine:
        is_reversed = decision.reversed_by is not None
        facts = [f"#{decision.id}", self._language.ago(decision.decided_at, now)]
        if is_reversed:
            facts.append(translate("Queue", "taken back"))
        can_undo = not is_reversed and decision.kind is not DecisionKind.DELIVERY
        return DecisionLine(
            decision.id,
            decision_icon(decision.kind),
            decision_sentence(decision, mask),
            " · ".join(facts),
            is_reversed,
            can_undo,
        )
