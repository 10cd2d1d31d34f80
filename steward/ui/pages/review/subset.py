"""A part of the queue that another page hands over: a sample to decide blindly, or a few questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steward.workspace.views import ClusterId


@dataclass(frozen=True, slots=True)
class Subset:
    """Just these clusters, in this order. ``is_blind`` hides the score; ``page_id`` is where the steward came from."""

    title: str
    ids: tuple[ClusterId, ...]
    page_id: str
    is_blind: bool = False
