"""Keys of several columns: named, guessed, and joined so that no two rows share a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.domain.errors import MappingError
from steward.domain.source_keys import key_headers, key_name, key_text
from steward.exchange.mapping import GuessReason, Mapping, check_mapping, guess_mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.row_mapper import RowMapper
from steward.exchange.tables import RawTable

NAMES = ("Budi Santoso", "Siti Aminah", "Agus Salim", "Dewi Lestari")
BRANCHES = ("JKT", "JKT", "BDG", "BDG")
NUMBERS = ("1", "2", "1", "2")


def table(**columns: tuple[str, ...]) -> RawTable:
    """A list of columns given top to bottom; an underscore in a name is a blank."""
    rows = [RawRow(number, cells) for number, cells in enumerate(zip(*columns.values(), strict=True), start=2)]
    return RawTable("list.csv", "", 1, tuple(name.replace("_", " ") for name in columns), RawRows.of(rows))


@pytest.mark.parametrize(
    ("name", "headers", "meant"),
    [
        ("Cabang+No", ("Cabang", "No", "Nama"), ("Cabang", "No")),
        ("Cabang + No", ("Cabang", "No"), ("Cabang", "No")),
        ("A+B", ("A", "B", "A+B"), ("A+B",)),
        ("A+B+C", ("A+B", "C"), ("A+B", "C")),
        ("A+B+C", ("A", "B+C"), ("A", "B+C")),
        ("A+B+C", ("A", "B", "C"), ("A", "B", "C")),
        ("A+A", ("A", "B"), ()),
        ("A+X", ("A", "B"), ()),
        ("", ("A",), ()),
        ("+", ("A",), ()),
    ],
)
def test_a_key_name_means_columns_and_a_header_with_a_plus_wins(
    name: str, headers: tuple[str, ...], meant: tuple[str, ...]
) -> None:
    assert key_headers(name, headers) == meant


@given(st.lists(st.text("a+\\ ", min_size=1), min_size=2, max_size=3), st.data())
def test_different_cells_never_make_the_same_key(cells: list[str], data: st.DataObject) -> None:
    others = data.draw(st.lists(st.text("a+\\ ", min_size=1), min_size=len(cells), max_size=len(cells)))
    if key_text(cells) and key_text(cells) == key_text(others):
        assert [cell.strip() for cell in cells] == [cell.strip() for cell in others]


def test_a_key_that_lacks_a_part_is_no_key_and_one_column_stays_as_it_is_written() -> None:
    assert key_text(("JKT", " ")) == ""
    assert key_text((" A+1 ",)) == "A+1"


def test_a_branch_and_the_number_counted_in_it_are_guessed_as_the_key() -> None:
    mapping, found = guess_mapping(table(Nama=NAMES, Cabang=BRANCHES, No=NUMBERS))
    assert mapping.key_column == "Cabang+No"
    assert [guess.reason for guess in found[1:]] == [GuessReason.KEY_PAIR] * 2
    rows = table(Nama=NAMES, Cabang=BRANCHES, No=NUMBERS)
    assert [RowMapper(mapping, rows).key_cell(row) for row in rows.rows] == ["JKT+1", "JKT+2", "BDG+1", "BDG+2"]


def test_a_pair_that_repeats_or_lacks_a_cell_is_no_key() -> None:
    assert guess_mapping(table(Nama=NAMES, No=("1", "1", "1", "2"), Cabang=BRANCHES))[0].key_column == ""
    assert guess_mapping(table(Nama=NAMES, No=("1", "", "1", "2"), Cabang=BRANCHES))[0].key_column == ""


def test_a_single_key_column_is_preferred_to_a_pair() -> None:
    found = table(Kode_Pelanggan=("C1", "C2", "C3", "C4"), Cabang=BRANCHES, No=NUMBERS, Nama=NAMES)
    assert guess_mapping(found)[0].key_column == "Kode Pelanggan"


def test_a_named_pair_is_found_in_any_spelling_and_refused_when_a_part_is_missing() -> None:
    found = table(Cabang=BRANCHES, No=NUMBERS, Nama=NAMES)
    assert guess_mapping(found, key="cabang + NO")[0].key_column == "Cabang+No"
    with pytest.raises(MappingError, match='no column "Cabang\\+Kode"'):
        guess_mapping(found, key="Cabang+Kode")


def test_every_column_of_a_key_may_be_mapped_to_it() -> None:
    found = table(Cabang=BRANCHES, No=NUMBERS, Nama=NAMES)
    columns = (("Cabang", "source_key"), ("No", "source_key"), ("Nama", "name"))
    check_mapping(Mapping(key_name(("Cabang", "No")), columns), found)
    with pytest.raises(MappingError, match="name only one"):
        check_mapping(Mapping("No", columns), found)
