"""Memory that arrays and texts left behind, given back to the system.

The C library of Linux keeps what is freed for what comes next, in pieces too small for it: after some phases of a match
of a million records that would be half a gigabyte.
"""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Between two phases; other systems and C libraries give it back by themselves."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(ctypes.c_size_t(0))
