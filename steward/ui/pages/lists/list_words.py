"""Sentences of the page Lists: why a column was guessed, the fourth delivery, what undoing a delivery does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.ui.wording import target_label

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.ui.pages.lists.load_plan import LoadPlan
    from steward.workspace.views import ColumnPreview, ReversePreview

translate = QCoreApplication.translate


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
            return translate("ListWords", "chosen by you")
        case "key_header":
            return translate("ListWords", "header, nearly all values differ")
        case "key_content":
            return translate("ListWords", "all values differ, none empty")
        case "key_running_number":
            return translate("ListWords", "a running number, no better key found")
        case "running_number":
            return translate("ListWords", "a running number")
        case "not_an_attribute":
            return translate("ListWords", "kept with the record, no attribute")
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


def delivery_sentence(plan: LoadPlan, language: Language) -> str:
    """What the load will be: the first delivery of a new source, or a further one with its new and changed rows."""
    if not plan.is_guessed_source or not plan.tables:
        return translate("ListWords", "counted when it loads")
    earlier = plan.tables[0].preview.earlier_deliveries
    if not earlier:
        return translate("ListWords", "first delivery, all rows are new")
    return translate("ListWords", "delivery {number}, {new} rows are new, {changed} changed").format(
        number=earlier + 1, new=language.number(plan.new_rows), changed=language.number(plan.changed_rows)
    )


def reverse_sentence(preview: ReversePreview, language: Language) -> str:
    """What undoing a delivery would change."""
    leaving = sum(not move.after for move in preview.moves)
    parts = []
    if leaving:
        parts.append(
            translate("ListWords", "{count} records leave the store's customers.").format(
                count=language.number(leaving)
            )
        )
    if len(preview.moves) > leaving:
        moved = language.number(len(preview.moves) - leaving)
        parts.append(translate("ListWords", "{count} records change their customer.").format(count=moved))
    if preview.retired_cins:
        count = language.number(len(preview.retired_cins))
        parts.append(translate("ListWords", "{count} CINs retire; they are never used again.").format(count=count))
    if preview.later:
        later = ", ".join(f"#{decision.id}" for decision in preview.later[:8])
        parts.append(translate("ListWords", "Later decisions on these records: {later}.").format(later=later))
    parts.append(translate("ListWords", "The delivery stays in the log, and undoing can be undone."))
    return " ".join(parts)
