"""What a match run, learning and an export did or propose, as people look at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from steward.workspace.match_runs.run_notes import RunKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steward.domain.decisions import DecisionId
    from steward.domain.pairs import PairExplanation, Strength
    from steward.domain.records import RecordId, Source
    from steward.workspace.views import ClusterId


@dataclass(frozen=True, slots=True)
class MatchReport:
    """What a match run found.

    ``kind``: whether everything was compared or only what changed: ``fresh_records`` came or changed since the run
    before, ``touched_records`` hang together with them and were grouped again.
    """

    run_id: int
    records: int
    pairs: int
    clusters: int
    open_clusters: int
    by_strength: Mapping[Strength, int]
    passes: tuple[tuple[str, int, int], ...]  # name, pairs, largest block
    warnings: tuple[str, ...]
    seconds: Mapping[str, float]
    kind: RunKind = RunKind.FULL
    fresh_records: int = 0
    touched_records: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """Two records at the boundary: merge them, set them apart or relate them.

    ``cluster_id``: the cluster that proposes them together, None when the evidence is just too weak. ``subject``: what
    the review page opens to ask it, like a cluster of the queue.
    ``pairs_alike`` have the same pattern of evidence, and ``clusters_touched`` (or single records) hang on them.
    """

    record_id: RecordId
    other_id: RecordId
    cluster_id: ClusterId | None
    subject: ClusterId
    explanation: PairExplanation
    pairs_alike: int
    clusters_touched: int


@dataclass(frozen=True, slots=True)
class WeightChange:
    """How many bits an outcome of a comparison would gain (or lose) in favour of one customer.

    ``outcome``: a level such as close, or of a word of a name such as initial or left_out.
    """

    attributes: tuple[str, ...]
    outcome: str
    bits: float


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group of records as a list names it: its first record's name, how many there are, and from which sources."""

    title: str
    record_count: int
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class LearningProposal:
    """What decisions would teach the matching.

    ``formed`` and ``dissolved``: clusters (their records) that would come and go. ``contradicted_before`` and
    ``_after``: decisions that the evidence alone would contradict with the present and the proposed weights.
    """

    run_id: int
    learnt_until: int
    decision_count: int
    formed: tuple[tuple[RecordId, ...], ...]
    dissolved: tuple[tuple[RecordId, ...], ...]
    contradicted_before: tuple[DecisionId, ...]
    contradicted_after: tuple[DecisionId, ...]
    weights: tuple[WeightChange, ...]
    model: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote; ``restricted`` customers were left out."""

    path: str
    customers: int
    records: int
    retired: int
    seconds: float
    sheets: tuple[str, ...] = field(default=())
    restricted: int = 0
