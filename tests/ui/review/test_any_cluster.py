"""Clusters of every size and script: the same keys, and what is shown is what is written."""

from __future__ import annotations

import csv
import random
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from steward.domain.clusters import ClusterState
from steward.domain.progress import NO_PROGRESS
from steward.domain.records import SourceId
from steward.storage.database import open_database
from steward.storage.matches import candidates
from steward.ui.pages.review.page import ReviewPage
from steward.workspace import Workspace
from tests.ui.review_driving import Key, Modifier, decision_count, draft_of, press, shown_golden, stored_golden

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from steward.ui.page import PageContext

SIZES = (2, 8, 40, 1000)
#: One name in many scripts, a word that has no place to break, and none at all.
NAMES = ("سيتي رحماواتي", "陳美麗", "שרה כהן", "Сити Рахма", "สิริพร", "W" * 40, "Siti Rahmawati", "")
HEADER = ("ID", "Nama", "No HP", "Email", "Alamat", "Kota", "Tanggal Lahir")


def _row(number: int) -> list[str]:
    name = NAMES[number % len(NAMES)]
    return [
        f"K{number}",
        name,
        f"0812-{1000 + number}-{2000 + number * 7 % 7000}" if number % 3 else "",
        f"kontak{number}@example.com" if number % 4 else "",
        f"Jl. {'Panjang' * 6 if number % 7 == 0 else 'Merdeka'} No. {number}",
        ("Bandung", "", "台北", "الرياض")[number % 4],
        f"{1950 + number % 50}-0{1 + number % 9}-1{number % 9}" if number % 2 else "",
    ]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A matched store whose queue was replaced by one cluster of each size."""
    folder = tmp_path_factory.mktemp("any")
    path, list_path = folder / "any.steward", folder / "shop.csv"
    with list_path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *(_row(number) for number in range(sum(SIZES)))])
    with Workspace.create(path, steward="Ratna") as workspace:
        workspace.import_list(list_path, source="Shop")
        workspace.match()
        ids = [record.id for record in workspace.records()]
    database = open_database(path)
    with database.write() as session:
        candidates.forget_suggestions(session, NO_PROGRESS)
        for place, size in enumerate(SIZES, start=1):
            members, ids = ids[:size], ids[size:]
            cluster = candidates.StoredCluster(
                id=place,
                member_key=candidates.member_key(members),
                title=NAMES[place - 1],
                record_count=size,
                source_count=1,
                probability=0.5 + place / 100,
                veto_count=0,
                impact=size,
                usefulness=1.0,
                oldest_day="2026-01-01",
                state=ClusterState.OPEN,
                source_ids=(SourceId(1),),
            )
            candidates.add_clusters(session, [(cluster, members)])
    database.close()
    return path


@pytest.fixture
def page(store: Path, tmp_path: Path, make_context: Callable[[Any], PageContext], qtbot: QtBot) -> Iterator[ReviewPage]:
    """The page on a copy of the store."""
    with Workspace.open(shutil.copy(store, tmp_path / "any.steward"), steward="Ratna") as workspace:
        page = ReviewPage(make_context(workspace))
        qtbot.addWidget(page)
        page.resize(1290, 690)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        yield page


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("cluster_id", range(1, len(SIZES) + 1))
def test_after_any_keys_what_is_shown_is_what_is_written(
    page: ReviewPage, qtbot: QtBot, cluster_id: int, seed: int
) -> None:
    page.activated(cluster_id=cluster_id)
    draft, dice = draft_of(page), random.Random(seed)
    assert len(draft.view.members) == SIZES[cluster_id - 1]
    digits = [getattr(Key, f"Key_{digit}") for digit in range(1, 10)]
    moves = [Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_J, Key.Key_K]
    for _ in range(12):
        key = dice.choice([*moves, *digits, Key.Key_X, Key.Key_H, Key.Key_O, Key.Key_W])
        takes_record = key in digits and dice.random() < 0.2
        press(qtbot, page, key, Modifier.ShiftModifier if takes_record else Modifier.NoModifier)
    while not draft.can_merge:
        press(qtbot, page, Key.Key_X)
        press(qtbot, page, Key.Key_Right)
    shown, cin, before = shown_golden(page), draft.surviving_cin, decision_count(page)
    press(qtbot, page, Key.Key_A)
    assert decision_count(page) == before + 1
    assert stored_golden(page, cin) == shown


def test_a_thousand_members_are_rows_that_the_arrows_reach(page: ReviewPage, qtbot: QtBot) -> None:
    page.activated(cluster_id=len(SIZES))
    members = draft_of(page).view.members
    grid = page.pane.grid
    grid.setFocus()
    for _ in range(20):
        press(qtbot, page, Key.Key_Down)
    record = grid.current_record()
    assert record in {member.record_id for member in members[9:]}
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_X)
    assert record not in draft_of(page).included


@pytest.mark.parametrize("cluster_id", range(1, len(SIZES) + 1))
def test_a_cluster_is_shown_from_its_first_member(page: ReviewPage, cluster_id: int) -> None:
    page.activated(cluster_id=cluster_id)
    members = page.pane.grid._members
    in_view = members.viewport().rect()
    assert in_view.contains(members.visualRect(members.currentIndex()).center())
    # Scrolled at most as far as the focus asks for.
    for bar, place in (
        (members.verticalScrollBar(), members.visualRect(members.currentIndex()).bottom() - in_view.bottom()),
        (members.horizontalScrollBar(), members.visualRect(members.currentIndex()).right() - in_view.right()),
    ):
        assert bar.value() == bar.minimum() or abs(place) <= 1


def test_without_evidence_the_card_is_its_sentence(page: ReviewPage) -> None:
    page.activated(cluster_id=1)
    page.draft_keys.set_blind(is_blind=True)
    card = page.pane.why
    assert card.height() == card.least_height()
    assert not card._rule.isVisible()
    page.draft_keys.set_blind(is_blind=False)
    assert card._rule.isVisible() is card.has_more
