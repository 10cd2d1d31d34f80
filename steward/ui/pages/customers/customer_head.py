"""Who the customer is: name, CIN, since when, from where, and what can be done with the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from steward.domain.identity import format_cin
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from steward.ui.actions import ActionRegistry
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.workspace.views import CustomerView


_MOST_CINS = 2


class CustomerHead(QWidget):
    """The two lines above the cards."""

    take_out_asked = Signal()

    def __init__(self, look: Look, language: Language, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language, self._actions = look, language, actions
        self._view: CustomerView | None = None
        self._name = Text(look, "", "title", elides=Qt.TextElideMode.ElideRight)
        self._icon = QLabel(self)
        self._cin = Text(look, "", "body", weight=600, tabular=True)
        self._cin.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = Text(look, "", "small", tone="text2", tabular=True, elides=Qt.TextElideMode.ElideRight)
        self._take_out = KeyButton(look, icon="split")
        self._take_out.clicked.connect(self.take_out_asked)
        self._build()
        self._renew()
        look.changed.connect(self._renew)

    def _build(self) -> None:
        look = self._look
        second = QHBoxLayout()
        second.setSpacing(look.s2)
        second.addWidget(self._icon)
        second.addWidget(self._cin)
        second.addSpacing(look.s1)
        second.addWidget(self._facts, 1)
        words = QVBoxLayout()
        words.setSpacing(look.s1)
        words.addWidget(self._name)
        words.addLayout(second)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.s3)
        layout.addLayout(words, 1)
        layout.addWidget(self._take_out, 0, Qt.AlignmentFlag.AlignTop)

    def show_customer(self, view: CustomerView) -> None:
        """Name this customer."""
        self._view = view
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again in the language of now."""
        view = self._view
        if view is None:
            return
        self._take_out.set_content(self.tr("Take a record out…"))
        self._take_out.setToolTip(self._actions.tool_tip("customers.take_out"))
        self._take_out.setVisible(len(view.records) > 1)
        self._name.setText(view.title or format_cin(view.cin))
        self._cin.setText(self.tr("CIN {cin}").format(cin=format_cin(view.cin)))
        self._facts.setText("  ·  ".join(self._facts_of(view)))

    def _facts_of(self, view: CustomerView) -> list[str]:
        facts = []
        if view.since:
            facts.append(self.tr("since {day}").format(day=self._language.day_of_text(view.since)))
        records = self.tr("1 record") if len(view.records) == 1 else self.tr("{count} records")
        lists = self.tr("1 list") if len(view.sources) == 1 else self.tr("{count} lists")
        facts.append(
            self.tr("{records} in {lists}").format(
                records=records.format(count=self._language.number(len(view.records))),
                lists=lists.format(count=self._language.number(len(view.sources))),
            )
        )
        if view.took_over:
            facts.append(self.tr("took over {cins}").format(cins=self._cins(view.took_over)))
        return facts

    def _cins(self, cins: tuple[str, ...]) -> str:
        shown = ", ".join(format_cin(cin) for cin in cins[:_MOST_CINS])
        if len(cins) <= _MOST_CINS:
            return shown
        more = self._language.number(len(cins) - _MOST_CINS)
        return self.tr("{cins} and {count} more").format(cins=shown, count=more)

    def _renew(self) -> None:
        self._icon.setPixmap(self._look.pixmap("id-card", "text2", 16))
