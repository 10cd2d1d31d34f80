"""What the keys do that work on every page, and the buttons of the status bar that stand for some of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steward.ui.dialogs.keys import KeysDialog
from steward.ui.settings import LANGUAGES
from steward.ui.window.commands import StoreCommands
from steward.ui.window.page_ids import RAIL_PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from steward.ui.services import Services
    from steward.ui.window.main_window import MainWindow
    from steward.ui.window.status_bar import StatusBar

#: What the welcome page can do.
WITHOUT_STORE = frozenset({"app.open", "app.new", "app.keys", "app.quit"})


class WindowKeys(QObject):
    """Nothing happens on a key that needs a store while none is open."""

    def __init__(self, window: MainWindow, services: Services, status: StatusBar) -> None:
        super().__init__(window)
        self._window, self._services, self._status = window, services, status
        status.language_asked.connect(self._next_language)
        status.search_asked.connect(self._search)
        status.keys_asked.connect(self._show_keys)
        self._bind()

    def _bind(self) -> None:
        window, bind = self._window, self._services.actions.bind
        bind(window, "app.search", self._search)
        bind(window, "app.import", lambda: self._with_store(lambda: window.navigate("lists", choose=True)))
        bind(window, "app.match", lambda: self._with_commands(StoreCommands.find_matches))
        bind(window, "app.questions", lambda: self._with_commands(StoreCommands.ask_questions))
        bind(window, "app.sprint", lambda: self._with_store(lambda: window.navigate("sprint")))
        bind(window, "app.export", lambda: self._with_commands(StoreCommands.export))
        bind(window, "app.backup", lambda: self._with_commands(StoreCommands.back_up))
        bind(window, "app.undo", lambda: self._with_commands(StoreCommands.undo_last))
        bind(window, "app.saved", self._show_saved)
        bind(window, "app.keys", self._show_keys)
        bind(window, "app.tour", lambda: self._with_store(window.tour.start))
        bind(window, "app.quit", window.close)
        for page_id in RAIL_PAGES:
            bind(window, f"app.{page_id}", partial(self._show_page, page_id))

    # what keys do

    def _with_store(self, act: Callable[[], object]) -> None:
        if self._window.context is not None:
            act()

    def _show_page(self, page_id: str) -> None:
        self._with_store(lambda: self._window.navigate(page_id))

    def _with_commands(self, command: Callable[[StoreCommands], object]) -> None:
        if self._window.commands is not None:
            command(self._window.commands)

    def export(self, day: str = "", cin: str = "") -> None:
        """Write the unified master, of a day, or of one customer."""
        self._with_commands(lambda commands: commands.export(day, cin))

    def _search(self) -> None:
        self._with_store(lambda: self._window.navigate("customers", search=""))

    def _show_saved(self) -> None:
        sentence = self._status.saved_sentence()
        if sentence:
            self._window.show_toast(sentence)

    def _show_keys(self) -> None:
        page, services = self._window.current_page, self._services
        everywhere = services.actions.working("")
        if page is None:
            everywhere = [spec for spec in everywhere if spec.id in WITHOUT_STORE]
        here = services.actions.working(page.page_id) if page else []
        title = page.title() if page else ""
        KeysDialog(services.look, services.actions, (title, here), everywhere, self._window).open()

    def _next_language(self) -> None:
        code = LANGUAGES[(LANGUAGES.index(self._services.language.code) + 1) % len(LANGUAGES)]
        self._services.settings.language = code
        self._services.language.use(code)
