"""Rows that were held back: why, as delivered, and a copy that a steward mends and loads again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from steward.domain.quarantine import QuarantinedRow, QuarantineReason, QuarantineState
from steward.ui.models.rows import Column, RowsModel
from steward.ui.pages.lists.held_view import cells_text
from steward.ui.pages.lists.masked_rows import masked_held
from steward.ui.pages.lists.mend_table import MendTable
from steward.ui.pages.lists.quarantine_words import reason_sentence, state_label
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.row_table import RowTable
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.domain.quarantine import HeldRow
    from steward.ui.actions import ActionRegistry
    from steward.ui.language import Language
    from steward.ui.look import Look

translate = QCoreApplication.translate


class QuarantineView(QWidget):
    """``mended(row, cells)`` after an edit, ``reload_asked(row)`` and ``dismiss_asked(row)`` decide about a row.

    A row of a person who was erased is let in by ``release_asked(row, reason)`` only.
    """

    mended = Signal(object, object)
    reload_asked = Signal(object)
    dismiss_asked = Signal(object)
    release_asked = Signal(object, str)

    def __init__(self, look: Look, language: Language, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._actions = look, actions
        self._row: QuarantinedRow | None = None
        self._hidden: frozenset[str] = frozenset()
        self.rows = RowsModel(_columns(language, self._cells_text), self)
        self.list = RowTable(look, self.rows)
        self.mend = MendTable(look)
        self._why = Text(look, "", weight=600, wraps=True)
        self._remark = Text(look, "", "small", tone="text2", wraps=True)
        self.reason = QLineEdit(self)
        self.reload = KeyButton(look, kind="primary", icon="upload")
        self.dismiss = KeyButton(look, icon="eye-off")
        self.restore = KeyButton(look, kind="ghost", icon="undo-2")
        self._build()
        self.list.chosen.connect(self._on_chosen)
        self.mend.edited.connect(self._on_edited)
        self.reload.clicked.connect(self._ask_reload)
        self.dismiss.clicked.connect(self._ask_dismiss)
        self.restore.clicked.connect(self._restore)
        self.reason.textChanged.connect(self._on_reason)
        actions.bind(self, "lists.reload", self._ask_reload)
        self.retranslate()

    def _build(self) -> None:
        look = self._look
        side = QWidget(self)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.s2)
        for button in (self.reload, self.dismiss, self.restore):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside = QVBoxLayout(side)
        inside.setContentsMargins(look.s4, look.s3, look.s4, look.s3)
        inside.setSpacing(look.s2)
        inside.addWidget(self._why)
        inside.addWidget(self._remark)
        inside.addWidget(self.mend, 1)
        inside.addWidget(self.reason)
        inside.addLayout(buttons)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(side)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 1, 1)
        layout.addWidget(splitter)

    def set_hidden(self, hidden: frozenset[str]) -> None:
        """Mask the cells of these columns in the rows that are shown from now on."""
        self._hidden = hidden
        self.mend.mend.set_hidden(hidden)

    def _cells_text(self, row: HeldRow) -> str:
        return cells_text(masked_held(row, self._hidden))

    def show_rows(self, rows: Sequence[QuarantinedRow]) -> None:
        """Show these rows; the one that was looked at stays in view, else the first that is still held back."""
        ordered = sorted(rows, key=lambda row: (row.state is not QuarantineState.HELD, row.id))
        wanted = self._row.id if self._row else None
        self.rows.set_rows(ordered)
        place = next((at for at, row in enumerate(ordered) if row.id == wanted), 0)
        self._row = None
        if ordered:
            self.list.selectRow(place)
        self._show_row(ordered[place] if ordered else None)

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        self.list.setAccessibleName(self.tr("Rows held back"))
        self.mend.retranslate()
        self.rows.retranslate()
        self.reason.setAccessibleName(self.tr("Why the row is no erased person's"))
        self.reason.setPlaceholderText(self.reason.accessibleName())
        self.dismiss.set_content(self.tr("It is no customer"))
        self.restore.set_content(self.tr("Back to the original"))
        self._show_row(self._row)

    def _show_row(self, row: QuarantinedRow | None) -> None:
        self._row = row
        is_held = row is not None and row.state is QuarantineState.HELD
        self._why.setText(reason_sentence(row.held.reason, row.held.arguments) if row else "")
        self._remark.setText(self._remark_text(row))
        is_erased = row is not None and row.held.reason is QuarantineReason.ERASED_PERSON
        self.mend.show_row(row.held.cells if row else {}, row.cells if row else {}, can_edit=is_held and not is_erased)
        text = self.tr("Let this row in") if is_erased else self.tr("Load this row")
        self.reload.set_content(text, key=self._actions.key_text("lists.reload"))
        self.reason.setVisible(is_held and is_erased)
        self.reload.setEnabled(is_held and (not is_erased or bool(self.reason.text().strip())))
        self.dismiss.setEnabled(is_held)
        self.restore.setVisible(is_held and row is not None and bool(row.mended))

    def _remark_text(self, row: QuarantinedRow | None) -> str:
        if row is None:
            return self.tr("No row is held back.")
        if row.outcome is not None:
            text = self.tr("{state} by {steward}, #{number}. Reverse that decision in History to have it back here.")
            return text.format(
                state=state_label(row.state), steward=row.outcome.decided_by, number=row.outcome.decision_id
            )
        if row.held.reason is QuarantineReason.ERASED_PERSON:
            return self.tr("Their data is not kept. Say why it is somebody else, and the next delivery loads the row.")
        return self.tr("The row as delivered is kept. Mend the copy beside it, then load it.")

    def _on_reason(self) -> None:
        self._show_row(self._row)

    def _on_chosen(self, row: QuarantinedRow | None) -> None:
        if row is not None:
            self.reason.clear()
            self._show_row(row)

    def _on_edited(self, cells: dict[str, str]) -> None:
        if self._row is not None:
            self.mended.emit(self._row, cells)

    def _restore(self) -> None:
        if self._row is not None:
            self.mended.emit(self._row, {})

    def _ask_reload(self) -> None:
        if self._row is None or not self.reload.isEnabled():
            return
        if self._row.held.reason is QuarantineReason.ERASED_PERSON:
            self.release_asked.emit(self._row, self.reason.text().strip())
        else:
            self.reload_asked.emit(self._row)

    def _ask_dismiss(self) -> None:
        if self._row is not None:
            self.dismiss_asked.emit(self._row)


def _columns(language: Language, cells: Callable[[HeldRow], str]) -> tuple[Column[QuarantinedRow], ...]:
    return (
        Column(lambda: translate("QuarantineView", "State"), lambda row: state_label(row.state), 110, weight=600),
        Column(
            lambda: translate("QuarantineView", "Row"), lambda row: language.number(row.held.row), 64, is_number=True
        ),
        Column(
            lambda: translate("QuarantineView", "Why it is held back"),
            lambda row: reason_sentence(row.held.reason, row.held.arguments),
            300,
        ),
        Column(lambda: translate("QuarantineView", "As delivered"), lambda row: cells(row.held), tone="text2"),
        Column(
            lambda: translate("QuarantineView", "File"), lambda row: row.file_name, 150, tone="text2", is_spare=True
        ),
    )
