"""Why the records of a cluster match, clause by clause, and which evidence its weakest link hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.pairs import Level, PairExplanation, Strength
from steward.workspace.views import Flip, Link, Reason, ReasonKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steward.domain.records import SourceRecord

#: Evidence below this many bits is not worth a word in the sentence.
TELLING_WEIGHT = 0.5


def find_reasons(
    members: Sequence[SourceRecord], links: Sequence[Link], weakest: Link | None, out: Sequence[int]
) -> tuple[Reason, ...]:
    """The why sentence, clause by clause: what is shared by most, what holds the rest, what speaks against."""
    shared = _shared_values(members, links)
    clauses = [Reason(ReasonKind.SAME_VALUES, numbers, attributes) for numbers, attributes in shared[:2]]
    if not clauses and weakest is not None:
        similar = _attributes(weakest.explanation, positive=True)
        if similar:
            clauses.append(Reason(ReasonKind.SIMILAR_VALUES, (weakest.first, weakest.second), similar[:3]))
    against = _against(links, out) if out else weakest
    if against is not None:
        attributes = _attributes(against.explanation, positive=False)
        if attributes:
            number = against.second if not out or against.second in out else against.first
            clauses.append(Reason(ReasonKind.CONTRADICTS, (number,), attributes[:2]))
    return tuple(clauses)


def _against(links: Iterable[Link], out: Sequence[int]) -> Link | None:
    crossing = [link for link in links if (link.first in out) != (link.second in out)]
    return min(crossing, key=lambda link: (link.explanation.match_weight, link.first, link.second), default=None)


def _attributes(explanation: PairExplanation, *, positive: bool) -> tuple[str, ...]:
    """The leading attributes of the evidence for (or against), strongest first.

    An equal value can count against a pair, where it is seen with different people; it is no other value for that.
    """
    ranked = sorted(explanation.evidence, key=lambda e: -abs(e.match_weight))
    if positive:
        return tuple(e.attributes[0] for e in ranked if e.match_weight > TELLING_WEIGHT)
    other = (e for e in ranked if e.level is not Level.EXACT)
    return tuple(e.attributes[0] for e in other if e.match_weight < -TELLING_WEIGHT)


def _shared_values(
    members: Sequence[SourceRecord], links: Iterable[Link]
) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
    """(member numbers, attributes in which they have an equal value), the largest and strongest groups first."""
    weight: dict[str, float] = {}
    for link in links:
        for evidence in link.explanation.evidence:
            if evidence.level is Level.EXACT and evidence.match_weight > TELLING_WEIGHT:
                name = evidence.attributes[0]
                weight[name] = max(weight.get(name, 0.0), evidence.match_weight)
    groups: dict[tuple[int, ...], list[str]] = {}
    for name in sorted(weight, key=lambda n: (-weight[n], n)):
        holders: dict[str, list[int]] = {}
        for number, member in enumerate(members, start=1):
            for value in dict.fromkeys(v for v in member.standard.get(name, ()) if v):
                holders.setdefault(value, []).append(number)
        largest = max(holders.values(), key=lambda numbers: (len(numbers), [-n for n in numbers]), default=[])
        if len(largest) > 1:
            groups.setdefault(tuple(largest), []).append(name)
    ranked = sorted(groups.items(), key=lambda item: (-len(item[0]), -sum(weight[n] for n in item[1]), item[0]))
    return [(numbers, tuple(names[:3])) for numbers, names in ranked]


def find_flip(weakest: Link | None) -> Flip | None:
    """What the weakest link would be without its strongest evidence, when that changes the word for it."""
    if weakest is None:
        return None
    explanation = weakest.explanation
    strongest = max(explanation.evidence, key=lambda e: e.match_weight, default=None)
    if strongest is None or strongest.match_weight <= 0:
        return None
    left = explanation.match_weight - strongest.match_weight
    probability = 1 / (1 + 2 ** -max(-60.0, min(60.0, left)))
    strength = Strength.of(probability)
    return Flip(strongest.attributes[0], left, strength) if strength is not explanation.strength else None
