"""The commands that set up, run and check the project are whole."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = (ROOT / ".ci" / "set-up", ROOT / ".ci" / "run")

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash on this machine")
needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="no make on this machine")


@needs_bash
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_script_is_executable_and_stops_at_the_first_fault(script: Path) -> None:
    assert os.access(script, os.X_OK)
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0


@needs_make
@pytest.mark.parametrize("target", ["run", "test", "bundle", "translations", "samples", "bench", "clean"])
def test_make_knows_and_explains_the_target(target: str) -> None:
    assert subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, check=False).returncode == 0
    assert re.search(rf"^make {target} +\S", listed_targets(), re.MULTILINE)


@needs_bash
def test_set_up_without_rights_prints_the_line_to_run(tmp_path: Path) -> None:
    result = run_set_up_as_guest(tmp_path)
    assert result.returncode == 1
    assert re.search(
        r"sudo apt-get update && sudo apt-get install -y --no-install-recommends python3\.\d+-venv$",
        result.stderr.strip(),
    )
    assert not (tmp_path / "venv").exists()


@needs_bash
def test_set_up_without_a_new_enough_python_says_so(tmp_path: Path) -> None:
    result = run_set_up_as_guest(tmp_path, python="exit 1")
    assert result.returncode == 1
    assert "needs Python 3.11 or newer" in result.stderr


def listed_targets() -> str:
    return subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def run_set_up_as_guest(
    tmp_path: Path, python: str = 'case "$*" in *ensurepip*) exit 1;; *print*) echo 3.11;; esac'
) -> subprocess.CompletedProcess[str]:
    """Run the set-up where Python is as given, apt is there, and neither root nor sudo is."""
    programs = tmp_path / "bin"
    programs.mkdir()
    fakes = {"apt-get": "exit 99", "sudo": "exit 1", "id": "echo 1000"}
    fakes |= dict.fromkeys(("python3", "python3.11", "python3.12", "python3.13", "python3.14"), python)
    for name, body in fakes.items():
        (programs / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    return subprocess.run(
        ["bash", ROOT / ".ci" / "set-up", tmp_path / "venv", "dev"],
        env={"PATH": f"{programs}:{os.environ['PATH']}"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@needs_bash
@pytest.mark.parametrize(
    ("closing_line", "exit_status"),
    [
        ("============= 2 failed, 410 passed, 1 skipped in 75.31s (0:01:15) =============", 2),
        ("412 passed in 59.08s", 0),
    ],
)
def test_continuous_integration_ends_with_the_closing_line_of_pytest(
    tmp_path: Path, closing_line: str, exit_status: int
) -> None:
    make = tmp_path / "make"
    make.write_text(
        f"#!/bin/sh\necho '{closing_line}'\necho 'make: leaving' >&2\nexit {exit_status}\n", encoding="utf-8"
    )
    make.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "CI": "true"}
    result = subprocess.run(
        [ROOT / ".ci" / "run"], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert result.stdout.splitlines()[-1] == closing_line
    assert result.returncode == exit_status
