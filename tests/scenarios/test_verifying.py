"""What ``verify`` says of a store that something else than Steward has changed."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from steward.workspace import Workspace


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("DELETE FROM membership WHERE record_id = 2", "Record 2 belongs to no customer."),
        (
            "INSERT INTO membership (record_id, cin, from_decision) VALUES (2, '000000011', 2)",
            "Record 2 belongs to two customers, CIN 00 000 001-1 and CIN 00 000 002-0.",
        ),
        ("DELETE FROM active_record WHERE record_id = 2", "Record 2 is not active but has a customer."),
        ("UPDATE membership SET cin = '000000011' WHERE record_id = 2", "CIN 00 000 002-0 is in use without a record."),
        ("UPDATE membership SET cin = '000000021' WHERE record_id = 2", "CIN 00 000 002-1 has a wrong check digit."),
        (
            """INSERT INTO golden_content VALUES ('000000020', '[["city","Elsewhere",2]]')""",
            "Golden records differ from what sources and decisions give; run steward rebuild.",
        ),
    ],
)
def test_what_was_changed_from_outside_is_named_and_a_rebuild_mends_it(
    workspace: Workspace, change: str, told: str
) -> None:
    assert workspace.verify() == []
    with sqlite3.connect(workspace.path) as outside:
        outside.execute(change)
    outside.close()
    assert told in workspace.verify()
    assert told in workspace.verify(), "looking changes nothing"
    workspace.rebuild()
    assert workspace.verify() == []
