"""Kinds of clusters by the time that an answer takes: a few sure rows are read at a glance, a veto is not."""

from __future__ import annotations

from dataclasses import dataclass

_MANY = 10**9


@dataclass(frozen=True, slots=True)
class WorkKind:
    """Clusters of these sizes (both ends in) and probabilities (the upper end out), with or without a veto.

    ``seconds``: what an answer usually takes, until a steward's own pace is known.
    """

    name: str
    seconds: float
    sizes: tuple[int, int]
    probabilities: tuple[float, float]
    has_veto: bool

    def fits(self, record_count: int, probability: float, veto_count: int) -> bool:
        """Whether a cluster is of this kind."""
        low, high = self.probabilities
        fewest, most = self.sizes
        return fewest <= record_count <= most and low <= probability < high and (veto_count > 0) is self.has_veto


#: Every cluster is of exactly one kind. 150 easy ones or 60 with a conflict an hour are a steward's usual pace.
WORK_KINDS = (
    WorkKind("easy", 24.0, (0, 4), (0.99, 2.0), has_veto=False),
    WorkKind("unsure", 40.0, (0, 4), (-1.0, 0.99), has_veto=False),
    WorkKind("large", 90.0, (5, _MANY), (-1.0, 2.0), has_veto=False),
    WorkKind("contested", 60.0, (0, _MANY), (-1.0, 2.0), has_veto=True),
)


def work_kind(record_count: int, probability: float, veto_count: int) -> WorkKind:
    """The kind of a cluster."""
    return next(kind for kind in WORK_KINDS if kind.fits(record_count, probability, veto_count))
