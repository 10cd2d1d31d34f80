"""Which numbers a page masks: by the steward's setting, until those of what it shows are revealed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from steward.ui.words.masking import Mask

if TYPE_CHECKING:
    from steward.domain.records import RecordId
    from steward.ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows and a look is logged for: these records of a cluster or customer, or the rows of a file."""

    subject: object
    records: frozenset[RecordId] = frozenset()
    file_name: str = ""


class NumberMask(QObject):
    """What is revealed holds for what it was logged for, until something else is shown.

    ``changed`` when what is open is shown otherwise, ``setting_changed`` when everything is.
    """

    changed = Signal()
    setting_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._shown: Shown | None = None
        self._revealed: Shown | None = None
        settings.changed.connect(self._on_setting)

    @property
    def shown(self) -> Shown | None:
        """What is on screen, None where nothing is."""
        return self._shown

    @property
    def elsewhere(self) -> Mask:
        """For all that is not on screen whole: nobody logged a look at it."""
        return Mask(self._settings.masks_ids)

    @property
    def mask(self) -> Mask:
        """For what is on screen."""
        return Mask.OFF if self.is_revealed else self.elsewhere

    @property
    def is_revealed(self) -> bool:
        """True while all that is on screen is revealed."""
        return self._revealed is not None and self._shown is not None and self._shown.records <= self._revealed.records

    def follow(self, shown: Shown | None) -> None:
        """This is on screen now; whoever says so shows it with the mask that holds from now on."""
        if shown is None or self._shown is None or shown.subject != self._shown.subject:
            self._revealed = None
        self._shown = shown

    def reveal(self, seen: Shown) -> None:
        """The numbers of this are shown, unless something else was opened meanwhile."""
        if self._shown is not None and seen.subject == self._shown.subject:
            self._revealed = seen
            self.changed.emit()

    def hide(self) -> None:
        """Mask again what was revealed."""
        if self._revealed is not None:
            self._revealed = None
            self.changed.emit()

    def _on_setting(self, name: str) -> None:
        if name == "masks_ids":
            self._revealed = None
            self.changed.emit()
            self.setting_changed.emit()
