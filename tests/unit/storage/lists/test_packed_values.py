"""Rows are packed as the JSON that any reader of it understands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from steward.storage.lists.packed_values import pack_cells, pack_standard, pack_values
from tests.delivered_columns import delivered_columns

if TYPE_CHECKING:
    from steward.domain.delivered_columns import DeliveredColumns

_TEXTS = st.text(st.sampled_from('aé%s"\\\n\x7f\u2028\U0001f600'), max_size=5)


@given(st.dictionaries(_TEXTS, _TEXTS, max_size=4))
def test_cells_come_back_as_they_were(cells: dict[str, str]) -> None:
    assert pack_cells(cells) == json.dumps(cells, ensure_ascii=False, separators=(",", ":"))


@given(st.dictionaries(_TEXTS, st.lists(_TEXTS, max_size=3).map(tuple), max_size=4))
def test_values_come_back_as_they_were(values: dict[str, tuple[str, ...]]) -> None:
    assert pack_values(values) == json.dumps(values, ensure_ascii=False, separators=(",", ":"))


@given(delivered_columns(_TEXTS))
def test_rows_held_by_column_are_packed_as_each_by_itself(held: DeliveredColumns) -> None:
    assert pack_standard(held) == [pack_values(row.standard) for row in held.rows()]
