"""Where the keys that write or arrange something work: not in a list, a box or a field that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget

from steward.ui.pages.review.grid_view import CompareView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

    from steward.ui.pages.review.page import ReviewPage

#: What acts on the cluster on screen; everything else only looks, or asks first.
OF_DESK = frozenset(
    f"review.{name}"
    for name in (
        "approve",
        "reject",
        "relate",
        "defer",
        "skip",
        "take_value",
        "take_record",
        "type_value",
        "lock",
        "exclude",
        "exclude_for_ever",
        "split",
        "free_split",
        "move",
    )
)
#: What takes a decision back is at home in the list of the last decisions, too.
OF_DECISIONS = frozenset({"review.undo", "review.redo"})


class DeskKeys(QObject):
    """Switches actions off while a letter would be meant for what has the focus."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self._of_desk: list[QAction] = []
        self._of_decisions: list[QAction] = []
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def govern(self, action_id: str, actions: Iterable[QAction]) -> None:
        """Let the focus say whether these actions work."""
        if action_id in OF_DESK:
            self._of_desk += actions
        elif action_id in OF_DECISIONS:
            self._of_decisions += actions

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        # Nothing has the focus while another window does: when this one is back, so is its focus.
        if now is None or not self._page.isAncestorOf(now):
            return
        takes_letters = _takes_letters(now)
        for action in self._of_desk:
            action.setEnabled(not takes_letters)
        for action in self._of_decisions:
            action.setEnabled(not takes_letters or (self._page.sidebar.isAncestorOf(now) and not _is_box(now)))


def _takes_letters(widget: QWidget) -> bool:
    """Lists, and whatever is typed into; in the grid letters are keys."""
    is_list = isinstance(widget, QAbstractItemView) and not isinstance(widget, CompareView)
    return is_list or _is_box(widget)


def _is_box(widget: QWidget) -> bool:
    return isinstance(widget, QComboBox | QLineEdit | QAbstractSpinBox)
