"""What the panel beside the grid is opened for: adding and moving records, origins, timeline, notes, pairs, graph."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steward.ui.alive import while_alive
from steward.ui.models.compare_texts import member_name
from steward.ui.models.evidence_bars import chart_of_pair
from steward.ui.pages.review.panel_texts import (
    comment_lines,
    customer_lines,
    provenance_lines,
    record_lines,
    timeline_lines,
)
from steward.ui.words.attributes import attribute_label
from steward.workspace.views import Link

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.domain.pairs import PairExplanation
    from steward.domain.records import RecordId
    from steward.ui.pages.review.page import ReviewPage
    from steward.workspace.customers.customer_views import CustomerView, SearchHit
    from steward.workspace.decisions.log_views import Comment
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.views import MemberView, SimilarRecord

MOST_HITS = 30
#: Customers of one cluster whose timelines are shown together.
MOST_CUSTOMERS = 20

ADD, MOVE, COMMENT, TIMELINE = "add", "move", "comment", "timeline"
PROVENANCE, PAIR, GRAPH = "provenance", "pair", "graph"


class Panels(QObject):
    """Opens the panel and does what is chosen in it. The same key again closes it."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page, self._panel, self._session = page, page.panel, page.session
        self._workspace, self._jobs = page.context.workspace, page.context.jobs
        self._masking = page.pane.masking
        self._record: RecordId | None = None
        self._against = 0
        self._asked = 0
        self._openers: dict[str, Callable[[], object]] = {
            PROVENANCE: self._open_provenance,
            TIMELINE: self._open_timeline,
            COMMENT: self._open_comments,
            PAIR: self._open_pair,
            GRAPH: self._open_graph,
        }
        self._panel.searched.connect(self._on_searched)
        self._panel.entered.connect(self._on_entered)
        self._panel.chosen.connect(self._on_chosen)

    # asked by keys

    def add(self) -> None:
        """Search a record and add it to the cluster."""
        if self._leaves(ADD) or self._session.draft is None:
            return
        self._panel.open_search(
            ADD,
            self.tr("Add a record to this cluster"),
            self.tr("It is shown beside the others; nothing is merged before you say so."),
            self.tr("Name, phone, e-mail, NIK …"),
        )

    def move(self) -> None:
        """Search the customer that the member under the focus belongs to."""
        member = self._member(self._page.pane.grid.current_record())
        if self._leaves(MOVE) or member is None:
            return
        self._record = member.record_id
        self._panel.open_search(
            MOVE,
            self.tr("Move {member} to another customer").format(member=member_name(member)),
            self.tr("Enter moves it at once; U takes it back."),
            self.tr("Name, phone, e-mail, CIN …"),
        )

    def provenance(self) -> None:
        """Every value of the field under the focus, with its origin."""
        self._toggle(PROVENANCE)

    def timeline(self) -> None:
        """What happened to the customers of the cluster."""
        self._toggle(TIMELINE)

    def comments(self) -> None:
        """Read and write notes about the cluster."""
        self._toggle(COMMENT)

    def pair(self) -> None:
        """Why, or why not, for the member under the focus and another one."""
        self._record, self._against = self._page.pane.grid.current_record(), 0
        self._toggle(PAIR)

    def graph(self) -> None:
        """The cluster as a graph."""
        self._toggle(GRAPH)

    # following the page

    def follow_draft(self) -> None:
        """The draft changed: the graph and the origins show it as it is now."""
        if self._panel.subject == GRAPH and self._session.draft is not None:
            self._panel.graph.show_draft(self._session.draft, self._masking.mask)

    def follow_focus(self) -> None:
        """The focus moved in the grid: origins are those of the field under it."""
        if self._panel.subject == PROVENANCE and self._page.pane.grid.hasFocus():
            self._show_provenance()

    def follow_mask(self) -> None:
        """Masking was switched: what shows values shows them anew."""
        if self._panel.subject in (PROVENANCE, PAIR, GRAPH):
            self._openers[self._panel.subject]()

    def follow_cluster(self) -> None:
        """Another cluster: what only looks follows it, a search is over."""
        if self._page.queue_panels.is_open:
            return
        opener = self._openers.get(self._panel.subject)
        if opener is None or self._session.draft is None:
            self._panel.close_panel()
            return
        self._record = None
        opener()
        self._page.take_focus()

    def retranslate(self) -> None:
        """What is open, in the language in force; a search is closed."""
        if self._panel.subject:
            self.follow_cluster()

    # opening

    def _toggle(self, subject: str) -> None:
        if not self._leaves(subject) and self._session.draft is not None:
            self._openers[subject]()

    def _leaves(self, subject: str) -> bool:
        """The key of what is open closes it."""
        self._page.pane.grid.finish_editing()
        if self._panel.subject == subject:
            self._panel.close_panel()
            return True
        return False

    def _open_provenance(self) -> None:
        self._show_provenance()
        self._page.pane.grid.setFocus()

    def _show_provenance(self) -> None:
        draft, attribute = self._session.draft, self._page.pane.grid.current_attribute()
        if draft is None or attribute is None:
            return
        lines = provenance_lines(draft, self._page.pane.grid.model.table, attribute, self._masking.mask)
        title = self.tr("{field}: where it comes from").format(field=attribute_label(attribute))
        focus = self._page.pane.grid.hasFocus()
        self._panel.open_list(PROVENANCE, title, "", lines)
        if focus:
            self._page.pane.grid.setFocus()

    def _open_timeline(self) -> None:
        draft = self._session.draft
        if draft is None:
            return
        cins = list(dict.fromkeys(member.cin for member in draft.view.members))[:MOST_CUSTOMERS]
        self._panel.open_list(TIMELINE, self.tr("Timeline"), "", ())
        self._read(lambda: [self._workspace.customer(cin) for cin in cins], self._on_customers)

    def _open_comments(self) -> None:
        draft = self._session.draft
        if draft is None:
            return
        self._panel.open_list(
            COMMENT,
            self.tr("Notes on this cluster"),
            self.tr("@ and a name lets that steward decide the cluster; @ alone lets everyone."),
            (),
            note=self.tr("Write a note, Enter keeps it"),
        )
        workspace, cluster_id = self._workspace, draft.view.id
        self._read(
            lambda: (workspace.comments(cluster_id), workspace.assigned().get(cluster_id, "")), self._on_comments
        )

    def _open_pair(self) -> None:
        draft = self._session.draft
        if draft is None:
            return
        member = self._member(self._record) or draft.view.members[-1]
        others = [other for other in draft.view.members if other.record_id != member.record_id]
        if not others:
            return
        self._record = member.record_id
        other = others[self._against % len(others)]
        title = self.tr("{first} against {second}").format(first=member_name(member), second=member_name(other))
        self._panel.open_view(PAIR, title, self.tr("Arrows compare with another member."), self._panel.pair)
        self._read(
            partial(self._workspace.explain, member.record_id, other.record_id),
            partial(self._on_explained, draft, member, other),
        )

    def _open_graph(self) -> None:
        draft = self._session.draft
        if draft is None:
            return
        self._panel.graph.show_draft(draft, self._masking.mask)
        self._panel.open_view(GRAPH, self.tr("Graph"), self.tr("Enter goes to the member."), self._panel.graph)

    # what comes back

    def _read(self, work: Callable[[], object], on_done: Callable[..., object]) -> None:
        """Read in the background; only the last thing asked for is shown."""
        self._asked += 1
        self._jobs.read(
            work, on_done=while_alive(self, partial(self._on_read, self._asked, self._panel.subject, on_done))
        )

    def _on_read(self, asked: int, subject: str, on_done: Callable[..., object], found: object) -> None:
        if asked == self._asked and self._panel.subject == subject:
            on_done(found)

    def _on_customers(self, customers: list[CustomerView]) -> None:
        lines = timeline_lines(customers, self._page.context.language, self._page.pane.masking.mask)
        self._panel.list.show_lines(lines)

    def _on_comments(self, found: tuple[list[Comment], str]) -> None:
        comments, steward = found
        self._panel.list.show_lines(comment_lines(comments, steward, self._page.context.language))

    def _on_explained(
        self, draft: ReviewDraft, member: MemberView, other: MemberView, explanation: PairExplanation
    ) -> None:
        link = Link(member.number, other.number, explanation)
        self._panel.pair.show_chart(chart_of_pair(link, draft.view).masked(self._masking.mask))

    def _on_records(self, records: list[SimilarRecord]) -> None:
        draft = self._session.draft
        inside = [member.record_id for member in draft.view.members] if draft is not None else []
        lines = record_lines(records, inside, self._page.context.language, self._masking.elsewhere)
        self._panel.list.show_lines(lines)

    def _on_hits(self, hits: list[SearchHit]) -> None:
        self._panel.list.show_lines(customer_lines(hits, self._masking.elsewhere))

    # asked in the panel

    def _on_searched(self, text: str) -> None:
        if not text:
            self._panel.list.show_lines(())
        elif self._panel.subject == ADD:
            self._read(partial(self._workspace.search_records, text, MOST_HITS), self._on_records)
        elif self._panel.subject == MOVE:
            self._read(partial(self._workspace.search, text, MOST_HITS), self._on_hits)

    def _on_entered(self, text: str) -> None:
        draft = self._session.draft
        if draft is not None and self._panel.subject == COMMENT:
            # What begins with an @ names who is to decide; anything else is a note.
            steward = text.strip().removeprefix("@")
            verb = self._workspace.assign if steward != text.strip() else self._workspace.comment
            self._session.note(partial(verb, draft.view.id, steward), self._open_comments)

    def _on_chosen(self, value: object) -> None:
        subject, grid = self._panel.subject, self._page.pane.grid
        if subject == ADD:
            self._panel.close_panel()
            self._session.add_record(value)  # type: ignore[arg-type]  # lines of this search hold record ids
        elif subject == MOVE:
            self._panel.close_panel()
            self._move_to(str(value))
        elif subject == PAIR and isinstance(value, int):
            self._against += value
            self._open_pair()
        elif subject in (GRAPH, PROVENANCE):
            grid.focus_record(value)  # type: ignore[arg-type]  # members are chosen by record id
            grid.setFocus()

    def _move_to(self, cin: str) -> None:
        record = self._record
        if record is not None:
            self._page.answers.write_with_reason(partial(self._workspace.move, record, cin))

    def _member(self, record_id: RecordId | None) -> MemberView | None:
        draft = self._session.draft
        if draft is None or record_id is None:
            return None
        return next((member for member in draft.view.members if member.record_id == record_id), None)
