"""The tokens of the look: colours of both themes, type styles, spaces, row heights. No colour literal anywhere else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

S1, S2, S3, S4, S5, S6 = 4, 8, 12, 16, 20, 24

RAIL_WIDTH = 72
SIDEBAR_WIDTH = 244
HEADER_HEIGHT = 52
ACTION_BAR_HEIGHT = 62
STATUS_HEIGHT = 28

RADIUS_BADGE, RADIUS_CONTROL, RADIUS_CARD = 4, 6, 8


class ThemeChoice(StrEnum):
    """What the steward asks for; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    """How tall rows are."""

    COMPACT = "compact"
    NORMAL = "normal"
    ROOMY = "roomy"


#: token -> (light, dark)
COLORS: dict[str, tuple[str, str]] = {
    "bg": ("#F4F6F9", "#10151C"),
    "surface": ("#FFFFFF", "#18202A"),
    "sunken": ("#EAEEF3", "#1F2935"),
    "hover": ("#EEF3FC", "#243247"),
    "border": ("#D3D9E2", "#313D4C"),
    "border_strong": ("#7C8798", "#7B899B"),
    "text": ("#18212D", "#E7ECF2"),
    "text2": ("#465262", "#B7C1CE"),
    "text3": ("#5F6B7B", "#97A3B3"),
    "accent": ("#1D5BD8", "#86ADFF"),
    "accent_bg": ("#E4EDFF", "#1D3158"),
    "accent_hover": ("#174BB4", "#A6C3FF"),
    "on_accent": ("#FFFFFF", "#0B1526"),
    "focus": ("#1D5BD8", "#86ADFF"),
    "gold": ("#8A5A00", "#F0C24B"),
    "gold_bg": ("#FFF7DF", "#2B2614"),
    "gold_line": ("#B7791F", "#C99A2E"),
    "ok": ("#12704A", "#5BD3A0"),
    "likely": ("#1B5FA8", "#7DB9F5"),
    "warn": ("#8A5200", "#F3BC55"),
    "danger": ("#B3261E", "#FF9C91"),
    "ok_bg": ("#E2F4EA", "#14322A"),
    "likely_bg": ("#E3EFFB", "#182F47"),
    "warn_bg": ("#FFF0D1", "#372A0E"),
    "danger_bg": ("#FDEAE7", "#40201F"),
    "rail": ("#152033", "#0B0F15"),
    "rail_on": ("#2A3A57", "#1F2A3A"),
    "rail_fg": ("#B3BFD1", "#A3AFBF"),
    "rail_fg_on": ("#FFFFFF", "#FFFFFF"),
    "rail_mark": ("#F0C24B", "#F0C24B"),
    "toast": ("#18212D", "#E7ECF2"),
    "toast_fg": ("#FFFFFF", "#10151C"),
    "equal": ("#5A6675", "#97A3B3"),
    "equal_bg": ("#FFFFFF", "#18202A"),
    "std": ("#0B6B62", "#5ED1BF"),
    "std_bg": ("#EAF7F4", "#14302E"),
    "similar": ("#5B35C8", "#C5B3FF"),
    "similar_bg": ("#EFEAFF", "#2C2549"),
    "conflict": ("#B3261E", "#FF9C91"),
    "conflict_bg": ("#FDEAE7", "#40201F"),
    "missing": ("#606C7B", "#97A3B3"),
    "missing_bg": ("#F1F3F6", "#1C2430"),
}

#: (fill, letter) of source badges in the order in which sources take them; the last one differs in dark
SOURCE_FILLS: tuple[tuple[str, str], ...] = (
    ("#0072B2", "#FFFFFF"),
    ("#E69F00", "#10151C"),
    ("#009E73", "#10151C"),
    ("#56B4E9", "#10151C"),
    ("#D55E00", "#10151C"),
    ("#CC79A7", "#10151C"),
    ("#F0E442", "#10151C"),
    ("#465262", "#FFFFFF"),
)
LAST_SOURCE_FILL_DARK = ("#C3CCD7", "#10151C")


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Size in px at 100 % and the usual weight."""

    size: int
    weight: int


STYLES: dict[str, TypeStyle] = {
    "figure": TypeStyle(28, 600),
    "title": TypeStyle(20, 600),
    "heading": TypeStyle(18, 600),
    "section": TypeStyle(14, 600),
    "body": TypeStyle(13, 400),
    "small": TypeStyle(12, 400),
    "tiny": TypeStyle(11, 400),
}

#: kind of row -> px at 100 % by density
ROW_HEIGHTS: dict[str, dict[Density, int]] = {
    "table": {Density.COMPACT: 26, Density.NORMAL: 30, Density.ROOMY: 36},
    "list": {Density.COMPACT: 42, Density.NORMAL: 46, Density.ROOMY: 54},
    "form": {Density.COMPACT: 34, Density.NORMAL: 38, Density.ROOMY: 44},
    "control": {Density.COMPACT: 32, Density.NORMAL: 32, Density.ROOMY: 32},
    "slim": {Density.COMPACT: 24, Density.NORMAL: 24, Density.ROOMY: 24},
    "action": {Density.COMPACT: 36, Density.NORMAL: 36, Density.ROOMY: 36},
}


def color_table(*, dark: bool) -> dict[str, str]:
    """Every token with its colour in one theme."""
    return {token: pair[1] if dark else pair[0] for token, pair in COLORS.items()}


def source_colors(index: int, *, dark: bool) -> tuple[str, str]:
    """(fill, letter) of the badge of the source with this colour index; colours repeat after the eighth."""
    place = index % len(SOURCE_FILLS)
    if dark and place == len(SOURCE_FILLS) - 1:
        return LAST_SOURCE_FILL_DARK
    return SOURCE_FILLS[place]
