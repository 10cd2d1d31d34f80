"""The left half of the rules page: groups of attributes, their criteria in order, and the lists in order of trust."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from steward.domain.survivorship_rules import GROUPS_WITH_RULES, Criterion
from steward.ui.models.ordered import OrderedModel
from steward.ui.models.rows import Column, RowsModel
from steward.ui.widgets.card import Card
from steward.ui.widgets.ordered_list import OrderedList
from steward.ui.widgets.row_table import RowTable
from steward.ui.widgets.text import Text
from steward.ui.words.rules import criteria_phrase, criterion_label, group_attributes, group_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from steward.domain.attributes import AttributeGroup
    from steward.ui.look import Look
    from steward.ui.pages.rules.rules_draft import RulesDraft

GROUP_WIDTH = 150
#: From that width on the two ordered lists stand beside the groups instead of below them.
BESIDE_WIDTH = 700


class RulesEditor(QScrollArea):
    """Works on the draft it is given. ``edited`` after each change, ``refused`` when the last criterion was to go."""

    edited = Signal()
    refused = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._draft: RulesDraft | None = None
        self._sources: Sequence[str] = ()
        self._group: AttributeGroup = GROUPS_WITH_RULES[0]
        self._groups_card, self._criteria_card, self._trust_card = Card(look), Card(look), Card(look)
        self.groups = RowsModel(self._group_columns(), self)
        self.group_table = RowTable(look, self.groups)
        self._always = Text(look, "", "small", tone="text2", wraps=True)
        self._members = Text(look, "", "small", tone="text2", wraps=True)
        self.criteria = OrderedModel(lambda key: criterion_label(Criterion(key)), self)
        self.criteria_list = OrderedList(look, self.criteria)
        self.trust = OrderedModel(str, self)
        self.trust_list = OrderedList(look, self.trust)
        self._trust_note = Text(look, "", "small", tone="text2", wraps=True)
        self._build()
        self.group_table.chosen.connect(self._on_group)
        self.criteria.changed.connect(self._on_criteria)
        self.trust.changed.connect(self._on_trust)
        look.changed.connect(self._fit)

    def show_draft(self, draft: RulesDraft, sources: Sequence[str]) -> None:
        """Edit these rules of a store with these lists."""
        self._draft, self._sources = draft, sources
        self._show_groups()
        self._show_group()
        self.trust.set_entries(draft.trusted, sources)

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self._groups_card.set_title(self.tr("Which value becomes golden"))
        self._trust_card.set_title(self.tr("Trusted lists, the most trusted first"))
        self._always.setText(
            self.tr("Valid values always come first. Consent has no rule: the most restrictive answer wins.")
        )
        self._trust_note.setText(
            self.tr("Counts where “From the most trusted list” is switched on. Lists that are off are trusted least.")
        )
        self.group_table.setAccessibleName(self.tr("Groups of attributes"))
        self.trust_list.setAccessibleName(self.tr("Trusted lists"))
        keys = self.tr("Drag, or Alt+Up and Alt+Down to move; Space switches.")
        for one in (self.criteria_list, self.trust_list):
            one.setToolTip(keys)
            one.setAccessibleDescription(keys)
        for model in (self.groups, self.criteria, self.trust):
            model.retranslate()
        self._show_group()

    def _show_groups(self) -> None:
        row = max(0, self.group_table.currentIndex().row())
        self.groups.set_rows(GROUPS_WITH_RULES)
        self.group_table.setCurrentIndex(self.groups.index(row, 0))

    def _show_group(self) -> None:
        title = self.tr("{group}: first things first").format(group=group_label(self._group))
        self._criteria_card.set_title(title)
        self.criteria_list.setAccessibleName(title)
        self._members.setText(group_attributes(self._group))
        if self._draft is not None:
            self.criteria.set_entries(self._draft.criteria(self._group), list(Criterion))

    def _on_group(self, group: AttributeGroup | None) -> None:
        if group is not None and group is not self._group:
            self._group = group
            self._show_group()

    def _on_criteria(self) -> None:
        chosen = [Criterion(key) for key in self.criteria.chosen]
        if self._draft is None:
            return
        if not chosen:
            self._show_group()
            self.refused.emit()
            return
        self._draft.set_criteria(self._group, chosen)
        self.groups.retranslate()
        self.edited.emit()

    def _on_trust(self) -> None:
        if self._draft is not None:
            self._draft.set_trusted(self.trust.chosen)
            self.edited.emit()

    def _group_columns(self) -> list[Column[AttributeGroup]]:
        def phrase(group: AttributeGroup) -> str:
            return criteria_phrase(self._draft.criteria(group)) if self._draft is not None else ""

        return [
            Column(lambda: self.tr("Attributes"), group_label, GROUP_WIDTH, weight=500),
            Column(lambda: self.tr("The value that is …"), phrase, tone="text2"),
        ]

    def _build(self) -> None:
        look = self._look
        self._groups_card.body.addWidget(self.group_table)
        self._groups_card.body.addWidget(self._always)
        self._criteria_card.body.addWidget(self._members)
        self._criteria_card.body.addWidget(self.criteria_list)
        self._trust_card.body.addWidget(self._trust_note)
        self._trust_card.body.addWidget(self.trust_list)
        column = QWidget()
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom, column)
        self._cards.setContentsMargins(look.s4, look.s4, look.s2, look.s4)
        self._cards.setSpacing(look.s3)
        ordered = QVBoxLayout()
        ordered.setSpacing(look.s3)
        ordered.addWidget(self._criteria_card)
        ordered.addWidget(self._trust_card)
        ordered.addStretch(1)
        self._cards.addWidget(self._groups_card, 0, Qt.AlignmentFlag.AlignTop)
        self._cards.addLayout(ordered, 3)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(column)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room, so that nothing need be scrolled."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The table shows every group, whatever the text size."""
        is_beside = self.width() >= self._look.px(BESIDE_WIDTH)
        ways = QBoxLayout.Direction
        self._cards.setDirection(ways.LeftToRight if is_beside else ways.TopToBottom)
        # The criteria of a group are a phrase, longer than the name of one.
        self._cards.setStretch(0, 4 if is_beside else 0)
        self.group_table.setFixedHeight((len(GROUPS_WITH_RULES) + 1) * self._look.row_height("table") + 4)
