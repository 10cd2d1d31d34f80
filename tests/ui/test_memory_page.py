"""The memory page over a real store: what was set apart, whether its evidence holds, withdrawing, files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.decisions import Relation
from steward.ui.pages.history.memory_page import MemoryPage, answer_text, evidence_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from pytestqt.qtbot import QtBot

    from steward.ui.page import PageContext
    from steward.workspace import Workspace


@pytest.fixture
def decided(workspace: Workspace) -> Workspace:
    """One cluster called not the same, one called a household."""
    first, second = workspace.queue("certainty")[:2]
    workspace.reject(workspace.draft(first), reason="two people")
    workspace.relate(workspace.draft(second), Relation.HOUSEHOLD)
    return workspace


@pytest.fixture
def page(qtbot: QtBot, decided: Workspace, context: PageContext) -> MemoryPage:
    page = MemoryPage(context)
    for widget in (page, *page.header_widgets(), *page.header_chips()):
        qtbot.addWidget(widget)
    page.resize(1200, 700)
    page.retranslate()
    page.show()
    page.activated()
    qtbot.waitUntil(lambda: page.panel.preview is not None)
    return page


def _rows(page: MemoryPage) -> list[Any]:
    return [page.model.row_at(row) for row in range(page.model.rowCount())]


def test_pairs_stand_with_their_answer_and_evidence(page: MemoryPage) -> None:
    assert {answer_text(row) for row in _rows(page)} == {"Not the same", "same household"}
    assert {evidence_text(row) for row in _rows(page)} == {"as it was"}
    assert all(row.titles[0] and row.sources[1] for row in _rows(page))


def test_kind_narrows_the_pairs(page: MemoryPage) -> None:
    page.filters.kind.setCurrentIndex(2)
    assert {row.relation for row in _rows(page)} == {Relation.HOUSEHOLD}


def test_search_finds_by_reason_name_and_number(page: MemoryPage) -> None:
    row = _rows(page)[-1]
    for text in ("two people", row.titles[0], f"#{row.decision_id}"):
        page.search.setText(text)
        page.search.searched.emit(text)
        assert row in _rows(page)
    page.search.setText("no such thing at all")
    page.search.searched.emit("no such thing at all")
    assert page.empty.isVisible()
    page.empty.button.click()
    assert row in _rows(page)


def test_withdrawing_takes_the_pairs_of_the_decision_out_and_the_toast_brings_them_back(
    qtbot: QtBot, page: MemoryPage, decided: Workspace
) -> None:
    before = _rows(page)
    page.reverse_selected()
    assert len(_rows(page)) < len(before)
    _, undo = page.context.toast[-1]  # type: ignore[index]  # the toasts of the tests are a list
    undo()
    assert decided.remembered() == before


def test_changed_evidence_is_said_and_found_by_its_state(
    qtbot: QtBot, page: MemoryPage, decided: Workspace, tmp_path: Path
) -> None:
    pair = next(row for row in _rows(page) if row.relation is None)
    source = pair.sources[0]
    record = next(one for one in decided.records(source.name) if one.id == pair.pair.low)
    headers = list(record.raw)
    phone = next(
        header for header, value in record.raw.items() if record.first("phone") and value == record.first("phone")
    )
    changed = ["081299990001" if header == phone else value for header, value in record.raw.items()]
    (tmp_path / "again.csv").write_text(",".join(headers) + "\n" + ",".join(changed) + "\n", encoding="utf-8")
    decided.import_list(tmp_path / "again.csv", source=source.name, mode="partial")
    page.activated()
    page.filters.state.setCurrentIndex(2)
    assert pair.pair in [row.pair for row in _rows(page)]
    assert "Phone" in evidence_text(_rows(page)[0])


def test_decisions_travel_in_a_file(page: MemoryPage, tmp_path: Path) -> None:
    page.export_to(tmp_path / "d.jsonl")
    page.import_from(tmp_path / "d.jsonl")
    text, _ = page.context.toast[-1]  # type: ignore[index]  # the toasts of the tests are a list
    assert text == "Taken over: 0. Known already: 2. Passed over: 0."


def test_store_without_answers_says_what_comes_here(
    qtbot: QtBot, empty_workspace: Workspace, make_context: Callable[[Any], PageContext]
) -> None:
    page = MemoryPage(make_context(empty_workspace))
    for widget in (page, *page.header_widgets(), *page.header_chips()):
        qtbot.addWidget(widget)
    page.retranslate()
    page.show()
    page.activated()
    assert page.empty.isVisible()
    page.empty.button.click()
    assert page.context.navigate[-1][0] == "review"  # type: ignore[index]  # the visits of the tests are a list
