"""Rows that are totals: of all customers, told by their words alone, and of a group of them, told by more than words.

"Sub Total Bandung" or "Bandung Total" could be what a customer is called, so such a row must lack what customers have
and prove itself.
"""

from __future__ import annotations

import re
from functools import cached_property
from math import isclose
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType, find_attribute
from steward.exchange.headers.keys import key_rank
from steward.exchange.headers.words import read_header
from steward.exchange.sheets.captions import Line, Look
from steward.exchange.sheets.header_rows import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steward.exchange.raw_rows import CellColumn, Mask, RawRow, RawRows

_WORD = (
    r"((grand|genel)\s*|(sub|sous)[\s-]*|zwischen|teil|end)?(total|jumlah|jml|rata\s*-?\s*rata|average|sum"
    r"|totale|totals|totaal|totaux|totales|summe|gesamt(summe)?|suma|razem|toplam|tổng(\s+(cộng|số))?|jumla"
    r"|celkem|součet|spolu|összesen|yhteensä|summa|i alt|итого|всего|всього|разом|σύνολο|الإجمالي|الاجمالي|المجموع|جمع"
    r"|סה\"כ|कुल|योग|รวม|合計|合计|总计|總計|小計|합계|총계)"
)
_SUMMARY = re.compile(
    rf"{_WORD}"
    r"(\s+(total|pelanggan|data|baris|keseluruhan|semua|customers?|records?|rows?|umum|konsumen|nasabah|member"
    r"|geral|general|général|generale|clientes?|clienti?|clients|kunden|klanten|klientów|müşteri|khách hàng))?"
    r"\s*[:=]?\s*([\d.,]+((\s+[^\W\d_]+){1,3})?)?",
    re.IGNORECASE,
)
#: How the words of a total begin, in small and capital letters.
SUMMARY_STARTS = frozenset(
    start
    for two in (
        "gr",
        "su",
        "to",
        "ju",
        "jm",
        "ra",
        "av",
        "ge",
        "tổ",
        "so",
        "zw",
        "te",
        "en",
        "ce",
        "sp",
        "ös",
        "yh",
        "i ",
        "ит",
        "вс",
        "ра",
        "σύ",
    )
    for start in (two, two.upper(), two.title(), two[0] + two[1].upper())
).union(("ال", "جم", "סה", "कु", "यो", "รว", "合計", "合计", "总计", "總計", "小計", "합계", "총계"))
_AMOUNT = re.compile(
    r"(rp\.?|idr|usd|\$|€)?\s*(-|[-(]?(0|[1-9][\d.,\s]*)([.,]\d+)?(e\+?\d+)?\)?%?(\s+[a-z]+)?)", re.IGNORECASE
)
_BEGINNING = re.compile(rf"{_WORD}\b", re.IGNORECASE)
#: Spreadsheets that make subtotals put the word behind the group.
_BEHIND_GROUP = re.compile(
    r"(?P<group>.{1,80}?)\s*[-:]?\s(sub[\s-]*)?(total|jumlah|sum|summe|ergebnis|average|rata\s*-?\s*rata|count)",
    re.IGNORECASE,
)
#: How that word ends, in small and capital letters.
SUMMARY_ENDS = frozenset(end for two in ("al", "ah", "um", "me", "is", "ge", "ta", "nt") for end in (two, two.upper()))
#: The group behind the word of a total, without what says that it is one and how many it has.
_GROUP = re.compile(
    rf"{_WORD}\b\s*((untuk|utk|per|di|dari|for|of|in|für|von|pour|de|del|para)\b\s*)?"
    r"((cabang|cab|kantor|wilayah|area|kota|kab|kabupaten|provinsi|kategori|segmen|grup|group|branch|region|city"
    r"|filiale|stadt|gebiet|gruppe)\b\.?\s*)?[:=-]?\s*(?P<group>.*?)\s*([:=(]\s*\d[\d.,]*(\s+[^\W\d_]+){0,2}\)?)?\s*:?",
    re.IGNORECASE,
)
#: No customer is called so: part of a total, or one with its number.
_PART = re.compile(
    r"((sub|sous)[\s-]*total|grand\s*total|zwischensumme|teilsumme)\b.*"
    r"|.*[:=]\s*\d[\d.,]*(\s+[^\W\d_]+){0,2}|.*\(\s*\d[\d.,]*(\s+[^\W\d_]+){1,2}\)",
    re.IGNORECASE,
)
#: With amounts beside it, no customer either.
_TOTAL_OF = re.compile(rf"{_WORD}\s+(untuk|utk|per|for|of|für)\b.*", re.IGNORECASE)
#: More texts than these in a column name no groups.
_MOST_GROUPS = 2000
#: Below so many customers, or so many different amounts, a sum comes about by chance.
_FEWEST_SUMMED, _FEWEST_AMOUNTS = 3, 3
#: Where customers have fewer columns without gaps, one of whom little is known looks like a total.
_FEWEST_STEADY = 2
_LONGEST_KEY = 40


def is_summary_word(cell: str) -> bool:
    """Whether a cell says that its row is a total."""
    text = cell.strip()
    return text[:2] in SUMMARY_STARTS and _SUMMARY.fullmatch(text) is not None


def names_total(text: str) -> bool:
    """Whether a text begins with the word for a total, whatever follows, or ends with it behind a group."""
    return _BEGINNING.match(text) is not None or _BEHIND_GROUP.fullmatch(text) is not None


def summary_words(cells: Iterable[str]) -> list[str]:
    """Those of the cells that say so; few begin like one, and only these are looked at."""
    return [cell for cell in cells if cell.strip()[:2] in SUMMARY_STARTS and is_summary_word(cell)]


