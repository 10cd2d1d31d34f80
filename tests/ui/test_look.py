"""The tokens: every pair of colours that is used together can be read, in both themes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QTextLayout

from steward.resources import resource_path
from steward.ui.theme import COLORS, SOURCE_FILLS, source_colors
from tests.ui.painted_texts import contrast

if TYPE_CHECKING:
    from steward.ui.look import Look

TEXT, GRAPHICS = 4.5, 3.0

#: foreground, backgrounds
TEXT_PAIRS = (
    ("text", ("bg", "surface", "sunken", "hover", "accent_bg", "gold_bg", "warn_bg", "similar_bg", "conflict_bg")),
    ("text2", ("bg", "surface", "sunken", "hover")),
    ("text3", ("bg", "surface", "sunken")),
    ("accent", ("surface", "bg", "accent_bg")),
    ("on_accent", ("accent", "accent_hover")),
    ("gold", ("gold_bg",)),
    ("ok", ("surface", "ok_bg")),
    ("likely", ("surface", "likely_bg")),
    ("warn", ("surface", "warn_bg")),
    ("danger", ("surface", "danger_bg")),
    ("rail_fg", ("rail",)),
    ("rail_fg_on", ("rail_on",)),
    ("rail", ("rail_mark",)),
    ("toast_fg", ("toast",)),
    ("equal", ("equal_bg",)),
    ("std", ("surface", "std_bg")),
    ("similar", ("similar_bg",)),
    ("conflict", ("conflict_bg",)),
    ("missing", ("missing_bg",)),
)
GRAPHIC_PAIRS = (
    ("border_strong", ("surface", "bg", "sunken")),
    ("focus", ("surface", "conflict_bg", "gold_bg")),
    ("gold_line", ("surface",)),
)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("foreground", "background", "least"),
    [(fg, bg, TEXT) for fg, grounds in TEXT_PAIRS for bg in grounds]
    + [(fg, bg, GRAPHICS) for fg, grounds in GRAPHIC_PAIRS for bg in grounds],
)
def test_pair_of_tokens_has_enough_contrast(theme: int, foreground: str, background: str, least: float) -> None:
    assert contrast(QColor(COLORS[foreground][theme]), QColor(COLORS[background][theme])) >= least


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("index", range(len(SOURCE_FILLS)))
def test_badge_letter_can_be_read(index: int, dark: bool) -> None:
    fill, letter = source_colors(index, dark=dark)
    assert contrast(QColor(fill), QColor(letter)) >= TEXT


@pytest.mark.parametrize("name", ["สมชาย ใจดี", "محمد علي", "שלום", "देवनागरी", "தமிழ்"])
def test_names_in_other_scripts_have_letters(look: Look, name: str) -> None:
    layout = QTextLayout(name, look.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert runs
    assert all(glyph for run in runs for glyph in run.glyphIndexes())


def test_style_sheet_names_only_known_tokens(look: Look) -> None:
    template = resource_path("qss/steward.qss").read_text(encoding="utf-8")
    named = set(re.findall(r"@(\w+)@", template)) - {"control"}
    assert {name for name in named if not name.startswith("image_")} <= set(COLORS)


def test_no_colour_literal_outside_the_theme() -> None:
    root = Path(resource_path("qss")).parent.parent / "steward" / "ui"
    offenders = [
        f"{path.name}: {line.strip()}"
        for path in [*root.rglob("*.py"), resource_path("qss/steward.qss")]
        if path.name != "theme.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"#[0-9A-Fa-f]{6}\b", line)
    ]
    assert not offenders


def test_digits_have_one_width_in_columns(look: Look) -> None:
    metrics = QFontMetrics(look.font("body", tabular=True))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_theme_switch_gives_other_colours_and_tells(look: Look) -> None:
    told = []
    look.changed.connect(lambda: told.append(look.is_dark))
    before = look.color("bg")
    look.set_theme("dark")
    assert told == [True]
    assert look.color("bg") != before


def test_scale_stays_within_its_bounds_and_enlarges_rows(look: Look) -> None:
    height = look.row_height("list")
    look.set_scale(400)
    assert look.scale == 150
    assert look.row_height("list") > height
    look.set_scale(10)
    assert look.scale == 90


def test_icon_is_drawn_once_per_name_token_size(look: Look) -> None:
    assert look.pixmap("home", "text", 16, 1.0) is look.pixmap("home", "text", 16, 1.0)
    assert look.pixmap("home", "text", 16, 2.0).width() == 32
