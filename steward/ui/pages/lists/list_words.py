"""Sentences of the page Lists: why a column was guessed, the fourth delivery, what undoing a delivery does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from steward.ui.pages.lists.damage_words import damage_sentence, damage_title, is_loss, request_sentence
from steward.ui.pages.lists.row_counts import counts_sentence
from steward.ui.words.attributes import target_label
from steward.ui.words.sentences import decision_sentence, finding_sentence, finding_title
from steward.ui.words.values import number_text
from steward.workspace.lists.list_views import DamageKind

if TYPE_CHECKING:
    from steward.domain.records import Delivery
    from steward.ui.language import Language
    from steward.ui.pages.lists.load_plan import LoadPlan
    from steward.ui.words.masking import Mask
    from steward.workspace.decisions.log_views import ReversePreview
    from steward.workspace.lists.list_views import CellProof, ColumnPreview, Finding

translate = QCoreApplication.translate

#: More later decisions than these are counted; History shows them all.
_LATER_NAMED = 6
_YEAR_FIRST = re.compile(r"\s*(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|(18|19|20)\d{6}(?!\d))")


def guess_sentence(column: ColumnPreview) -> str:
    """Why a column was guessed to be what it is; a reason without words of its own is told as it is."""
    detail = column.reason_detail
    match column.reason:
        case "header":
            return translate("ListWords", "header “{words}”").format(words=detail) if detail else _header()
        case "header_and_content":
            return translate("ListWords", "header, and the values fit")
        case "content":
            return translate("ListWords", "{share} of the values look like it").format(share=detail)
        case "key_chosen" | "chosen":
            return translate("ListWords", "as chosen before")
        case "key_header":
            return translate("ListWords", "header, nearly all values differ")
        case "key_content":
            return translate("ListWords", "all values differ, none empty")
        case "key_running_number":
            return translate("ListWords", "a running number, no better key found")
        case "key_pair":
            return translate("ListWords", "part of the key {columns}: only together do they differ").format(
                columns=detail
            )
        case "running_number":
            return translate("ListWords", "a running number")
        case "not_an_attribute":
            return translate("ListWords", "no attribute, kept")
        case "contradicted":
            target = target_label(detail) if detail else ""
            return translate("ListWords", "header says {target}, values don't").format(target=target)
        case "taken":
            return translate("ListWords", "{column} already has this").format(column=detail)
        case "empty":
            return translate("ListWords", "all empty")
        case "remembered":
            return translate("ListWords", "as in the last delivery")
        case "unknown":
            return translate("ListWords", "not recognized, please check")
    return detail or column.reason.replace("_", " ")


def _header() -> str:
    return translate("ListWords", "header")


def finding_words(finding: Finding) -> tuple[str, str]:
    """Title and sentence of a finding; the cells that prove a reading stand in a table below."""
    if finding.kind is DamageKind.DATE_ORDER:
        return _date_order(finding)
    if finding.kind is DamageKind.DECIMAL_SIGN:
        return finding_title(finding), finding_sentence(finding)
    if title := damage_title(finding):
        return title, damage_sentence(finding)
    return finding_title(finding), finding_sentence(finding)


def is_damage(finding: Finding) -> bool:
    """True when values were lost in the file or rows share a key; the rest is only worth knowing."""
    return is_loss(finding) or finding.kind is DamageKind.DUPLICATE_KEY


def is_plain_date_order(finding: Finding) -> bool:
    """True when no date of a column could be misread and the dates begin with the year, so there is nothing to say."""
    is_certain = not (finding.rows or finding.ambiguous_rows or finding.counted_rows)
    return finding.kind is DamageKind.DATE_ORDER and is_certain and _YEAR_FIRST.match(finding.example) is not None


def _date_order(finding: Finding) -> tuple[str, str]:
    if finding.counted_rows and not finding.rows and not finding.ambiguous_rows:
        return _counted_days(finding)
    if finding.detail == "month_first":
        title = translate("ListWords", "Month comes first in {column}").format(column=finding.column)
    elif finding.detail == "day_first":
        title = translate("ListWords", "Day comes first in {column}").format(column=finding.column)
    else:
        title = translate("ListWords", "Day and month change places in {column}").format(column=finding.column)
    if not finding.rows and not finding.ambiguous_rows:
        example = translate("ListWords", "For example {example}. All dates can be read one way only.")
        return title, example.format(example=finding.example)
    return title, finding_sentence(finding) if finding.detail == "mixed" else _how_decided(finding)


def _counted_days(finding: Finding) -> tuple[str, str]:
    """What becomes of days that came as the numbers by which a spreadsheet keeps them."""
    title = translate("ListWords", "Days of {column} came as numbers").format(column=finding.column)
    if finding.counts_from_1904:
        sentence = translate("ListWords", "Rows: {count}. They are read as this workbook counts days, from 1904.")
    else:
        sentence = translate("ListWords", "Rows: {count}. They are read as Excel counts days, from 1900.")
    return title, sentence.format(count=QLocale().toString(finding.counted_rows))


def _how_decided(finding: Finding) -> str:
    """Whether a column's own dates say how its ambiguous ones are read."""
    if any(proof.is_decisive for proof in finding.proofs):
        text = translate("ListWords", "Dates that could be read both ways: {count}; the others decide how.")
    else:
        text = translate("ListWords", "Dates that could be read both ways: {count}; no other decides how.")
    return text.format(count=QLocale().toString(finding.ambiguous_rows))


