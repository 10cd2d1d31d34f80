"""One cluster on screen: header, grid, why card and strip, sharing the height so that nothing is pushed out."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from steward.ui.number_mask import NumberMask, Shown
from steward.ui.pages.review.banner import Banner
from steward.ui.pages.review.cluster_header import ClusterHeader
from steward.ui.pages.review.grid import CompareGrid
from steward.ui.pages.review.similar_strip import SimilarStrip
from steward.ui.pages.review.why_card import WhyCard
from steward.ui.words.sentences import reopened_sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from steward.ui.actions import ActionRegistry
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.settings import Settings
    from steward.workspace.review.review_draft import ReviewDraft

_GAP = 12


class WhyMode(Enum):
    """Who gives way when grid and why card don't fit together."""

    SHARED = auto()
    SENTENCE = auto()
    WHOLE = auto()


def share_height(
    room: int, grid: tuple[int, int, int], why: tuple[int, int], mode: WhyMode = WhyMode.SHARED
) -> tuple[int, int]:
    """Heights of grid and why card. ``grid``: wanted, comfortable, least; ``why``: wanted, least.

    The card gives way first, down to its sentence; the grid scrolls below its comfortable height only when it must.
    """
    grid_wanted, grid_comfortable, grid_least = grid
    why_wanted, why_least = why
    if mode is WhyMode.SENTENCE:
        why_wanted = why_least
    floor = grid_least if mode is WhyMode.WHOLE else min(grid_comfortable, grid_wanted)
    for_grid = max(min(grid_wanted, room - why_wanted), min(floor, room - why_least), 0)
    return for_grid, max(0, min(why_wanted, room - for_grid))


class ClusterPane(QWidget):
    """Arranges; the page connects the parts to the session."""

    def __init__(
        self,
        look: Look,
        language: Language,
        actions: ActionRegistry,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.masking = NumberMask(settings, self)
        self._language = language
        self._mode = WhyMode.SHARED
        self._is_blind = self._is_revealed = False
        self._is_filling = False
        self.header = ClusterHeader(look, language, actions, self)
        self.banner = Banner(look, self)
        self.grid = CompareGrid(look, actions, self)
        self.why = WhyCard(look, language, self)
        self.strip = SimilarStrip(look, language, actions, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.s4, look.s1, look.s4, look.s1)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(self.banner)
        self._column.addWidget(self.grid)
        self._column.addSpacing(_GAP)
        self._column.addWidget(self.why)
        self._column.addSpacing(4)
        self._column.addWidget(self.strip)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grid.height_wanted_changed.connect(self.arrange)
        self.banner.changed.connect(self.arrange)
        look.changed.connect(self.arrange)

    def minimumSizeHint(self) -> QSize:
        """Small: the parts scroll, the action bar below never leaves the window."""
        return QSize(420, 200)

    def show_draft(self, draft: ReviewDraft, *, is_other: bool) -> None:
        """Another cluster, or the same one after a change."""
        # Every part asks for its height as it is filled; once at the end is enough.
        self._is_filling = True
        self.masking.follow(Shown(draft.view.id, frozenset(member.record_id for member in draft.view.members)))
        self._mask_parts()
        self.grid.show_draft(draft)
        self.header.show_draft(draft, self.grid.model.table.conflict_count, self.masking.mask)
        self.why.show_draft(draft)
        if is_other:
            self.why.wait_a_turn()
            self._is_revealed = False
            self._show_evidence()
            self._show_earlier_answer(draft)
            self._show_similar(draft)
        self._is_filling = False
        self.arrange()

    def show_anew(self, draft: ReviewDraft) -> None:
        """The same cluster after masking or the language was switched."""
        self.show_draft(draft, is_other=False)
        self._show_similar(draft)

    def _mask_parts(self) -> None:
        self.grid.set_mask(self.masking.mask)
        self.why.set_mask(self.masking.mask)

    def _show_similar(self, draft: ReviewDraft) -> None:
        self.strip.show_cluster(draft.view, self.masking.elsewhere)

    def _show_earlier_answer(self, draft: ReviewDraft) -> None:
        """Why a pair that was set apart before is asked about again; nothing that could sway a blind answer."""
        sentence = "" if self._is_blind else reopened_sentence(draft.view.reopened, self._language)
        if sentence:
            self.banner.show_sentence(sentence)
        else:
            self.banner.hide_sentence()

    @property
    def is_blind(self) -> bool:
        """True while score and evidence are hidden until asked for."""
        return self._is_blind

    def set_blind(self, *, is_blind: bool) -> None:
        """Hide score and evidence of every cluster until the steward leans to an answer and asks for them."""
        self._is_blind, self._is_revealed = is_blind, False
        self._show_evidence()
        self.arrange()

    def _show_evidence(self) -> None:
        is_hidden = self._is_blind and not self._is_revealed
        self.header.set_blind(is_blind=is_hidden)
        self.why.set_blind(is_blind=is_hidden)
        self.grid.set_blind(is_blind=is_hidden)

    def toggle_why(self) -> None:
        """Show the whole card when its bars are cut, else only its sentence; hidden evidence is shown."""
        if self._is_blind and not self._is_revealed:
            self._is_revealed = True
            self._show_evidence()
            self.arrange()
            return
        is_whole = self.why.height() >= self.why.height_wanted()
        self._mode = WhyMode.SENTENCE if is_whole else WhyMode.WHOLE
        self.arrange()

    def arrange(self) -> None:
        """Share the height anew."""
        if self._is_filling:
            return
        margins = self._column.contentsMargins()
        taken = margins.top() + margins.bottom() + _GAP + 4 + self.header.sizeHint().height()
        for part in (self.strip, self.banner):
            if part.isVisibleTo(self):
                taken += max(part.sizeHint().height(), part.minimumSizeHint().height())
        grid, why = share_height(
            self.height() - taken,
            (self.grid.height_wanted(), self.grid.comfortable_height(), self.grid.least_height()),
            (self.why.height_wanted(), self.why.least_height()),
            self._mode,
        )
        if self._mode is not WhyMode.SENTENCE and self.why.has_more:
            # What the grid leaves over is the card's, as long as it has something to fill it with.
            why = max(why, min(self.height() - taken - grid, self.why.most_height()))
        self.grid.setFixedHeight(self.grid.whole_rows(grid))
        self.why.setFixedHeight(why)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """A part wants another size: share anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def retranslate(self) -> None:
        """Texts in the language in force."""
        for part in (self.header, self.grid, self.why, self.strip, self.banner):
            part.retranslate()
