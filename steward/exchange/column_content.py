"""What the cells of a column look like: shares of shapes that support, contradict or replace what its header says."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.short_answers import plain_answer, sex_codes, yes_no_codes
from steward.exchange.cell_shapes import MONTH_OF_YEAR, Shape, shapes_of, tell_something
from steward.exchange.cell_words import is_filler, known_titles
from steward.exchange.targets import REFUSED, ColumnRule

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from steward.exchange.raw_rows import CellColumn


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """Counts and shares (0..1, of the filled sample cells) of one column."""

    rows: int
    filled: int
    distinct: int
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
#: So many letters of a cell tell what it is; some patterns take very long over cells that somebody filled with a book.
_LOOKED_AT = 200
_EXAMPLES = 3
_MARITAL_CODE = re.compile(r"[smdwkbj]|bk|bm|ch|cm|tk|kw|k[0-3]|tk[0-3]", re.IGNORECASE)
_NOT_DIGIT = re.compile(r"\D")
_SHORT_CODE = re.compile(r"[A-Z]{2,5}[-_./ ]?\d{3,10}", re.IGNORECASE)


def profile_column(column: CellColumn) -> ColumnProfile:
    """The profile of a column, its shapes judged by a sample spread over all rows."""
    texts = list(map(str.strip, column.distinct))
    has_text = np.fromiter(map(bool, texts), np.bool_, len(texts))
    tells = np.array(tell_something(texts), np.bool_)
    filled, told = np.flatnonzero(has_text[column.codes]), np.flatnonzero(tells[column.codes])
    spread = told[:: max(1, len(told) // _SAMPLE)][:_SAMPLE].tolist()
    seen = [column[place].strip()[:_LOOKED_AT] for place in spread]
    sample = [text for text in seen if not is_filler(text)] or seen
    counts: dict[Shape, int] = {}
    for text in sample:
        for shape in shapes_of(text):
            counts[shape] = counts.get(shape, 0) + 1
    shares = {shape: count / len(sample) for shape, count in counts.items()}
    shares[Shape.YES_NO] = max(shares.get(Shape.YES_NO, 0.0), _read_by_others(sample, yes_no_codes))
    return ColumnProfile(
        rows=len(column),
        filled=len(filled),
        distinct=len(texts if texts == column.distinct else set(texts)) - (not all(texts)),
        examples=tuple(dict.fromkeys(column[place].strip() for place in (*told[:50].tolist(), *filled[:50].tolist())))[
            :_EXAMPLES
        ],
        shares=shares,
        sample=tuple(sample),
    )


#: A header is not believed when fewer than ``_SUPPORT`` of the cells fit what it promises.
_SUPPORT = 0.25
_NO_PLACES = (Shape.ADDRESS, Shape.GENDER, Shape.EMAIL, Shape.DATE)
#: Neither a NIK cut short nor a mobile number.
_FOREIGN_NUMBER = re.compile(r"[1-79]\d{6,8}|\d{6}-\d{2}-\d{4}")
_GREETING = re.compile(
    r"(dear|hi|hello|dearest|yth|liebe[rs]?|sehr geehrte[rs]?|cher|ch[eè]re|estimad[oa]|querid[oa]|car[oa]|gentile"
    r"|egregio|beste|geachte|kære|hej|szanown[ya]|drog[ia]|vážen[ýá]|mil[ýá]|sayın|уважаем(ый|ая))\b.*",
    re.IGNORECASE,
)
_FEW_CHOICES, _FEW_TITLES = 12, 0.2
#: So far apart, at most, are numbers that are given out one after the other.
_STEP = 100
#: Poland's tax number, which is called as an employee's number is in Indonesia; its last digit checks the others.
_NIP = re.compile(r"(PL[ -]?)?(\d{3}-\d{3}-\d{2}-\d{2}|\d{3}-\d{2}-\d{2}-\d{3}|\d{10})", re.IGNORECASE)
_NIP_WEIGHTS, _NIP_MODULUS = (6, 5, 7, 2, 3, 4, 5, 6, 7), 11
#: Numbers of persons in Indonesia, or what a spreadsheet made of them; those of other countries are longer or shorter.
_LIKE_NIK = re.compile(r"\W*(\d\W*){16}|\d[.,]\d+E\+?1[56]", re.IGNORECASE)
_INITIALS, _NO_DIGITS = re.compile(r"([^\W\d_][. -]*){1,4}"), re.compile(r"(?=.*[^\W\d_])\D+")
_MIXED = re.compile(r"(?=.*\d.*\d)(?=.*[A-Z].*[A-Z])[A-Z\d]{9,18}")
#: "Rp 1.500.000"
_MONEY = r"([A-Za-z]{1,3}\.?|[$€£¥])? ?"
_ROUND = re.compile(rf"{_MONEY}\d[\d.,]*00([.,]00)?")
_GROUPED = re.compile(rf"{_MONEY}\d{{1,3}}([.,]\d{{3}})+")
_DECIMAL = re.compile(r"[^\d-]*\d+[.,]\d{1,2}")
_SHORTEST_SUM = 4
_DOCUMENT, _MOSTLY = 7, 0.8
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_COUNTRY_CODE, _CLASS_AT_SCHOOL = re.compile("[A-Z]{2}"), re.compile(r"\d{1,2}[-. ]?[A-H]", re.IGNORECASE)
#: Days from 1927 to 2064, and from 2000 to 2036, as a spreadsheet counts them.
_DAY_COUNT, _RECENT_DAY_COUNT = re.compile(r"[1-5]\d{4}([.,]\d+)?"), re.compile(r"(3[6-9]|4\d)\d{3}([.,]\d+)?")
_FEW_PEOPLE, _MANY_ROWS = 0.1, 30
#: One job in so many rows is none; so many kinds of them are no salutations that nobody knows.
_MANY_SAME, _FEWEST_JOBS = 10, 3
_LENGTHS_OF_NPWP = (15, 16)
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_LINK = re.compile(r"[\w-]+[./]\w|@\w")
#: "12345-6789" is one with its second part.
_LONGEST_POSTCODE = 11
_EXPECTED: dict[str, Callable[[ColumnProfile], float]] = {
    "name": lambda column: column.share(Shape.LETTERS) - column.share(Shape.CODE),
    "given_name": lambda column: column.share(Shape.LETTERS) + _matching(column, _INITIALS),
    "family_name": lambda column: column.share(Shape.LETTERS),
    "organization": lambda column: column.share(Shape.LETTERS) - _kinds_and_codes(column),
    "contact_person": lambda column: column.share(Shape.LETTERS) - column.share(Shape.EMAIL) - column.share(Shape.CODE),
    "nik": lambda column: _matching(column, _LIKE_NIK),
    "npwp": lambda column: _long_numbers(column) + _mixed(column),
    "family_card": lambda column: _long_numbers(column),
    **dict.fromkeys(
        ("other_id", ColumnRule.ID_NUMBER),
        lambda column: (
            0.0 if are_amounts(column) else _long_numbers(column) + column.share(Shape.CODE) + _mixed(column)
        ),
    ),
    "title": lambda column: _titles(column) + _matching(column, _GREETING),
    "occupation": lambda column: 0.0 if column.distinct == 1 and column.filled >= _MANY_SAME else 1.0,
    "handle": lambda column: 0.0 if is_of_few(column) else 1.0,
    "phone": lambda column: (
        column.share(Shape.MANY_DIGITS) - column.share(Shape.NIK) - column.share(Shape.DATE) - _matching(column, _GUID)
    ),
    "email": lambda column: column.share(Shape.EMAIL),
    "website": lambda column: sum(1 for cell in column.sample if _LINK.search(cell)) / max(1, len(column.sample)),
    "birth_date": lambda column: column.share(Shape.DATE) + _matching(column, _DAY_COUNT),
    "last_activity": lambda column: column.share(Shape.DATE) + _recent_day_counts(column) + _months(column),
    "first_seen": lambda column: (
        column.share(Shape.DATE) + _recent_day_counts(column) + _years(column) + _months(column)
    ),
    ColumnRule.BIRTH_PLACE_AND_DATE: lambda column: column.share(Shape.PLACE_AND_DATE),
    "gender": lambda column: column.share(Shape.GENDER) + _read_by_others(column.sample, sex_codes),
    "marital_status": lambda column: column.share(Shape.MARITAL) + _marital_codes(column),
    "customer_type": lambda column: column.share(Shape.CUSTOMER_TYPE),
    "account_number": lambda column: column.share(Shape.MANY_DIGITS) + column.share(Shape.CODE) - _cents(column),
    "revenue": lambda column: column.share(Shape.NUMBER),
    "cost": lambda column: column.share(Shape.NUMBER),
    "products": lambda column: (
        1
        - column.share(Shape.DATE)
        - column.share(Shape.YES_NO)
        - _counts(column)
        - are_amounts(column)
        - _deposits(column)
    ),
    "country": lambda column: _matching(column, _NO_DIGITS),
    **dict.fromkeys(
        ("village", "district", "city"),
        lambda column: 1 - max(*map(column.share, (*_NO_PLACES, Shape.NUMBER)), _matching(column, _COUNTRY_CODE)),
    ),
    "province": lambda column: 1 - max(map(column.share, _NO_PLACES)),
    "postcode": lambda column: _short_with_digits(column),
    "segment": lambda column: 1 - _matching(column, _CLASS_AT_SCHOOL),
    "channel": lambda column: 1.0 if column.distinct <= max(_FEW_CHOICES, column.filled / 2) else 0.0,
    "purchases": lambda column: column.share(Shape.NUMBER) - max(_thousands(column), _cents(column)),
    **dict.fromkeys(
        (*REFUSED, *REFUSED.values()),
        lambda column: 1 - column.share(Shape.DATE) - column.share(Shape.MANY_DIGITS),
    ),
    ColumnRule.ID_TYPE: lambda column: column.share(Shape.ID_TYPE),
    "address": lambda column: column.share(Shape.LETTERS),
}


def contradicts(target: str, column: ColumnProfile) -> bool:
    """Whether the cells can't be what a target asks for; an empty column or a single cell contradicts nothing."""
    expected = _EXPECTED.get(target)
    return expected is not None and column.filled > 1 and bool(column.sample) and expected(column) < _SUPPORT


