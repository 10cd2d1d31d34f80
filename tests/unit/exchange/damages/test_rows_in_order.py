"""What the order of the rows gives away."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from steward.exchange.damages.rows_in_order import swapped_in_order
from steward.exchange.raw_rows import CellColumn

_DAYS = [date(2026, 1, 5) + timedelta(days=2 * at) for at in range(120)]


def _column(days: list[date], pattern: str, *, swapped: tuple[int, ...] = ()) -> CellColumn:
    turned = pattern.translate(str.maketrans("md", "dm"))
    return CellColumn.of([day.strftime(turned if at in swapped else pattern) for at, day in enumerate(days)])


@pytest.mark.parametrize("pattern", ["%d/%m/%Y", "%m/%d/%Y", "%Y-%m-%d"])
@pytest.mark.parametrize("is_falling", [False, True])
def test_a_swapped_day_is_out_of_its_place_in_a_list_kept_day_by_day(pattern: str, is_falling: bool) -> None:
    days = _DAYS[::-1] if is_falling else _DAYS
    swapped = tuple(at for at, day in enumerate(days) if at > 15 and day.day <= 12 and day.day != day.month)[:5]
    assert swapped_in_order(_column(days, pattern)) == []
    assert swapped_in_order(_column(days, pattern, swapped=swapped)) == list(swapped)


def test_rows_in_no_order_tell_nothing() -> None:
    days = Random(1).sample(_DAYS, len(_DAYS))
    swapped = tuple(at for at, day in enumerate(days) if day.day <= 12 and day.day != day.month)[:5]
    assert swapped_in_order(_column(days, "%d/%m/%Y", swapped=swapped)) == []


def test_a_row_entered_late_is_not_swapped() -> None:
    days = list(_DAYS)
    days[40], days[44] = days[44], days[40]
    assert swapped_in_order(_column(days, "%d/%m/%Y")) == []
