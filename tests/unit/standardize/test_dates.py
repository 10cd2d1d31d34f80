"""Dates: the forms that lists hold."""

from __future__ import annotations

import pytest

from steward.domain.attributes import attribute_of
from steward.standardize.dates import split_place_and_date, standardize_date
from steward.standardize.standard_value import ColumnHints, ValueStatus, doubtful, valid
from steward.standardize.values import detect_hints


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("17/08/1985", "1985-08-17"),
        ("17-8-85", "1985-08-17"),
        ("17.08.1985", "1985-08-17"),
        ("04 Nov 2026, 13.28 WIB", "2026-11-04"),
        ("17 8 1985", "1985-08-17"),
        ("1985-08-17", "1985-08-17"),
        ("1985/8/17", "1985-08-17"),
        ("1985-08-17 00:00:00", "1985-08-17"),
        ("1985-08-17T10:30:00Z", "1985-08-17"),
        ("17/08/1985 10:30", "1985-08-17"),
        ("19850817", "1985-08-17"),
        ("17081985", "1985-08-17"),
        ("31276", "1985-08-17"),
        ("31276.0", "1985-08-17"),
        ("17 Agustus 1985", "1985-08-17"),
        ("17 AGT 85", "1985-08-17"),
        ("17-Aug-85", "1985-08-17"),
        ("17 Agustus '85", "1985-08-17"),
        ("August 17, 1985", "1985-08-17"),
        ("17 Peb. 1985", "1985-02-17"),
        ("17 Nopember 1985", "1985-11-17"),
        ("17 Djuli 1945", "1945-07-17"),
        ("Surabaya, 17 Agustus 1985", "1985-08-17"),
        ("Bekasi, 23-09-1989", "1989-09-23"),
        ("Kubu Raya 13 Oktober 1967", "1967-10-13"),
        ("Senin, 17 Agustus 1985", "1985-08-17"),
        ("6/5/1966", "1966-05-06"),
        ("06/30/1966", "1966-06-30"),
        ("1/2/26", "2026-02-01"),
        ("1/2/27", "1927-02-01"),
        ("1985-Mar-12", "1985-03-12"),
        ("1er février 1985", "1985-02-01"),
        ("3 de mayo de 1985", "1985-05-03"),
        ("Bogotá, 3 de mayo de 1985", "1985-05-03"),
        ("3. März 1985", "1985-03-03"),
        ("12/ene/1985", "1985-01-12"),
        ("15 Şubat 1990", "1990-02-15"),
        ("12. října 1985", "1985-10-12"),
        ("1985. március 12.", "1985-03-12"),
        ("12 января 1985 г.", "1985-01-12"),
        ("12 يناير 1985", "1985-01-12"),
        ("12 मार्च 1985", "1985-03-12"),
        ("12 ม.ค. 1985", "1985-01-12"),
        ("ngày 12 tháng 3 năm 1985", "1985-03-12"),
        ("1985年3月12日", "1985-03-12"),
        ("1985년 3월 12일 10:30", "1985-03-12"),
        ("昭和60年5月3日", "1985-05-03"),
        ("令和元年5月3日", "2019-05-03"),
        ("S60/5/3", "1985-05-03"),
        ("H11.12.31", "1999-12-31"),
        ("民國74年3月2日", "1985-03-02"),
    ],
)
def test_a_birth_date_becomes_iso(raw: str, expected: str) -> None:
    found = standardize_date(raw, is_birth_date=True)

    assert (found.value, found.status) == (expected, ValueStatus.VALID)


@pytest.mark.parametrize(
    "raw",
    [
        "00/00/0000",
        "01/01/1900",
        "1970-01-01",
        "19000101",
        "9999-12-31",
        "-",
        "N/A",
        "Jambi, N/A",
        "Badung, 00/00/0000",
    ],
)
def test_a_default_date_is_a_placeholder(raw: str) -> None:
    found = standardize_date(raw)

    assert (found.value, found.status) == ("", ValueStatus.PLACEHOLDER)


@pytest.mark.parametrize(
    "raw",
    [
        *("31/02/1990", "Surabaya", "17/17/1985", "12345678901", "29 Februari 1985", "12 Foo 1985", "平成31年", "S12"),
        *("34-40", "31 Juni"),
    ],
)
def test_an_impossible_date_is_invalid(raw: str) -> None:
    assert standardize_date(raw).status is ValueStatus.INVALID


@pytest.mark.parametrize("raw", ["1985", "08/1985", "Agustus 1985", "9 Mei", "May 9th", "29 Februari", "16/12"])
def test_a_date_without_its_day_or_its_year_is_doubtful_and_not_completed(raw: str) -> None:
    found = standardize_date(raw)

    assert (found.value, found.status) == ("", ValueStatus.DOUBTFUL)


