"""The only door for the window, the command line and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steward.workspace.door import Workspace

__all__ = ["Workspace"]


def __getattr__(name: str) -> object:
    # The door needs the matching engine, the store and the file formats, two seconds of imports on a slow machine.
    # The window shows itself before that; whoever names Workspace gets it all.
    if name == "Workspace":
        from steward.workspace.door import Workspace

        return Workspace
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
