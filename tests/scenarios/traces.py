"""What a store's files still hold of the customer Sri Wahyuni, whom tests erase."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: What only Sri Wahyuni's rows hold, as delivered and standardized.
HERS = (
    "Sri Wahyuni",
    "0812-3344-5566",
    "81233445566",
    "812 3344 5566",
    "sri.wahyuni@gmail.com",
    "sriwahyuni",
    "15/07/1985",
    "15-07-1985",
    "1985-07-15",
    "3273015507850002",
    "Juanda",
    "S-001",
)


def bytes_of(store: Path) -> bytes:
    """All that the store's files hold, in small letters."""
    return b"".join(path.read_bytes() for path in store.parent.glob(f"{store.name}*")).lower()


def left_in(store: Path, texts: tuple[str, ...] = HERS) -> list[str]:
    """Those of the texts that the files hold."""
    held = bytes_of(store)
    return [text for text in texts if text.lower().encode() in held]
