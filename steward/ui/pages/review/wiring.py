"""Which key of the registry, and which click on a part, calls what on the review page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from steward.ui.pages.review.desk_keys import DeskKeys
from steward.ui.pages.review.reveal import ClusterReveal

if TYPE_CHECKING:
    from steward.ui.pages.review.answers import Answers
    from steward.ui.pages.review.draft_keys import DraftKeys
    from steward.ui.pages.review.page import ReviewPage
    from steward.ui.pages.review.panels import Panels


def bind_keys(page: ReviewPage, answers: Answers, draft: DraftKeys, panels: Panels) -> None:
    """Keys work while the page or a part of it has the focus; what acts on the cluster, only where that is."""
    actions, grid, desk = page.context.actions, page.pane.grid, DeskKeys(page)
    for action_id, slot in (
        ("review.approve", answers.approve),
        ("review.reject", answers.reject),
        ("review.relate", answers.relate),
        ("review.defer", answers.defer),
        ("review.skip", answers.skip),
        ("review.undo", page.session.undo),
        ("review.redo", page.session.redo),
        ("review.previous", answers.previous_cluster),
        ("review.next", answers.next_cluster),
        ("review.field_up", lambda: grid.move_field(-1)),
        ("review.field_down", lambda: grid.move_field(1)),
        ("review.type_value", grid.edit_value),
        ("review.lock", draft.toggle_lock),
        ("review.exclude", draft.toggle_current),
        ("review.exclude_for_ever", draft.exclude_for_ever),
        ("review.split", draft.apply_cut),
        ("review.free_split", page.free_split.toggle),
        ("review.fold", draft.toggle_folded),
        ("review.original", draft.toggle_standard),
        ("review.why", draft.toggle_why),
        ("review.why_not", panels.pair),
        ("review.graph", panels.graph),
        ("review.timeline", panels.timeline),
        ("review.provenance", panels.provenance),
        ("review.comment", panels.comments),
        ("review.add", panels.add),
        ("review.move", panels.move),
        ("review.facets", page.queue_panels.facets),
        ("review.bulk", partial(page.context.navigate, "alike")),
        ("review.band", partial(page.context.navigate, "bands")),
        ("review.blind", draft.toggle_blind),
        ("review.reveal", ClusterReveal(page, panels).toggle),
    ):
        desk.govern(action_id, [actions.bind(page, action_id, slot)])
    for action_id, on_number in (("review.take_value", draft.digit), ("review.take_record", draft.take_record)):
        desk.govern(action_id, actions.bind_numbers(page, action_id, on_number))


def connect_parts(page: ReviewPage, answers: Answers, draft: DraftKeys, panels: Panels) -> None:
    """What the parts of the page ask for, by mouse or by a key of their own."""
    session, pane, bar = page.session, page.pane, page.bar
    page.scope.filter_bar.facets_asked.connect(page.queue_panels.facets)
    page.sidebar.sort_asked.connect(page.scope.sort)
    page.sidebar.undo_asked.connect(session.reverse)
    page.sidebar.connect_next(answers.next_cluster)
    page.relate_panel.relation_chosen.connect(answers.relate_as)
    page.later_panel.later_chosen.connect(answers.defer_until)
    for asked, slot in (
        (session.decided, answers.on_decided),
        (session.undone, answers.on_undone),
        (session.redone, answers.on_redone),
        (pane.header.why_asked, draft.toggle_why),
        (pane.header.values_asked, draft.toggle_standard),
        (pane.header.graph_asked, panels.graph),
        (pane.header.timeline_asked, panels.timeline),
        (pane.grid.value_taken, draft.choose),
        (pane.grid.value_typed, draft.choose_text),
        (pane.grid.member_toggled, draft.toggle),
        (pane.grid.fold_asked, draft.toggle_folded),
        (pane.grid.cut_asked, draft.apply_cut),
        (pane.grid.focus_moved, panels.follow_focus),
        (pane.strip.add_asked, panels.add),
        (bar.approve_asked, answers.approve),
        (bar.reject_asked, answers.reject),
        (bar.relate_asked, answers.relate),
        (bar.defer_asked, answers.defer),
        (bar.skip_asked, answers.skip),
        (bar.undo_asked, session.undo),
    ):
        asked.connect(slot)
