"""Who the customer is: name, CIN, since when, from where, and what can be done with the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from steward.domain.identity import format_cin
from steward.domain.pairs import Strength
from steward.ui.pages.customers.privacy_texts import withdrawn_text
from steward.ui.widgets.buttons import IconButton, KeyButton
from steward.ui.widgets.pill import Pill
from steward.ui.widgets.strength import StrengthPill, strength_text
from steward.ui.widgets.text import Text
from steward.ui.words.masking import Mask
from steward.ui.words.names import shown_title

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from steward.ui.actions import ActionRegistry
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.workspace.customers.customer_views import CustomerView


_MOST_CINS = 2
#: What a probability is shown as at most, and from where on it has a decimal.
_SUREST, _ALMOST = 0.999, 0.99


class CustomerHead(QWidget):
    """The two lines above the cards."""

    take_out_asked = Signal()
    as_of_asked = Signal()
    privacy_asked = Signal(QPoint)
    sidebar_asked = Signal()

    def __init__(self, look: Look, language: Language, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language, self._actions = look, language, actions
        self._view: CustomerView | None = None
        self._mask = Mask.OFF
        self._is_past = False
        self._sidebar = IconButton(look, "panel-left", "", parent=self)
        self._sidebar.hide()
        self._name = Text(look, "", "title", elides=Qt.TextElideMode.ElideRight)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._top, self._beside, self._below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._fits = (True, True)
        self.strength = StrengthPill(look, self)
        self.restricted = Pill(look, "lock", "danger", self)
        self.withdrawn = Pill(look, "bell-off", "warn", self)
        self._icon = QLabel(self)
        self._cin = Text(look, "", "body", weight=600, tabular=True)
        self._cin.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = Text(look, "", "small", tone="text2", tabular=True, elides=Qt.TextElideMode.ElideRight)
        self._take_out = KeyButton(look, icon="split")
        self._as_of = KeyButton(look, icon="history")
        self._privacy = KeyButton(look, icon="shield-check")
        self._sidebar.clicked.connect(self.sidebar_asked)
        self._take_out.clicked.connect(self.take_out_asked)
        self._as_of.clicked.connect(self.as_of_asked)
        self._privacy.clicked.connect(self.ask_privacy)
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
        first = QHBoxLayout()
        first.setSpacing(look.s2)
        first.addWidget(self._name)
        first.addLayout(self._beside)
        first.addStretch(1)
        for row in (self._beside, self._below):
            row.setSpacing(look.s2)
        for pill in self._pills():
            self._beside.addWidget(pill)
        words = QVBoxLayout()
        words.setSpacing(look.s1)
        words.addLayout(first)
        words.addLayout(second)
        self._top.setSpacing(look.s3)
        self._top.addWidget(self._sidebar, 0, Qt.AlignmentFlag.AlignTop)
        self._top.addLayout(words, 1)
        for button in self._buttons():
            self._top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.s1)
        outer.addLayout(self._top)
        outer.addLayout(self._below)

    def set_sidebar_button(self, *, is_visible: bool) -> None:
        """The list of customers is a button where there is no room for it."""
        self._sidebar.setVisible(is_visible)

    def show_customer(self, view: CustomerView, mask: Mask, *, is_past: bool = False) -> None:
        """Name this customer; in the past there is nothing to do but look."""
        self._view, self._mask, self._is_past = view, mask, is_past
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again in the language of now."""
        view = self._view
        if view is None:
            return
        self._take_out.set_content(self.tr("Take a record out…"))
        self._take_out.setToolTip(self._actions.tool_tip("customers.take_out"))
        self._take_out.setVisible(len(view.records) > 1 and not self._is_past)
        self._as_of.set_content(self.tr("Show as of…"))
        self._as_of.setToolTip(self._actions.tool_tip("customers.as_of"))
        self._privacy.set_content(self.tr("Privacy…"))
        self._privacy.setToolTip(self._actions.tool_tip("customers.privacy"))
        self._privacy.setVisible(not self._is_past)
        self._sidebar.set_name(self.tr("Customers"))
        self._tell_state(view)
        self._name.setText(self._mask.among(shown_title(view.title, self._mask), view.numbers))
        self._cin.setText(self.tr("CIN {cin}").format(cin=format_cin(view.cin)))
        self._facts.setText("  ·  ".join(self._facts_of(view)))

    def _tell_state(self, view: CustomerView) -> None:
        """How sure it is that the records are one customer, and what the customer asked for."""
        probability = view.probability
        self.strength.setVisible(probability is not None)
        if probability is not None:
            strength = Strength.of(probability)
            # Never rounded up to what nobody can promise.
            percent = self._language.percent(min(probability, _SUREST), 1 if probability > _ALMOST else 0)
            self.strength.set_strength(strength, strength_text(strength, probability, percent))
        self.restricted.set_text(self.tr("Restricted") if view.rights.is_restricted else "")
        self.withdrawn.set_text(withdrawn_text(view.rights))
        self._place()

    def _pills(self) -> tuple[QWidget, ...]:
        return self.strength, self.restricted, self.withdrawn

    def _buttons(self) -> tuple[QWidget, ...]:
        return self._as_of, self._privacy, self._take_out

    def _place(self) -> None:
        """Pills beside the name and buttons at the right where there is room, else in a line of their own."""
        pills_fit = self._width_of(self._name, *self._pills(), *self._buttons()) <= self.width()
        number = self._width_of(self._sidebar, self._icon, self._cin)
        buttons_fit = number + self._width_of(*self._buttons()) <= self.width()
        if (pills_fit, buttons_fit) == self._fits:
            return
        self._fits = (pills_fit, buttons_fit)
        for row in (self._beside, self._below):
            while row.count():
                row.takeAt(0)
        for pill in self._pills():
            (self._beside if pills_fit else self._below).addWidget(pill)
        for button in self._buttons():
            self._top.removeWidget(button)
            (self._top if buttons_fit else self._below).addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        if not (pills_fit and buttons_fit):
            self._below.addStretch(1)

    def _width_of(self, *widgets: QWidget) -> int:
        return sum(widget.sizeHint().width() + self._look.s3 for widget in widgets if not widget.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def ask_privacy(self) -> None:
        """Open the menu under its button."""
        if self._privacy.isVisible():
            self.privacy_asked.emit(self._privacy.mapToGlobal(QPoint(0, self._privacy.height())))

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
        self._place()
