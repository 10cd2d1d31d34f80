"""Everything derived is dropped and made anew from source rows and the log: table by table it is as it was."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: What is computed from source rows and the log alone. What a match run suggests is the run's, and is no part of it.
_DERIVED = (
    "active_record",
    "apart_pair",
    "decision_cluster",
    "decision_record",
    "golden",
    "golden_content",
    "membership",
    "minted_cin",
    "record_search",
    "reversal",
    "value_override",
)


@pytest.fixture
def worked_in(workspace: Workspace, ids: Callable[..., list[int]], lists: Path, tmp_path: Path) -> Path:
    """A store in which something of each kind was done, closed."""
    a, b, c, d, e, f = ids("S-001", "V-1", "p1", "S-004", "p2", "S-002")
    workspace.merge([a, b, c], {"city": "Cimahi"}, reason="one card")
    workspace.take_out(b)
    workspace.reverse(workspace.merge([d, e]).id)
    workspace.merge([d, e])
    workspace.not_same(f, ids("V-2"))
    workspace.unrelated(f, ids("V-3")[0])
    workspace.related(a, d, "household")
    workspace.lock(workspace.cin_of(d), "name")
    workspace.override(workspace.cin_of(f), "name", "Budi S.")
    workspace.defer(workspace.queue()[0])
    workspace.restrict(workspace.cin_of(ids("V-3")[0]))
    workspace.withdraw_consent(workspace.cin_of(a), ["email"])
    workspace.erase(workspace.cin_of(ids("S-003")[0]), "request of 12 May")
    sales = (lists / "sales.csv").read_text(encoding="utf-8").replace("Jl. Melati 3", "Jl. Anggrek 5")
    (tmp_path / "sales.csv").write_text(sales, encoding="utf-8")
    workspace.import_list(tmp_path / "sales.csv")
    workspace.close()
    return workspace.path


def _content(store: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(store) as outside:
        found = {name: outside.execute(f"SELECT rowid, * FROM {name}").fetchall() for name in _DERIVED}
    outside.close()
    # Rows of a table have no order of their own, nor do the numbers that some of them are given on the way.
    return {name: sorted([row[1:] for row in rows], key=repr) for name, rows in found.items()}


def test_what_is_derived_is_the_same_when_it_was_dropped_and_made_anew(worked_in: Path) -> None:
    before = _content(worked_in)
    assert [name for name, rows in before.items() if not rows] == []
    with sqlite3.connect(worked_in) as outside:
        for name in _DERIVED:
            outside.execute(f"DELETE FROM {name}")
    outside.close()
    with Workspace.open(worked_in, steward="Ratna") as workspace:
        workspace.rebuild()
        assert workspace.verify() == []
    assert _content(worked_in) == before


def test_what_a_row_says_several_times_is_golden_as_a_rebuild_makes_it(tmp_path: Path) -> None:
    rows = "1,Sri,0812-1111-2222 / 0813-3333-4444\n2,Budi,0812-5555-6666 / +62 812-5555-6666\n3,Ani,0812-7777-8888\n"
    (tmp_path / "list.csv").write_text(f"ID,Nama,HP\n{rows}", encoding="utf-8")
    with Workspace.create(tmp_path / "s.steward", steward="Ratna") as workspace:
        workspace.import_list(tmp_path / "list.csv")
        phones = [[v for v in workspace.golden(workspace.cin_of(r)) if v.attribute == "phone"] for r in (1, 2, 3)]
        assert [[(v.value, v.rule, v.support) for v in found] for found in phones] == [
            [("+6281211112222", "all_kept", 1), ("+6281333334444", "all_kept", 1)],
            [("+6281255556666", "only_value", 2)],
            [("+6281277778888", "only_value", 1)],
        ]
        assert workspace.verify() == []
