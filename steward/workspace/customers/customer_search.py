"""Finding customers, and everything that is known of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.attributes import ATTRIBUTES, in_order, is_number_of_person
from steward.domain.cell_formats import TEXT_FORMAT
from steward.domain.clusters import weakest_link
from steward.domain.decisions import DecisionKind, PrivacyKind
from steward.domain.errors import StewardError
from steward.domain.identity import Cin, format_cin
from steward.exchange.readers.shown_text import shown_text
from steward.standardize.values import standardize
from steward.storage.customers import cin_history, crosswalk, exports, golden, search, told_apart
from steward.storage.lists import record_versions, source_records, sources
from steward.storage.lists.delivery_notes import cell_formats
from steward.storage.log import decisions
from steward.storage.matches import candidate_pairs
from steward.storage.privacy import privacy_acts
from steward.workspace.customers.customer_views import (
    ContactPoint,
    CustomerRecord,
    CustomerView,
    Event,
    EventKind,
    FormattedCell,
    RelatedCustomer,
    SearchHit,
)
from steward.workspace.customers.titles import record_title, telling_values, title_of
from steward.workspace.decisions.decision_views import decision_view
from steward.workspace.privacy.customer_rights import rights_of
from steward.workspace.views import SimilarRecord

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.cell_formats import CellFormats
    from steward.domain.records import RecordId, Source, SourceId, SourceRecord
    from steward.domain.survivorship import GoldenValue

#: Attributes by which a customer is reached.
_CONTACTS = ("phone", "email", "handle")
#: Fewer letters are the beginning of something, and the index would read all that begins so.
_SHORTEST_CONTACT = 4
_CHANNEL_CONSENT = {"email": ("consent_email", "consent"), "phone": ("consent_phone", "consent_whatsapp", "consent")}


def search_customers(session: Session, text: str, limit: int) -> list[SearchHit]:
    """Customers of whom any value, key or CIN holds the text; what an id names comes first."""
    cins: list[Cin] = []
    retired: dict[Cin, str] = {}
    for cin in search.find_cins(session, text, limit):
        for current in resolve(session, cin):
            cins.append(current)
            if current != cin:
                retired[current] = format_cin(cin)
    found = find_records(session, text, limit * 4)
    cin_of = crosswalk.cins_of(session, found)
    cins += [cin_of[record_id] for record_id in found if record_id in cin_of]
    cins += search.find_overrides(session, text, limit)
    return hits(session, list(dict.fromkeys(cins))[:limit], retired)


def find_records(session: Session, text: str, limit: int) -> list[RecordId]:
    """Records by their whole key or contact, which come first, or by any part of any value."""
    said = dict.fromkeys(standardize(ATTRIBUTES[name], text.strip()).value for name in _CONTACTS)
    contacts = [value for value in said if len(value) >= _SHORTEST_CONTACT]
    exact = search.records_by_key(session, text, limit) + search.records_by_value(session, contacts, limit)
    return list(dict.fromkeys(exact + search.find_records(session, text, limit)))


def hits(session: Session, cins: Sequence[Cin], retired: dict[Cin, str] | None = None) -> list[SearchHit]:
    """Customers as a list shows them, in the order of ``cins``."""
    by_id = {source.id: source for source in sources.list_sources(session)}
    titles = golden.titles(session, cins)
    found_in = golden.sources_of(session, cins)
    restricted = privacy_acts.restricted_cins(session)
    return [
        SearchHit(
            cin=cin,
            title=titles[cin][0],
            city=titles[cin][1],
            sources=tuple(by_id[source_id] for source_id in sorted(found_in.get(cin, ()))),
            record_count=titles[cin][2],
            retired=(retired or {}).get(cin, ""),
            is_restricted=cin in restricted,
        )
        for cin in cins
        if cin in titles
    ]


def search_records(session: Session, text: str, limit: int) -> list[SimilarRecord]:
    """Source records that hold the text."""
    by_id = {source.id: source for source in sources.list_sources(session)}
    found = search.find_records(session, text, limit)
    return [
        SimilarRecord(record.id, by_id[record.source_id], record_title(record), 0.0, telling_values(record))
        for record in source_records.iter_records(session, found)
    ]


def resolve(session: Session, cin: str) -> list[Cin]:
    """The CINs in use that stand for this one today: itself, or where the records it last held are now.

    Raises StewardError for a CIN that was never given.
    """
    is_active = crosswalk.is_active(session, cin)
    if is_active is None:
        raise StewardError(f"CIN {cin} was never given; check the number.", code="no_cin")
    if is_active:
        return [Cin(cin)]
    current = crosswalk.cins_of(session, cin_history.last_members(session, cin))
    return sorted(set(current.values()))


def require_active(session: Session, cin: str) -> Cin:
    """The CIN when it is in use. Raises StewardError when it is retired, erased, or was never given."""
    if crosswalk.is_active(session, cin):
        return Cin(cin)
    current = ", ".join(format_cin(c) for c in resolve(session, cin))
    erased_at = None if current else privacy_acts.erasure_of(session, cin_history.last_members(session, cin))
    if erased_at is not None:
        raise StewardError(
            f"CIN {format_cin(cin)} was erased on {erased_at:%Y-%m-%d}; it stands for nobody any more.",
            code="erased_cin",
        )
    raise StewardError(f"CIN {format_cin(cin)} is retired; see {current or 'History'}.", code="retired_cin")


def load_customer(session: Session, cin: str) -> CustomerView:
    """One golden record in use. Raises StewardError for a CIN that is retired or was never given."""
    cin = require_active(session, cin)
    members = sorted(crosswalk.members_of(session, [cin])[Cin(cin)])
    records = list(source_records.iter_records(session, members))
    by_id = {source.id: source for source in sources.list_sources(session)}
    values = ordered_values(golden.golden_values(session, cin))
    formats = cell_formats(session, {record.delivery_id for record in records})
    return CustomerView(
        cin=cin,
        title=title_of(values) or records[0].source_key,
        since=min(day for _, version, day in record_versions.iter_versions(session, members) if version == 1),
        values=tuple(values),
        contact_points=_contact_points(records, values, by_id),
        records=tuple(_record(record, by_id, formats[record.delivery_id]) for record in records),
        sources=tuple(by_id[s] for s in sorted({record.source_id for record in records})),
        took_over=tuple(cin_history.took_over(session, cin)),
        related=_related(session, members),
        timeline=_timeline(session, records, by_id),
        rights=rights_of(session, cin),
        probability=_probability(session, members),
        exports=tuple(exports.exports_of(session, members)),
    )


def _probability(session: Session, members: Sequence[RecordId]) -> float | None:
    """How probable the weakest link between the records is; None when the evidence does not hold them together."""
    pairs = candidate_pairs.pairs_among(session, members)
    linked = {record_id for pair in pairs for record_id in (pair.low, pair.high)}
    weakest = weakest_link([(pair.low, pair.high, pair.match_probability) for pair in pairs])
    return weakest[2] if weakest is not None and linked == set(members) else None


def ordered_values(values: Sequence[GoldenValue]) -> list[GoldenValue]:
    """Golden values in the order of the attributes, primary first."""
    order = {one.name: place for place, one in enumerate(in_order({value.attribute for value in values}))}
    return sorted(values, key=lambda value: (order[value.attribute], value.position))


def _record(record: SourceRecord, by_id: dict[SourceId, Source], formats: Mapping[str, CellFormats]) -> CustomerRecord:
    formatted = {
        header: FormattedCell(shown_text(cell, told), told)
        for header, cell in record.raw.items()
        if cell and header in formats and (told := formats[header].at(record.row)) != TEXT_FORMAT
    }
    return CustomerRecord(
        record_id=record.id,
        source=by_id[record.source_id],
        source_key=record.source_key,
        row=record.row,
        delivered_on=record.delivered_on,
        cells=tuple(record.raw.items()),
        first_seen=record.first_standard("first_seen"),
        last_activity=record.first_standard("last_activity"),
        formatted=formatted,
        numbers=_numbers(record),
    )


def _numbers(record: SourceRecord) -> frozenset[str]:
    """What identifies a person or an account, as delivered and standardized."""
    held = (values for kept in (record.values, record.standard) for values in kept.items())
    return frozenset(value for name, values in held if is_number_of_person(name) for value in values if value)


def _contact_points(
    records: Sequence[SourceRecord], values: Sequence[GoldenValue], by_id: dict[SourceId, Source]
) -> tuple[ContactPoint, ...]:
    single = {value.attribute: value.value for value in values if value.position == 0}
    points = []
    for value in values:
        if value.attribute not in _CONTACTS:
            continue
        holders = {r.source_id for r in records if value.value in r.standard.get(value.attribute, ())}
        answers = [single[name] for name in _CHANNEL_CONSENT.get(value.attribute, ()) if name in single]
        consent = "refused" if "refused" in answers else (answers[0] if answers else "")
        points.append(
            ContactPoint(
                attribute=value.attribute,
                value=value.value,
                sources=tuple(by_id[source_id] for source_id in sorted(holders)),
                is_primary=value.position == 0,
                consent=consent,
            )
        )
    return tuple(points)


def _related(session: Session, members: Sequence[RecordId]) -> tuple[RelatedCustomer, ...]:
    ties = told_apart.ties_of(session, members)
    titles = golden.titles(session, [cin for cin, _, _ in ties])
    return tuple(RelatedCustomer(cin, titles[cin][0], relation, decision_id) for cin, relation, decision_id in ties)


def _timeline(session: Session, records: Sequence[SourceRecord], by_id: dict[SourceId, Source]) -> tuple[Event, ...]:
    source_of = {record.id: by_id[record.source_id] for record in records}
    events = [
        Event(EventKind.RECORD_SEEN if version == 1 else EventKind.RECORD_CHANGED, day, source_of[record_id], "", None)
        for record_id, version, day in record_versions.iter_versions(session, list(source_of))
    ]
    for record in records:
        if day := record.first_standard("last_activity"):
            detail = "; ".join(record.values.get("products", ()))
            events.append(Event(EventKind.ACTIVITY, day[:10], source_of[record.id], detail, None))
    for decision in decisions.decisions_on(session, list(source_of)):
        if isinstance(decision.act.kind, DecisionKind | PrivacyKind) and decision.kind is not DecisionKind.DELIVERY:
            day = decision.decided_at.date().isoformat()
            events.append(Event(EventKind.DECISION, day, None, "", decision_view(session, decision)))
    return tuple(sorted(events, key=lambda e: (e.on, e.decision.id if e.decision else 0), reverse=True))
