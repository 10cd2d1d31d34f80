"""How open pages learn that the store changed: only from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from steward.domain.history import Subject


class StoreEvents(QObject):
    """``changed(subjects, initiator)``: a page skips its own echo by comparing the initiator with itself."""

    changed = Signal(object, object)

    def announce(self, subjects: frozenset[Subject], initiator: object = None) -> None:
        """Say, after a write was committed, which kinds of things it touched."""
        self.changed.emit(subjects, initiator)
