"""The cards about lists: customers that they share, and how well they fill their attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from steward.domain.attributes import attribute_of
from steward.ui.models.rows import Column, RowsModel
from steward.ui.widgets.card import Card
from steward.ui.widgets.row_table import RowTable
from steward.ui.widgets.text import Text
from steward.ui.words.attributes import attribute_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from steward.domain.records import Source
    from steward.ui.page import PageContext
    from steward.workspace.upkeep.report_views import ListQuality, SourceReport, StoreReport

translate = QCoreApplication.translate

LIST_WIDTH, CELL_WIDTH, QUALITY_WIDTH, NUMBER_WIDTH = 150, 104, 118, 96
#: More lists than this scroll inside their card.
ROWS_SHOWN = 12


class _ListCard(Card):
    """One row per list; the columns follow from the report."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.look, parent=parent)
        self._context = context
        self._rows = 0
        self._note = Text(context.look, "", "small", tone="text2", wraps=True)
        self.table: RowTable | None = None
        self.body.addWidget(self._note)
        context.look.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[SourceReport], columns: Sequence[Column[SourceReport]]) -> None:
        """Show the lists in these columns."""
        if self.table is not None:
            self.table.deleteLater()
        model: RowsModel[SourceReport] = RowsModel(columns, self)
        self.table = RowTable(self._context.look, model)
        self.body.insertWidget(0, self.table)
        model.set_rows(rows)
        self._rows = len(rows)
        self._fit()
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        if self.table is not None:
            self.table.setAccessibleName(self.accessibleName())
            model = self.table.model()
            if isinstance(model, RowsModel):
                model.retranslate()

    def _fit(self) -> None:
        if self.table is not None:
            rows = min(ROWS_SHOWN, self._rows) + 1
            self.table.setFixedHeight(rows * self._context.look.row_height("table") + 14)


def _list_column() -> Column[SourceReport]:
    return Column(
        lambda: translate("Reports", "List"),
        lambda one: one.source.name,
        LIST_WIDTH,
        source=lambda one: one.source,
        weight=500,
    )


class OverlapCard(_ListCard):
    """How many customers every two lists share."""

    def retranslate(self) -> None:
        self.set_title(self.tr("Customers that lists share"))
        self._note.setText(
            self.tr("Share of the row's customers that are in the column's list too. The stronger the tint, the more.")
        )
        super().retranslate()

    def show_report(self, report: StoreReport) -> None:
        """Show the lists of a store."""
        self.show_rows(report.sources, self._columns(report))

    def _columns(self, report: StoreReport) -> Sequence[Column[SourceReport]]:
        number = self._context.language.number
        columns: list[Column[SourceReport]] = [
            _list_column(),
            Column(lambda: self.tr("Customers"), lambda one: number(one.customer_count), NUMBER_WIDTH, is_number=True),
            Column(lambda: self.tr("Only here"), lambda one: number(one.only_here), NUMBER_WIDTH, is_number=True),
        ]
        shares = [count / max(1, one.customer_count) for one in report.sources for count in one.shared.values()]
        largest = max(shares, default=0.0) or 1.0
        return columns + [self._shared_column(one.source, largest) for one in report.sources]

    def _shared_column(self, other: Source, largest: float) -> Column[SourceReport]:
        language = self._context.language

        def share(row: SourceReport) -> float:
            return row.shared.get(other.id, 0) / max(1, row.customer_count)

        def text(row: SourceReport) -> str:
            if row.source.id == other.id:
                return "–"
            count = row.shared.get(other.id, 0)
            return f"{language.number(count)} · {language.percent(share(row))}" if count else language.number(0)

        def heat(row: SourceReport) -> float:
            return share(row) / largest

        return Column(lambda: other.name, text, CELL_WIDTH, is_number=True, heat=heat)


class QualityCard(_ListCard):
    """How many records of each list hold a good value."""

    def retranslate(self) -> None:
        self.set_title(self.tr("Quality of the lists"))
        self._note.setText(
            self.tr("Records with a good value. Bar: good, doubtful or unusual, empty (outline). ∅: no such value.")
        )
        super().retranslate()

    def show_quality(self, report: StoreReport, quality: ListQuality) -> None:
        """Show how well the lists of a store are filled."""
        self.show_rows([one for one in report.sources if one.source.id in quality.by_source], self._columns(quality))

    def _columns(self, quality: ListQuality) -> Sequence[Column[SourceReport]]:
        number = self._context.language.number
        columns: list[Column[SourceReport]] = [
            _list_column(),
            Column(lambda: self.tr("Records"), lambda one: number(one.record_count), NUMBER_WIDTH, is_number=True),
        ]
        wanted = [name for name in quality.attributes if attribute_of(name).is_identifying]
        return columns + [self._quality_column(name, quality) for name in wanted]

    def _quality_column(self, name: str, quality: ListQuality) -> Column[SourceReport]:
        def counts(row: SourceReport) -> tuple[int, int, int] | None:
            found = quality.by_source[row.source.id][name]
            return (found.good, found.doubtful, found.empty) if found.good or found.doubtful else None

        def text(row: SourceReport) -> str:
            return self._context.language.percent(quality.by_source[row.source.id][name].share) if counts(row) else "∅"

        return Column(lambda: attribute_label(name), text, QUALITY_WIDTH, bar=counts, tone="text2")
