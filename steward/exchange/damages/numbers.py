"""Damage to numbers that are no amounts: ids, phones, postcodes and codes that a spreadsheet took for numbers."""

from __future__ import annotations

import re
from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType
from steward.exchange.damages.abroad import postcode_digits
from steward.exchange.header_kinds import full_length, says_box
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from steward.exchange.damages.kinds import Column

_SEPARATORS = re.compile(r"[\s.\-/']+")
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?[eE]\+?\d{1,2}")
_SURELY_SCIENTIFIC = re.compile(r"\d[.,]\d+[eE]\+\d{2}")
_MOBILE_WITHOUT_ZERO = re.compile(r"8[1-35-9]\d{7,10}")
_LANDLINE_WITHOUT_ZERO = re.compile(r"[2-79]\d{8,10}")
_INDONESIAN_PHONE = re.compile(r"['Oo]?(\+?62|\(?0|8[1-35-9]\d{7}).*", re.DOTALL)
_FULL_PHONE = re.compile(r"'?\(?0\d.*", re.DOTALL)
_AS_NUMBER = re.compile(
    r"'?\d{6,}[.,]0{1,2}|[1-9]\d{0,2}(,\d{3}){2,5}(\.\d+)?|[1-9]\d(\.\d{3}){3}|[1-9]\d{0,2}(\.\d{3}){2,5},0{1,2}"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,]\d{3}){2,5}")
_DECIMALS = re.compile(r"[.,]0{1,2}$")
_TOO_LONG = re.compile(r"[1-9]\d{15,18}")
_WITH_COUNTRY_CODE = re.compile(r"62\d{8,12}")
_LONG_PHONE = re.compile(r"[1-79]\d{9,13}")
_NOT_PHONE_DIGIT = re.compile(r"[^0-9A-Za-z]+")
_CODES = (ColumnRule.SOURCE_KEY, ColumnRule.ID_NUMBER, ColumnRule.UNMAPPED)
#: Shorter ones are no codes.
_SHORTEST = 4
_AREA, _FEWEST_PHONE_DIGITS, _FEW_ALIKE, _ZERO_SHARE, _MANY_ZEROS = 2, 7, 3, 0.1, 0.3
_FEW = 8
#: True serial numbers end in 0 once in ten at most.
_ROUNDED_SHARE = 0.25
_WIDTH_SHARE = 0.8
_MANY_CODES, _MANY_ENDINGS, _SURE_DEVIATIONS = 20, 5, 4
#: So many zeros stand in front of numbers of a fixed length.
_MOST_ZEROS, _SHORT_NUMBER = 3, 6
_LONG, _FILLER = 16, 2
#: Amounts end in 00, codes once in a hundred.
_ROUND_SHARE = 0.05
#: Nothing is counted or paid in numbers of so many digits all over a column.
_LONG_CODE = 9
#: Of codes drawn by chance one in ten begins with 0: so many beginnings have the others, so many cells each.
_MANY_BEGINNINGS, _OFTEN, _SOME = 4, 0.05, 0.02
_KEPT = 15


def cut_digits(column: Column) -> Collection[str]:
    """Ids of 16 digits of which a spreadsheet kept 15: a last digit 0 where they were rounded, or none at all."""
    if not column.is_id:
        return _cut_codes(column)
    digits = column.texts if column.is_digits else list(map(_bare, column.texts))
    is_long = [len(text) == _LONG and text.isdecimal() and not _is_filler(text) for text in digits]
    if column.target == "npwp":
        # Sixteen digits that begin with 0 are a company's number, not somebody's NIK.
        is_long = [is_one and text[0] != "0" for is_one, text in zip(is_long, digits, strict=True)]
    found = _rounded(column, digits, is_long)
    if column.target in ("nik", "family_card") and column.count_where(is_long) > _FEW:
        found |= {
            cell
            for cell, text in zip(column.texts, digits, strict=True)
            if len(text) == _KEPT and text.isdecimal() and len(set(text)) > 1
        }
    return found


