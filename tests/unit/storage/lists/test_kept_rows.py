"""A row is what was delivered, though nothing of it is kept twice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from steward.storage.lists.kept_rows import kept_row, kept_rows, unpack_row
from tests.delivered_columns import delivered_columns

if TYPE_CHECKING:
    from steward.domain.delivered_columns import DeliveredColumns
    from steward.domain.records import DeliveredRow

_TEXTS = st.text(st.sampled_from('aé%s"\\\n\x7f\u2028\U0001f600'), max_size=3)


@given(delivered_columns(_TEXTS))
def test_rows_come_back_as_they_were_delivered(held: DeliveredColumns) -> None:
    for row in held.rows():
        columns = tuple(zip(row.raw, row.said_by, strict=True))
        raw, values, standard = unpack_row(columns, *kept_row(row))
        assert list(raw.items()) == list(row.raw.items())
        assert list(values.items()) == list(row.values.items())
        assert list(standard.items()) == list(row.standard.items())


@given(delivered_columns(_TEXTS))
def test_of_rows_held_by_column_the_same_is_kept_as_of_each_by_itself(held: DeliveredColumns) -> None:
    by_column = zip(*kept_rows(held), strict=True)
    assert [list(map(json.loads, kept)) for kept in by_column] == [_kept(row) for row in held.rows()]


@given(delivered_columns(_TEXTS))
def test_nothing_is_kept_that_is_said_already(held: DeliveredColumns) -> None:
    for row in held.rows():
        cells, values, _ = _kept(row)
        said = dict(zip(row.raw, row.said_by, strict=True))
        assert all([cell] != list(row.values.get(said[header], ("",)))[:1] for header, cell in cells.items())
        assert all(tuple(found) != row.standard[name] for name, found in values.items())


def test_all_cells_of_an_earlier_schema_were_kept() -> None:
    raw, _, _ = unpack_row((), '{"Nama":"Sri"}', '{"name":["Siti"]}', '{"name":["Siti"]}')
    assert raw == {"Nama": "Sri"}


def _kept(row: DeliveredRow) -> list[dict[str, object]]:
    return [json.loads(text) for text in kept_row(row)]
