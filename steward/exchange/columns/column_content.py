"""What the cells of a column look like: shares of shapes, and what they are told by together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.short_answers import plain_answer, yes_no_codes
from steward.exchange.columns.cell_shapes import Shape, shapes_of, tell_something
from steward.exchange.columns.cell_words import is_filler
from steward.exchange.raw_rows import spread_evenly

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from steward.exchange.raw_rows import CellColumn


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """Counts and shares (0..1, of the filled sample cells) of one column.

    ``told``: how many cells say something, and ``different`` how many different things; broken formulas do not.
    """

    rows: int
    filled: int
    distinct: int
    told: int
    different: int
    examples: tuple[str, ...]
    shares: dict[Shape, float]
    sample: tuple[str, ...] = ()

    def share(self, shape: Shape) -> float:
        """How many of the looked-at cells have this shape."""
        return self.shares.get(shape, 0.0)

    @property
    def is_unique(self) -> bool:
        """Every row has a value and no value comes twice."""
        return self.rows > 0 and self.filled == self.rows == self.distinct


_SAMPLE = 400
#: So many rows, spread evenly, tell whether a column is of firms or people.
_ROWS_LOOKED_AT = 2000
#: So many letters of a cell tell what it is; some patterns take very long over cells that somebody filled with a book.
_LOOKED_AT = 200
_EXAMPLES = 3
_NOT_DIGIT = re.compile(r"\D")
_SHORT_CODE = re.compile(r"[A-Z]{2,5}[-_./ ]?\d{3,10}|[A-Z]\d{6,8}", re.IGNORECASE)
#: Neither a NIK cut short nor a mobile number.
_FOREIGN_NUMBER = re.compile(r"[1-79]\d{6,8}|\d{6}-\d{2}-\d{4}")
_FEW_CHOICES = 12
#: So far apart, at most, are numbers that are given out one after the other.
_STEP = 100
#: Poland's tax number, which is called as an employee's number is in Indonesia; its last digit checks the others.
_NIP = re.compile(r"(PL[ -]?)?(\d{3}-\d{3}-\d{2}-\d{2}|\d{3}-\d{2}-\d{2}-\d{3}|\d{10})", re.IGNORECASE)
_NIP_WEIGHTS, _NIP_MODULUS = (6, 5, 7, 2, 3, 4, 5, 6, 7), 11
#: "Rp 1.500.000"
_MONEY = r"([A-Za-z]{1,3}\.?|[$€£¥])? ?"
_ROUND = re.compile(rf"{_MONEY}\d[\d.,]*00([.,]00)?")
_GROUPED = re.compile(rf"{_MONEY}\d{{1,3}}([.,]\d{{3}})+")
_DECIMAL = re.compile(r"[^\d-]*\d+[.,]\d{1,2}")
_SHORTEST_SUM = 4
#: Nobody pays so much, or writes zeros in front of it.
_NO_SUM = re.compile(r"0\d{9,}|\d{16,}")
_DOCUMENT, _MOSTLY = 7, 0.8
_FEW_PEOPLE, _MANY_ROWS = 0.1, 30


def profile_column(column: CellColumn) -> ColumnProfile:
    """The profile of a column, its shapes judged by a sample spread over all rows."""
    texts = list(map(str.strip, column.distinct))
    has_text = np.fromiter(map(bool, texts), np.bool_, len(texts))
    tells = np.array(tell_something(texts), np.bool_)
    filled, told = np.flatnonzero(has_text[column.codes]), np.flatnonzero(tells[column.codes])
    seen = [cell.strip()[:_LOOKED_AT] for cell in column.at(told[spread_evenly(len(told), _SAMPLE)])]
    sample = [text for text in seen if not is_filler(text)] or seen
    counts: dict[Shape, int] = {}
    for text in sample:
        for shape in shapes_of(text):
            counts[shape] = counts.get(shape, 0) + 1
    shares = {shape: count / len(sample) for shape, count in counts.items()}
    shares[Shape.YES_NO] = max(shares.get(Shape.YES_NO, 0.0), read_by_others(sample, yes_no_codes))
    return ColumnProfile(
        rows=len(column),
        filled=len(filled),
        distinct=len(texts if texts == column.distinct else set(texts)) - (not all(texts)),
        told=len(told),
        different=len({text for text, tell in zip(texts, tells.tolist(), strict=True) if text and tell}),
        examples=tuple(dict.fromkeys(column[place].strip() for place in (*told[:50].tolist(), *filled[:50].tolist())))[
            :_EXAMPLES
        ],
        shares=shares,
        sample=tuple(sample),
    )


def are_round(column: ColumnProfile) -> bool:
    """Round numbers are money, however different they are."""
    return share_matching(column, _ROUND) > 0.5


def are_amounts(column: ColumnProfile) -> bool:
    """Whether the cells are amounts of something: round, or with their thousands set apart.

    Numbers of one length with points in them are those of documents: "30.114.565".
    """
    grouped = [cell for cell in column.sample if _GROUPED.fullmatch(cell)]
    lengths = Counter(len(_NOT_DIGIT.sub("", cell)) for cell in grouped if "." in cell)
    is_of_one_length = any(length >= _DOCUMENT and count > _MOSTLY * len(grouped) for length, count in lengths.items())
    return are_round(column) or (len(grouped) > 0.5 * len(column.sample) and not is_of_one_length)


def are_handed_out(column: ColumnProfile) -> bool:
    """Whether numbers were given out by somebody who counts: they lie close together, wherever they begin."""
    numbers = [int(cell) for cell in column.sample if cell.isdecimal()]
    if len(numbers) < max(2, 0.9 * len(column.sample)) or column.distinct < 0.9 * column.filled:
        return False
    return max(numbers) - min(numbers) <= _STEP * column.rows


def filled_of(cells: CellColumn) -> list[str]:
    """What the filled cells of some rows say, spread over all of them."""
    looked_at = cells.at(spread_evenly(len(cells), _ROWS_LOOKED_AT))
    return [value for cell in looked_at if (value := cell.strip())]


def share_matching(column: ColumnProfile, pattern: re.Pattern[str]) -> float:
    """How many cells are as a pattern says from end to end."""
    return sum(1 for cell in column.sample if pattern.fullmatch(cell)) / max(1, len(column.sample))


def read_by_others(sample: Sequence[str], codes: Callable[[Collection[str]], dict[str, bool | None]]) -> float:
    """How many cells are letters for two opposite things, each known by what stands beside it."""
    words = [plain_answer(cell) for cell in sample]
    different = set(words)
    read = codes(different) if len(different) <= _FEW_CHOICES else {}
    both = {meaning for meaning in read.values() if meaning is not None}
    return sum(1 for word in words if read.get(word) is not None) / max(1, len(words)) if len(both) > 1 else 0.0


def nips(column: ColumnProfile) -> float:
    """How many cells are tax numbers of Poland: grouped as they are there, or with the right last digit."""
    return sum(1 for cell in column.sample if _is_nip(cell)) / max(1, len(column.sample))


def _is_nip(cell: str) -> bool:
    if not _NIP.fullmatch(cell):
        return False
    digits = [int(digit) for digit in _NOT_DIGIT.sub("", cell)]
    sum_of_all = sum(weight * digit for weight, digit in zip(_NIP_WEIGHTS, digits, strict=False))
    return "-" in cell.lstrip("PLpl -") or sum_of_all % _NIP_MODULUS == digits[-1]


def cents(column: ColumnProfile) -> float:
    """How many cells are of parts of a whole, as nothing that is counted is."""
    return share_matching(column, _DECIMAL)


def payable(column: ColumnProfile) -> float:
    """How many cells are numbers that can be of money."""
    return column.share(Shape.NUMBER) - share_matching(column, _NO_SUM)


def are_decimals(column: ColumnProfile) -> bool:
    """Whether the cells are numbers with parts of a whole."""
    return cents(column) > 0.5


def is_of_few(column: ColumnProfile) -> bool:
    """Whether many rows have the same few values."""
    return column.filled >= _MANY_ROWS and column.distinct <= _FEW_PEOPLE * column.filled


def are_counts(column: ColumnProfile) -> bool:
    """Whether the cells are small whole numbers, as of how often something was done."""
    return bool(column.sample) and all(cell.isdecimal() and len(cell) < _SHORTEST_SUM for cell in column.sample)


def short_codes(column: ColumnProfile) -> float:
    """How many cells are numbers behind some letters, shorter than those of a person's document."""
    return share_matching(column, _SHORT_CODE)


def foreign_numbers(column: ColumnProfile) -> float:
    """How many cells are numbers of persons' documents of other countries: of few digits, and no phones."""
    return share_matching(column, _FOREIGN_NUMBER)
