"""Which rows below a header are customers: no totals, repeated headers, captions or signatures; those are noted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.progress import NO_PROGRESS
from steward.exchange.sheets.captions import find_captions, find_group_lines
from steward.exchange.sheets.header_rows import filled_cells
from steward.exchange.sheets.page_marks import PAGE_STARTS, is_page_mark
from steward.exchange.sheets.totals import (
    SUMMARY_ENDS,
    SUMMARY_STARTS,
    find_group_totals,
    is_bare_sum,
    is_summary,
    names_total,
)
from steward.exchange.tables import NoteKind, TableNote

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from steward.domain.progress import Progress
    from steward.exchange.raw_rows import Mask, RawRow, RawRows

_FOOTER = re.compile(
    r"(dicetak|printed|mengetahui|menyetujui|disetujui|disiapkan|dibuat oleh|created by|catatan|keterangan|note"
    r"|sumber|source|approved|prepared|\*|end of|halaman|page)\b.*|\*.*",
    re.IGNORECASE | re.DOTALL,
)
#: The head of a page has so many lines and cells at most.
_HEAD_LINES, _HEAD_CELLS = 3, 3
_SAMPLE_ROWS = 500
_STEADY_SHARE = 0.98


@dataclass(frozen=True, slots=True)
class Body:
    """The customer rows of a table and notes on the rows left out."""

    rows: RawRows
    notes: tuple[TableNote, ...]


def select_body(
    rows: RawRows, header_rows: Sequence[RawRow], progress: Progress = NO_PROGRESS, *, names: Sequence[str]
) -> Body:
    """The customer rows among the rows below the header. ``names``: what it calls each column."""
    headers = {_stripped(row) for row in header_rows}
    end, notes = _find_end(rows, len(names))
    body = rows if end == len(rows) else rows[:end]
    is_kept = np.ones(len(body), np.bool_)
    repeated: list[int] = []
    perhaps: list[int] = []
    for place in _suspects(body, headers, progress):
        row = body[place]
        if _stripped(row) in headers:
            repeated.append(place)
        elif is_summary(row, next(cell for cell in row.cells if cell.strip())):
            notes.append(_note(NoteKind.TOTAL_ROW_SKIPPED, row))
        elif _is_foot_of_page(row):
            notes.append(_note(NoteKind.FOOTER_ROW_SKIPPED, row))
        else:
            if names_total(next(filter(str.strip, row.cells)).strip()):
                perhaps.append(place)
            continue
        is_kept[place] = False
    full = [row for row in body[:_SAMPLE_ROWS] if filled_cells(row) > 1]
    steady = _steady_columns(full)
    totals = find_group_totals(body, perhaps, steady, names, is_kept)
    is_kept[totals] = False
    notes += [_note(NoteKind.TOTAL_ROW_SKIPPED, body[place]) for place in totals]
    lines = _heads_of_pages(body, repeated, is_kept)
    is_kept[lines] = False
    lines += find_captions(body, repeated, is_kept)
    is_kept[lines] = False
    lines += find_group_lines(body, steady, is_kept)
    is_kept[lines] = False
    notes += [_note(NoteKind.FOOTER_ROW_SKIPPED, body[place]) for place in lines]
    notes.sort(key=lambda note: int(note.arguments[0]))
    if repeated:
        numbers = [str(number) for number in body.numbers[repeated].tolist()]
        notes.append(TableNote(NoteKind.REPEATED_HEADER_SKIPPED, tuple(numbers)))
    return Body(body if is_kept.all() else body.chosen(is_kept, progress), tuple(notes))


def _suspects(rows: RawRows, headers: Collection[tuple[str, ...]], progress: Progress) -> list[int]:
    """The rows whose first filled cell is that of a header, the word of a total or the foot of a page."""
    beginnings = {next(filter(None, header), "") for header in headers}
    starts = {text[:2] for text in beginnings if text} | SUMMARY_STARTS | PAGE_STARTS
    is_suspect = np.zeros(len(rows), np.bool_)
    is_open = np.ones(len(rows), np.bool_)
    for column in rows.columns:
        here = np.flatnonzero(is_open)
        if not len(here):
            break
        progress.check()
        first = column.chosen(here)
        suspects = {
            cell
            for cell, text in zip(first.distinct, map(str.strip, first.distinct), strict=True)
            if text[:2] in starts or text[-2:] in SUMMARY_ENDS
            if text in beginnings or names_total(text) or is_page_mark(text)
        }
        is_suspect[here[first.places_of(suspects)]] = True
        is_open[here] = ~first.rows_where(str.strip)
    return np.flatnonzero(is_suspect).tolist()


def _is_foot_of_page(row: RawRow) -> bool:
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    return len(filled) == 1 and is_page_mark(filled[0])


def _heads_of_pages(rows: RawRows, headings: Sequence[int], is_kept: Mask) -> list[int]:
    """Lines before a repeated header, and at the end, that say beside something else which page it is."""
    found = set()
    for heading in (*headings, len(rows)) if headings else ():
        for place in range(max(0, heading - _HEAD_LINES), heading):
            filled = [cell for cell in rows[place].cells if cell.strip()]
            if is_kept[place] and len(filled) <= _HEAD_CELLS and any(map(is_page_mark, filled)):
                found.add(place)
    return sorted(found)


def _find_end(rows: RawRows, width: int) -> tuple[int, list[TableNote]]:
    """Where the signature block starts: nearly empty rows at the bottom, after a gap, a total or a footer word."""
    steady = _steady_columns(list(rows[:_SAMPLE_ROWS]))
    start = len(rows)
    while start > 0 and (_is_stub(rows[start - 1], steady, width) or _is_total(rows, start - 1, steady)):
        start -= 1
    while start < len(rows) and not _starts_footer(rows, start):
        start += 1
    notes = []
    for place in range(start, len(rows)):
        row = rows[place]
        first = next(cell for cell in row.cells if cell.strip())
        is_total = is_summary(row, first) or is_bare_sum(rows, place)
        notes.append(_note(NoteKind.TOTAL_ROW_SKIPPED if is_total else NoteKind.FOOTER_ROW_SKIPPED, row))
    return start, notes


def _is_total(rows: RawRows, place: int, steady: Sequence[int]) -> bool:
    """Whether a row is a total by its word, or one without a word that lacks most of what customers have."""
    cells = rows[place].cells
    if is_summary(rows[place], next(filter(str.strip, cells))):
        return True
    named = sum(1 for column in steady if column < len(cells) and cells[column].strip())
    return 2 * named <= len(steady) and is_bare_sum(rows, place)


def _starts_footer(rows: RawRows, index: int) -> bool:
    row = rows[index]
    first = next(cell for cell in row.cells if cell.strip()).strip()
    has_gap = bool(index > 0 and rows.numbers[index - 1] < row.number - 1)
    return has_gap or is_summary(row, first) or _FOOTER.fullmatch(first) is not None or is_bare_sum(rows, index)


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
