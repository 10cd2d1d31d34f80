"""Both languages are whole, and numbers and dates follow them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from steward.resources import resource_path

if TYPE_CHECKING:
    from steward.ui.language import Language

NOW = datetime(2026, 7, 20, 9, 30, tzinfo=UTC)


def _messages(name: str) -> list[tuple[str, str, list[str], bool]]:
    root = ET.parse(resource_path(f"translations/{name}")).getroot()
    found = []
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            is_done = translation.get("type") is None
            found.append((context.findtext("name", ""), message.findtext("source", ""), forms, is_done))
    return found


def test_every_text_is_translated_to_indonesian() -> None:
    unfinished = [
        (where, source) for where, source, forms, done in _messages("steward_id.ts") if not done or not all(forms)
    ]
    assert unfinished == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    names = re.compile(r"\{(\w*)\}|%L?n")
    wrong = [
        source
        for _, source, forms, _ in _messages("steward_id.ts")
        for form in forms
        if {match.group() for match in names.finditer(source)} != {match.group() for match in names.finditer(form)}
    ]
    assert wrong == []


def test_qts_own_buttons_are_translated(language: Language) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    language.use("id")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Batal"


def test_switching_back_leaves_no_translation_behind(language: Language) -> None:
    before = QCoreApplication.translate("Wording", "Birth date")
    language.use("id")
    assert QCoreApplication.translate("Wording", "Birth date") == "Tanggal lahir"
    language.use("en")
    assert QCoreApplication.translate("Wording", "Birth date") == before


def test_numbers_follow_the_language(language: Language) -> None:
    assert language.number(1234567) == "1,234,567"
    assert language.percent(0.612, 1) == "61.2 %"
    assert language.bits(-11) == "−11.0"
    language.use("id")
    assert language.number(1234567) == "1.234.567"
    assert language.percent(0.612, 1) == "61,2 %"
    assert QLocale().language() == QLocale.Language.Indonesian


def test_days_follow_the_language(language: Language) -> None:
    assert language.day(date(2026, 8, 17)) == "17 Aug 2026"
    assert language.day_of_text("2026-08-17") == "17 Aug 2026"
    assert language.day(date(2026, 9, 4)) == "4 Sep 2026"
    assert language.day_of_text("17 Agustus") == "17 Agustus"
    language.use("id")
    assert language.day(date(2026, 8, 17)) == "17 Agu 2026"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=4), "4 min ago"),
        (timedelta(hours=3), "3 h ago"),
    ],
)
def test_time_ago_is_short(language: Language, before: timedelta, words: str) -> None:
    assert language.ago(NOW - before, NOW) == words


@pytest.mark.parametrize(("seconds", "words"), [(0.2, "under 1 s"), (42, "42 s"), (300, "5 min"), (6600, "1 h 50 min")])
def test_spans_of_time_are_short(language: Language, seconds: float, words: str) -> None:
    assert language.span(seconds) == words
