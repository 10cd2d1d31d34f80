"""Processes that do not begin with what the program began with."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


#: Of two threads that hide it at once, the later one would put back what the other had put in its place.
_ONE_AT_A_TIME = threading.Lock()


@contextmanager
def no_main_module() -> Iterator[None]:
    """Processes begun here do not run the program's main module again, as they would by themselves.

    A script that loads a list would load it once more in each of them.
    """
    with _ONE_AT_A_TIME:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main
