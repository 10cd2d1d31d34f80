"""The small panels over the action bar: how two customers are related, or why and until when to wait. Never modal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QDateEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from steward.domain.decisions import TIES
from steward.ui.widgets.buttons import IconButton, KeyButton
from steward.ui.widgets.chip import Chip
from steward.ui.widgets.text import Text
from steward.ui.words.labels import relation_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from steward.ui.look import Look

DAYS_IN_A_WEEK = 7
#: So much of a reason in one's own words is seen at least.
NOTE_WIDTH = 120


class AnswerPanel(QFrame):
    """A question with answers under digits. Esc closes it and nothing has happened."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "bar")
        self._question = Text(look, "", weight=600)
        self._close = IconButton(look, "x", "", parent=self)
        self._close.clicked.connect(self.close_panel)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(look.s4, look.s2, look.s4, look.s2)
        self.rows.setSpacing(look.s2)
        # The question stands before its answers, or above them where they need the whole width.
        self._asking = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._asking.setSpacing(look.s2)
        self.answers = QHBoxLayout()
        self.answers.setSpacing(look.s2)
        self._asking.addWidget(self._question)
        self._asking.addLayout(self.answers, 1)
        first = QHBoxLayout()
        first.addLayout(self._asking, 1)
        first.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.rows.addLayout(first)
        look.changed.connect(self._place_question)
        self.hide()

    @property
    def is_open(self) -> bool:
        """True while it asks."""
        return not self.isHidden()

    def open_panel(self) -> None:
        """Ask."""
        self.show()

    def close_panel(self) -> None:
        """Ask no more."""
        if self.is_open:
            self.hide()
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_question()

    def _room(self) -> int:
        """For answers under the question."""
        return self.width() - 2 * self._look.s4 - self._close.sizeHint().width() - self._look.s2

    def _place_question(self) -> None:
        look, parts = self._look, (self._question, self._close)
        beside = sum(part.sizeHint().width() + look.s2 for part in parts) + 2 * look.s4
        is_narrow = beside + self.answers.minimumSize().width() > self.width()
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._asking.setDirection(direction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self._close.set_name(self.tr("Close, nothing happens (Esc)"))
        self._place_question()


class _Lines(QGridLayout):
    """Answers in one line, or several in each of two where one has no room for their words."""

    def __init__(self, parts: Sequence[QWidget], in_two: int, spacing: int) -> None:
        super().__init__()
        self._parts, self._in_two, self._columns = parts, in_two, 0
        self.setSpacing(spacing)
        self._place(len(parts))

    def fit(self, room: int) -> None:
        """Arrange them for a width."""
        needed = sum(part.sizeHint().width() + self.horizontalSpacing() for part in self._parts)
        self._place(len(self._parts) if needed <= room else self._in_two)

    def _place(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for place, part in enumerate(self._parts):
                self.addWidget(part, *divmod(place, columns))


class RelatePanel(AnswerPanel):
    """R, then a digit: how the included customers are related."""

    relation_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._buttons = {relation: KeyButton(look, key=str(place)) for place, relation in enumerate(TIES, 1)}
        for relation, button in self._buttons.items():
            button.clicked.connect(_calling(self.relation_chosen.emit, relation))
        self._lines = _Lines(tuple(self._buttons.values()), 3, look.s2)
        self.answers.addLayout(self._lines)
        self.answers.addStretch(1)

    def _place_question(self) -> None:
        self._lines.fit(self._room())
        super()._place_question()

    def open_panel(self) -> None:
        """Ask; Enter takes the first relation."""
        super().open_panel()
        next(iter(self._buttons.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, number: int) -> None:
        """The relation under a digit."""
        relations = list(self._buttons)
        if 1 <= number <= len(relations):
            self.relation_chosen.emit(relations[number - 1])

    def retranslate(self) -> None:
        super().retranslate()
        self._question.setText(self.tr("Not the same, but"))
        for relation, button in self._buttons.items():
            button.set_content(relation_label(relation))


@dataclass(frozen=True, slots=True)
class Later:
    """Until which day a cluster rests ("" = until someone asks for it), and why."""

    until: str
    reason: str


class LaterPanel(AnswerPanel):
    """D: reason chips and a date. D again, or Enter, sets the cluster aside."""

    later_chosen = Signal(object)

    def __init__(self, look: Look, today: Callable[[], QDate], parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._today = today
        self._reasons = [Chip(look, "", can_check=True) for _ in range(4)]
        self._days = [Chip(look, "", can_check=True) for _ in range(3)]
        self._until = QDateEdit(self)
        self._until.setCalendarPopup(True)
        self._until.setDisplayFormat("d MMM yyyy")
        self._note = QLineEdit(self)
        self._reason_lines = _Lines(self._reasons, 2, look.s2)
        self._confirm = KeyButton(look, kind="primary", key="↵")
        self._build(look)
        self._connect()

    def _build(self, look: Look) -> None:
        second = QHBoxLayout()
        second.setSpacing(look.s2)
        self.rows.addLayout(second)
        self.answers.addLayout(self._reason_lines)
        self.answers.addWidget(self._note, 1)
        self._note.setMinimumWidth(NOTE_WIDTH)
        self._until_label = Text(look, "", weight=600)
        second.addWidget(self._until_label)
        for chip in self._days:
            second.addWidget(chip)
        second.addWidget(self._until)
        second.addStretch(1)
        second.addWidget(self._confirm)

    def _connect(self) -> None:
        for chip in self._reasons:
            chip.clicked.connect(_calling(self._on_reason, chip))
        for chip, days in zip(self._days, (1, DAYS_IN_A_WEEK, 30), strict=True):
            chip.clicked.connect(_calling(self._on_days, days))
        self._until.dateChanged.connect(self._mark_days)
        self._confirm.clicked.connect(self.confirm)
        self._note.returnPressed.connect(self.confirm)

    def _place_question(self) -> None:
        self._reason_lines.fit(self._room() - NOTE_WIDTH)
        super()._place_question()

    def open_panel(self) -> None:
        """Ask; a week from now is proposed."""
        super().open_panel()
        self._note.clear()
        for chip in self._reasons:
            chip.setChecked(False)
        self._until.setMinimumDate(self._today())
        self._until.setDate(self._today().addDays(DAYS_IN_A_WEEK))
        self._mark_days()
        self._confirm.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, number: int) -> None:
        """The reason under a digit."""
        if 1 <= number <= len(self._reasons):
            chip = self._reasons[number - 1]
            chip.setChecked(not chip.isChecked())
            self._on_reason(chip)

    def confirm(self) -> None:
        """Set the cluster aside with what is chosen."""
        texts = [chip.property("reason") for chip in self._reasons if chip.isChecked()]
        if self._note.text().strip():
            texts.append(self._note.text().strip())
        until = self._until.date().toString(Qt.DateFormat.ISODate)
        self.later_chosen.emit(Later(until, ", ".join(map(str, texts))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        super().retranslate()
        self._question.setText(self.tr("Later, because"))
        reasons = (
            self.tr("list owner must answer"),
            self.tr("customer must answer"),
            self.tr("data too thin"),
            self.tr("colleague decides"),
        )
        for number, (chip, reason) in enumerate(zip(self._reasons, reasons, strict=True), 1):
            chip.setProperty("reason", reason)
            chip.set_text(f"{number}  {reason}")
        self._until_label.setText(self.tr("Again on"))
        for chip, text in zip(
            self._days, (self.tr("tomorrow"), self.tr("in a week"), self.tr("in a month")), strict=True
        ):
            chip.set_text(text)
        self._until.setAccessibleName(self.tr("Day on which the cluster comes back"))
        self._note.setPlaceholderText(self.tr("or in your words"))
        self._note.setAccessibleName(self.tr("Reason in your words"))
        self._confirm.set_content(self.tr("Set aside"))

    def _on_reason(self, chip: Chip) -> None:
        """One reason at a time."""
        for other in self._reasons:
            if other is not chip:
                other.setChecked(False)
        self._confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_days(self, days: int) -> None:
        self._until.setDate(self._today().addDays(days))
        self._mark_days()
        self._confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_days(self) -> None:
        ahead = self._today().daysTo(self._until.date())
        for chip, days in zip(self._days, (1, DAYS_IN_A_WEEK, 30), strict=True):
            chip.setChecked(ahead == days)


def _calling(slot: Callable[..., object], value: object) -> Callable[[], object]:
    """A slot for ``clicked`` that hands over ``value`` instead of the checked state."""

    def call(*_state: object) -> object:
        return slot(value)

    return call
