"""What makes records findable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.storage.customers.search_texts import text_of, texts_of
from tests.delivered_columns import delivered_columns

if TYPE_CHECKING:
    from steward.domain.delivered_columns import DeliveredColumns


def test_every_value_has_a_line_and_a_standard_value_that_is_another_one() -> None:
    values = {"name": ("Budi",), "products": ("TV", "ac"), "city": ("solo",)}
    standard = {"name": ("Budi",), "products": ("TV", "AC"), "city": ("",)}
    assert text_of("K1", values, standard) == "\nK1\nBudi\nTV\nac\nsolo\nAC\n"


@pytest.mark.parametrize(
    ("said", "digits"),
    [("0812-3344", "08123344"), ("+62 812 3344", "628123344"), ("A1-2", ""), ("+628123344", ""), ("x1234", "")],
)
def test_digits_that_stand_apart_have_a_line_of_their_own(said: str, digits: str) -> None:
    expected = f"\nK1\n{said}\n{digits}\n" if digits else f"\nK1\n{said}\n"
    assert text_of("K1", {"phone": (said,)}, {"phone": (said,)}) == expected


@given(delivered_columns(st.text(st.sampled_from("01a- é\u0663\n\x1f"), max_size=5)))
def test_rows_held_by_column_are_found_by_what_each_is_by_itself(rows: DeliveredColumns) -> None:
    assert texts_of(rows) == [text_of(row.source_key, row.values, row.standard) for row in rows.rows()]
