"""Fingerprints of rows."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.exchange.fingerprints import content_hash, content_hashes
from tests.delivered_columns import delivered_columns

if TYPE_CHECKING:
    from steward.domain.delivered_columns import DeliveredColumns


def test_content_hashes_differ_wherever_a_cell_differs() -> None:
    rows = [("a", "b"), ("ab", ""), ("", "ab"), ("a", "b", ""), ('a","b',), ("a ", "b")]
    assert len({content_hash(cells) for cells in rows}) == len(rows)
    assert content_hash(("a", "b")) == content_hash(["a", "b"])


@pytest.mark.parametrize("cells", [(), ("",), ("C1", "Budi"), ('a","b',), ("\\", "é"), ("\x7f", "\n"), ("a", '"')])
def test_a_content_hash_is_that_of_the_cells_as_json(cells: tuple[str, ...]) -> None:
    # Stores hold such hashes: a row is unchanged only while they are made the same way.
    written = json.dumps(cells, separators=(",", ":"))
    assert content_hash(cells) == hashlib.sha256(written.encode()).hexdigest()[:32]


@given(delivered_columns(st.text(st.sampled_from('aé%s"\\\n\x7f'), max_size=4)))
def test_the_hashes_of_rows_held_by_column_are_those_of_each_by_itself(rows: DeliveredColumns) -> None:
    said = [[f"{name}={value}" for name, values in row.values.items() for value in values] for row in rows.rows()]
    cells = zip(*rows.cells, strict=True)
    assert content_hashes(rows) == [content_hash([*row, *own]) for row, own in zip(cells, said, strict=True)]
