"""Clusters that differ in writing only, driven by keys: skim, take one out, one decision, undone as one."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from steward.domain.decisions import DecisionKind
from steward.ui.pages.alike.page import PORTION, AlikePage
from steward.ui.pages.review.page import ReviewPage
from steward.workspace import Workspace
from tests.ui.review_driving import Key, Modifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.page import PageContext

PAIRS = 12
_GIVEN = ("Sri", "Budi", "Dewi", "Agus", "Rina", "Heru", "Maya", "Joko", "Lestari", "Wahyu", "Putri", "Bambang")
_FAMILY = ("Wahyuni", "Santoso", "Kusuma", "Hidayat", "Pratama", "Siregar", "Nasution", "Wijaya", "Hartono", "Halim")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pairs that two lists write in two ways, one more that differs in truth, and people of their own."""
    folder = tmp_path_factory.mktemp("alike")
    sales, shop = ["ID,Nama,No HP,Email,Alamat,Kota"], ["ID,Nama,No HP,Email,Alamat,Kota"]
    for i in range(80):
        name = f"{_GIVEN[i % 12]} {_FAMILY[i * 7 % 10]} {_GIVEN[i * 5 % 12]}"
        phone, email = f"0812-{1000 + i}-{2000 + i * 13}", f"kontak{i}@example.com"
        sales.append(f"S{i},{name},{phone},{email},Jl. Merdeka No. {i},Bandung")
        if i <= PAIRS:
            street = "Kenanga" if i == PAIRS else "MERDEKA"
            shop.append(
                f"E{i},{name.upper()},+62{phone[1:].replace('-', '')},{email.upper()},JL {street} NO {i},BANDUNG"
            )
    for list_name, lines in (("sales", sales), ("shop", shop)):
        (folder / f"{list_name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with Workspace.create(folder / "alike.steward", steward="Ratna") as workspace:
        for list_name in ("sales", "shop"):
            workspace.import_list(folder / f"{list_name}.csv", source=list_name, key="ID")
        workspace.match()
        return workspace.path


@pytest.fixture
def context(store: Path, tmp_path: Path, make_context: Callable[[Any], PageContext]) -> Iterator[PageContext]:
    """A copy of the store."""
    path = tmp_path / "alike.steward"
    path.write_bytes(store.read_bytes())
    with Workspace.open(path, steward="Ratna") as workspace:
        yield make_context(workspace)


@pytest.fixture
def page(context: PageContext, qtbot: QtBot) -> AlikePage:
    """The page with the keyboard."""
    page = AlikePage(context)
    qtbot.addWidget(page)
    page.retranslate()
    page.resize(1290, 690)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.activated()
    return page


def _press(qtbot: QtBot, page: AlikePage, key: Key, modifier: Modifier = Modifier.NoModifier) -> None:
    qtbot.keyClick(page.focusWidget() or page, key, modifier)


def _cin_counts(page: AlikePage) -> dict[int, int]:
    workspace = page.context.workspace
    return {row.id: len({member.cin for member in workspace.cluster(row.id).members}) for row in page._found}


def test_all_of_them_are_listed_with_both_writings(page: AlikePage) -> None:
    assert page.model.rowCount() == PAIRS
    workspace = page.context.workspace
    assert set(page.chosen) == {alike.id for alike in workspace.alike_clusters(workspace.alike_candidates())}
    row = page.model.row_at(0)
    assert row is not None
    assert row.one.name.upper() != row.one.name
    assert row.other.name == row.one.name.upper()
    assert {"name", "phone"} <= set(row.differing)


def test_x_takes_one_out_and_one_key_merges_the_rest_as_one_decision(page: AlikePage, qtbot: QtBot) -> None:
    workspace = page.context.workspace
    _press(qtbot, page, Key.Key_Down)
    _press(qtbot, page, Key.Key_X)
    out = page.model.row_at(1)
    assert out is not None
    chosen, last = page.chosen, workspace.summary().last_decision_id
    assert len(chosen) == PAIRS - 1
    members = {cluster_id: workspace.cluster(cluster_id).members for cluster_id in (*chosen, out.id)}
    _press(qtbot, page, Key.Key_Return, Modifier.ControlModifier)
    (decision,) = [one for one in workspace.last_decisions(100) if one.id > last]
    assert decision.kind is DecisionKind.MERGE
    for cluster_id, found in members.items():
        cins = {workspace.cin_of(member.record_id) for member in found}
        assert len(cins) == (2 if cluster_id == out.id else 1)
    assert page.model.rowCount() == 1


def test_the_toast_undoes_all_of_it_and_the_list_is_as_before(page: AlikePage, qtbot: QtBot) -> None:
    workspace = page.context.workspace
    before, chosen = workspace.fingerprint(), page.chosen
    _press(qtbot, page, Key.Key_Return, Modifier.ControlModifier)
    assert page.empty.isVisible()
    _, undo = page.context.toast[-1]  # type: ignore[index]
    undo()
    assert workspace.fingerprint() == before
    assert page.chosen == chosen


def test_u_in_the_queue_takes_the_whole_merge_back(page: AlikePage, context: PageContext, qtbot: QtBot) -> None:
    before = context.workspace.fingerprint()
    _press(qtbot, page, Key.Key_Return, Modifier.ControlModifier)
    page.hide()
    review = ReviewPage(context)
    qtbot.addWidget(review)
    review.resize(1290, 690)
    review.show()
    review.activateWindow()
    qtbot.waitUntil(review.isActiveWindow)
    review.activated()
    qtbot.keyClick(review.focusWidget() or review, Key.Key_U)
    assert context.workspace.fingerprint() == before


def test_return_looks_at_one_and_escape_goes_back(page: AlikePage, qtbot: QtBot) -> None:
    row = page.model.row_at(0)
    assert row is not None
    _press(qtbot, page, Key.Key_Return)
    _press(qtbot, page, Key.Key_Escape)
    assert page.context.navigate == [("review", {"cluster_id": row.id}), ("review", {})]


def test_rows_that_come_later_leave_the_current_one_where_it_is(page: AlikePage) -> None:
    found = list(page._found)
    page.table.setCurrentIndex(page.model.index(3, 0))
    for _ in range(40):
        page.model.add_rows(found)
    assert page.model.rowCount() == 41 * PAIRS > PORTION
    assert [page.model.row_at(place) for place in range(page.model.rowCount())] == found * 41
    assert page.table.currentIndex().row() == 3


@pytest.mark.parametrize("seed", range(4))
def test_after_any_keys_just_what_is_shown_as_in_is_merged(page: AlikePage, qtbot: QtBot, seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(30):
        _press(qtbot, page, dice.choice([Key.Key_Down, Key.Key_Up, Key.Key_PageDown, Key.Key_X, Key.Key_A, Key.Key_N]))
    shown = {
        row.id: page.model.index(place, 0).data() == "In"
        for place in range(page.model.rowCount())
        if (row := page.model.row_at(place)) is not None
    }
    counts = _cin_counts(page)
    assert set(counts.values()) == {2}
    workspace = page.context.workspace
    members = {cluster_id: workspace.cluster(cluster_id).members for cluster_id in shown}
    _press(qtbot, page, Key.Key_Return, Modifier.ControlModifier)
    for cluster_id, is_in in shown.items():
        cins = {workspace.cin_of(member.record_id) for member in members[cluster_id]}
        assert len(cins) == (1 if is_in else 2)
    assert workspace.verify() == []
