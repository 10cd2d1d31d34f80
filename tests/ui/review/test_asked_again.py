"""A pair that was set apart before and is asked about again says so, and what changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from steward.domain.decisions import DecisionKind
from steward.workspace.decisions.log_views import Reopened
from tests.builders import make_decision_view
from tests.ui.review_driving import draft_of

if TYPE_CHECKING:
    from steward.ui.pages.review.page import ReviewPage
    from tests.ui.review_driving import OpenPage


def _ask_again(page: ReviewPage, attributes: tuple[str, ...]) -> None:
    draft = draft_of(page)
    first, second, *_ = (member.record_id for member in draft.view.members)
    decided_at = datetime(2026, 5, 12, 9, tzinfo=UTC)
    decision = make_decision_view(kind=DecisionKind.NOT_SAME, decided_at=decided_at, decided_by="Budi")
    found = (Reopened(first, second, decision, attributes),) if attributes else ()
    draft.view = replace(draft.view, reopened=found)
    page.pane.show_draft(draft, is_other=True)


def test_it_says_who_decided_when_and_what_changed_since(open_page: OpenPage) -> None:
    page = open_page()
    assert page.pane.banner.text == ""
    _ask_again(page, ("phone",))
    assert "Since Budi decided on 12 May 2026" in page.pane.banner.text
    assert page.pane.banner.text.endswith("phone changed.")
    _ask_again(page, ())
    assert page.pane.banner.text == ""


def test_a_blind_answer_is_not_swayed_by_the_earlier_one(open_page: OpenPage) -> None:
    page = open_page()
    page.pane.set_blind(is_blind=True)
    _ask_again(page, ("phone",))
    assert page.pane.banner.text == ""
