"""The texts of a report card, so that it can be written in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from steward.domain.attributes import ATTRIBUTES, attribute_title
from steward.ui.language import QT_TRANSLATE_NOOP
from steward.ui.words.attributes import attribute_label, target_label

TEXTS: tuple[str, ...] = (
    # the sheets and their columns
    QT_TRANSLATE_NOOP("ReportCard", "Summary"),
    QT_TRANSLATE_NOOP("ReportCard", "Findings"),
    QT_TRANSLATE_NOOP("ReportCard", "Cells to look at"),
    QT_TRANSLATE_NOOP("ReportCard", "Rows held back"),
    QT_TRANSLATE_NOOP("ReportCard", "Columns"),
    QT_TRANSLATE_NOOP("ReportCard", "Figure"),
    QT_TRANSLATE_NOOP("ReportCard", "Value"),
    QT_TRANSLATE_NOOP("ReportCard", "List"),
    QT_TRANSLATE_NOOP("ReportCard", "File"),
    QT_TRANSLATE_NOOP("ReportCard", "Sheet"),
    QT_TRANSLATE_NOOP("ReportCard", "Loaded"),
    QT_TRANSLATE_NOOP("ReportCard", "Rows read"),
    QT_TRANSLATE_NOOP("ReportCard", "New customers' rows"),
    QT_TRANSLATE_NOOP("ReportCard", "Changed rows"),
    QT_TRANSLATE_NOOP("ReportCard", "Unchanged rows"),
    QT_TRANSLATE_NOOP("ReportCard", "Rows that repeat a key"),
    QT_TRANSLATE_NOOP("ReportCard", "Column"),
    QT_TRANSLATE_NOOP("ReportCard", "Finding"),
    QT_TRANSLATE_NOOP("ReportCard", "Rows"),
    QT_TRANSLATE_NOOP("ReportCard", "Example"),
    QT_TRANSLATE_NOOP("ReportCard", "In rows"),
    QT_TRANSLATE_NOOP("ReportCard", "What to do"),
    QT_TRANSLATE_NOOP("ReportCard", "Row"),
    QT_TRANSLATE_NOOP("ReportCard", "Why it was held back"),
    QT_TRANSLATE_NOOP("ReportCard", "Understood as"),
    QT_TRANSLATE_NOOP("ReportCard", "Filled"),
    QT_TRANSLATE_NOOP("ReportCard", "Empty"),
    QT_TRANSLATE_NOOP("ReportCard", "Good"),
    QT_TRANSLATE_NOOP("ReportCard", "Doubtful"),
    QT_TRANSLATE_NOOP("ReportCard", "Unusual"),
    QT_TRANSLATE_NOOP("ReportCard", "Placeholders"),
    QT_TRANSLATE_NOOP("ReportCard", "Distinct"),
    QT_TRANSLATE_NOOP("ReportCard", "Most frequent"),
    QT_TRANSLATE_NOOP("ReportCard", "Most frequent make"),
    QT_TRANSLATE_NOOP("ReportCard", "Shortest"),
    QT_TRANSLATE_NOOP("ReportCard", "Longest"),
    # what is wrong
    QT_TRANSLATE_NOOP("ReportCard", "Key stands twice"),
    QT_TRANSLATE_NOOP("ReportCard", "No key"),
    QT_TRANSLATE_NOOP("ReportCard", "Row with too many or too few cells"),
    QT_TRANSLATE_NOOP("ReportCard", "Number damaged by a spreadsheet"),
    QT_TRANSLATE_NOOP("ReportCard", "Unusual value"),
    QT_TRANSLATE_NOOP("ReportCard", "Placeholder"),
    QT_TRANSLATE_NOOP("ReportCard", "Date that can be read two ways"),
    QT_TRANSLATE_NOOP("ReportCard", "Error of a formula"),
    QT_TRANSLATE_NOOP("ReportCard", "Leading zero lost"),
    QT_TRANSLATE_NOOP("ReportCard", "Turned into a date by a spreadsheet"),
    QT_TRANSLATE_NOOP("ReportCard", "Day and month swapped"),
    QT_TRANSLATE_NOOP("ReportCard", "Broken or invisible characters"),
    QT_TRANSLATE_NOOP("ReportCard", "Several customers or values in one cell"),
    QT_TRANSLATE_NOOP("ReportCard", "Value in the wrong column"),
    # why a row was held back
    QT_TRANSLATE_NOOP("ReportCard", "A total, not a customer"),
    QT_TRANSLATE_NOOP("ReportCard", "The cells slipped into other columns"),
    QT_TRANSLATE_NOOP("ReportCard", "Control characters in a cell"),
    QT_TRANSLATE_NOOP("ReportCard", "A cell longer than a spreadsheet can hold"),
    # what the department can do
    QT_TRANSLATE_NOOP("ReportCard", "Give every customer a number of their own."),
    QT_TRANSLATE_NOOP("ReportCard", "Fill in the number by which you know the customer."),
    QT_TRANSLATE_NOOP("ReportCard", "Check the row for separators inside its cells."),
    QT_TRANSLATE_NOOP(
        "ReportCard",
        "Format the column as Text before you type or paste, and enter the number anew from its document.",
    ),
    QT_TRANSLATE_NOOP("ReportCard", "Check the value; if it is right, nothing needs to be done."),
    QT_TRANSLATE_NOOP("ReportCard", "Leave the cell empty where nothing is known."),
    QT_TRANSLATE_NOOP("ReportCard", "Write dates as year-month-day, such as 1985-04-17."),
    QT_TRANSLATE_NOOP("ReportCard", "Mend the formula, or paste the values only."),
    QT_TRANSLATE_NOOP("ReportCard", "Format the column as Text, then enter the value with its zero."),
    QT_TRANSLATE_NOOP("ReportCard", "Format the column as Text before you type or paste, and enter the value anew."),
    QT_TRANSLATE_NOOP("ReportCard", "Check the date against its document."),
    QT_TRANSLATE_NOOP("ReportCard", "Type the text anew, or save the file as UTF-8."),
    QT_TRANSLATE_NOOP("ReportCard", "Give every customer a row, and every value a cell of its own."),
    QT_TRANSLATE_NOOP("ReportCard", "Move the value to its column."),
)


def card_texts() -> dict[str, str]:
    """Every text of a card in the language in force; it can be handed to another process."""
    said = {text: QCoreApplication.translate("ReportCard", text) for text in TEXTS}
    attributes = {attribute_title(name): attribute_label(name) for name in ATTRIBUTES}
    return {**attributes, "Source key": target_label("source_key"), **said}
