"""What the panel beside the grid lists: origins of a cell, a timeline, comments, hits of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.domain.identity import format_cin
from steward.ui.models.compare_texts import member_name, row_place_text
from steward.ui.pages.review.panel_lines import PanelLine
from steward.ui.pages.review.texts import share_text
from steward.ui.words.labels import decision_icon, rule_label
from steward.ui.words.names import shown_title
from steward.ui.words.sentences import event_sentence
from steward.ui.words.values import value_text
from steward.workspace.customers.customer_views import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steward.ui.language import Language
    from steward.ui.models.compare_table import CompareTable
    from steward.ui.words.masking import Mask
    from steward.workspace.customers.customer_views import CustomerView, SearchHit
    from steward.workspace.decisions.log_views import Comment
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.views import SimilarRecord

translate = QCoreApplication.translate

MOST_EVENTS = 200


def provenance_lines(draft: ReviewDraft, table: CompareTable, attribute: str, mask: Mask) -> list[PanelLine]:
    """The golden value with its rule, then every value of every member as delivered and as standardized."""
    lines: list[PanelLine] = []
    golden = table.rows[attribute].golden
    if golden is not None:
        parts = [rule_label(golden.rule)]
        if golden.support > 1:
            parts.append(translate("ReviewPanel", "in {count} records").format(count=golden.support))
        if golden.is_locked:
            parts.append(translate("CompareGrid", "locked"))
        if golden.runner_up:
            runner_up = mask.text(attribute, value_text(attribute, golden.runner_up))
            parts.append(translate("ReviewPanel", "before {value}").format(value=runner_up))
        text = mask.text(attribute, value_text(attribute, golden.value))
        lines.append(PanelLine(text, ", ".join(parts), icon="badge-check", tone="gold", is_strong=True))
    for member in table.members:
        record = draft.basis.records[member.record_id]
        place = f"{member_name(member)} · {row_place_text(member)}"
        values, standards = record.values.get(attribute, ()), record.standard.get(attribute, ())
        if not values:
            empty = translate("CompareGrid", "empty")
            lines.append(PanelLine(empty, place, member.source, value=member.record_id))
        for value, standard in zip(values, [*standards, *[""] * len(values)], strict=False):
            shown = value_text(attribute, standard)
            detail = f"{mask.text(attribute, shown)} · {place}" if standard and shown != value else place
            is_golden = golden is not None and golden.value in (value, standard)
            text = mask.text(attribute, value)
            lines.append(PanelLine(text, detail, member.source, is_strong=is_golden, value=member.record_id))
    return lines


def timeline_lines(customers: Sequence[CustomerView], language: Language, mask: Mask) -> list[PanelLine]:
    """What happened to the customers of a cluster, newest first; a decision about two of them stands once."""
    dated = [(event.on, place, event) for place, customer in enumerate(customers) for event in customer.timeline]
    seen: set[int] = set()
    lines: list[PanelLine] = []
    for on, place, event in sorted(dated, key=lambda found: (found[0], -found[1]), reverse=True):
        if event.decision is not None and event.decision.id in seen:
            continue
        icon = "upload" if event.kind is EventKind.RECORD_SEEN else "clock"
        if event.decision is not None:
            seen.add(event.decision.id)
            icon = decision_icon(event.decision.kind)
        detail = f"{language.day_of_text(on)} · {format_cin(customers[place].cin)}"
        lines.append(PanelLine(event_sentence(event, mask), detail, event.source, icon))
    return lines[:MOST_EVENTS]


def comment_lines(comments: Iterable[Comment], steward: str, language: Language) -> list[PanelLine]:
    """Who is to decide, "" for everyone; then what stewards noted, newest first."""
    decides = translate("ReviewPanel", "{steward} is to decide this cluster").format(steward=steward)
    assigned = [PanelLine(decides, icon="users", is_strong=True)] if steward else []
    return assigned + [
        PanelLine(comment.text, f"{comment.decided_by} · {language.day(comment.decided_at)}", icon="message-square")
        for comment in comments
    ]


def record_lines(
    records: Iterable[SimilarRecord], inside: Iterable[int], language: Language, mask: Mask
) -> list[PanelLine]:
    """Records that a search found; those that are in the cluster can't be chosen."""
    members = set(inside)
    lines = []
    for record in records:
        is_member = record.record_id in members
        share = share_text(record.probability, language) if record.probability > 0 else ""
        detail = translate("ReviewPanel", "in this cluster") if is_member else share
        told = [mask.text(name, value_text(name, value)) for name, value in record.told_by]
        parts = " · ".join(part for part in (record.source.name, *told, detail) if part)
        lines.append(
            PanelLine(
                shown_title(record.title, mask), parts, record.source, value=None if is_member else record.record_id
            )
        )
    return lines or [_nothing_found()]


def customer_lines(hits: Iterable[SearchHit], mask: Mask) -> list[PanelLine]:
    """Customers that a search found."""
    lines = []
    for hit in hits:
        parts = filter(None, (format_cin(hit.cin), hit.city, mask.found(hit.matched)))
        source = hit.sources[0] if hit.sources else None
        lines.append(PanelLine(shown_title(hit.title, mask), " · ".join(parts), source, "user", value=hit.cin))
    return lines or [_nothing_found()]


def _nothing_found() -> PanelLine:
    return PanelLine(
        translate("ReviewPanel", "Nothing found"),
        translate("ReviewPanel", "Try a part of the name, a phone or an id"),
        icon="search",
    )
