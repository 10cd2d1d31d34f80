"""Noting restrictions and withdrawn consents of one store in a copy of it that does not know of them yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.decisions import Act, PrivacyKind
from steward.storage.lists import source_records
from steward.storage.privacy import known_requests, privacy_acts
from steward.workspace.decisions import decide
from steward.workspace.decisions.carry_decisions import Origin, taken_over

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import RecordId
    from steward.storage.privacy.known_requests import KnownRight
    from steward.workspace.context import StoreContext


def note_again(
    context: StoreContext, session: Session, rights: Sequence[KnownRight], later: Collection[RecordId]
) -> tuple[int, tuple[tuple[str, str], ...]]:
    """(how many were noted, the source keys of records they speak of and this store does not have).

    Records have the numbers of the other store, but for those that came ``later``, which are found by their keys.
    """
    noted = 0
    missing: set[tuple[str, str]] = set()
    for right in rights:
        here = known_requests.still_there(session, right.records) - set(later)
        others = {key for record_id, key in right.records.items() if record_id not in here}
        by_key = source_records.ids_by_key(session, others)
        missing |= others - by_key.keys()
        records = tuple(sorted(here.union(by_key.values())))
        if records and not _is_known(session, right, records):
            _note(context, session, right, records)
            noted += 1
    return noted, tuple(sorted(missing))


def _is_known(session: Session, right: KnownRight, records: Sequence[RecordId]) -> bool:
    if right.kind is PrivacyKind.RESTRICT:
        return privacy_acts.restricted_records(session).issuperset(records)
    withdrawn = privacy_acts.withdrawals(session, records)
    return all(right.values.keys() <= withdrawn.get(record_id, {}).keys() for record_id in records)


def _note(context: StoreContext, session: Session, right: KnownRight, records: tuple[RecordId, ...]) -> None:
    act = Act(right.kind, (records,), right.values)
    shown = taken_over(session, act, Origin(right.reason, right.by, right.at))
    decide.take(context, session, act, reason=right.reason, shown=shown)
