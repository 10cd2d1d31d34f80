"""Work that processes of their own do is the same as work that is done here, in the same order."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from steward.domain.errors import Cancelled
from steward.domain.progress import NoProgress
from steward.workspace import crew as module
from steward.workspace.crew import crew
from steward.workspace.shared_slots import shared_slots


@pytest.mark.parametrize("processes", [0, 1, 2])
def test_results_come_in_the_order_of_their_tasks(processes: int) -> None:
    tasks = [list(range(number % 7)) for number in range(40)]
    with crew(NoProgress(), processes) as workers:
        assert list(workers.in_order(len, tasks)) == [len(task) for task in tasks]
        assert list(workers.in_order(sum, iter(tasks))) == [sum(task) for task in tasks]
        assert list(workers.in_order(len, [])) == []


def test_processes_that_were_made_ready_for_other_work_do_what_comes() -> None:
    with crew(NoProgress(), 2) as workers:
        workers.get_ready(len)
        assert workers.has_started
        assert list(workers.in_order(sum, [[1, 2], [3], []])) == [3, 3, 0]


def test_work_begins_before_a_result_is_asked_for() -> None:
    tasks = iter(["a", "bc", "", "def"] * 5)
    with crew(NoProgress(), 2) as workers:
        results = workers.in_order(len, tasks)
        assert len(list(tasks)) < 20
        assert list(results)[:4] == [1, 2, 0, 3]


def test_work_that_was_given_up_leaves_no_answers_to_other_work() -> None:
    with crew(NoProgress(), 2) as workers:
        for result in workers.in_order(len, ["a", "bc"] * 20):
            assert result == 1
            break
        assert list(workers.in_order(sum, [[1, 2], [3], []])) == [3, 3, 0]


def test_a_little_work_is_done_here_unless_processes_were_made_ready() -> None:
    with crew(NoProgress(), 1) as workers:
        assert list(workers.if_started(len, ["a", "bc"])) == [1, 2]
        assert not workers.has_started
        workers.get_ready(len)
        assert list(workers.if_started(_process_of, [1])) != [_process_of(1)]


def _process_of(_: object) -> int:
    return os.getpid()


def test_large_tasks_with_large_results_do_not_wait_for_each_other() -> None:
    # Some have no place in the memory that is shared with a process, and one fills all of it.
    tasks = [[number] * count for count in (300_000, 4_000_000) for number in range(6)]
    with crew(NoProgress(), 1) as workers:
        assert list(workers.in_order(sorted, tasks)) == tasks


def test_what_a_process_can_not_do_fails_here() -> None:
    with crew(NoProgress(), 1) as workers, pytest.raises(ValueError, match="invalid literal"):
        list(workers.in_order(int, ["1", "two", "3"]))


def test_work_is_done_here_when_the_processes_die(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "serve", len)  # a child that fails at once
    with crew(NoProgress(), 2) as workers:
        assert list(workers.in_order(len, ["a", "bc", "", "def"] * 5)) == [1, 2, 0, 3] * 5


def test_work_is_done_here_when_there_is_no_memory_to_share(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(module, "shared_slots", refused)
    with crew(NoProgress(), 2) as workers:
        workers.get_ready(len)
        assert not workers.has_started
        assert list(workers.in_order(len, ["a", "bc"] * 5)) == [1, 2] * 5


class _Unreadable:
    """A task that no other process can read."""

    def __reduce__(self) -> tuple[type[int], tuple[str]]:
        return int, ("no number",)

    def __str__(self) -> str:
        return "done here"


def test_a_task_that_a_process_can_not_read_is_done_here() -> None:
    with crew(NoProgress(), 1) as workers:
        assert list(workers.in_order(str, [1, _Unreadable(), 2])) == ["1", "done here", "2"]


def test_a_process_that_nobody_gives_work_any_more_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.gc, "disable", lambda: None)  # it is run in a process that goes on
    ours, theirs = multiprocessing.Pipe()
    ours.close()
    child = threading.Thread(target=module.serve, args=(theirs, *shared_slots(1, 1)), daemon=True)
    child.start()
    child.join(timeout=600)
    assert not child.is_alive()


def test_a_cancel_leaves_no_process() -> None:
    class Stopping(NoProgress):
        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled), crew(Stopping(), 2) as workers:
        list(workers.in_order(len, ["a", "b"]))
    assert multiprocessing.active_children() == []


def test_a_script_without_a_main_guard_is_not_run_again(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from steward.domain.progress import NoProgress\n"
        "from steward.workspace.crew import crew\n"
        "print('begun')\n"
        "with crew(NoProgress(), 1) as workers:\n"
        "    print(list(workers.in_order(len, ['a', 'bc'])))\n"
    )
    root = Path(__file__).parents[3]
    run = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, cwd=root)
    assert run.stdout.split("\n") == ["begun", "[1, 2]", ""]
