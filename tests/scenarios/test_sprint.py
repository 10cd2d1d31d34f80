"""A timed session: what comes first, how much fits into the time, and whose pace counts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import StewardError
from steward.domain.work_kinds import work_kind
from steward.workspace import Workspace
from steward.workspace.review.sprint import expected_wrong_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from steward.workspace.views import QueueRow

_GIVEN = ("Sri", "Budi", "Dewi", "Agus", "Rina", "Heru", "Maya", "Joko", "Lestari", "Wahyu", "Putri", "Bambang")
_FAMILY = ("Wahyuni", "Santoso", "Kusuma", "Hidayat", "Pratama", "Siregar", "Nasution", "Wijaya", "Hartono")


class Clock:
    """A clock that stands until it is put forward."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """A matched store with clusters of two to six records, some sure and some not."""
    lines = ["ID,Nama,No HP,Email,Alamat,Kota"]
    for i in range(60):
        name = f"{_GIVEN[i % 12]} {_FAMILY[i * 7 % 9]} {_FAMILY[i * 5 % 9]}"
        for copy in range(1 + i % 5):
            phone = f"0812-{1000 + i}-{2000 + i * 13}" if copy % 3 < 2 else ""
            email = f"kontak{i}@example.com" if copy % 2 == 0 else ""
            lines.append(f"K{i}-{copy},{name},{phone},{email},Jl. Merdeka No. {i},Bandung")
    (tmp_path / "shop.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with Workspace.create(tmp_path / "sprint.steward", steward="Ratna", clock=clock) as workspace:
        workspace.import_list(tmp_path / "shop.csv", source="Shop", key="ID")
        workspace.match()
        yield workspace


def _worth(row: QueueRow) -> float:
    rows: float = expected_wrong_rows(row.probability, row.member_count, min(row.veto_count, 1))
    return rows


def test_clusters_come_in_the_order_of_wrong_rows_put_right_per_minute(opened: Workspace) -> None:
    (plan,) = opened.plan_sprints(20)
    rows = opened.queue_rows(plan.ids)
    per_second = [_worth(row) / work_kind(row.member_count, row.probability, row.veto_count).seconds for row in rows]
    assert {one for one in plan.ids if one >= 0} == set(opened.queue())
    assert per_second == sorted(per_second, reverse=True)
    assert len(set(per_second)) > 3


def test_more_minutes_hold_more_clusters_and_put_more_rows_right(opened: Workspace) -> None:
    short, long = opened.plan_sprints(5, 10)
    assert 0 < short.answers < long.answers <= long.waiting_answers
    assert short.wrong_rows < long.wrong_rows <= long.waiting_rows
    first = opened.queue_rows(short.ids[: short.answers])
    assert short.wrong_rows == pytest.approx(sum(map(_worth, first)))
    assert short.waiting_answers == len(set(opened.queue()) | set(long.ids))


def test_an_own_pace_counts_by_kind_once_it_is_known(opened: Workspace, clock: Clock) -> None:
    (before,) = opened.plan_sprints(5)
    for cluster_id in before.ids[:7]:
        clock.now += timedelta(seconds=4)
        opened.approve(opened.draft(cluster_id))
    (after,) = opened.plan_sprints(5)
    assert after.answers > before.answers


def test_breaks_and_the_work_of_others_say_nothing_of_the_pace(opened: Workspace, clock: Clock, tmp_path: Path) -> None:
    (before,) = opened.plan_sprints(5)
    for cluster_id in before.ids[:7]:
        clock.now += timedelta(minutes=30)
        opened.approve(opened.draft(cluster_id))
    rested = opened.plan_sprints(5)[0]
    opened.close()
    with Workspace.open(tmp_path / "sprint.steward", steward="Sari", clock=clock) as other:
        assert other.plan_sprints(5) == [rested]


def test_a_decided_cluster_is_not_planned_again(opened: Workspace) -> None:
    first = opened.plan_sprints(5)[0].ids[0]
    opened.reject(opened.draft(first))
    assert first not in opened.plan_sprints(5)[0].ids


def test_sessions_of_no_length_are_none_and_of_less_are_refused(opened: Workspace) -> None:
    assert opened.plan_sprints() == []
    with pytest.raises(StewardError, match="0 or more"):
        opened.plan_sprints(20, -5)
