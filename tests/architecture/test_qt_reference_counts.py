"""The installed PySide6 must not lose references to True and None.

6.12.0 does on Python before 3.12: every emitted signal costs one reference to True, every ``data()`` that returns
None one to None. After some minutes of work the interpreter ends itself. Remove this guard when no such release is
within the range of pyproject.toml any more.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QAbstractListModel, QIdentityProxyModel, QModelIndex, QObject, QPersistentModelIndex, Signal

CALLS = 100
#: References come and go for other reasons too; a fault takes away one for every call.
TOLERANCE = CALLS // 2


class Bell(QObject):
    rung = Signal()


class EmptyCells(QAbstractListModel):
    """A model of which every cell is empty, as most of the answers to Qt's questions are."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 1

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        return None


def test_emitting_a_signal_keeps_the_references_to_true() -> None:
    bell = Bell()
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        bell.rung.emit()
    assert abs(sys.getrefcount(True) - before) < TOLERANCE


def test_an_empty_cell_keeps_the_references_to_none() -> None:
    model = EmptyCells()
    proxy = QIdentityProxyModel()
    proxy.setSourceModel(model)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        # Through the proxy the call comes from C++, where the reference is lost.
        proxy.data(proxy.index(0, 0))
    assert abs(sys.getrefcount(None) - before) < TOLERANCE
