"""Which key of the registry calls which answer on the review page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steward.ui.pages.review.answers import Answers
    from steward.ui.pages.review.draft_keys import DraftKeys
    from steward.ui.pages.review.page import ReviewPage
    from steward.ui.pages.review.panels import Panels


def bind_keys(page: ReviewPage, answers: Answers, draft: DraftKeys, panels: Panels) -> None:
    """Keys work while the page or a part of it has the focus; a text field keeps its letters to itself."""
    actions, grid = page.context.actions, page.pane.grid
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
    ):
        actions.bind(page, action_id, slot)
    actions.bind_numbers(page, "review.take_value", draft.digit)
    actions.bind_numbers(page, "review.take_record", draft.take_record)
