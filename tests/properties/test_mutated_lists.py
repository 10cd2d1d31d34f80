"""A list that is broken at random is read or refused in a sentence; nothing else ever happens.

STEWARD_FUZZ says how many files are tried (``make fuzz``: many). A file that breaks the reading is kept in
tests/data/bad, where it is read for ever after.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import StewardError
from steward.domain.progress import NoProgress
from steward.workspace.lists.read_list import PreparedTable, read_list
from tests.properties.mutated_lists import BAD, mutated_list

if TYPE_CHECKING:
    from pathlib import Path

CASES = int(os.environ.get("STEWARD_FUZZ", "60"))
#: Cases that one test tries, so that a long run tells how far it is.
STEP = 20


def read_or_refuse(path: Path) -> None:
    """Read a file as an import does; where it is refused, in a sentence."""
    try:
        tables = read_list(path, NoProgress())
    except StewardError as err:
        refusal = str(err)
    else:
        assert all(is_whole(table) for table in tables)
        return
    assert refusal.startswith(path.name)
    assert refusal.endswith(".")


def is_whole(table: PreparedTable) -> bool:
    """Every row of the table is there, under a key of its own."""
    return len(table.rows) == len(table.table.rows) == len({row.source_key for row in table.rows})


@pytest.mark.parametrize("start", range(0, CASES, STEP))
def test_a_broken_list_is_read_or_refused(start: int, tmp_path: Path) -> None:
    for number in range(start, min(start + STEP, CASES)):
        broken = mutated_list(number)
        path = tmp_path / broken.name
        path.write_bytes(broken.content)
        try:
            read_or_refuse(path)
        except Exception:
            (BAD / f"fuzz_{number}{path.suffix}").write_bytes(broken.content)
            raise


@pytest.mark.parametrize("path", sorted(BAD.iterdir()), ids=lambda path: path.name)
def test_a_list_that_broke_the_reading_once_does_so_no_more(path: Path) -> None:
    read_or_refuse(path)


def test_the_same_number_gives_the_same_file() -> None:
    assert [mutated_list(number) for number in range(12)] == [mutated_list(number) for number in range(12)]
