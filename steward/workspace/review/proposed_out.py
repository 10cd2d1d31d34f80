"""Whom a cluster leaves out before a steward touches it: by the evidence, and by what stewards said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.vetoes import are_conflicting

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from steward.domain.identity import Cin, Identity
    from steward.domain.records import RecordId, SourceRecord
    from steward.workspace.decisions.log_views import Reopened
    from steward.workspace.views import Link


def customers_apart(identity: Identity, asked_again: Iterable[Reopened] = ()) -> set[frozenset[Cin]]:
    """Customers that stewards told apart, by twos; not those about whom they are asked again."""
    cin_of = identity.cin_of
    again = {frozenset((cin_of[pair.low], cin_of[pair.high])) for pair in asked_again}
    told = {(cin_of[p.low], cin_of[p.high]) for p in identity.apart if p.low in cin_of and p.high in cin_of}
    return set(map(frozenset, told)) - again


def proposed_out(
    members: Sequence[SourceRecord],
    links: Iterable[Link],
    weakest: Link | None,
    vetoes: Sequence[str],
    cin_of: Mapping[RecordId, Cin],
    told_apart: Collection[frozenset[Cin]],
) -> tuple[int, ...]:
    """Members to leave out: told apart from one that stays, with other valid ids than most, beyond an unlikely link.

    Customers go out whole, and two stay in at least: between two alone the steward draws no line, but answers.
    """
    customers = dict.fromkeys(cin_of[member.id] for member in members)
    doubted = {cin_of[members[number - 1].id] for number in _doubted(members, links, weakest, vetoes)}
    for leaving in (
        doubted | _apart_from_rest(customers.keys() - doubted, told_apart),
        _apart_from_rest(customers, told_apart),
    ):
        if len(customers.keys() - leaving) >= 2:
            return tuple(number for number, member in enumerate(members, start=1) if cin_of[member.id] in leaving)
    return ()


def _apart_from_rest(customers: Collection[Cin], told_apart: Collection[frozenset[Cin]]) -> set[Cin]:
    """As few customers as need to go so that no two are left who were told apart."""
    pairs = [pair for pair in told_apart if pair <= set(customers)]
    staying: set[Cin] = set()
    for cin in sorted(customers, key=lambda c: (sum(c in pair for pair in pairs), c)):
        if not any(cin in pair and pair & staying for pair in pairs):
            staying.add(cin)
    return set(customers) - staying


def _doubted(
    members: Sequence[SourceRecord], links: Iterable[Link], weakest: Link | None, vetoes: Sequence[str]
) -> set[int]:
    out: set[int] = set()
    for attribute in vetoes:
        ids = [member.first_standard(attribute) for member in members]
        whole = sorted(
            {value for value in ids if value and "?" not in value}, key=lambda v: (-ids.count(v), ids.index(v))
        )
        out |= {number for number, value in enumerate(ids, start=1) if are_conflicting(whole[0], value)}
    if not out and weakest is not None and weakest.explanation.match_probability < 0.5:
        out = _smaller_side(len(members), links, weakest)
    return out


def _smaller_side(size: int, links: Iterable[Link], weakest: Link) -> set[int]:
    """The members that hang on the cluster only by its weakest link."""
    stronger = [link for link in links if link.explanation.match_weight > weakest.explanation.match_weight]
    side, grown = {weakest.second}, True
    while grown:
        reached = {n for link in stronger if {link.first, link.second} & side for n in (link.first, link.second)}
        grown = not reached <= side
        side |= reached
    return side if len(side) * 2 <= size else set(range(1, size + 1)) - side
