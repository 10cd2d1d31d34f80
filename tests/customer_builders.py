"""Views of customers for tests: each builder fills in everything that a test does not care about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from steward.domain.decisions import DecisionId, Relation
from steward.domain.survivorship import SurvivorshipRule
from steward.workspace.customers.customer_views import (
    ContactPoint,
    CustomerRecord,
    CustomerView,
    Event,
    EventKind,
    RelatedCustomer,
    SearchHit,
)
from tests.builders import make_decision_view, make_golden_value, make_member, make_source


def make_search_hit(cin: str = "000413267", **changes: Any) -> SearchHit:
    """A customer of three lists."""
    hit = SearchHit(cin, "Sri Wahyuni", "Bandung", (make_source(0), make_source(3), make_source(1)), 3)
    return replace(hit, **changes)


def make_customer_record(number: int = 1, **changes: Any) -> CustomerRecord:
    """A source record with a few cells."""
    member = make_member(number)
    cells = (("ID", member.source_key), ("NAMA", "Sri Wahyuni"), ("TELP", "0812-3344-5566"))
    record = CustomerRecord(member.record_id, member.source, member.source_key, member.row, member.delivered_on, cells)
    return replace(record, **changes)


def make_customer_view(**changes: Any) -> CustomerView:
    """A customer of two lists, with a merge in the timeline."""
    sources = (make_source(0), make_source(3))
    view = CustomerView(
        cin="000413267",
        title="Sri Wahyuni",
        since="2026-03-04",
        values=(
            make_golden_value("name", "Sri Wahyuni", is_locked=True),
            make_golden_value("nik", "3273015507850002", rule=SurvivorshipRule.ONLY_VALUE),
            make_golden_value("phone", "+62 812-3344-5566"),
            make_golden_value("city", "Kota Bandung", rule=SurvivorshipRule.WITH_ADDRESS),
        ),
        contact_points=(
            ContactPoint("phone", "+62 812-3344-5566", sources, is_primary=True, consent="refused"),
            ContactPoint("email", "sriwahyuni@gmail.com", (sources[0],), is_primary=True, consent="given"),
        ),
        records=(make_customer_record(1), make_customer_record(2)),
        sources=sources,
        took_over=("000398703",),
        related=(RelatedCustomer("000381124", "Sri Wahyuningsih", Relation.HOUSEHOLD, DecisionId(7)),),
        timeline=(
            Event(EventKind.DECISION, "2026-06-12", None, "", make_decision_view()),
            Event(EventKind.RECORD_SEEN, "2026-03-04", sources[0], "", None),
        ),
    )
    return replace(view, **changes)
