"""Driving the review page by keys, and looking at what the store holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from steward.domain.decisions import DecisionKind
from steward.domain.history import HistoryFilter
from steward.ui.pages.review.page import ReviewPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.workspace import Workspace
    from steward.workspace.review.review_draft import ReviewDraft

Key = Qt.Key
Modifier = Qt.KeyboardModifier
OpenPage = Callable[..., ReviewPage]

#: Stands for a cluster of two customers with different valid NIKs, and a third one.
VETO = 0


def press(qtbot: QtBot, page: ReviewPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    """A key where the focus is, as a keyboard would send it."""
    qtbot.keyClick(page.window().focusWidget() or page, key, modifier)


def draft_of(page: ReviewPage) -> ReviewDraft:
    """The draft on screen."""
    draft = page.session.draft
    assert draft is not None
    return draft


def workspace_of(page: ReviewPage) -> Workspace:
    """The store behind the page."""
    return page.context.workspace


def decision_count(page: ReviewPage) -> int:
    """How many decisions the log holds, lists left out."""
    kinds = tuple(kind for kind in DecisionKind if kind is not DecisionKind.DELIVERY)
    return workspace_of(page).history_count(HistoryFilter(kinds=kinds))


def shown_golden(page: ReviewPage) -> dict[str, str]:
    """The golden column of the grid, by attribute."""
    rows = page.pane.grid.model.table.rows
    return {name: row.golden.value for name, row in rows.items() if row.golden is not None}


def stored_golden(page: ReviewPage, cin: str) -> dict[str, str]:
    """The golden record as the store holds it."""
    return {value.attribute: value.value for value in workspace_of(page).golden(cin) if value.position == 0}
