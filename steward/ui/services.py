"""The objects that live as long as the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steward.ui.actions import ActionRegistry
    from steward.ui.events import StoreEvents
    from steward.ui.jobs import Jobs
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.problems import Problems
    from steward.ui.settings import Settings


@dataclass(frozen=True)
class Services:
    """What lives as long as the program, whichever store is open."""

    look: Look
    jobs: Jobs
    events: StoreEvents
    actions: ActionRegistry
    settings: Settings
    language: Language
    problems: Problems
