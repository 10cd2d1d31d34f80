"""What the side panel says before something is changed: where a value comes from, what an undo or a parting does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.domain.decisions import TIES
from steward.domain.identity import format_cin
from steward.ui.pages.customers.card_rows import CardRow
from steward.ui.pages.customers.customer_rows import known_by, origin_rows
from steward.ui.pages.customers.relation_rows import likelihood
from steward.ui.pages.customers.side_panel import PanelContent
from steward.ui.words.attributes import attribute_label
from steward.ui.words.joining import in_order
from steward.ui.words.labels import relation_label, rule_label
from steward.ui.words.names import shown_title
from steward.ui.words.sentences import decision_sentence
from steward.ui.words.values import typed_text, value_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from steward.domain.decisions import Relation
    from steward.domain.pairs import Evidence
    from steward.domain.records import RecordId
    from steward.ui.language import Language
    from steward.ui.words.masking import Mask
    from steward.workspace.customers.customer_views import CustomerRecord, CustomerView, ProposedRelation
    from steward.workspace.decisions.log_views import Move, ReversePreview

translate = QCoreApplication.translate

_VALUES_SHOWN = 8


def origin_content(
    view: CustomerView, attribute: str, values: Mapping[RecordId, str], language: Language, mask: Mask
) -> PanelContent:
    """Every record's value of one attribute, and the way to lock or change the golden one."""
    golden = next((value for value in view.values if value.attribute == attribute and value.position == 0), None)
    label = attribute_label(attribute)
    sentences = []
    if golden is not None:
        sentences.append(
            translate("CustomerPanels", "{value} stands by the rule: {rule}.").format(
                value=mask.text(attribute, value_text(attribute, golden.value)), rule=rule_label(golden.rule)
            )
        )
        if golden.runner_up:
            runner_up = mask.text(attribute, value_text(attribute, golden.runner_up))
            sentences.append(translate("CustomerPanels", "Runner-up: {value}.").format(value=runner_up))
        if golden.decision_id is not None:
            sentences.append(translate("CustomerPanels", "Decision #{number}.").format(number=golden.decision_id))
    lock, unlock = translate("CustomerPanels", "Lock the value"), translate("CustomerPanels", "Unlock the value")
    return PanelContent(
        title=translate("CustomerPanels", "Where “{attribute}” comes from").format(attribute=label),
        rows=origin_rows(view, attribute, lambda record_id: values.get(record_id, ""), language, mask),
        sentence=" ".join(sentences),
        secondary=unlock if golden is not None and golden.is_locked else lock,
    )


def edit_content(view: CustomerView, attribute: str, mask: Mask) -> PanelContent:
    """Type another golden value; the records stay as they are. A masked value is typed anew."""
    golden = next((value for value in view.values if value.attribute == attribute and value.position == 0), None)
    return PanelContent(
        title=translate("CustomerPanels", "Another value for “{attribute}”").format(
            attribute=attribute_label(attribute)
        ),
        sentence=translate(
            "CustomerPanels", "It becomes a decision of yours and can be undone. The records stay as delivered."
        ),
        primary=translate("CustomerPanels", "Use this value"),
        typed=typed_text(attribute, golden.value) if golden and not mask.hides(attribute) else "",
        hint=mask.text(attribute, golden.value) if golden else "",
    )


def undo_content(preview: ReversePreview, mask: Mask) -> PanelContent:
    """What undoing a decision would change."""
    decision = preview.decision
    sentences = [translate("CustomerPanels", "Undoing it changes nothing else.")] if not preview.moves else []
    if preview.revived_cins:
        sentences.append(
            translate("CustomerPanels", "Comes back: CIN {cins}.").format(cins=_cins(preview.revived_cins))
        )
    if preview.retired_cins:
        sentences.append(
            translate("CustomerPanels", "Retires and forwards: CIN {cins}.").format(cins=_cins(preview.retired_cins))
        )
    if len(preview.values) > _VALUES_SHOWN:
        more = translate("CustomerPanels", "Values that change besides: {count}.")
        sentences.append(more.format(count=len(preview.values) - _VALUES_SHOWN))
    if preview.later:
        later = ", ".join(f"#{one.id}" for one in preview.later)
        sentences.append(
            translate("CustomerPanels", "Later decisions on the same records stay: {later}.").format(later=later)
        )
    return PanelContent(
        title=translate("CustomerPanels", "Undo #{number}: {decision}").format(
            number=decision.id, decision=decision_sentence(decision, mask)
        ),
        rows=(*(_move_row(move, mask) for move in preview.moves), *_value_rows(preview, mask)),
        sentence=" ".join(sentences),
        primary=translate("CustomerPanels", "Undo #{number}").format(number=decision.id),
    )


