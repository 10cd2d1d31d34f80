"""How work can be done elsewhere meanwhile: in other processes, which nothing here knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Task = TypeVar("Task")
Result = TypeVar("Result")


class Spread(Protocol):
    """Gives the results of some work in the order of its tasks, as ``map`` does; it may be done in other processes."""

    def __call__(self, work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]: ...
