"""A delivery whose columns changed is compared with what its source was loaded with before."""

from __future__ import annotations

from steward.exchange.header_drift import Drift, HeaderDrift, carried_over, compare_headers
from steward.exchange.mapping import Mapping, guess_mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.tables import RawTable

BEFORE = Mapping(
    "Kode", (("Kode", ""), ("Nama", "name"), ("No. HP", "phone"), ("Kota", "city"), ("Grup", "segment"), ("Ket", ""))
)


def drifts(*headers: str) -> list[HeaderDrift]:
    cells = {"Ponsel": "081234567001", "No HP": "081234567001", "Email": "budi@gmail.com"}
    rows = [
        RawRow(number, tuple(cells.get(header, f"{header} {number}") for header in headers)) for number in range(2, 9)
    ]
    table = RawTable("list.csv", "", 1, headers, RawRows.of(rows))
    return compare_headers(BEFORE, headers, guess_mapping(table)[1])


def kinds(found: list[HeaderDrift]) -> list[tuple[Drift, str, str]]:
    return [(drift.drift, drift.before, drift.now) for drift in found]


def test_the_same_columns_are_the_same() -> None:
    assert {drift.drift for drift in drifts(*dict(BEFORE.columns))} == {Drift.SAME}


def test_one_column_that_moved_moves_no_other() -> None:
    found = drifts("Kode", "Nama", "Kota", "Grup", "Ket", "No. HP")
    assert [drift.now for drift in found if drift.drift is Drift.MOVED] == ["No. HP"]


def test_another_spelling_and_another_word_of_the_same_meaning_are_renamed() -> None:
    assert (Drift.RENAMED, "No. HP", "No HP") in kinds(drifts("Kode", "Nama", "No HP", "Kota", "Grup", "Ket"))
    assert (Drift.RENAMED, "No. HP", "Ponsel") in kinds(drifts("Kode", "Nama", "Ponsel", "Kota", "Grup", "Ket"))


def test_new_and_gone_columns_are_told_with_their_targets() -> None:
    found = drifts("Kode", "Nama", "No. HP", "Kota", "Ket", "Email")
    assert HeaderDrift(Drift.NEW, "", "Email", "email") in found
    assert found[-1] == HeaderDrift(Drift.GONE, "Grup", "", "segment")


def test_what_the_steward_chose_goes_with_a_renamed_column() -> None:
    found = drifts("Kode", "Nama", "Ponsel", "Kota", "GRUP", "Ket")
    carried = carried_over(BEFORE, found)
    assert carried.target_of("GRUP") == "segment"
    assert carried.target_of("Ponsel") == "phone"
    assert carried.key_column == "Kode"
