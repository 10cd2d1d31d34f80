"""Bands of weights that may be merged in bulk, as people look at them: the sample, and what it proves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from steward.domain.decisions import DecisionId
    from steward.workspace.views import ClusterId


@dataclass(frozen=True, slots=True)
class BandSample:
    """Clusters drawn at random from a band of probabilities (half open), for a steward to decide blindly."""

    id: DecisionId
    low: float
    high: float
    cluster_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BandCount:
    """Open clusters of a band, and those of them that may be merged in bulk."""

    open_clusters: int
    eligible: int


@dataclass(frozen=True, slots=True)
class SampleState:
    """A sample that was drawn, and how far it is decided. ``limit``: what it is to prove, None when nobody said.

    ``waiting`` are the clusters still to decide; ``bound`` the errors of the band at most, by what is decided so far.
    ``is_current``: it was drawn by the model of the newest match run.
    """

    id: DecisionId
    low: float
    high: float
    limit: float | None
    sampled: int
    waiting: tuple[ClusterId, ...]
    undecided: int
    errors: int
    bound: float
    is_current: bool
    certificate_id: DecisionId | None
    drawn_by: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a decided sample proved about a band: at most ``bound`` of it is wrong, with 95 % confidence.

    ``is_current``: it is about the model of the newest match run, so that it still holds.
    """

    id: DecisionId
    low: float
    high: float
    model_version: str
    sample_id: int
    sampled: int
    errors: int
    bound: float
    limit: float
    certified_at: datetime
    certified_by: str
    is_current: bool = True
