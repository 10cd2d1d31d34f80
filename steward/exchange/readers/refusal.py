"""How a list that can't be read is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.errors import ListError

if TYPE_CHECKING:
    from pathlib import Path


def list_error(path: Path, rest: str, code: str) -> ListError:
    """The sentence about a list: its name, what is wrong, what to do."""
    name = path.name or path.absolute().name  # "." has none of its own
    return ListError(f"{name} {rest}.", code=code, file=name)
