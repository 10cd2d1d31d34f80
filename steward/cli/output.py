"""What commands print: text, one JSON object, and how far the work is."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict, is_dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from steward.domain.errors import StewardError

if TYPE_CHECKING:
    from collections.abc import Collection

_CONTACTS = {
    "consent_email": "e-mail",
    "consent_sms": "SMS",
    "consent_whatsapp": "WhatsApp",
    "consent_phone": "phone",
}


class PartlyDoneError(StewardError):
    """A failure after something was done that stays; ``done`` is what ``--json`` tells of that."""

    def __init__(self, sentence: str, *, code: str, **done: object) -> None:
        super().__init__(sentence, code=code)
        self.done = done


def print_json(**content: Any) -> None:
    """One JSON object on stdout, with the seconds it took and the most memory held."""
    # Commands without phases of their own tell how long this process took.
    seconds = content.get("seconds") or {"total": round(time.process_time(), 3)}
    print(
        json.dumps(
            {**content, "seconds": seconds, "peak_memory_mib": _peak_memory()}, default=_plain, ensure_ascii=False
        )
    )


def read_text(name: str) -> str:
    """The text of a file. Raises StewardError when it can't be read."""
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except OSError as err:
        raise StewardError(f"{name} can't be read ({err.strerror}); check the name.", code="unreadable") from err
    except UnicodeDecodeError as err:
        raise StewardError(f"{name} is not a text file; save it as UTF-8 text.", code="unreadable") from err


def counted(count: int, one: str, many: str = "") -> str:
    """A number and what it counts: "1 record", "2 records"; ``many`` where the plural is no "s" behind."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def contacts_told(consents: Collection[str]) -> str:
    """What a customer who refuses these consents does not want: "contact by e-mail, SMS"."""
    if _CONTACTS.keys() <= set(consents):
        return "any contact"
    return f"contact by {', '.join(told for consent, told in _CONTACTS.items() if consent in consents)}"


def new_progress() -> _ConsoleProgress | _Silent:
    """Shows how far the work is where somebody looks."""
    return _ConsoleProgress() if sys.stderr.isatty() else _Silent()


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, Enum):
        return value.value
    return str(value)


def _peak_memory() -> float | None:
    """The most memory this process held, in MiB; None where the system does not tell."""
    if sys.platform == "win32":
        return None
    import resource

    unit = 2**20 if sys.platform == "darwin" else 2**10
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit, 1)


class _ConsoleProgress:
    """One line on the terminal that says how far the work is; nothing where nobody looks."""

    _INTERVAL = 0.2

    def __init__(self) -> None:
        self._last = 0.0

    def report(self, phase: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._last < self._INTERVAL and done != total:
            return
        self._last = now
        share = f"{100 * done // total:3} %" if total else f"{done}"
        end = "\r\x1b[K" if done == total else "\r"
        print(f"{phase} {share}".ljust(60), end=end, file=sys.stderr, flush=True)

    def check(self) -> None:
        """Ctrl+C raises by itself."""


class _Silent:
    def report(self, phase: str, done: int, total: int) -> None:
        """Nobody looks."""

    def check(self) -> None:
        """Ctrl+C raises by itself."""
