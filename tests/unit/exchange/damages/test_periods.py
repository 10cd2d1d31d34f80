"""What another day of the same row gives away."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from steward.exchange.damages.periods import swapped_in_periods
from steward.exchange.raw_rows import CellColumn

_STARTS = Random(2).sample([date(2026, 1, 1) + timedelta(days=at) for at in range(360)], 150)
_TURNABLE = [at for at, day in enumerate(_STARTS) if day.day <= 12 and day.day != day.month]


def _columns(pattern: str, swapped: list[int], lengths: list[int]) -> dict[str, CellColumn]:
    turned = pattern.translate(str.maketrans("md", "dm"))
    starts = [day.strftime(turned if at in swapped else pattern) for at, day in enumerate(_STARTS)]
    ends = [(day + timedelta(days=length)).strftime(pattern) for day, length in zip(_STARTS, lengths, strict=True)]
    return {"Start": CellColumn.of(starts), "End": CellColumn.of(ends), "Name": CellColumn.of(["Budi"] * 150)}


@pytest.mark.parametrize("pattern", ["%d/%m/%Y", "%m/%d/%Y", "%Y-%m-%d", "%Y%m%d"])
@pytest.mark.parametrize("length", [364, 30])
def test_a_swapped_day_is_another_time_away_from_its_end_than_all_others(pattern: str, length: int) -> None:
    found = swapped_in_periods(_columns(pattern, _TURNABLE[:6], [length] * 150))
    # Where the end could be swapped as well, nobody knows which of the two is.
    assert {"Start"} == set(found)
    assert 3 <= len(found["Start"]) <= 6
    assert set(found["Start"]) <= set(_TURNABLE[:6])
    assert swapped_in_periods(_columns(pattern, [], [length] * 150)) == {}


def test_days_that_are_apart_by_chance_tell_nothing() -> None:
    lengths = [Random(at).randint(1, 500) for at in range(150)]
    assert swapped_in_periods(_columns("%d/%m/%Y", _TURNABLE[:6], lengths)) == {}
