"""Every command is found in the module that the program loads for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from steward.cli import main
from steward.cli.program import COMMANDS


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
