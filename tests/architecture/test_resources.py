"""The resources the program needs are there, and none that it does not need."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tests.architecture.source_tree import PACKAGE, RESOURCES, ROOT, modules

ICONS = RESOURCES / "icons"
FONTS = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")
IS_CLONE = shutil.which("git") is not None and (ROOT / ".git").exists()
#: The program's own picture, in colours; all others take the colour of the text beside them.
OWN_PICTURES = {"steward"}
#: An icon's name is a text of small letters and hyphens; in a style sheet it stands in icons:NAME.svg.
WORD = re.compile(r"[\"':]([a-z]+(?:-[a-z0-9]+)*)(?:\.svg)?[\"')]")


def icon_names() -> set[str]:
    return {path.stem for path in ICONS.glob("*.svg")}


def words_of_the_window() -> set[str]:
    files = [*modules(PACKAGE / "ui"), *PACKAGE.glob("*.py"), *RESOURCES.glob("qss/*.qss")]
    return {word for path in files for word in WORD.findall(path.read_text("utf-8"))}


def test_every_icon_that_a_style_sheet_or_module_names_is_there() -> None:
    text = "".join(path.read_text("utf-8") for path in [*modules(PACKAGE / "ui"), *RESOURCES.glob("qss/*.qss")])
    in_sheets = re.findall(r"icons:([a-z0-9-]+)\.svg", text)
    in_calls = re.findall(r"\bicon(?:_name)?=\"([a-z0-9-]+)\"", text)
    assert {*in_sheets, *in_calls} - icon_names() == set()


def test_no_icon_is_shipped_unused() -> None:
    assert icon_names() - words_of_the_window() - OWN_PICTURES == set()


@pytest.mark.parametrize("name", sorted(icon_names() - OWN_PICTURES))
def test_icons_can_be_tinted(name: str) -> None:
    text = (ICONS / f"{name}.svg").read_text("utf-8")
    assert 'stroke="currentColor"' in text
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(", text)


@pytest.mark.parametrize("name", FONTS)
def test_fonts_of_the_look_are_there(name: str) -> None:
    assert (RESOURCES / "fonts" / name).read_bytes()[:4] == b"OTTO"


def test_foreign_work_is_shipped_with_its_licence() -> None:
    assert "ISC License" in (ICONS / "LICENSE").read_text("utf-8")
    for fonts in ("fonts", "fonts/print"):
        assert "SIL OPEN FONT LICENSE" in (RESOURCES / fonts / "OFL.txt").read_text("utf-8")
    assert "Apache License" in (RESOURCES / "fonts" / "print" / "LICENSE-wqy-microhei.txt").read_text("utf-8")


@pytest.mark.skipif(not IS_CLONE, reason="only a clone knows what is committed")
def test_nothing_that_is_built_is_committed() -> None:
    committed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    built = re.compile(r"(\.qm|\.pyc|\.steward|_rc\.py|\.egg-info/.*)$")
    assert [name for name in committed.splitlines() if built.search(name)] == []
