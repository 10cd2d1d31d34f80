"""What a page is, and what every page is handed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from steward.ui.words.masking import Mask

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.domain.history import Subject
    from steward.ui.actions import ActionRegistry
    from steward.ui.events import StoreEvents
    from steward.ui.jobs import Jobs
    from steward.ui.language import Language
    from steward.ui.look import Look
    from steward.ui.problems import Problems
    from steward.ui.settings import Settings
    from steward.workspace import Workspace


class Navigate(Protocol):
    """Show another page: ``navigate("customers", cin="00 041 326-7")``."""

    def __call__(self, page_id: str, **arguments: object) -> None:
        """Show the page and hand it the arguments."""


class ShowToast(Protocol):
    """Say one line at the bottom right, with an Undo when there is one."""

    def __call__(self, text: str, undo: Callable[[], object] | None = None, label: str = "") -> None:
        """Show it for three seconds; ``label`` names the button when it does something else than undo."""


class Export(Protocol):
    """Write the unified master, as of a day when one is named, and one customer of it when a CIN is."""

    def __call__(self, day: str = "", cin: str = "") -> None:
        """Ask for a file name and write there, unless other long work is under way."""


@dataclass(frozen=True)
class PageContext:
    """The collaborators of a page while one store is open."""

    look: Look
    jobs: Jobs
    events: StoreEvents
    actions: ActionRegistry
    settings: Settings
    language: Language
    problems: Problems
    workspace: Workspace
    navigate: Navigate
    toast: ShowToast
    export: Export

    @property
    def mask(self) -> Mask:
        """How numbers of people are shown that nobody asked to see whole."""
        return Mask(self.settings.masks_ids)


class Page(QWidget):
    """A page of the window. Subclasses set ``page_id`` and override what they need.

    ``header_changed`` asks the window to take the title anew.
    """

    header_changed = Signal()

    page_id = ""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(f"page.{self.page_id}")
        context.events.changed.connect(self._on_store_changed)
        context.settings.changed.connect(self._on_setting_changed)

    def title(self) -> str:
        """The title in the header."""
        return ""

    def header_chips(self) -> list[QWidget]:
        """Widgets after the title, filters mostly."""
        return []

    def header_widgets(self) -> list[QWidget]:
        """Widgets at the right of the header."""
        return []

    def first_focus(self) -> QWidget:
        """What has the keyboard when the page is shown.

        Not the focus proxy of the page: Tab would jump to it past all that stands before it.
        """
        return self

    def activated(self, **arguments: object) -> None:
        """The page is shown now, with the arguments of ``navigate``."""

    def refresh(self, subjects: frozenset[Subject]) -> None:
        """The store changed in these subjects, and it was not this page that changed it."""

    def retranslate(self) -> None:
        """Make every text anew; called after a change of language or of masking. Texts are not made elsewhere."""

    def changeEvent(self, event: QEvent) -> None:
        """Qt says that the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_setting_changed(self, name: str) -> None:
        if name == "masks_ids":
            self.retranslate()

    def _on_store_changed(self, subjects: frozenset[Subject], initiator: object) -> None:
        if initiator is not self:
            self.refresh(subjects)
