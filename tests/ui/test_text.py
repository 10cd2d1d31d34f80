"""Painted lines of text: every script in its own reading direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from steward.ui.widgets.text import elided, paint_text

if TYPE_CHECKING:
    from steward.ui.look import Look


def _columns(image: QImage) -> list[list[int]]:
    """The heights at which each column that has ink is inked, from the left."""
    inked = (
        [y for y in range(image.height()) if image.pixelColor(x, y).lightness() < 128] for x in range(image.width())
    )
    return [column for column in inked if column]


@pytest.mark.parametrize(("text", "dots_at"), [("שששש…", 0), ("nnnn…", -1)])
def test_a_cut_line_shows_its_dots_where_the_script_ends(look: Look, text: str, dots_at: int) -> None:
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setFont(look.font("figure"))
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
    paint_text(painter, QRect(0, 0, 300, 60), flags, text)
    painter.end()
    columns = _columns(image)
    baseline = max(y for column in columns for y in column)
    assert columns[dots_at], "something is painted"
    assert min(columns[dots_at]) > baseline - 8, "the outermost ink is a dot on the baseline"


def test_a_value_of_several_lines_is_shown_on_one(look: Look) -> None:
    assert elided("Siti\nNurhaliza\r\nBinti Ali", look.font("body"), 1000) == "Siti Nurhaliza Binti Ali"
