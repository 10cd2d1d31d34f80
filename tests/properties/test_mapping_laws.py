"""Laws of mapping: how a list is sorted says nothing of its columns, and rows are the same mapped one by one."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from steward.exchange.columns.column_types import infer_types
from steward.exchange.columns.guessing import guess_columns
from steward.exchange.mapping import Mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.tables import RawTable
from steward.exchange.targets import ColumnRule
from steward.standardize.values import ColumnHints
from steward.workspace.lists.keyed_rows import KeyedRows
from steward.workspace.lists.row_maker import RowMaker

if TYPE_CHECKING:
    from steward.domain.attributes import AttributeType
    from steward.domain.records import DeliveredRow

#: (target, what its cells may hold): some targets have several columns.
CELLS = (
    ("name", ("", " ", "Budi Santoso", "PT Maju Jaya (Budi Santoso)", "Budi Santoso / PT Maju Jaya", "Siti")),
    ("given_name", ("", "Siti", "Budi ")),
    ("family_name", ("", "Aminah")),
    ("phone", ("", "081234567890", "0812-3456-7890 / 0813 2211 4090", "siti@example.com", "0812, 0812", "-")),
    ("email", ("", "siti@example.com", "a@example.com; b@example.com", "081234567890", "a@example.com, a@example.com")),
    ("nik", ("", "3174012345670001", "0812 3456 7890", "?")),
    ("organization", ("", "PT Maju Jaya", "CV Abadi")),
    ("address", ("", "Jl. Melati No. 5, Kel. Cikini, Jakarta Pusat 10330", "Jl. Melati 5")),
    ("city", ("", "Jakarta", "\u00a0")),
    ("postcode", ("", "10330")),
    ("phone", ("", " ", "081234567890", "0813 2211 4090, 0812", "siti@example.com")),
    ("name", ("", "Budi Santoso", "Siti")),
    ("address", ("", " ", "Jl. Melati 5", "Blok C")),
    ("rt", ("", " ", "001", "1 ")),
    ("rw", ("", "015")),
)
#: What no row fills changes no row, but a list with a rule that takes cells apart is mapped one row at a time.
EMPTY = "Empty"
ROWS = st.tuples(*(st.sampled_from(cells) | st.text(max_size=12) for _, cells in CELLS))


def made(rows: list[tuple[str, ...]], targets: list[str], rule: ColumnRule) -> list[tuple[DeliveredRow, list[str]]]:
    """The rows as stored, the columns mapped to these targets and the empty one to the rule."""
    headers = (*(f"Column {at}" for at in range(len(targets))), EMPTY)
    cells = [(*row, "") for row in rows]
    table = RawTable("list.csv", "", 1, headers, RawRows.of(RawRow(at, row) for at, row in enumerate(cells)))
    mapping = Mapping("", tuple(zip(headers, (*targets, rule), strict=True)))
    numbers = list(range(len(cells)))
    keyed = KeyedRows(
        [str(number) for number in numbers], [], numbers, [list(column) for column in zip(*cells, strict=True)]
    )
    found = RowMaker(table, mapping, {}, ColumnHints(), frozenset(), None).made(keyed)
    return [(row, list(row.values)) for row in found.rows()]


@given(st.lists(ROWS, min_size=1, max_size=8), st.permutations(range(len(CELLS))), st.integers(0, len(CELLS)))
@example([tuple(cells[1] for _, cells in CELLS), tuple(cells[-1] for _, cells in CELLS)], list(range(len(CELLS))), 0)
def test_rows_and_their_fingerprints_are_those_of_rows_mapped_one_by_one(
    rows: list[tuple[str, ...]], order: list[int], unmapped: int
) -> None:
    ordered = [tuple(row[place] for place in order) for row in rows]
    targets = ["" if at < unmapped else CELLS[place][0] for at, place in enumerate(order)]
    by_column = made(ordered, targets, ColumnRule.UNMAPPED)
    assert by_column == made(ordered, targets, ColumnRule.ID_NUMBER)


@given(st.lists(ROWS, min_size=1, max_size=8))
def test_a_row_is_the_same_whatever_rows_stand_beside_it(rows: list[tuple[str, ...]]) -> None:
    targets = [target for target, _ in CELLS]
    alone = [made([row], targets, ColumnRule.UNMAPPED)[0][0].content_hash for row in rows]
    assert [row.content_hash for row, _ in made(rows, targets, ColumnRule.UNMAPPED)] == alone


#: More rows than are looked at of any column, sorted: what stands in the first two thirds stands nowhere else.
LONG = [
    *((f"Budi Santoso {at}", "", f"ann{at}@mail.com", f"{40000 + at}", "Lyon") for at in range(2000)),
    *((f"PT Maju Jaya {at}", f"08123456{at:04}", "", f"{at}", "Jl. Melati No. 5") for at in range(1000)),
]


@settings(max_examples=4)
@given(st.integers(0, 1000))
def test_how_a_long_list_is_sorted_does_not_change_what_its_columns_are(seed: int) -> None:
    headers = ("A", "Telp", "Kontak", "Code", "Kota")

    def read(rows: list[tuple[str, ...]]) -> tuple[list[str], list[AttributeType | None]]:
        table = RawTable("list.csv", "", 1, headers, RawRows.of(RawRow(at, row) for at, row in enumerate(rows)))
        _, guesses = guess_columns(table)
        return [guess.target for guess in guesses], infer_types([(name, table.column(name)) for name in headers])

    assert read(LONG) == read(Random(seed).sample(LONG, len(LONG)))
