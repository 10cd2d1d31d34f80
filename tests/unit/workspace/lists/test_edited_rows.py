"""Which edited row is which row of before."""

from __future__ import annotations

from steward.workspace.lists.edited_rows import Cells, cells_to_count, only_once, pair_edited


def row(**cells: str) -> Cells:
    return frozenset(cells.items())


SRI = row(name="Sri", phone="0812", email="sri@contoh.id", city="Bandung")
SRI_MOVED = row(name="Sri", phone="0812", email="sri@contoh.id", city="Solo")
BUDI = row(name="Budi", phone="0813", email="budi@contoh.id", city="Bandung")


def paired(before: dict[str, Cells], now: dict[str, Cells]) -> dict[str, str]:
    own = only_once(cells_to_count(before, now), now.values())
    return pair_edited(before, now, only_once(own, before.values()))


def test_a_quarter_of_the_cells_may_differ() -> None:
    assert paired({"1": SRI, "2": BUDI}, {"a": SRI_MOVED, "b": BUDI}) == {"a": "1", "b": "2"}
    assert paired({"1": SRI}, {"a": row(name="Sri", phone="0812", email="sri@contoh.id")}) == {"a": "1"}
    assert paired({"1": SRI}, {"a": row(name="Sri", phone="0812", email="new@contoh.id", city="Solo")}) == {}


def test_a_row_is_told_by_two_cells_that_no_other_row_has() -> None:
    family = row(name="Sri B", phone="0812", email="sri@contoh.id", city="Solo")
    assert paired({"1": SRI, "2": family}, {"a": SRI_MOVED, "b": family}) == {}


def test_of_two_rows_the_closer_is_meant_and_of_two_as_close_none() -> None:
    before = {"1": changed("")}
    own = {("c1", "1"), ("c2", "2"), ("c3", "3"), ("c4", "4"), ("c5", "5")}
    assert pair_edited(before, {"a": changed("34"), "b": changed("125")}, own) == {"a": "1"}
    assert pair_edited(before, {"a": changed("34"), "b": changed("12")}, own) == {}


def changed(places: str) -> Cells:
    """A row of twelve cells, some of them other than usual."""
    return frozenset(
        (f"c{place}", f"{place} anew" if str(place) in list(places) else str(place)) for place in range(12)
    )


def test_rows_without_a_common_cell_are_nobodys() -> None:
    assert paired({"1": SRI}, {"a": BUDI}) == {}
    assert paired({}, {"a": BUDI}) == {}
