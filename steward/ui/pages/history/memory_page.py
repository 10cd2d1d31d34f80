"""The memory page: pairs that were set apart or called related, and whether their evidence still is what it was."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths

from steward.domain.decisions import DecisionKind
from steward.domain.history import BY_DECISION, EntryState
from steward.ui.dialogs.files import ask_existing, ask_target
from steward.ui.models.rows import Column
from steward.ui.pages.history.filter_row import Choice
from steward.ui.pages.history.log_page import LogPage, LogRows
from steward.ui.widgets.buttons import IconButton
from steward.ui.words.attributes import attribute_label
from steward.ui.words.labels import decision_kind_label, relation_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from steward.domain.records import Source
    from steward.ui.page import PageContext
    from steward.workspace.decisions.log_views import RememberedPair, TakenOver

translate = QCoreApplication.translate


def answer_text(pair: RememberedPair) -> str:
    """ "Not the same", or how the two belong together."""
    return decision_kind_label(DecisionKind.NOT_SAME) if pair.relation is None else relation_label(pair.relation)


def evidence_text(pair: RememberedPair) -> str:
    """Whether the evidence is still what it was, or what changed."""
    if not pair.changed:
        return translate("MemoryPage", "as it was")
    names = ", ".join(attribute_label(name) for name in pair.changed)
    return translate("MemoryPage", "changed: {names}").format(names=names)


class MemoryPage(LogPage):
    """Pairs of records that are not asked about again, unless their evidence changes."""

    page_id = "memory"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        kinds = [
            Choice(kind, partial(decision_kind_label, kind)) for kind in (DecisionKind.NOT_SAME, DecisionKind.RELATED)
        ]
        states = [
            Choice(EntryState.IN_FORCE, lambda: self.tr("Evidence as it was")),
            Choice(EntryState.ASKED_AGAIN, lambda: self.tr("Evidence changed")),
        ]
        workspace = context.workspace
        rows = LogRows(
            count=workspace.remembered_count,
            fetch=lambda wanted, offset, limit: workspace.remembered(wanted, limit, offset),
            find=lambda _wanted, _decision_id: 0,
            decision_of=lambda pair: int(pair.decision_id),
        )
        super().__init__(context, rows, self._columns(context), kinds, states, parent)
        self.counted.connect(self._show_count)
        self.export_button = IconButton(context.look, "download", "")
        self.import_button = IconButton(context.look, "upload", "")
        self.export_button.clicked.connect(self._on_export)
        self.import_button.clicked.connect(self._on_import)
        self.table.opened.connect(self._on_opened)

    def _columns(self, context: PageContext) -> list[Column[RememberedPair]]:
        language = context.language

        def first(pair: RememberedPair) -> Source | None:
            return pair.sources[0]

        def second(pair: RememberedPair) -> Source | None:
            return pair.sources[1]

        def icon(pair: RememberedPair) -> tuple[str, str]:
            return ("circle-alert", "warn") if pair.changed else ("check", "ok")

        return [
            Column(lambda: self.tr("One"), lambda one: one.titles[0], source=first, weight=500),
            Column(lambda: self.tr("The other"), lambda one: one.titles[1], source=second, weight=500),
            Column(lambda: self.tr("Answer"), answer_text, 120, tone="text2"),
            Column(lambda: self.tr("Evidence"), evidence_text, 170, icon=icon),
            Column(
                lambda: self.tr("When"),
                lambda one: language.day(one.decided_at),
                104,
                tone="text2",
                is_spare=True,
            ),
            Column(lambda: self.tr("By"), lambda one: one.decided_by, 130, tone="text2", is_spare=True),
            Column(
                lambda: self.tr("Decision"),
                lambda one: f"#{one.decision_id}",
                80,
                tone="text2",
                is_spare=True,
            ),
        ]

    def header_widgets(self) -> list[QWidget]:
        return [self.count_text, self.import_button, self.export_button, self.search]

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Pairs that are set apart"))
        self.search.set_hint(self.tr("Search pairs"))
        self.export_button.set_name(self.tr("Write the decisions to a file"))
        self.import_button.set_name(self.tr("Take over decisions from a file"))
        super().retranslate()

    def _show_count(self, count: int) -> None:
        self.count_text.setText(self.tr("%Ln pairs", "", count))
        if self.wanted.is_narrowed:
            self.empty.set_content(self.tr("No pair fits this search."), self.tr("Show all pairs"))
        else:
            self.empty.set_content(
                self.tr(
                    "Nothing is set apart yet. What you call not the same or related is remembered here and not asked "
                    "again unless its evidence changes."
                ),
                self.tr("To the review"),
            )

    def leave_empty(self) -> None:
        self.context.navigate("review")

    # files

    def export_to(self, path: Path) -> None:
        """Write the decisions in force, keyed by source keys."""
        workspace = self.context.workspace
        self.context.settings.export_folder = str(path.parent)
        self.context.jobs.write(lambda: (path.name, workspace.export_decisions(path)), self._on_exported)

    def import_from(self, path: Path) -> None:
        """Take over the decisions of a file."""
        workspace = self.context.workspace
        self.context.jobs.write(lambda: workspace.import_decisions(path), self._on_imported)

    def _on_export(self) -> None:
        suggested = self._folder() / f"{self.context.workspace.path.stem}-decisions.jsonl"
        path = ask_target(self, self.tr("Write the decisions to a file"), suggested, [self._kind()])
        if path is not None:
            self.export_to(path)

    def _on_import(self) -> None:
        title = self.tr("Take over decisions from a file")
        path = ask_existing(self, title, self._folder(), [self._kind()])
        if path is not None:
            self.import_from(path)

    def _on_exported(self, result: tuple[str, int]) -> None:
        name, count = result
        self.context.toast(self.tr("%Ln decisions written to {name}", "", count).format(name=name))

    def _on_imported(self, result: TakenOver) -> None:
        self.context.events.announce(BY_DECISION, self)
        self.load()
        number = self.context.language.number
        text = self.tr("Taken over: {taken}. Known already: {repeated}. Passed over: {passed}.").format(
            taken=number(result.taken), repeated=number(result.repeated), passed=number(len(result.passed_over))
        )
        self.context.toast(text)

    def _on_opened(self, pair: RememberedPair) -> None:
        if pair.cins[0]:
            self.context.navigate("customers", cin=pair.cins[0])

    def _folder(self) -> Path:
        folder = self.context.settings.export_folder or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        return Path(folder)

    def _kind(self) -> str:
        return self.tr("Decisions of Steward (*.jsonl)")
