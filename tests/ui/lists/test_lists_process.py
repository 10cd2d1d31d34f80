"""Lists looked at and loaded in processes of their own, as the window does it: a stop answers and leaves no trace."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING, Any

import pytest

from steward.ui.jobs import Jobs
from steward.ui.page import PageContext
from steward.ui.pages.lists.page import ListsPage
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from steward.ui.problems import Problems

_ROWS = 5_000


class HeldAtStoring:
    """The end of a pipe in the working process, which waits there once it has told that it stores."""

    def __init__(self, pipe: Any, go_on: Any) -> None:
        self._pipe, self._go_on = pipe, go_on

    def send(self, message: tuple[object, ...]) -> None:
        """Tell, and wait."""
        self._pipe.send(message)
        if message[:2] == ("progress", "store"):
            self._go_on.wait()

    def close(self) -> None:
        """Nothing more is told."""
        self._pipe.close()


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Until this event is set a load stands still where it begins to store, however slow or quick the window is."""
    event = multiprocessing.get_context("spawn").Event()
    run = Jobs._run_process

    class Context:
        Process = multiprocessing.get_context("spawn").Process

        @staticmethod
        def Pipe(*, duplex: bool) -> tuple[Any, HeldAtStoring]:
            receiver, sender = multiprocessing.Pipe(duplex=duplex)
            return receiver, HeldAtStoring(sender, event)

    monkeypatch.setattr(Jobs, "_run_process", lambda jobs, _, *arguments: run(jobs, Context, *arguments))
    return event


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list that takes seconds to read."""
    path = tmp_path_factory.mktemp("lists") / "long.csv"
    rows = (f"L-{n:06};Siti Rahma {n};0812{n:08};siti{n}@contoh.id;Bandung" for n in range(_ROWS))
    path.write_text("\n".join(["ID_PLG;Nama Pelanggan;No HP;Email;Kota", *rows]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def page(tmp_path: Path, make_context: Callable[[Any], PageContext], problems: Problems, qtbot: Any) -> Iterator[Any]:
    """The page over an empty store, with the real jobs."""
    with Workspace.create(tmp_path / "own.steward", steward="Ratna") as workspace:
        made = make_context(workspace)
        jobs = Jobs(problems)
        jobs.serve(workspace.path, workspace.steward)
        context = PageContext(**{**{name: getattr(made, name) for name in made.__dataclass_fields__}, "jobs": jobs})
        page = ListsPage(context)
        qtbot.addWidget(page)
        page.resize(1294, 690)
        page.show()
        page.activated()
        yield page
        jobs.close()
        jobs.deleteLater()


def test_a_look_that_is_stopped_makes_way_at_once(page: ListsPage, long_list: Path, tmp_path: Path, qtbot: Any) -> None:
    page.load_files([long_list])
    assert page.loader.is_running
    page._strip.stop.click()
    assert not page.loader.is_running
    assert page.overview.isVisible()
    short = tmp_path / "short.csv"
    short.write_text("ID;Nama;No HP\nA-1;Siti Rahma;081234567890\n", encoding="utf-8")
    page.load_files([short])
    qtbot.waitUntil(page.flow.isVisible)
    assert page.flow.plan is not None
    assert page.flow.plan.counts.read == 1


def test_a_load_that_is_stopped_leaves_no_trace(page: ListsPage, long_list: Path, qtbot: Any, go_on: Any) -> None:
    workspace = page.context.workspace
    before = workspace.fingerprint()
    page.load_files([long_list])
    qtbot.waitUntil(page.flow.isVisible)
    seen: list[str] = []
    page.loader.progressed.connect(lambda phase, _done, _total: seen.append(phase))
    page.flow.go_on()
    qtbot.waitUntil(lambda: "store" in seen)
    page._strip.stop.click()
    go_on.set()
    qtbot.waitUntil(lambda: not page.loader.is_running)
    assert page.flow.isVisible()
    assert workspace.fingerprint() == before
    assert workspace.summary().record_count == 0
    assert workspace.verify() == []
    page.flow.go_on()
    qtbot.waitUntil(page.report.isVisible)
    assert workspace.summary().record_count == _ROWS
