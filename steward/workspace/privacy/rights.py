"""What a person has a right to: a copy of their data, restriction, withdrawn consent, erasure, and who was told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from steward.domain.decisions import Act, Decision, PrivacyKind
from steward.domain.errors import DecisionError, StewardError
from steward.domain.identity import Cin, format_cin
from steward.domain.privacy import Channel, ExportKind, refused_consents
from steward.domain.quarantine import QuarantinedRowId, QuarantineReason
from steward.storage.customers import crosswalk, exports
from steward.storage.lists import quarantine
from steward.storage.privacy import privacy_acts
from steward.workspace.customers.customer_search import require_active
from steward.workspace.decisions import decide
from steward.workspace.decisions.answers import Answers
from steward.workspace.privacy.access_pack import write_access_pack
from steward.workspace.privacy.customer_rights import rights_of
from steward.workspace.privacy.erase_person import erase_person, finish_erasure, preview_erase
from steward.workspace.privacy.erased_people import FINGERPRINT
from steward.workspace.upkeep.written_files import refuse_loaded_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from steward.domain.privacy import ExportEntry, Rights
    from steward.domain.records import RecordId
    from steward.workspace.privacy.privacy_views import AccessPackReport, ErasePreview, EraseReport


class Privacy(Answers):
    """Acts about the rights of a person. All but the erasure are reversed like decisions."""

    def access_pack(self, cin: str, path: str | Path) -> AccessPackReport:
        """Write all that the store knows of a customer (.xlsx or .pdf), others masked; noted in the register."""
        target = Path(path).absolute()
        with self._context.database.read() as session:
            active = require_active(session, cin)
            refuse_loaded_list(session, target)
            report = write_access_pack(self._context, session, active, target)
        self._register(ExportKind.ACCESS_PACK, Path(report.path), [active])
        return report

    def preview_erase(self, cin: str) -> ErasePreview:
        """All that goes when a customer is erased; nothing is changed."""
        with self._read() as session:
            return preview_erase(self._context, session, require_active(session, cin))

    def erase(self, cin: str, reason: str) -> EraseReport:
        """Erase a customer for good: from every table, the log and the file, and for the deliveries to come.

        Raises DecisionError without a reason, or when the reason names the person.
        """
        with self._context.database.write() as session:
            report = erase_person(self._context, session, require_active(session, cin), reason)
        return replace(report, is_rewritten=finish_erasure(self._context))

    def restrict(self, cin: str, reason: str | None = None) -> Decision:
        """Neither match nor export a customer until the restriction is lifted."""
        with self._context.database.write() as session:
            active = require_active(session, cin)
            if privacy_acts.restrictions_of(session, active):
                raise DecisionError(f"CIN {format_cin(active)} is restricted already.", code="restricted_already")
            members = _members(session, active)
            return decide.take(self._context, session, Act(PrivacyKind.RESTRICT, (members,)), reason=reason or "")

    def unrestrict(self, cin: str, reason: str | None = None) -> list[Decision]:
        """Lift what restricts a customer; the next match run compares them again."""
        with self._context.database.write() as session:
            active = require_active(session, cin)
            acts = privacy_acts.restrictions_of(session, active)
            if not acts:
                raise DecisionError(f"CIN {format_cin(active)} is not restricted.", code="not_restricted")
            return [decide.reverse(self._context, session, act, reason=reason or "") for act in acts]

    def withdraw_consent(self, cin: str, channels: Iterable[Channel | str] = (), reason: str | None = None) -> Decision:
        """The customer refuses contact by these channels, without any by all, whatever lists say from now on."""
        act_values = refused_consents([_channel(channel) for channel in channels])
        with self._context.database.write() as session:
            members = _members(session, require_active(session, cin))
            act = Act(PrivacyKind.WITHDRAW, (members,), act_values)
            return decide.take(self._context, session, act, reason=reason or "")

    def rights(self, cin: str) -> Rights:
        """Whether a customer is restricted, and which consents they withdrew."""
        with self._read() as session:
            return rights_of(session, require_active(session, cin))

    def exports(self, cin: str | None = None) -> list[ExportEntry]:
        """The register of exports, newest first; with a CIN those that held this person, erased or not."""
        with self._read() as session:
            if cin is None:
                return exports.list_exports(session)
            records = privacy_acts.records_ever_of(session, cin)
            current = crosswalk.members_of(session, [cin]).get(Cin(cin))
            if not records:
                raise StewardError(f"CIN {cin} was never given; check the number.", code="no_cin")
            return exports.exports_of(session, current or records)

    def release(self, row_id: int, reason: str) -> Decision:
        """Let in a row that was held back as an erased person's; the next delivery that holds it loads it.

        Raises DecisionError without a reason, or for a row that was held back for something else.
        """
        if not reason.strip():
            raise DecisionError(
                "Say why the row is no erased person's; releasing it needs a reason.", code="release_reason_needed"
            )
        with self._context.database.write() as session:
            found = quarantine.list_quarantined(session, row_ids=[QuarantinedRowId(row_id)])
            if not found or found[0].held.reason is not QuarantineReason.ERASED_PERSON:
                raise DecisionError(
                    f"Row {row_id} is not held back as an erased person's; look at the quarantine again.",
                    code="no_erased_row",
                )
            named = quarantine.about([found[0].id])
            act = Act(PrivacyKind.RELEASE, values={**named, FINGERPRINT: found[0].held.fingerprint})
            return decide.take(self._context, session, act, reason=reason)


def _members(session: Session, cin: Cin) -> tuple[RecordId, ...]:
    return tuple(sorted(crosswalk.members_of(session, [cin])[cin]))


def _channel(name: Channel | str) -> Channel:
    try:
        return Channel(name)
    except ValueError as err:
        names = ", ".join(channel.value for channel in Channel)
        raise DecisionError(f'"{name}" is no channel; use one of {names}.', code="no_channel") from err
