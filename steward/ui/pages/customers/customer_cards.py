"""All cards of one customer, in two columns that fold into one where it is narrow."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from steward.ui.delegates.timeline import TimelineDelegate
from steward.ui.pages.customers.card_delegate import CardDelegate
from steward.ui.pages.customers.card_rows import CardModel, CardRow
from steward.ui.pages.customers.customer_rows import (
    contact_rows,
    export_rows,
    golden_rows,
    product_rows,
    record_rows,
)
from steward.ui.pages.customers.figures import FigureCard, figures_of
from steward.ui.pages.customers.list_card import ListCard
from steward.ui.pages.customers.relation_rows import proposed_rows, related_rows
from steward.ui.pages.customers.row_view import RowView
from steward.ui.pages.customers.side_panel import SidePanel
from steward.ui.pages.customers.timeline_rows import TimelineRow, timeline_rows
from steward.ui.words.masking import Mask

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.workspace.customers.customer_views import CustomerView, ProposedRelation

_MOST_FIGURES, _MOST_PRODUCTS = 3, 6
_FOLD_WIDTH, _STATE_WIDTH = 760, 70
_LEFT_SHARE, _RIGHT_SHARE = 52, 49


class CustomerCards(QScrollArea):
    """Emits what a line was opened for; shows whatever customer it is given."""

    value_opened = Signal(str)
    decision_opened = Signal(int)
    related_opened = Signal(str)
    proposal_opened = Signal(object)

    def __init__(
        self, look: Look, language: Language, reveal_key: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._language, self._reveal_key = look, language, reveal_key
        self._view: CustomerView | None = None
        self._mask = Mask.OFF
        self._opened: frozenset[int] = frozenset()
        self._proposals: Sequence[ProposedRelation] = ()
        self.golden = self._card("table", label_width=108, note_width=122)
        self.more = self._card("table", label_width=108, note_width=122)
        self.contacts = self._card("form", note_width=110, badge_slots=2)
        self.records = self._card("table", note_width=64)
        self.products = self._card("table", note_width=_STATE_WIDTH, badge_slots=1)
        self.related = self._card("table", note_width=140)
        self.proposed = self._card("table", note_width=170)
        self.exports = self._card("table", note_width=110)
        self.timeline = self._timeline_card()
        self.products.view.set_most_rows(_MOST_PRODUCTS)
        self.panel = SidePanel(look)
        self._figures = [FigureCard(look) for _ in range(_MOST_FIGURES)]
        self._build()
        self._connect()

    def _card(self, row_kind: str, *, label_width: int = 0, note_width: int, badge_slots: int = 1) -> ListCard[CardRow]:
        view = RowView(self._look, row_kind, is_fitted=True)
        model: CardModel[CardRow] = CardModel(lambda row: row.spoken, view)
        delegate = CardDelegate(
            self._look,
            row_kind=row_kind,
            label_width=label_width,
            note_width=note_width,
            badge_slots=badge_slots,
            parent=view,
        )
        view.setItemDelegate(delegate)
        return ListCard(self._look, view, model)

    def _timeline_card(self) -> ListCard[TimelineRow]:
        view = RowView(self._look, "list", is_fitted=True)
        view.setItemDelegate(TimelineDelegate(self._look, view))
        model: CardModel[TimelineRow] = CardModel(lambda row: row.spoken, view)
        return ListCard(self._look, view, model)

    def _build(self) -> None:
        look = self._look
        figures = QHBoxLayout()
        figures.setSpacing(look.s3)
        for figure in self._figures:
            figures.addWidget(figure)
        relations = (self.related, self.proposed)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, widgets in (
            (left, (self.golden, self.contacts, self.more)),
            (right, (self.panel, figures, self.products, *relations, self.timeline, self.records, self.exports)),
        ):
            column.setSpacing(look.s3)
            for widget in widgets:
                if isinstance(widget, QWidget):
                    column.addWidget(widget)
                else:
                    column.addLayout(widget)
            column.addStretch(1)
        body = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._columns.setContentsMargins(look.s4, 0, look.s4, look.s3)
        self._columns.setSpacing(look.s3)
        self._columns.addLayout(left, _LEFT_SHARE)
        self._columns.addLayout(right, _RIGHT_SHARE)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        self.golden.view.row_opened.connect(self._on_value)
        self.more.view.row_opened.connect(self._on_further_value)
        self.records.view.row_opened.connect(self._on_record)
        self.related.view.row_opened.connect(self._on_related)
        self.proposed.view.row_opened.connect(self._on_proposed)
        self.timeline.view.row_opened.connect(self._on_event)

    def show_customer(self, view: CustomerView, mask: Mask) -> None:
        """Everything of this customer; another one closes the panel and the opened records."""
        if self._view is None or self._view.cin != view.cin:
            self._opened, self._proposals = frozenset(), ()
            self.panel.dismiss()
            self.verticalScrollBar().setValue(0)
        self._view, self._mask = view, mask
        self.retranslate()

    def show_proposed(self, cin: str, proposals: Sequence[ProposedRelation]) -> None:
        """Who seems to belong to the customer with this CIN, if it is still the one that is shown."""
        if self._view is not None and self._view.cin == cin:
            self._proposals = proposals
            self._fill_proposed()

    def retranslate(self) -> None:
        """Make every line anew."""
        view = self._view
        if view is None:
            return
        language = self._language
        lists = self.tr("1 list") if len(view.sources) == 1 else self.tr("{count} lists")
        lists = lists.format(count=language.number(len(view.sources)))
        self.golden.show_rows(
            golden_rows(view, language, self._mask, is_core=True),
            self.tr("Golden values"),
            self._golden_note(view),
        )
        self.more.show_rows(
            golden_rows(view, language, self._mask, is_core=False),
            self.tr("More values"),
            self.tr("consent, business, notes"),
        )
        self.contacts.show_rows(contact_rows(view), self.tr("Contact points"), self.tr("primary first, all kept"))
        self._share_room()
        self._fill_records(view)
        products = product_rows(view, language, date.today())
        delegate = self.products.view.itemDelegate()
        if isinstance(delegate, CardDelegate):
            delegate.set_note_width(_STATE_WIDTH if any(row.note for row in products) else 0)
        self.products.show_rows(products, self.tr("Products"), self.tr("from {lists}").format(lists=lists))
        related = related_rows(view, self._mask)
        self.related.show_rows(related, self.tr("Related customers"), self.tr("Enter opens them"))
        self._fill_proposed()
        self.exports.show_rows(export_rows(view, language), self.tr("Exports"), self.tr("files that held them"))
        self.timeline.show_rows(
            timeline_rows(view.timeline, language, self._mask), self.tr("Timeline"), self.tr("records and decisions")
        )
        figures = figures_of(view, language)
        for place, card in enumerate(self._figures):
            card.setVisible(place < len(figures))
            if place < len(figures):
                card.set_figure(figures[place])

    def attribute_at_focus(self) -> str:
        """The golden value under the mark, "" when there is none."""
        card = self.more if self.more.view.hasFocus() else self.golden
        index = card.view.currentIndex()
        return card.model.rows[index.row()].key if index.isValid() else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < self._look.px(_FOLD_WIDTH)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if direction != self._columns.direction():
            self._columns.setDirection(direction)
            self._share_room()

    def _share_room(self) -> None:
        # Side by side they share the width, unless one has nothing to show; one over the other, what is left over stays
        # below the last card.
        is_narrow = self._columns.direction() == QBoxLayout.Direction.TopToBottom
        is_told = any(card.model.rowCount() for card in (self.golden, self.contacts, self.more))
        self._columns.setStretch(0, _LEFT_SHARE if is_told and not is_narrow else 0)

    def _fill_records(self, view: CustomerView) -> None:
        rows = record_rows(view, self._opened, self._language, self._mask)
        self.records.show_rows(rows, self.tr("Records"), self.tr("as delivered, Enter shows all cells"))

    def _fill_proposed(self) -> None:
        rows = proposed_rows(self._proposals, self._language, self._mask)
        self.proposed.show_rows(rows, self.tr("Perhaps related"), self.tr("Enter shows why"))

    def _golden_note(self, view: CustomerView) -> str:
        if self._mask is Mask.ON and view.numbers:
            return self.tr("numbers are masked, {key} shows them").format(key=self._reveal_key())
        return self.tr("origin and rule, P shows the other values")

    def _on_value(self, row: int) -> None:
        self.value_opened.emit(self.golden.model.rows[row].key)

    def _on_further_value(self, row: int) -> None:
        self.value_opened.emit(self.more.model.rows[row].key)

    def _on_record(self, row: int) -> None:
        key = self.records.model.rows[row].key
        if self._view is None or "/" in key:
            return
        self._opened = self._opened ^ {int(key)}
        self._fill_records(self._view)
        self.records.view.select_row(row)

    def _on_related(self, row: int) -> None:
        self.related_opened.emit(self.related.model.rows[row].key)

    def _on_proposed(self, row: int) -> None:
        self.proposal_opened.emit(self._proposals[row])

    def _on_event(self, row: int) -> None:
        event = self.timeline.model.rows[row]
        if event.can_undo and event.decision is not None:
            self.decision_opened.emit(event.decision.id)
