"""The care of lists after they are loaded: rows that were held back, and how a source's deliveries are taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from steward.domain.column_rules import holds_numbers
from steward.domain.errors import StewardError
from steward.domain.progress import NO_PROGRESS
from steward.domain.records import DeliveryId
from steward.exchange.mapping import Mapping as ColumnMapping
from steward.storage.lists import quarantine, source_records, sources
from steward.workspace.decisions.answers import Answers
from steward.workspace.lists import mend_rows
from steward.workspace.lists.delivery_changes import load_changes
from steward.workspace.lists.list_views import ImportReport
from steward.workspace.lists.report_card import write_report_card
from steward.workspace.upkeep.written_files import refuse_loaded_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sqlalchemy.orm import Session

    from steward.domain.decisions import Decision
    from steward.domain.progress import Progress
    from steward.domain.quarantine import QuarantinedRow
    from steward.domain.records import Source
    from steward.domain.source_settings import SourceSettings
    from steward.workspace.lists.list_views import DeliveryChanges


class ListCare(Answers):
    """What a steward does about a list that is in the store."""

    def quarantined(self, source: str | None = None, delivery_id: int | None = None) -> list[QuarantinedRow]:
        """Rows that were held back, with what became of each; of one source or delivery, or of all."""
        with self._read() as session:
            source_id = self._source(session, source).id if source is not None else None
            delivery = DeliveryId(delivery_id) if delivery_id is not None else None
            return quarantine.list_quarantined(session, source_id, delivery_id=delivery)

    def mend_row(self, row_id: int, cells: Mapping[str, str]) -> None:
        """Keep a mended copy of a row that is held back; without cells the copy is forgotten. The original stays."""
        with self._context.database.write() as session:
            mend_rows.mend_row(self._context, session, row_id, cells)

    def reload_rows(
        self, row_ids: Iterable[int], reason: str | None = None, progress: Progress | None = None
    ) -> ImportReport:
        """Load rows that were held back, each as it was mended or else as it is: one delivery, reversed as one."""
        with self._context.database.write() as session:
            wanted = sorted(set(row_ids))
            delivery, source = mend_rows.reload_rows(
                self._context, session, wanted, reason or "", progress or NO_PROGRESS
            )
            return ImportReport(
                source=source.name,
                file_name=delivery.file_name,
                sheets=(delivery.sheet,),
                delivery_ids=(delivery.id,),
                rows_read=delivery.rows_read,
                rows_new=delivery.rows_new,
                rows_changed=delivery.rows_changed,
                rows_unchanged=delivery.rows_unchanged,
                rows_repeated=delivery.rows_repeated,
                records=source_records.count_active(session),
                key_column=source.key_column,
                mapping={},
                issues=(),
                warnings=(),
                seconds={},
            )

    def dismiss_rows(self, row_ids: Iterable[int], reason: str | None = None) -> Decision:
        """Rows that were held back are no customers; can be reversed like a decision."""
        with self._context.database.write() as session:
            return mend_rows.dismiss_rows(self._context, session, sorted(set(row_ids)), reason or "")

    def delivery_changes(self, delivery_id: int, limit: int = 500) -> DeliveryChanges:
        """What a delivery brought, row by row: new, changed cell by cell, missing; at most ``limit`` rows of each."""
        with self._read() as session:
            return load_changes(session, delivery_id, limit)

    def number_columns(self, source: str) -> frozenset[str]:
        """The columns of a source that hold numbers of people or accounts, as it was mapped last."""
        with self._read() as session:
            mapping = ColumnMapping.from_json(sources.stored_mapping(session, self._source(session, source).id))
        return frozenset(header for header, target in mapping.columns if holds_numbers(target))

    def save_report_card(
        self,
        delivery_id: int,
        path: str | Path,
        wording: Callable[[str], str] = str,
        progress: Progress | None = None,
    ) -> Path:
        """Write what is good and what is wrong in a delivery as a workbook for the department; returns its place.

        ``wording`` puts the English texts of the card into another language.
        """
        target = Path(path).absolute()
        with self._read() as session:
            refuse_loaded_list(session, target)
            write_report_card(session, delivery_id, target, wording, progress or NO_PROGRESS)
        return target

    def source_settings(self, source: str) -> SourceSettings:
        """How the deliveries of a source are taken."""
        with self._read() as session:
            return sources.source_settings(session, self._source(session, source).id)

    def set_source_settings(self, source: str, settings: SourceSettings) -> None:
        """Take the deliveries of a source like this from now on."""
        with self._context.database.write() as session:
            sources.set_source_settings(session, self._source(session, source).id, settings)

    def _source(self, session: Session, name: str) -> Source:
        found = sources.find_source(session, name)
        if found is None:
            raise StewardError(f'There is no source "{name}"; check the name.', code="no_source")
        return found
