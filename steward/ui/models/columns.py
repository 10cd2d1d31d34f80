"""The columns of a list before it is loaded, as a table: what each becomes, why, and how good its values are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QObject,
    Qt,
    Signal,
)

from steward.domain.pairs import Strength
from steward.ui.models.roles import DISPLAY, EDIT, OWN, TOOL_TIP, Index

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from steward.workspace.lists.list_views import ColumnPreview

#: The role that returns the ``ColumnRow`` behind an index.
ROW_ROLE = OWN


#: From these confidences on a guess is shown as certain and as likely.
_CERTAIN, _LIKELY = 0.85, 0.55
#: Reasons to leave a column alone that a person should look at.
_UNSETTLED = frozenset({"unknown", "contradicted", "taken"})


class ColumnField(IntEnum):
    """The columns of the mapping table, from left to right."""

    HEADER = 0
    EXAMPLES = 1
    TARGET = 2
    REASON = 3
    QUALITY = 4


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One column of the file with the target that stands now; ``is_damaged``: a finding says its values are."""

    preview: ColumnPreview
    target: str
    is_chosen: bool
    is_damaged: bool

    @property
    def strength(self) -> Strength | None:
        """How sure the target is; None where a column is left alone for a good reason."""
        if self.is_chosen:
            return Strength.ALMOST_CERTAIN
        if not self.target:
            return Strength.UNCLEAR if self.preview.reason in _UNSETTLED else None
        if self.preview.confidence >= _CERTAIN:
            return Strength.ALMOST_CERTAIN
        return Strength.LIKELY if self.preview.confidence >= _LIKELY else Strength.UNCLEAR

    @property
    def row_count(self) -> int:
        """How many rows the column has."""
        return self.preview.valid + self.preview.doubtful + self.preview.empty

    @property
    def valid_percent(self) -> int:
        """Valid values of a hundred rows, rounded down so that 100 means every row."""
        return 100 * self.preview.valid // self.row_count if self.row_count else 0


class ColumnsModel(QAbstractTableModel):
    """The mapping table. Editing a target only says what was asked; whoever keeps the plan sets the rows anew."""

    target_chosen = Signal(str, str)

    def __init__(
        self,
        target_label: Callable[[str], str],
        reason_text: Callable[[ColumnPreview], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._target_label = target_label
        self._reason_text = reason_text
        self._rows: tuple[ColumnRow, ...] = ()

    def set_columns(
        self,
        columns: Sequence[ColumnPreview],
        targets: Mapping[str, str],
        chosen: frozenset[str],
        damaged: frozenset[str],
    ) -> None:
        """Show these columns, by header with their targets; ``chosen`` are the steward's own, ``damaged`` tinted."""
        rows = tuple(
            ColumnRow(
                column,
                targets[column.header],
                column.header in chosen,
                column.header in damaged,
            )
            for column in columns
        )
        if rows and [row.preview.header for row in rows] == [row.preview.header for row in self._rows]:
            self._rows = rows
            self.retranslate()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def retranslate(self) -> None:
        """Every text may have changed: words, or the targets."""
        if not self._rows:
            return
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(ColumnField) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(ColumnField) - 1)

    def row_at(self, row: int) -> ColumnRow:
        """The column of the file in this row."""
        return self._rows[row]

    def row_of(self, header: str) -> int:
        """Where the column with this header stands, -1 when it doesn't."""
        return next((at for at, row in enumerate(self._rows) if row.preview.header == header), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(ColumnField)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == ColumnField.TARGET else flags

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == EDIT and index.column() == ColumnField.TARGET:
            return row.target
        if role in (DISPLAY, TOOL_TIP):
            return self._text(row, index.column())
        return None

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        if not index.isValid() or role != EDIT or index.column() != ColumnField.TARGET:
            return False
        row = self._rows[index.row()]
        if value != row.target:
            self.target_chosen.emit(row.preview.header, str(value))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if role != DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            QCoreApplication.translate("ColumnsModel", "Column in the file"),
            QCoreApplication.translate("ColumnsModel", "First values"),
            QCoreApplication.translate("ColumnsModel", "Becomes"),
            QCoreApplication.translate("ColumnsModel", "Why"),
            QCoreApplication.translate("ColumnsModel", "Quality"),
        )[section]

    def _text(self, row: ColumnRow, column: int) -> str:
        preview = row.preview
        if column == ColumnField.HEADER:
            return preview.header
        if column == ColumnField.EXAMPLES:
            return "\n".join(preview.examples)
        if column == ColumnField.TARGET:
            return self._target_label(row.target)
        if column == ColumnField.REASON:
            if row.is_chosen:
                return QCoreApplication.translate("ColumnsModel", "chosen by you")
            return self._reason_text(preview)
        return QCoreApplication.translate("ColumnsModel", "{valid} valid, {doubtful} doubtful, {empty} empty").format(
            valid=preview.valid, doubtful=preview.doubtful, empty=preview.empty
        )
