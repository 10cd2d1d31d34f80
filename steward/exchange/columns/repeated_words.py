"""What many cells show together once their header gave a hint: choices of a few, sums of money, earlier days."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from steward.exchange.columns.cell_shapes import Shape
from steward.exchange.columns.column_content import are_amounts, payable, share_matching

if TYPE_CHECKING:
    from steward.exchange.columns.column_content import ColumnProfile

_BETWEEN = re.compile(r"\s*[;,+&|]\s*|\s+dan\s+|\s+and\s+")
#: "Ray & Co" is one.
_LISTED = re.compile(r"[^\W\d_]\s*[;,+|]\s*[^\W_]")
#: "Excavator x4": how many of it.
_HOW_MANY = re.compile(r"\s*\b(x\s?\d{1,3}|\d{1,2}\s?x)$", re.IGNORECASE)
_NOT_DIGIT = re.compile(r"\D")
_BLOOD, _ONLY_BLOOD = re.compile(r"(a|b|o|ab) ?[+-]?"), frozenset({"o", "o+", "o-", "ab+", "a+", "b+"})
_HOW_LONG = re.compile(
    r"\d+([.,]\d+)? ?(hari|hr|minggu|mgg|bulan|bln|tahun|thn|th|jam|menit|days?|weeks?|months?|years?|hours?|minutes?)",
    re.IGNORECASE,
)
#: A word of several letters and, apart from it, a figure.
_MEASURED = re.compile(r"[^\W\d_]{3,}.*[\s-](?=\S*\d)[\w.,/]+")
#: "BDG-04": a branch by the letters of its town.
_PLACE = re.compile(r"[A-Z]{3}-\d{1,3}")
_FIRST_WORD = re.compile(r"[^\W\d_]{3,}")
_DECIMAL = re.compile(r"\d+[.,]\d{2}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}")
_MOST_CHOICES, _REPEATED, _LONGEST = 12, 0.4, 4
_LETTERS, _HALF, _NEARLY_ALL = 0.7, 0.5, 0.85
_FEWEST_KINDS, _SOME_MEASURED = 2, 0.3
_FEWEST_GRADES, _MOST_GRADES, _LONGEST_COUNT = 3, 20, 4
#: Nobody's last visits lie so many years apart.
LONG_BACK = 7
_SEVERAL, _LONGEST_OF_SEVERAL, _FEW_LONG = 0.15, 3, 0.1


def are_choices(column: ColumnProfile) -> bool:
    """Whether cells are made of few different short phrases, one or several in each."""
    if not column.sample or max(map(column.share, (Shape.YES_NO, Shape.DATE, Shape.NUMBER))) > _HALF:
        return False
    if share_matching(column, _HOW_LONG) > _HALF:
        return False
    pieces = [_HOW_MANY.sub("", piece).casefold() for cell in column.sample for piece in _BETWEEN.split(cell) if piece]
    is_short = median(len(piece.split()) for piece in pieces) <= _LONGEST if pieces else False
    is_few = len(set(pieces)) <= max(_MOST_CHOICES, _REPEATED * len(pieces))
    return is_short and is_few and column.share(Shape.LETTERS) >= _LETTERS


def are_lists(column: ColumnProfile) -> bool:
    """Whether cells are choices, and many of them hold several: "Granit; Semen", "Router x2"."""
    several = sum(1 for cell in column.sample if _LISTED.search(cell) or _HOW_MANY.search(cell))
    if several < _SEVERAL * len(column.sample) or not are_choices(column):
        return False
    pieces = [piece for cell in column.sample for piece in _BETWEEN.split(cell)]
    return sum(1 for piece in pieces if len(piece.split()) > _LONGEST_OF_SEVERAL) <= _FEW_LONG * len(pieces)


def are_wares(column: ColumnProfile) -> bool:
    """Whether choices are of several kinds, many with a figure of their own: "Ruko 2 lt", "Oakley OX8046"."""
    if not are_choices(column):
        return False
    measured = {cell.casefold() for cell in column.sample if _MEASURED.search(cell) and not _PLACE.fullmatch(cell)}
    # "Tower A 12" and "Tower B 3" are places of one kind.
    kinds = {found[0] for text in measured if (found := _FIRST_WORD.search(text))}
    said = sum(1 for cell in column.sample if cell.casefold() in measured)
    return len(kinds) >= _FEWEST_KINDS and said >= _SOME_MEASURED * len(column.sample)


def are_grades(column: ColumnProfile) -> bool:
    """Whether a few short words, letters or numbers stand again and again, and are no blood groups."""
    is_few = column.distinct <= max(_FEWEST_GRADES, min(_MOST_GRADES, _REPEATED * column.filled))
    if not is_few or max(map(column.share, (Shape.YES_NO, Shape.DATE, Shape.MANY_DIGITS))) > _HALF:
        return False
    different = {cell.casefold() for cell in column.sample}
    is_blood = all(map(_BLOOD.fullmatch, different)) and not different.isdisjoint(_ONLY_BLOOD)
    return not is_blood and median(len(cell.split()) for cell in column.sample) <= _LONGEST


def are_money(column: ColumnProfile) -> bool:
    """Whether the cells are numbers of the size or the form of money."""
    large = sum(1 for cell in column.sample if len(_NOT_DIGIT.sub("", cell)) > _LONGEST_COUNT)
    are_numbers = payable(column) >= _NEARLY_ALL
    return are_numbers and (are_sums(column) or large > _HALF * len(column.sample))


def are_prices(column: ColumnProfile) -> bool:
    """Whether a few round numbers of the size of money in rupiah stand again and again, as of fees and prices."""
    long = sum(1 for cell in column.sample if len(_NOT_DIGIT.sub("", cell)) > _LONGEST_COUNT)
    return are_amounts(column) and long >= _NEARLY_ALL * len(column.sample)


def are_sums(column: ColumnProfile) -> bool:
    """Whether numbers are of money: round, with their thousands set apart, or with cents."""
    return are_amounts(column) or share_matching(column, _DECIMAL) > _HALF


def is_before(column: ColumnProfile, other: ColumnProfile) -> bool:
    """Whether the days of a column lie in earlier years than those of another, on the whole."""
    years, others = _years(column), _years(other)
    return bool(years and others) and median(years) < median(others)


def years_apart(column: ColumnProfile) -> int:
    """How many years lie between the first and the last day of a column."""
    years = _years(column)
    return max(years) - min(years) if years else 0


def _years(column: ColumnProfile) -> list[int]:
    return [int(found[0]) for cell in column.sample if (found := _YEAR.search(cell))]
