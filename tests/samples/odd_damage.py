"""Damages planted in the odd lists, and the lists as files."""

from __future__ import annotations

import csv
from random import Random
from typing import TYPE_CHECKING

from openpyxl import Workbook

from steward.exchange.damages import Damage
from tests.samples.odd_looks import ROWS, OddList, Truth
from tests.samples.odd_people import invent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_D = Damage
#: what a column is -> the damages that happen to such columns, and how a cell comes out of it
_HAPPENS: dict[str, tuple[tuple[Damage, Callable[[str], str]], ...]] = {
    "nik": (
        (_D.CUT_DIGITS, lambda cell: cell[:15] + "0"),
        (_D.SCIENTIFIC, lambda cell: f"{int(cell):.2E}" if cell.isdecimal() else cell),
        (_D.ERROR_CELL, lambda _: "#N/A"),
    ),
    "phone": (
        (_D.LOST_ZERO, lambda cell: cell.removeprefix("0")),
        (_D.READ_AS_NUMBER, lambda cell: cell.removeprefix("0") + ".0" if cell.isdecimal() else cell),
        (_D.SCIENTIFIC, lambda cell: f"{int(cell):.2E}" if cell.isdecimal() else cell),
        (_D.WRONG_COLUMN, lambda cell: f"kontak{cell[-4:]}@gmail.com"),
        (_D.LOOK_ALIKE, lambda cell: cell[:6] + "O" + cell[7:]),
    ),
    "name": (
        (_D.MOJIBAKE, lambda cell: cell + " JosÃ©"),
        (_D.INVISIBLE, lambda cell: cell.replace(" ", "\u00a0", 1)),
        (_D.LOOK_ALIKE, lambda cell: cell.replace("a", "\u0430", 1).replace("A", "\u0410", 1)),
        (_D.SEVERAL_CUSTOMERS, lambda cell: cell.split()[0] + " & Siti Rohana"),
        (_D.ERROR_CELL, lambda _: "#NAME?"),
        (_D.WRONG_COLUMN, lambda _: "0812-9988-7766"),
    ),
    "email": (
        (_D.WRONG_COLUMN, lambda _: "081299887766"),
        (_D.INVISIBLE, lambda cell: cell + "\u200b"),
    ),
    "npwp": ((_D.LOST_ZERO, lambda cell: cell.removeprefix("0")),),
    "account_number": ((_D.LOST_ZERO, lambda cell: cell.lstrip("0")),),
    "birth_date": ((_D.DAY_MONTH_SWAPPED, lambda cell: cell),),
    "rt_rw": ((_D.TURNED_INTO_DATE, lambda _: "2-Mar"),),
    "address": ((_D.MOJIBAKE, lambda cell: cell + " â€“ belakang"), (_D.INVISIBLE, lambda cell: "\u00a0" + cell)),
    "organization": ((_D.ERROR_CELL, lambda _: "#REF!"),),
    "city": ((_D.WRONG_COLUMN, lambda _: "40264"),),
}
_TIMES = 3
#: A spreadsheet that rounds ids rounds all that it took for numbers.
_TIMES_CUT = 40


def write_odd_list(odd: OddList, folder: Path, seed: int) -> Truth:
    """Write one list with its damages; the same seed gives the same list."""
    rng = Random(f"{seed} {odd.file_name}")
    people = invent(rng, ROWS)
    cells = [[make(one) for _, _, make in odd.columns] for one in people]
    first = len(odd.titles) + bool(odd.titles) + bool(odd.groups) + bool(odd.units) + 2
    path = folder / odd.file_name
    truth = Truth(
        path, {place: frozenset((right or " ").split(" ")) for place, (_, right, _) in enumerate(odd.columns)}
    )
    for place, (_, right, _) in enumerate(odd.columns):
        _damage(cells, place, right.split(" ")[0], truth, first, rng)
    head = [header for header, _, _ in odd.columns]
    above = [[title] for title in odd.titles] + ([[]] if odd.titles else [])
    table = [
        *above,
        *([list(odd.groups)] if odd.groups else []),
        head,
        *([list(odd.units)] if odd.units else []),
        *cells,
    ]
    if odd.footer:
        table += [[], list(odd.footer)]
    _write(path, table, odd.delimiter)
    return truth


def _damage(cells: list[list[str]], place: int, target: str, truth: Truth, first: int, rng: Random) -> None:
    free = list(range(len(cells)))
    rng.shuffle(free)
    for damage, broken in _HAPPENS.get(target, ()):
        for _ in range(_TIMES_CUT if damage is _D.CUT_DIGITS else _TIMES):
            row = free.pop()
            before = cells[row][place]
            after = _swapped(cells, place, row, free) if damage is _D.DAY_MONTH_SWAPPED else broken(before)
            if after and after != before:
                cells[row][place] = after
                truth.planted[place, first + row] = damage


def _swapped(cells: list[list[str]], place: int, row: int, free: list[int]) -> str:
    """A day above twelve with its month in the other order; "" where the column writes its dates otherwise."""
    for other in (row, *free):
        parts = cells[other][place].replace("-", "/").split("/")
        if len(parts) == 3 and len(parts[2]) == 4 and (int(parts[0]) > 12 or int(parts[1]) > 12):
            return "/".join((parts[1], parts[0], parts[2]))
    return ""


def _write(path: Path, table: list[list[str]], delimiter: str) -> None:
    if path.suffix == ".xlsx":
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for row in table:
            sheet.append(row)
        book.save(path)
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(table)
