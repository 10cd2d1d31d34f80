"""Customers who seem to belong to one without being it: a household, parent and child, branches of a firm.

Nothing is kept of this: it is found for the customer who is looked at, with the model of the newest match run, among
those who share a phone, an e-mail, an address or the name of a firm.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from steward.domain.clusters import ClusterState
from steward.matching.explanation import explain_relations, relation_probabilities
from steward.matching.weights.kinship import Ties
from steward.standardize.addresses import address_tokens
from steward.standardize.text import words_of
from steward.storage.customers import crosswalk, golden, search, told_apart
from steward.storage.lists import source_records
from steward.storage.matches import candidates
from steward.storage.privacy import privacy_acts
from steward.workspace.customers.customer_search import require_active
from steward.workspace.customers.customer_views import ProposedRelation
from steward.workspace.customers.relation_kinds import are_one_firm, firm_of, firm_words, relation_between
from steward.workspace.match_runs.match_columns import match_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.identity import Cin
    from steward.domain.pairs import Evidence
    from steward.domain.records import RecordId, SourceRecord
    from steward.matching.weights.model import MatchModel

#: Records that are looked at because they share one thing; what more have in common is of strangers.
_MOST_SHARING = 60
#: Words of a street that find an address, whatever stands behind them; of one word there are too many.
_STREET_WORDS, _FEWEST_WORDS = 4, 2
_RT_DIGITS = 3
#: Shorter names of firms say nothing.
_SHORTEST_FIRM = 5
#: A relation is proposed when it is likelier than not. Who is more likely the same customer is asked in the queue.
_LIKELY = 0.5
#: What speaks for it is said from so many bits on.
_TELLING = 0.5
_MOST_PROPOSED = 12
#: What families have in common, and those for whom somebody else acts.
_HELD_IN_COMMON = ("phone", "email", "address")
#: Longer ones are postcodes.
_HOUSE_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")


def proposed_relations(session: Session, model: MatchModel, cin: str) -> tuple[ProposedRelation, ...]:
    """The likeliest first, none of or for who is restricted. Raises StewardError for a CIN that is not in use."""
    (own,) = crosswalk.members_of(session, [require_active(session, cin)]).values()
    restricted = privacy_acts.restricted_records(session)
    if own & restricted:
        return ()
    records = list(source_records.iter_records(session, sorted(own)))
    sharing = list(source_records.iter_records(session, sorted(_sharing(session, records) - own - restricted)))
    cin_of = crosswalk.cins_of(session, [record.id for record in sharing])
    sharing = [record for record in sharing if record.id in cin_of]
    holders = _holders(session, [*records, *sharing], {**dict.fromkeys(own, cin), **cin_of})
    told_of = _told_of(session, own)
    others = [record for record in sharing if record.id not in told_of]
    best = _likeliest(model, records, others, cin_of, holders, _told_apart_from(session, own))
    likely = sorted(best.items(), key=lambda found: (-found[1].probability, found[0]))[:_MOST_PROPOSED]
    titles = golden.titles(session, [found for found, _ in likely])
    return tuple(
        ProposedRelation(
            found,
            titles[found][0],
            relation_between(pair.record, pair.other),
            pair.probability,
            _telling(model, pair),
            (pair.record.id, pair.other.id),
        )
        for found, pair in likely
    )


class _Pair(NamedTuple):
    """A record of the customer and one of another, how likely they belong together, and what is known beside them."""

    record: SourceRecord
    other: SourceRecord
    probability: float
    ties: Ties


def _likeliest(
    model: MatchModel,
    records: Sequence[SourceRecord],
    others: Sequence[SourceRecord],
    cin_of: Mapping[RecordId, Cin],
    holders: Mapping[str, set[object]],
    told_apart_from: set[Cin],
) -> dict[Cin, _Pair]:
    """The pair of each customer that says most, of those who likely belong to this one and are not likely the same."""
    everyone = [*records, *others]
    columns = match_columns(everyone, names=model.compared)
    firms = [firm_of(record) for record in everyone]
    pairs = [(a, len(records) + b) for a in range(len(records)) for b in range(len(others))]
    best: dict[Cin, _Pair] = {}
    same: set[Cin] = set()
    for of_one_firm in (True, False):
        chosen = [(a, b) for a, b in pairs if are_one_firm(firms[a], firms[b]) is of_one_firm]
        ties = Ties(_at_one_house(everyone, chosen), _persons_who_share(everyone, chosen, holders), of_one_firm)
        related, match = relation_probabilities(model, columns, chosen, ties)
        if not of_one_firm:
            # What firms are called, and the street they are in, says nothing of two that are called otherwise.
            are_firms = np.array([bool(firms[a].words and firms[b].words) for a, b in chosen], np.bool_)
            related[are_firms & (ties.persons == 0)] = 0.0
        for at, ((a, b), likely, likely_same) in enumerate(zip(chosen, related.tolist(), match.tolist(), strict=True)):
            found = cin_of[everyone[b].id]
            if likely_same >= _LIKELY and found not in told_apart_from:
                same.add(found)
            elif likely >= max(_LIKELY, best[found].probability if found in best else 0.0):
                best[found] = _Pair(everyone[a], everyone[b], likely, ties[at : at + 1])
    return {found: pair for found, pair in best.items() if found not in same}


def _holders(
    session: Session, records: Sequence[SourceRecord], cin_of: Mapping[RecordId, str]
) -> dict[str, set[object]]:
    """The persons who hold each value that can be held in common; records that the queue asks about are of one."""
    persons: dict[RecordId, object] = {record.id: cin_of[record.id] for record in records}
    members = candidates.clusters_of(session, persons)
    for cluster in candidates.clusters_by_id(session, list(members)):
        if cluster.state is ClusterState.OPEN:
            persons |= dict.fromkeys(members[cluster.id], cluster.id)
    holders: dict[str, set[object]] = {}
    for record in records:
        for value in _held(record):
            holders.setdefault(value, set()).add(persons[record.id])
    return holders


def _held(record: SourceRecord) -> set[str]:
    return {value for name in _HELD_IN_COMMON for value in record.standard.get(name, ()) if value}


def _persons_who_share(
    everyone: Sequence[SourceRecord], pairs: Sequence[tuple[int, int]], holders: Mapping[str, set[object]]
) -> npt.NDArray[np.int64]:
    """How many persons have what each pair shares: a phone, an e-mail or an address; 0 where it shares none."""
    held = [_held(record) for record in everyone]
    return np.array([max((len(holders[v]) for v in held[a] & held[b]), default=0) for a, b in pairs], np.int64)


def _at_one_house(everyone: Sequence[SourceRecord], pairs: Sequence[tuple[int, int]]) -> npt.NDArray[np.bool_]:
    """Pairs of addresses with a number, of which one has all the numbers of the other: in another flat, or another
    neighbourhood, lives somebody else."""
    numbers = [
        [set(_HOUSE_NUMBER.findall(address)) for address in record.standard.get("address", ())] for record in everyone
    ]
    return np.array(
        [any(x and y and (x <= y or y <= x) for x in numbers[a] for y in numbers[b]) for a, b in pairs], np.bool_
    )


def _telling(model: MatchModel, pair: _Pair) -> tuple[Evidence, ...]:
    """What speaks for it, the most telling first."""
    columns = match_columns([pair.record, pair.other], names=model.compared)
    (evidence,) = explain_relations(model, columns, [(0, 1)], pair.ties)
    return tuple(sorted((one for one in evidence if one.match_weight >= _TELLING), key=lambda one: -one.match_weight))


def _told_of(session: Session, own: set[RecordId]) -> set[RecordId]:
    """All records of the customers of whom a steward said whether they belong to this one."""
    told = {record_id for record_id, _, _ in told_apart.related_to(session, own)}
    return told | {other for members in _customers_of(session, told) for other in members}


def _told_apart_from(session: Session, own: set[RecordId]) -> set[Cin]:
    """Customers who are another one for sure: however alike they are, the queue doesn't ask about them."""
    apart = {record_id for row in told_apart.apart_with(session, own) if not row.changed for record_id in row.pair}
    return set(crosswalk.cins_of(session, apart - own).values())


