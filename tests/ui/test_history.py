"""The history page over a real store: every decision, found again and reversed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.decisions import DecisionKind
from steward.ui.models.decisions import DECISION, DecisionTable
from steward.ui.pages.history.page import HistoryPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from steward.ui.page import PageContext


def _shown(qtbot: QtBot, context: PageContext) -> HistoryPage:
    page = HistoryPage(context)
    qtbot.addWidget(page)
    for widget in page.header_widgets():
        qtbot.addWidget(widget)
    page.resize(1200, 700)
    page.retranslate()
    page.show()
    page.activated()
    qtbot.waitUntil(lambda: page.panel.preview is not None)
    return page


def _merge_first_cluster(context: PageContext) -> int:
    workspace = context.workspace
    draft = workspace.draft(workspace.queue()[0])
    return workspace.merge([member.record_id for member in draft.view.members], reason="seen on the card").id


def test_newest_decision_is_selected_with_its_preview(qtbot: QtBot, context: PageContext) -> None:
    number = _merge_first_cluster(context)
    page = _shown(qtbot, context)
    assert page.model.decision(0).id == number
    assert page.panel.preview is not None
    assert page.panel.preview.decision.id == number
    assert page.panel.button.isVisible()


def test_reversing_restores_the_state_before(qtbot: QtBot, context: PageContext) -> None:
    before = context.workspace.fingerprint()
    _merge_first_cluster(context)
    assert context.workspace.fingerprint() != before
    page = _shown(qtbot, context)
    page.reverse_selected()
    assert context.workspace.fingerprint() == before
    assert page.model.decision(0).kind is DecisionKind.REVERSE


def test_undo_of_the_toast_brings_the_decision_back(qtbot: QtBot, context: PageContext) -> None:
    _merge_first_cluster(context)
    merged = context.workspace.fingerprint()
    page = _shown(qtbot, context)
    page.reverse_selected()
    _, undo = context.toast[-1]
    undo()
    assert context.workspace.fingerprint() == merged


def test_reversed_decision_offers_no_button(qtbot: QtBot, context: PageContext) -> None:
    _merge_first_cluster(context)
    page = _shown(qtbot, context)
    page.reverse_selected()
    page.table.setCurrentIndex(page.model.index(1, DecisionTable.WHAT))
    assert page.panel.preview.decision.reversed_by is not None
    assert not page.panel.button.isVisible()


def test_kind_filter_keeps_only_that_kind(qtbot: QtBot, context: PageContext) -> None:
    _merge_first_cluster(context)
    page = _shown(qtbot, context)
    page.kinds.setCurrentIndex(page.kinds.findData(DecisionKind.MERGE.value))
    assert page.model.rowCount() == 1
    page.kinds.setCurrentIndex(0)
    assert page.model.rowCount() == context.workspace.history_count()


def test_search_without_hit_says_so_and_offers_all(qtbot: QtBot, context: PageContext) -> None:
    _merge_first_cluster(context)
    page = _shown(qtbot, context)
    page.search.setText("zzzz no such customer")
    page.search.searched.emit(page.search.text())
    assert page.empty.isVisible()
    page.empty.button.click()
    assert page.model.rowCount() == context.workspace.history_count()


def test_key_reverses_the_selected_decision(qtbot: QtBot, context: PageContext) -> None:
    before = context.workspace.fingerprint()
    _merge_first_cluster(context)
    page = _shown(qtbot, context)
    next(action for action in page.actions() if action.objectName() == "history.reverse").trigger()
    assert context.workspace.fingerprint() == before


def test_table_model_keeps_the_laws_of_qt(qtbot: QtBot, context: PageContext, qtmodeltester: object) -> None:
    _merge_first_cluster(context)
    page = _shown(qtbot, context)
    qtmodeltester.check(page.model)


def test_model_fetches_only_the_pages_that_are_looked_at(context: PageContext) -> None:
    asked = []
    decision = context.workspace.history(limit=1)[0]
    model = DecisionTable(context.language)
    model.set_source(1_000_000, lambda offset, limit: asked.append(offset) or [decision] * limit)
    for row in (0, 1, 127, 999_999):
        assert model.index(row, 1).data(DECISION) is decision
    assert asked == [0, 999_936]
