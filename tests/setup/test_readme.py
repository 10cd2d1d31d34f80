"""What the README tells to do works."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from steward.cli.program import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_script_example_runs_as_it_stands(tmp_path: Path) -> None:
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example is not None
    shutil.copytree(ROOT / "resources" / "samples", tmp_path / "resources" / "samples")
    result = subprocess.run(
        [sys.executable, "-c", example[1]],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "master.xlsx").stat().st_size > 10_000


@pytest.mark.parametrize("command", sorted(set(re.findall(r"^    steward ([a-z]+) ", README, re.MULTILINE))))
def test_command_line_has_the_command(command: str) -> None:
    # That each command of the program works and explains itself is shown where its tests are.
    assert command in COMMANDS


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)", README)) - {"alone"}))
def test_makefile_has_the_target(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "folder", sorted(set(re.findall(r"^    ((?:steward/|resources|tests)\S*)  ", README, re.MULTILINE)))
)
def test_folder_is_where_the_readme_says(folder: str) -> None:
    assert (ROOT / folder).is_dir()
