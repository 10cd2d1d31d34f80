"""The settings page: every option takes effect at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from steward.ui.language import LANGUAGE_NAMES
from steward.ui.look import LARGEST_SCALE, SMALLEST_SCALE
from steward.ui.page import Page, PageContext
from steward.ui.pages.settings.choice import Choice
from steward.ui.theme import Density, ThemeChoice
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.card import Card
from steward.ui.widgets.page_tabs import SETTINGS_TABS, PageTabs
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

LABEL_WIDTH, CARD_WIDTH, STEP = 200, 760, 5


class SettingsPage(Page):
    """Two cards: how it looks, and who works here."""

    page_id = "settings"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = context.look
        self.tabs = PageTabs(look, SETTINGS_TABS, self.page_id)
        self._look_card, self._work_card, self._store_card = Card(look), Card(look), Card(look)
        self._labels = [Text(look, "", tone="text2", wraps=True) for _ in range(7)]
        self.language = QComboBox()
        for code, name in LANGUAGE_NAMES.items():
            self.language.addItem(name, code)
        self.theme = Choice(context.look, [choice.value for choice in ThemeChoice], self)
        self.density = Choice(context.look, [choice.value for choice in Density], self)
        self.scale = QSlider(Qt.Orientation.Horizontal)
        self.scale.setRange(SMALLEST_SCALE, LARGEST_SCALE)
        self.scale.setSingleStep(STEP)
        self.scale.setPageStep(2 * STEP)
        self._scale_text = Text(look, "", tabular=True)
        self.steward = QLineEdit()
        self._steward_hint = Text(look, "", "small", tone="text3", wraps=True)
        self.single_keys = QCheckBox()
        self._keys_hint = Text(look, "", "small", tone="text3", wraps=True)
        self.masks_ids = QCheckBox()
        self._masks_hint = Text(look, "", "small", tone="text3", wraps=True)
        self._store = Text(look, "", tabular=True, elides=Qt.TextElideMode.ElideMiddle)
        self._store_hint = Text(look, "", "small", tone="text3", wraps=True)
        self.backup_button = KeyButton(look, icon="copy")
        self.restore_button = KeyButton(look, icon="history")
        self._show_values()
        self._build()
        self._connect()

    def title(self) -> str:
        """ "Settings"."""
        return self.tr("Settings")

    def header_chips(self) -> list[QWidget]:
        """The other parts of the settings."""
        return [self.tabs]

    def first_focus(self) -> QWidget:
        return self.language

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self._look_card.set_title(self.tr("Language and look"))
        self._work_card.set_title(self.tr("You"))
        self._store_card.set_title(self.tr("This store"))
        names = (
            self.tr("Language"),
            self.tr("Theme"),
            self.tr("Row height"),
            self.tr("Text size"),
            self.tr("Your name"),
            self.tr("Keys"),
            self.tr("Masking"),
        )
        looks = (self.language, self.theme, self.density, self.scale)
        widgets = (*looks, self.steward, self.single_keys, self.masks_ids)
        for label, name, widget in zip(self._labels, names, widgets, strict=True):
            label.setText(name)
            widget.setAccessibleName(name)
        self.theme.set_texts((self.tr("As the system"), self.tr("Light"), self.tr("Dark")))
        self.density.set_texts((self.tr("Compact"), self.tr("Normal"), self.tr("Roomy")))
        self.steward.setPlaceholderText(self.context.workspace.steward)
        self._steward_hint.setText(
            self.tr("Decisions carry this name. It counts from the next time the store is opened.")
        )
        self.single_keys.setText(self.tr("Single keys decide"))
        self._keys_hint.setText(self.tr("Letters and digits alone, for example A to merge."))
        self.masks_ids.setText(self.tr("Mask identity numbers"))
        self._show_masks_hint()
        self._store.setText(str(self.context.workspace.path))
        self._store_hint.setText(
            self.tr("One file with everything in it. A backup copy can be made at any time, also while you work.")
        )
        self._show_keys()
        self._show_scale()

    # wiring

    def _connect(self) -> None:
        self.tabs.page_asked.connect(self.context.navigate)
        self.language.activated.connect(self._on_language)
        self.theme.group.idClicked.connect(self._on_theme)
        self.density.group.idClicked.connect(self._on_density)
        self.scale.valueChanged.connect(self._on_scale)
        self.steward.editingFinished.connect(self._on_steward)
        self.single_keys.toggled.connect(self._on_single_keys)
        self.masks_ids.toggled.connect(self._on_masks_ids)
        self.context.language.changed.connect(self._show_values)
        self.context.look.changed.connect(self._fit_widths)
        actions = self.context.actions
        actions.changed.connect(self._show_keys)
        self.backup_button.clicked.connect(lambda: actions.trigger("app.backup"))
        self.restore_button.clicked.connect(lambda: actions.trigger("app.restore"))

    def _on_language(self, index: int) -> None:
        code = self.language.itemData(index)
        self.context.settings.language = code
        self.context.language.use(code)

    def _on_theme(self, place: int) -> None:
        choice = list(ThemeChoice)[place]
        self.context.settings.theme = choice
        self.context.look.set_theme(choice)

    def _on_density(self, place: int) -> None:
        choice = list(Density)[place]
        self.context.settings.density = choice
        self.context.look.set_density(choice)

    def _on_scale(self, value: int) -> None:
        percent = round(value / STEP) * STEP
        if percent != self.context.look.scale:
            self.context.settings.scale = percent
            self.context.look.set_scale(percent)
        self._show_scale()

    def _on_steward(self) -> None:
        self.context.settings.steward = self.steward.text()

    def _on_single_keys(self, is_on: bool) -> None:
        self.context.settings.single_keys = is_on

    def _on_masks_ids(self, is_on: bool) -> None:
        self.context.settings.masks_ids = is_on

    def _show_values(self) -> None:
        settings, look = self.context.settings, self.context.look
        self.language.setCurrentIndex(self.language.findData(self.context.language.code))
        self.theme.check(list(ThemeChoice).index(look.theme))
        self.density.check(list(Density).index(look.density))
        self.scale.setValue(look.scale)
        self.steward.setText(settings.steward)
        self.single_keys.setChecked(settings.single_keys)
        self.masks_ids.setChecked(settings.masks_ids)
        self._show_scale()

    def _show_keys(self) -> None:
        self.backup_button.follow(self.context.actions, "app.backup")
        self.restore_button.follow(self.context.actions, "app.restore")
        self._show_masks_hint()

    def _show_masks_hint(self) -> None:
        hint = self.tr(
            "Only their last four characters are shown; {key} shows all of what is open, and that is logged."
        )
        self._masks_hint.setText(hint.format(key=self.context.actions.key_text("review.reveal")))

    def _show_scale(self) -> None:
        self._scale_text.setText(f"{self.context.look.scale} %")

    # building

    def _build(self) -> None:
        look = self.context.look
        scale = QHBoxLayout()
        scale.setSpacing(look.s3)
        scale.addWidget(self.scale, 1)
        scale.addWidget(self._scale_text)
        self._look_card.body.addLayout(
            self._form(self._labels[:4], [self.language, self.theme, self.density, _boxed(scale)])
        )
        explained = (
            (self.steward, self._steward_hint),
            (self.single_keys, self._keys_hint),
            (self.masks_ids, self._masks_hint),
        )
        self._work_card.body.addLayout(
            self._form(self._labels[4:], [self._explained(widget, hint) for widget, hint in explained])
        )
        self._store_card.body.addWidget(self._store)
        self._store_card.body.addWidget(self._store_hint)
        copies = QHBoxLayout()
        copies.setSpacing(look.s2)
        copies.addWidget(self.backup_button)
        copies.addWidget(self.restore_button)
        copies.addStretch(1)
        self._store_card.body.addLayout(copies)
        left, right = QVBoxLayout(), QVBoxLayout()
        for part, cards in ((left, (self._look_card,)), (right, (self._work_card, self._store_card))):
            part.setSpacing(look.s3)
            for card in cards:
                part.addWidget(card)
        column = QWidget()
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setSpacing(look.s3)
        for part in (left, right):
            part.addStretch(1)
            self._parts.addLayout(part, 1)
        self._parts.addStretch()
        inner = QVBoxLayout(column)
        inner.setContentsMargins(look.s4, look.s4, look.s4, look.s4)
        inner.addLayout(self._parts)
        inner.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._fit_widths()

    def _explained(self, widget: QWidget, hint: Text) -> QWidget:
        """An option with its hint below."""
        column = QVBoxLayout()
        column.setSpacing(self.context.look.s1)
        column.addWidget(widget)
        column.addWidget(hint)
        return _boxed(column)

    def _fit_widths(self) -> None:
        """Cards and labels grow with the text."""
        look = self.context.look
        for card in (self._look_card, self._work_card, self._store_card):
            card.setMaximumWidth(look.px(CARD_WIDTH))
        self._arrange()
        height = look.row_height("control")
        for label in self._labels:
            label.setMinimumSize(look.px(LABEL_WIDTH), height)
        for widget in (self.scale, self.single_keys, self.masks_ids):
            widget.setMinimumHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards stand side by side where two of them have room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = self.context.look
        is_wide = self.width() >= 2 * look.px(CARD_WIDTH) + 3 * look.s4
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    def _form(self, labels: Sequence[Text], widgets: Sequence[QWidget]) -> QGridLayout:
        look = self.context.look
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.s4)
        grid.setVerticalSpacing(look.s3)
        grid.setColumnStretch(1, 1)
        for row, (label, widget) in enumerate(zip(labels, widgets, strict=True)):
            # Beside the option, not beside the middle of the option and its hint.
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
            label.setBuddy(widget)
        return grid


def _boxed(layout: QBoxLayout) -> QWidget:
    box = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    box.setLayout(layout)
    return box
