"""What customers are called where people read it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from steward.ui.words.masking import Mask

#: A row without a key is known by a digest of its cells: no name for people. The number tells equal rows apart.
_DIGEST = re.compile(r"[0-9a-f]{32}\W?\d*")


def shown_title(title: str, mask: Mask) -> str:
    """The title of a customer or record; in words that it has none where it is a digest or missing."""
    if title and not _DIGEST.fullmatch(title):
        return mask.title(title)
    return QCoreApplication.translate("Names", "No name")
