"""The events of a customer as lines: what was seen, what was done, and whether it can be undone here."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.domain.decisions import DecisionKind
from steward.ui.words.labels import decision_icon
from steward.ui.words.sentences import event_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.records import Source
    from steward.ui.language import Language
    from steward.ui.words.masking import Mask
    from steward.workspace.customers.customer_views import Event
    from steward.workspace.decisions.log_views import DecisionView


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event. ``icon`` stands for a decision, ``source`` for a record."""

    day: str
    sentence: str
    source: Source | None
    icon: str
    decision: DecisionView | None

    @property
    def is_decision(self) -> bool:
        """True for a steward's act."""
        return self.decision is not None

    @property
    def is_undone(self) -> bool:
        """True for a decision that a later one reversed."""
        return self.decision is not None and self.decision.reversed_by is not None

    @property
    def can_undo(self) -> bool:
        """True for a decision that stands; deliveries are undone on the page of the lists."""
        decision = self.decision
        return decision is not None and decision.reversed_by is None and decision.kind is not DecisionKind.DELIVERY

    @property
    def spoken(self) -> str:
        """The whole line as one text."""
        source = self.source.name if self.source else ""
        return " · ".join(part for part in (self.day, source, self.sentence) if part)


def timeline_rows(events: Sequence[Event], language: Language, mask: Mask) -> tuple[TimelineRow, ...]:
    """The lines of the timeline, in the order of the events; what happened alike on one day is one line."""
    rows: list[TimelineRow] = []
    for (day, sentence), group in groupby(events, key=lambda event: (event.on, _sentence(event, mask))):
        alike = list(group)
        event = alike[0]
        if len(alike) > 1:
            text = QCoreApplication.translate("Timeline", "{event}, {count} records")
            sentence = text.format(event=sentence, count=language.number(len(alike)))
        icon = decision_icon(event.decision.kind) if event.decision else "circle-dot"
        rows.append(TimelineRow(language.day_of_text(day), sentence, event.source, icon, event.decision))
    return tuple(rows)


def _sentence(event: Event, mask: Mask) -> str:
    text = event_sentence(event, mask)
    if event.decision is None:
        return text
    if event.decision.reversed_by is not None:
        return QCoreApplication.translate("Timeline", "{decision}, undone").format(decision=text)
    return QCoreApplication.translate("Timeline", "{decision}, #{number} by {steward}").format(
        decision=text, number=event.decision.id, steward=event.decision.decided_by
    )