def _customers_of(session: Session, record_ids: Iterable[RecordId]) -> Iterable[Iterable[RecordId]]:
    cins = set(crosswalk.cins_of(session, list(record_ids)).values())
    return crosswalk.members_of(session, cins).values()


def _sharing(session: Session, records: Sequence[SourceRecord]) -> set[RecordId]:
    """Records with a contact, a street or a firm of any of these; what several of them hold is looked for once."""
    # Their own are found too, and take nobody's place.
    at_most = _MOST_SHARING + len(records)
    values = {value for record in records for name in ("phone", "email") for value in record.standard.get(name, ())}
    found = search.records_by_value(session, sorted(filter(None, values)), at_most)
    for words in sorted({words for record in records for words in _places_and_firms(record)}):
        found += search.find_records(session, words, at_most)
    return set(found)


def _places_and_firms(record: SourceRecord) -> Iterable[str]:
    """The words by which an address, or a firm, is found."""
    for address in record.standard.get("address", ()):
        words = _street(address)
        if len(words) >= _FEWEST_WORDS:
            yield " ".join(words)
    if len("".join(core := firm_words(record))) >= _SHORTEST_FIRM:
        yield " ".join(core)


def _street(address: str) -> list[str]:
    """Words that an address is found by, as they are written there; a hamlet is found with its RT and RW."""
    written = words_of(address)
    words = [word for word in address_tokens(address) if word in written]
    numbers = [word for word in written if len(word) == _RT_DIGITS and word.isdigit()]
    return (words if len(words) >= _FEWEST_WORDS else words + numbers)[:_STREET_WORDS]
