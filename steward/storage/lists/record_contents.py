"""Everything that was ever delivered about records: every version, also of deliveries that were reversed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from steward.domain.records import RecordId
from steward.storage.chunks import among, chunks
from steward.storage.lists import record_keys
from steward.storage.lists.kept_rows import unpack_row
from steward.storage.lists.list_headers import ListHeaders
from steward.storage.privacy.privacy_acts import erased_records
from steward.storage.tables import (
    ActiveRecordRow,
    DeliveryRow,
    RecordKeyRow,
    RecordVersionRow,
    SourceRecordRow,
    SourceRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sqlalchemy.orm import Session

    from steward.domain.records import Values


@dataclass(frozen=True, slots=True)
class RecordContent:
    """One version of a record with where it came from."""

    record_id: RecordId
    source_name: str
    source_key: str
    version: int
    file_name: str
    delivered_on: str
    raw: Mapping[str, str]
    values: Values
    standard: Values

    def texts(self) -> set[str]:
        """Every text that it holds."""
        found = {self.source_key, *self.raw.values()}
        for values in (*self.values.values(), *self.standard.values()):
            found.update(values)
        return {text for text in found if text}


def contents_of(session: Session, record_ids: Collection[RecordId]) -> Iterator[RecordContent]:
    """Every version of these records, oldest first."""
    headers = ListHeaders(session)
    for portion in chunks(sorted(record_ids)):
        query = (
            select(
                SourceRecordRow.id,
                SourceRow.name,
                record_keys.key_now(),
                RecordVersionRow.version,
                DeliveryRow.file_name,
                DeliveryRow.loaded_at,
                RecordVersionRow.header_id,
                RecordVersionRow.raw,
                RecordVersionRow.attribute_values,
                RecordVersionRow.standard_values,
            )
            .join(SourceRow, SourceRow.id == SourceRecordRow.source_id)
            .join(RecordVersionRow, RecordVersionRow.record_id == SourceRecordRow.id)
            .outerjoin(RecordKeyRow, record_keys.under_key(RecordVersionRow.delivery_id))
            .join(DeliveryRow, DeliveryRow.id == RecordVersionRow.delivery_id)
            .where(among(SourceRecordRow.id, portion))
            .order_by(SourceRecordRow.id, RecordVersionRow.version)
        )
        for record_id, name, key, version, file_name, loaded_at, header_id, *texts in session.execute(query):
            raw, values, standard = unpack_row(headers.columns(header_id), *texts)
            yield RecordContent(
                record_id=RecordId(record_id),
                source_name=name,
                source_key=key,
                version=version,
                file_name=file_name,
                delivered_on=loaded_at[:10],
                raw=raw,
                values=values,
                standard=standard,
            )


def inactive_records(session: Session) -> list[RecordId]:
    """Records of reversed deliveries: nobody's customer, but still in the store."""
    query = select(SourceRecordRow.id).where(
        SourceRecordRow.id.not_in(select(ActiveRecordRow.record_id)), SourceRecordRow.id.not_in(erased_records())
    )
    return [RecordId(record_id) for record_id in session.scalars(query)]
