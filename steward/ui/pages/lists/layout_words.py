"""How a sheet was read, one clause for each note, and what of it a steward is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.workspace.lists.list_views import Finding

translate = QCoreApplication.translate

_PROOFS = 3
#: So many rows are named one by one; of more the first ones stand for all.
_NAMED = 3
_LONGEST_TEXT = 40
_LEFT_OUT = frozenset({"total_row_skipped", "footer_row_skipped"})


def layout_sentence(notes: Sequence[Finding]) -> str:
    """All clauses in a row; what no one needs to know is left out, and many of a kind share one clause."""
    left_out = [note for note in notes if note.detail in _LEFT_OUT]
    if len(left_out) <= _NAMED:
        left_out = []
    files = [note for note in notes if note.detail == "other_file_skipped"]
    clauses = [note_sentence(note) for note in notes if note not in left_out and note not in files]
    if left_out:
        rows = "; ".join(" ".join(map(_short, note.arguments)) for note in left_out[:_NAMED])
        text = translate("LayoutWords", "Totals or remarks: {count} (row {rows} …).")
        clauses.append(text.format(count=len(left_out), rows=rows))
    if files:
        clauses.append(_files_sentence([note.example for note in files]))
    return " ".join(filter(None, clauses))


def note_sentence(note: Finding) -> str:
    """One note in words, "" for what no one needs to know."""
    words = note.example
    count, _, rest = words.partition(", ")
    match note.detail:
        case "units_row_skipped":
            return translate("LayoutWords", "Only says how to fill in the columns: row {row}.").format(row=words)
        case "title_rows_skipped":
            return translate("LayoutWords", "Only a title, not data: row {rows}.").format(rows=words)
        case "two_row_header":
            return translate("LayoutWords", "The header fills the rows {rows}.").format(rows=words)
        case "no_header":
            return translate("LayoutWords", "There is no header; the columns were numbered.")
        case "blank_header_named" | "duplicate_header_renamed":
            return translate("LayoutWords", "Columns named anew: {names}.").format(names=words)
        case "column_numbers_skipped":
            return translate("LayoutWords", "Row {row} only numbers the columns.").format(row=words)
        case "repeated_header_skipped":
            return translate("LayoutWords", "The header repeats in row {rows}.").format(rows=_first_of(note.arguments))
        case "total_row_skipped" | "footer_row_skipped":
            return translate("LayoutWords", "Row {row} is a total or a remark.").format(row=words)
        case "sheet_skipped":
            return translate("LayoutWords", "The sheet {name} holds no customers.").format(name=words)
        case "hidden_sheet_skipped":
            return translate("LayoutWords", "The sheet {name} is hidden and was not read.").format(name=words)
        case "hidden_sheet_read":
            return translate("LayoutWords", "The sheet {name} is hidden in the file.").format(name=words)
        case "list_refused":
            text = translate("LayoutWords", "{name} in the archive can't be read and is left out.")
            return text.format(name=words)
        case "other_file_skipped":
            return _files_sentence([words])
        case "encoding":
            return translate("LayoutWords", "Read as {encoding}.").format(encoding=words)
        case "delimiter":
            sign = translate("LayoutWords", "tabulators") if words == "\t" else words
            return translate("LayoutWords", "Columns parted by {sign}").format(sign=sign)
        case "ragged_rows":
            text = translate(
                "LayoutWords",
                "Rows with more or fewer cells than the header: {count} (row {rows}). None of their cells is lost.",
            )
            return text.format(count=count, rows=rest)
        case "error_cells":
            return translate("LayoutWords", "Cells with an Excel error: {count}.").format(count=words)
        case "formulas":
            return translate("LayoutWords", "Formulas: {count}; their results were read.").format(count=words)
        case "formulas_without_values":
            return translate(
                "LayoutWords", "There are formulas that were never computed; open the file in Excel and save it."
            )
        case "hidden_rows":
            return translate("LayoutWords", "Hidden rows: {count} (row {rows}).").format(count=count, rows=rest)
        case "filtered_rows":
            text = translate("LayoutWords", "Rows hidden by a filter: {count} (row {rows}).")
            return text.format(count=count, rows=rest)
        case "hidden_rows_skipped":
            return translate("LayoutWords", "Hidden rows left out: {count} (row {rows}).").format(
                count=count, rows=rest
            )
        case "hidden_columns":
            return translate("LayoutWords", "Hidden columns: {names}.").format(names=words)
        case "hidden_columns_skipped":
            return translate("LayoutWords", "Hidden columns left out: {names}.").format(names=words)
        case "merged_cells":
            text = translate("LayoutWords", "Merged cells: {count}; the value stands in the first cell ({areas}).")
            return text.format(count=count, areas=rest)
        case "contacts":
            return translate("LayoutWords", "Contacts of an address book: {count}.").format(count=words)
    return ""


def _files_sentence(names: Sequence[str]) -> str:
    text = translate("LayoutWords", "Files in the archive that are no lists: {names}.")
    return text.format(names=_first_of(names))


def _first_of(texts: Sequence[str]) -> str:
    """All texts, or where they are many the first ones and how many there are."""
    if len(texts) <= _NAMED:
        return ", ".join(texts)
    return f"{', '.join(texts[:_NAMED])} … ({len(texts)})"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1].rstrip()}…"


def proof_cells(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Cells by which a person sees that the encoding is right: the first ones with letters beyond plain ones."""
    cells = dict.fromkeys(cell for row in rows for cell in row if not cell.isascii())
    return tuple(cells)[:_PROOFS]
