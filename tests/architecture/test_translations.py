"""Every text of the window is known to the translators, and every translation is whole."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from tests.architecture.source_tree import RESOURCES, ROOT

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
