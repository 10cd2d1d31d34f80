"""How two cells compare in the review grid."""

from __future__ import annotations

import pytest

from steward.domain.attributes import AttributeType
from steward.domain.pairs import Level
from steward.matching.comparisons.by_type import compare_values
from steward.matching.differences import differing_spans

_T = AttributeType


@pytest.mark.parametrize(
    ("type_", "left", "right", "level"),
    [
        (_T.NAME, "Budi Santoso", "Budi Santoso", Level.EXACT),
        (_T.NAME, "Budi Santoso", "Santoso Budi", Level.CLOSE),
        (_T.NAME, "Budi Santoso", "Budi Santosa", Level.CLOSE),
        (_T.NAME, "Budi Santoso", "Budi", Level.SIMILAR),
        (_T.NAME, "Budi Santoso", "Siti Aminah", Level.DIFFERENT),
        (_T.PHONE, "+628123456789", "+628123456789", Level.EXACT),
        (_T.PHONE, "+628123456789", "+628123456780", Level.CLOSE),
        (_T.PHONE, "+622155512345", "55512345", Level.CLOSE),
        (_T.PHONE, "+628123456789", "+628571112223", Level.DIFFERENT),
        (_T.PHONE, "+628123456789\x1f+622155512345", "+622155512345", Level.EXACT),
        (_T.EMAIL, "budi@gmail.com", "budi.s@yahoo.com", Level.DIFFERENT),
        (_T.EMAIL, "budi.santoso@gmail.com", "budi.santoso@yahoo.com", Level.CLOSE),
        (_T.NATIONAL_ID, "3171234567890001", "317123456789000?", Level.CLOSE),
        (_T.NATIONAL_ID, "3171234567890001", "3171234567890010", Level.CLOSE),
        (_T.NATIONAL_ID, "3171234567890001", "3273010101800002", Level.DIFFERENT),
        (_T.DATE, "1985-08-07", "1985-07-08", Level.CLOSE),
        (_T.DATE, "1985-08-07", "1985-08-17", Level.CLOSE),
        (_T.DATE, "1985-08-07", "1985-11-29", Level.PARTIAL),
        (_T.DATE, "1985-08-07", "1962-11-29", Level.DIFFERENT),
        (_T.DATE, "1985", "1985-11-29", Level.SIMILAR),
        (_T.ADDRESS, "Jl. Mawar No. 3, RT 001/RW 002", "Jl. Mawar No. 3", Level.EXACT),
        (_T.ADDRESS, "Jl. Mawar No. 3", "Jl. Mawar No. 45", Level.PARTIAL),
        (_T.ADDRESS, "Jl. Mawar No. 3", "Jl. Sudirman No. 45", Level.DIFFERENT),
        (_T.LOCALITY, "Kota Bekasi", "Bekasi", Level.EXACT),
        (_T.POSTCODE, "12345", "12346", Level.CLOSE),
        (_T.CATEGORY, "male", "female", Level.DIFFERENT),
        (_T.NUMBER, "100", "101", Level.CLOSE),
        (_T.CODE, "", "A1", Level.MISSING),
        (_T.TEXT, "Margaret", "Margt", Level.EXACT),
        (_T.TEXT, "Charles, Edward and Thomas", "Chas, Edward and Thomas", Level.CLOSE),
        (_T.CODE, "1899", "1900", Level.CLOSE),
        (_T.CODE, "1899", "1902", Level.SIMILAR),
        (_T.CODE, "1899", "1904", Level.PARTIAL),
        (_T.CODE, "1899", "1849", Level.PARTIAL),
        (_T.CODE, "1879", "1897", Level.PARTIAL),
        (_T.CODE, "1899", "1911", Level.DIFFERENT),
        (_T.CODE, "7899", "7900", Level.DIFFERENT),
        (_T.CODE, "A899", "1899", Level.DIFFERENT),
    ],
)
def test_cells_compare_at_the_expected_level(type_: AttributeType, left: str, right: str, level: Level) -> None:
    assert compare_values(type_, [left], [right]) == [level]
    assert compare_values(type_, [right], [left]) == [level]


def test_differing_letters_of_the_right_value_are_marked() -> None:
    assert differing_spans("Santoso", "Santosa") == ((6, 7),)
    assert differing_spans("Budi", "Budi") == ()
    assert differing_spans("Budi", "Budiman") == ((4, 7),)


def test_a_missing_letter_is_marked_by_a_gap() -> None:
    assert differing_spans("Sri Wahyuni", "Sri Wahuni") == ((7, 7),)
    assert differing_spans("Budi", "Bud") == ((3, 3),)


def test_case_and_punctuation_are_marked_only_where_nothing_else_differs() -> None:
    assert differing_spans("Jl. Ir. H. Juanda No. 117", "JL JUANDA 117") == ((2, 2), (9, 9))
    assert differing_spans("Siti", "SITI") == ((1, 4),)