def take_out_content(view: CustomerView, chosen: CustomerRecord | None, language: Language, mask: Mask) -> PanelContent:
    """Choose a record, and read what would become of it and of the rest."""
    rows = tuple(
        CardRow(
            key=str(record.record_id),
            lead=record.source,
            value=known_by(record, language, mask),
            hint=language.day_of_text(record.delivered_on),
            note=translate("CustomerPanels", "goes out") if chosen is record else translate("CustomerPanels", "stays"),
            note_icon="split" if chosen is record else "",
            note_token="warn" if chosen is record else "text3",
            weight=600 if chosen is record else 400,
        )
        for record in view.records
    )
    if chosen is None:
        sentence = translate("CustomerPanels", "Choose the record that is somebody else.")
        return PanelContent(translate("CustomerPanels", "Take a record out"), rows, sentence)
    sentence = translate(
        "CustomerPanels",
        "{key} becomes a customer of its own with its own CIN. {title} keeps CIN {cin} and {count} of {total} records. "
        "Nothing is lost, and it can be undone.",
    ).format(
        key=known_by(chosen, language, mask),
        title=shown_title(view.title, mask),
        cin=format_cin(view.cin),
        count=language.number(len(view.records) - 1),
        total=language.number(len(view.records)),
    )
    return PanelContent(
        translate("CustomerPanels", "Take a record out"),
        rows,
        sentence,
        primary=translate("CustomerPanels", "Take {key} out").format(key=known_by(chosen, language, mask)),
    )


def relation_content(proposal: ProposedRelation, chosen: Relation, language: Language, mask: Mask) -> PanelContent:
    """What says that another customer belongs to this one, and the way to record how, or that they don't."""
    title, relation = shown_title(proposal.title, mask), relation_label(proposal.relation)
    told = translate(
        "CustomerPanels",
        "As two customers, they belong together with a likelihood of {share}: {relation}. Recorded, each shows the "
        "other, and both keep their CIN. It can be undone.",
    ).format(share=likelihood(proposal, language), relation=relation)
    refused = translate("CustomerPanels", "Not related: they are two customers, and it is not proposed again.")
    return PanelContent(
        title=translate("CustomerPanels", "Does {title} belong here?").format(title=title),
        rows=tuple(_evidence_row(evidence, language, mask) for evidence in proposal.evidence),
        sentence=f"{told} {refused}",
        primary=translate("CustomerPanels", "Record"),
        secondary=translate("CustomerPanels", "Open that customer"),
        choices={tie.value: relation_label(tie) for tie in TIES},
        chosen=chosen.value,
        refusal=translate("CustomerPanels", "Not related"),
    )


def _evidence_row(evidence: Evidence, language: Language, mask: Mask) -> CardRow:
    """Both values, or the one they share, and the bits by which it speaks for it."""
    attribute = evidence.attributes[0]
    both = [mask.text(attribute, value_text(attribute, value)) for value in (evidence.left, evidence.right)]
    return CardRow(
        key=attribute,
        label=attribute_label(attribute),
        value=in_order(list(dict.fromkeys(both)), " · "),
        note=translate("CustomerPanels", "{bits} bits").format(bits=language.bits(evidence.match_weight)),
        weight=400,
    )


def _move_row(move: Move, mask: Mask) -> CardRow:
    return CardRow(
        key=str(move.record_id),
        lead=move.source,
        value=shown_title(move.title, mask),
        hint=format_cin(move.before) if move.before else "",
        note=format_cin(move.after) if move.after else translate("CustomerPanels", "leaves"),
        note_icon="arrow-right",
    )


def _value_rows(preview: ReversePreview, mask: Mask) -> Iterator[CardRow]:
    """What golden values become; of which customer, where there are several."""
    is_one = len({cin for cin, *_ in preview.values}) == 1
    empty = translate("CustomerPanels", "empty")
    for cin, attribute, before, after in preview.values[:_VALUES_SHOWN]:
        texts = [mask.text(attribute, value_text(attribute, value)) or empty for value in (before, after)]
        yield CardRow(
            key=f"{cin}/{attribute}",
            label=attribute_label(attribute),
            value=in_order(texts, " → "),
            hint="" if is_one else format_cin(cin),
            weight=400,
        )


def _cins(cins: tuple[str, ...]) -> str:
    return ", ".join(format_cin(cin) for cin in cins)
