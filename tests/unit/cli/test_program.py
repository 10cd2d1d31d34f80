"""Every command is found in the module that the program loads for it."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from steward.cli import main
from steward.cli.program import COMMANDS
from steward.demo import make_store
from steward.domain.errors import Cancelled, StewardError
from steward.domain.progress import NoProgress
from steward.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_tells_how_it_is_used(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    assert f"steward {command}" in capsys.readouterr().out


def test_the_overview_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert [command for command in COMMANDS if f" {command} " not in told and f"{command} lifts" not in told] == []


def test_a_one_shot_dedupe_loads_neither_the_store_nor_the_window() -> None:
    script = (
        "import sys; from steward.cli import main; main(['dedupe', 'no such file.csv', '--out', 'x.csv']); "
        "sys.exit(bool({'sqlalchemy', 'PySide6'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


def test_a_bug_is_told_in_one_line_without_its_trace() -> None:
    script = (
        "import sys; from steward.cli import main, program; program.COMMANDS['status'] = 'gone'; "
        "sys.exit(main(['status', 'x.steward']))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("steward: Something went wrong inside Steward (ModuleNotFoundError")
    assert len(done.stderr.splitlines()) == 1


def test_a_bug_is_logged_with_its_trace_where_a_log_keeps_warnings_only(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(COMMANDS, "status", "gone")
    with caplog.at_level(logging.WARNING):
        assert main(["status", "x.steward"]) == 1
    (logged,) = caplog.records
    assert logged.exc_info is not None
    assert logged.exc_info[0] is ModuleNotFoundError


def test_a_failure_is_an_object_for_who_asked_for_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", str(tmp_path / "gone.steward"), "--json"]) == 1
    told = capsys.readouterr()
    error = json.loads(told.out)["error"]
    assert error["code"] == "no_store"
    assert told.err == f"steward: {error['sentence']}\n"


@pytest.mark.parametrize(("content", "sentence"), [(b"", "holds no decision"), (b"PK\x03\x04\xff\xfe", "is no text")])
def test_a_file_without_decisions_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, sentence: str
) -> None:
    Workspace.create(tmp_path / "c.steward", steward="Ratna").close()
    (tmp_path / "decisions.jsonl").write_bytes(content)
    assert main(["import-decisions", str(tmp_path / "c.steward"), str(tmp_path / "decisions.jsonl")]) == 1
    assert sentence in capsys.readouterr().err


def test_reversing_an_entry_that_is_not_there_names_a_command_that_helps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Workspace.create(tmp_path / "c.steward", steward="Ratna").close()
    assert main(["reverse", str(tmp_path / "c.steward"), "7"]) == 1
    told = capsys.readouterr().err
    assert "no entry #7" in told
    assert "steward log" in told
    assert "History" not in told


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("reverse", "c.steward", "abc"), "abc"),
        (("report-card", "c.steward", "one", "card.xlsx"), "one"),
        (("log", "c.steward", "--limit", "-1"), "-1"),
        (("reverse", "c.steward", "²"), "²"),
    ],
)
def test_a_word_in_place_of_a_number_is_wrong_usage_in_plain_words(
    arguments: tuple[str, ...], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert f"'{word}' is no number; give it in digits" in capsys.readouterr().err


def test_a_demo_in_a_place_that_takes_no_files_says_so_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StewardError, match="choose another one with --dir"):
        make_store(tmp_path / "gone" / "sample.steward", NoProgress())


def test_a_demo_that_was_stopped_leaves_no_half_filled_store(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        make_store(tmp_path / "sample.steward", _StoppedAt("candidates"))
    assert list(tmp_path.iterdir()) == []


def test_stopping_between_two_lists_names_those_that_were_loaded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("ID,Nama\n1,Sri Wahyuni\n2,Budi Santoso\n", encoding="utf-8")
    begun: list[NoProgress] = []

    def begin() -> NoProgress:
        if begun:
            raise KeyboardInterrupt
        begun.append(NoProgress())
        return begun[0]

    monkeypatch.setattr("steward.cli.lists.new_progress", begin)
    store = tmp_path / "s.steward"
    assert main(["import", str(store), str(tmp_path / "a.csv"), str(tmp_path / "b.csv")]) == 1
    assert capsys.readouterr().err == "steward: Stopped. Loaded before that and kept: a.csv.\n"
    with Workspace.open(store) as workspace:
        assert workspace.summary().record_count == 2


class _StoppedAt:
    """Somebody presses stop in this phase."""

    def __init__(self, phase: str) -> None:
        self._phase = phase
        self._is_there = False

    def report(self, phase: str, done: int, total: int) -> None:
        self._is_there = self._is_there or phase == self._phase

    def check(self) -> None:
        if self._is_there:
            raise Cancelled
