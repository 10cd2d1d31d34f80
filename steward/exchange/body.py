"""Which rows below a header are customers: no totals, repeated headers, captions or signatures; those are noted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.progress import NO_PROGRESS
from steward.exchange.captions import find_captions, find_group_lines
from steward.exchange.header_rows import filled_cells
from steward.exchange.tables import NoteKind, TableNote

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from steward.domain.progress import Progress
    from steward.exchange.raw_rows import RawRow, RawRows

_SUMMARY = re.compile(
    r"(grand\s*|sub\s*|genel\s+)?(total|jumlah|jml|rata\s*-?\s*rata|average|sum"
    r"|totale|totaal|totaux|totales|summe|gesamt(summe)?|suma|razem|toplam|tổng(\s+(cộng|số))?|jumla)"
    r"(\s+(total|pelanggan|data|baris|keseluruhan|semua|customers?|records?|rows?|umum|konsumen|nasabah|member"
    r"|geral|general|général|generale|clientes?|clienti?|clients|kunden|klanten|klientów|müşteri|khách hàng))?"
    r"\s*[:=]?\s*([\d.,]+((\s+[^\W\d_]+){1,3})?)?",
    re.IGNORECASE,
)
#: How the words of a total begin, in small and capital letters.
_SUMMARY_STARTS = frozenset(
    start
    for two in ("gr", "su", "to", "ju", "jm", "ra", "av", "ge", "tổ")
    for start in (two, two.upper(), two.title(), two[0] + two[1].upper())
)
_AMOUNT = re.compile(
    r"(rp\.?|idr|usd|\$)?\s*(-|[-(]?(0|[1-9][\d.,\s]*)([.,]\d+)?(e\+?\d+)?\)?%?(\s+[a-z]+)?)", re.IGNORECASE
)
_FOOTER = re.compile(
    r"(dicetak|printed|mengetahui|menyetujui|disetujui|disiapkan|dibuat oleh|created by|catatan|keterangan|note"
    r"|sumber|source|approved|prepared|\*|end of|halaman|page)\b.*|\*.*",
    re.IGNORECASE | re.DOTALL,
)
#: What a printed page says at its foot, wherever on the sheet that is.
_PAGE = re.compile(
    r"(halaman|hal|page|p[aá]gina|seite|sayfa|blz)\.?\s*:?\s*\d{1,4}(\s*(dari|of|von|van|de|di|sur|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_PAGE_STARTS = frozenset(
    start for two in ("ha", "pa", "pá", "se", "sa", "bl") for start in (two, two.upper(), two.title())
)
_SAMPLE_ROWS = 500
_STEADY_SHARE = 0.98


@dataclass(frozen=True, slots=True)
class Body:
    """The customer rows of a table and notes on the rows left out."""

    rows: RawRows
    notes: tuple[TableNote, ...]


def select_body(rows: RawRows, header_rows: Sequence[RawRow], progress: Progress = NO_PROGRESS, *, width: int) -> Body:
    """The customer rows among the rows below the header."""
    headers = {_stripped(row) for row in header_rows}
    end, notes = _find_end(rows, width)
    body = rows if end == len(rows) else rows[:end]
    is_kept = np.ones(len(body), np.bool_)
    repeated: list[int] = []
    for place in _suspects(body, headers, progress):
        row = body[place]
        if _stripped(row) in headers:
            repeated.append(place)
        elif is_summary(row, next(cell for cell in row.cells if cell.strip())):
            notes.append(_note(NoteKind.TOTAL_ROW_SKIPPED, row))
        elif _is_foot_of_page(row):
            notes.append(_note(NoteKind.FOOTER_ROW_SKIPPED, row))
        else:
            continue
        is_kept[place] = False
    lines = find_captions(body, repeated, is_kept)
    is_kept[lines] = False
    full = [row for row in body[:_SAMPLE_ROWS] if filled_cells(row) > 1]
    lines += find_group_lines(body, _steady_columns(full), is_kept)
    is_kept[lines] = False
    notes += [_note(NoteKind.FOOTER_ROW_SKIPPED, body[place]) for place in lines]
    if repeated:
        numbers = [str(number) for number in body.numbers[repeated].tolist()]
        notes.append(TableNote(NoteKind.REPEATED_HEADER_SKIPPED, tuple(numbers)))
    return Body(body if is_kept.all() else body.chosen(is_kept, progress), tuple(notes))


def _suspects(rows: RawRows, headers: Collection[tuple[str, ...]], progress: Progress) -> list[int]:
    """The rows whose first filled cell is that of a header, the word of a total or the foot of a page."""
    beginnings = {next(filter(None, header), "") for header in headers}
    starts = {text[:2] for text in beginnings if text} | _SUMMARY_STARTS | _PAGE_STARTS
    is_suspect = np.zeros(len(rows), np.bool_)
    is_open = np.ones(len(rows), np.bool_)
    for column in rows.columns:
        here = np.flatnonzero(is_open)
        if not len(here):
            break
        progress.check()
        first = column.chosen(here)
        if not starts.isdisjoint([text[:2] for text in map(str.strip, first.distinct)]):
            is_suspect[here] = first.rows_where(
                lambda cell: (
                    (text := cell.strip())[:2] in starts
                    and (text in beginnings or _SUMMARY.fullmatch(text) or _PAGE.fullmatch(text))
                )
            )
        is_open[here] = ~first.rows_where(str.strip)
    return np.flatnonzero(is_suspect).tolist()


def _is_foot_of_page(row: RawRow) -> bool:
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    return len(filled) == 1 and _PAGE.fullmatch(filled[0]) is not None


def is_summary_word(cell: str) -> bool:
    """Whether a cell says that its row is a total."""
    text = cell.strip()
    return text[:2] in _SUMMARY_STARTS and _SUMMARY.fullmatch(text) is not None


def summary_words(cells: Iterable[str]) -> list[str]:
    """Those of the cells that say so; few begin like one, and only these are looked at."""
    return [cell for cell in cells if cell.strip()[:2] in _SUMMARY_STARTS and is_summary_word(cell)]


def is_summary(row: RawRow, first: str) -> bool:
    """Whether a row is a total: a word such as "Jumlah" in its first filled cell and amounts in all others."""
    if not is_summary_word(first):
        return False
    others = [cell.strip() for cell in row.cells if cell.strip()][1:]
    return all(_AMOUNT.fullmatch(cell) for cell in others)


def _find_end(rows: RawRows, width: int) -> tuple[int, list[TableNote]]:
    """Where the signature block starts: nearly empty rows at the bottom, after a gap, a total or a footer word."""
    steady = _steady_columns(list(rows[:_SAMPLE_ROWS]))
    start = len(rows)
    while start > 0 and _is_stub(rows[start - 1], steady, width):
        start -= 1
    while start < len(rows) and not _starts_footer(rows, start):
        start += 1
    notes = []
    for row in rows[start:]:
        first = next(cell for cell in row.cells if cell.strip())
        kind = NoteKind.TOTAL_ROW_SKIPPED if is_summary(row, first) else NoteKind.FOOTER_ROW_SKIPPED
        notes.append(_note(kind, row))
    return start, notes


def _starts_footer(rows: RawRows, index: int) -> bool:
    row = rows[index]
    first = next(cell for cell in row.cells if cell.strip()).strip()
    has_gap = bool(index > 0 and rows.numbers[index - 1] < row.number - 1)
    return has_gap or is_summary(row, first) or _FOOTER.fullmatch(first) is not None


def _steady_columns(rows: Sequence[RawRow]) -> tuple[int, ...]:
    """Columns that practically every row fills; a row without them is hardly a customer."""
    if len(rows) < 3:
        return ()
    width = max(len(row.cells) for row in rows)
    filled = [0] * width
    for row in rows:
        for index, cell in enumerate(row.cells):
            filled[index] += bool(cell.strip())
    # A few rows of signatures must not hide a steady column in a short list.
    enough = min(_STEADY_SHARE * len(rows), len(rows) - 6) if len(rows) > 12 else 0.5 * len(rows)
    return tuple(index for index, count in enumerate(filled) if count >= enough)


def _is_stub(row: RawRow, steady: tuple[int, ...], width: int) -> bool:
    """Whether a row has hardly a cell, and not even half of those that every customer has."""
    filled = [index for index, cell in enumerate(row.cells) if cell.strip()]
    if len(filled) > min(2, width - 1):
        return False
    if len(filled) == 1 and _FOOTER.fullmatch(row.cells[filled[0]].strip()):
        return True
    return bool(steady) and 2 * sum(1 for index in steady if index in filled) <= len(steady)


def _note(kind: NoteKind, row: RawRow) -> TableNote:
    text = " ".join(cell.strip() for cell in row.cells if cell.strip())
    return TableNote(kind, (str(row.number), text))


def _stripped(row: RawRow) -> tuple[str, ...]:
    cells = [cell.strip() for cell in row.cells]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)
