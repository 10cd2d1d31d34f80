"""The locks page: locked values that lists agree with now, or contradict now, and did not when they were locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.decisions import DecisionKind
from steward.domain.history import Subject
from steward.domain.identity import format_cin
from steward.domain.locks import LockStanding
from steward.ui.models.rows import Column
from steward.ui.pages.history.register_page import RegisterPage
from steward.ui.words.attributes import attribute_label
from steward.ui.words.values import value_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from steward.ui.page import PageContext
    from steward.workspace.customers.customer_views import LockNotice


def _icon(notice: LockNotice) -> tuple[str, str]:
    return ("circle-check", "ok") if notice.standing is LockStanding.AGREE else ("circle-alert", "warn")


class LocksPage(RegisterPage):
    """What to look at again. A lock never changes by itself: the steward unlocks on the customer's page."""

    page_id = "locks"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        language = context.language
        columns: list[Column[LockNotice]] = [
            Column(
                lambda: self.tr("Customer"),
                lambda one: context.mask.title(one.title) or format_cin(one.cin),
                weight=500,
            ),
            Column(lambda: self.tr("Locked"), self._locked),
            Column(lambda: self.tr("Lists now"), self._lists_now, icon=_icon),
            Column(lambda: self.tr("When"), lambda one: language.moment(one.decided_at), 150, tone="text2"),
            Column(lambda: self.tr("By"), lambda one: one.decided_by, 110, tone="text2", is_spare=True),
            Column(lambda: self.tr("Decision"), lambda one: f"#{one.decision_id}", 90, tone="text2", is_spare=True),
        ]
        super().__init__(context, columns, "lock", context.workspace.lock_notices, parent)
        self.counted.connect(self._show_count)
        self.table.opened.connect(self._on_opened)
        self.empty.asked.connect(self._show_locks)

    def refresh(self, subjects: frozenset[Subject]) -> None:
        """Deliveries and decisions change what lists say."""
        if self.isVisible() and subjects & {Subject.DECISIONS, Subject.CUSTOMERS, Subject.RECORDS}:
            self.activated()

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Locked values to look at again"))
        self.empty.set_content(
            self.tr(
                "No locked value to look at again. When the lists come to agree with one, or to contradict it, "
                "it appears here."
            ),
            self.tr("Show all that was locked"),
        )
        super().retranslate()

    def _locked(self, notice: LockNotice) -> str:
        text = self.context.mask.text(notice.attribute, value_text(notice.attribute, notice.value))
        return self.tr("{attribute}: {value}").format(attribute=attribute_label(notice.attribute), value=text)

    def _lists_now(self, notice: LockNotice) -> str:
        if notice.standing is LockStanding.AGREE:
            return self.tr("agree with it")
        text = self.context.mask.text(notice.attribute, value_text(notice.attribute, notice.lists_say))
        return self.tr("say {value}").format(value=text)

    def _show_count(self) -> None:
        self.count_text.setText(self.tr("%Ln to look at again", "", self.model.rowCount()))

    def _show_locks(self) -> None:
        self.context.navigate("history", kind=DecisionKind.LOCK)

    def _on_opened(self, notice: LockNotice) -> None:
        self.context.navigate("customers", cin=notice.cin)
