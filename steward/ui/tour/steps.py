"""The hints of the tour as data: where each one points, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from steward.ui.pages.home.page import HomePage
from steward.ui.pages.lists.page import ListsPage
from steward.ui.pages.review.page import ReviewPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from steward.ui.actions import ActionRegistry
    from steward.ui.page import Page

translate = QCoreApplication.translate
Words = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TourStep:
    """A hint beside a widget of a page. ``words`` gives its title and its text in the language in force."""

    page_id: str
    target: Callable[[Page], QWidget]
    words: Callable[[ActionRegistry], Words]


def _next_step(page: Page) -> QWidget:
    return cast("HomePage", page).steps[0]


def _sources(page: Page) -> QWidget:
    return cast("ListsPage", page).overview.source_view


def _grid(page: Page) -> QWidget:
    return cast("ReviewPage", page).pane.grid


def _why(page: Page) -> QWidget:
    return cast("ReviewPage", page).pane.why


def _answers(page: Page) -> QWidget:
    return cast("ReviewPage", page).bar


def _truth(page: Page) -> QWidget:
    return cast("HomePage", page).truth_line


def _on_home(actions: ActionRegistry) -> Words:
    return (
        translate("Tour", "What to do next"),
        translate(
            "Tour", "Home always says what comes next, the most urgent first. {key} brings you back here."
        ).format(key=actions.key_text("app.home")),
    )


def _on_lists(actions: ActionRegistry) -> Words:
    return (
        translate("Tour", "Lists stay as they are"),
        translate(
            "Tour",
            "Each department's list is kept row by row as it was delivered. {key} loads another one; "
            "a delivery can be taken back whole.",
        ).format(key=actions.key_text("app.import")),
    )


def _on_grid(actions: ActionRegistry) -> Words:
    return (
        translate("Tour", "Side by side"),
        translate(
            "Tour",
            "Rows that may be one customer, conflicts on top. The golden column is just what a merge writes; "
            "{exclude} leaves a row out, a digit takes its value.",
        ).format(exclude=actions.key_text("review.exclude")),
    )


def _on_why(actions: ActionRegistry) -> Words:
    return (
        translate("Tour", "Why they may be the same"),
        translate(
            "Tour",
            "What speaks for it and what against it, first as a sentence, then as bars. {key} shows more or less.",
        ).format(key=actions.key_text("review.why")),
    )


def _on_answers(actions: ActionRegistry) -> Words:
    return (
        translate("Tour", "One key for an answer"),
        translate(
            "Tour",
            "{approve} merges what is shown, {reject} keeps it apart, {skip} comes back to it. "
            "{undo} takes the last answer back: nothing is ever lost.",
        ).format(
            approve=actions.key_text("review.approve"),
            reject=actions.key_text("review.reject"),
            skip=actions.key_text("review.skip"),
            undo=actions.key_text("review.undo"),
        ),
    )


def _on_truth(actions: ActionRegistry) -> Words:
    return (
        translate("Tour", "Here the truth is known"),
        translate(
            "Tour",
            "In these sample lists it is known who is who, so this line tells how many answers are right. "
            "{sprint} starts a short session; {keys} shows all keys.",
        ).format(sprint=actions.key_text("app.sprint"), keys=actions.key_text("app.keys")),
    )


#: In the order in which a newcomer's first day goes.
STEPS = (
    TourStep(HomePage.page_id, _next_step, _on_home),
    TourStep(ListsPage.page_id, _sources, _on_lists),
    TourStep(ReviewPage.page_id, _grid, _on_grid),
    TourStep(ReviewPage.page_id, _why, _on_why),
    TourStep(ReviewPage.page_id, _answers, _on_answers),
    TourStep(HomePage.page_id, _truth, _on_truth),
)
