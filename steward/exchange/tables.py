"""A table as a department delivered it: every cell as text, nothing repaired, and notes on what was seen on the way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.domain.cell_formats import CellFormats
    from steward.domain.records import ImportIssue
    from steward.exchange.raw_rows import CellColumn, RawRows


class NoteKind(StrEnum):
    """What a reader noticed about a table; the meaning of a note's arguments stands behind each."""

    TITLE_ROWS_SKIPPED = "title_rows_skipped"  # row numbers
    TWO_ROW_HEADER = "two_row_header"  # both row numbers
    NO_HEADER = "no_header"
    BLANK_HEADER_NAMED = "blank_header_named"  # the names given
    DUPLICATE_HEADER_RENAMED = "duplicate_header_renamed"  # the names given
    COLUMN_NUMBERS_SKIPPED = "column_numbers_skipped"  # row number of a "(1) (2) (3)" row under the header
    UNITS_ROW_SKIPPED = "units_row_skipped"  # row number of a "(Rp) dd/mm/yyyy" row under the header
    REPEATED_HEADER_SKIPPED = "repeated_header_skipped"  # row numbers
    TOTAL_ROW_SKIPPED = "total_row_skipped"  # row number, its text
    FOOTER_ROW_SKIPPED = "footer_row_skipped"  # row number, its text
    BLANK_ROWS_SKIPPED = "blank_rows_skipped"  # how many
    BLANK_COLUMNS_SKIPPED = "blank_columns_skipped"  # how many
    RAGGED_ROWS = "ragged_rows"  # how many, then the first row numbers; they have more or fewer cells than the header
    ERROR_CELLS = "error_cells"  # how many
    FORMULAS_WITHOUT_VALUES = "formulas_without_values"  # saved by a program that does not compute; the cells are empty
    FORMULAS = "formulas"  # how many; their results were read
    HIDDEN_ROWS = "hidden_rows"  # how many, then the first row numbers; they are read like all others
    FILTERED_ROWS = "filtered_rows"  # the same, where a filter hides them
    HIDDEN_ROWS_SKIPPED = "hidden_rows_skipped"  # the same, where they were not wanted
    HIDDEN_COLUMNS = "hidden_columns"  # their letters; they are read like all others
    HIDDEN_COLUMNS_SKIPPED = "hidden_columns_skipped"  # the same, where they were not wanted
    MERGED_CELLS = "merged_cells"  # how many areas, then the first of them; only the first cell of each has the value
    ENCODING = "encoding"  # name of the encoding
    DELIMITER = "delimiter"  # the character
    SHEET_SKIPPED = "sheet_skipped"  # name of a sheet without a customer table
    HIDDEN_SHEET_SKIPPED = "hidden_sheet_skipped"  # name of the sheet, whatever it holds
    HIDDEN_SHEET_READ = "hidden_sheet_read"  # name of the sheet, where hidden ones were wanted
    LIST_REFUSED = "list_refused"  # name of a list inside an archive that can't be read
    OTHER_FILE_SKIPPED = "other_file_skipped"  # name of a file inside an archive that is of no kind that can be read
    CONTACTS = "contacts"  # how many; the columns were named after their properties


#: Notes on what of a file was not read, each with its name.
NOT_READ = frozenset(
    {NoteKind.SHEET_SKIPPED, NoteKind.HIDDEN_SHEET_SKIPPED, NoteKind.LIST_REFUSED, NoteKind.OTHER_FILE_SKIPPED}
)
#: Notes on rows that stand among or under the customers and are none, each with its number and its text.
LEFT_OUT = frozenset({NoteKind.TOTAL_ROW_SKIPPED, NoteKind.FOOTER_ROW_SKIPPED})
#: Notes on sheets that are hidden, each with its name.
HIDDEN_SHEETS = frozenset({NoteKind.HIDDEN_SHEET_SKIPPED, NoteKind.HIDDEN_SHEET_READ})
#: What the notes on hidden parts become where these are left out.
_SKIPPED = {
    NoteKind.HIDDEN_ROWS: NoteKind.HIDDEN_ROWS_SKIPPED,
    NoteKind.FILTERED_ROWS: NoteKind.HIDDEN_ROWS_SKIPPED,
    NoteKind.HIDDEN_COLUMNS: NoteKind.HIDDEN_COLUMNS_SKIPPED,
}


@dataclass(frozen=True, slots=True)
class TableNote:
    """One thing worth telling about how a table was read."""

    kind: NoteKind
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table of one file. Headers are unique and never empty; every row has one cell per header.

    ``header_row`` is 0 when the table has no header row and the headers were made up. ``hidden_rows``: the numbers of
    rows that nobody sees who opens the file, ``hidden_columns`` the headers of such columns. ``formats``: by header,
    how cells of the column are formatted that are no texts. ``counts_from_1904``: the workbook says that its numbers of
    days do.
    """

    file_name: str
    sheet: str
    header_row: int
    headers: tuple[str, ...]
    rows: RawRows
    notes: tuple[TableNote, ...] = ()
    issues: tuple[ImportIssue, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    formats: Mapping[str, CellFormats] = field(default_factory=dict)
    counts_from_1904: bool = False

    def column(self, header: str) -> CellColumn:
        """All cells under a header, from top to bottom."""
        return self.rows.columns[self.headers.index(header)]

    def without_hidden(self) -> RawTable:
        """The same table as it is seen; ``hidden_rows`` and ``hidden_columns`` still name what is left out."""
        if not (self.hidden_rows or self.hidden_columns):
            return self
        rows, columns = frozenset(self.hidden_rows), frozenset(self.hidden_columns)
        seen = [place for place, header in enumerate(self.headers) if header not in columns]
        return replace(
            self,
            headers=tuple(self.headers[place] for place in seen),
            rows=self.rows.chosen(~np.isin(self.rows.numbers, self.hidden_rows)).with_columns(seen),
            notes=tuple(replace(note, kind=_SKIPPED.get(note.kind, note.kind)) for note in self.notes),
            issues=tuple(issue for issue in self.issues if issue.row not in rows and issue.column not in columns),
            formats={header: told for header, told in self.formats.items() if header not in columns},
        )

    def with_notes(self, *notes: TableNote) -> RawTable:
        """The same table with these notes added."""
        return replace(self, notes=(*self.notes, *notes))
