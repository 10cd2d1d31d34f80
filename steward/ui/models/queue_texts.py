"""The words of the queue: what a cluster says on its two lines and to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from steward.ui.words.labels import strength_label
from steward.ui.words.names import shown_title

if TYPE_CHECKING:
    from steward.ui.words.masking import Mask
    from steward.workspace.views import QueueRow

translate = QCoreApplication.translate


def records_text(count: int) -> str:
    """ "4 records"."""
    if count == 1:
        return translate("Queue", "1 record")
    return translate("Queue", "{count} records").format(count=QLocale().toString(count))


def lists_text(count: int) -> str:
    """ "3 lists"."""
    if count == 1:
        return translate("Queue", "1 list")
    return translate("Queue", "{count} lists").format(count=QLocale().toString(count))


def _short_amount(amount: float) -> str:
    """ "16.4M": the row is narrow, and the amount is there to be weighed, not to be added up."""
    units = (
        (10**9, translate("Queue", "{number}B")),
        (10**6, translate("Queue", "{number}M")),
        (10**3, translate("Queue", "{number}k")),
    )
    for size, form in units:
        if abs(amount) >= size:
            return form.format(number=QLocale().toString(amount / size, "f", 1))
    return QLocale().toString(round(amount))


def queue_row_facts(row: QueueRow) -> str:
    """The second line: "4 records · 3 lists · veto · Σ 16.4M"."""
    parts = [records_text(row.member_count), lists_text(row.source_count)]
    if row.veto_count:
        parts.append(translate("Queue", "veto"))
    if row.is_deferred:
        parts.append(translate("Queue", "later"))
    if row.revenue:
        parts.append(f"Σ {_short_amount(row.revenue)}")
    return " · ".join(parts)


def queue_row_phrase(row: QueueRow, mask: Mask) -> str:
    """The whole row for a screen reader."""
    impact = translate("Queue", "impact {impact}").format(impact=row.impact)
    if row.revenue:
        revenue = translate("Queue", "revenue {amount}").format(amount=QLocale().toString(round(row.revenue)))
        impact = f"{impact}, {revenue}"
    strength = f"{strength_label(row.strength)} {row.probability:.0%}"
    return f"{shown_title(row.title, mask)}, {queue_row_facts(row)}, {strength}, {impact}"