def _is_filler(text: str) -> bool:
    """Whether 16 digits are nobody's number but fill a cell that had to be filled, as "3200000000000000"."""
    return text[-1] == text[-2] and (text == text[0] * _LONG or not text[_FILLER:].strip("0"))


def _rounded(column: Column, digits: Sequence[str], is_long: Sequence[bool]) -> set[str]:
    """The ids whose last digits are rounded away; ``digits`` of all its texts, and which of them are an id's.

    Numbers of a workbook can't hold them; what stands beside as a text is whole, unless the texts tell the same: then
    they were made texts afterwards.
    """
    typed = column.as_numbers
    as_numbers: set[str] = set()
    if typed:
        is_number = [is_one and cell in typed for cell, is_one in zip(column.texts, is_long, strict=True)]
        as_numbers.update(compress(column.texts, _end_in_zero(digits, is_number)))
        is_long = [is_one and not is_other for is_one, is_other in zip(is_long, is_number, strict=True)]
    ending = _end_in_zero(digits, is_long)
    ends, total = column.count_where(ending), column.count_where(is_long)
    # No serial is 0000, so where one stands numbers were rounded; elsewhere only their share tells it.
    is_scientific = column.holds("Ee") and any(
        _SCIENTIFIC.fullmatch(text) for cell, text in zip(column.texts, digits, strict=True) if cell not in typed
    )
    is_rounded = is_scientific or any(text.endswith("0000") for text in compress(digits, ending))
    is_rounded = is_rounded or (total >= _FEW and ends > _ROUNDED_SHARE * total)
    return as_numbers.union(compress(column.texts, ending)) if is_rounded else as_numbers


def _end_in_zero(digits: Sequence[str], is_asked: Sequence[bool]) -> list[bool]:
    """Which of the texts that are asked about end in 0."""
    return [is_one and text[-1] == "0" for text, is_one in zip(digits, is_asked, strict=True)]


def _cut_codes(column: Column) -> Collection[str]:
    """Other codes of 16 digits and more: those that are numbers, which can't hold them; all, where many end in 0."""
    if column.type is AttributeType.NUMBER:
        return ()
    long = [cell for cell in column.texts if len(cell) >= _LONG and _TOO_LONG.fullmatch(cell)]
    as_numbers = [cell for cell in long if cell in column.as_numbers]
    total = sum(column.counts[cell] for cell in long)
    ending = [cell for cell in long if cell.endswith("0")]
    surplus = sum(column.counts[cell] for cell in ending) - total / 10
    # One in ten by chance, give or take; codes that all end alike are made so.
    is_chance = total < _MANY_CODES or surplus < _SURE_DEVIATIONS * (0.09 * total) ** 0.5
    is_made_so = len({cell[-3:] for cell in ending}) < _MANY_ENDINGS
    return as_numbers if is_chance or is_made_so else ending


def scientific(column: Column) -> Collection[str]:
    """Numbers shown as 3.17E+15, whose last digits nobody knows."""
    pattern = _SCIENTIFIC if column.is_code else _SURELY_SCIENTIFIC
    if column.type is AttributeType.NUMBER or not column.holds("Ee"):
        return ()
    return [cell for cell in column.texts if ("E" in cell or "e" in cell) and pattern.fullmatch(cell.strip(" '"))]


def read_as_number(column: Column) -> Collection[str]:
    """Phones, ids and codes with a decimal or thousands separators."""
    if not column.is_code:
        return _numbers_among_codes(column) if column.target == ColumnRule.UNMAPPED else ()
    found: list[str] = []
    if column.holds(".,"):
        found += [cell for cell in column.texts if ("." in cell or "," in cell) and _AS_NUMBER.fullmatch(cell.strip())]
    if column.is_phone:
        found += [cell for cell in column.as_numbers if _WITH_COUNTRY_CODE.fullmatch(cell)]
        return [*found, *_without_plus(column)]
    return list(dict.fromkeys((*found, *_numbers_among_codes(column))))


