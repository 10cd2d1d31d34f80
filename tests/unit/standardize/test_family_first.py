"""Names of bookings, the family before a slash."""

from __future__ import annotations

import pytest

from steward.domain.attributes import ATTRIBUTES
from steward.standardize.values import standardize_column

_OTHERS = ["Anna Berg", "John Smith", "Budi Santoso"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("BERG/ANNA", "Berg, Anna"),
        ("BERG/ANNA MRS", "Berg, Anna"),
        ("BERG/ANNA DR MRS", "Berg, Anna"),
        ("VAN DEN BERG/JAN PIET MR", "Van den Berg, Jan Piet"),
        ("O'BRIEN/J", "O'Brien, J."),
        ("GARCÍA LÓPEZ/MARÍA", "García López, María"),
        ("BERG / ANNA", "Berg"),
        ("Budi/Ani", "Budi"),
    ],
)
def test_in_a_column_of_bookings_both_names_are_of_one_person(raw: str, expected: str) -> None:
    found = standardize_column(ATTRIBUTES["name"], [raw, "SMITH/JOHN MR", *_OTHERS])

    assert found[0].value == expected


def test_a_few_slashes_in_a_column_stand_between_two_people() -> None:
    found = standardize_column(ATTRIBUTES["name"], ["BUDI/SITI", "AGUS/AYU", *(f"{name} A" for name in "BCDEFGHIJ")])

    assert [name.value for name in found[:2]] == ["Budi", "Agus"]