def is_summary(row: RawRow, first: str) -> bool:
    """Whether a row is a total: a word such as "Jumlah" in its first filled cell and amounts in all others."""
    if not is_summary_word(first):
        return False
    others = [cell.strip() for cell in row.cells if cell.strip()][1:]
    return all(_AMOUNT.fullmatch(cell) for cell in others)


def is_bare_sum(rows: RawRows, place: int) -> bool:
    """Whether a row without a word has amounts only, one of which is the sum of what stands above it."""
    cells = {column: squeezed(cell) for column, cell in enumerate(rows[place].cells) if cell.strip()}
    if place < _FEWEST_SUMMED or not all(map(_AMOUNT.fullmatch, cells.values())):
        return False
    above = rows[:place]
    return any(_is_sum(cell, above.columns[column]) for column, cell in cells.items())


def _is_sum(cell: str, above: CellColumn) -> bool:
    counts = dict(zip(above.distinct, above.counts(), strict=True))
    filled = {squeezed(text): count for text, count in counts.items() if text.strip()}
    if sum(filled.values()) < _FEWEST_SUMMED or len(filled) < _FEWEST_AMOUNTS:
        return False
    for amount in (float, _without_signs):
        try:
            summed = sum(amount(text) * count for text, count in filled.items())
            return isclose(summed, amount(cell), rel_tol=1e-9)
        except ValueError:
            continue
    return False


def _without_signs(amount: str) -> int:
    """An amount in the smallest unit, whatever groups its digits: "Rp 1.250,00" is 125000."""
    if not _AMOUNT.fullmatch(amount):
        raise ValueError(amount)
    digits = int("".join(filter(str.isdigit, amount)))
    return -digits if "-" in amount or "(" in amount else digits


def find_group_totals(
    rows: RawRows, places: Sequence[int], steady: Sequence[int], names: Sequence[str], is_kept: Mask
) -> list[int]:
    """Which of the rows that are named like a total are totals of a group.

    ``steady``: the columns that practically every customer fills; ``names``: what the header calls each column.
    """
    if not places or len(steady) < _FEWEST_STEADY:
        return []
    proof = _Proof(rows, places, names, is_kept)
    found: list[int] = []
    for place in places:
        first, *others = [Line(column, squeezed(cell)) for column, cell in enumerate(rows[place].cells) if cell.strip()]
        filled = sum(1 for column in steady if column == first.column or any(column == cell.column for cell in others))
        if 2 * filled > len(steady) or not all(map(proof.is_amount, others)):
            continue
        customers = int(is_kept[found[-1] + 1 if found else 0 : place].sum())
        if _PART.fullmatch(first.text) or (others and proof.is_of_group(first, others, customers)):
            found.append(place)
    return found


class _Proof:
    """What the customers of a list have, so that a total of some of them is told from one of them."""

    def __init__(self, rows: RawRows, places: Sequence[int], names: Sequence[str], is_kept: Mask) -> None:
        self._rows = rows
        self._names = names
        # All of them: what a few hundred customers have is not what each one has.
        self._customers = is_kept.copy()
        self._customers[list(places)] = False
        self._are_numbers: dict[int, bool] = {}
        self._lengths: dict[int, set[int]] = {}

    def is_amount(self, cell: Line) -> bool:
        """Whether a cell can only be an amount: no key, and nothing that customers have in its column."""
        if not _AMOUNT.fullmatch(cell.text):
            return False
        if cell.column not in self._lengths:
            self._lengths[cell.column] = self._lengths_of_numbers(cell.column)
        return len(cell.text) not in self._lengths[cell.column] or not cell.text.isdigit()

    def is_of_group(self, first: Line, others: Sequence[Line], customers: int) -> bool:
        """Whether it says so, counts the customers above it, names what they share or stands among numbers."""
        if _TOTAL_OF.fullmatch(first.text):
            return True
        if customers > 1 and any(cell.text in (str(customers), str(customers - 1)) for cell in others):
            return True
        matches = (_GROUP.fullmatch(first.text), _BEHIND_GROUP.fullmatch(first.text))
        names = {match["group"].casefold() for match in matches if match is not None}
        return not self._groups.isdisjoint(names) or self._has_no_words(first.column)

    def _has_no_words(self, column: int) -> bool:
        """Whether every customer has a number or a code there: the word for a total is none."""
        if column not in self._are_numbers:
            self._are_numbers[column] = Look.of(self._cells(column)).is_numbered
        return self._are_numbers[column]

    def _cells(self, column: int) -> list[str]:
        return self._rows.columns[column].chosen(self._customers).distinct

    def _lengths_of_numbers(self, column: int) -> set[int]:
        """The lengths that no amount has in a column: all in one of keys, those of the customers' numbers in most."""
        name = self._names[column] if column < len(self._names) else ""
        if key_rank(name) is not None:
            return set(range(_LONGEST_KEY))
        meaning = read_header(name)
        attribute = find_attribute(meaning.targets[0]) if meaning is not None else None
        if attribute is None or attribute.type is AttributeType.NUMBER:
            return set()
        return {len(text) for cell in self._cells(column) if (text := squeezed(cell)).isdigit()}

    @cached_property
    def _groups(self) -> set[str]:
        """What stands in columns that say the same of many customers: their towns, their branches."""
        most = min(_MOST_GROUPS, len(self._rows) / 2)
        few = [column for column in self._rows.columns if len(column.distinct) <= most]
        return {squeezed(cell).casefold() for column in few for cell in column.distinct if cell.strip()}
