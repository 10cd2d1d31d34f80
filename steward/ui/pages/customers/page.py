"""The page Customers: asks the workspace, shows the answer, and carries out what the steward decides there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from steward.domain.history import BY_DECISION, Subject
from steward.ui.number_mask import NumberMask, Shown
from steward.ui.page import Page, PageContext
from steward.ui.pages.customers.as_of import AsOf
from steward.ui.pages.customers.as_of_banner import AsOfBanner
from steward.ui.pages.customers.customer_acts import CustomerActs
from steward.ui.pages.customers.customer_cards import CustomerCards
from steward.ui.pages.customers.customer_head import CustomerHead
from steward.ui.pages.customers.customer_reader import CustomerReader
from steward.ui.pages.customers.hits_reader import HitsReader
from steward.ui.pages.customers.hits_sidebar import HitsSidebar
from steward.ui.pages.customers.privacy_acts import PrivacyActs
from steward.ui.pages.customers.relations_reader import RelationsReader
from steward.ui.reveal import Reveal
from steward.ui.widgets.empty_state import EmptyState
from steward.ui.widgets.sidebar_split import SidebarSplit
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.workspace.customers.customer_views import CustomerView, SearchHit


class CustomersPage(Page):
    """Search on the left, one customer on the right."""

    page_id = "customers"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look, language = context.look, context.language
        self._customer: CustomerView | None = None
        self._awaited_cin = ""
        self._keeps_open = True
        self._is_stale = True
        self._total = Text(look, "", "body", tone="text2", tabular=True)
        self._customer_count = 0
        self.reader = CustomerReader(context, self)
        self.relations = RelationsReader(context, self)
        self.hits = HitsReader(context, self)
        self.sidebar = HitsSidebar(look, language)
        self.head = CustomerHead(look, language, context.actions)
        self.cards = CustomerCards(look, language, partial(context.actions.key_text, "customers.reveal"))
        self.masking = NumberMask(context.settings, self)
        self.acts = CustomerActs(context, self.cards.panel, self.masking, self)
        self.privacy = PrivacyActs(context, self.cards.panel, self.masking, self)
        self.as_of = AsOf(context, self.cards.panel, self.reader, self)
        self.banner = AsOfBanner(look, language)
        self._empty = EmptyState(look, "users")
        self._build()
        self._connect()
        self._on_masked()
        self.retranslate()

    def _build(self) -> None:
        look = self.context.look
        pane = QWidget(self)
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(0, look.s3, 0, 0)
        layout.setSpacing(look.s3)
        head = QVBoxLayout()
        head.setContentsMargins(look.s4, 0, look.s4, 0)
        head.setSpacing(look.s2)
        head.addWidget(self.head)
        head.addWidget(self.banner)
        layout.addLayout(head)
        layout.addWidget(self.cards, 1)
        self._pane = pane
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(pane)
        self._split = SidebarSplit(look, self.sidebar, self._stack, self)
        self._split.set_needed(is_needed=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self.setTabOrder(self.sidebar.field, self.sidebar.view)

    def _connect(self) -> None:
        self.reader.found.connect(self._on_customer)
        self.reader.gone.connect(self._forget_customer)
        self.hits.found.connect(self._on_found)
        self.hits.page_read.connect(self._on_page)
        self.hits.page_failed.connect(self.sidebar.model.forget_request)
        self.sidebar.searched.connect(self._search_anew)
        self.sidebar.customer_chosen.connect(self.open_customer)
        self.sidebar.page_wanted.connect(self._load_page)
        self.head.take_out_asked.connect(self.acts.ask_take_out)
        self.head.as_of_asked.connect(self.as_of.ask)
        self.head.privacy_asked.connect(self.privacy.show_menu)
        self.head.sidebar_asked.connect(self._on_sidebar_button)
        self._split.folds.connect(self._on_folds)
        self.privacy.decided.connect(self._on_decided)
        self.banner.left.connect(self.as_of.leave)
        self.banner.export_asked.connect(self.as_of.ask_export)
        self.banner.customer_export_asked.connect(self.as_of.ask_customer_export)
        self.cards.value_opened.connect(self.acts.ask_origin)
        self.cards.decision_opened.connect(self.acts.ask_undo)
        self.cards.related_opened.connect(self.open_customer)
        self.cards.proposal_opened.connect(self.acts.ask_relation)
        self.acts.customer_asked.connect(self.open_customer)
        self.relations.found.connect(self.cards.show_proposed)
        self.acts.decided.connect(self._on_decided)
        self._empty.asked.connect(partial(self.context.navigate, "lists"))
        self.masking.changed.connect(self._on_masked)
        actions = self.context.actions
        for view in (self.cards.golden.view, self.cards.more.view):
            actions.bind(view, "customers.provenance", self._ask_origin)
            actions.bind(view, "customers.edit", self._ask_edit)
            actions.bind(view, "customers.lock", self._toggle_lock)
        actions.bind(self, "customers.reveal", Reveal(self.context, self.masking, self).toggle)
        actions.bind(self, "customers.take_out", self.acts.ask_take_out)
        actions.bind(self, "customers.as_of", self.as_of.ask)
        actions.bind(self, "customers.privacy", self.head.ask_privacy)

    # what a page is

    def title(self) -> str:
        return self.tr("Customers")

    def header_widgets(self) -> list[QWidget]:
        return [self._total]

    def activated(self, **arguments: object) -> None:
        """``cin`` opens a customer; ``search`` looks for a text, an empty one only puts the cursor into the field."""
        cin, text = str(arguments.get("cin") or ""), arguments.get("search")
        if isinstance(text, str) and text:
            self.sidebar.field.setText(text)
        if cin and self.banner.day:
            # Another page means the customer of now.
            self.banner.show_day("")
            self._is_stale = True
        if self._is_stale or text:
            if not cin and not text:
                self._read_again()
            self._awaited_cin = cin
            self._search(self.sidebar.field.text().strip(), keeps_open=not text or bool(cin))
        if cin:
            self.open_customer(cin)
            self.cards.golden.view.setFocus()
        else:
            self._split.bring_back()
            self.sidebar.field.setFocus()
            self.sidebar.field.selectAll()

    def refresh(self, subjects: frozenset[Subject]) -> None:
        if subjects & {Subject.CUSTOMERS, Subject.RECORDS, Subject.SOURCES}:
            self._is_stale = True
            self.hits.forget_counts()
            if self.isVisible():
                self._renew()
        elif Subject.EXPORTS in subjects:
            self._read_again()

    def retranslate(self) -> None:
        self._empty.set_content(
            self.tr("No customers yet. Every row of a list becomes one; duplicates become one together."),
            self.tr("Load a list"),
        )
        self._total.setText(self.tr("%Ln golden records", "", self._customer_count))
        self.sidebar.retranslate()
        self.head.retranslate()
        self.banner.retranslate()
        self.cards.retranslate()
        self.acts.show_anew()

    # asking the workspace

    def _search_anew(self, text: str) -> None:
        """The steward looks for somebody: the best hit opens, whoever was open before."""
        self._search(text, keeps_open=not text)

    def _search(self, text: str, *, keeps_open: bool) -> None:
        """Look for customers; an empty text lists all of them."""
        self._keeps_open = keeps_open
        self.hits.search(text, self.banner.day)

    def _on_found(self, count: int, hits: Sequence[SearchHit] | None) -> None:
        self._is_stale = False
        self._customer_count = count
        self._total.setText(self.tr("%Ln golden records", "", count))
        if hits is None:
            self.sidebar.show_all(count)
            if count:
                self._load_page(self.sidebar.model.generation, 0)
        else:
            self.sidebar.show_hits(hits)
            self._open_first()
        if not count:
            self._customer = None
            self._show_empty()

    def _load_page(self, generation: int, page: int) -> None:
        self.hits.read_page(generation, page, self.banner.day)

    def _on_page(self, generation: int, page: int, hits: Sequence[SearchHit]) -> None:
        self.sidebar.take_page(generation, page, hits)
        if page == 0:
            self._open_first()

    def _open_first(self) -> None:
        """Keep the customer that is open or asked for; else show the one on top."""
        wanted = self.reader.wanted
        cin = wanted.cin if wanted else self._awaited_cin or (self._customer.cin if self._customer else "")
        self._awaited_cin = ""
        is_searching = bool(self.sidebar.field.text().strip())
        if cin and self._keeps_open and (not is_searching or self.sidebar.model.row_of(cin) >= 0):
            self.sidebar.mark(cin)
            return
        first = self.sidebar.first_cin()
        if first:
            self.open_customer(first)

    def open_customer(self, cin: str) -> None:
        """Show one customer, as of the day that is shown; now a retired CIN shows the one that took it over."""
        self.reader.read(cin, self.banner.day)

    def _on_customer(self, view: CustomerView, day: str) -> None:
        is_past, is_other_day = bool(day), day != self.banner.day
        self._customer = view
        self._show_pane()
        self.banner.show_day(day)
        self.masking.follow(Shown(view.cin, frozenset(record.record_id for record in view.records)))
        self._show_customer()
        for follower in (self.acts, self.privacy, self.relations):
            follower.show_customer(None if is_past else view)
        if is_past:
            self.cards.show_proposed(view.cin, ())
        self.as_of.show_customer(view)
        self.sidebar.mark(view.cin)
        if is_other_day:
            self._search(self.sidebar.field.text().strip(), keeps_open=True)

    def _show_customer(self) -> None:
        if self._customer is not None:
            mask = self.masking.mask
            self.head.show_customer(self._customer, mask, is_past=bool(self.banner.day))
            self.cards.show_customer(self._customer, mask)

    def _on_masked(self) -> None:
        """Masking was switched, for the open customer or for all."""
        self.sidebar.set_mask(self.masking.elsewhere)
        self._show_customer()
        self.acts.show_anew()

    def _forget_customer(self) -> None:
        """All records of the customer left the store, for example because their delivery was undone."""
        self._customer = None
        self.masking.follow(None)
        self._empty.set_content(self.tr("This customer has no records any more; History shows why."))
        self._show_empty()

    # acting

    def _ask_origin(self) -> None:
        if attribute := self.cards.attribute_at_focus():
            self.acts.ask_origin(attribute)

    def _ask_edit(self) -> None:
        if attribute := self.cards.attribute_at_focus():
            self.acts.ask_edit(attribute)

    def _toggle_lock(self) -> None:
        if attribute := self.cards.attribute_at_focus():
            self.acts.toggle_lock(attribute)

    def _on_decided(self) -> None:
        self.context.events.announce(BY_DECISION, self)
        self._renew()

    def _renew(self) -> None:
        """The store changed: read what is shown once more, and keep showing the old until it is there."""
        self.hits.forget_counts()
        self._read_again()
        self._search(self.sidebar.field.text().strip(), keeps_open=True)

    def _read_again(self) -> None:
        if (wanted := self.reader.wanted) is not None:
            self.reader.read(wanted.cin, wanted.day)
        elif self._customer is not None:
            self.reader.read(self._customer.cin, self.banner.day)

    # room

    def _show_pane(self) -> None:
        self._stack.setCurrentWidget(self._pane)
        self._split.set_needed(is_needed=False)

    def _show_empty(self) -> None:
        self._stack.setCurrentWidget(self._empty)
        self._split.set_needed(is_needed=True)

    def _on_sidebar_button(self) -> None:
        if self._split.toggle():
            self.sidebar.field.setFocus()

    def _on_folds(self, is_folded: bool) -> None:
        self.head.set_sidebar_button(is_visible=is_folded)
