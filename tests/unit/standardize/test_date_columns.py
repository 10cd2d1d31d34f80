"""What a column of dates decides for each of its cells."""

from __future__ import annotations

import pytest

from steward.domain.attributes import attribute_of
from steward.standardize.date_columns import day_order, earliest_year, keeps_1970, years_ahead
from steward.standardize.dates import standardize_date
from steward.standardize.standard_value import ColumnHints, ValueStatus, valid
from steward.standardize.values import standardize_column


def test_the_order_is_proven_by_parts_above_twelve() -> None:
    assert day_order(["03/04/1985", "17/04/1985"]) == (True, False)
    assert day_order(["03/04/1985", "04/17/1985"]) == (False, False)
    assert day_order(["17/04/1985", "04/17/1985"]) == (True, True)
    assert day_order(["Bekasi, 04/17/1985"]) == (False, False)
    assert day_order([]) == (True, False)


def test_one_stray_date_does_not_make_a_column_doubtful() -> None:
    assert day_order([f"04/{day}/1985" for day in range(13, 29)] * 2 + ["17/04/1985"]) == (False, False)


def test_dates_from_long_ago_are_slips_among_customers_and_dates_among_historical_people() -> None:
    customers = ["1985-08-17"] * 100 + ["1085-08-17"]
    historical = ["1748-01-23", "12/11/1809", "1871-05-02"]

    assert standardize_date("1085-08-17", ColumnHints(earliest_year=earliest_year(customers))).value == ""
    hints = ColumnHints(earliest_year=earliest_year(historical))
    assert [standardize_date(raw, hints).value for raw in historical] == ["1748-01-23", "1809-11-12", "1871-05-02"]


@pytest.mark.parametrize(
    ("counts", "is_kept"),
    [
        ({"01/01/1970": 1, "17/08/1969": 1, "03/05/1992": 1}, True),
        ({"1970-01-01": 4, "1968-05-03": 5}, True),
        ({"1 Januari 1970": 1, "1970-01-01": 1, "1968-05-03": 1}, False),
        ({"25569": 3, "24900": 1, "31276": 9}, False),
        ({"01/01/70": 1, "03/05/68": 1}, True),
        ({"01/01/1970 00:00": 1, "12/04/2024 10:15": 9, "13/04/2024 09:00": 9}, False),
        ({"01/01/1970": 1}, False),
        ({"17/08/1969": 1}, False),
    ],
)
def test_the_first_day_of_1970_is_a_day_where_it_is_no_commoner_than_those_around_it(
    counts: dict[str, int], is_kept: bool
) -> None:
    assert keeps_1970(counts) is is_kept


@pytest.mark.parametrize(
    ("raw", "value"), [("29/2/2547", "2004-02-29"), ("2514-07-25", "1971-07-25"), ("25 Jul 2514", "1971-07-25")]
)
def test_years_of_a_calendar_that_is_ahead_are_told_by_the_column(raw: str, value: str) -> None:
    hints = ColumnHints(years_ahead=years_ahead([raw, "3/4/2560", "1/12/2499"]))
    assert standardize_date(raw, hints, is_birth_date=True) == valid(value)
    assert years_ahead([raw, "3/4/1985", "1/12/1999"]) == 0


def test_days_of_the_calendars_of_iran_and_arabia_are_no_days_of_long_ago() -> None:
    born = attribute_of("birth_date")
    told = standardize_column(born, ["1364/05/12", "1445-01-03", "17/05/1985"])
    assert [value.status for value in told] == [ValueStatus.INVALID, ValueStatus.INVALID, ValueStatus.VALID]
    of_history = standardize_column(born, ["1564-04-23", "1616-04-23", "1364-05-12"])
    assert [value.value for value in of_history] == ["1564-04-23", "1616-04-23", "1364-05-12"]
