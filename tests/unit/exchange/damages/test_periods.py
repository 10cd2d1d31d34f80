"""What another day of the same row gives away."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from steward.domain.errors import Cancelled
from steward.domain.progress import NoProgress
from steward.exchange.damages.periods import swapped_in_periods
from steward.exchange.raw_rows import CellColumn

_STARTS = Random(2).sample([date(2026, 1, 1) + timedelta(days=at) for at in range(360)], 150)
_TURNABLE = [at for at, day in enumerate(_STARTS) if day.day <= 12 and day.day != day.month]


class _Counted(NoProgress):
    """Counts how often it was asked whether to go on, which it is not from some time on."""

    def __init__(self, stops_at: int = 0) -> None:
        self.checks = 0
        self._stops_at = stops_at

    def check(self) -> None:
        self.checks += 1
        if self.checks == self._stops_at:
            raise Cancelled


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


def test_rows_without_days_are_no_witnesses() -> None:
    sure = [date(2026, month, day) for month in range(1, 7) for day in (13, 20, 27)]
    turnable = [date(2026, month, day) for month in range(1, 7) for day in range(7, 12)]
    days = [*sure, *turnable]
    starts = [f"{day:%d/%m/%Y}" for day in sure] + [f"{day:%m/%d/%Y}" for day in turnable]
    ends = [f"{day + timedelta(days=1):%d/%m/%Y}" for day in days]
    for blank in (0, 500):
        columns = {"In": CellColumn.of(starts + [""] * blank), "Out": CellColumn.of(ends + [""] * blank)}
        assert swapped_in_periods(columns) == {}


def test_only_columns_of_days_are_held_against_each_other() -> None:
    columns = {f"Column {number}": CellColumn.of(["Budi", "", "17", "13/04/2026"] * 3) for number in range(60)}
    watched = _Counted()
    assert swapped_in_periods(columns, watched) == {}
    assert watched.checks == len(columns)


def test_the_comparison_of_many_columns_can_be_stopped() -> None:
    read = _columns("%d/%m/%Y", [], [30] * 150)
    columns = {f"{header} {number}": read[header] for header in read for number in range(4)}
    with pytest.raises(Cancelled):
        swapped_in_periods(columns, _Counted(stops_at=len(columns) + 5))
