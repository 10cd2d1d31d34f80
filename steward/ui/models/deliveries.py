"""The sources of the store, and the deliveries of one of them, as tables."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QObject,
    Qt,
)

from steward.ui.models.roles import ALIGNMENT, DISPLAY, OWN, TOOL_TIP, Index

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.domain.records import Delivery
    from steward.ui.language import Language
    from steward.workspace.views import SourceSummary

#: The role that returns the domain value behind an index.
ROW_ROLE = OWN

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


Row = TypeVar("Row")


class _ReadOnlyTable(QAbstractTableModel, Generic[Row]):
    """Rows of texts made once when they are set, with the domain value of each row behind ``ROW_ROLE``.

    ``titles``: the words above the columns; ``texts_of``: what the cells of a row say.
    """

    def __init__(
        self,
        titles: Callable[[], tuple[str, ...]],
        texts_of: Callable[[Row], tuple[str, ...]],
        numeric_columns: frozenset[int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._titles, self._texts_of, self._numeric = titles, texts_of, numeric_columns
        self._rows: tuple[Row, ...] = ()
        self._texts: tuple[tuple[str, ...], ...] = ()

    def _show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self._texts = tuple(self._texts_of(row) for row in rows)
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self._texts = tuple(self._texts_of(row) for row in self._rows)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._titles())

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        if role in (DISPLAY, TOOL_TIP):
            return self._texts[index.row()][index.column()]
        if role == ROW_ROLE:
            return self._rows[index.row()]
        if role == ALIGNMENT:
            return _RIGHT if index.column() in self._numeric else _LEFT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == DISPLAY:
            return self._titles()[section]
        if role == ALIGNMENT:
            return _RIGHT if section in self._numeric else _LEFT
        return None


class SourcesModel(_ReadOnlyTable["SourceSummary"]):
    """One row for each source of the store."""

    SOURCE, DEPARTMENT, RECORDS, CUSTOMERS, LAST_DELIVERY, CHANGES = range(6)

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        numbers = frozenset({self.RECORDS, self.CUSTOMERS})
        super().__init__(_source_titles, partial(_source_texts, language), numbers, parent)

    def set_sources(self, sources: Sequence[SourceSummary]) -> None:
        """Show these sources."""
        self._show(sources)

    def source_at(self, row: int) -> SourceSummary:
        """The source in this row."""
        return self._rows[row]

    def row_of(self, name: str) -> int:
        """Where the source with this name stands, -1 when it doesn't."""
        return next((row for row in range(len(self._rows)) if self.source_at(row).source.name == name), -1)


class DeliveriesModel(_ReadOnlyTable["Delivery"]):
    """One row for each delivery of a source, newest first."""

    DAY, FILE, READ, NEW, CHANGED, UNCHANGED, HELD, ISSUES, STATE = range(9)

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        numbers = frozenset({self.READ, self.NEW, self.CHANGED, self.UNCHANGED, self.HELD, self.ISSUES})
        super().__init__(_delivery_titles, partial(_delivery_texts, language), numbers, parent)

    def set_deliveries(self, deliveries: Sequence[Delivery]) -> None:
        """Show these deliveries, the newest on top."""
        self._show(sorted(deliveries, key=lambda delivery: -delivery.id))

    def delivery_at(self, row: int) -> Delivery:
        """The delivery in this row."""
        return self._rows[row]


def last_delivery(summary: SourceSummary) -> Delivery | None:
    """The newest delivery of a source that still counts."""
    standing = [delivery for delivery in summary.deliveries if not delivery.is_reversed]
    return max(standing, key=lambda delivery: delivery.id, default=None)


def counts_text(delivery: Delivery, language: Language) -> str:
    """The new and changed rows of a delivery in words."""
    text: str = QCoreApplication.translate("SourcesModel", "{new} new, {changed} changed")
    return text.format(new=language.number(delivery.rows_new), changed=language.number(delivery.rows_changed))


def _source_titles() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("SourcesModel", "Source"),
        QCoreApplication.translate("SourcesModel", "Department"),
        QCoreApplication.translate("SourcesModel", "Records"),
        QCoreApplication.translate("SourcesModel", "Customers"),
        QCoreApplication.translate("SourcesModel", "Last delivery"),
        QCoreApplication.translate("SourcesModel", "What it brought"),
    )


def _source_texts(language: Language, row: SourceSummary) -> tuple[str, ...]:
    number = language.number
    last = last_delivery(row)
    return (
        row.source.name,
        row.source.department,
        number(row.record_count),
        number(row.customer_count),
        language.day(last.loaded_at) if last else "",
        counts_text(last, language) if last else "",
    )


def _delivery_titles() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("DeliveriesModel", "Date"),
        QCoreApplication.translate("DeliveriesModel", "File"),
        QCoreApplication.translate("DeliveriesModel", "Rows"),
        QCoreApplication.translate("DeliveriesModel", "New"),
        QCoreApplication.translate("DeliveriesModel", "Changed"),
        QCoreApplication.translate("DeliveriesModel", "Unchanged"),
        QCoreApplication.translate("DeliveriesModel", "Held back"),
        QCoreApplication.translate("DeliveriesModel", "Issues"),
        QCoreApplication.translate("DeliveriesModel", "Loaded by"),
    )


def _delivery_texts(language: Language, row: Delivery) -> tuple[str, ...]:
    number = language.number
    by = row.loaded_by
    if row.is_reversed:
        by = QCoreApplication.translate("DeliveriesModel", "undone")
    file = f"{row.file_name} · {row.sheet}" if row.sheet else row.file_name
    if row.is_mended:
        file = QCoreApplication.translate("DeliveriesModel", "{file} · mended rows").format(file=file)
    return (
        language.moment(row.loaded_at),
        file,
        number(row.rows_read),
        number(row.rows_new),
        number(row.rows_changed),
        number(row.rows_unchanged + row.rows_repeated),
        number(row.rows_quarantined),
        number(row.issue_count),
        by,
    )
