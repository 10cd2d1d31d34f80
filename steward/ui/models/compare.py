"""The compare grid as a Qt model: fields down and members across, or members down when they are many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from steward.ui.models.compare_table import CellKind, CompareCell, CompareTable
from steward.ui.models.compare_texts import accessible_text, display_text, head_text, tooltip_text
from steward.ui.models.roles import ACCESSIBLE, DISPLAY, OWN, TOOL_TIP, Index
from steward.ui.words.masking import Mask

if TYPE_CHECKING:
    from steward.domain.records import RecordId

#: ``data`` and ``headerData`` answer this role with a ``CompareCell``.
CELL_ROLE = OWN + 1


class CompareModel(QAbstractTableModel):
    """Shows one ``CompareTable``. Column 0 (and the golden column 1 when fields run down) are meant to be frozen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = CompareTable.empty()
        self._fields: tuple[str, ...] = ()
        self._shows_folded = False
        self._shows_standard = False
        self._mask = Mask.OFF

    @property
    def table(self) -> CompareTable:
        """What is shown."""
        return self._table

    @property
    def fields(self) -> tuple[str, ...]:
        """The attributes on screen, in order."""
        return self._fields

    @property
    def frozen_columns(self) -> int:
        """How many columns stay when the members scroll sideways."""
        return 1 if self._table.is_transposed else 2

    @property
    def shows_folded(self) -> bool:
        """True while identical and empty rows are unfolded."""
        return self._shows_folded

    @property
    def shows_standard(self) -> bool:
        """True while members show standard values instead of the text as delivered."""
        return self._shows_standard

    @property
    def mask(self) -> Mask:
        """Which values are not shown as they are."""
        return self._mask

    def set_mask(self, mask: Mask) -> None:
        """Mask numbers of people, or show them."""
        if mask is not self._mask:
            self._mask = mask
            self._announce_values()

    def set_table(self, table: CompareTable) -> None:
        """Show another state; a mere change of values keeps selection and scroll position."""
        fields = table.visible(shows_folded=self._shows_folded)
        is_same_shape = (
            table.cluster_id == self._table.cluster_id
            and fields == self._fields
            and len(table.members) == len(self._table.members)
        )
        if is_same_shape:
            self._table = table
            self._announce_values()
            return
        self.beginResetModel()
        self._table, self._fields = table, fields
        self.endResetModel()

    def set_shows_folded(self, shows_folded: bool) -> None:
        """Unfold or fold the identical and empty rows."""
        self.beginResetModel()
        self._shows_folded = shows_folded
        self._fields = self._table.visible(shows_folded=shows_folded)
        self.endResetModel()

    def set_shows_standard(self, shows_standard: bool) -> None:
        """Show members' standard values, or the text as delivered."""
        self._shows_standard = shows_standard
        self._announce_values()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid():
            return 0
        return len(self._table.members) if self._table.is_transposed else len(self._fields)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid():
            return 0
        return 1 + len(self._fields) if self._table.is_transposed else 2 + len(self._table.members)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        if role == CELL_ROLE:
            return self.cell_at(index.row(), index.column())
        if role == DISPLAY:
            return display_text(self.cell_at(index.row(), index.column()))
        if role == ACCESSIBLE:
            return accessible_text(self.cell_at(index.row(), index.column()))
        if role == TOOL_TIP:
            return tooltip_text(self.cell_at(index.row(), index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == CELL_ROLE:
            return self._head_at(section)
        if role in (DISPLAY, TOOL_TIP, ACCESSIBLE):
            return head_text(self._head_at(section))
        return None

    def cell_at(self, row: int, column: int) -> CompareCell:
        """The place at a row and column, as it may be shown."""
        cell = self._cell_at(row, column)
        return cell if self._mask is Mask.OFF else self._table.masked(cell, self._mask)

    def _cell_at(self, row: int, column: int) -> CompareCell:
        if self._table.is_transposed:
            if column == 0:
                return self._table.member_head(row)
            return self._table.member_cell(self._fields[column - 1], row, shows_standard=self._shows_standard)
        attribute = self._fields[row]
        if column == 0:
            return CompareCell(CellKind.FIELD, row=self._table.rows[attribute])
        if column == 1:
            return self._table.golden_cell(attribute)
        return self._table.member_cell(attribute, column - 2, shows_standard=self._shows_standard)

    def index_of(self, attribute: str, place: int) -> QModelIndex:
        """The place of a member's value (``place`` from 0), an invalid index when it is not on screen."""
        if attribute not in self._fields or not 0 <= place < len(self._table.members):
            return QModelIndex()
        line = self._fields.index(attribute)
        return self.index(place, line + 1) if self._table.is_transposed else self.index(line, place + 2)

    def attribute_at(self, index: Index) -> str | None:
        """The attribute that a place belongs to."""
        line = index.column() - 1 if self._table.is_transposed else index.row()
        return self._fields[line] if index.isValid() and 0 <= line < len(self._fields) else None

    def place_at(self, index: Index) -> int | None:
        """The member's place (from 0) that an index belongs to."""
        place = index.row() if self._table.is_transposed else index.column() - 2
        return place if index.isValid() and 0 <= place < len(self._table.members) else None

    def record_at(self, index: Index) -> RecordId | None:
        """The member that an index belongs to."""
        place = self.place_at(index)
        return None if place is None else self._table.members[place].record_id

    def _head_at(self, section: int) -> CompareCell:
        head = self._whole_head_at(section)
        return head if self._mask is Mask.OFF else self._table.masked(head, self._mask)

    def _whole_head_at(self, section: int) -> CompareCell:
        if self._table.is_transposed:
            if section == 0:
                return CompareCell(CellKind.MEMBER_CORNER, cin=self._table.surviving_cin)
            return self._table.golden_cell(self._fields[section - 1], CellKind.FIELD_HEAD)
        if section == 0:
            return CompareCell(CellKind.FIELD_CORNER)
        if section == 1:
            return CompareCell(CellKind.GOLDEN_HEAD, cin=self._table.surviving_cin)
        return self._table.member_head(section - 2)

    def _announce_values(self) -> None:
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        if self.columnCount():
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
