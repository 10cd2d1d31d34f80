"""Doing what a menu entry or a key does, by the id of its action."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def trigger(owner: QWidget, action_id: str) -> None:
    """Trigger the action of a window or page."""
    next(action for action in owner.actions() if action.objectName() == action_id).trigger()