def _numbers_among_codes(column: Column) -> Collection[str]:
    """Numbers in a column most of whose cells are as many digits, too many to count anything."""
    if not column.holds(".,"):
        return ()
    found = [cell for cell in column.counts if _AS_NUMBER.fullmatch(cell.strip()) or _GROUPED.fullmatch(cell.strip())]
    widths: Counter[int] = Counter()
    for cell, count in column.counts.items():
        widths[len(cell) if cell.isdecimal() else 0] += count
    width, count = widths.most_common(1)[0] if widths else (0, 0)
    is_code = width >= _LONG_CODE and count >= 0.5 * column.filled and not _are_round(column.counts)
    codes = (cell for cell in found if sum(map(str.isdecimal, _DECIMALS.sub("", cell.strip()))) == width)
    return list(codes) if is_code else ()


def _without_plus(column: Column) -> Collection[str]:
    """Phones of other countries that are numbers and begin as those do which have their plus."""
    plus = {cell.strip(" '")[1 : 1 + _AREA] for cell in column.texts if cell.strip(" '").startswith("+")}
    return [cell for cell in column.as_numbers if _LONG_PHONE.fullmatch(cell) and cell[:_AREA] in plus]


def lost_zero(column: Column) -> Collection[str]:
    """Phones, tax numbers, postcodes and codes without the zero they began with."""
    if column.is_phone:
        return () if column.has_dial_code_beside else _phones_without_zero(column)
    length = full_length(column.header)
    if length and (found := [cell for cell in column.texts if _is_below(cell.strip(), length, column)]):
        return found
    if column.target == "npwp":
        typed = _numbers_beside_texts(column, {cell: _bare(cell) for cell in column.texts if _bare(cell).isdecimal()})
        return [*typed, *(cell for cell in column.texts if _is_number(_bare(cell), _KEPT - 1))]
    if column.type is AttributeType.POSTCODE:
        return () if says_box(column.header) else _shorter_than_the_rest(column, must_begin_with_zero=False)
    if column.type is AttributeType.CODE or column.target in _CODES:
        return _shorter_than_the_rest(column, must_begin_with_zero=True)
    return ()


def _phones_without_zero(column: Column) -> Collection[str]:
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
    bare = str if must_begin_with_zero else postcode_digits
    numbers = {cell: text for cell in column.texts if (text := bare(cell.strip())).isdecimal()}
    if column.filled < _FEW or not numbers:
        return ()
    if found := _numbers_beside_texts(column, numbers):
        return found
    widths: Counter[int] = Counter()
    for cell, text in numbers.items():
        widths[len(text)] += column.counts[cell]
    if must_begin_with_zero:
        width, shortest = _width_of_codes(column, numbers, widths)
    else:
        width, shortest = _width_of_postcodes(column, numbers.values(), widths)
    return [
        cell
        for cell, text in numbers.items()
        if shortest <= len(text) < width and not text.startswith("0") and (len(set(text)) > 1 or shortest == 1)
    ]


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
    if width < _LONG_CODE or count < 0.5 * column.filled or sum(widths.values()) < 0.9 * column.filled:
        return False
    if _are_round(numbers.values()):
        return False
    if not shorter or shorter[0] < width - _MOST_ZEROS or shorter[-1] != width - 1:
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


def _are_round(texts: Collection[str]) -> bool:
    """Whether more numbers end in 00 than chance makes: amounts."""
    round_ones = sum(1 for text in texts if _DECIMALS.sub("", text).endswith("00"))
    return round_ones > max(_FEW_ALIKE, _ROUND_SHARE * len(texts))


def _is_number(text: str, length: int) -> bool:
    """Whether it has so many digits, not all the same."""
    return len(text) == length and text.isdecimal() and len(set(text)) > 1


def _bare(cell: str) -> str:
    return cell if cell.isdecimal() else _SEPARATORS.sub("", cell)
