"""The evidence of a cluster as bars: which links explain it, and one scale in bits for all of them. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from steward.domain.pairs import Level
from steward.ui.words.masking import Mask

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steward.domain.pairs import PairExplanation
    from steward.workspace.views import ClusterView, Link

#: Weights that would be printed as 0.0 say nothing.
SMALLEST_WEIGHT = 0.05


class ChartKind(Enum):
    """What a chart is about."""

    TOGETHER = auto()  # the link that holds the included members together
    AGAINST = auto()  # a member that is left out, against the included ones
    STRONGEST = auto()
    WEAKEST = auto()


@dataclass(frozen=True, slots=True)
class Bar:
    """What one comparison adds, in bits; without attributes it is what was known before comparing.

    ``left`` and ``right`` are the values that were compared; ``is_common``: they are equal and speak against all the
    same, since so many different customers have this value. ``mask``: how the values may be shown.
    """

    attributes: tuple[str, ...]
    match_weight: float
    is_veto: bool
    left: str = ""
    right: str = ""
    is_common: bool = False
    mask: Mask = Mask.OFF


@dataclass(frozen=True, slots=True)
class EvidenceChart:
    """Bars for one link. ``group`` are the members that the chart speaks of, ``others`` those it sets them against."""

    kind: ChartKind
    group: tuple[int, ...]
    others: tuple[int, ...]
    link: tuple[int, int]
    bars: tuple[Bar, ...]
    explanation: PairExplanation

    @property
    def reach(self) -> tuple[float, float]:
        """How far the bars go to the left and to the right of zero, in bits."""
        weights = [bar.match_weight for bar in self.bars]
        return max((-weight for weight in weights if weight < 0), default=0.0), max(
            (weight for weight in weights if weight > 0), default=0.0
        )

    def masked(self, mask: Mask) -> EvidenceChart:
        """The chart as it may be shown."""
        return replace(self, bars=tuple(replace(bar, mask=mask) for bar in self.bars))


def charts_of(view: ClusterView, included: Sequence[int]) -> tuple[EvidenceChart, ...]:
    """At most two charts: what holds the included members together, and what speaks about the others."""
    inside = set(included)
    outside = tuple(member.number for member in view.members if member.number not in inside)
    holding = bottleneck(link for link in view.links if {link.first, link.second} <= inside)
    if outside and inside:
        against = _weakest(link for link in view.links if (link.first in inside) != (link.second in inside))
        found = [
            _chart(ChartKind.TOGETHER, holding, tuple(included), (), view) if holding else None,
            _chart(ChartKind.AGAINST, against, outside, tuple(included), view) if against else None,
        ]
        return tuple(chart for chart in found if chart is not None)
    if holding is None:
        return ()
    if len(view.members) == 2:
        return (_chart(ChartKind.TOGETHER, holding, tuple(included), (), view),)
    strongest = max(view.links, key=lambda link: (link.explanation.match_weight, -link.first, -link.second))
    if strongest == holding:
        return (_chart(ChartKind.WEAKEST, holding, (), (), view),)
    return (
        _chart(ChartKind.STRONGEST, strongest, (), (), view),
        _chart(ChartKind.WEAKEST, holding, (), (), view),
    )


def chart_of_pair(link: Link, view: ClusterView) -> EvidenceChart:
    """The evidence of any two members."""
    return _chart(ChartKind.TOGETHER, link, (link.first, link.second), (), view)


def bottleneck(links: Iterable[Link]) -> Link | None:
    """The weakest link of the strongest tree: the one that holds the group together."""
    tree = strongest_tree(links)
    return tree[-1] if tree else None


def strongest_tree(links: Iterable[Link]) -> tuple[Link, ...]:
    """The strongest links that hold all members together, the weakest of them last."""
    ordered = sorted(links, key=lambda link: (-link.explanation.match_weight, link.first, link.second))
    group_of: dict[int, int] = {}

    def root(number: int) -> int:
        group_of.setdefault(number, number)
        while group_of[number] != number:
            number = group_of[number]
        return number

    tree: list[Link] = []
    for link in ordered:
        first, second = root(link.first), root(link.second)
        if first != second:
            group_of[first] = second
            tree.append(link)
    return tuple(tree)


def pixels_per_bit(charts: Iterable[EvidenceChart], width: float, most: float) -> float:
    """Pixels per bit with which every chart fits ``width``; never more than ``most``."""
    reaches = [sum(chart.reach) for chart in charts]
    widest = max(reaches, default=0.0)
    return min(most, width / widest) if widest > 0 else most


def _weakest(links: Iterable[Link]) -> Link | None:
    return min(links, key=lambda link: (link.explanation.match_weight, link.first, link.second), default=None)


def _chart(
    kind: ChartKind, link: Link, group: tuple[int, ...], others: tuple[int, ...], view: ClusterView
) -> EvidenceChart:
    explanation = link.explanation
    bars = [
        Bar(
            evidence.attributes,
            evidence.match_weight,
            _is_veto(evidence.attributes, evidence.match_weight, view),
            evidence.left,
            evidence.right,
            evidence.level is Level.EXACT and evidence.match_weight < 0,
        )
        for evidence in explanation.evidence
        if abs(evidence.match_weight) >= SMALLEST_WEIGHT
    ]
    if abs(explanation.prior_weight) >= SMALLEST_WEIGHT:
        bars.append(Bar((), explanation.prior_weight, is_veto=False))
    bars.sort(key=lambda bar: bar.match_weight, reverse=explanation.match_weight >= 0)
    return EvidenceChart(kind, group, others, (link.first, link.second), tuple(bars), explanation)


def _is_veto(attributes: tuple[str, ...], weight: float, view: ClusterView) -> bool:
    return weight < 0 and any(name in view.vetoes for name in attributes)
