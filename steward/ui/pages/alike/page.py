"""Every cluster that differs in writing only, on one screen: skim the list, take some out, merge the rest at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from steward.domain.errors import StewardError
from steward.domain.history import BY_DECISION, Subject
from steward.ui.alive import while_alive
from steward.ui.models.queue_texts import records_text
from steward.ui.models.rows import Column, RowsModel
from steward.ui.page import Page, PageContext
from steward.ui.theme import ACTION_BAR_HEIGHT
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.empty_state import EmptyState
from steward.ui.widgets.idle_keyboard import take_idle_keyboard
from steward.ui.widgets.row_table import RowTable
from steward.ui.widgets.text import Text
from steward.ui.words.attributes import attribute_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.decisions import Decision, DecisionId
    from steward.workspace.review.alike_clusters import AlikeCluster, Writing
    from steward.workspace.views import ClusterId

#: Clusters that are looked at by one job; the list grows by what it finds.
PORTION = 200


class AlikePage(Page):
    """Reads the whole queue a portion at a time, so that the first lines are there at once and nothing is left out."""

    page_id = "alike"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = context.look
        self._search = 0
        self._waiting: Sequence[ClusterId] = ()
        self._found: list[AlikeCluster] = []
        self._out: set[ClusterId] = set()
        self._is_writing = False
        self.count = Text(look, "", weight=600, tabular=True)
        self.model: RowsModel[AlikeCluster] = RowsModel(self._columns(), self)
        self.table = RowTable(look, self.model, self)
        self.empty = EmptyState(look, "list-checks")
        self.merge_button = KeyButton(look, kind="primary", height="action")
        self.out_button = KeyButton(look, height="action")
        self.leave_button = KeyButton(look, kind="ghost", height="action", key_last=True)
        self._note = Text(look, "", tone="text2", elides=Qt.TextElideMode.ElideRight)
        self._bar = QFrame(self)
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()

    def title(self) -> str:
        return self.tr("They differ in writing only")

    def header_widgets(self) -> list[QWidget]:
        return [self.count]

    def activated(self, **_arguments: object) -> None:
        """Look through the queue anew; what was taken out stays out."""
        self._begin()

    def refresh(self, subjects: frozenset[Subject]) -> None:
        """Another decision or match run may have answered some of them, or brought new ones."""
        if subjects & {Subject.CLUSTERS, Subject.RECORDS} and self.isVisible():
            self._begin()

    def retranslate(self) -> None:
        self.model.retranslate()
        self.table.setAccessibleName(self.title())
        self._note.setText(self.tr("One decision, undone as one."))
        self._name_keys()
        self._show()

    @property
    def chosen(self) -> list[ClusterId]:
        """The clusters that are in."""
        return [found.id for found in self._found if found.id not in self._out]

    # acts

    def toggle_current(self) -> None:
        """Leave the cluster under the focus out, or take it in again."""
        index = self.table.currentIndex()
        row = self.model.row_at(index.row()) if index.isValid() else None
        if row is None or self._is_writing:
            return
        self._out ^= {row.id}
        last = self.model.index(index.row(), len(self.model.columns) - 1)
        self.model.dataChanged.emit(self.model.index(index.row(), 0), last)
        self._show()

    def merge(self) -> None:
        """Each cluster that is in is one customer: one decision."""
        chosen = self.chosen
        if not chosen or self._is_writing:
            return
        self._is_writing = True
        self._show()
        self.context.jobs.write(
            partial(self.context.workspace.merge_many, chosen),
            on_done=while_alive(self, partial(self._on_merged, len(chosen))),
            on_failed=while_alive(self, self._on_failed),
        )

    def leave(self) -> None:
        """Back to the queue; nothing has happened."""
        self.context.navigate("review")

    # the search

    def _begin(self) -> None:
        self._search += 1
        workspace = self.context.workspace
        self.context.jobs.read(
            workspace.alike_candidates, while_alive(self, partial(self._on_candidates, self._search))
        )

    def _on_candidates(self, search: int, ids: Sequence[ClusterId]) -> None:
        if search != self._search:
            return
        self._waiting = ids
        self._found = []
        self.model.set_rows([])
        self._look_on(search)

    def _look_on(self, search: int) -> None:
        portion, self._waiting = self._waiting[:PORTION], self._waiting[PORTION:]
        if portion:
            self.context.jobs.read(
                partial(self.context.workspace.alike_clusters, portion),
                while_alive(self, partial(self._on_found, search)),
            )
        self._show()

    def _on_found(self, search: int, found: list[AlikeCluster]) -> None:
        if search != self._search:
            return
        self._found += found
        self.model.add_rows(found)
        if found and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        # Nobody looks: the rest is read when the page is shown again.
        if self.isVisible():
            self._look_on(search)

    # answers of writing

    def _on_merged(self, count: int, decision: Decision) -> None:
        self._is_writing = False
        text = self.tr("Merged %Ln clusters with one decision", "", count)
        self.context.toast(text, partial(self._undo, decision.id))
        self.context.events.announce(BY_DECISION, self)
        self._begin()

    def _on_failed(self, error: Exception) -> None:
        self._is_writing = False
        self._show()
        if isinstance(error, StewardError):
            self.context.problems.show(error)

    def _undo(self, decision_id: DecisionId) -> None:
        context = self.context
        context.jobs.write(
            partial(context.workspace.reverse, decision_id), lambda _: context.events.announce(BY_DECISION)
        )

    def _on_opened(self, row: AlikeCluster) -> None:
        self.context.navigate("review", cluster_id=row.id)

    # showing

    def _show(self) -> None:
        number = self.context.language.number
        is_looking, found, chosen = bool(self._waiting), len(self._found), len(self.chosen)
        self._stack.setCurrentIndex(1 if found else 0)
        self._bar.setVisible(bool(found))
        self.empty.set_content(
            self.tr("Looking through the queue…")
            if is_looking
            else self.tr("No open cluster differs in writing only. The others need a look at each."),
            self.tr("To the queue"),
        )
        text = self.tr("{found} found").format(found=number(found))
        if found > chosen:
            text = self.tr("{found} found, {out} out").format(found=number(found), out=number(found - chosen))
        if is_looking:
            text = self.tr("{count}; {left} still to look at").format(count=text, left=number(len(self._waiting)))
        self.count.setText(text)
        self.merge_button.set_content(self.tr("Merge %Ln clusters", "", chosen))
        self.merge_button.setEnabled(chosen > 0 and not self._is_writing)
        if self.isVisible() and self.focusWidget() in (None, self.empty.button):
            (self.table if found else self.empty.button).setFocus()
        take_idle_keyboard(self.table if found else self.empty.button)

    def _name_keys(self) -> None:
        actions = self.context.actions
        self.merge_button.set_content(self.merge_button.text(), key=actions.key_text("alike.merge"))
        self.merge_button.setToolTip(actions.tool_tip("alike.merge"))
        self.out_button.set_content(self.tr("Leave out"), key=actions.key_text("alike.leave_out"))
        self.out_button.setToolTip(actions.tool_tip("alike.leave_out"))
        self.leave_button.setText(self.tr("To the queue"))
        self.leave_button.follow(actions, "alike.leave", with_text=False)

    def _text(self, writing: Writing) -> str:
        mask = self.context.mask
        return " · ".join([writing.name, *(mask.text(name, value) for name, value in writing.values)])

    def _columns(self) -> list[Column[AlikeCluster]]:
        def is_out(row: AlikeCluster) -> bool:
            return row.id in self._out

        return [
            Column(
                lambda: self.tr("Answer"),
                lambda row: self.tr("Out") if is_out(row) else self.tr("In"),
                92,
                icon=lambda row: ("x", "danger") if is_out(row) else ("check", "ok"),
            ),
            Column(
                lambda: self.tr("One writing"),
                lambda row: self._text(row.one),
                source=lambda row: row.one.source,
                weight=500,
                is_struck=is_out,
            ),
            Column(
                lambda: self.tr("Another"),
                lambda row: self._text(row.other),
                source=lambda row: row.other.source,
                is_struck=is_out,
            ),
            Column(
                lambda: self.tr("Differs in"),
                lambda row: ", ".join(map(attribute_label, row.differing)) or self.tr("nothing"),
                190,
                tone="text2",
                is_spare=True,
            ),
            Column(
                lambda: self.tr("Records"), lambda row: records_text(row.record_count), 96, tone="text2", is_spare=True
            ),
        ]

    # building

    def _build(self) -> None:
        look = self.context.look
        self._bar.setProperty("role", "bar")
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(look.s4, 0, look.s4, 0)
        bar.setSpacing(look.s2)
        bar.addWidget(self.merge_button)
        bar.addWidget(self.out_button)
        bar.addWidget(self._note, 1)
        bar.addWidget(self.leave_button)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._bar)
        self._dress()

    def _connect(self) -> None:
        actions = self.context.actions
        self.merge_button.clicked.connect(self.merge)
        self.out_button.clicked.connect(self.toggle_current)
        self.leave_button.clicked.connect(self.leave)
        self.empty.asked.connect(self.leave)
        self.table.opened.connect(self._on_opened)
        actions.bind(self, "alike.leave_out", self.toggle_current)
        actions.bind(self, "alike.merge", self.merge)
        actions.bind(self, "alike.leave", self.leave)
        actions.changed.connect(self._name_keys)
        self.context.look.changed.connect(self._dress)

    def _dress(self) -> None:
        self._bar.setFixedHeight(self.context.look.px(ACTION_BAR_HEIGHT))
