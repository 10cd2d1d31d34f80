"""What a delivery brought, read and shown row by row; numbers of people are masked until they are revealed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from steward.domain.records import RecordId
from steward.ui.number_mask import NumberMask, Shown
from steward.ui.pages.lists.changes_view import ChangesView
from steward.ui.pages.lists.detail_frame import DetailFrame
from steward.ui.pages.lists.masked_rows import masked_change
from steward.ui.pages.lists.row_counts import RowCounts, counts_sentence
from steward.ui.reveal import Reveal
from steward.ui.words.masking import Mask

if TYPE_CHECKING:
    from steward.domain.records import Delivery
    from steward.ui.page import PageContext
    from steward.workspace.lists.list_views import DeliveryChanges


@dataclass(frozen=True, slots=True)
class _Brought:
    """What a delivery brought, and the columns that hold numbers of people."""

    changes: DeliveryChanges
    numbers: frozenset[str]


class ChangesDesk(QObject):
    """``opened(frame)`` when the changes are to be seen, ``failed(error)`` when they can't be."""

    opened = Signal(QWidget)
    failed = Signal(object)

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._brought: _Brought | None = None
        self._view = ChangesView(context.look, context.language)
        self.frame = DetailFrame(context.look, self._view)
        self.masking = NumberMask(context.settings, self)
        self.masking.changed.connect(self._show)
        context.actions.bind(self.frame, "lists.reveal", Reveal(context, self.masking, self).toggle)

    def open(self, delivery: Delivery) -> None:
        """Show what a delivery brought, row by row and cell by cell."""
        self._context.jobs.read(partial(self._look_up, delivery), self._on_changes, self.failed.emit)

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self.frame.retranslate()
        self._view.retranslate()
        self._name()

    def _look_up(self, delivery: Delivery) -> _Brought:
        workspace = self._context.workspace
        return _Brought(workspace.delivery_changes(delivery.id), workspace.number_columns(delivery.source_name))

    def _on_changes(self, brought: _Brought) -> None:
        self._brought = brought
        records = frozenset(RecordId(row.record_id) for row in brought.changes.changed)
        self.masking.follow(Shown(brought.changes.delivery.id, records) if records else None)
        self._show()
        self._name()
        self.opened.emit(self.frame)

    def _show(self) -> None:
        if self._brought is None:
            return
        changes, hides = self._brought.changes, self.masking.mask is Mask.ON
        changed = [masked_change(row, self._brought.numbers) if hides else row for row in changes.changed]
        totals = (changes.delivery.rows_changed, changes.delivery.rows_new, changes.missing_count)
        self._view.show_changes(changed, changes.new, changes.missing, totals=totals)

    def _name(self) -> None:
        if self._brought is not None:
            delivery = self._brought.changes.delivery
            self.frame.set_title(
                self.tr("What {file} brought").format(file=delivery.file_name),
                counts_sentence(RowCounts.of_load(delivery), self._context.language),
            )
