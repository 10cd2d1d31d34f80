"""Columns profiled over all their rows."""

from __future__ import annotations

from steward.standardize.values import ValueStatus
from steward.workspace.lists.profile_columns import ROWS_NAMED, ColumnProfile, profile_column

VALID, EMPTY = ValueStatus.VALID, ValueStatus.EMPTY


def profile(*cells: str) -> ColumnProfile:
    statuses = [VALID if cell.strip() else EMPTY for cell in cells]
    return profile_column("TELP", "phone", cells, range(2, len(cells) + 2), statuses)


def test_values_are_counted_without_spaces_around_them_and_the_most_frequent_come_first() -> None:
    found = profile("0812", " 0812", "0813", "", "  ")
    assert (found.rows, found.filled, found.distinct) == (5, 3, 2)
    assert found.top == (("0812", 2), ("0813", 1))


def test_the_make_of_a_value_counts_digits_but_not_letters() -> None:
    found = profile("0812-334", "0813-999", "PT. Maju", "CV. Ekonomi")
    assert found.patterns == (("9999-999", 2), ("A. Aa", 2))


def test_letters_of_any_alphabet_have_a_make() -> None:
    assert profile("André", "Ébène").patterns == (("Aa", 2),)


def test_the_shortest_and_the_longest_value_are_named() -> None:
    found = profile("Siti", "Al", "Wirahadikusumah", "")
    assert (found.shortest, found.longest) == ("Al", "Wirahadikusumah")


def test_the_first_rows_of_each_status_are_named() -> None:
    found = profile("a", "", "b")
    assert found.rows_by_status == {VALID: (2, 4), EMPTY: (3,)}
    assert len(profile(*["x"] * (ROWS_NAMED + 5)).rows_by_status[VALID]) == ROWS_NAMED


def test_an_empty_column_has_a_profile_too() -> None:
    found = profile("", " ")
    assert (found.distinct, found.top, found.shortest) == (0, (), "")
