"""Erasing a person: from every table, from what the log says and from the file, and for the deliveries to come.

What stays are bare ids, so that the log is whole and everyone else's state can be rebuilt from it, and keyed hashes
by which the person's rows are held back when a list delivers them again.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType, attribute_of
from steward.domain.decisions import Act, DeskKind, PrivacyKind
from steward.domain.errors import DecisionError, StoreError
from steward.domain.privacy import IdentityKind, identities
from steward.matching.names.reading import skeleton
from steward.storage import store_settings
from steward.storage.backups import copies_beside
from steward.storage.customers import crosswalk, exports, golden, search
from steward.storage.lists import record_contents, source_records
from steward.storage.log import decisions
from steward.storage.log.entry_seal import REPLACED
from steward.storage.privacy import erasure, identity_marks, log_erasure
from steward.storage.store_settings import Due
from steward.workspace.decisions import decide
from steward.workspace.match_runs import kept_keys
from steward.workspace.privacy.erased_people import source_key_text
from steward.workspace.privacy.privacy_views import ErasePreview, EraseReport, SharedIdentifier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from steward.domain.identity import Cin
    from steward.domain.records import RecordId
    from steward.storage.lists.record_contents import RecordContent
    from steward.workspace.context import StoreContext

log = logging.getLogger(__name__)

#: Shorter texts stand in too many places to say that somebody is meant.
_SHORTEST_TEXT = 5
_SHORTEST_NAME = 4
#: What many people share, or that says nothing outside its column.
_COMMON = frozenset(
    {
        AttributeType.LOCALITY,
        AttributeType.POSTCODE,
        AttributeType.CATEGORY,
        AttributeType.NUMBER,
        AttributeType.TEXT,
    }
)
_NAMES = frozenset({AttributeType.NAME, AttributeType.GIVEN_NAME, AttributeType.FAMILY_NAME})
_NUMBERED = frozenset({AttributeType.PHONE, AttributeType.NATIONAL_ID})
#: Contacts may be shared by a household or an office; one that somebody else has recognizes nobody.
SHAREABLE = frozenset({IdentityKind.PHONE, IdentityKind.EMAIL})


@dataclass(frozen=True, slots=True)
class Person:
    """Who is to be erased: the records of one customer, or of several who were found to be one.

    ``strays`` are records of reversed deliveries that hold the same identifiers.
    """

    cins: tuple[Cin, ...]
    records: tuple[RecordId, ...]
    strays: tuple[RecordId, ...]
    contents: tuple[RecordContent, ...]

    @property
    def everything(self) -> tuple[RecordId, ...]:
        """Active records and strays."""
        return (*self.records, *self.strays)


def preview_erase(context: StoreContext, session: Session, cin: Cin) -> ErasePreview:
    """All that goes with a customer; nothing is changed. The CIN must be in use."""
    person = find_person(session, crosswalk.members_of(session, [cin])[cin])
    words = _own_words(session, person)
    named = log_erasure.entries_about(session, person.everything)
    entries = [d for d in (decisions.get_decision(session, number) for number in named) if d is not None]
    return ErasePreview(
        cin=cin,
        title=golden.titles(session, [cin])[cin][0],
        records=tuple(dict.fromkeys((c.source_name, c.source_key) for c in person.contents)),
        versions=len(person.contents),
        values=len(golden.golden_values(session, cin)),
        decisions=tuple(log_erasure.entries_to_erase(session, person.everything, person.cins, words)),
        comments=sum(entry.act.kind is DeskKind.COMMENT for entry in entries),
        shared=_shared(session, person),
        exports=tuple(exports.exports_of(session, person.everything)),
        backups=tuple(copy.name for copy in copies_beside(context.database.path)),
    )


def erase_person(context: StoreContext, session: Session, cin: Cin, reason: str) -> EraseReport:
    """Erase a customer in this session; the caller then has the file written anew. The CIN must be in use.

    Raises DecisionError without a reason, or when the reason itself names the person.
    """
    if not reason.strip():
        raise DecisionError(
            "Give a reason for the erasure, such as the date of the request; it is what the log keeps.",
            code="erase_reason_needed",
        )
    person = find_person(session, crosswalk.members_of(session, [cin])[cin])
    if any(word.casefold() in reason.casefold() for word in _own_words(session, person)):
        raise DecisionError(
            "The reason names the person who is to be erased; give it without their data.", code="reason_names_person"
        )
    return erase_found(context, session, person, cin, reason)


def erase_found(context: StoreContext, session: Session, person: Person, cin: Cin, reason: str) -> EraseReport:
    """Log the erasure of a person, who was this customer, and take them out of every table."""
    words = _own_words(session, person)
    held_by = exports.exports_of(session, person.everything)
    marks = _marks(session, person)
    keys = {(content.source_name, content.source_key) for content in person.contents}
    quarantined = erasure.erase_quarantined(session, keys, words)
    erasure.erase_from_runs(session, words)
    exports.forget_file_names(session, person.everything)
    replaced = log_erasure.erase_from_log(session, person.everything, person.cins, words)
    shown = {REPLACED: [[number, digest] for number, digest in replaced], "cin": cin}
    act = Act(PrivacyKind.ERASE, tuple(group for group in (person.records, person.strays) if group))
    decision = decide.take(context, session, act, reason=reason, shown=shown)
    erasure.erase_contents(session, person.everything)
    kept_keys.forget_records(session, person.everything)
    identity_marks.add_marks(session, decision.id, marks)
    store_settings.ask_for(session, Due.REWRITE)
    return EraseReport(
        cin=cin,
        decision_id=decision.id,
        records=len(person.everything),
        versions=len(person.contents),
        decisions=len(replaced),
        quarantined=quarantined,
        recognized_by=len(marks),
        exports=tuple(held_by),
        backups=tuple(copy.name for copy in copies_beside(context.database.path)),
        is_rewritten=False,
    )


def finish_erasure(context: StoreContext) -> bool:
    """Write the file anew when an erasure asked for it; False when somebody's reading puts it off.

    Safe to be stopped at any time: what is not finished is done at the next opening.
    """
    with context.database.read() as session:
        if not store_settings.is_due(session, Due.REWRITE):
            return True
    try:
        if not context.database.rewrite():
            return False
    except StoreError as err:
        # The person is erased; a full disk only puts off that the last bytes go.
        log.warning("the file was not written anew: %s", err)
        return False
    with context.database.write() as session:
        store_settings.note_done(session, Due.REWRITE)
    return True


def find_person(session: Session, record_ids: Iterable[RecordId]) -> Person:
    """All that is known of whom these records are about."""
    given = tuple(sorted(record_ids))
    cin_of = crosswalk.cins_of(session, given)
    contents = list(record_contents.contents_of(session, given))
    known = {found for content in contents for found in identities(content.standard)}
    inactive = record_contents.inactive_records(session)
    strays = {
        content.record_id
        for content in record_contents.contents_of(session, inactive)
        if known.intersection(identities(content.standard))
    }
    strays.update(record_id for record_id in given if record_id not in cin_of)
    contents += record_contents.contents_of(session, strays.difference(given))
    return Person(
        cins=tuple(sorted(set(cin_of.values()))),
        records=tuple(record_id for record_id in given if record_id in cin_of),
        strays=tuple(sorted(strays)),
        contents=tuple(contents),
    )


def _own_words(session: Session, person: Person) -> list[str]:
    """The texts that stand for this person and for nobody else in the store."""
    found = {content.source_key for content in person.contents}
    told = [item for c in person.contents for values in (c.values, c.standard) for item in values.items()]
    told += [(value.attribute, (value.value,)) for cin in person.cins for value in golden.golden_values(session, cin)]
    for name, texts in told:
        kind = attribute_of(name).type
        if kind not in _COMMON:
            found.update(texts)
        if kind in _NUMBERED:
            # However it is written: 0812-3344-5566, +62 812 3344 5566 and 81233445566 are one phone.
            bare = {re.sub(r"\D", "", text) for text in texts}
            found.update(form for number in bare for form in (number, re.sub("^(62|0)", "", number)))
        if kind in _NAMES:
            words = {word for text in texts for word in text.split() if len(word) >= _SHORTEST_NAME}
            # A match run notes spellings by what they share.
            found |= words | {skeleton(word.lower()) for word in words}
    own = set(person.everything)
    return sorted(
        word
        for word in found
        if (len(word) >= _SHORTEST_TEXT or (len(word) >= _SHORTEST_NAME and word.isalpha()))
        and not search.is_held_by_others(session, word, own)
    )


def _marks(session: Session, person: Person) -> dict[str, IdentityKind]:
    own_key, *_ = identity_marks.identity_keys(session)
    own = set(person.everything)
    found: dict[str, IdentityKind] = {}
    for kind, text in sorted(set(_identities(person.contents))):
        if kind not in SHAREABLE or not search.is_held_by_others(session, text, own):
            found[identity_marks.mark(own_key, kind, text)] = kind
    return found


def _identities(contents: Iterable[RecordContent]) -> Iterable[tuple[IdentityKind, str]]:
    for content in contents:
        yield from identities(content.standard)
        yield IdentityKind.SOURCE_KEY, source_key_text(content.source_name, content.source_key)


def _shared(session: Session, person: Person) -> tuple[SharedIdentifier, ...]:
    """Customers who hold an identifier of the person."""
    known = {found for content in person.contents for found in identities(content.standard)}
    holders: dict[RecordId, set[str]] = {}
    for text in sorted(text for kind, text in known if kind is not IdentityKind.NAME_AND_BIRTH):
        for record in source_records.iter_records(session, search.find_exact(session, text), with_raw=False):
            kinds = {found.value for found, value in identities(record.standard) if (found, value) in known}
            if kinds:
                holders.setdefault(record.id, set()).update(kinds)
    kinds_of: dict[Cin, set[str]] = {}
    for record_id, cin in crosswalk.cins_of(session, holders).items():
        if cin not in person.cins:
            kinds_of.setdefault(cin, set()).update(holders[record_id])
    titles = golden.titles(session, kinds_of)
    return tuple(SharedIdentifier(cin, titles[cin][0], tuple(sorted(kinds))) for cin, kinds in sorted(kinds_of.items()))