def proves(target: str, column: ColumnProfile) -> bool:
    """Whether the cells look like a target that its header only hints at."""
    if target == "name":
        return column.share(Shape.PERSON_WORDS) >= 0.7 and column.distinct >= 0.3 * column.filled > 0
    if target == "npwp":
        lengths = [len(_NOT_DIGIT.sub("", cell)) for cell in column.sample]
        return sum(map(_LENGTHS_OF_NPWP.__contains__, lengths)) >= 0.85 * len(lengths)
    return column.share(Shape.DATE) >= 0.85


def _titles(column: ColumnProfile) -> float:
    """How likely few words over and over are salutations: some of them are known, or they are too few to tell."""
    if column.distinct > max(_FEW_CHOICES, _FEW_TITLES * column.filled):
        return 0.0
    known = known_titles()
    said = sum(1 for cell in column.sample if not known.isdisjoint(_NOT_LETTERS.split(cell.casefold())))
    return 1.0 if column.distinct <= _FEWEST_JOBS else said / max(1, len(column.sample))


def _long_numbers(column: ColumnProfile) -> float:
    """How many cells are of many digits that are no day."""
    return column.share(Shape.MANY_DIGITS) - column.share(Shape.DATE)


def are_round(column: ColumnProfile) -> bool:
    """Round numbers are money, however different they are."""
    return sum(1 for cell in column.sample if _ROUND.fullmatch(cell)) > 0.5 * len(column.sample)


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


