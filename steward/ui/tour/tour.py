"""Leads through the pages: one hint at a time, left at any time, and never begun twice by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from steward.ui.tour.hint_card import INSET, HintCard, Spotlight
from steward.ui.tour.steps import STEPS

if TYPE_CHECKING:
    from steward.ui.services import Services
    from steward.ui.tour.steps import TourStep
    from steward.ui.window.main_window import MainWindow

#: What a hint points at may be read in the background first; after so many looks the hint is left out.
LOOK_AGAIN_MS, LOOKS = 40, 100


class Tour(QObject):
    """Shows the hints of ``steps`` over the ``area`` of a window."""

    def __init__(
        self, window: MainWindow, area: QWidget, services: Services, steps: tuple[TourStep, ...] = STEPS
    ) -> None:
        super().__init__(window)
        self._window, self._area, self._services, self._steps = window, area, services, steps
        self.spotlight = Spotlight(services.look, area)
        self.card = HintCard(services.look, services.actions, area)
        self._place = -1
        self._direction = 1
        self._looks = 0
        self._target: QWidget | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look)
        self.card.next_asked.connect(self._on_next)
        self.card.back_asked.connect(self._on_back)
        self.card.skip_asked.connect(self.stop)
        services.look.changed.connect(self._renew)
        area.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def is_on(self) -> bool:
        """True from the first hint to the last."""
        return self._place >= 0

    def offer(self) -> None:
        """Begin when this steward has never seen it."""
        if not self._services.settings.tour_seen:
            self.start()

    def start(self) -> None:
        """Begin with the first hint; from now on it is known."""
        self._services.settings.tour_seen = True
        self._go(0)

    def stop(self) -> None:
        """Leave; the page on screen has the keyboard again."""
        if not self.is_on:
            return
        self._place = -1
        self._again.stop()
        self._target = None
        self.card.hide()
        self.spotlight.hide()
        page = self._window.current_page
        if page is not None:
            page.first_focus().setFocus()

    def page_shown(self, page_id: str) -> None:
        """Another page than the one that a hint is about: the steward went on alone."""
        if self.is_on and page_id != self._steps[self._place].page_id:
            self.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The hint follows the size of the window and the language."""
        if self.is_on and event.type() in (QEvent.Type.Resize, QEvent.Type.LanguageChange):
            QTimer.singleShot(0, self, self._renew)
        return super().eventFilter(watched, event)

    # from hint to hint

    def _on_next(self) -> None:
        self._go(self._place + 1)

    def _on_back(self) -> None:
        self._go(self._place - 1, -1)

    def _go(self, place: int, direction: int = 1) -> None:
        if place < 0:
            return
        if place >= len(self._steps):
            self.stop()
            return
        self._place, self._direction, self._looks = place, direction, 0
        step = self._steps[place]
        page = self._window.current_page
        if page is None or page.page_id != step.page_id:
            self._window.navigate(step.page_id)
        self._look()

    def _look(self) -> None:
        """Show the hint as soon as there is what it points at."""
        step = self._steps[self._place]
        page = self._window.current_page
        if page is None:
            return
        target = step.target(page)
        if target.isVisible():
            self._target = target
            self._show()
        elif self._looks < LOOKS:
            # The hint before is about something else; it must not stand over this page meanwhile.
            self.card.hide()
            self.spotlight.hide()
            self._looks += 1
            self._again.start()
        else:
            self._go(self._place + self._direction, self._direction)

    def _show(self) -> None:
        title, text = self._steps[self._place].words(self._services.actions)
        self.card.tell(title, text, self._place + 1, len(self._steps))
        self.card.show()
        self._put()
        self.card.take_focus()

    def _put(self) -> None:
        target, area = self._target, self._area
        if target is None or not shiboken6.isValid(target):
            return
        found = QRect(target.mapTo(area, QPoint(0, 0)), target.size()).intersected(area.rect())
        self.spotlight.setGeometry(found.adjusted(-INSET, -INSET, INSET, INSET).intersected(area.rect()))
        self.spotlight.show()
        self.spotlight.raise_()
        self.card.place_beside(found, area.rect())

    def _renew(self) -> None:
        if self.is_on and self.card.isVisible():
            self._show()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """A page that was read in the background takes the keyboard; while a hint is on screen that keeps it."""
        is_clicked = QGuiApplication.mouseButtons().value != 0
        if not self.card.isVisible() or now is None or is_clicked or now.window() is not self._window:
            return
        if not self.card.isAncestorOf(now):
            QTimer.singleShot(0, self, self._take_focus)

    def _take_focus(self) -> None:
        if self.card.isVisible():
            self.card.take_focus()
