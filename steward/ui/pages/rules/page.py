"""The rules page: which value of several becomes golden, group by group; a dry run comes before every save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from steward.domain.errors import Cancelled, StewardError
from steward.domain.history import BY_DECISION, Subject
from steward.ui.page import Page, PageContext
from steward.ui.pages.rules.dry_run import DryRunCard
from steward.ui.pages.rules.editor import RulesEditor
from steward.ui.pages.rules.rules_draft import RulesDraft
from steward.ui.widgets.bottom_bar import BottomBar, above_bar
from steward.ui.widgets.buttons import KeyButton
from steward.ui.widgets.empty_state import EmptyState
from steward.ui.widgets.page_tabs import SETTINGS_TABS, PageTabs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from steward.domain.decisions import Decision
    from steward.ui.jobs import DoneCallback, Job
    from steward.workspace.customers.rule_views import Rules, RulesPreview

SIDE_WIDTH, REASON_WIDTH, PAUSE_MS = 480, 160, 400
#: The rules in two columns, and what the dry run keeps beside them.
WIDE_WIDTH, DRY_RUN_WIDTH = 720, 520
#: Changes that are listed one by one; all are counted.
LISTED = 5000


class RulesPage(Page):
    """The rules at the left, the dry run at the right, the answer below."""

    page_id = "rules"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = context.look
        self.tabs = PageTabs(look, SETTINGS_TABS, self.page_id)
        self._draft: RulesDraft | None = None
        self._sources: list[str] = []
        self._job: Job | None = None
        self._preview: RulesPreview | None = None
        self.editor = RulesEditor(look)
        self.dry_run = DryRunCard(context)
        self.reason = QLineEdit()
        self.reason.setMinimumWidth(look.px(REASON_WIDTH))
        self.save_button = KeyButton(look, icon="save", kind="primary", height="action")
        self.discard_button = KeyButton(look, height="action")
        self.usual_button = KeyButton(look, kind="ghost", height="action")
        self.empty = EmptyState(look, "layers")
        # The dry run starts when the hands rest.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._build()
        self._connect()

    def title(self) -> str:
        return QCoreApplication.translate("SettingsPage", "Settings")

    def header_chips(self) -> list[QWidget]:
        return [self.tabs]

    def first_focus(self) -> QWidget:
        return self.editor.group_table

    def activated(self, **arguments: object) -> None:
        """Read the rules in force, unless there are edits that nobody saved."""
        if self._draft is None or not self._draft.is_changed:
            self._load()

    def refresh(self, subjects: frozenset[Subject]) -> None:
        """Rules may have been reversed, or lists loaded."""
        concerns = {Subject.DECISIONS, Subject.SOURCES}
        if subjects & concerns and self.isVisible() and (self._draft is None or not self._draft.is_changed):
            self._load()

    def retranslate(self) -> None:
        hint = self.tr("Reason, if you like")
        self.reason.setPlaceholderText(hint)
        self.reason.setAccessibleName(hint)
        self.usual_button.set_content(self.tr("Back to the usual rules"))
        self.empty.set_content(
            self.tr("Rules choose between the values of several lists. Load lists first."), self.tr("Load a list")
        )
        self.editor.retranslate()
        self.dry_run.retranslate()
        self._show_answer()

    # acts

    def answer(self) -> None:
        """Try the rules; once their effect is known, save them."""
        if self._draft is None or not self.save_button.isEnabled():
            return
        if self._preview is None:
            self.try_rules()
            return
        arguments = {"rules": self._draft.rules, "reason": self.reason.text().strip() or None}
        self._run("set_rules", arguments, self._on_saved)

    def try_rules(self) -> None:
        """Find out what the edited rules would change."""
        if self._draft is not None and self._draft.is_changed:
            self._run("preview_rules", {"rules": self._draft.rules, "limit": LISTED}, self._on_preview)

    def discard(self) -> None:
        """Back to the rules in force."""
        if self._draft is not None:
            self._draft.discard()
            self._show_draft(self._draft)

    def use_usual(self) -> None:
        """Try what a new store goes by."""
        if self._draft is not None:
            self._draft.use_usual()
            self._show_draft(self._draft)

    # loading and editing

    def _load(self) -> None:
        workspace = self.context.workspace

        def work() -> tuple[Rules, list[str]]:
            return workspace.rules(), [one.source.name for one in workspace.summary().sources]

        self.context.jobs.read(work, self._on_loaded)

    def _on_loaded(self, found: tuple[Rules, list[str]]) -> None:
        rules, self._sources = found
        self._draft = RulesDraft(rules)
        self._stack.setCurrentWidget(self._whole if self._sources else self.empty)
        self._show_draft(self._draft)

    def _show_draft(self, draft: RulesDraft) -> None:
        self.editor.show_draft(draft, self._sources)
        self._on_edited()

    def _on_edited(self) -> None:
        self._stop()
        self._preview = None
        self.dry_run.show_nothing()
        self._show_answer()
        if self._draft is not None and self._draft.is_changed:
            self._pause.start()

    def _on_refused(self) -> None:
        self.context.toast(self.tr("A group needs one criterion at least."))

    # under way

    def _run(self, verb: str, arguments: Mapping[str, object], on_done: DoneCallback) -> None:
        self._stop()
        self.dry_run.work.begin()
        job = self.context.jobs.process(verb, arguments, on_done, self._on_failed, self.dry_run.work.report)
        self._job = None if job.is_finished else job
        self._show_answer()

    def _stop(self) -> None:
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
        self._end()

    def _end(self) -> None:
        self._job = None
        self.dry_run.work.end()

    def _on_stop(self) -> None:
        self._stop()
        self._show_answer()

    def _on_preview(self, preview: RulesPreview) -> None:
        self._end()
        self._preview = preview
        self.dry_run.show_preview(preview)
        self._show_answer()

    def _on_saved(self, decision: Decision) -> None:
        self._end()
        context = self.context
        changed = self.tr("%Ln golden values changed", "", self._preview.values if self._preview else 0)
        self.reason.clear()
        self._load()
        context.events.announce(BY_DECISION, self)

        def undo() -> None:
            context.jobs.write(
                lambda: context.workspace.reverse(decision.id), lambda _: context.events.announce(BY_DECISION)
            )

        text = self.tr("Rules saved as #{number}: {changed}")
        context.toast(text.format(number=decision.id, changed=changed), undo)

    def _on_failed(self, error: Exception) -> None:
        # When it was stopped, something newer may run already.
        if not isinstance(error, Cancelled):
            self._end()
            if isinstance(error, StewardError):
                self.context.problems.show(error)
        self._show_answer()

    def _show_answer(self) -> None:
        draft, preview, key_text = self._draft, self._preview, self.context.actions.key_text
        is_changed = draft is not None and draft.is_changed
        if not is_changed:
            text = self.tr("Nothing to save")
        elif preview is None:
            text = self.tr("Try first")
        else:
            text = self.tr("Save, %Ln values change", "", preview.values)
        icon = "play" if is_changed and preview is None else "save"
        self.save_button.set_content(text, icon=icon, key=key_text("rules.save") if is_changed else "")
        self.save_button.setEnabled(is_changed and self._job is None)
        self.discard_button.set_content(self.tr("Discard changes"), key=key_text("rules.discard"))
        self.discard_button.setEnabled(is_changed)
        self.usual_button.setEnabled(draft is not None and not draft.is_usual)
        self.reason.setEnabled(is_changed)

    # building

    def _connect(self) -> None:
        self.tabs.page_asked.connect(self.context.navigate)
        self.editor.edited.connect(self._on_edited)
        self.editor.refused.connect(self._on_refused)
        self._pause.timeout.connect(self.try_rules)
        self.dry_run.work.stop_asked.connect(self._on_stop)
        self.dry_run.customer_asked.connect(self._on_customer)
        self.save_button.clicked.connect(self.answer)
        self.discard_button.clicked.connect(self.discard)
        self.usual_button.clicked.connect(self.use_usual)
        self.empty.asked.connect(self._on_empty)
        self.context.look.changed.connect(self._fit)
        self.context.actions.bind(self, "rules.save", self.answer)
        self.context.actions.bind(self, "rules.discard", self.discard)

    def _on_customer(self, cin: str) -> None:
        self.context.navigate("customers", cin=cin)

    def _on_empty(self) -> None:
        self.context.navigate("lists", choose=True)

    def _build(self) -> None:
        look = self.context.look
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(look.s1, look.s4, look.s4, look.s4)
        beside.addWidget(self.dry_run)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self.editor)
        halves.addWidget(right, 1)
        bar = BottomBar(look)
        bar.add(self.usual_button)
        bar.add(self.reason, 1)
        bar.add_end(self.discard_button)
        bar.add_end(self.save_button)
        self._whole = above_bar(halves, bar)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._whole)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rules keep their width as long as there is room, and take two columns where there is more."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, width = self.context.look.px, self.width()
        if width >= px(WIDE_WIDTH) + px(DRY_RUN_WIDTH):
            self.editor.setFixedWidth(px(WIDE_WIDTH))
        else:
            self.editor.setFixedWidth(min(px(SIDE_WIDTH), max(320, width * 55 // 100)))
