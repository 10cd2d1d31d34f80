"""What makes records findable."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from steward.storage.customers.search_texts import text_of, texts_of
from tests.delivered_columns import delivered_columns

if TYPE_CHECKING:
    from steward.domain.delivered_columns import DeliveredColumns


def test_every_value_has_a_line_and_nothing_has_two() -> None:
    assert text_of(("K1", "Budi", "", "Solo", "Budi")) == "\nK1\nBudi\nSolo\n"


def test_digits_that_stand_apart_have_a_line_of_their_own_unless_another_one_holds_them() -> None:
    assert text_of(("0812-3344", "+62812 3344")) == "\n0812-3344\n+62812 3344\n08123344\n628123344\n"
    assert text_of(("0812-3344", "+628123344", "A1-2")) == "\n0812-3344\n+628123344\nA1-2\n08123344\n"
    assert text_of(("12-34", "x1234")) == "\n12-34\nx1234\n"


@given(delivered_columns(st.text(st.sampled_from("01a- é\u0663\n\x1f"), max_size=5)))
def test_rows_held_by_column_are_found_by_what_each_is_by_itself(rows: DeliveredColumns) -> None:
    said = [(row.source_key, row.values.values(), row.standard.values()) for row in rows.rows()]
    assert texts_of(rows) == [text_of(chain((key,), *values, *standard)) for key, values, standard in said]
