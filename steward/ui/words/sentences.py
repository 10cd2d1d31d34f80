"""Whole sentences about decisions, evidence, findings and failures, from the enums and arguments of lower layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from steward.domain.decisions import DecisionKind, Relation
from steward.ui.words.attributes import attribute_in_sentence, attribute_label
from steward.ui.words.joining import join_words, number_ranges
from steward.ui.words.labels import decision_kind_label, relation_label, strength_label
from steward.ui.words.names import shown_title
from steward.ui.words.problems import translated
from steward.workspace.customers.customer_views import EventKind
from steward.workspace.lists.list_views import DamageKind
from steward.workspace.views import ReasonKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.errors import StewardError
    from steward.ui.language import Language
    from steward.ui.words.masking import Mask
    from steward.workspace.customers.customer_views import Event
    from steward.workspace.decisions.log_views import DecisionView, Reopened
    from steward.workspace.lists.list_views import Finding, TablePreview
    from steward.workspace.views import Flip, Reason

translate = QCoreApplication.translate


def decision_sentence(decision: DecisionView, mask: Mask) -> str:
    """ "Merged 3, Dewi Lestari" - short enough for a list."""
    title = shown_title(decision.title, mask) if decision.title else ""
    attribute = attribute_label(decision.attribute)
    match decision.kind:
        case DecisionKind.MERGE:
            return translate("Sentences", "Merged {count}, {title}").format(count=decision.record_count, title=title)
        case DecisionKind.NOT_SAME if decision.relation is Relation.NONE:
            return translate("Sentences", "Not related, {title}").format(title=title)
        case DecisionKind.NOT_SAME:
            return translate("Sentences", "Not the same, {title}").format(title=title)
        case DecisionKind.RELATED:
            relation = relation_label(decision.relation) if decision.relation else ""
            return translate("Sentences", "Related, {title}: {relation}").format(title=title, relation=relation)
        case DecisionKind.SPLIT:
            return translate("Sentences", "Split, {title}").format(title=title)
        case DecisionKind.ARRANGE:
            return translate("Sentences", "Arranged into customers, {title}").format(title=title)
        case DecisionKind.TAKE_OUT:
            return translate("Sentences", "Taken out, {title}").format(title=title)
        case DecisionKind.OVERRIDE:
            return translate("Sentences", "{attribute} changed, {title}").format(attribute=attribute, title=title)
        case DecisionKind.LOCK:
            return translate("Sentences", "{attribute} locked, {title}").format(attribute=attribute, title=title)
        case DecisionKind.UNLOCK:
            return translate("Sentences", "{attribute} unlocked, {title}").format(attribute=attribute, title=title)
        case DecisionKind.DEFER:
            return translate("Sentences", "Later, {title}").format(title=title)
        case DecisionKind.DELIVERY:
            return translate("Sentences", "{title} loaded").format(title=title)
        case DecisionKind.REVERSE:
            text = translate("Sentences", "Reversed #{number}, {title}").format(number=decision.reverses, title=title)
            return text if title else text.rstrip(", ")
    label = decision_kind_label(decision.kind)
    return f"{label}, {title}" if title else label


def reason_sentence(reasons: Sequence[Reason]) -> str:
    """The why line: one clause per reason, "1 and 2 share NIK and phone. 4 has another valid NIK."."""
    return " ".join(clause for clause in map(_clause, reasons) if clause)


def flip_sentence(flip: Flip) -> str:
    """What would change the verdict."""
    return translate("Sentences", "Without {attribute} the weakest link drops to {strength} ({bits} bits).").format(
        attribute=attribute_in_sentence(flip.attribute),
        strength=strength_label(flip.strength),
        bits=bits_text(flip.match_weight),
    )


def veto_sentence(vetoes: Sequence[str]) -> str:
    """Why the merge is forbidden, "" without a veto."""
    if not vetoes:
        return ""
    return translate("Sentences", "Veto: different valid {attributes}; only a reason merges them.").format(
        attributes=join_words([attribute_in_sentence(name) for name in vetoes])
    )


def reopened_sentence(found: Sequence[Reopened], language: Language) -> str:
    """What changed since the newest decision that set records of a cluster apart, "" when none is asked again."""
    if not found:
        return ""
    newest = max((one.decision for one in found), key=lambda decision: decision.id)
    changed = dict.fromkeys(name for one in found if one.decision.id == newest.id for name in one.changed)
    return translate(
        "Sentences", "Since {steward} decided on {day} (#{number}, {decision}): {attributes} changed."
    ).format(
        steward=newest.decided_by,
        day=language.day(newest.decided_at),
        number=newest.id,
        decision=decision_kind_label(newest.kind),
        attributes=join_words([attribute_in_sentence(name) for name in changed]),
    )


def finding_title(finding: Finding) -> str:
    """What a list's finding is, with its count."""
    rows, column = _row_count(finding.rows), finding.column
    match finding.kind:
        case DamageKind.ID_DAMAGED:
            return translate("Sentences", "Doubtful values in {column}: {rows}").format(column=column, rows=rows)
        case DamageKind.DATE_ORDER:
            return translate("Sentences", "Order of day and month in {column}").format(column=column)
        case DamageKind.DECIMAL_SIGN if finding.detail == "comma":
            return translate("Sentences", "The comma is the decimal sign in {column}").format(column=column)
        case DamageKind.DECIMAL_SIGN if finding.detail == "point":
            return translate("Sentences", "The point is the decimal sign in {column}").format(column=column)
        case DamageKind.DECIMAL_SIGN:
            return translate("Sentences", "Points and commas group thousands in {column}").format(column=column)
        case DamageKind.SHARED_VALUE:
            return translate("Sentences", "{value} stands in {rows}").format(value=finding.example, rows=rows)
        case DamageKind.PLACEHOLDER:
            return translate("Sentences", "Placeholders in {column}: {rows}").format(column=column, rows=rows)
        case DamageKind.INVALID:
            return translate("Sentences", "Unusual values in {column}: {rows}").format(column=column, rows=rows)
        case DamageKind.DUPLICATE_KEY:
            return translate("Sentences", "Key repeated: {rows}").format(rows=rows)
        case DamageKind.LAYOUT:
            return translate("Sentences", "Layout of the sheet")


