"""Phones, tax numbers, postcodes and codes without the zeros that they began with."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType
from steward.exchange.columns.cell_shapes import DAY_OF_SIX_DIGITS
from steward.exchange.countries import is_zero_optional
from steward.exchange.damages.abroad import postcode_digits
from steward.exchange.damages.numbers import KEPT, LONG_CODE, are_round, bare
from steward.exchange.headers.kinds import full_length, says_box
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from steward.exchange.damages.kinds import Column

_MOBILE_WITHOUT_ZERO = re.compile(r"8[1-35-9]\d{7,10}")
_LANDLINE_WITHOUT_ZERO = re.compile(r"[2-79]\d{8,10}")
_INDONESIAN_PHONE = re.compile(r"['Oo]?(\+?62|\(?0|8[1-35-9]\d{7}).*", re.DOTALL)
_SET_APART = re.compile(r"\W*0\d*[\s().-]+\d[\d\s().-]*")
_FULL_PHONE = re.compile(r"'?\(?0\d.*", re.DOTALL)
_WITH_COUNTRY_CODE = re.compile(r"62\d{8,12}")
_SHORT_NPWP = re.compile(r"\d\W*\d{3}\W*\d{3}\W*\d\W*\d{3}\W*\d{3}")
_NOT_PHONE_DIGIT = re.compile(r"[^0-9A-Za-z]+")
_CODES = (ColumnRule.SOURCE_KEY, ColumnRule.ID_NUMBER, ColumnRule.UNMAPPED)
#: Shorter ones are no codes.
_SHORTEST = 4
_AREA, _FEWEST_PHONE_DIGITS, _FEW_ALIKE, _ZERO_SHARE, _MANY_ZEROS = 2, 7, 3, 0.1, 0.3
_FEW, _WIDTH_SHARE, _HABIT = 8, 0.8, 0.85
#: So many zeros stand in front of numbers of a fixed length.
_MOST_ZEROS, _SHORT_NUMBER = 3, 6
#: Nobody counts by tax numbers, which are shorter in some countries.
_TAX_NUMBER = 8
_MOST_DAYS, _FEWER_DIGITS = 0.5, range(3, 6)
#: Of codes drawn by chance one in ten begins with 0: so many beginnings have the others, so many cells each.
_MANY_BEGINNINGS, _OFTEN, _SOME = 4, 0.05, 0.02


def lost_zero(column: Column) -> Collection[str]:
    """Phones, tax numbers, postcodes and codes without the zero they began with."""
    if column.is_phone:
        return () if column.has_dial_code_beside else _phones_without_zero(column)
    if column.is_date:
        return _shorter_days(column)
    length = full_length(column.header)
    if length and (found := [cell for cell in column.texts if _is_below(cell.strip(), length, column)]):
        return found
    if column.target == "npwp":
        if not any(KEPT - 1 <= len(bare(cell)) <= KEPT + 1 for cell in column.texts):
            # The tax numbers of other countries.
            return _shorter_than_the_rest(column, must_begin_with_zero=True)
        typed = _numbers_beside_texts(column, {cell: bare(cell) for cell in column.texts if bare(cell).isdecimal()})
        return [*typed, *(cell for cell in column.texts if _is_npwp_without_zero(cell.strip()))]
    if column.type is AttributeType.POSTCODE:
        return () if says_box(column.header) else _shorter_than_the_rest(column, must_begin_with_zero=False)
    if column.type is AttributeType.CODE or column.target in _CODES:
        return _shorter_than_the_rest(column, must_begin_with_zero=True)
    return ()


def _shorter_days(column: Column) -> Collection[str]:
    """Days of fewer digits among those of six: "50317" is the 17th of March 2005, or the 5th of March 2017."""
    if not column.is_digits or column.share(DAY_OF_SIX_DIGITS) < _MOST_DAYS:
        return ()
    short = [cell for cell in column.texts if len(cell) in _FEWER_DIGITS]
    fitting = [cell for cell in short if DAY_OF_SIX_DIGITS.fullmatch(cell.zfill(_SHORT_NUMBER))]
    return fitting if len(fitting) == len(short) else ()


def _phones_without_zero(column: Column) -> Collection[str]:
    if is_zero_optional(column.country):
        # What nearly all others keep is a habit, and bare digits among such as are set apart were a number once.
        return _beside_zeros(column) if column.share(_SET_APART) >= _HABIT else ()
    if column.share(_INDONESIAN_PHONE) < 0.5:
        return _beside_zeros(column)
    found = [cell for cell in column.texts if cell[0] in "8 '" and _MOBILE_WITHOUT_ZERO.fullmatch(cell.strip(" '"))]
    if column.share(_FULL_PHONE) > 0.1 or found:
        found += [
            cell
            for cell in column.texts
            if cell[0] != "0"
            and _LANDLINE_WITHOUT_ZERO.fullmatch(cell)
            and not cell.startswith("62")
            and len(set(cell)) > 1
        ]
    return list(dict.fromkeys((*found, *_beside_zeros(column))))


def _beside_zeros(column: Column) -> Collection[str]:
    """Phones that with a zero before them are like others of the column, whatever the country."""
    bare = {
        cell: text
        for cell in column.texts
        if cell[0] not in "0+(" and cell.isascii() and (text := cell.strip(" '")).isdecimal()
        if text[0] != "0" and not _WITH_COUNTRY_CODE.fullmatch(text) and len(set(text)) > 1
    }
    if not bare:
        return ()
    alike: Counter[tuple[str, int]] = Counter()
    for cell, count in column.counts.items():
        digits = _NOT_PHONE_DIGIT.sub("", cell) if cell[0] in "0('" else ""
        if digits.startswith("0") and len(digits) > _FEWEST_PHONE_DIGITS:
            alike[digits[:_AREA], len(digits)] += count
    if alike.total() < max(_FEW_ALIKE, _ZERO_SHARE * column.filled):
        return ()
    return [
        cell
        for cell, text in bare.items()
        if alike[f"0{text}"[:_AREA], len(text) + 1] >= (1 if cell in column.as_numbers else _FEW_ALIKE)
    ]


def _shorter_than_the_rest(column: Column, *, must_begin_with_zero: bool) -> Collection[str]:
    """Digits shorter than the width that nearly all cells of the column have."""
    plain = str if must_begin_with_zero else postcode_digits
    numbers = {cell: text for cell in column.texts if (text := plain(cell.strip())).isdecimal()}
    if column.filled < _FEW or not numbers:
        return ()
    if found := _numbers_beside_texts(column, _parted(column) | numbers):
        return found
    widths: Counter[int] = Counter()
    for cell, text in numbers.items():
        widths[len(text)] += column.counts[cell]
    if must_begin_with_zero:
        width, shortest = _width_of_codes(column, numbers, widths)
    else:
        width, shortest = _width_of_postcodes(column, numbers.values(), widths)
    short = {
        cell: text
        for cell, text in numbers.items()
        if shortest <= len(text) < width and not text.startswith("0") and (len(set(text)) > 1 or shortest == 1)
    }
    return [] if _are_of_another_kind(short.values(), numbers.values(), width) else list(short)


def _are_of_another_kind(short: Collection[str], numbers: Collection[str], width: int) -> bool:
    """Whether most begin with digits that no number begins with which kept its zeros: those of another insurer."""
    kept = [bared for text in numbers if len(text) == width and text != (bared := text.lstrip("0")) and bared]
    lengths, beginnings = Counter(map(len, kept)), {(len(text), text[0]) for text in kept}
    # Shorter ones may be counted one after the other.
    judged = [text for text in short if len(text) >= _TAX_NUMBER and lengths[len(text)] >= _FEW]
    strange = sum(1 for text in judged if (len(text), text[0]) not in beginnings)
    return len(judged) >= _FEW_ALIKE and strange > 0.5 * len(judged)


def _width_of_codes(column: Column, numbers: Mapping[str, str], widths: Counter[int]) -> tuple[int, int]:
    """How long codes are that begin with zeros, and how short one can be that lost them; zeros where none did."""
    led: Counter[int] = Counter()
    for cell, text in numbers.items():
        if text.startswith("0"):
            led[len(text)] += column.counts[cell]
    width, zeros = led.most_common(1)[0] if led else (0, 0)
    if zeros > _MANY_ZEROS * column.filled and zeros > _WIDTH_SHARE * led.total():
        # Where a third of all begin with a zero, some begin with several.
        return (width, 1) if width >= _SHORTEST else (0, 0)
    width, count = widths.most_common(1)[0]
    is_code = width in led and count >= 0.5 * column.filled and not _is_counting(numbers.values(), width)
    if is_code and width >= _SHORTEST:
        return width, width - 2
    return (width, width - _MOST_ZEROS) if _lack_zeros(column, numbers, widths) else (0, 0)


def _lack_zeros(column: Column, numbers: Mapping[str, str], widths: Counter[int]) -> bool:
    """Whether long codes begin with anything but a zero, and all others are as much shorter as zeros would make them.

    A column that merely counts begins with few digits, and so do phones.
    """
    width, count = widths.most_common(1)[0]
    shorter = sorted(other for other in widths if other != width)
    if (
        width < (_TAX_NUMBER if column.target == "npwp" else LONG_CODE)
        or count < 0.5 * column.filled
        or sum(widths.values()) < 0.9 * column.filled
    ):
        return False
    if are_round(numbers.values()):
        return False
    if not shorter or shorter[0] < width - _MOST_ZEROS or shorter[-1] != width - 1:
        return False
    if any(text.startswith("0") for text in numbers.values() if len(text) < width):
        # Where shorter ones kept their zeros, they are numbers of another kind.
        return False
    one_zero = widths[width - 1]
    if one_zero < max(_FEW_ALIKE, _SOME * column.filled) or any(widths[other] > one_zero for other in shorter):
        return False
    beginnings: Counter[str] = Counter()
    for cell, text in numbers.items():
        if len(text) == width:
            beginnings[text[0]] += column.counts[cell]
    return "0" not in beginnings and sum(1 for n in beginnings.values() if n >= _OFTEN * count) >= _MANY_BEGINNINGS


def _width_of_postcodes(column: Column, numbers: Collection[str], widths: Counter[int]) -> tuple[int, int]:
    """How long the postcodes of a list are, and how short one is that lost its zero; zeros where none can have."""
    if column.is_of_several_countries:
        return 0, 0
    width, count = widths.most_common(1)[0]
    if any(len(text) < width and text.startswith("0") for text in numbers):
        # Those of another country, which are shorter, kept their zeros.
        return 0, 0
    if count >= _WIDTH_SHARE * column.filled:
        return (width, width - 2) if width >= _SHORTEST else (0, 0)
    # A country some of whose postcodes begin with zero: two lengths and nothing else.
    longer = max(widths)
    both = widths[longer] + widths[longer - 1]
    is_pair = min(widths[longer], widths[longer - 1]) >= max(_FEW_ALIKE, (1 - _WIDTH_SHARE) * column.filled)
    return (longer, longer - 1) if is_pair and both >= 0.95 * column.filled and longer >= _SHORTEST else (0, 0)


def _numbers_beside_texts(column: Column, numbers: Mapping[str, str]) -> Collection[str]:
    """Numbers of a workbook that are shorter than the texts beside them, all of which have one length."""
    widths = Counter(len(numbers[cell]) for cell in column.as_texts if cell in numbers)
    if not widths:
        return ()
    width, count = widths.most_common(1)[0]
    if (
        width < _SHORTEST
        or count < max(_FEW_ALIKE, _WIDTH_SHARE * widths.total())
        or widths.total() < len(column.as_texts) / 2
    ):
        return ()
    return [cell for cell in column.as_numbers if cell in numbers and len(numbers[cell]) < width]


def _is_below(text: str, length: int, column: Column) -> bool:
    """Whether a number that is handed out with so many digits has fewer; as a text a short one may be meant."""
    is_shorter = length - _MOST_ZEROS <= len(text) < length and text.isdecimal() and len(set(text)) > 1
    return is_shorter and (text in column.as_numbers or length > _SHORT_NUMBER)


def _is_counting(texts: Collection[str], width: int) -> bool:
    """Whether most are numbers of any length that merely count, some of them filled up with zeros by hand."""
    return sum(1 for text in texts if len(text) < width) > 0.5 * len(texts)


def _parted(column: Column) -> dict[str, str]:
    """The digits of the texts beside numbers that something stands between: "810626-14-8967"."""
    return {cell: text for cell in column.as_texts if (text := bare(cell)).isdecimal()}


def _is_npwp_without_zero(text: str) -> bool:
    """Whether it has the digits of a tax number but the first, with its signs or with none; others are from abroad."""
    return (text.isdecimal() or _SHORT_NPWP.fullmatch(text) is not None) and _is_number(bare(text), KEPT - 1)


def _is_number(text: str, length: int) -> bool:
    """Whether it has so many digits, not all the same."""
    return len(text) == length and text.isdecimal() and len(set(text)) > 1