def test_a_birth_date_in_the_future_is_doubtful_but_an_appointment_is_not() -> None:
    assert standardize_date("2030-01-05", is_birth_date=True).status is ValueStatus.DOUBTFUL
    assert standardize_date("2030-01-05").status is ValueStatus.VALID
    assert standardize_date("5/1/30").value == "2030-01-05"


def test_the_order_of_day_and_month_follows_the_column() -> None:
    month_first = ColumnHints(day_first=False)
    mixed = ColumnHints(day_first=False, is_order_mixed=True)

    assert standardize_date("03/04/1985", month_first).value == "1985-03-04"
    assert standardize_date("17/04/1985", month_first).value == "1985-04-17"
    assert standardize_date("03/04/1985", mixed).status is ValueStatus.DOUBTFUL
    assert standardize_date("04/04/1985", mixed).status is ValueStatus.VALID


@pytest.mark.parametrize(("order", "raw"), [("ymd", "850317"), ("dmy", "170385"), ("mdy", "031785")])
def test_days_of_six_digits_are_read_in_the_order_that_the_column_tells(order: str, raw: str) -> None:
    pairs = {"y": "85", "m": "03", "d": "17"}
    column = ["".join({**pairs, "d": str(day)}[part] for part in order) for day in range(13, 31)]
    hints = detect_hints(attribute_of("birth_date"), column)

    assert hints.six_digits == order
    assert standardize_date(raw, hints) == valid("1985-03-17")
    assert standardize_date(raw).status is ValueStatus.INVALID


def test_numbers_of_days_and_other_numbers_are_no_days_of_six_digits() -> None:
    months = [f"{year}{month:02}" for year in (2024, 2025) for month in range(1, 13)]
    serials = [f"8503{day}" for day in range(13, 31)] + [f"3127{day}" for day in range(6, 10)]
    for column in (months, serials, [f"{number}00000"[:6] for number in range(20, 60)]):
        assert detect_hints(attribute_of("birth_date"), column).six_digits == ""


def test_a_day_of_six_digits_that_lost_its_zero_is_doubtful() -> None:
    assert standardize_date("50317", ColumnHints(six_digits="ymd")) == doubtful("2005-03-17")
    assert standardize_date("991345", ColumnHints(six_digits="ymd")).status is ValueStatus.INVALID


def test_place_and_date_of_birth_are_taken_apart() -> None:
    assert split_place_and_date("Surabaya, 17 Agustus 1985") == ("Surabaya", "17 Agustus 1985")
    assert split_place_and_date("17 Agustus 1985") == ("", "17 Agustus 1985")
    assert split_place_and_date("Surabaya") == ("Surabaya", "")


def test_a_year_is_a_value_where_years_are_kept() -> None:
    hints = ColumnHints(keeps_years=True)
    assert [standardize_date(raw, hints).value for raw in ("1956", "1956.0", "03/1956", "Maret 1956", "9156")] == [
        "1956", "1956", "1956", "1956", "9156",
    ]  # fmt: skip
    assert standardize_date("1956-03-12", hints).value == "1956-03-12"


def test_the_first_day_of_1970_is_a_birthday_where_the_column_says_so_and_that_of_1900_never() -> None:
    hints = ColumnHints(keeps_1970=True)
    for raw in ("01/01/1970", "1970-01-01", "Jambi, 1 Januari 1970", "25569"):
        assert standardize_date(raw, hints, is_birth_date=True).value == "1970-01-01"
    assert standardize_date("01/01/1900", hints).status is ValueStatus.PLACEHOLDER


@pytest.mark.parametrize("raw", ["hiver 13-14", "Été 2019", "Season 2019/2020", "winter '08"])
def test_a_season_is_a_date_without_its_day(raw: str) -> None:
    assert standardize_date(raw) == doubtful("")


def test_seconds_since_1970_are_days_and_other_long_numbers_are_none() -> None:
    assert [standardize_date(raw).value for raw in ("1736906400", "1736906400123")] == ["2025-01-15"] * 2
    assert standardize_date("9136906400").value == ""
    assert [standardize_date(raw).value for raw in ("1985041700", "2024011512")] == ["", ""]


@pytest.mark.parametrize(
    ("raw", "value"),
    [("15122005", "2005-12-15"), ("20062010", "2010-06-20"), ("19122001", "2001-12-19"), ("19850417", "1985-04-17")],
)
def test_eight_digits_are_read_from_the_day_on_before_they_are_a_year_with_its_day_in_front(
    raw: str, value: str
) -> None:
    assert (standardize_date(raw).value, standardize_date(raw).status) == (value, ValueStatus.VALID)


def test_eight_digits_that_are_nothing_else_are_a_year_its_day_and_its_month() -> None:
    assert (standardize_date("19851704").value, standardize_date("19851704").status) == (
        "1985-04-17",
        ValueStatus.DOUBTFUL,
    )
