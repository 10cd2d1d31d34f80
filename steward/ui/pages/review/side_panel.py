"""The panel at the right of the grid: one thing at a time to look at or to search, never in the way of the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from steward.ui.pages.review.graph_view import GraphView
from steward.ui.pages.review.pair_view import PairView
from steward.ui.pages.review.panel_lines import PanelLine, PanelList
from steward.ui.widgets.buttons import IconButton
from steward.ui.widgets.search_field import SearchField
from steward.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from steward.ui.language import Language
    from steward.ui.look import Look

PANEL_WIDTH = 336


class SidePanel(QFrame):
    """A title, an optional field, and a list, the graph or a pair. Esc closes it.

    ``searched(text)`` while typing; ``entered(text)`` on Enter in a field that searches nothing;
    ``chosen(value)`` for a line.
    """

    searched = Signal(str)
    entered = Signal(str)
    chosen = Signal(object)
    dropped = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._subject = ""
        self._is_search = False
        self.setProperty("role", "sidebar")
        self._title = Text(look, "", "section", wraps=True)
        self._close = IconButton(look, "x", "", parent=self)
        self._detail = Text(look, "", "small", tone="text2", wraps=True)
        self.field = SearchField(look, "", self)
        self._note = QLineEdit(self)
        self.list = PanelList(look, self)
        self.graph = GraphView(look, language, self)
        self.pair = PairView(look, language, self)
        self._stack = QStackedWidget(self)
        self._build()
        self.field.searched.connect(self._on_searched)
        self._note.returnPressed.connect(self._on_entered)
        self.list.chosen.connect(self.chosen)
        self.list.dropped.connect(self.dropped)
        self.graph.chosen.connect(self.chosen)
        self.pair.chosen.connect(self.chosen)
        self._close.clicked.connect(self.close_panel)
        for part in (self.field, self._note, self.list, self.graph, self.pair):
            part.installEventFilter(self)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def _build(self) -> None:
        look = self._look
        head = QHBoxLayout()
        head.setContentsMargins(look.s4, look.s2, look.s2, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setContentsMargins(look.s4, 0, look.s4, look.s2)
        texts.setSpacing(look.s2)
        for part in (self._detail, self.field, self._note):
            texts.addWidget(part)
        for view in (self.list, self.graph, self.pair):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, look.s2)
        column.setSpacing(look.s1)
        column.addLayout(head)
        column.addLayout(texts)
        column.addWidget(self._stack, 1)

    @property
    def subject(self) -> str:
        """What it is open for, "" while it is closed."""
        return self._subject if not self.isHidden() else ""

    @property
    def title_text(self) -> str:
        """Its title."""
        return self._title.text()

    def open_list(
        self,
        subject: str,
        title: str,
        detail: str,
        lines: Sequence[PanelLine],
        note: str = "",
        *,
        starts_in_list: bool = False,
    ) -> None:
        """Show lines; ``note`` is the hint of a field for a text to add, which has the focus unless told."""
        self._open(subject, title, detail)
        self.list.show_lines(lines)
        self.list.setAccessibleName(title)
        self._stack.setCurrentWidget(self.list)
        self._note.setVisible(bool(note))
        self._note.setPlaceholderText(note)
        self._note.setAccessibleName(note)
        self._note.clear()
        first = self._note if note and not starts_in_list else self.list
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_search(self, subject: str, title: str, detail: str, hint: str, text: str = "") -> None:
        """Search for something."""
        self._open(subject, title, detail)
        self.list.show_lines(())
        self.list.setAccessibleName(title)
        self._stack.setCurrentWidget(self.list)
        self.field.set_hint(hint)
        self.field.setText(text)
        self.field.selectAll()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.searched.emit(text)

    def open_view(self, subject: str, title: str, detail: str, view: QWidget) -> None:
        """Show the graph or a pair."""
        self._open(subject, title, detail)
        self._stack.setCurrentWidget(view)
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Show the grid alone again."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def retranslate(self) -> None:
        """Texts in the language in force; what it shows is made anew by who opened it."""
        self._close.set_name(self.tr("Close (Esc)"))

    def showEvent(self, event: QShowEvent) -> None:
        self._dress()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes; arrows and Enter in the search field act on the hits."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.close_panel()
                return True
            if watched is self.field and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.list.move_current(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            # Before its hits are there, Enter searches: what is listed still belongs to an earlier text.
            if watched is self.field and is_enter and self.list.lines and not self.field.is_waiting:
                self.list.choose_current()
                return True
        return super().eventFilter(watched, event)

    def _open(self, subject: str, title: str, detail: str) -> None:
        self._subject = subject
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.field.hide()
        self._note.hide()
        self.setAccessibleName(title)
        self.show()

    def _on_searched(self, text: str) -> None:
        if not self.isHidden():
            self.searched.emit(text)

    def _on_entered(self) -> None:
        if self._note.text().strip():
            self.entered.emit(self._note.text().strip())

    def _dress(self) -> None:
        # At large text in a small window the grid beside it must stay readable.
        self.setFixedWidth(min(self._look.px(PANEL_WIDTH), max(PANEL_WIDTH, self.window().width() * 3 // 10)))
