"""Standard values do not depend on who works them out."""

from __future__ import annotations

import multiprocessing

import pytest

from steward.domain.attributes import ATTRIBUTES
from steward.domain.errors import Cancelled
from steward.domain.progress import NoProgress
from steward.standardize.values import detect_hints, standardize_cells
from steward.workspace import crew
from steward.workspace.lists import standardizers as module
from steward.workspace.lists.standardizers import standardizers

PHONES = [f"0812-{number:04}-{number * 7 % 10_000:04}" for number in range(60)] + ["-", "021 5551234 / 0812 3450 6789"]


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ENOUGH_CELLS", 10)
    monkeypatch.setattr(module, "_PORTION", 9)


@pytest.mark.parametrize("processes", [1, 2])
def test_one_process_and_two_give_the_same_values_in_the_same_order(processes: int) -> None:
    attribute = ATTRIBUTES["phone"]
    hints = detect_hints(attribute, PHONES)
    with standardizers(NoProgress(), processes) as workers:
        found = workers.standardize(attribute, hints, PHONES, " / ")
        again = workers.standardize(attribute, hints, PHONES[::-1], " / ")

    assert found == list(map(" / ".join, standardize_cells(attribute, PHONES, hints)))
    assert again == found[::-1]


def test_no_process_is_left_when_the_work_is_cancelled() -> None:
    class Stopping(NoProgress):
        def check(self) -> None:
            raise Cancelled

    attribute = ATTRIBUTES["phone"]
    with pytest.raises(Cancelled), standardizers(Stopping(), 2) as workers:
        workers.standardize(attribute, detect_hints(attribute, PHONES), PHONES, " / ")

    assert multiprocessing.active_children() == []


def test_the_work_is_done_here_when_the_processes_die(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "serve", len)  # a child that fails at once
    attribute = ATTRIBUTES["phone"]
    hints = detect_hints(attribute, PHONES)
    with standardizers(NoProgress(), 2) as workers:
        assert workers.standardize(attribute, hints, PHONES, " / ") == list(
            map(" / ".join, standardize_cells(attribute, PHONES, hints))
        )
