"""Every decision as a table that fetches its rows page by page."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from steward.ui.labels import decision_kind_label
from steward.ui.sentences import decision_sentence

if TYPE_CHECKING:
    from steward.ui.language import Language
    from steward.workspace.views import DecisionView

PAGE, PAGES_KEPT = 128, 32
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
DECISION = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[int, int], Sequence["DecisionView"]]


class DecisionTable(QAbstractTableModel):
    """``fetch(offset, limit)`` gives a page; the role DECISION gives the decision of a row."""

    NUMBER, WHAT, KIND, WHO, WHEN, REASON = range(6)

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._count = 0
        self._fetch: Fetch | None = None
        self._pages: OrderedDict[int, Sequence[DecisionView]] = OrderedDict()
        self._getters: dict[int, Callable[[DecisionView], str]] = {
            self.NUMBER: lambda one: f"#{one.id}",
            self.WHAT: decision_sentence,
            self.KIND: lambda one: decision_kind_label(one.kind),
            self.WHO: lambda one: one.decided_by,
            self.WHEN: lambda one: language.moment(one.decided_at),
            self.REASON: lambda one: one.reason,
        }

    def set_source(self, count: int, fetch: Fetch) -> None:
        """Show another set of decisions."""
        self.beginResetModel()
        self._count, self._fetch = count, fetch
        self._pages.clear()
        self.endResetModel()

    def decision(self, row: int) -> DecisionView | None:
        """The decision of a row."""
        if not 0 <= row < self._count or self._fetch is None:
            return None
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._fetch(number * PAGE, PAGE)
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return page[place] if place < len(page) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """All decisions of the set."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Six columns."""
        return 0 if parent.isValid() else len(self._getters)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Texts by column."""
        if role not in (DISPLAY, DECISION, TOOL_TIP):
            return None
        decision = self.decision(index.row())
        if decision is None or role == DECISION:
            return decision
        return self._getters[index.column()](decision)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Titles in the language in force."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == ALIGNMENT:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != DISPLAY:
            return None
        return (
            self.tr("No."),
            self.tr("Decision"),
            self.tr("Kind"),
            self.tr("By"),
            self.tr("When"),
            self.tr("Reason"),
        )[section]

    def retranslate(self) -> None:
        """Make every text anew."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, self.columnCount() - 1))