def _matching(column: ColumnProfile, pattern: re.Pattern[str]) -> float:
    return sum(1 for cell in column.sample if pattern.fullmatch(cell)) / max(1, len(column.sample))


def _read_by_others(sample: Sequence[str], codes: Callable[[Collection[str]], dict[str, bool | None]]) -> float:
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


def _mixed(column: ColumnProfile) -> float:
    """How many cells mix letters and digits, as numbers of other countries' documents do: "PLEPD3413A"."""
    return _matching(column, _MIXED)


def _counts(column: ColumnProfile) -> float:
    """How many cells are numbers small enough to count something."""
    return max(0.0, column.share(Shape.NUMBER) - _thousands(column))


def _deposits(column: ColumnProfile) -> float:
    """1.0 where many cells are documents, which are left with somebody and not bought: "KTP", "SIM C"."""
    return float(column.share(Shape.ID_TYPE) >= _SUPPORT)


def _kinds_and_codes(column: ColumnProfile) -> float:
    """How many cells are codes, or say of which kind somebody is instead of who."""
    return column.share(Shape.CODE) + column.share(Shape.CUSTOMER_TYPE)


def _marital_codes(column: ColumnProfile) -> float:
    """How many cells are short for being single, married, divorced or widowed."""
    return _matching(column, _MARITAL_CODE)


