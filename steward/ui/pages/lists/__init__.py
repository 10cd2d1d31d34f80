"""The page Lists: the sources, their deliveries, and loading a list."""

from steward.ui.pages.lists.page import ListsPage

__all__ = ["ListsPage"]
