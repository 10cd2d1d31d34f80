"""The row of filters above the log: what, by whom, from which list, when, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QWidget

from steward.domain.history import HistoryFilter
from steward.ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from steward.ui.look import Look

#: Days that a period reaches back.
DAYS = (0, 6, 29, 364)
FEWEST_LETTERS = 9


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to filter by; ``text`` is asked anew when the language changes."""

    value: Any
    text: Callable[[], str]


class FilterRow(QFrame):
    """``changed`` after every choice; ``wanted`` is what is chosen. Stewards and lists are filled when known."""

    changed = Signal()

    def __init__(
        self,
        look: Look,
        kinds: Sequence[Choice],
        states: Sequence[Choice],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kinds, self._states, self._today = kinds, states, today
        self._names: dict[QComboBox, tuple[str, ...]] = {}
        # Beside the boxes: item data would turn enums into plain texts.
        self._values: dict[QComboBox, list[Any]] = {}
        self.setProperty("role", "header")
        self.kind, self.steward, self.source, self.period, self.state = (ChoiceBox() for _ in range(5))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.s4, look.s2, look.s4, look.s2)
        row.setSpacing(look.s2)
        for box in self._boxes:
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(FEWEST_LETTERS)
            box.currentIndexChanged.connect(self._on_chosen)
            row.addWidget(box, 1)
        self.retranslate()

    @property
    def wanted(self) -> HistoryFilter:
        """What is chosen, without a text."""
        kind, days = self._chosen(self.kind), self._chosen(self.period)
        since = "" if days is None else (self._today() - timedelta(days=days)).isoformat()
        return HistoryFilter(
            kinds=None if kind is None else (kind,),
            steward=self._chosen(self.steward) or "",
            source=self._chosen(self.source) or "",
            since=since,
            state=self._chosen(self.state),
        )

    def set_names(self, stewards: Sequence[str], sources: Sequence[str]) -> None:
        """Who decided, and which lists there are."""
        self._names = {self.steward: tuple(stewards), self.source: tuple(sources)}
        self._fill_names()

    def clear(self) -> None:
        """Everything again."""
        self._set_boxes({})

    def choose_kind(self, kind: Any) -> None:
        """Everything of one kind."""
        self._set_boxes({self.kind: self._values[self.kind].index(kind)})

    def retranslate(self) -> None:
        """Texts in the language in force; what is chosen stays."""
        names = (self.tr("Kind"), self.tr("Steward"), self.tr("List"), self.tr("When"), self.tr("State"))
        for box, name in zip(self._boxes, names, strict=True):
            box.setAccessibleName(name)
        periods = (self.tr("Today"), self.tr("Last 7 days"), self.tr("Last 30 days"), self.tr("Last 12 months"))
        self._fill(self.kind, self.tr("All kinds"), [(one.text(), one.value) for one in self._kinds])
        self._fill(self.period, self.tr("Any time"), list(zip(periods, DAYS, strict=True)))
        self._fill(self.state, self.tr("Any state"), [(one.text(), one.value) for one in self._states])
        self._fill_names()

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return (self.kind, self.steward, self.source, self.period, self.state)

    def _set_boxes(self, places: Mapping[QComboBox, int]) -> None:
        for box in self._boxes:
            box.blockSignals(True)
            box.setCurrentIndex(places.get(box, 0))
            box.blockSignals(False)
        self.changed.emit()

    def _fill_names(self) -> None:
        everyone = {self.steward: self.tr("All stewards"), self.source: self.tr("All lists")}
        for box, first in everyone.items():
            self._fill(box, first, [(name, name) for name in self._names.get(box, ())])

    def _chosen(self, box: QComboBox) -> Any:
        return self._values[box][max(0, box.currentIndex())]

    def _fill(self, box: QComboBox, first: str, entries: Sequence[tuple[str, Any]]) -> None:
        chosen = self._chosen(box) if box in self._values else None
        values = self._values[box] = [None, *(value for _, value in entries)]
        box.blockSignals(True)
        box.clear()
        box.addItems([first, *(text for text, _ in entries)])
        box.setCurrentIndex(values.index(chosen) if chosen in values else 0)
        box.blockSignals(False)

    def _on_chosen(self, _place: int) -> None:
        self.changed.emit()
