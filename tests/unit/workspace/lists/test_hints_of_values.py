"""What a column decides does not depend on who looks at it."""

from __future__ import annotations

from dataclasses import replace

from steward.domain.progress import NoProgress
from steward.workspace.crew import crew
from steward.workspace.lists.hints_of_values import ValuesOfColumn, hints_of

COLUMNS = [
    ValuesOfColumn("birth_date", ["03/14/1990", "12/31/1985", "01/02/1970"], ""),
    ValuesOfColumn("revenue", ["1.234,50", "99,95"], ""),
    ValuesOfColumn("phone", ["(212) 555-0123", "415-555-0199", "\ud83d\ude00"], "US"),
    ValuesOfColumn("gender", ["L", "P", "P"], ""),
    ValuesOfColumn("nik", ["3171234567890000", "3273010101800000"], ""),
    ValuesOfColumn("name", ["Budi"], ""),
]


def test_another_process_finds_the_same_as_this_one() -> None:
    with crew(NoProgress(), 2) as workers:
        found = list(workers.in_order(hints_of, COLUMNS))

    here = list(map(hints_of, COLUMNS))
    # Answers are looked up by their letters, in whatever order they stand.
    assert [dict(hints.answers or ()) for hints in found] == [dict(hints.answers or ()) for hints in here]
    assert [replace(hints, answers=None) for hints in found] == [replace(hints, answers=None) for hints in here]
    assert not found[0].day_first
    assert found[1].decimal_comma
    assert found[2].phone_region == "US"
