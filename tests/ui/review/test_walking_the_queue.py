"""Going through the queue on the review page: order, leaving and coming back, the end of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.history import BY_DELIVERY, BY_MATCH
from steward.ui.pages.review import walk
from steward.ui.pages.review.filters import Filters
from tests.ui.review_builders import write_list
from tests.ui.review_driving import (
    Key,
    OpenPage,
    decision_count,
    draft_of,
    press,
    workspace_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from steward.ui.language import Language


def test_skip_puts_the_cluster_at_the_end(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    first = page.session.current
    press(qtbot, page, Key.Key_Space)
    assert page.session.current != first
    assert page.session.queue.ids[-1] == first
    assert decision_count(page) == 0


def test_partial_work_survives_leaving_the_cluster(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3, 2)
    press(qtbot, page, Key.Key_X)
    press(qtbot, page, Key.Key_2)
    included, choices = draft_of(page).included, dict(draft_of(page).choices)
    press(qtbot, page, Key.Key_PageDown)
    press(qtbot, page, Key.Key_PageUp)
    assert draft_of(page).included == included
    assert draft_of(page).choices == choices


def test_brackets_walk_the_queue_like_page_keys(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    first, second = page.session.queue.ids[:2]
    press(qtbot, page, Key.Key_BracketRight)
    assert page.session.current == second
    press(qtbot, page, Key.Key_BracketLeft)
    assert page.session.current == first


def test_a_change_elsewhere_keeps_the_work_in_the_draft(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(3, 2)
    press(qtbot, page, Key.Key_X)
    included = draft_of(page).included
    other = page.session.queue.ids[1]
    workspace_of(page).approve(workspace_of(page).draft(other))
    page.context.events.announce(BY_MATCH)
    assert draft_of(page).included == included
    assert other not in page.session.queue.ids
    assert page.pane.banner.text == ""


def test_the_walk_goes_on_from_its_place_when_the_open_cluster_is_decided_elsewhere(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page()
    _first, second, third, _fourth = page.session.queue.ids
    press(qtbot, page, Key.Key_PageDown)
    workspace_of(page).approve(workspace_of(page).draft(second))
    page.context.events.announce(BY_MATCH)
    assert page.session.current == third


def test_a_decision_reversed_elsewhere_opens_its_cluster_again(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    first = page.session.current
    press(qtbot, page, Key.Key_A)
    workspace_of(page).reverse(workspace_of(page).last_decisions(1)[0].id)
    page.context.events.announce(BY_MATCH)
    assert page.session.current == first


def test_the_last_decisions_list_takes_one_back(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    before = workspace_of(page).fingerprint()
    press(qtbot, page, Key.Key_A)
    qtbot.waitUntil(lambda: page.sidebar.decisions.model().rowCount() == 1)
    page.sidebar.decisions.setFocus()
    page.sidebar.decisions.setCurrentIndex(page.sidebar.decisions.model().index(0, 0))
    press(qtbot, page, Key.Key_Return)
    assert workspace_of(page).fingerprint() == before


def test_the_finished_queue_says_so_and_undo_still_works(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(2)
    first = page.session.current
    press(qtbot, page, Key.Key_A)
    assert page.session.draft is None
    assert page.scope.empty.isVisible()
    press(qtbot, page, Key.Key_U)
    assert page.session.current == first


def test_a_store_without_clusters_says_what_to_do(open_page: OpenPage) -> None:
    page = open_page(1)
    assert page.scope.empty.isVisible()
    assert "Load lists" in page.scope.empty.sentence.text()


def test_lists_that_no_match_run_has_seen_can_be_matched_from_the_empty_queue(
    open_page: OpenPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_page(1)
    write_list(tmp_path / "later.csv", [{"key": "L-1", "name": "Rina Hartati"}])
    workspace_of(page).import_list(tmp_path / "later.csv", source="Later")
    page.context.events.announce(BY_DELIVERY)
    empty = page.scope.empty
    assert empty.button.text() == "Find matches"
    with qtbot.waitSignal(empty.match_asked):
        empty.button.click()


def test_the_queue_sorts_as_a_whole(open_page: OpenPage) -> None:
    page = open_page(2, 4, 3)
    page.sidebar.sort_asked.emit("impact")
    assert list(page.session.queue.ids) == list(workspace_of(page).queue("impact"))
    assert page.session.current == page.session.queue.ids[0]


def test_the_last_decisions_and_the_open_panel_follow_the_language(
    open_page: OpenPage, qtbot: QtBot, language: Language
) -> None:
    page = open_page(2, 2, 2)
    press(qtbot, page, Key.Key_A)
    qtbot.waitUntil(lambda: page.sidebar.decisions.model().rowCount() > 0)
    press(qtbot, page, Key.Key_P)
    title = page.panel.title_text
    first = page.sidebar.decisions.model().index(0, 0)
    sentence = first.data()
    language.use("id")
    qtbot.waitUntil(lambda: page.sidebar.decisions.model().index(0, 0).data() != sentence)
    page.retranslate()
    assert page.panel.subject == "provenance"
    language.use("en")
    qtbot.waitUntil(lambda: page.sidebar.decisions.model().index(0, 0).data() == sentence)
    assert page.panel.title_text == title


def test_a_queue_that_is_read_in_two_steps_is_whole_and_stays_where_it_is(
    open_page: OpenPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk, "FIRST_CLUSTERS", 2)
    page = open_page(2, 2, 2, 2, 2)
    opened: list[object] = []
    page.session.cluster_opened.connect(opened.append)
    page.scope.show_filters(Filters(sort="name"))
    whole = workspace_of(page).queue("name")
    assert page.session.current == whole[0]
    qtbot.waitUntil(lambda: list(page.session.queue.ids) == whole)
    assert len(opened) == 1
    assert page.sidebar.list.currentIndex().row() == 0
    press(qtbot, page, Key.Key_N)
    assert list(page.session.queue.ids) == whole[1:]


def test_what_comes_next_stays_in_sight_in_the_queue(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(*[2] * 12)
    page.resize(1290, 520)
    queue, seen = page.sidebar.list, page.sidebar.list.viewport()
    hidden = 0
    for _ in range(11):
        press(qtbot, page, Key.Key_BracketRight)
        assert seen.rect().contains(queue.visualRect(queue.currentIndex()))
        following = queue.model().index(queue.currentIndex().row() + 1, 0)
        hidden += following.isValid() and not seen.rect().intersects(queue.visualRect(following))
    assert hidden < 11 // 2
