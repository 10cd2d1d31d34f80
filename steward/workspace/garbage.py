"""Long work without looking for garbage in between."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def garbage_left() -> Iterator[None]:
    """Meanwhile nobody looks for cycles of garbage: that would go through millions of texts again and again, and there
    are none worth it before the work ends."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
