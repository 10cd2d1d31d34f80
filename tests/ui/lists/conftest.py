"""The page Lists over a store with two lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path  # noqa: TC003 - fixtures read it
from typing import TYPE_CHECKING, Any

import pytest

from steward.ui.pages.lists.page import ListsPage
from tests.ui.lists_driving import shown_lists
from tests.ui.pages_builders import make_store, open_copy

if TYPE_CHECKING:
    from steward.ui.page import PageContext
    from steward.workspace import Workspace

MakeContext = Callable[[Any], "PageContext"]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that every test gets its own copy of: making one takes longer than most tests."""
    with make_store(tmp_path_factory.mktemp("template")) as workspace:
        return workspace.path


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Sales and Service, five records."""
    with open_copy(template, tmp_path) as workspace:
        yield workspace


@pytest.fixture
def page(store: Workspace, make_context: MakeContext, qtbot: Any) -> ListsPage:
    return shown_lists(ListsPage(make_context(store)), qtbot)