def proof_value(finding: Finding, proof: CellProof) -> str:
    """What a cell is read as, in the language of now: a number, or a day whose month is a word."""
    if finding.kind is DamageKind.DECIMAL_SIGN:
        return number_text(proof.value)
    return QLocale().toString(QDate.fromString(proof.value, Qt.DateFormat.ISODate), "d MMM yyyy")


def request_message(plan: LoadPlan, at: int) -> str:
    """What to write to the department about one table of its list: each damage, its rows and what to do."""
    preview = plan.tables[at].preview
    place = f"{preview.file_name}, {preview.sheet}" if preview.sheet else preview.file_name
    asked = [
        finding for finding in preview.findings if finding.row_numbers and finding.kind is not DamageKind.DATE_ORDER
    ]
    damages = [finding for finding in asked if is_damage(finding)] or asked
    if not damages:
        return translate("ListWords", "{list}: nothing damaged was found, thank you.").format(list=place)
    head = translate("ListWords", "{list}: please correct the following and send the list again.").format(list=place)
    return "\n".join([head, *(f"- {request_sentence(finding)}" for finding in damages)])


def delivery_sentence(plan: LoadPlan, language: Language) -> str:
    """Which delivery of its source it will be."""
    earlier = plan.tables[0].preview.earlier_deliveries if plan.is_guessed_source else None
    if earlier is None:
        return ""
    if not earlier:
        return translate("ListWords", "first delivery")
    return translate("ListWords", "delivery {number}").format(number=language.number(earlier + 1))


def load_sentence(plan: LoadPlan, language: Language) -> str:
    """Every row of the file accounted for, and the known records that are not in it."""
    if not plan.is_guessed_source or not plan.included:
        return translate("ListWords", "counting …")
    text = counts_sentence(plan.counts, language)
    if plan.missing_rows:
        missing = translate("ListWords", "{count} known records are not in it")
        text = f"{text}  ·  {missing.format(count=language.number(plan.missing_rows))}"
    return text


def reverse_sentence(delivery: Delivery, preview: ReversePreview, language: Language) -> str:
    """What undoing a delivery would change."""
    parts = []
    if delivery.rows_new:
        text = translate("ListWords", "Records that it brought and that leave the customers: {count}.")
        parts.append(text.format(count=language.number(delivery.rows_new)))
    if delivery.rows_changed:
        text = translate("ListWords", "Records that go back to what they were before: {count}.")
        parts.append(text.format(count=language.number(delivery.rows_changed)))
    if preview.retired_cins:
        text = translate("ListWords", "CINs that retire and are never used again: {count}.")
        parts.append(text.format(count=language.number(len(preview.retired_cins))))
    parts.append(translate("ListWords", "The delivery stays in the log, and undoing can be undone."))
    return " ".join(parts)


def later_sentence(preview: ReversePreview, mask: Mask) -> str:
    """What becomes of the decisions that rest on the records of a delivery; "" when there are none."""
    if not preview.later:
        return ""
    head = translate(
        "ListWords", "Later decisions on these records stay in the log and count as far as their records remain:"
    )
    lines = [f"#{decision.id}  {decision_sentence(decision, mask)}" for decision in preview.later[:_LATER_NAMED]]
    if len(preview.later) > _LATER_NAMED:
        more = translate("ListWords", "and {count} more")
        lines.append(more.format(count=QLocale().toString(len(preview.later) - _LATER_NAMED)))
    return f"{head}\n{'   ·   '.join(lines)}"
