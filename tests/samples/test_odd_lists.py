"""Lists as other hands make them: columns are understood without help, planted damage is found, nothing is imagined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from steward.domain.progress import NoProgress
from steward.exchange.damages import find_damage
from steward.exchange.mapping import guess_mapping
from steward.exchange.readers import read_tables
from tests.samples.odd_damage import write_odd_list
from tests.samples.odd_headers import MORE_LISTS
from tests.samples.odd_lists import LISTS
from tests.samples.odd_looks import ROWS

if TYPE_CHECKING:
    from steward.exchange.damages import Damage
    from steward.exchange.tables import RawTable

ALL_LISTS = (*LISTS, *MORE_LISTS)
_SEEDS = (1, 2)


@dataclass(frozen=True)
class Outcome:
    """What came of one list: columns as (header, target, right ones), and damage by (column, row)."""

    table: RawTable
    columns: list[tuple[str, str, frozenset[str]]]
    planted: dict[tuple[int, int], Damage]
    found: dict[tuple[int, int], set[Damage]]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    made = []
    for seed in _SEEDS:
        folder = tmp_path_factory.mktemp(f"odd{seed}")
        for odd in ALL_LISTS:
            truth = write_odd_list(odd, folder, seed)
            (table,) = read_tables(truth.path, progress=NoProgress())
            mapping, guesses = guess_mapping(table)
            columns = [
                (guess.header, "source_key" if guess.header == mapping.key_column else guess.target, truth.targets[at])
                for at, guess in enumerate(guesses)
            ]
            found: dict[tuple[int, int], set[Damage]] = {}
            for damage in find_damage(table, mapping):
                for row in damage.rows:
                    found.setdefault((table.headers.index(damage.header), row), set()).add(damage.damage)
            made.append(Outcome(table, columns, truth.planted, found))
    return made


def test_only_the_rows_of_customers_are_read(outcomes: list[Outcome]) -> None:
    assert {(one.table.file_name, len(one.table.rows)) for one in outcomes} == {(o.file_name, ROWS) for o in ALL_LISTS}


def test_nineteen_of_twenty_columns_are_understood_without_help(outcomes: list[Outcome]) -> None:
    judged = [column for one in outcomes for column in one.columns if column[2] != {""}]
    wrong = [(header, target) for header, target, right in judged if target not in right]
    assert len(judged) > 300
    assert len(wrong) <= 0.05 * len(judged), wrong


def test_columns_that_mean_no_attribute_are_left_alone(outcomes: list[Outcome]) -> None:
    assert [column for one in outcomes for column in one.columns if column[2] == {""} and column[1]] == []


def test_nineteen_of_twenty_planted_damages_are_found(outcomes: list[Outcome]) -> None:
    planted = [(one, place, damage) for one in outcomes for place, damage in one.planted.items()]
    missed = [
        (one.table.file_name, one.table.headers[place[0]], damage)
        for one, place, damage in planted
        if damage not in one.found.get(place, ())
    ]
    assert len({damage for _, _, damage in planted}) == 12
    assert len(missed) <= 0.05 * len(planted), missed


def test_hardly_a_column_is_said_to_be_damaged_that_is_not(outcomes: list[Outcome]) -> None:
    columns = sum(len(one.columns) for one in outcomes)
    false = set()
    for one in outcomes:
        planted = {(at, damage) for (at, _), damage in one.planted.items()}
        told = {(at, damage) for (at, _), damages in one.found.items() for damage in damages}
        false |= {(one.table.file_name, at, damage) for at, damage in told - planted}
    assert len(false) < 0.01 * columns, false
