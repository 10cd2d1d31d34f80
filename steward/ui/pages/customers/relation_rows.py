"""Customers who belong to one as the lines of its cards: those a steward told of, and those who seem to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.identity import format_cin
from steward.ui.pages.customers.card_rows import CardRow
from steward.ui.words.attributes import attribute_in_sentence
from steward.ui.words.joining import join_words
from steward.ui.words.labels import relation_label
from steward.ui.words.names import shown_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.ui.language import Language
    from steward.ui.words.masking import Mask
    from steward.workspace.customers.customer_views import CustomerView, ProposedRelation

#: Of what customers share so much is named beside them; the panel names all of it.
_MOST_REASONS = 2
_NEARLY_CERTAIN = 0.99


def related_rows(view: CustomerView, mask: Mask) -> tuple[CardRow, ...]:
    """The customers that belong to this one without being it."""
    return tuple(
        CardRow(
            key=related.cin,
            icon="users",
            value=shown_title(related.title, mask),
            hint=format_cin(related.cin),
            note=relation_label(related.relation),
        )
        for related in view.related
    )


def proposed_rows(proposals: Sequence[ProposedRelation], language: Language, mask: Mask) -> tuple[CardRow, ...]:
    """Customers who seem to belong to this one, what they share, how they belong and how likely it is."""
    return tuple(
        CardRow(
            key=proposal.cin,
            icon="users",
            value=shown_title(proposal.title, mask),
            hint=join_words(
                [attribute_in_sentence(evidence.attributes[0]) for evidence in proposal.evidence[:_MOST_REASONS]]
            ),
            note=f"{likelihood(proposal, language)} {relation_label(proposal.relation)}",
        )
        for proposal in proposals
    )


def likelihood(proposal: ProposedRelation, language: Language) -> str:
    """How likely it is, never as if it were certain."""
    return language.percent(min(proposal.probability, _NEARLY_CERTAIN))
