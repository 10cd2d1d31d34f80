"""Every text of the window is known to the translators, and every translation is whole."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from tests.architecture.source_tree import RESOURCES, ROOT, modules, name_in_project

if TYPE_CHECKING:
    from pathlib import Path

TRANSLATIONS = RESOURCES / "translations"
TOOL = ROOT / ".ci" / "translations.py"
OWN_CATALOGUES = ("steward_en.ts", "steward_id.ts")
CATALOGUES = sorted(path.name for path in TRANSLATIONS.glob("*.ts"))


def test_catalogues_of_both_languages_and_of_qt_are_there() -> None:
    assert {*OWN_CATALOGUES, "qtbase_id.ts"} <= set(CATALOGUES)


def test_catalogues_hold_the_texts_of_the_source(tmp_path: Path) -> None:
    for name in OWN_CATALOGUES:
        shutil.copy(TRANSLATIONS / name, tmp_path / name)
    subprocess.run([sys.executable, TOOL, "update", "--directory", tmp_path], check=True)
    outdated = [name for name in OWN_CATALOGUES if (tmp_path / name).read_text() != (TRANSLATIONS / name).read_text()]
    assert outdated == [], "run: make translations"


def test_no_text_stands_inside_an_f_string() -> None:
    # The tool that makes the catalogues does not look into f-strings: such a text would stay English for ever.
    hidden = [
        f"{name_in_project(path)}:{call.lineno}"
        for path in modules()
        for string in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in {"tr", "translate"}
    ]
    assert hidden == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_every_text_is_translated(name: str) -> None:
    assert [source for source, translation in messages(name) if not translation_is_whole(translation)] == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_translations_fill_in_the_same_values(name: str) -> None:
    def values(text: str) -> set[str]:
        return set(re.findall(r"\{\w*\}|%n|%\d", text))

    different = [
        source
        for source, translation in messages(name)
        for text in texts(translation)
        # The form for one may leave the number out: "one row".
        if (values(text) ^ values(source)) - {"%n"}
    ]
    assert different == []


def messages(name: str) -> list[tuple[str, ElementTree.Element]]:
    """The source text and the translation of every message of a catalogue."""
    tree = ElementTree.parse(TRANSLATIONS / name)
    return [
        (message.findtext("source", ""), translation)
        for message in tree.iter("message")
        if (translation := message.find("translation")) is not None
    ]


def texts(translation: ElementTree.Element) -> list[str]:
    """The one text of a translation, or its plural forms."""
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


def translation_is_whole(translation: ElementTree.Element) -> bool:
    return translation.get("type") != "unfinished" and all(texts(translation))
