"""The register of exports: which file left the store when, by whom, and whom it held."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from steward.domain.identity import cin_number
from steward.domain.privacy import ERASED, ExportEntry, ExportKind
from steward.storage.chunks import among, chunks
from steward.storage.tables import ExportRow, MembershipRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from steward.domain.records import RecordId


def register_export(session: Session, entry: ExportEntry, cins: Collection[str]) -> ExportEntry:
    """Note an export and the CINs in it; its number is given here."""
    row = ExportRow(
        kind=entry.kind.value,
        exported_at=entry.exported_at.isoformat(),
        exported_by=entry.exported_by,
        file_name=entry.file_name,
        last_entry=entry.last_entry,
        customer_count=entry.customer_count,
        held=_packed(cins),
    )
    session.add(row)
    session.flush()
    return _entry(row)


def list_exports(session: Session) -> list[ExportEntry]:
    """Every export, newest first."""
    return [_entry(row) for row in session.scalars(select(ExportRow).order_by(ExportRow.id.desc()))]


def exports_of(session: Session, record_ids: Collection[RecordId]) -> list[ExportEntry]:
    """The exports that held any of these records, under whichever CIN they had then; newest first."""
    stays = [
        _Stay(cin_number(cin), start, end)
        for portion in chunks(record_ids)
        for cin, start, end in session.execute(
            select(MembershipRow.cin, MembershipRow.from_decision, MembershipRow.to_decision).where(
                among(MembershipRow.record_id, portion)
            )
        )
    ]
    return [
        _entry(row)
        for row in session.scalars(select(ExportRow).order_by(ExportRow.id.desc()))
        if _holds(row.held, [stay.number for stay in stays if stay.lasted_at(row.last_entry)])
    ]


@dataclass(frozen=True, slots=True)
class _Stay:
    """A record belonged to a CIN from one log entry until before another."""

    number: int
    start: int
    end: int | None

    def lasted_at(self, entry: int) -> bool:
        return self.start <= entry and (self.end is None or entry < self.end)


def forget_file_names(session: Session, record_ids: Collection[RecordId]) -> None:
    """Files made for one person alone are often named after them: forget what theirs were called."""
    packs = [entry.id for entry in exports_of(session, record_ids) if entry.kind is ExportKind.ACCESS_PACK]
    session.execute(update(ExportRow).where(ExportRow.id.in_(packs)).values(file_name=ERASED))


def _packed(cins: Collection[str]) -> bytes:
    """One bit per CIN number: a million customers are a hundred kilobytes."""
    bits = bytearray(max((cin_number(cin) for cin in cins), default=0) // 8 + 1)
    for cin in cins:
        place = cin_number(cin)
        bits[place >> 3] |= 1 << (place & 7)
    return zlib.compress(bytes(bits))


def _holds(held: bytes, numbers: Collection[int]) -> bool:
    bits = zlib.decompress(held)
    return any(bits[number >> 3] >> (number & 7) & 1 for number in numbers if number >> 3 < len(bits))


def _entry(row: ExportRow) -> ExportEntry:
    return ExportEntry(
        id=row.id,
        kind=ExportKind(row.kind),
        exported_at=datetime.fromisoformat(row.exported_at),
        exported_by=row.exported_by,
        file_name=row.file_name,
        customer_count=row.customer_count,
        last_entry=row.last_entry,
    )
