"""What each key does to the cluster that is shown: who is in, which value counts, what the rows tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steward.domain.errors import DecisionError
from steward.ui.words.problems import translated
from steward.ui.words.values import typed_value

if TYPE_CHECKING:
    from steward.domain.decisions import Decision
    from steward.domain.records import RecordId
    from steward.ui.pages.review.answer_panel import LaterPanel, RelatePanel
    from steward.ui.pages.review.page import ReviewPage
    from steward.workspace.review.review_draft import ReviewDraft


class DraftKeys(QObject):
    """Arranges what an answer would write; nothing here goes on to the next cluster."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self._session = page.session
        self._workspace = page.context.workspace

    def digit(self, number: int) -> None:
        """The answer under a digit while a panel asks, else the value of the member with this number."""
        if self._page.free_split.is_on:
            self._page.free_split.assign(number)
            return
        panels: tuple[RelatePanel | LaterPanel, ...] = (self._page.relate_panel, self._page.later_panel)
        for panel in panels:
            if panel.is_open:
                panel.choose(number)
                return
        record = self._record(number)
        attribute = self._page.pane.grid.current_attribute()
        if record is not None and attribute is not None:
            self.choose(attribute, record)

    def take_record(self, number: int) -> None:
        """The whole record of this member as basis."""
        record = self._record(number)
        if record is not None:
            self._session.change(lambda draft: draft.choose_record(record))

    def choose(self, attribute: str, record_id: RecordId) -> None:
        """This member's value; again: back to the rule."""
        draft = self._session.draft
        if draft is not None and not draft.basis.records[record_id].first(attribute):
            self._page.context.toast(self.tr("This member has no value here to take."))
            return
        self._session.change(lambda draft: draft.choose(attribute, record_id))

    def choose_text(self, attribute: str, text: str) -> None:
        """A typed value; an empty one goes back to the rule."""
        try:
            self._session.change(lambda draft: draft.choose_text(attribute, typed_value(attribute, text)))
        except DecisionError as err:
            self._page.pane.grid.refuse_value(attribute, text, translated(str(err)))

    def toggle_current(self) -> None:
        """Put the member under the focus in or out."""
        record = self._page.pane.grid.current_record()
        if record is not None:
            self.toggle(record)

    def toggle(self, record_id: RecordId) -> None:
        """Put a member in or out."""
        self._session.change(lambda draft: draft.toggle(record_id))

    def exclude_for_ever(self) -> None:
        """The member under the focus is not the same as the ones that are in: written at once."""
        draft, record = self._session.draft, self._page.pane.grid.current_record()
        if draft is None or record is None:
            return
        others = [member.record_id for member in draft.view.members if member.record_id in draft.included - {record}]
        if not others:
            return
        self._session.change(lambda changed: changed.exclude(record))
        self._session.write_aside(lambda: self._workspace.not_same(record, others))

    def apply_cut(self) -> None:
        """Leave out what the evidence would leave out; when it is so already, take all in again."""
        draft = self._session.draft
        if draft is None:
            return
        if not draft.view.proposed_out:
            key = self._page.context.actions.key_text("review.free_split")
            self._page.context.toast(self.tr("The evidence proposes no cut here; {key} splits freely.").format(key=key))
            return
        proposed = set(draft.view.proposed_out)
        goal = set() if proposed <= set(draft.excluded_numbers) else proposed

        def work(changed: ReviewDraft) -> None:
            for member in changed.view.members:
                changed.include(member.record_id)
            # Last, since a member takes the others of its customer along.
            for member in changed.view.members:
                if member.number in goal:
                    changed.exclude(member.record_id)

        self._session.change(work)

    def toggle_lock(self) -> None:
        """Lock the golden value of the field under the focus in its customer, or let rules choose again."""
        draft, attribute = self._session.draft, self._page.pane.grid.current_attribute()
        golden = self._page.pane.grid.model.table.rows[attribute].golden if attribute is not None else None
        if draft is None or attribute is None or golden is None or not draft.surviving_cin:
            return
        cin = draft.surviving_cin
        if golden.is_locked:
            self._session.write_aside(lambda: self._workspace.unlock(cin, attribute))
            return

        def work() -> Decision:
            stored = {value.attribute: value.value for value in self._workspace.golden(cin) if value.position == 0}
            if stored.get(attribute) != golden.value:
                # A lock keeps what is stored, and this value is only shown so far.
                raise DecisionError(self.tr("This value comes with the merge: merge first, then lock it."))
            return self._workspace.lock(cin, attribute)

        self._session.write_aside(work, self._on_not_locked)

    def _on_not_locked(self, error: Exception) -> None:
        """Said where it is read on the way: nothing has to be answered."""
        if isinstance(error, DecisionError):
            self._page.context.toast(translated(str(error)))
        else:
            self._session.failed.emit(error)

    # looking

    def toggle_folded(self) -> None:
        """Unfold or fold identical and empty rows."""
        grid = self._page.pane.grid
        grid.set_shows_folded(not grid.model.shows_folded)

    def toggle_standard(self) -> None:
        """Values as delivered, or standardized."""
        grid = self._page.pane.grid
        grid.set_shows_standard(not grid.model.shows_standard)
        self._page.pane.header.set_shows_standard(shows_standard=grid.model.shows_standard)

    def toggle_why(self) -> None:
        """Show the whole why card or its sentence; in blind mode, show it at all."""
        self._page.pane.toggle_why()

    def toggle_blind(self) -> None:
        """Hide score and evidence until the steward asks for them, or show them again."""
        self.set_blind(is_blind=not self._page.pane.is_blind)

    def set_blind(self, *, is_blind: bool) -> None:
        """Blind mode on or off."""
        self._page.pane.set_blind(is_blind=is_blind)
        self._page.sidebar.set_blind(is_blind=is_blind)

    def _record(self, number: int) -> RecordId | None:
        draft = self._session.draft
        if draft is None:
            return None
        return next((member.record_id for member in draft.view.members if member.number == number), None)
