"""What is doubtful about a delivery as a whole, and how its columns differ from the last one, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.ui.words.attributes import target_label
from steward.workspace.lists.delivery_gates import GateKind

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.workspace.lists.delivery_gates import Gate

translate = QCoreApplication.translate

#: Doubts that a steward reads and answers before the list is loaded; the others are only told.
SERIOUS_GATES = frozenset(
    {
        GateKind.SAME_FILE,
        GateKind.SAME_FILE_OLDER,
        GateKind.OLDER_FILE,
        GateKind.ROWS_FELL,
        GateKind.COLUMN_VANISHED,
        GateKind.KEY_CHANGED,
    }
)


def gate_title(gate: Gate) -> str:
    """The doubt in a few words."""
    match gate.kind:
        case GateKind.SAME_FILE:
            return translate("GateWords", "This very file was loaded before")
        case GateKind.SAME_FILE_OLDER | GateKind.OLDER_FILE:
            return translate("GateWords", "The file is older than the last one")
        case GateKind.ROWS_FELL:
            return translate("GateWords", "Far fewer rows than last time")
        case GateKind.COLUMN_VANISHED:
            return translate("GateWords", "The column {column} is gone").format(column=gate.arguments[0])
        case GateKind.KEY_CHANGED:
            return translate("GateWords", "The keys look different")
        case GateKind.NO_KEY:
            return translate("GateWords", "No key column")
        case GateKind.PARTIAL:
            return translate("GateWords", "Looks like a part of the list")
        case GateKind.MISSING:
            return translate("GateWords", "Known records are missing")
        case GateKind.RENAMED | GateKind.RENAMED_AND_EDITED:
            return translate("GateWords", "Records came under another key")


def gate_sentence(gate: Gate, language: Language) -> str:
    """What it means for the load, and what to check."""
    told = gate.arguments
    match gate.kind:
        case GateKind.SAME_FILE:
            text = translate("GateWords", "It was loaded on {day}. Loading it again brings nothing new.")
            return text.format(day=language.day_of_text(told[0]))
        case GateKind.SAME_FILE_OLDER:
            text = translate(
                "GateWords", "It was loaded on {day}, and another list after it. Old values may replace newer ones."
            )
            return text.format(day=language.day_of_text(told[0]))
        case GateKind.OLDER_FILE:
            text = translate(
                "GateWords",
                "It was saved on {day}, the one loaded last on {last}. Old values would replace newer ones.",
            )
            return text.format(day=language.day_of_text(told[0]), last=language.day_of_text(told[1]))
        case GateKind.ROWS_FELL:
            text = translate(
                "GateWords", "The last list had {before} rows, this one has {rows}: {share} % fewer. Was it cut off?"
            )
            return text.format(before=_number(told[0], language), rows=_number(told[1], language), share=told[2])
        case GateKind.COLUMN_VANISHED:
            text = translate(
                "GateWords", "It held {target}. Records that are loaded now have no {target} from this source."
            )
            return text.format(target=target_label(told[1]))
        case GateKind.KEY_CHANGED:
            text = translate(
                "GateWords", "It was {before}, now it is {after}. Every row would be new; choose another key column?"
            )
            return text.format(before=told[0], after=told[1])
        case GateKind.NO_KEY:
            return translate(
                "GateWords", "Rows are recognized again by their content, so a changed row counts as a new one."
            )
        case GateKind.PARTIAL:
            text = translate("GateWords", "It holds {held} of the {known} records that are known.")
            return text.format(held=_number(told[0], language), known=_number(told[1], language))
        case GateKind.MISSING:
            text = translate("GateWords", "Records of earlier deliveries that are not in it: {count}. They are kept.")
            return text.format(count=_number(told[0], language))
        case GateKind.RENAMED:
            text = translate("GateWords", "Rows with the same cells under a new key: {count}. They stay who they are.")
            return text.format(count=_number(told[0], language))
        case GateKind.RENAMED_AND_EDITED:
            text = translate(
                "GateWords",
                "Rows with a few other cells under a new key: {count}. They stay who they are, as nobody else is like "
                "them.",
            )
            return text.format(count=_number(told[0], language))


def drift_label(drift: str) -> str:
    """What became of a column since the last delivery."""
    match drift:
        case "renamed":
            return translate("GateWords", "renamed")
        case "new":
            return translate("GateWords", "new")
        case "gone":
            return translate("GateWords", "gone")
        case "moved":
            return translate("GateWords", "moved")
    return translate("GateWords", "as before")


def _number(text: str, language: Language) -> str:
    return language.number(int(text)) if text.isdigit() else text
