"""How a list that can't be read is refused."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from steward.domain.errors import ListError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class BrokenWorkbookError(Exception):
    """Something in a workbook isn't as its format wants it."""


@contextmanager
def broken_by(*kinds: type[Exception]) -> Iterator[None]:
    """Take errors of these kinds for those of a broken workbook: only while it is read, for a mistake of the program
    in what is done with its cells may look just like them."""
    try:
        yield
    except kinds as err:
        raise BrokenWorkbookError from err


def list_error(path: Path, rest: str, code: str) -> ListError:
    """The sentence about a list: its name, what is wrong, what to do."""
    name = path.name or path.absolute().name  # "." has none of its own
    return ListError(f"{name} {rest}.", code=code, file=name)
