"""The panel as a look at the whole queue: facets with counts, and named queues."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from steward.ui.alive import while_alive
from steward.ui.pages.review.filters import SavedQueues, facet_label, sort_label, trait_label, value_label
from steward.ui.pages.review.panel_lines import PanelLine
from steward.ui.words import attribute_label
from steward.workspace.review.queue_filters import Facet, FacetCount, trait_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from steward.ui.pages.review.filters import Filters
    from steward.ui.pages.review.page import ReviewPage
    from steward.workspace.review.cluster_traits import Trait

FACETS = "facets"
_GROUP_ICONS = {
    Facet.STRENGTH: "circle-dot",
    Facet.SOURCE: "layers",
    Facet.VETO: "shield-alert",
    Facet.SIZE: "users",
    Facet.STATE: "clock",
}


@dataclass(frozen=True, slots=True)
class AttributeGroup:
    """The traits of an attribute, as what choosing their heading gives."""

    attribute: str


def facet_lines(
    counts: Iterable[FacetCount], filters: Filters, saved: Iterable[str], unfolded: Collection[str] = ()
) -> list[PanelLine]:
    """Every value that leaves something, with its count; what is in force is strong and marked.

    The traits of an attribute stand under its name, which says the counts while they are folded away.
    """
    number = QLocale().toString
    lines = []
    by_attribute: dict[str, list[tuple[Trait, FacetCount]]] = {}
    for count in counts:
        if count.facet is Facet.TRAITS:
            trait = trait_of(count.value)
            if trait is not None:
                by_attribute.setdefault(trait[1], []).append((trait[0], count))
            continue
        is_on = filters.has(count.facet, count.value)
        is_usual = count.facet is Facet.STATE and count.value == "open"
        if is_usual or (not count.clusters and not is_on):
            continue
        detail = f"{facet_label(count.facet)} · {number(count.clusters)}"
        icon = "check" if is_on else _GROUP_ICONS[count.facet]
        tone = "accent" if is_on else "text2"
        label = value_label(count.facet, count.value)
        lines.append(PanelLine(label, detail, None, icon, tone, is_on, (count.facet, count.value)))
    lines += [PanelLine(name, "", None, "list", "text2", value=name) for name in saved]
    for attribute, traits in by_attribute.items():
        lines += _attribute_lines(attribute, traits, filters, is_unfolded=attribute in unfolded)
    return lines


def _attribute_lines(
    attribute: str, traits: list[tuple[Trait, FacetCount]], filters: Filters, *, is_unfolded: bool
) -> list[PanelLine]:
    number = QLocale().toString
    shown = [(t, c, filters.has(c.facet, c.value)) for t, c in traits if c.clusters or filters.has(c.facet, c.value)]
    if not shown:
        return []
    is_on = any(in_force for _, _, in_force in shown)
    detail = " · ".join(f"{trait_label(trait)} {number(count.clusters)}" for trait, count, _ in shown)
    icon, tone = "chevron-down" if is_unfolded else "chevron-right", "accent" if is_on else "text2"
    lines = [PanelLine(attribute_label(attribute), detail, None, icon, tone, is_on, AttributeGroup(attribute))]
    if is_unfolded:
        for trait, count, in_force in shown:
            icon, tone = ("check", "accent") if in_force else ("minus", "text2")
            said = f"{attribute_label(attribute)} · {number(count.clusters)}"
            lines.append(PanelLine(trait_label(trait), said, None, icon, tone, in_force, (count.facet, count.value)))
    return lines


class QueuePanels(QObject):
    """Opens the panel for the queue and does what is chosen in it."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page, self._panel, self._session = page, page.panel, page.session
        self._workspace, self._jobs = page.context.workspace, page.context.jobs
        self._saved = SavedQueues(page.context.settings)
        self._counts: list[FacetCount] = []
        self._unfolded: frozenset[str] = frozenset()
        self._panel.chosen.connect(self._on_chosen)
        self._panel.dropped.connect(self._on_dropped)
        self._panel.entered.connect(self._on_entered)
        self._session.queue_changed.connect(self._follow_queue)

    @property
    def is_open(self) -> bool:
        """True while the panel shows something of the queue."""
        return self._panel.subject == FACETS

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
        if self._counts:
            # The counts of a long queue take a moment; those of the last time stand until then.
            self._on_counts(self._counts)
        self._count()

    def retranslate(self) -> None:
        """What is open, in the language in force."""
        if self.is_open:
            self.facets()
            self.facets()

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
        if self.is_open:
            self._count()
        elif not self._counts:
            self._count_ahead()

    def _count_ahead(self) -> None:
        """The first counts are there before anyone asks for them."""
        wanted = self._session.filters.wanted
        self._jobs.read(partial(self._workspace.queue_facets, wanted), on_done=while_alive(self, self._keep_counts))

    def _keep_counts(self, counts: list[FacetCount]) -> None:
        self._counts = counts

    def _count(self) -> None:
        self._read(partial(self._workspace.queue_facets, self._session.filters.wanted), FACETS, self._on_counts)

    def _on_counts(self, counts: list[FacetCount]) -> None:
        self._counts = counts
        row = self._panel.list.currentIndex().row()
        lines = facet_lines(counts, self._session.filters, self._saved.all(), self._unfolded)
        self._panel.list.show_lines(lines, row)

    def _on_chosen(self, value: object) -> None:
        if self._panel.subject == FACETS:
            filters = self._session.filters
            if isinstance(value, AttributeGroup):
                self._unfolded ^= {value.attribute}
                self._on_counts(self._counts)
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
