"""How far an answer about a cluster reaches: the records, the lists and the revenue that it touches."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steward.domain.records import SourceRecord

#: No revenue has more digits; what would is a typing error that must not lead the queue.
_MOST_DIGITS = 18


def revenue_of(members: Iterable[SourceRecord]) -> float:
    """What the records brought in together, whatever the currency; 0 where none says."""
    amounts = (_amount(member.first_standard("revenue") or member.first("revenue")) for member in members)
    return float(sum(amounts, Decimal(0)))


def impact_of(record_count: int, source_count: int, revenue: float) -> int:
    """Records times lists, once more for every digit of the revenue before its point.

    By digits, not by the amount: revenue weighs, but a large customer in two records does not hide every other.
    """
    whole = int(revenue)
    return record_count * source_count * (1 + (len(str(whole)) if whole > 0 else 0))


def _amount(text: str) -> Decimal:
    try:
        amount = Decimal(text or "0")
    except InvalidOperation:
        return Decimal(0)
    return amount if amount.is_finite() and amount.adjusted() < _MOST_DIGITS else Decimal(0)
