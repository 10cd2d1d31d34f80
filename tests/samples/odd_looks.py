"""How a list that is unlike the samples looks, and what is right about it once it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.samples.odd_people import OddCustomer

if TYPE_CHECKING:
    from pathlib import Path

    from steward.exchange.damages import Damage

ROWS = 120
Make = Callable[[OddCustomer], str]
#: header, the targets that are right for it ("" = no attribute), and its cells
Column = tuple[str, str, Make]


@dataclass(frozen=True)
class OddList:
    """How one list looks. ``groups``: a header row above the other; ``units``: a row below it."""

    file_name: str
    columns: tuple[Column, ...]
    delimiter: str = ","
    titles: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()


@dataclass(frozen=True)
class Truth:
    """What is right about one written list. ``planted``: (column, row as the spreadsheet numbers it) -> damage."""

    path: Path
    targets: dict[int, frozenset[str]]
    planted: dict[tuple[int, int], Damage] = field(default_factory=dict)


def day(form: str, of: Callable[[OddCustomer], object]) -> Make:
    return lambda customer: of(customer).strftime(form)  # type: ignore[attr-defined]  # a date
