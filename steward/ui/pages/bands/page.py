"""The page of semi-automatic merging: choose a band, decide a sample blindly, get the certificate, merge the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from steward.domain.history import BY_DECISION, Subject
from steward.ui.page import Page, PageContext
from steward.ui.pages.bands.band_card import BandCard
from steward.ui.pages.bands.evidence_cards import CertificateCard, SampleCard
from steward.ui.pages.bands.words import band_text, is_good
from steward.ui.pages.review.subset import Subset
from steward.ui.widgets.bottom_bar import BottomBar, above_bar
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.empty_state import EmptyState
from steward.ui.widgets.idle_keyboard import take_idle_keyboard
from steward.ui.widgets.page_tabs import SETTINGS_TABS, PageTabs
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from steward.domain.decisions import Decision
    from steward.workspace.review.band_views import BandCount, BandSample, Certificate, SampleState

SIDE_WIDTH = 360
_CONCERNS = frozenset({Subject.DECISIONS, Subject.CLUSTERS})

_State = tuple[bool, "list[SampleState]", "list[Certificate]"]


class BandsPage(Page):
    """Off at first. On: the band at the left, samples and certificates at the right."""

    page_id = "bands"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = context.look
        self.tabs = PageTabs(look, SETTINGS_TABS, self.page_id)
        self.off = EmptyState(look, "shield-check")
        self.band = BandCard(context)
        self.samples = SampleCard(context)
        self.certificates = CertificateCard(context)
        self._bar_note = Text(look, "", tone="text2", wraps=True)
        self.off_button = KeyButton(look, kind="ghost", height="action")
        self._counting = self._counting_rest = 0
        self._build()
        self._connect()

    def title(self) -> str:
        return QCoreApplication.translate("SettingsPage", "Settings")

    def header_chips(self) -> list[QWidget]:
        return [self.tabs]

    def activated(self, **arguments: object) -> None:
        """Samples may have been decided meanwhile."""
        self._load()

    def refresh(self, subjects: frozenset[Subject]) -> None:
        if subjects & _CONCERNS and self.isVisible():
            self._load()

    def retranslate(self) -> None:
        self.off.set_content(
            self.tr(
                "Semi-automatic merging is off. Switched on, a band of match strength can be merged with one decision, "
                "once a random sample that you decide without seeing the score proved it good enough."
            ),
            self.tr("Switch it on"),
        )
        self._bar_note.setText(
            self.tr("Clusters with a veto and clusters that join two confirmed customers always wait for a steward.")
        )
        self.off_button.set_content(self.tr("Switch it off"))
        for card in (self.band, self.samples, self.certificates):
            card.retranslate()

    # loading

    def _load(self) -> None:
        workspace = self.context.workspace

        def work() -> _State:
            return workspace.is_semi_automatic(), workspace.samples(), workspace.certificates()

        self.context.jobs.read(work, self._on_loaded)

    def _on_loaded(self, state: _State) -> None:
        is_on, samples, certificates = state
        self._stack.setCurrentWidget(self._whole if is_on else self.off)
        if is_on:
            self.samples.show_rows(samples)
            self.certificates.show_rows(certificates)
            self._count_band()
        self._recommend()
        take_idle_keyboard(self.band.low if is_on else self.off.button)

    def _count_band(self) -> None:
        low, high = self.band.band
        self._counting += 1
        number, workspace = self._counting, self.context.workspace
        self.band.show_count(None)
        if low < high:
            self.context.jobs.read(lambda: (number, workspace.count_band(low, high)), self._on_counted)

    def _on_counted(self, found: tuple[int, BandCount]) -> None:
        if found[0] == self._counting:
            self.band.show_count(found[1])
            self._recommend()

    def _on_certificate(self, certificate: Certificate | None) -> None:
        self._counting_rest += 1
        number, workspace = self._counting_rest, self.context.workspace
        self.certificates.show_count(None)
        if certificate is not None and certificate.is_current:
            band = (certificate.low, certificate.high)
            self.context.jobs.read(lambda: (number, workspace.count_band(*band)), self._on_rest_counted)

    def _on_rest_counted(self, found: tuple[int, BandCount]) -> None:
        if found[0] == self._counting_rest:
            self.certificates.show_count(found[1])
            self._recommend()

    def _recommend(self) -> None:
        """One primary button: the next step on the way to a merged band."""
        sample: SampleState | None = self.samples.row
        is_open = sample is not None and sample.certificate_id is None and sample.is_current
        is_useful = sample is not None and is_open and bool(sample.waiting or is_good(sample))
        buttons = (self.samples.button, self.certificates.button, self.band.draw_button)
        best = buttons[0] if is_useful else buttons[1] if not self.certificates.button.isHidden() else buttons[2]
        for button in buttons:
            button.set_kind("primary" if button is best else "normal")

    # acts

    def switch(self, *, is_on: bool) -> None:
        """Allow or forbid merging in bulk; an act in History."""
        workspace = self.context.workspace
        self.context.jobs.write(lambda: workspace.set_semi_automatic(is_on=is_on), self._on_written)

    def draw(self) -> None:
        """Draw the sample and go and decide it."""
        workspace, (low, high), size = self.context.workspace, self.band.band, self.band.sample_size
        limit = self.band.chosen_limit
        self.context.jobs.write(lambda: workspace.draw_sample(low, high, size, limit=limit), self._on_drawn)

    def _on_drawn(self, sample: BandSample) -> None:
        self.context.events.announce(frozenset({Subject.DECISIONS}), self)
        self._load()
        self._review(sample.id, sample.low, sample.high, tuple(sample.cluster_ids))

    def _on_sample(self, sample: SampleState) -> None:
        if sample.waiting:
            self._review(sample.id, sample.low, sample.high, sample.waiting)
            return
        workspace, limit = self.context.workspace, sample.limit
        if limit is not None:
            self.context.jobs.write(lambda: workspace.certify(sample.id, limit), self._on_certified)

    def _review(self, number: int, low: float, high: float, ids: tuple[int, ...]) -> None:
        title = self.tr("Sample #{number}, {band}").format(
            number=number, band=band_text(low, high, self.context.language)
        )
        self.context.navigate("review", subset=Subset(title, ids, self.page_id, is_blind=True))  # type: ignore[arg-type]

    def _on_certified(self, certificate: Certificate) -> None:
        self._on_written(certificate)
        self.context.toast(self.tr("Certificate #{number} is kept in History.").format(number=certificate.id))

    def _on_certificate_used(self, certificate: Certificate) -> None:
        workspace = self.context.workspace
        reason = self.tr("Certificate #{number}").format(number=certificate.id)
        self.context.jobs.write(lambda: workspace.approve_band(certificate.id, reason), self._on_merged)

    def _on_merged(self, decision: Decision) -> None:
        context = self.context
        self._on_written(decision)

        def undo() -> None:
            context.jobs.write(
                lambda: context.workspace.reverse(decision.id), lambda _: context.events.announce(BY_DECISION)
            )

        text = self.tr("%Ln clusters merged with one decision", "", len(decision.act.groups))
        context.toast(text, undo)

    def _on_written(self, _act: object) -> None:
        self.context.events.announce(BY_DECISION, self)
        self._load()

    # building

    def _connect(self) -> None:
        self.tabs.page_asked.connect(self.context.navigate)
        self.off.asked.connect(self._on_switched_on)
        self.off_button.clicked.connect(self._on_switched_off)
        self.band.band_changed.connect(self._count_band)
        self.band.draw_asked.connect(self.draw)
        self.samples.acted.connect(self._on_sample)
        self.samples.chosen.connect(self._on_sample_chosen)
        self.certificates.acted.connect(self._on_certificate_used)
        self.certificates.chosen.connect(self._on_certificate)
        self.context.look.changed.connect(self._fit)

    def _on_switched_on(self) -> None:
        self.switch(is_on=True)

    def _on_switched_off(self) -> None:
        self.switch(is_on=False)

    def _on_sample_chosen(self, _sample: object) -> None:
        self._recommend()

    def _build(self) -> None:
        look = self.context.look
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(look.s4, look.s4, look.s2, look.s4)
        column.addWidget(self.band)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(left)
        cards = QVBoxLayout()
        cards.setContentsMargins(look.s1, look.s4, look.s4, look.s4)
        cards.setSpacing(look.s3)
        cards.addWidget(self.samples, 1)
        cards.addWidget(self.certificates, 1)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self._area)
        halves.addLayout(cards, 1)
        bar = BottomBar(look)
        bar.add(self._bar_note, 1)
        bar.add_end(self.off_button)
        self._whole = above_bar(halves, bar)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.off)
        self._stack.addWidget(self._whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The band keeps its width as long as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._area.setFixedWidth(min(self.context.look.px(SIDE_WIDTH), max(300, self.width() * 40 // 100)))
