"""The panel as a look at the whole queue: facets with counts, and named queues."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from steward.ui.alive import while_alive
from steward.ui.pages.review.facet_lines import AttributeGroup, OtherValues, facet_lines, found_lines
from steward.ui.pages.review.filters import SavedQueues, sort_label
from steward.ui.pages.review.walk import PAINT_FIRST_MS
from steward.ui.words.attributes import attribute_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.ui.pages.review.page import ReviewPage
    from steward.ui.pages.review.panel_lines import PanelLine
    from steward.workspace.review.queue_filters import FacetCount

FACETS = "facets"
#: The subject of the panel while values of an attribute are searched.
VALUES = "facet values"


class QueuePanels(QObject):
    """Opens the panel for the queue and does what is chosen in it."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page, self._panel, self._session = page, page.panel, page.session
        self._workspace, self._jobs = page.context.workspace, page.context.jobs
        self._saved = SavedQueues(page.context.settings)
        self._counts: list[FacetCount] = []
        self._unfolded: frozenset[str] = frozenset()
        self._searched_attribute = ""
        self._just_chosen: object = None
        self._panel.chosen.connect(self._on_chosen)
        self._panel.dropped.connect(self._on_dropped)
        self._panel.entered.connect(self._on_entered)
        self._panel.searched.connect(self._on_searched)
        self._session.queue_changed.connect(self._follow_queue)

    @property
    def is_open(self) -> bool:
        """True while the panel shows something of the queue."""
        return self._panel.subject in (FACETS, VALUES)

    def facets(self) -> None:
        """What the queue can be narrowed by; the same key again closes it."""
        if self._leaves(FACETS):
            return
        self._panel.open_list(
            FACETS,
            self.tr("Filter the queue"),
            self.tr("Enter switches a filter, unfolds a field or opens a named queue; Delete forgets a named queue."),
            (),
            note=self.tr("Name this queue, Enter keeps it"),
            starts_in_list=True,
        )
        if not self._counts:
            self._count()
            return
        # The counts of a long queue take a moment; those of the last time stand until then, and are painted first.
        self._on_counts(self._counts)
        QTimer.singleShot(PAINT_FIRST_MS, self, self._follow_queue)

    def retranslate(self) -> None:
        """What is open, in the language in force."""
        if self._panel.subject == FACETS:
            self.facets()
            self.facets()
        elif self._panel.subject == VALUES:
            self._search_values(self._searched_attribute, self._panel.field.text())

    def _leaves(self, subject: str) -> bool:
        self._page.pane.grid.finish_editing()
        if self._panel.subject == subject:
            self._panel.close_panel()
            return True
        return False

    def _read(self, work: Callable[[], object], subject: str, on_done: Callable[..., object]) -> None:
        self._jobs.read(work, on_done=while_alive(self, partial(self._on_read, subject, on_done)))

    def _on_read(self, subject: str, on_done: Callable[..., object], found: object) -> None:
        if self._panel.subject == subject:
            on_done(found)

    # facets

    def _follow_queue(self) -> None:
        if self._panel.subject == FACETS:
            self._count()
        elif not self._counts:
            self._count_ahead()

    def _count_ahead(self) -> None:
        """The first counts are there before anyone asks for them."""
        self._jobs.read(self._counting(), on_done=while_alive(self, self._keep_counts))

    def _keep_counts(self, counts: list[FacetCount]) -> None:
        self._counts = counts

    def _count(self) -> None:
        self._read(self._counting(), FACETS, self._on_counts)

    def _counting(self) -> Callable[[], list[FacetCount]]:
        filters = self._session.filters
        return partial(self._workspace.queue_facets, filters.wanted, filters.sort)

    def _on_counts(self, counts: list[FacetCount]) -> None:
        self._counts, filters = counts, self._session.filters
        lines = facet_lines(counts, filters, self._saved.all(), self._page.pane.masking.elsewhere, self._unfolded)
        self._panel.list.show_lines(lines, self._row_of_current(lines))

    def _row_of_current(self, lines: Sequence[PanelLine]) -> int:
        """Where the current line stands now, that others came and went; a value just chosen is current."""
        row, shown = self._panel.list.currentIndex().row(), self._panel.list.lines
        wanted = self._just_chosen or (shown[row].value if 0 <= row < len(shown) else None)
        places = (place for place, line in enumerate(lines) if wanted is not None and line.value == wanted)
        place = next(places, None)
        if place is None:
            # A value that was searched comes with the next counts.
            return row
        self._just_chosen = None
        return place

    def _search_values(self, attribute: str, text: str = "") -> None:
        """Any value of an attribute, found by a part of it."""
        self._searched_attribute = attribute
        self._panel.open_search(
            VALUES,
            self.tr("{attribute}: all values").format(attribute=attribute_label(attribute)),
            self.tr("Enter narrows the queue to a value, or no longer. Several values of a field add up."),
            self.tr("Part of the value"),
            text,
        )
        if not text:
            self._on_searched("")

    def _on_searched(self, text: str) -> None:
        if self._panel.subject == VALUES:
            filters, attribute = self._session.filters, self._searched_attribute
            look_up = partial(self._workspace.queue_values, filters.wanted, attribute, text, sort=filters.sort)
            self._read(look_up, VALUES, partial(self._on_values, attribute, text))

    def _on_values(self, attribute: str, text: str, counts: list[FacetCount]) -> None:
        # An answer to what was typed before comes too late.
        if attribute == self._searched_attribute and text == self._panel.field.text().strip():
            self._panel.list.show_lines(found_lines(counts, self._session.filters, self._page.pane.masking.elsewhere))

    def _on_chosen(self, value: object) -> None:
        if self._panel.subject == VALUES and isinstance(value, tuple):
            self._unfolded |= {self._searched_attribute}
            self._just_chosen = value
            self._page.scope.show_filters(self._session.filters.toggled(*value))
            self.facets()
        elif self._panel.subject == FACETS:
            filters, self._just_chosen = self._session.filters, None
            if isinstance(value, AttributeGroup):
                self._unfolded ^= {value.attribute}
                self._on_counts(self._counts)
            elif isinstance(value, OtherValues):
                self._search_values(value.attribute)
            elif isinstance(value, tuple):
                self._page.scope.show_filters(filters.toggled(*value))
            else:
                self._page.scope.show_filters(self._saved.all().get(str(value), filters))

    def _on_dropped(self, value: object) -> None:
        if self._panel.subject == FACETS and isinstance(value, str):
            self._saved.forget(value)
            self._count()

    def _on_entered(self, name: str) -> None:
        if self._panel.subject == FACETS:
            filters = self._session.filters
            self._saved.save(name, filters)
            kept = self.tr("Queue “{name}” is kept: {order}").format(name=name, order=sort_label(filters.sort))
            self._page.context.toast(kept)
            self.retranslate()
