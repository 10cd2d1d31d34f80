"""How failures look: an expected one is a sentence with what to do, a bug is logged whole and shown calmly."""

from __future__ import annotations

import logging
import platform
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion

from steward.domain.errors import Cancelled, StewardError
from steward.ui.dialogs.notice import BugDialog, NoticeDialog
from steward.ui.words.sentences import problem_sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtWidgets import QDialog, QWidget

    from steward.ui.look import Look

log = logging.getLogger(__name__)


class Problems(QObject):
    """Shows failures over the window that it is given; never blocks the event loop."""

    def __init__(self, look: Look, log_file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._log_file = log_file
        self._window: QWidget | None = None
        self._open: QDialog | None = None
        self._rescue: Callable[[StewardError], bool] | None = None

    def use_window(self, window: QWidget) -> None:
        """Failures appear over this window from now on."""
        self._window = window

    def use_rescue(self, rescue: Callable[[StewardError], bool]) -> None:
        """What can do more about some failures than tell them; it says whether this is one."""
        self._rescue = rescue

    @property
    def open_dialog(self) -> QDialog | None:
        """The dialog on screen, if any."""
        return self._open

    def show(self, error: Exception) -> None:
        """An expected failure as its sentence, anything else as a bug. Stopping on request is not a failure."""
        if isinstance(error, Cancelled):
            return
        if isinstance(error, StewardError):
            log.info("Told the steward: %s", error)
            if self._rescue is not None and self._rescue(error):
                return
            self._present(NoticeDialog(self._look, problem_sentence(error), self._window))
            return
        self.show_bug("".join(traceback.format_exception(error)))

    def show_bug(self, report: str) -> None:
        """A fault of the program: only the first one opens a dialog, the log has them all."""
        log.error("Bug: %s", report)
        if self._open is not None:
            return
        head = f"Python {platform.python_version()} · Qt {qVersion()} · {platform.platform()}\n"
        self._present(BugDialog(self._look, head + report, self._log_file, self._window))

    def excepthook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """For ``sys.excepthook``: exceptions in slots end here."""
        if isinstance(error, KeyboardInterrupt):
            return
        if isinstance(error, StewardError):
            self.show(error)
            return
        self.show_bug("".join(traceback.format_exception(kind, error, trace)))

    def _present(self, dialog: QDialog) -> None:
        if self._open is not None:
            self._open.close()
        self._open = dialog
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
        self._open = None
