"""The history page over a real store: every decision, found again and reversed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from steward.domain.decisions import DecisionKind
from steward.ui.pages.history.page import HistoryPage
from tests.ui.driven_actions import trigger

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
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
    assert page.model.row_at(0).id == number
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
    assert page.model.row_at(0).kind is DecisionKind.REVERSE


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
    page.table.setCurrentIndex(page.model.index(1, 0))
    qtbot.waitUntil(lambda: page.panel.preview is not None and page.panel.preview.decision.reversed_by is not None)
    assert page.panel.preview.decision.reversed_by is not None
    assert not page.panel.button.isVisible()


def test_kind_filter_keeps_only_that_kind(qtbot: QtBot, context: PageContext) -> None:
    _merge_first_cluster(context)
    page = _shown(qtbot, context)
    page.filters.kind.setCurrentIndex(1 + list(DecisionKind).index(DecisionKind.MERGE))
    assert page.model.rowCount() == 1
    page.filters.kind.setCurrentIndex(0)
    assert page.model.rowCount() == context.workspace.history_count()


def test_one_kind_can_be_asked_for_from_another_page(qtbot: QtBot, context: PageContext) -> None:
    _merge_first_cluster(context)
    page = _shown(qtbot, context)
    page.activated(kind=DecisionKind.MERGE)
    assert page.model.rowCount() == 1
    assert page.filters.wanted.kinds == (DecisionKind.MERGE,)


def test_erasure_says_beside_the_list_that_it_cannot_be_reversed(qtbot: QtBot, context: PageContext) -> None:
    workspace = context.workspace
    workspace.erase(workspace.cin_of(next(workspace.records()).id), "request of 12 May")
    page = HistoryPage(context)
    for widget in (page, *page.header_widgets()):
        qtbot.addWidget(widget)
    page.show()
    page.activated()
    qtbot.waitUntil(lambda: any("can't be brought back" in text for text in _texts(page.panel)))
    assert "Reason: request of 12 May" in _texts(page.panel)
    assert not page.panel.button.isVisible()
    assert context.problems.open_dialog is None
    page.retranslate()
    assert any("can't be brought back" in text for text in _texts(page.panel))


def _texts(panel: QWidget) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


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
    trigger(page, "history.reverse")
    assert context.workspace.fingerprint() == before


def test_table_model_keeps_the_laws_of_qt(qtbot: QtBot, context: PageContext, qtmodeltester: object) -> None:
    _merge_first_cluster(context)
    page = _shown(qtbot, context)
    qtmodeltester.check(page.model)


def test_a_decision_that_is_asked_for_is_selected_among_many(qtbot: QtBot, context: PageContext) -> None:
    number = _merge_first_cluster(context)
    for cluster_id in context.workspace.queue()[:3]:
        context.workspace.comment(cluster_id, "look again")
    page = _shown(qtbot, context)
    page.activated(decision=number)
    assert page.model.row_at(page.table.currentIndex().row()).id == number


def test_every_kind_of_act_is_listed_with_its_name(qtbot: QtBot, context: PageContext) -> None:
    context.workspace.set_semi_automatic(is_on=True)
    context.workspace.comment(context.workspace.queue()[0], "look again")
    page = _shown(qtbot, context)
    sentences = [str(page.model.index(row, 1).data()) for row in range(2)]
    assert sentences[0].startswith("Note")
    assert sentences[1] == "Semi-automatic merging switched"


def test_who_looked_at_masked_numbers_is_listed_and_stays(qtbot: QtBot, context: PageContext) -> None:
    records = [member.record_id for member in context.workspace.cluster(context.workspace.queue()[0]).members]
    look = context.workspace.reveal(records)
    context.workspace.comment(context.workspace.queue()[0], "look again")
    page = _shown(qtbot, context)
    assert str(page.model.index(1, 1).data()).startswith("Masked numbers looked at")
    page.activated(decision=look.id)
    qtbot.waitUntil(lambda: page.panel.preview is None)
    assert not page.panel.button.isVisibleTo(page)


def test_reversed_entries_are_found_by_their_state(qtbot: QtBot, context: PageContext) -> None:
    number = _merge_first_cluster(context)
    context.workspace.reverse(number)
    page = _shown(qtbot, context)
    page.filters.state.setCurrentIndex(2)
    assert [page.model.row_at(row).id for row in range(page.model.rowCount())] == [number]


def test_preview_names_the_clusters_that_come_back(qtbot: QtBot, context: PageContext) -> None:
    workspace = context.workspace
    draft = workspace.draft(workspace.queue()[0])
    workspace.reject(draft)
    page = _shown(qtbot, context)
    assert [move.title for move in page.panel.preview.clusters] == [draft.view.title]
