"""The store's tables, private to storage.

Source side: what was delivered, never edited. Decision side: the append-only log. Everything else is derived from
those two and is recomputed.
"""

from __future__ import annotations

from steward.storage.tables.customer_tables import (
    ActiveRecordRow,
    ApartPairRow,
    GoldenContentRow,
    GoldenRow,
    MembershipRow,
    MintedCinRow,
    ValueOverrideRow,
)
from steward.storage.tables.log_tables import (
    DecisionClusterRow,
    DecisionRecordRow,
    DecisionRow,
    ErasedIdentityRow,
    ExportRow,
    ReversalRow,
    StoreSettingRow,
)
from steward.storage.tables.mapped_class import Base
from steward.storage.tables.match_tables import (
    CandidatePairRow,
    ClusterMarksRow,
    ClusterMemberRow,
    ClusterRow,
    ClusterValuesRow,
    MatchKeysRow,
    MatchRunRow,
)
from steward.storage.tables.source_tables import (
    DeliveryRecordRow,
    DeliveryRow,
    ImportIssueRow,
    ListHeaderRow,
    OwnAttributeRow,
    QuarantineRow,
    RecordKeyRow,
    RecordVersionRow,
    SourceRecordRow,
    SourceRow,
)

__all__ = [
    "ActiveRecordRow",
    "ApartPairRow",
    "Base",
    "CandidatePairRow",
    "ClusterMarksRow",
    "ClusterMemberRow",
    "ClusterRow",
    "ClusterValuesRow",
    "DecisionClusterRow",
    "DecisionRecordRow",
    "DecisionRow",
    "DeliveryRecordRow",
    "DeliveryRow",
    "ErasedIdentityRow",
    "ExportRow",
    "GoldenContentRow",
    "GoldenRow",
    "ImportIssueRow",
    "ListHeaderRow",
    "MatchKeysRow",
    "MatchRunRow",
    "MembershipRow",
    "MintedCinRow",
    "OwnAttributeRow",
    "QuarantineRow",
    "RecordKeyRow",
    "RecordVersionRow",
    "ReversalRow",
    "SourceRecordRow",
    "SourceRow",
    "StoreSettingRow",
    "ValueOverrideRow",
]
