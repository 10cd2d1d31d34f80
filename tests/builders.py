"""Views for tests: each builder fills in everything that a test does not care about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from steward.domain.decisions import DecisionId, DecisionKind, Relation
from steward.domain.pairs import Evidence, Level, PairExplanation, Strength
from steward.domain.records import Delivery, DeliveryId, KeyMode, RecordId, Source, SourceId
from steward.domain.survivorship import GoldenValue, SurvivorshipRule
from steward.workspace.decisions.log_views import DecisionView, Move, ReversePreview
from steward.workspace.lists.list_views import ColumnPreview, DamageKind, Finding, ListPreview, TablePreview
from steward.workspace.views import (
    ClusterId,
    ClusterView,
    Flip,
    Link,
    MemberView,
    Overlap,
    QueueRow,
    Reason,
    ReasonKind,
    SimilarRecord,
    SourceSummary,
    StoreSummary,
)

NOW = datetime(2026, 7, 20, 9, 30, tzinfo=UTC)

#: name, department, letter, records
SOURCES = (
    ("Sales", "Sales", "S", 12480),
    ("Marketing", "Marketing", "M", 9215),
    ("Service", "Service", "V", 6905),
    ("Call centre", "Customer care", "C", 8740),
    ("Online shop", "E-commerce", "E", 11322),
    ("Social media", "Marketing", "O", 4310),
    ("Partner", "Partnerships", "P", 3128),
    ("Finance", "Finance", "F", 2940),
)


def make_source(index: int = 0, **changes: Any) -> Source:
    """The source with this place in ``SOURCES``."""
    name, department, letter, _ = SOURCES[index % len(SOURCES)]
    source = Source(SourceId(index + 1), name, department, letter, index, "ID", KeyMode.COLUMN)
    return replace(source, **changes)


def make_delivery(source: Source | None = None, **changes: Any) -> Delivery:
    """A delivery of 100 new rows, loaded ten days ago."""
    source = source or make_source()
    delivery = Delivery(
        id=DeliveryId(source.id),
        source_id=source.id,
        source_name=source.name,
        file_name=f"{source.name.lower().replace(' ', '_')}_juni_2026.xlsx",
        sheet="DATA",
        loaded_at=NOW - timedelta(days=10),
        loaded_by="Ratna",
        rows_read=100,
        rows_new=100,
        rows_changed=0,
        rows_unchanged=0,
        rows_repeated=0,
        issue_count=0,
    )
    return replace(delivery, **changes)


def make_source_summary(index: int = 0, **changes: Any) -> SourceSummary:
    """A source with one delivery."""
    source = make_source(index)
    count = SOURCES[index % len(SOURCES)][3]
    summary = SourceSummary(source, count, count * 9 // 10, (make_delivery(source, rows_read=count, rows_new=count),))
    return replace(summary, **changes)


def make_summary(source_count: int = 8, **changes: Any) -> StoreSummary:
    """A store of eight lists in the middle of its review."""
    sources = tuple(make_source_summary(index) for index in range(source_count))
    per_day = (96, 142, 0, 0, 171, 188, 133, 160, 149, 0, 0, 201, 176, 86)
    days = tuple(
        (date(2026, 7, 20) - timedelta(days=13 - place), count) for place, count in enumerate(per_day) if count
    )
    summary = StoreSummary(
        path="/home/ratna/pelanggan-2026.steward",
        sources=sources,
        record_count=sum(one.record_count for one in sources),
        reachable_count=sum(one.record_count for one in sources),
        customer_count=41326,
        joined_customer_count=13414,
        open_clusters=1986,
        deferred_clusters=12,
        decided_clusters=1841,
        open_by_strength={Strength.ALMOST_CERTAIN: 1100, Strength.LIKELY: 468, Strength.UNCLEAR: 418},
        decision_count=1841,
        reversed_count=12,
        last_decision_id=1841,
        overlaps=(
            Overlap(make_source(0), make_source(4), 3912),
            Overlap(make_source(1), make_source(4), 3104),
            Overlap(make_source(3), make_source(2), 2660),
        ),
        decisions_by_day=days,
        last_match_at=NOW - timedelta(hours=1),
        last_match_seconds=42.0,
        last_match_records=59040,
        is_match_stale=False,
    )
    return replace(summary, **changes)


def make_queue_row(number: int = 1, **changes: Any) -> QueueRow:
    """An unclear cluster of four records."""
    row = QueueRow(ClusterId(number), "Sri Wahyuni", 4, 4, 1, Strength.UNCLEAR, 0.61, 18, is_deferred=False)
    return replace(row, **changes)


def make_member(number: int = 1, **changes: Any) -> MemberView:
    """The member with this number, from the source with the same place."""
    member = MemberView(
        record_id=RecordId(100 + number),
        number=number,
        source=make_source((0, 3, 1, 4)[(number - 1) % 4]),
        source_key=f"K-{number:04}",
        row=4117 + number,
        delivered_on="2026-06-12",
        cin=f"0000{number:04}{number % 10}",
    )
    return replace(member, **changes)


def make_golden_value(attribute: str = "name", value: str = "Sri Wahyuni", **changes: Any) -> GoldenValue:
    """A golden value that two records carry."""
    golden = GoldenValue(attribute, 0, value, RecordId(101), SurvivorshipRule.MOST_FREQUENT, 2)
    return replace(golden, **changes)


def make_evidence(attribute: str = "nik", weight: float = 9.8, **changes: Any) -> Evidence:
    """Evidence for (positive) or against (negative) a pair."""
    level = Level.EXACT if weight > 0 else Level.DIFFERENT
    return replace(Evidence((attribute,), level, weight, "left", "right"), **changes)


def make_explanation(*evidence: Evidence, **changes: Any) -> PairExplanation:
    """What speaks for and against a pair."""
    evidence = evidence or (make_evidence("nik", 9.8), make_evidence("phone", 3.1), make_evidence("name", -0.9))
    weight = sum(one.match_weight for one in evidence)
    return replace(PairExplanation(evidence, 0.0, weight, 2**weight / (1 + 2**weight)), **changes)


def make_cluster_view(member_count: int = 4, **changes: Any) -> ClusterView:
    """An unclear cluster whose last member contradicts the others."""
    members = tuple(make_member(number) for number in range(1, member_count + 1))
    against = make_explanation(
        make_evidence("nik", -11.0), make_evidence("birth_date", -5.3), make_evidence("address", 4.2)
    )
    links = tuple(
        Link(1, number, against if number == member_count and member_count > 2 else make_explanation())
        for number in range(2, member_count + 1)
    )
    view = ClusterView(
        id=ClusterId(1),
        title="Sri Wahyuni",
        members=members,
        strength=Strength.UNCLEAR,
        probability=0.61,
        links=links,
        weakest=links[-1],
        proposed_out=(member_count,) if member_count > 2 else (),
        vetoes=("nik",) if member_count > 2 else (),
        reasons=(
            Reason(ReasonKind.SAME_VALUES, (1, 2), ("nik", "phone")),
            Reason(ReasonKind.CONTRADICTS, (member_count,), ("nik",)),
        ),
        flip=Flip("email", 0.4, Strength.UNCLEAR),
        also_similar=(SimilarRecord(RecordId(900), make_source(6), "Sri Wahyuni N.", 0.61),),
        is_deferred=False,
        is_decided=False,
    )
    return replace(view, **changes)


def make_decision_view(number: int = 1841, kind: DecisionKind = DecisionKind.MERGE, **changes: Any) -> DecisionView:
    """A merge of three records by Ratna, a minute ago."""
    decision = DecisionView(
        id=DecisionId(number),
        kind=kind,
        title="Dewi Lestari",
        record_count=3,
        attribute="name" if kind in {DecisionKind.LOCK, DecisionKind.UNLOCK, DecisionKind.OVERRIDE} else "",
        relation=Relation.HOUSEHOLD if kind is DecisionKind.RELATED else None,
        decided_at=NOW - timedelta(minutes=1841 - number + 1),
        decided_by="Ratna",
        reason="",
        reversed_by=None,
        reverses=None,
    )
    return replace(decision, **changes)


def make_reverse_preview(**changes: Any) -> ReversePreview:
    """Reversing a merge of three takes two records out again."""
    moves = tuple(
        Move(RecordId(100 + place), "Dewi Lestari", make_source(place), "000413267", f"00041{place}003")
        for place in range(2)
    )
    preview = ReversePreview(make_decision_view(), moves, (), ("000411003",), ())
    return replace(preview, **changes)


def make_column_preview(header: str = "NAMA_PELANGGAN", target: str = "name", **changes: Any) -> ColumnPreview:
    """A column that is nearly all good."""
    column = ColumnPreview(header, target, "header", "", 0.95, ("BPK. HENDRA GUNAWAN", "Ny. Sulastri"), 6800, 60, 45)
    return replace(column, **changes)


def make_finding(kind: DamageKind = DamageKind.ID_DAMAGED, **changes: Any) -> Finding:
    """NIKs that Excel cut."""
    return replace(Finding(kind, "NO_KTP", "nik", 214, "327301550785000", "", (4, 9, 12)), **changes)


def make_table_preview(**changes: Any) -> TablePreview:
    """A sheet with four columns under two title rows."""
    columns = (
        make_column_preview("ID_PLG", "source_key", examples=("CS-100482", "CS-100483")),
        make_column_preview(),
        make_column_preview("NO_KTP", "nik", valid=5600, doubtful=214, empty=1091),
        make_column_preview("KODE2", "", confidence=0.2, reason="values"),
    )
    table = TablePreview(
        file_name="pelanggan_service_juni_2026.xlsx",
        sheet="DATA",
        header_row=3,
        row_count=6905,
        columns=columns,
        findings=(make_finding(), make_finding(DamageKind.DATE_ORDER, column="TGL_LHR", example="03-04-1980")),
        key_column="ID_PLG",
        source_name="Service",
        earlier_deliveries=3,
        new_rows=412,
        changed_rows=96,
        unchanged_rows=6397,
    )
    return replace(table, **changes)


def make_list_preview(**changes: Any) -> ListPreview:
    """A workbook with one table."""
    preview = ListPreview("/home/ratna/pelanggan_service_juni_2026.xlsx", (make_table_preview(),), ("name", "nik", ""))
    return replace(preview, **changes)
