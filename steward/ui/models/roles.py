"""The roles that Qt asks its models for, as the plain numbers it asks with, and the places it asks about."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

DISPLAY = int(Qt.ItemDataRole.DisplayRole)
EDIT = int(Qt.ItemDataRole.EditRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
CHECK = int(Qt.ItemDataRole.CheckStateRole)
#: The first role of a model's own.
OWN = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex
