"""What a column decides does not depend on who looks at it."""

from __future__ import annotations

from dataclasses import replace

from steward.domain.progress import NoProgress
from steward.workspace.crew import crew
from steward.workspace.lists.hints_of_values import ValuesOfColumn, hints_of

COLUMNS = [
    ValuesOfColumn("birth_date", ["03/14/1990", "12/31/1985", "01/02/1970"]),
    ValuesOfColumn("last_activity", ["01/01/1970", "02/01/1970"], counts={"01/01/1970": 1, "02/01/1970": 2}),
    ValuesOfColumn("revenue", columns=[["1.234,50", "99,95"]]),
    ValuesOfColumn("phone", [], "US", columns=[["(212) 555-0123; 415-555-0199", "\ud83d\ude00"]]),
    ValuesOfColumn("gender", ["L"], columns=[["L", "P"], ["P"]]),
    ValuesOfColumn("nik", ["3171234567890000", "3273010101800000"]),
    ValuesOfColumn("name", ["Budi"]),
]


def test_another_process_finds_the_same_as_this_one() -> None:
    with crew(NoProgress(), 2) as workers:
        found = list(workers.in_order(hints_of, COLUMNS))

    here = list(map(hints_of, COLUMNS))
    # Answers are looked up by their letters, in whatever order they stand.
    assert [dict(hints.answers or ()) for hints in found] == [dict(hints.answers or ()) for hints in here]
    assert [replace(hints, answers=None) for hints in found] == [replace(hints, answers=None) for hints in here]
    assert not found[0].day_first
    assert found[1].keeps_1970
    assert found[2].decimal_comma
    assert found[3].phone_region == "US"


def test_values_of_several_columns_are_counted_together() -> None:
    values = ValuesOfColumn("birth_date")
    values.add(("01/01/1970", "02/01/1970"), (2, 1))
    values.add(["01/01/1970"])
    assert values.counts == {"01/01/1970": 3, "02/01/1970": 1}
    assert not hints_of(values).keeps_1970
