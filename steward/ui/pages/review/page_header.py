"""What the review page puts into the window's header: filters as chips, and how much is left at which pace."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from steward.ui.pages.review.filters import Filters, value_label
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.chip import Chip
from steward.ui.widgets.text import Text
from steward.ui.words.masking import Mask
from steward.workspace.review.queue_filters import Facet

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from steward.ui.actions import ActionRegistry
    from steward.ui.language import Language
    from steward.ui.look import Look

BAR_WIDTH, SMALLEST_BAR = 180, 32


class FilterBar(QWidget):
    """Chips for what the queue is narrowed to, each with its way out, and the button that opens the facets."""

    filters_asked = Signal(object)
    facets_asked = Signal()

    def __init__(self, look: Look, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._filters = Filters()
        self._mask = Mask.OFF
        self._subset = Chip(look, "", parent=self)
        self._chips = {facet: Chip(look, "", parent=self) for facet in Facet}
        self._add = KeyButton(look, kind="ghost", icon="plus", key_last=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.s2)
        row.addWidget(self._subset)
        self._subset.removed.connect(self._drop_subset)
        for facet, chip in self._chips.items():
            row.addWidget(chip)
            chip.removed.connect(partial(self._drop, facet))
        row.addWidget(self._add)
        self._add.clicked.connect(self.facets_asked)
        actions.changed.connect(self.retranslate)

    def show_filters(self, filters: Filters, subset: str = "") -> None:
        """The filters in force, or the name of the part of the queue that is walked through."""
        self._filters = filters
        self._subset.set_text(subset)
        self._subset.setVisible(bool(subset))
        self.retranslate()

    def set_mask(self, mask: Mask) -> None:
        """Mask numbers of people that the queue is narrowed to, or show them."""
        self._mask = mask
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        in_force = dict(self._filters.chips())
        for facet, chip in self._chips.items():
            chip.setVisible(facet in in_force)
            if facet in in_force:
                chip.set_text(value_label(facet, in_force[facet], self._mask))
        self._add.setText(self.tr("Filter"))
        self._add.follow(self._actions, "review.facets", with_text=False)

    def _drop_subset(self) -> None:
        self.filters_asked.emit(self._filters)

    def _drop(self, facet: Facet) -> None:
        self.filters_asked.emit(self._filters.without(facet))


class ProgressLine(QWidget):
    """ "214 of 1,986 left", a bar, and the time that is left at the steward's own pace."""

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._language = look, language
        self._left, self._total = 0, 0
        self._seconds: float | None = None
        self._session: tuple[int, int, float, int] | None = None
        self._count = Text(look, "", weight=600, tabular=True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._pace = Text(look, "", tone="text2", tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.s3)
        for part in (self._count, self._bar, self._pace):
            row.addWidget(part)

    def sizeHint(self) -> QSize:
        return self._size_with(BAR_WIDTH)

    def minimumSizeHint(self) -> QSize:
        """The bar gives way before words are cut."""
        return self._size_with(SMALLEST_BAR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()

    def _size_with(self, bar: int) -> QSize:
        parts = (self._count.sizeHint(), self._pace.sizeHint())
        height = max(part.height() for part in parts)
        return QSize(sum(part.width() for part in parts) + bar + 2 * self._look.s3, height)

    def _fit_bar(self) -> None:
        room = self.width() - self._size_with(0).width()
        self._bar.setFixedWidth(max(SMALLEST_BAR, min(BAR_WIDTH, room)))

    def show_progress(self, left: int, total: int, seconds: float | None) -> None:
        """Clusters left and in all (0 = unknown), and the seconds that they take."""
        self._left, self._total, self._seconds, self._session = left, total, seconds, None
        self.retranslate()

    def show_session(self, decided: int, rows: int, seconds_left: float, minutes: int) -> None:
        """A session of so many minutes: clusters decided, wrong rows put right, and its time as the bar."""
        self._session = decided, rows, seconds_left, minutes
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        if self._session is not None:
            self._tell_session(*self._session)
        else:
            self._tell_queue()
        self.updateGeometry()
        self._fit_bar()

    def _tell_session(self, decided: int, rows: int, seconds_left: float, minutes: int) -> None:
        text = self.tr("{decided}, {rows}").format(
            decided=self.tr("%Ln decided", "", decided), rows=self.tr("%Ln rows put right", "", rows)
        )
        self._count.setText(text)
        self._bar.show()
        self._fill_bar(60 * minutes - round(seconds_left), 60 * minutes, text)
        self._pace.show()
        if seconds_left > 0:
            self._pace.setText(self.tr("{span} left").format(span=self._language.span(seconds_left)))
        else:
            self._pace.setText(self.tr("time is up: this one is the last"))

    def _tell_queue(self) -> None:
        number = self._language.number
        if self._total > self._left:
            text = self.tr("{left} of {total} left").format(left=number(self._left), total=number(self._total))
        else:
            text = self.tr("{left} left").format(left=number(self._left))
        self._count.setText(text)
        self._bar.setVisible(self._total > 0)
        self._fill_bar(max(0, self._total - self._left), max(1, self._total), text)
        has_pace = self._seconds is not None and self._left > 0
        self._pace.setVisible(has_pace)
        if has_pace and self._seconds is not None:
            self._pace.setText(self.tr("~{span} at your pace").format(span=self._language.span(self._seconds)))

    def _fill_bar(self, value: int, most: int, text: str) -> None:
        # Without updates: a progress bar paints at once when its value changes, and with it the whole window, which is
        # only half filled at that time.
        self._bar.setUpdatesEnabled(False)
        self._bar.setRange(0, most)
        self._bar.setValue(value)
        self._bar.setAccessibleName(text)
        self._bar.setUpdatesEnabled(True)
