"""The sources of the store and their deliveries; a delivery is undone here, after a look at what that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from steward.ui.models.deliveries import DeliveriesModel, SourcesModel
from steward.ui.pages.lists.deliveries_view import ListsTable, SourceCell
from steward.ui.pages.lists.list_words import later_sentence, reverse_sentence
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.card import Card
from steward.ui.widgets.empty_state import EmptyState
from steward.ui.widgets.idle_keyboard import take_idle_keyboard
from steward.ui.widgets.text import Text
from steward.ui.words.masking import Mask

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.domain.records import Delivery
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.workspace.decisions.log_views import ReversePreview
    from steward.workspace.views import SourceSummary


_SOURCE_STRETCH = (
    SourcesModel.SOURCE,
    SourcesModel.DEPARTMENT,
    SourcesModel.CUSTOMERS,
    SourcesModel.LAST_DELIVERY,
    SourcesModel.CHANGES,
)


class Overview(QWidget):
    """``undo_asked`` wants a preview, ``undo_agreed`` the undoing itself, ``load_asked`` a file.

    ``quarantine_asked(name)`` and ``settings_asked(name)`` open more about a source, ``changes_asked(delivery)`` about
    a delivery, and ``card_asked(delivery)`` wants what can be sent back to its department.
    """

    undo_asked = Signal(object)
    undo_agreed = Signal(int)
    load_asked = Signal()
    quarantine_asked = Signal(str)
    settings_asked = Signal(str)
    changes_asked = Signal(object)
    card_asked = Signal(object)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._preview: tuple[Delivery, ReversePreview] | None = None
        self._mask = Mask.OFF
        self.sources = SourcesModel(language, self)
        self.deliveries = DeliveriesModel(language, self)
        self.source_view = ListsTable(look, self.sources, row_kind="form", stretch=_SOURCE_STRETCH)
        self.source_view.setItemDelegateForColumn(SourcesModel.SOURCE, SourceCell(look, self.source_view))
        self.delivery_view = ListsTable(look, self.deliveries, row_kind="table", stretch=(DeliveriesModel.FILE,))
        self._source_card = Card(look, padding=0)
        self._delivery_card = Card(look, padding=0)
        self._undo = KeyButton(look, icon="undo-2")
        self.quarantine = KeyButton(look, icon="shield-alert")
        self.settings = KeyButton(look, icon="settings")
        self.changes = KeyButton(look, icon="table")
        self.card = KeyButton(look, icon="file-spreadsheet")
        self._held: Mapping[str, int] = {}
        self._preview_title = Text(look, "", "section", wraps=True)
        self._preview_text = Text(look, "", "body", tone="text2", wraps=True)
        self._later = Text(look, "", "small", tone="text2", wraps=True)
        self._agree = KeyButton(look, kind="primary", icon="undo-2")
        self._keep = KeyButton(look, kind="ghost", key="Esc", key_last=True)
        self._hint = Text(look, "", "small", tone="text3")
        self._empty = EmptyState(look, "layers")
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        look = self._look
        for card, view in ((self._source_card, self.source_view), (self._delivery_card, self.delivery_view)):
            card.head.setContentsMargins(look.s4, look.s3, look.s4, look.s1)
            card.body.setContentsMargins(1, 0, 1, 1)
            card.body.addWidget(view)
        for button in (self.quarantine, self.settings):
            self._source_card.head.addWidget(button)
        for button in (self.changes, self.card, self._undo):
            self._delivery_card.head.addWidget(button)
        self._panel = Card(look)
        self._panel.setProperty("primary", "true")
        buttons = QHBoxLayout()
        buttons.addWidget(self._agree)
        buttons.addWidget(self._keep)
        buttons.addStretch(1)
        self._panel.body.addWidget(self._preview_title)
        self._panel.body.addWidget(self._preview_text)
        self._panel.body.addWidget(self._later)
        self._panel.body.addLayout(buttons)
        self._panel.hide()
        self._full = QWidget(self)
        layout = QVBoxLayout(self._full)
        layout.setContentsMargins(look.s4, look.s3, look.s4, look.s3)
        layout.setSpacing(look.s3)
        layout.addWidget(self._source_card, 3)
        layout.addWidget(self._panel)
        layout.addWidget(self._delivery_card, 2)
        layout.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignHCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self.source_view.selectionModel().currentRowChanged.connect(self._on_source)
        self.delivery_view.selectionModel().currentRowChanged.connect(self._on_delivery)
        self._undo.clicked.connect(self._ask_undo)
        self.quarantine.clicked.connect(self._ask_quarantine)
        self.settings.clicked.connect(self._ask_settings)
        self.changes.clicked.connect(self._ask_changes)
        self.card.clicked.connect(self._ask_card)
        self._agree.clicked.connect(self._agree_undo)
        self._keep.clicked.connect(self.close_preview)
        self._empty.asked.connect(self.load_asked)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._panel)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_preview)

    def show_sources(self, sources: Sequence[SourceSummary], held: Mapping[str, int]) -> None:
        """Show the sources, with how many rows of each are held back; the one that was chosen stays chosen."""
        name = self._source_name()
        self._held = held
        self.sources.set_sources(sources)
        self._stack.setCurrentWidget(self._full if sources else self._empty)
        if sources:
            self.source_view.selectRow(max(0, self.sources.row_of(name)))
        self.retranslate()
        take_idle_keyboard(self.source_view if sources else self._empty.button)

    def choose_source(self, name: str) -> None:
        """Show the deliveries of this source."""
        row = self.sources.row_of(name)
        if row >= 0:
            self.source_view.selectRow(row)

    def show_preview(self, delivery: Delivery, preview: ReversePreview) -> None:
        """Tell what undoing a delivery would change, and offer to do it."""
        self._preview = delivery, preview
        self._tell_preview()
        self._panel.show()
        self._agree.setFocus()

    def set_mask(self, mask: Mask) -> None:
        """Mask numbers that stand for names, or show them, when all is said anew."""
        self._mask = mask

    def close_preview(self) -> None:
        """Leave the delivery as it is."""
        if not self._panel.isHidden():
            self._panel.hide()
            self.delivery_view.setFocus()

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self.sources.retranslate()
        self.deliveries.retranslate()
        self.source_view.setAccessibleName(self.tr("Sources"))
        self.delivery_view.setAccessibleName(self.tr("Deliveries"))
        records = sum(self.sources.source_at(row).record_count for row in range(self.sources.rowCount()))
        self._source_card.set_title(
            self.tr("Sources"),
            self.tr("{records} in {lists}").format(
                records=self.tr("%Ln records", "", records),
                lists=self.tr("%Ln lists", "", self.sources.rowCount()),
            ),
        )
        self._undo.set_content(self.tr("Undo this delivery…"))
        self.changes.set_content(self.tr("What it brought…"))
        self.card.set_content(self.tr("Report card…"))
        self.card.setToolTip(self.tr("What is good and wrong in this delivery, to send back to the department"))
        self.settings.set_content(self.tr("Settings of the source…"))
        self.settings.setToolTip(self.tr("How deliveries of this source are taken"))
        self._hint.setText(self.tr("Drop lists anywhere on this page to load them."))
        self._empty.set_content(
            self.tr("No lists yet. Drop the departments' .xlsx or .csv files here, or choose them."),
            self.tr("Load a list"),
        )
        self._name_deliveries()
        self._tell_preview()

    def _tell_preview(self) -> None:
        if self._preview is None:
            return
        delivery, preview = self._preview
        self._preview_title.setText(self.tr("Undo the delivery {file}?").format(file=delivery.file_name))
        self._preview_text.setText(reverse_sentence(delivery, preview, self._language))
        later = later_sentence(preview, self._mask)
        self._later.setText(later)
        self._later.setVisible(bool(later))
        self._agree.set_content(self.tr("Undo this delivery"))
        self._keep.set_content(self.tr("Keep it"))

    def _name_deliveries(self) -> None:
        name = self._source_name()
        if name:
            held = self._held.get(name, 0)
            self.quarantine.setVisible(held > 0)
            self.quarantine.set_content(self.tr("%Ln rows held back", "", held))
            self._delivery_card.set_title(self.tr("Deliveries of {source}").format(source=name))

    def _source_name(self) -> str:
        row = self.source_view.currentIndex().row()
        return self.sources.source_at(row).source.name if 0 <= row < self.sources.rowCount() else ""

    def _ask_quarantine(self) -> None:
        self.quarantine_asked.emit(self._source_name())

    def _ask_settings(self) -> None:
        self.settings_asked.emit(self._source_name())

    def _on_source(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not current.isValid():
            return
        self._panel.hide()
        self.deliveries.set_deliveries(self.sources.source_at(current.row()).deliveries)
        if self.deliveries.rowCount():
            self.delivery_view.selectRow(0)
        self._name_deliveries()

    def _on_delivery(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._panel.hide()
        self._undo.setEnabled(current.isValid() and not self.deliveries.delivery_at(current.row()).is_reversed)

    def _ask_undo(self) -> None:
        self._tell(self.undo_asked)

    def _ask_changes(self) -> None:
        self._tell(self.changes_asked)

    def _ask_card(self) -> None:
        self._tell(self.card_asked)

    def _tell(self, asked: SignalInstance) -> None:
        """Ask for something about the delivery in the current row."""
        row = self.delivery_view.currentIndex().row()
        if row >= 0:
            asked.emit(self.deliveries.delivery_at(row))

    def _agree_undo(self) -> None:
        if self._preview is not None:
            self._panel.hide()
            _, preview = self._preview
            self.undo_agreed.emit(preview.decision.id)
