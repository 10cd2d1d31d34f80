"""The cards of a proposal: clusters that would come and go, weights that would move, decisions that contradict it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.domain.pairs import Level
from steward.ui.language import QT_TRANSLATE_NOOP
from steward.ui.models.rows import Column, RowsModel
from steward.ui.widgets.card import Card
from steward.ui.widgets.row_table import RowTable
from steward.ui.words.attributes import attribute_label
from steward.ui.words.joining import join_words
from steward.ui.words.labels import level_label
from steward.ui.words.sentences import bits_text, decision_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from steward.domain.records import Source
    from steward.ui.page import PageContext
    from steward.workspace.decisions.log_views import DecisionView
    from steward.workspace.match_runs.run_views import GroupLine, WeightChange

translate = QCoreApplication.translate

_WORD_OUTCOMES = {
    "part": QT_TRANSLATE_NOOP("Learning", "a part of the word"),
    "initial": QT_TRANSLATE_NOOP("Learning", "only the initial"),
    "echoed": QT_TRANSLATE_NOOP("Learning", "in the e-mail only"),
    "left_out": QT_TRANSLATE_NOOP("Learning", "left out"),
    "conflict": QT_TRANSLATE_NOOP("Learning", "another word"),
}


def outcome_label(outcome: str) -> str:
    """How two values, or two words of a name, compared."""
    if outcome in _WORD_OUTCOMES:
        return translate("Learning", _WORD_OUTCOMES[outcome])
    return level_label(Level(outcome)) if outcome in set(Level) else outcome.replace("_", " ")


@dataclass(frozen=True, slots=True)
class ClusterChange:
    """A cluster that would come or go."""

    group: GroupLine
    is_formed: bool


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A decision that the evidence alone speaks against, now or after learning."""

    decision: DecisionView
    is_before: bool
    is_after: bool


class ClusterChanges(Card):
    """Formed first, then dissolved."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent=parent)

        def first_source(change: ClusterChange) -> Source | None:
            return change.group.sources[0] if change.group.sources else None

        def icon(change: ClusterChange) -> tuple[str, str]:
            return ("plus", "ok") if change.is_formed else ("minus", "warn")

        columns: list[Column[ClusterChange]] = [
            Column(
                lambda: self.tr("What happens"),
                lambda one: self.tr("forms") if one.is_formed else self.tr("dissolves"),
                120,
                icon=icon,
            ),
            Column(
                lambda: self.tr("Cluster"),
                lambda one: context.mask.title(one.group.title),
                source=first_source,
                weight=500,
            ),
            Column(lambda: self.tr("Records"), lambda one: str(one.group.record_count), 80, is_number=True),
        ]
        self.model = RowsModel(columns, self)
        self.table = RowTable(context.look, self.model)
        self.body.addWidget(self.table, 1)

    def show_changes(self, formed: Sequence[GroupLine], dissolved: Sequence[GroupLine]) -> None:
        """Show what would come and go."""
        self.model.set_rows(
            [ClusterChange(one, True) for one in formed] + [ClusterChange(one, False) for one in dissolved]
        )

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.set_title(self.tr("Clusters that would come and go"))
        self.table.setAccessibleName(self.tr("Clusters that would come and go"))
        self.model.retranslate()


class WeightChanges(Card):
    """What would count more or less, in bits."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent=parent)

        def names(change: WeightChange) -> str:
            return join_words([attribute_label(name) for name in change.attributes])

        columns: list[Column[WeightChange]] = [
            Column(lambda: self.tr("Evidence"), names, weight=500),
            Column(lambda: self.tr("When it is"), lambda one: outcome_label(one.outcome), 130, tone="text2"),
            Column(lambda: self.tr("Bits"), lambda one: bits_text(one.bits), 70, is_number=True),
        ]
        self.model = RowsModel(columns, self)
        self.table = RowTable(context.look, self.model)
        self.body.addWidget(self.table, 1)

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.set_title(self.tr("What would count more or less"))
        self.table.setAccessibleName(self.tr("Changed weights"))
        self.model.retranslate()


class Contradictions(Card):
    """Decisions that stand against the evidence, and whether learning reconciles them."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent=parent)

        def state(one: Contradiction) -> str:
            if one.is_before and one.is_after:
                return self.tr("still")
            return self.tr("no more") if one.is_before else self.tr("newly")

        def icon(one: Contradiction) -> tuple[str, str]:
            return ("circle-alert", "warn") if one.is_after else ("check", "ok")

        columns: list[Column[Contradiction]] = [
            Column(lambda: self.tr("No."), lambda one: f"#{one.decision.id}", 64, tone="text2", is_spare=True),
            Column(lambda: self.tr("Decision"), lambda one: decision_sentence(one.decision, context.mask), weight=500),
            Column(lambda: self.tr("Contradicted"), state, 120, icon=icon),
        ]
        self.model = RowsModel(columns, self)
        self.table = RowTable(context.look, self.model)
        self.body.addWidget(self.table, 1)

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.set_title(self.tr("Decisions that the evidence contradicts"))
        self.table.setAccessibleName(self.tr("Decisions that the evidence contradicts"))
        self.model.retranslate()
