"""Answers of background work that come after their page is gone are dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec

import shiboken6

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

P = ParamSpec("P")


def while_alive(owner: QObject, slot: Callable[P, object]) -> Callable[P, None]:
    """``slot``, as long as Qt has not deleted ``owner``: another store may be opened while work is under way."""

    def call(*arguments: P.args, **named: P.kwargs) -> None:
        if shiboken6.isValid(owner):
            slot(*arguments, **named)

    return call
