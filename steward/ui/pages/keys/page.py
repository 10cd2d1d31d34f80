"""The page Keys: what every key does, and other keys for whoever's hands know others."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steward.ui.action_specs import ACTIONS, EVERYWHERE, ActionSpec
from steward.ui.key_choice import KEPT_FREE, holder_of
from steward.ui.models.rows import Column, RowsModel
from steward.ui.page import Page, PageContext
from steward.ui.widgets.bottom_bar import BottomBar
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.key_recorder import KeyRecorder
from steward.ui.widgets.page_tabs import HISTORY_TABS, SETTINGS_TABS, PageTabs
from steward.ui.widgets.row_table import RowTable
from steward.ui.widgets.text import Text

WHERE_WIDTH, KEYS_WIDTH = 190, 210


class KeysPage(Page):
    """A key that is taken is refused with the name of what has it; nothing is ever left with two meanings."""

    page_id = "keys"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = context.look
        self.tabs = PageTabs(look, SETTINGS_TABS, self.page_id)
        self.model: RowsModel[ActionSpec] = RowsModel(self._columns(), self)
        self.table = RowTable(look, self.model)
        self.recorder = KeyRecorder(look, self)
        self.note = Text(look, "", tone="text2", elides=Qt.TextElideMode.ElideRight)
        self.change_button = KeyButton(look, kind="primary", height="action")
        self.off_button = KeyButton(look, height="action")
        self.usual_button = KeyButton(look, height="action")
        self.all_usual_button = KeyButton(look, kind="ghost", height="action")
        self._pressed: list[str] = []
        self._build()
        self._connect()
        self.model.set_rows(ACTIONS)
        self.table.selectRow(0)

    def title(self) -> str:
        """The tabs say which part of the settings it is."""
        return self.context.actions.text("app.settings")

    def header_chips(self) -> list[QWidget]:
        return [self.tabs]

    def first_focus(self) -> QWidget:
        return self.table

    def activated(self, **_arguments: object) -> None:
        self._leave_recording()

    def retranslate(self) -> None:
        actions = self.context.actions
        self.table.setAccessibleName(self.tr("Actions and their keys"))
        self.change_button.set_content(self.tr("Change the keys"), key="↵")
        self.off_button.setText(self.tr("Switch off"))
        self.off_button.follow(actions, "keys.off", with_text=False)
        self.usual_button.setText(self.tr("Back to the usual"))
        self.usual_button.follow(actions, "keys.usual", with_text=False)
        self.all_usual_button.set_content(self.tr("All back to the usual"))
        self.model.retranslate()
        self._follow_row(self.chosen)

    @property
    def chosen(self) -> ActionSpec | None:
        """The action under the focus."""
        return self.model.row_at(self.table.currentIndex().row()) if self.table.currentIndex().isValid() else None

    # giving keys

    def change(self) -> None:
        """Ask for the new key of the action under the focus; a row of keys asks for each of them."""
        if self.chosen is not None:
            self._pressed = []
            self._ask(self.chosen)

    def switch_off(self) -> None:
        """No key for the action under the focus."""
        if self.chosen is not None:
            self._keep(self.chosen, "")

    def back_to_usual(self) -> None:
        """The built-in keys for the action under the focus, unless another action has taken one of them."""
        spec = self.chosen
        if spec is None:
            return
        for key in spec.shortcuts:
            if self._is_refused(spec, key):
                return
        self._keep(spec, None)

    def all_back_to_usual(self) -> None:
        """The built-in keys for every action."""
        for spec in ACTIONS:
            if self.context.settings.shortcut(spec.id) is not None:
                self.context.settings.set_shortcut(spec.id, None)
        self.note.setText("")

    def _ask(self, spec: ActionSpec) -> None:
        name = self.context.actions.text(spec.id)
        question = self.tr("Press the new key for “{action}”; Esc leaves it as it is.").format(action=name)
        if spec.keys_shown and len(spec.shortcuts) > 1 and self._is_row(spec):
            question = self.tr("Press key {number} of {count} for “{action}”; Esc leaves them as they are.").format(
                number=len(self._pressed) + 1, count=len(spec.shortcuts), action=name
            )
        self.note.hide()
        self.recorder.ask(question)

    def _is_row(self, spec: ActionSpec) -> bool:
        return "…" in spec.keys_shown

    def _on_pressed(self, key: str) -> None:
        spec = self.chosen
        if spec is None or not key:
            return
        if key in self._pressed or self._is_refused(spec, key):
            self._leave_recording()
            return
        self._pressed.append(key)
        if self._is_row(spec) and len(self._pressed) < len(spec.shortcuts):
            self._ask(spec)
            return
        self._keep(spec, "; ".join(self._pressed))

    def _is_refused(self, spec: ActionSpec, key: str) -> bool:
        actions = self.context.actions
        if key in KEPT_FREE and key not in spec.shortcuts:
            self._say(self.tr("{key} moves the focus or leaves; take another key.").format(key=key))
            return True
        holder = holder_of(actions, spec.id, key)
        if holder is None:
            return False
        self._say(
            self.tr("{key} already means “{action}” ({where}); give that another key first.").format(
                key=key, action=actions.text(holder.id), where=self._where(holder)
            )
        )
        return True

    def _keep(self, spec: ActionSpec, keys: str | None) -> None:
        self.context.settings.set_shortcut(spec.id, keys)
        shown = self.context.actions.keys_text(spec.id) or self.tr("no key")
        self._say(self.tr("“{action}”: {keys}").format(action=self.context.actions.text(spec.id), keys=shown))
        self._leave_recording()

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)

    def _leave_recording(self) -> None:
        was_asking = self.recorder.isVisible()
        self._pressed = []
        self.recorder.hide()
        self.note.show()
        if was_asking:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # showing

    def _columns(self) -> list[Column[ActionSpec]]:
        actions = self.context.actions
        return [
            Column(lambda: self.tr("Where"), self._where, WHERE_WIDTH, tone="text2"),
            Column(lambda: self.tr("Action"), lambda spec: actions.text(spec.id), weight=500),
            Column(lambda: self.tr("Keys"), self._keys, KEYS_WIDTH, weight=600),
            Column(lambda: self.tr("Usual keys"), self._usual, KEYS_WIDTH, tone="text3", is_spare=True),
        ]

    def _keys(self, spec: ActionSpec) -> str:
        return self.context.actions.keys_text(spec.id) or "–"

    def _usual(self, spec: ActionSpec) -> str:
        is_own = self.context.settings.shortcut(spec.id) is not None
        return (spec.keys_shown or "  ".join(spec.shortcuts)) if is_own else ""

    def _where(self, spec: ActionSpec) -> str:
        if spec.page == EVERYWHERE:
            return self.tr("Everywhere")
        names = {"alike": self.tr("Clusters alike"), "sprint": self.tr("Timed session"), "tour": self.tr("Tour")}
        tabs = {**SETTINGS_TABS, **HISTORY_TABS}
        if spec.page in names:
            return names[spec.page]
        if spec.page in tabs and spec.page not in ("history", "settings"):
            return QCoreApplication.translate("PageTabs", tabs[spec.page])
        return self.context.actions.text(f"app.{spec.page}")

    def _follow_row(self, spec: ActionSpec | None) -> None:
        is_own = spec is not None and self.context.settings.shortcut(spec.id) is not None
        self.usual_button.setEnabled(is_own)
        self.off_button.setEnabled(spec is not None and bool(self.context.actions.keys(spec.id)))
        has_own = any(self.context.settings.shortcut(one.id) is not None for one in ACTIONS)
        self.all_usual_button.setEnabled(has_own)

    def _on_row(self, spec: ActionSpec | None) -> None:
        self.note.setText("")
        self._follow_row(spec)

    # building

    def _build(self) -> None:
        bar = BottomBar(self.context.look, self)
        for button in (self.change_button, self.off_button, self.usual_button):
            bar.add(button)
        bar.add_end(self.note, 1)
        bar.add_end(self.recorder, 1)
        bar.add_end(self.all_usual_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(bar)
        self.recorder.hide()
        self.setTabOrder(self.table, self.change_button)

    def _connect(self) -> None:
        actions = self.context.actions
        self.tabs.page_asked.connect(self.context.navigate)
        self.table.chosen.connect(self._on_row)
        self.table.opened.connect(self.change)
        self.recorder.pressed.connect(self._on_pressed)
        self.recorder.left.connect(self._leave_recording)
        self.change_button.clicked.connect(self.change)
        self.off_button.clicked.connect(self.switch_off)
        self.usual_button.clicked.connect(self.back_to_usual)
        self.all_usual_button.clicked.connect(self.all_back_to_usual)
        actions.bind(self, "keys.off", self.switch_off)
        actions.bind(self, "keys.usual", self.back_to_usual)
        actions.changed.connect(self.retranslate)
