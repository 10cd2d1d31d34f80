"""Putting a copy back in the place of a store: what persons asked for since the copy was made survives it.

They are erased from the copy, too, and restricted or not to be contacted in it, before it takes the store's place: so
nobody who was erased is back for a moment. What they allowed again since goes back with the copy: it asks again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from steward.storage.backups import restore
from steward.storage.database import open_part
from steward.storage.lists import quarantine, record_contents
from steward.storage.privacy import identity_marks, known_requests
from steward.storage.privacy.erasure import empty_quarantined
from steward.storage.privacy.known_requests import FIRST_SCHEMA, read_requests
from steward.storage.store_file import check_store_file
from steward.workspace.context import StoreContext
from steward.workspace.privacy.erase_person import SHAREABLE, erase_found, find_person, finish_erasure
from steward.workspace.privacy.erased_people import ErasedPeople
from steward.workspace.upkeep.repeat_rights import note_again
from steward.workspace.upkeep.restore_report import RestoreReport, Unrepeated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy.orm import Session

    from steward.domain.records import RecordId
    from steward.storage.privacy.known_requests import KnownErasure, KnownRequests


def restore_copy(backup: Path, path: Path, steward: str, clock: Callable[[], datetime]) -> RestoreReport:
    """Put a copy in the place of a store that nobody has open. Raises StoreError; nothing is changed then."""
    done = RestoreReport(None)

    def prepare(part: Path) -> None:
        nonlocal done
        if path.exists():
            done = _repeat_requests(path, part, steward, clock)

    kept = restore(backup, path, prepare)
    return replace(done, kept=kept)


def _repeat_requests(replaced: Path, copy: Path, steward: str, clock: Callable[[], datetime]) -> RestoreReport:
    known = read_requests(replaced)
    if known is None:
        return RestoreReport(None, unrepeated=Unrepeated.UNREADABLE)
    if not known.erasures and not known.rights:
        return RestoreReport(None)
    is_resealed = check_store_file(copy) < FIRST_SCHEMA
    database = open_part(copy)
    try:
        context = StoreContext(database, steward, clock)
        with database.write() as session:
            report = _repeat(context, session, known, is_resealed=is_resealed)
        finish_erasure(context)
    finally:
        database.close()
    return report


def _repeat(context: StoreContext, session: Session, known: KnownRequests, *, is_resealed: bool) -> RestoreReport:
    common = known_requests.last_in_common(session, known.log, is_resealed=is_resealed)
    if not common and known_requests.has_log(session):
        # Its numbers and keys are those of other people.
        return RestoreReport(None, unrepeated=Unrepeated.OTHER_STORE)
    later = known_requests.records_since(session, common)
    persons = 0
    identity_marks.adopt_keys(session, known.keys)
    for erasure in known.erasures:
        # A number that was given after the copy was made may be another's there.
        records = known_requests.still_there(session, erasure.records) - later
        records |= set(_recognized(session, erasure, known, later))
        if records or erasure.marks.keys() - identity_marks.known_marks(session).keys():
            report = erase_found(context, session, find_person(session, records), erasure.cin, erasure.reason)
            identity_marks.add_marks(session, report.decision_id, erasure.marks)
        persons += bool(records)
    _empty_held_rows(session)
    noted, missing = note_again(context, session, [right for right in known.rights if right.entry > common], later)
    return RestoreReport(None, persons, noted, missing)


def _recognized(
    session: Session, erasure: KnownErasure, known: KnownRequests, later: set[RecordId]
) -> Iterator[RecordId]:
    """Records delivered to the copy alone that only the erased person can be: contacts may be somebody else's."""
    people = ErasedPeople(known.keys, erasure.marks, known.released)
    for content in record_contents.contents_of(session, known_requests.still_there(session, later)):
        _, kinds = people.recognize(content.source_name, content.source_key, content.standard)
        if not SHAREABLE.issuperset(kinds):
            yield content.record_id


def _empty_held_rows(session: Session) -> None:
    """Rows that the copy held back for something else are held back as erased persons' from now on."""
    people = ErasedPeople.of(session)
    if people is None:
        return
    held = quarantine.list_quarantined(session)
    empty_quarantined(session, [row.id for row in held if people.recognize_held(row.source_name, row.held)])
