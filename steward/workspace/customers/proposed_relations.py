"""Customers who seem to belong to one without being it: a household, parent and child, branches of a firm.

Nothing is kept of this: it is found for the customer who is looked at, with the model of the newest match run, among
those who share a phone, an e-mail, an address or the name of a firm.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from steward.domain.decisions import Relation
from steward.domain.identity import Cin
from steward.matching.explanation import explain_relations
from steward.standardize.addresses import address_tokens
from steward.standardize.organizations import is_organization, organization_core
from steward.standardize.text import words_of
from steward.storage.customers import crosswalk, golden, search, told_apart
from steward.storage.lists import source_records
from steward.storage.privacy import privacy_acts
from steward.workspace.customers.customer_search import require_active
from steward.workspace.customers.customer_views import ProposedRelation
from steward.workspace.match_runs.match_columns import match_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.pairs import Evidence, RelationExplanation
    from steward.domain.records import RecordId, SourceRecord
    from steward.matching.model import MatchModel

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
_TELLING = 1.0
_MOST_PROPOSED = 12
#: Parents are so many years older.
_GENERATION = range(16, 50)


def proposed_relations(session: Session, model: MatchModel, cin: str) -> tuple[ProposedRelation, ...]:
    """The likeliest first, none of or for who is restricted. Raises StewardError for a CIN that is not in use."""
    (own,) = crosswalk.members_of(session, [require_active(session, cin)]).values()
    restricted = privacy_acts.restricted_records(session)
    if own & restricted:
        return ()
    records = list(source_records.iter_records(session, sorted(own)))
    others = _others(session, records, restricted)
    cin_of = crosswalk.cins_of(session, [record.id for record in others])
    told_apart_from = _told_apart_from(session, own)
    best: dict[Cin, ProposedRelation] = {}
    same: set[Cin] = set()
    for record, other, explanation in _explained(model, records, [other for other in others if other.id in cin_of]):
        found = cin_of[other.id]
        if explanation.match_probability >= _LIKELY and found not in told_apart_from:
            same.add(found)
        elif explanation.probability >= max(_LIKELY, best[found].probability if found in best else 0.0):
            best[found] = ProposedRelation(
                found,
                "",
                _relation(record, other),
                explanation.probability,
                _telling(explanation.evidence),
                (record.id, other.id),
            )
    likely = sorted((p for p in best.values() if p.cin not in same), key=lambda p: (-p.probability, p.cin))
    return _titled(session, likely[:_MOST_PROPOSED])


def _others(session: Session, records: Sequence[SourceRecord], restricted: set[RecordId]) -> list[SourceRecord]:
    """Records of other customers that share something, but for those a steward told of, or nobody may look at."""
    own = {record.id for record in records}
    found = _sharing(session, records) - own
    if not found:
        return []
    known = {record_id for record_id, _, _ in told_apart.related_to(session, own)}
    known |= {other for members in _customers_of(session, known) for other in members}
    wanted = found - known - restricted
    return list(source_records.iter_records(session, sorted(wanted)))


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
    if len("".join(core := _firm(record))) >= _SHORTEST_FIRM:
        yield " ".join(core)


def _street(address: str) -> list[str]:
    """Words that an address is found by, as they are written there; a hamlet is found with its RT and RW."""
    written = words_of(address)
    words = [word for word in address_tokens(address) if word in written]
    numbers = [word for word in written if len(word) == _RT_DIGITS and word.isdigit()]
    return (words if len(words) >= _FEWEST_WORDS else words + numbers)[:_STREET_WORDS]


def _explained(
    model: MatchModel, records: Sequence[SourceRecord], others: Sequence[SourceRecord]
) -> Iterable[tuple[SourceRecord, SourceRecord, RelationExplanation]]:
    names = sorted({name for feature in model.features for name in feature.columns})
    columns = match_columns([*records, *others], names=names)
    pairs = [(a, len(records) + b) for a in range(len(records)) for b in range(len(others))]
    everyone = [*records, *others]
    firms = [_words_and_form(record) for record in everyone]
    for of_one_firm in (True, False):
        chosen = [(a, b) for a, b in pairs if _are_one_firm(firms[a], firms[b]) is of_one_firm]
        explained = explain_relations(model, columns, chosen, are_of_one_firm=of_one_firm)
        for (a, b), explanation in zip(chosen, explained, strict=True):
            yield everyone[a], everyone[b], explanation


def _telling(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """What speaks for it, the most telling first."""
    return tuple(sorted((one for one in evidence if one.match_weight >= _TELLING), key=lambda one: -one.match_weight))


def _titled(session: Session, proposals: Sequence[ProposedRelation]) -> tuple[ProposedRelation, ...]:
    titles = golden.titles(session, [Cin(proposal.cin) for proposal in proposals])
    return tuple(proposal._replace(title=titles[Cin(proposal.cin)][0]) for proposal in proposals)


# what kind of relation


def _relation(record: SourceRecord, other: SourceRecord) -> Relation:
    if _firm(record) or _firm(other):
        is_branch = _are_one_firm(_words_and_form(record), _words_and_form(other))
        return Relation.BRANCH if is_branch else Relation.OTHER
    years = sorted((_birth_year(record), _birth_year(other)))
    is_generation = years[0] > 0 and years[1] - years[0] in _GENERATION
    return Relation.PARENT_CHILD if is_generation else Relation.HOUSEHOLD


def _are_one_firm(firm: tuple[frozenset[str], str], other: tuple[frozenset[str], str]) -> bool:
    """By words and legal form. Two of one name are not if their forms differ: there are a PT and a CV of many names."""
    return bool(firm[0]) and firm[0] == other[0] and (firm[1] == other[1] or not (firm[1] and other[1]))


def _words_and_form(record: SourceRecord) -> tuple[frozenset[str], str]:
    return frozenset(_firm(record)), _form(record)


def _firm(record: SourceRecord) -> tuple[str, ...]:
    """The words of the firm that the record is of; () for people, also where their employer is known."""
    return organization_core(_firm_name(record))


def _form(record: SourceRecord) -> str:
    """The legal form of the firm, which stands in front of its standard name; "" where none is known."""
    first = _firm_name(record).partition(" ")[0].casefold()
    return "" if first in _firm(record) else first


def _firm_name(record: SourceRecord) -> str:
    name, organization = record.first_standard("name"), record.first_standard("organization")
    if name:
        is_firm = is_organization(name) or record.first_standard("customer_type") == "company"
        return name if is_firm else ""
    return organization


def _birth_year(record: SourceRecord) -> int:
    """0 where it is not known."""
    day = record.first_standard("birth_date")
    try:
        return date.fromisoformat(day).year
    except ValueError:
        return 0
