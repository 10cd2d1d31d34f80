"""The right half of the rules page: what other rules would change on every golden record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from steward.domain.identity import format_cin
from steward.ui.models.rows import Column, RowsModel
from steward.ui.widgets.card import Card
from steward.ui.widgets.chip import Chip
from steward.ui.widgets.row_table import RowTable
from steward.ui.widgets.text import Text
from steward.ui.widgets.work_row import WorkRow
from steward.ui.words.attributes import attribute_label
from steward.ui.words.values import value_text

if TYPE_CHECKING:
    from steward.ui.page import PageContext
    from steward.workspace.customers.rule_views import RulesPreview, ValueChange

#: Attributes that get a chip of their own; the table shows all.
CHIPS = 5


class DryRunCard(Card):
    """Count, counts by attribute, and the list of values before and after. ``customer_asked(cin)`` from the list."""

    customer_asked = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent=parent)
        look = context.look
        self._look, self._language = look, context.language
        self._preview: RulesPreview | None = None
        self._attribute = ""
        self.figure = Text(look, "", "heading", tabular=True)
        self._note = Text(look, "", tone="text2", wraps=True)
        self.work = WorkRow(look)
        self._chips = QWidget()
        self._chip_row = QHBoxLayout(self._chips)
        self._chip_row.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self.model = RowsModel(self._columns(context), self)
        self.table = RowTable(look, self.model)
        self.table.opened.connect(self._on_opened)
        self._stack = QStackedWidget()
        hint = QWidget()
        column = QVBoxLayout(hint)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._note)
        column.addStretch(1)
        self._stack.addWidget(hint)
        self._stack.addWidget(self.table)
        for widget in (self.figure, self.work, self._chips):
            self.body.addWidget(widget)
        self.body.addWidget(self._stack, 1)
        self.retranslate()

    def show_nothing(self) -> None:
        """Nothing was changed yet."""
        self._preview = None
        self.retranslate()

    def show_preview(self, preview: RulesPreview) -> None:
        """What would change."""
        self._preview, self._attribute = preview, ""
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.set_title(self.tr("What would change"))
        self.table.setAccessibleName(self.tr("Golden values that would change"))
        preview = self._preview
        has_changes = preview is not None and preview.values > 0
        self._stack.setCurrentIndex(int(has_changes))
        self.figure.setVisible(preview is not None)
        if preview is None:
            self._note.setText(
                self.tr(
                    "Change a rule at the left. What it would alter on every golden record appears here before "
                    "anything is saved."
                )
            )
        elif not has_changes:
            self.figure.setText(self.tr("No golden value would change"))
            self._note.setText(self.tr("Every golden record stays as it is by these rules."))
        else:
            self.figure.setText(
                self.tr("{values} of {customers}").format(
                    values=self.tr("%Ln golden values", "", preview.values),
                    customers=self.tr("%Ln customers", "", preview.customers),
                )
            )
        self._show_chips()
        self._show_rows()

    def _show_chips(self) -> None:
        while self._chip_row.count():
            item = self._chip_row.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        by_attribute = self._preview.by_attribute if self._preview else {}
        self._chips.setVisible(len(by_attribute) > 1)
        for name, count in sorted(by_attribute.items(), key=lambda item: (-item[1], item[0]))[:CHIPS]:
            text = f"{attribute_label(name)}  {self._language.number(count)}"
            chip = Chip(self._look, text, can_check=True)
            chip.setProperty("attribute", name)
            chip.setChecked(name == self._attribute)
            chip.clicked.connect(self._on_chip)
            self._chip_row.addWidget(chip)
        self._chip_row.addStretch(1)

    def _on_chip(self) -> None:
        chip = self.sender()
        name = str(chip.property("attribute")) if chip is not None else ""
        self._attribute = "" if name == self._attribute else name
        for one in self._chips.findChildren(Chip):
            one.setChecked(one.property("attribute") == self._attribute)
        self._show_rows()

    def _show_rows(self) -> None:
        changes = self._preview.changes if self._preview else ()
        self.model.set_rows([one for one in changes if self._attribute in ("", one.attribute)])
        self.model.retranslate()
        hidden = (self._preview.values if self._preview else 0) - len(changes)
        if hidden > 0:
            shown = self._language.number(len(changes))
            self.set_title(self.tr("What would change"), self.tr("first {count} listed").format(count=shown))

    def _on_opened(self, change: ValueChange) -> None:
        self.customer_asked.emit(change.cin)

    def _columns(self, context: PageContext) -> list[Column[ValueChange]]:
        def before(change: ValueChange) -> str:
            return context.mask.text(change.attribute, value_text(change.attribute, change.before)) or "∅"

        def after(change: ValueChange) -> str:
            return context.mask.text(change.attribute, value_text(change.attribute, change.after)) or "∅"

        return [
            Column(lambda: self.tr("Customer"), lambda one: context.mask.title(one.title), weight=500),
            Column(lambda: self.tr("CIN"), lambda one: format_cin(one.cin), 110, tone="text2", is_spare=True),
            Column(lambda: self.tr("Attribute"), lambda one: attribute_label(one.attribute), 110, tone="text2"),
            Column(lambda: self.tr("Now"), before, source=lambda one: one.before_source, tone="text2"),
            Column(lambda: self.tr("Then"), after, source=lambda one: one.after_source, weight=500),
        ]
