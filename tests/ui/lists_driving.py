"""What tests of the page Lists do over and over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from steward.ui.pages.lists.page import ListsPage


def shown_lists(page: ListsPage, qtbot: Any) -> ListsPage:
    qtbot.addWidget(page)
    page.resize(1294, 690)
    page.show()
    page.activated()
    return page


def toasts(page: ListsPage) -> Any:
    return page.context.toast
