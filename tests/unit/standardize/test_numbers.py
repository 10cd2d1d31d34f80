"""Numbers: Indonesian and English ways of writing them."""

from __future__ import annotations

import pytest

from steward.standardize.numbers import group_thousands, standardize_number, uses_decimal_comma
from steward.standardize.standard_value import ColumnHints, ValueStatus


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("1250000", "1250000"),
        ("230000.00", "230000"),
        ("Rp 1.250.000,50", "1250000.5"),
        ("Rp. 5.000,-", "5000"),
        ("1,250,000.00", "1250000"),
        ("89.943,50", "89943.5"),
        ("1,5 jt", "1500000"),
        ("250rb", "250000"),
        ("2 M", "2000000000"),
        ("1 triliun", "1000000000000"),
        ("16.15", "16.15"),
        ("0.125", "0.125"),
        ("1.250", "1250"),
        ("(500)", "-500"),
        ("-500", "-500"),
        ("US$ 12", "12"),
        ("R$ 3.085,99", "3085.99"),
        ("RM 1,200.50", "1200.5"),
        ("38193,00 zł", "38193"),
        ("₫ 250.000", "250000"),
        ("0", "0"),
        ("1.5E+3", "1500"),
    ],
)
def test_number(raw: str, expected: str) -> None:
    found = standardize_number(raw)

    assert (found.value, found.status) == (expected, ValueStatus.VALID)


def test_words_and_ranges_are_no_numbers() -> None:
    assert standardize_number("<5jt").status is ValueStatus.INVALID
    assert standardize_number("banyak").status is ValueStatus.INVALID
    assert standardize_number("us$" * 300).status is ValueStatus.INVALID
    assert standardize_number("-").status is ValueStatus.PLACEHOLDER


def test_the_meaning_of_a_lone_mark_follows_the_column() -> None:
    assert standardize_number("1,125", ColumnHints(decimal_comma=True)).value == "1.1250"
    assert standardize_number("1,250", ColumnHints(decimal_comma=False)).value == "1250"
    assert uses_decimal_comma(["1.250", "16.15"]) is False
    assert uses_decimal_comma(["89.943,50", "1.250"]) is True
    assert uses_decimal_comma(["1.250", "7"]) is None


def test_points_of_what_money_is_called_decide_no_decimal_sign() -> None:
    assert uses_decimal_comma(["12,50 руб.", "95,3 ج.م"]) is True
    assert uses_decimal_comma(["Rp.50", "Rp. 500"]) is None


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("200,- Kč", "200"),
        ("31,150/=", "31150"),
        ("2,47,800.50", "247800.5"),
        ("0,00 € (hon.)", "0"),
        ("(1.500)", "-1500"),
        ("12tr5", "12500000"),
        ("850 nghìn", "850000"),
        ("3 lakh", "300000"),
    ],
)
def test_amounts_are_read_as_countries_write_them(raw: str, value: str) -> None:
    assert standardize_number(raw).value == value


def test_fractions_of_millions_tell_nothing_of_the_thousands_of_other_numbers() -> None:
    raws = ["150rb", "1.2jt", "350.000", "2.5 juta"]
    hints = ColumnHints(decimal_comma=uses_decimal_comma(raws))
    assert [standardize_number(raw, hints).value for raw in raws] == ["150000", "1200000", "350000", "2500000"]
    assert group_thousands(raws)


def test_francs_are_short_for_money() -> None:
    assert [standardize_number(raw).value for raw in ("75 000 F", "75 000 FCFA")] == ["75000", "75000"]
