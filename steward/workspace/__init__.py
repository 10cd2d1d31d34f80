"""The only door for the window, the command line and scripts."""

from steward.workspace.door import Workspace

__all__ = ["Workspace"]
