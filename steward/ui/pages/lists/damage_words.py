"""What happened to the values of a column, in words: for the steward, and for the department that made the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from steward.ui.words.attributes import attribute_label
from steward.workspace.lists.list_views import DamageKind

if TYPE_CHECKING:
    from steward.workspace.lists.list_views import Finding

translate = QCoreApplication.translate

#: Damages that cost letters or digits, which no program brings back; the others can be read all the same.
_LOST = frozenset(
    {
        "cut_digits",
        "scientific",
        "turned_into_date",
        "lost_zero",
        "read_as_number",
        "error_cell",
        "mojibake",
        "day_month_swapped",
    }
)
_ROWS_NAMED = 10


def is_loss(finding: Finding) -> bool:
    """True when a value can't be trusted any more because of what happened to it in the file."""
    return finding.detail in _LOST


def damage_title(finding: Finding) -> str:
    """What happened and in how many rows; "" for what is no known damage."""
    what = attribute_label(finding.attribute) if finding.attribute else finding.column
    return _title(finding.detail).format(what=what, column=finding.column, rows=_rows(finding.rows))


def damage_sentence(finding: Finding) -> str:
    """Why it happened and what Steward does with the values."""
    return _sentence(finding.detail).format(column=finding.column, example=finding.example)


def request_sentence(finding: Finding) -> str:
    """What to write to the department, so that the next list comes without it."""
    rows = ", ".join(str(number) for number in finding.row_numbers[:_ROWS_NAMED])
    if finding.rows > _ROWS_NAMED:
        rows += " …"
    ask = _request(finding)
    where = translate("DamageWords", "Column {column}, rows {rows}, for example {example}:")
    return f"{where.format(column=finding.column, rows=rows, example=finding.example)} {ask}"


def _rows(count: int) -> str:
    rows = translate("DamageWords", "1 row") if count == 1 else translate("DamageWords", "{count} rows")
    return rows.format(count=QLocale().toString(count))


def _title(damage: str) -> str:
    match damage:
        case "cut_digits":
            return translate("DamageWords", "{what} cut to 15 digits by Excel: {rows}")
        case "scientific":
            return translate("DamageWords", "{what} written as 3.17E+15: {rows}")
        case "read_as_number":
            return translate("DamageWords", "{what} turned into numbers: {rows}")
        case "turned_into_date":
            return translate("DamageWords", "{what} turned into dates, or dates into numbers: {rows}")
        case "lost_zero":
            return translate("DamageWords", "{what} without the leading zero: {rows}")
        case "error_cell":
            return translate("DamageWords", "Excel errors in {column}: {rows}")
        case "day_month_swapped":
            return translate("DamageWords", "Day and month swapped in {column}: {rows}")
        case "mojibake":
            return translate("DamageWords", "Broken letters in {column}: {rows}")
        case "invisible":
            return translate("DamageWords", "Invisible characters in {column}: {rows}")
        case "look_alike":
            return translate("DamageWords", "Look-alike characters in {column}: {rows}")
        case "several_customers":
            return translate("DamageWords", "Several customers in one cell of {column}: {rows}")
        case "several_values":
            return translate("DamageWords", "Several values in one cell of {column}: {rows}")
        case "wrong_column":
            return translate("DamageWords", "Values in the wrong column {column}: {rows}")
    return ""


def _sentence(damage: str) -> str:
    match damage:
        case "cut_digits":
            return translate(
                "DamageWords",
                "Excel keeps 15 digits of a number, so the last one is lost in the file. The 15 good digits are "
                "compared; the value never merges or vetoes on its own.",
            )
        case "scientific":
            return translate(
                "DamageWords",
                "Most digits are lost in the file. The value is kept as delivered and counts as unknown.",
            )
        case "read_as_number":
            return translate(
                "DamageWords",
                "A spreadsheet took them for numbers and added .0 or separators. They are read without these.",
            )
        case "turned_into_date":
            return translate(
                "DamageWords", "A spreadsheet mistook them. The value is kept as delivered and counts as unknown."
            )
        case "lost_zero":
            return translate(
                "DamageWords", "A spreadsheet dropped the zero. It is put back where the number leaves no doubt."
            )
        case "error_cell":
            return translate("DamageWords", "A formula failed there, for example {example}. The cells count as empty.")
        case "day_month_swapped":
            return translate(
                "DamageWords",
                "For example {example}: the order differs from the rest of the column. These dates load as doubtful.",
            )
        case "mojibake":
            return translate(
                "DamageWords",
                "For example {example}: the file was saved with a wrong encoding. It is mended only where that is "
                "certain.",
            )
        case "invisible":
            return translate(
                "DamageWords", "Spaces that don't break and characters without width; they don't count when compared."
            )
        case "look_alike":
            return translate(
                "DamageWords", "For example {example}: letters of another alphabet, or an O among digits. Please check."
            )
        case "several_customers":
            return translate(
                "DamageWords", "For example {example}. The row stays one record; ask for one customer per row."
            )
        case "several_values":
            return translate(
                "DamageWords", "For example {example}. The row stays one record; ask for one value per cell."
            )
        case "wrong_column":
            return translate(
                "DamageWords", "For example {example}. A value that clearly belongs elsewhere is read as what it is."
            )
    return ""


def _request(finding: Finding) -> str:
    match finding.detail:
        case "cut_digits" | "scientific":
            return translate(
                "DamageWords",
                "Excel cut these long numbers. Please format the column as text before typing or pasting, fill the "
                "numbers in again and send the list anew.",
            )
        case "read_as_number" | "lost_zero":
            return translate(
                "DamageWords",
                "The column is formatted as number, which drops zeros and adds signs. Please format it as text and "
                "export the list again.",
            )
        case "turned_into_date":
            return translate(
                "DamageWords",
                "Excel turned these values into dates or numbers. Please format the column as text and fill them in "
                "again.",
            )
        case "error_cell":
            return translate("DamageWords", "The formulas give errors. Please send the values themselves.")
        case "day_month_swapped":
            return translate(
                "DamageWords", "Day and month are swapped. Please write all dates the same way, best as 2026-05-31."
            )
        case "mojibake":
            return translate("DamageWords", "The letters are broken. Please save the file as UTF-8 or as .xlsx.")
        case "invisible" | "look_alike":
            return translate(
                "DamageWords", "There are invisible or foreign look-alike characters. Please type these values anew."
            )
        case "several_customers":
            return translate("DamageWords", "Please write one customer per row.")
        case "several_values":
            return translate("DamageWords", "Please write one value per cell, and one customer per row.")
        case "wrong_column":
            return translate("DamageWords", "These values stand in the wrong column. Please move them.")
    if finding.kind is DamageKind.DUPLICATE_KEY:
        return translate("DamageWords", "The key stands in more than one row. Please give every customer their own.")
    if finding.kind is DamageKind.PLACEHOLDER:
        return translate("DamageWords", "These are placeholders. Please leave the cell empty where nothing is known.")
    return translate("DamageWords", "These values look wrong. Please check them.")
