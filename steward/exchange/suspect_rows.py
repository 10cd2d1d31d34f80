"""Rows that can't be taken for a customer at all, told from those that are merely damaged; few and sure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.attributes import AttributeType, find_attribute
from steward.domain.progress import NO_PROGRESS
from steward.domain.quarantine import QuarantineReason
from steward.domain.source_keys import key_headers
from steward.exchange.sheets.totals import summary_words

if TYPE_CHECKING:
    from steward.domain.progress import Progress
    from steward.exchange.mapping import Mapping
    from steward.exchange.raw_rows import CellColumn
    from steward.exchange.tables import RawTable

#: A row by its place in the table -> why it is held back, with arguments.
Suspects = dict[int, tuple[QuarantineReason, tuple[str, ...]]]

#: Excel keeps no more characters in a cell: what is longer is a file gone wrong, not a value.
MAX_CHARACTERS = 32_767
#: Tab, line feed and carriage return are written by people.
_CONTROL = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f]")
#: What a cell of these types surely looks like, wherever it stands.
_LOOKS = {
    AttributeType.EMAIL: re.compile(r"[^@\s,;/]+@[^@\s,;/]+\.[A-Za-z]{2,}"),
    AttributeType.PHONE: re.compile(r"['(]*(\+?62|0)[\s().-]*[1-9][\d\s().-]{6,15}"),
    AttributeType.NATIONAL_ID: re.compile(r"'?\d{16}|\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}"),
    AttributeType.DATE: re.compile(r"\d{1,2}[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2,4}|[12]\d{3}-\d{2}-\d{2}([ T].*)?"),
    AttributeType.POSTCODE: re.compile(r"[1-9]\d{4}"),
}
#: By how many columns the cells of a row can have slipped.
_OFFSETS = (1, -1, 2, -2)
_FITS = 2
#: A total says what it is in one of its first cells.
_FIRST_COLUMNS = 3


def find_suspects(
    table: RawTable, mapping: Mapping, *, is_key_declared: bool, progress: Progress = NO_PROGRESS
) -> Suspects:
    """The rows to hold back. ``is_key_declared``: a steward named the key column, so a row needs a key."""
    found: Suspects = {}
    _find_bad_cells(table, found, progress)
    progress.check()
    _find_totals(table, mapping, found)
    progress.check()
    _find_shifted(table, mapping, found)
    for header in key_headers(mapping.key_column, table.headers) if is_key_declared else ():
        column = table.column(header)
        for place in np.flatnonzero(column.rows_where(lambda cell: not cell.strip())).tolist():
            found.setdefault(place, (QuarantineReason.MISSING_KEY, (header,)))
    return found


def _find_bad_cells(table: RawTable, found: Suspects, progress: Progress) -> None:
    for header in table.headers:
        progress.check()
        column = table.column(header)
        longest = max(map(len, column.distinct), default=0)
        if longest > MAX_CHARACTERS:
            for place in column.places_of([cell for cell in column.distinct if len(cell) > MAX_CHARACTERS]):
                found.setdefault(place, (QuarantineReason.OVERSIZED_CELL, (header, str(len(column[place])))))
        # Asking whether they are printable, first of all of them, is many times as fast.
        if not "".join(column.distinct).isprintable():
            unclean = [cell for cell in column.distinct if not cell.isprintable() and _CONTROL.search(cell)]
            for place in column.places_of(unclean):
                found.setdefault(place, (QuarantineReason.CONTROL_CHARACTERS, (header,)))


def _find_totals(table: RawTable, mapping: Mapping, found: Suspects) -> None:
    """Totals between the customers: the word for it in front, and nothing that tells a person from others."""
    telling = [
        table.column(header)
        for header, target in mapping.columns
        if header in table.headers and (known := find_attribute(target)) is not None and known.type in _LOOKS
    ]
    if not telling:
        return
    for header in table.headers[:_FIRST_COLUMNS]:
        column = table.column(header)
        for place in column.places_of(summary_words(column.distinct)):
            if not any(_looks_sure(other[place]) for other in telling) and _is_first(table, header, place):
                found.setdefault(place, (QuarantineReason.TOTAL_ROW, (column[place].strip(),)))


def _is_first(table: RawTable, header: str, place: int) -> bool:
    """Whether nothing stands before the cell in its row."""
    before = table.headers[: table.headers.index(header)]
    return not any(table.column(other)[place].strip() for other in before)


def _has_look(look: re.Pattern[str], cell: str) -> bool:
    return look.fullmatch(cell.strip()) is not None


def _looks_sure(cell: str) -> bool:
    return any(_has_look(look, cell) for look in _LOOKS.values())


def _find_shifted(table: RawTable, mapping: Mapping, found: Suspects) -> None:
    """Rows whose cells all slipped sideways: none is at home, and several fit the column beside theirs."""
    typed: list[tuple[int, CellColumn, re.Pattern[str]]] = []
    for header, target in mapping.columns:
        attribute = find_attribute(target)
        if header in table.headers and attribute is not None and attribute.type in _LOOKS:
            index = table.headers.index(header)
            typed.append((index, table.rows.columns[index], _LOOKS[attribute.type]))
    if len(typed) < _FITS:
        return
    homeless = np.arange(len(table.rows))
    for _, column, look in sorted(typed, key=lambda one: len(one[1].distinct)):
        # Of nearly all rows the first cell is at home; the others are not asked about any more. So the fewest cells
        # are looked at where those of the first column are the fewest different ones.
        homeless = homeless[~column.chosen(homeless).rows_matching(look)]
    for place in homeless.tolist():
        cells = table.rows[place].cells
        if sum(1 for index, _, _ in typed if cells[index].strip()) < _FITS:
            continue
        for offset in _OFFSETS:
            fitting = [
                index
                for index, _, look in typed
                if 0 <= index + offset < len(cells) and _has_look(look, cells[index + offset])
            ]
            if len(fitting) >= _FITS:
                arguments = (str(offset), table.headers[fitting[0]])
                found.setdefault(place, (QuarantineReason.SHIFTED, arguments))
                break