def finding_sentence(finding: Finding) -> str:
    """What Steward does about it; nothing is ever changed in the file."""
    match finding.kind:
        case DamageKind.DATE_ORDER:
            return translate(
                "Sentences", "Dates that could be read both ways: {rows}, for example {example}. They load as doubtful."
            ).format(rows=QLocale().toString(finding.rows), example=finding.example)
        case DamageKind.DECIMAL_SIGN:
            is_decided = any(proof.is_decisive for proof in finding.proofs)
            others = translate("Sentences", "Numbers that could be read both ways: {count}; the others decide how.")
            none = translate("Sentences", "Numbers that could be read both ways: {count}; no other decides how.")
            return (others if is_decided else none).format(count=QLocale().toString(finding.ambiguous_rows))
        case DamageKind.SHARED_VALUE:
            return translate(
                "Sentences", "Looks like a shared value. It stays visible and counts little when rows are matched."
            )
        case DamageKind.PLACEHOLDER:
            return translate(
                "Sentences", "For example {example}. Placeholders are kept as delivered and never count as evidence."
            ).format(example=finding.example)
        case DamageKind.ID_DAMAGED | DamageKind.INVALID:
            return translate(
                "Sentences", "For example {example}. They are kept as delivered and load as doubtful."
            ).format(example=finding.example)
        case DamageKind.DUPLICATE_KEY:
            return translate(
                "Sentences", "For example {example}. Every row is kept; the last one counts as the newest version."
            ).format(example=finding.example)
        case DamageKind.LAYOUT:
            return finding.detail or finding.example


def preview_sentence(table: TablePreview) -> str:
    """Where the table of a sheet was found and how large it is."""
    where = translate("Sentences", "headers in row {row}").format(row=QLocale().toString(table.header_row))
    columns = len(table.columns)
    width = translate("Sentences", "{count} columns") if columns != 1 else translate("Sentences", "1 column")
    size = f"{_row_count(table.row_count)}, {width.format(count=QLocale().toString(columns))}"
    parts = [translate("Sentences", "sheet {name}").format(name=table.sheet)] if table.sheet else []
    return "  ·  ".join([*parts, where, size])


def _row_count(count: int) -> str:
    text = translate("Sentences", "1 row") if count == 1 else translate("Sentences", "{count} rows")
    return text.format(count=QLocale().toString(count))


def event_sentence(event: Event, mask: Mask) -> str:
    """One line of a customer's timeline."""
    if event.decision is not None:
        return decision_sentence(event.decision, mask)
    match event.kind:
        case EventKind.RECORD_SEEN:
            text = translate("Sentences", "First seen in {source}")
        case EventKind.RECORD_CHANGED:
            text = translate("Sentences", "Changed in {source}")
        case EventKind.ACTIVITY:
            text = translate("Sentences", "Last activity in {source}")
        case EventKind.DECISION:
            return event.detail
    sentence = text.format(source=event.source.name if event.source else "")
    return f"{sentence}: {event.detail}" if event.detail else sentence


def problem_sentence(error: StewardError) -> str:
    """The failure in the language of the window."""
    return translated(str(error))


def bits_text(weight: float) -> str:
    """A match weight with its sign: "+9.8", "−11.0"."""
    return ("−" if weight < 0 else "+") + QLocale().toString(abs(float(weight)), "f", 1)


def _clause(reason: Reason) -> str:
    members = number_ranges(reason.members)
    attributes = join_words([attribute_in_sentence(name) for name in reason.attributes])
    match reason.kind:
        case ReasonKind.SAME_VALUES:
            text = translate("Sentences", "{members} share {attributes}.")
        case ReasonKind.SIMILAR_VALUES:
            text = translate("Sentences", "{members} are similar in {attributes}.")
        case ReasonKind.CONTRADICTS:
            text = translate("Sentences", "{members} differ in {attributes}.")
            if len(reason.members) == 1:
                text = translate("Sentences", "{members} has another {attributes}.")
    return text.format(members=members, attributes=attributes)
