"""Every value leads back to its customer, and a store that was changed from outside says what is missing."""

from __future__ import annotations

import csv
import io
import sqlite3
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from steward.workspace import Workspace

    Ids = Callable[..., list[int]]


@pytest.mark.parametrize(
    ("source", "encoding", "delimiter"), [("Sales", "utf-8", ","), ("Service", "cp1252", ";"), ("Social", "utf-8", ",")]
)
def test_every_value_of_every_record_can_be_reached_from_its_customer(
    workspace: Workspace, ids: Ids, lists: Path, source: str, encoding: str, delimiter: str
) -> None:
    workspace.merge(ids("S-001", "V-1", "p1"))
    workspace.merge(ids("S-004", "p2"))
    workspace.split(workspace.cin_of(ids("p1")[0]), [ids("V-1")])
    text = (lists / f"{source.lower()}.csv").read_text(encoding=encoding).removeprefix("\ufeff")
    header, *rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    for row in rows:
        customer = workspace.customer(workspace.cin_of(workspace.record(source, row[0]).id))
        (record,) = (record for record in customer.records if record.source_key == row[0])
        delivered = {name: cell for name, cell in zip(header, row, strict=False) if cell}
        assert {name: cell for name, cell in record.cells if cell} == delivered


def test_a_customer_names_the_numbers_it_took_over(workspace: Workspace, ids: Ids) -> None:
    others = sorted(workspace.cin_of(record_id) for record_id in ids("V-1", "p1"))
    workspace.merge(ids("S-001", "V-1", "p1"))
    assert workspace.customer(workspace.cin_of(ids("S-001")[0])).took_over == tuple(others)


def test_after_each_answer_every_record_is_counted_as_reachable(workspace: Workspace, ids: Ids) -> None:
    a, b, c = ids("S-001", "V-1", "p1")
    answers = (
        lambda: workspace.merge([a, b, c]),
        lambda: workspace.take_out(c),
        lambda: workspace.reverse(next(workspace.decisions()).id),
        lambda: workspace.split(workspace.cin_of(a), [[b]]),
    )
    for answer in answers:
        answer()
        summary = workspace.summary()
        assert (summary.reachable_count, summary.lost_count) == (summary.record_count, 0)


def test_a_record_that_no_customer_leads_to_is_counted_as_lost(workspace: Workspace) -> None:
    with sqlite3.connect(workspace.path) as outside:
        outside.execute("UPDATE golden SET record_count = 0 WHERE cin = (SELECT min(cin) FROM golden)")
    outside.close()
    assert workspace.summary().lost_count == 1


def test_a_newest_entry_that_was_taken_out_of_the_log_is_missed(workspace: Workspace) -> None:
    # No record and no golden value hangs on it, so that nothing but the log itself can tell.
    switched = workspace.set_semi_automatic(is_on=True)
    assert workspace.verify() == []
    with sqlite3.connect(workspace.path) as outside:
        outside.execute("DELETE FROM decision WHERE id = ?", (switched.id,))
    outside.close()
    assert workspace.verify() == [f"Log entry #{switched.id} does not fit the chain; the log was changed from outside."]
