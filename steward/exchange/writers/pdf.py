"""Writing sheets as a PDF to be read and printed; names print in whatever script they are written."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

with warnings.catch_warnings():
    # The frozen program leaves the picture library out; nothing here needs it.
    warnings.simplefilter("ignore")
    from fpdf import FPDF, FontFace
    from fpdf.enums import TableBordersLayout, TableCellFillMode

from steward.exchange.writers.replacing import replacing
from steward.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from steward.exchange.writers.sheets import Sheet

_FAMILY = "Noto Sans"
#: Where a letter is looked for that the main font lacks, in this order.
_FALLBACKS = (
    "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansTamil-Regular.ttf",
    "wqy-microhei.ttc",
)
_TITLE, _HEADING, _BODY = 16, 12, 8
_MARGIN = 12
_LINE = 4.2
#: A heading stays with the first rows of its table.
_SECTION_START = 30
_LINE_COLOR = (211, 217, 226)
_HEAD_FILL = (234, 238, 243)
_STRIPE_FILL = (246, 248, 251)


def write_pdf(path: Path, sheets: Sequence[Sheet], *, title: str, created: datetime) -> None:
    """Write each sheet as a section with a table; ``created`` is the time it carries. Raises ExportError."""
    document = _Document(title, created)
    document.add_page()
    document.set_font(_FAMILY, "B", _TITLE)
    document.multi_cell(0, _TITLE * 0.6, title, new_x="LMARGIN", new_y="NEXT")
    for sheet in sheets:
        _write_section(document, sheet)
    with replacing(path) as part:
        part.write_bytes(bytes(document.output()))


class _Document(FPDF):
    """Pages in landscape with their number below."""

    def __init__(self, title: str, created: datetime) -> None:
        super().__init__(orientation="landscape", format="A4")
        self.set_title(title)
        self.set_creation_date(created)
        self.set_margin(_MARGIN)
        self.set_auto_page_break(auto=True, margin=_MARGIN + 4)
        self.add_font(_FAMILY, "", resource_path("fonts/print/NotoSans-Regular.ttf"))
        self.add_font(_FAMILY, "B", resource_path("fonts/print/NotoSans-Bold.ttf"))
        for name in _FALLBACKS:
            self.add_font(name, "", resource_path(f"fonts/print/{name}"))
        self.set_fallback_fonts(list(_FALLBACKS), exact_match=False)
        # Letters of Arabic join, those of Devanagari and Thai stack.
        self.set_text_shaping(use_shaping_engine=True)
        self.set_draw_color(*_LINE_COLOR)

    def footer(self) -> None:
        """The number of the page."""
        self.set_y(-_MARGIN)
        self.set_font(_FAMILY, "", _BODY)
        self.cell(0, _LINE, str(self.page_no()), align="R")


def _write_section(document: _Document, sheet: Sheet) -> None:
    rows = [list(row) for row in sheet.rows]
    document.ln(4)
    if document.will_page_break(_SECTION_START):
        document.add_page()
    document.set_font(_FAMILY, "B", _HEADING)
    document.cell(0, 8, sheet.name, new_x="LMARGIN", new_y="NEXT")
    document.set_font(_FAMILY, "", _BODY)
    if not rows:
        document.cell(0, _LINE, "none", new_x="LMARGIN", new_y="NEXT")
        return
    with document.table(
        col_widths=tuple(column.width for column in sheet.columns),
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        headings_style=FontFace(emphasis="BOLD", fill_color=_HEAD_FILL),
        cell_fill_color=_STRIPE_FILL,
        cell_fill_mode=TableCellFillMode.ROWS,
        line_height=_LINE,
        text_align="LEFT",
        padding=0.8,
    ) as table:
        table.row([column.title for column in sheet.columns])
        for row in rows:
            table.row(row)
