"""The registry of actions. Tool tips, key caps, menus and the cheat sheet all read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from steward.ui.action_specs import ACTIONS, ActionSpec

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from steward.ui.look import Look
    from steward.ui.settings import Settings


class ActionRegistry(QObject):
    """Makes the QActions of the specs; knows which of them really work."""

    changed = Signal()

    def __init__(self, settings: Settings, look: Look | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._look = look
        self._specs = {spec.id: spec for spec in ACTIONS}
        self._bound: dict[str, list[tuple[QAction, int | None]]] = {}
        settings.changed.connect(self._on_setting)
        if look is not None:
            look.changed.connect(self._renew_icons)

    # what is declared

    def spec(self, action_id: str) -> ActionSpec:
        """The declaration of an action."""
        return self._specs[action_id]

    def text(self, action_id: str) -> str:
        """Its name in the language in force."""
        return QCoreApplication.translate("Actions", self._specs[action_id].text)

    def keys(self, action_id: str) -> tuple[str, ...]:
        """The keys in force, the steward's own before the built-in ones."""
        keys = self.chosen_keys(action_id)
        return keys if self._settings.single_keys else tuple(key for key in keys if not _is_single(key))

    def chosen_keys(self, action_id: str) -> tuple[str, ...]:
        """The same with the single keys, even while those are switched off."""
        own = self._settings.shortcut(action_id)
        keys = self._specs[action_id].shortcuts if own is None else tuple(key.strip() for key in own.split(";"))
        return tuple(key for key in keys if key)

    def key_text(self, action_id: str) -> str:
        """The first key as the desktop writes it, for key caps; "" when there is none."""
        keys = self.keys(action_id)
        return _native(keys[0]) if keys else ""

    def keys_text(self, action_id: str) -> str:
        """All keys, for the cheat sheet."""
        spec = self._specs[action_id]
        keys = self.keys(action_id)
        if spec.keys_shown and keys == spec.shortcuts:
            return spec.keys_shown
        return "  ".join(_native(key) for key in keys)

    def tool_tip(self, action_id: str) -> str:
        """The name with its key: "Load a list (Ctrl+I)"."""
        key = self.key_text(action_id)
        return f"{self.text(action_id)} ({key})" if key else self.text(action_id)

    def working(self, page: str) -> list[ActionSpec]:
        """The actions of a page, or those that work everywhere, that something answers."""
        return [spec for spec in ACTIONS if spec.page == page and self._alive(spec.id)]

    def bind(self, widget: QWidget, action_id: str, slot: Callable[[], object]) -> QAction:
        """A QAction of the widget that calls ``slot`` while the widget or a child has the focus."""
        action = self._make(widget, action_id, None)
        action.triggered.connect(lambda _checked=False: slot())
        return action

    def bind_numbers(self, widget: QWidget, action_id: str, slot: Callable[[int], object]) -> list[QAction]:
        """One QAction per key of a row of keys; ``slot`` gets the place in the row from 1."""
        actions = []
        for place in range(1, len(self._specs[action_id].shortcuts) + 1):
            action = self._make(widget, action_id, place)
            action.triggered.connect(lambda _checked=False, number=place: slot(number))
            actions.append(action)
        return actions

    def trigger(self, action_id: str) -> None:
        """Do what the key would do; nothing where nobody answers."""
        for action, _ in self._alive(action_id)[:1]:
            action.trigger()

    def retranslate(self) -> None:
        """Take all names anew after a change of language."""
        for action_id in self._bound:
            for action, _ in self._alive(action_id):
                self._dress(action, action_id)
        self.changed.emit()

    def _make(self, widget: QWidget, action_id: str, place: int | None) -> QAction:
        action = QAction(widget)
        action.setObjectName(action_id)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._bound.setdefault(action_id, []).append((action, place))
        self._dress(action, action_id)
        self._give_keys(action, action_id, place)
        widget.addAction(action)
        return action

    def _dress(self, action: QAction, action_id: str) -> None:
        action.setText(self.text(action_id))
        action.setToolTip(self.tool_tip(action_id))
        icon = self._specs[action_id].icon
        if icon and self._look is not None:
            action.setIcon(self._look.icon(icon))

    def _give_keys(self, action: QAction, action_id: str, place: int | None) -> None:
        keys = self.keys(action_id)
        if place is not None:
            keys = keys[place - 1 : place]
        action.setShortcuts([QKeySequence(key) for key in keys])

    def _alive(self, action_id: str) -> list[tuple[QAction, int | None]]:
        alive = [pair for pair in self._bound.get(action_id, []) if shiboken6.isValid(pair[0])]
        self._bound[action_id] = alive
        return alive

    def _on_setting(self, name: str) -> None:
        if name != "single_keys" and not name.startswith("shortcuts/"):
            return
        for action_id in self._bound:
            for action, place in self._alive(action_id):
                self._give_keys(action, action_id, place)
                self._dress(action, action_id)
        self.changed.emit()

    def _renew_icons(self) -> None:
        for action_id in self._bound:
            for action, _ in self._alive(action_id):
                self._dress(action, action_id)


def _is_single(key: str) -> bool:
    return len(key) == 1 or key in {"Space", "Backspace"}


def _native(key: str) -> str:
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return {"Return": "↵", "Ctrl+Return": "Ctrl ↵", "PgDown": "PgDn"}.get(text, text)
