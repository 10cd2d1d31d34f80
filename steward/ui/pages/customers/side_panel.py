"""The panel that opens beside a customer: origins of a value, and what an act would change before it is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from steward.domain.identity import plain_cin
from steward.ui.pages.customers.card_delegate import CardDelegate
from steward.ui.pages.customers.card_rows import CardModel, CardRow
from steward.ui.pages.customers.list_card import ListCard
from steward.ui.pages.customers.row_view import RowView
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.choice_box import ChoiceBox
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.ui.look import Look


@dataclass(frozen=True, slots=True)
class PanelContent:
    """Everything the panel says. Without ``primary`` it only tells; ``typed`` asks for a value.

    ``choices`` are what it may be, by their keys, and ``chosen`` is one of these; ``refusal`` says no to all of them.
    ``hint`` stands in the field while it is empty; with ``expected`` just that must be typed before anything is done.
    """

    title: str
    rows: tuple[CardRow, ...] = ()
    sentence: str = ""
    primary: str = ""
    secondary: str = ""
    typed: str | None = None
    hint: str = ""
    expected: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    chosen: str = ""
    refusal: str = ""


class SidePanel(QWidget):
    """One panel at a time; Esc closes it and the focus goes back to where it came from."""

    accepted = Signal()
    secondary_chosen = Signal()
    row_chosen = Signal(str)
    choice_made = Signal(str)
    refused = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._came_from: QWidget | None = None
        self._expected = ""
        #: Whose content is shown; what is agreed to is meant for them.
        self.presenter: QObject | None = None
        model: CardModel[CardRow] = CardModel(lambda row: row.spoken, self)
        view = RowView(look, "table", is_fitted=True, parent=self)
        view.setItemDelegate(CardDelegate(look, note_width=110, parent=view))
        view.row_opened.connect(self._on_row)
        self.card = ListCard(look, view, model, self)
        self._sentence = Text(look, "", "small", tone="text2", wraps=True)
        self._input = QLineEdit(self)
        self._choice = ChoiceBox(self)
        self._primary = KeyButton(look, kind="primary")
        self._secondary = KeyButton(look)
        self._refuse = KeyButton(look)
        self._close = KeyButton(look, kind="ghost", key="Esc", key_last=True)
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        look = self._look
        buttons = QHBoxLayout()
        buttons.setSpacing(look.s2)
        buttons.addWidget(self._close)
        buttons.addStretch(1)
        buttons.addWidget(self._secondary)
        buttons.addWidget(self._refuse)
        buttons.addWidget(self._primary)
        inner = QVBoxLayout()
        inner.setContentsMargins(look.s4, look.s3, look.s4, look.s2)
        inner.setSpacing(look.s3)
        inner.addWidget(self._sentence)
        inner.addWidget(self._input)
        inner.addWidget(self._choice)
        inner.addLayout(buttons)
        layout = self.card.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addLayout(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)

    def _connect(self) -> None:
        self._primary.clicked.connect(self._accept)
        self._secondary.clicked.connect(self.secondary_chosen)
        self._refuse.clicked.connect(self.refused)
        self._choice.activated.connect(self._on_choice)
        self._close.clicked.connect(self.dismiss)
        self._input.returnPressed.connect(self._accept)
        self._input.textChanged.connect(self._check_typed)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.dismiss)

    @property
    def typed_text(self) -> str:
        """What the steward typed."""
        return self._input.text().strip()

    def present(self, content: PanelContent, presenter: QObject) -> None:
        """Open with this content, or change what is open."""
        was_open = self.isVisible()
        self.presenter, self._expected = presenter, content.expected
        self.card.set_titles(content.title)
        self.card.model.set_rows(content.rows)
        self._sentence.setText(content.sentence)
        self._sentence.setVisible(bool(content.sentence))
        self._input.setVisible(content.typed is not None)
        if content.typed is not None:
            self._input.setText(content.typed)
            self._input.setPlaceholderText(content.hint)
            self._input.setAccessibleName(content.title)
        self._set_choices(content)
        for button, text in (
            (self._primary, content.primary),
            (self._secondary, content.secondary),
            (self._refuse, content.refusal),
        ):
            button.set_content(text)
            button.setVisible(bool(text))
        self._check_typed()
        self.show()
        if not was_open:
            self._came_from = self.window().focusWidget()
        self._take_focus(content)

    def dismiss(self) -> None:
        """Close without doing anything."""
        if self.isHidden():
            return
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus()
        self.closed.emit()

    def retranslate(self) -> None:
        """The one text that does not come with the content."""
        self._close.set_content(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _set_choices(self, content: PanelContent) -> None:
        self._choice.clear()
        for key, text in content.choices.items():
            self._choice.addItem(text, key)
        self._choice.setCurrentIndex(self._choice.findData(content.chosen))
        self._choice.setAccessibleName(content.title)
        self._choice.setVisible(bool(content.choices))

    def _on_choice(self, place: int) -> None:
        self.choice_made.emit(self._choice.itemData(place))

    def _check_typed(self) -> None:
        self._primary.setEnabled(not self._expected or plain_cin(self.typed_text) == self._expected)

    def _accept(self) -> None:
        if self._primary.isEnabled():
            self.accepted.emit()

    def _take_focus(self, content: PanelContent) -> None:
        if content.typed is not None:
            self._input.setFocus()
            self._input.selectAll()
        elif content.rows:
            self.card.view.setFocus()
        elif content.primary:
            self._primary.setFocus()
        else:
            self._close.setFocus()

    def _on_row(self, row: int) -> None:
        self.row_chosen.emit(self.card.model.rows[row].key)
