"""Small lists of which the columns are guessed."""

from __future__ import annotations

from steward.exchange.mapping import ColumnGuess, guess_mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.tables import RawTable

NAMES = ("Budi Santoso", "Siti Aminah", "Agus Salim", "Dewi Lestari", "Rina Wati", "Tono Hartono")
PHONES = ("081234567001", "0812-3456-7002", "+6281234567003", "6281234567004", "", "08123456706")
FAMILIES = ("Santoso", "Wati", "Salim", "Lestari", "Hartono", "Wijaya")
NIKS = ("3171011203800001", "3273025504850002", "3578010101900003", "3404016808770004", "", "1271022202950006")
EMAILS = tuple(f"{name.split()[0].lower()}@example.com" for name in NAMES)
BIRTHS = ("17/08/1985", "03/12/1961", "21/04/1999", "09/09/1974", "30/01/1968", "12/06/1990")


def table(**columns: tuple[str, ...]) -> RawTable:
    """A list of columns given top to bottom; an underscore in a name is a blank."""
    rows = [RawRow(number, cells) for number, cells in enumerate(zip(*columns.values(), strict=True), start=2)]
    return RawTable("list.csv", "", 1, tuple(name.replace("_", " ") for name in columns), RawRows.of(rows))


def guesses(found: RawTable) -> dict[str, ColumnGuess]:
    """What each column of a list is taken for, by its header."""
    return {guess.header: guess for guess in guess_mapping(found)[1]}


def codes(count: int = 6) -> tuple[str, ...]:
    """Numbers of customers, one for each row."""
    return tuple(f"C-{number:04}" for number in range(1, count + 1))


def numbers(count: int = 6) -> tuple[str, ...]:
    """Running numbers, one for each row."""
    return tuple(str(number) for number in range(1, count + 1))


STREETS = tuple(f"Jl. Melati No. {number}" for number in numbers())
MANY = tuple(f"{given} {family}" for given in ("Budi", "Siti", "Agus", "Dewi", "Rina", "Tono") for family in FAMILIES)
