"""The review page on real stores, made and matched once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from steward.ui.pages.review.page import ReviewPage
from steward.workspace import Workspace
from tests.ui.review_builders import make_store
from tests.ui.review_driving import VETO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.page import PageContext
    from tests.ui.review_driving import OpenPage


@pytest.fixture(scope="session")
def matched_store(tmp_path_factory: pytest.TempPathFactory) -> Callable[[tuple[int, ...]], Path]:
    """A store file with the given clusters, imported and matched once; tests work on copies of it."""
    made: dict[tuple[int, ...], Path] = {}

    def find(copies: tuple[int, ...]) -> Path:
        if copies not in made:
            # Values that a tenth of all rows share would count as shared by strangers.
            singles = 40 + 8 * max(copies)
            plain = [count for count in copies if count != VETO]
            folder = tmp_path_factory.mktemp("store")
            with make_store(folder, plain, singles, with_veto=VETO in copies) as workspace:
                made[copies] = workspace.path
        return made[copies]

    return find


@pytest.fixture
def open_page(
    tmp_path: Path,
    matched_store: Callable[[tuple[int, ...]], Path],
    make_context: Callable[[Any], PageContext],
    qtbot: QtBot,
) -> Iterator[OpenPage]:
    """Opens the page on a store with the given clusters."""
    opened: list[Workspace] = []

    def make(*copies: int) -> ReviewPage:
        path = shutil.copy(matched_store(copies or (2, 2, 2, 2)), tmp_path / "store.steward")
        workspace = Workspace.open(path, steward="Ratna")
        opened.append(workspace)
        page = ReviewPage(make_context(workspace))
        qtbot.addWidget(page)
        page.resize(1290, 690)
        page.show()
        page.activateWindow()
        page.activated()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield make
    for workspace in opened:
        workspace.close()
