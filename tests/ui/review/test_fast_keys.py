"""Keys pressed faster than the store answers, with the real threads: they act on what is shown, or on nothing."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Signal

from steward.domain.decisions import DecisionKind
from steward.ui.jobs import Job, Jobs
from steward.ui.pages.review.page import ReviewPage
from steward.workspace import Workspace
from tests.ui.review_driving import Key, press, shown_golden, stored_golden

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from steward.domain.decisions import Decision
    from steward.ui.page import PageContext
    from steward.ui.problems import Problems
    from steward.workspace.review.review_draft import ReviewDraft

MOVES = (Key.Key_PageDown, Key.Key_PageUp, Key.Key_Space, Key.Key_Down, Key.Key_Right)
CHANGES = (Key.Key_1, Key.Key_2, Key.Key_X)
ANSWERS = (Key.Key_A, Key.Key_N)


class TellingJobs(Jobs):
    """Tells when a decision is on its way."""

    writing = Signal()

    def write(self, *arguments: Any, **named: Any) -> Job:
        self.writing.emit()
        return super().write(*arguments, **named)


@pytest.fixture
def page(
    matched_store: Callable[[tuple[int, ...]], Path],
    tmp_path: Path,
    make_context: Callable[[Any], PageContext],
    problems: Problems,
    qtbot: QtBot,
) -> Iterator[ReviewPage]:
    """The page over twelve clusters, with threads behind it."""
    path = shutil.copy(matched_store((3, *[2] * 11)), tmp_path / "store.steward")
    jobs = TellingJobs(problems)
    with Workspace.open(path, steward="Ratna") as workspace:
        page = ReviewPage(replace(make_context(workspace), jobs=jobs))
        qtbot.addWidget(page)
        page.resize(1290, 690)
        page.show()
        page.activateWindow()
        page.activated()
        qtbot.waitUntil(lambda: page.isActiveWindow() and page.session.draft is not None)
        yield page
        jobs.close()
    jobs.deleteLater()


@pytest.mark.parametrize("seed", range(6))
def test_keys_pressed_without_waiting_write_only_what_is_shown(
    page: ReviewPage, qtbot: QtBot, qapp: QApplication, seed: int
) -> None:
    dice, session, grid = random.Random(seed), page.session, page.pane.grid
    seen: tuple[int | None, dict[str, str]] = (None, {})
    accepted: list[tuple[int | None, dict[str, str]]] = []
    decided: list[tuple[Decision, ReviewDraft, str]] = []
    jobs = page.context.jobs
    assert isinstance(jobs, TellingJobs)
    jobs.writing.connect(lambda: accepted.append(seen))
    session.decided.connect(lambda decision, draft: decided.append((decision, draft, draft.surviving_cin)))
    for _ in range(60):
        draft = session.draft
        assert draft is None or draft.view.id == grid.model.table.cluster_id
        seen = grid.model.table.cluster_id, shown_golden(page)
        press(qtbot, page, dice.choice([*MOVES, *CHANGES, *ANSWERS]))
        if dice.random() < 0.4:
            qapp.processEvents()
        if dice.random() < 0.2:
            qtbot.waitUntil(lambda: session.draft is not None or session.current is None)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert decided
    assert [draft.view.id for _, draft, _ in decided] == [cluster_id for cluster_id, _ in accepted]
    for (decision, _, cin), (_, golden) in zip(decided, accepted, strict=True):
        if decision.kind is DecisionKind.MERGE:
            assert stored_golden(page, cin) == golden
