"""One "what to do next" card: a number, what it counts, why, and the button that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from steward.ui.pages.home.next_steps import NextStep, StepKind
from steward.ui.widgets.figure_card import FigureCard
from steward.ui.words.joining import join_words
from steward.ui.words.labels import strength_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from steward.ui.language import Language
    from steward.ui.page import PageContext

translate = QCoreApplication.translate

_ICONS = {
    StepKind.MATCH: ("refresh-cw", "accent"),
    StepKind.REVIEW: ("list-checks", "accent"),
    StepKind.DEFERRED: ("clock", "text2"),
    StepKind.DAMAGED: ("triangle-alert", "warn"),
    StepKind.OVERDUE: ("clock", "text2"),
    StepKind.EXPORT: ("download", "ok"),
    StepKind.LOAD_MORE: ("layers", "text2"),
}
_BUTTON_ICONS = {
    StepKind.MATCH: "refresh-cw",
    StepKind.REVIEW: "list-checks",
    StepKind.DEFERRED: "list-checks",
    StepKind.DAMAGED: "file-text",
    StepKind.OVERDUE: "upload",
    StepKind.EXPORT: "download",
    StepKind.LOAD_MORE: "upload",
}


class StepCard(FigureCard):
    """``chosen(kind)`` when its button is pressed."""

    chosen = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent)
        self._context = context
        self._step: NextStep | None = None
        self.button.clicked.connect(self._on_clicked)

    def show_step(self, step: NextStep, *, is_first: bool) -> None:
        """Show a step; the first one is the recommended one."""
        self._step = step
        language, (icon, token) = self._context.language, _ICONS[step.kind]
        pixmap = self._context.look.pixmap(icon, token, 20)
        self.tell(language.number(step.count), _what(step), _why(step, language), pixmap)
        self.offer(_button(step), icon=_BUTTON_ICONS[step.kind], is_proposed=is_first)

    def _on_clicked(self) -> None:
        if self._step is not None:
            self.chosen.emit(self._step.kind)


def _what(step: NextStep) -> str:
    """What the figure counts."""
    is_one = step.count == 1
    match step.kind:
        case StepKind.MATCH:
            if is_one:
                return translate("Home", "record, not matched yet")
            if step.is_first:
                return translate("Home", "records, none of them matched yet")
            return translate("Home", "records, not all of them matched")
        case StepKind.REVIEW:
            one = translate("Home", "cluster waits for a decision")
            return one if is_one else translate("Home", "clusters wait for a decision")
        case StepKind.DEFERRED:
            one = translate("Home", "cluster put off for later")
            return one if is_one else translate("Home", "clusters put off for later")
        case StepKind.DAMAGED:
            one = translate("Home", "issue in the lists loaded")
            return one if is_one else translate("Home", "issues in the lists loaded")
        case StepKind.OVERDUE:
            return translate("Home", "list is overdue") if is_one else translate("Home", "lists are overdue")
        case StepKind.EXPORT:
            one = translate("Home", "customer in the unified master")
            return one if is_one else translate("Home", "customers in the unified master")
        case StepKind.LOAD_MORE:
            return translate("Home", "list loaded") if is_one else translate("Home", "lists loaded")


def _why(step: NextStep, language: Language) -> str:
    names = join_words(step.names)
    match step.kind:
        case StepKind.MATCH:
            if step.is_first:
                return translate(
                    "Home", "Finds the rows that may be the same customer. More lists can come before or after."
                )
            return translate("Home", "Lists changed since the last match run. It compares only what is new.")
        case StepKind.REVIEW:
            counts = [(strength_label(strength).lower(), waiting) for strength, waiting in step.by_strength if waiting]
            return ", ".join(f"{language.number(waiting)} {strength}" for strength, waiting in counts)
        case StepKind.DEFERRED:
            one = translate("Home", "It waits until you open it again.")
            return one if step.count == 1 else translate("Home", "They wait until you open them again.")
        case StepKind.DAMAGED:
            kept = translate("Home", "Kept as delivered; they never decide on their own.")
            where = translate("Home", "Mostly in {lists}.").format(lists=names)
            return f"{where} {kept}" if names else kept
        case StepKind.OVERDUE:
            return translate("Home", "{lists}: last delivery over 30 days old.").format(lists=names)
        case StepKind.EXPORT:
            return translate("Home", "Excel, CSV or Parquet, with crosswalk and id changes.")
        case StepKind.LOAD_MORE:
            return translate("Home", "Drop the next list anywhere on this window.")


def _button(step: NextStep) -> str:
    match step.kind:
        case StepKind.MATCH:
            return translate("Home", "Find matches")
        case StepKind.REVIEW:
            return translate("Home", "Continue review")
        case StepKind.DEFERRED:
            return translate("Home", "Look at it") if step.count == 1 else translate("Home", "Look at them")
        case StepKind.DAMAGED:
            return translate("Home", "Look at the lists")
        case StepKind.OVERDUE:
            return translate("Home", "Load new deliveries")
        case StepKind.EXPORT:
            return translate("Home", "Export the master")
        case StepKind.LOAD_MORE:
            return translate("Home", "Load a list")
