"""The steward's own settings: one typed object over an INI file, whose path is given."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from steward.ui.theme import Density, ThemeChoice

LANGUAGES = ("en", "id")
RECENT_STORES = 8


class Settings(QObject):
    """Every option with its default. ``changed`` names the option that got another value."""

    changed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """ "en" or "id"; "" means that the steward has not chosen yet."""
        found = self._text("language")
        return found if found in LANGUAGES else ""

    @language.setter
    def language(self, value: str) -> None:
        self._put("language", value)

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or as the desktop has it (default)."""
        found = self._text("theme")
        return ThemeChoice(found) if found in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, value: ThemeChoice) -> None:
        self._put("theme", value.value)

    @property
    def density(self) -> Density:
        """How tall rows are; normal by default."""
        found = self._text("density")
        return Density(found) if found in set(Density) else Density.NORMAL

    @density.setter
    def density(self, value: Density) -> None:
        self._put("density", value.value)

    @property
    def scale(self) -> int:
        """Text size in percent, 90 to 150."""
        found = self._text("scale")
        return max(90, min(150, int(found))) if found.isdecimal() else 100

    @scale.setter
    def scale(self, value: int) -> None:
        self._put("scale", str(value))

    @property
    def steward(self) -> str:
        """The name that decisions carry; "" means the name of the computer's account."""
        return self._text("steward")

    @steward.setter
    def steward(self, value: str) -> None:
        self._put("steward", value.strip())

    @property
    def single_keys(self) -> bool:
        """False switches off shortcuts that are one plain letter or digit."""
        return self._text("single_keys") != "off"

    @single_keys.setter
    def single_keys(self, value: bool) -> None:
        self._put("single_keys", "on" if value else "off")

    @property
    def masks_ids(self) -> bool:
        """True masks identity and account numbers until the steward reveals them; off by default."""
        return self._text("masks_ids") == "on"

    @masks_ids.setter
    def masks_ids(self, value: bool) -> None:
        self._put("masks_ids", "on" if value else "off")

    @property
    def tour_seen(self) -> bool:
        """True once the tour has begun; it never begins by itself again."""
        return self._text("tour") == "seen"

    @tour_seen.setter
    def tour_seen(self, value: bool) -> None:
        self._put("tour", "seen" if value else "")

    @property
    def export_folder(self) -> str:
        """Where the last export went."""
        return self._text("export_folder")

    @export_folder.setter
    def export_folder(self, value: str) -> None:
        self._put("export_folder", value)

    @property
    def recent_stores(self) -> tuple[Path, ...]:
        """Stores opened before, the last one first; some may be gone, which only the disk can tell."""
        return tuple(Path(line) for line in self._text("recent_stores").split("|") if line)

    def remember_store(self, path: Path) -> None:
        """Put a store first among the recent ones."""
        kept = [path, *(other for other in self.recent_stores if other != path)][:RECENT_STORES]
        self._put("recent_stores", "|".join(str(one) for one in kept))

    def shortcut(self, action_id: str) -> str | None:
        """The steward's own keys for an action, None when the built-in ones hold, "" when switched off."""
        key = f"shortcuts/{action_id}"
        return self._text(key) if self._store.contains(key) else None

    def set_shortcut(self, action_id: str, keys: str | None) -> None:
        """Give an action other keys ("A; Ctrl+M"); None goes back to the built-in ones."""
        if keys is None:
            self._store.remove(f"shortcuts/{action_id}")
            self.changed.emit(f"shortcuts/{action_id}")
        else:
            self._put(f"shortcuts/{action_id}", keys)

    def saved_state(self, name: str) -> QByteArray:
        """A window or splitter state kept under a name; empty when none is."""
        found = self._store.value(f"state/{name}", QByteArray())
        return found if isinstance(found, QByteArray) else QByteArray()

    def save_state(self, name: str, state: QByteArray) -> None:
        """Keep a window or splitter state."""
        self._store.setValue(f"state/{name}", state)

    def sync(self) -> None:
        """Write to disk now."""
        self._store.sync()

    def _text(self, key: str) -> str:
        found = self._store.value(key, "")
        return found if isinstance(found, str) else ""

    def _put(self, key: str, value: str) -> None:
        if self._text(key) == value and self._store.contains(key):
            return
        self._store.setValue(key, value)
        self.changed.emit(key)