def _thousands(column: ColumnProfile) -> float:
    """How many cells are too large for a count of what a customer did."""
    return sum(1 for cell in column.sample if len(_NOT_DIGIT.sub("", cell)) > 4) / max(1, len(column.sample))


def _cents(column: ColumnProfile) -> float:
    """How many cells are of parts of a whole, as nothing that is counted is."""
    return _matching(column, _DECIMAL)


def are_decimals(column: ColumnProfile) -> bool:
    """Whether the cells are numbers with parts of a whole."""
    return 2 * sum(1 for cell in column.sample if _DECIMAL.fullmatch(cell)) > len(column.sample)


def is_of_few(column: ColumnProfile) -> bool:
    """Whether many rows have the same few values."""
    return column.filled >= _MANY_ROWS and column.distinct <= _FEW_PEOPLE * column.filled


def are_counts(column: ColumnProfile) -> bool:
    """Whether the cells are small whole numbers, as of how often something was done."""
    return bool(column.sample) and all(cell.isdecimal() and len(cell) < _SHORTEST_SUM for cell in column.sample)


def short_codes(column: ColumnProfile) -> float:
    """How many cells are numbers behind some letters, shorter than those of a person's document."""
    return _matching(column, _SHORT_CODE)


def _short_with_digits(column: ColumnProfile) -> float:
    """How many cells can be postcodes of any country."""
    fitting = (cell for cell in column.sample if len(cell) <= _LONGEST_POSTCODE and any(map(str.isdigit, cell)))
    return sum(1 for _ in fitting) / max(1, len(column.sample))


def foreign_numbers(column: ColumnProfile) -> float:
    """How many cells are numbers of persons' documents of other countries: of few digits, and no phones."""
    return _matching(column, _FOREIGN_NUMBER)


def _recent_day_counts(column: ColumnProfile) -> float:
    """How many cells are days of this century as a spreadsheet counts them, unless they are sums of money."""
    return 0.0 if are_amounts(column) else _matching(column, _RECENT_DAY_COUNT)


def _months(column: ColumnProfile) -> float:
    """How many cells are a month of a year: "Jun-2020", "06/2021"."""
    return _matching(column, MONTH_OF_YEAR)


def _years(column: ColumnProfile) -> float:
    return 1.0 if all(re.fullmatch(r"(19|20)\d{2}", example) for example in column.examples) else 0.0
