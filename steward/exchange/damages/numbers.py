"""Damage to numbers that are no amounts: ids, phones and codes that a spreadsheet took for numbers."""

from __future__ import annotations

import re
from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from steward.exchange.damages.kinds import Column

_SEPARATORS = re.compile(r"[\s.\-/']+")
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?[eE]\+?\d{1,2}")
_SURELY_SCIENTIFIC = re.compile(r"\d[.,]\d+[eE]\+\d{2}")
_AS_NUMBER = re.compile(
    r"'?\d{6,}[.,]00?|\d{4,5}[.,]0|[1-9]\d{0,2}(,\d{3}){2,5}(\.\d+)?|[1-9]\d?(,\d{2}){1,4},\d{3}|[1-9]\d(\.\d{3}){3}|[2-9](\.\d{3}){3}|[1-9](\.\d{3}){4}|[1-9]\d{0,2}(\.\d{3}){2,5},0{1,2}"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,]\d{3}){2,5}")
_GROUPED_POSTCODE = re.compile(r"[1-9]\d[.,]\d{3}")
_DECIMALS = re.compile(r"[.,]0{1,2}$")
_NIK = re.compile(r"[1-9]\d{5}[0-7]\d[01]\d{7}")
_TOO_LONG = re.compile(r"[1-9]\d{15,18}")
_WITH_COUNTRY_CODE = re.compile(r"62\d{8,12}")
_LONG_PHONE = re.compile(r"[1-79]\d{9,13}")
_AREA, _FEW_ALIKE, _FEW = 2, 3, 8
#: So many zeros at the end stand there by chance once in a hundred.
_ZEROS = 2
#: True serial numbers end in 0 once in ten at most.
_ROUNDED_SHARE = 0.25
_MANY_CODES, _MANY_ENDINGS, _SURE_DEVIATIONS = 20, 5, 4
_LONG, _FILLER, _DISTRICT = 16, 2, 6
#: Amounts end in 00, codes once in a hundred.
_ROUND_SHARE = 0.05
#: Nothing is counted or paid in numbers of so many digits all over a column.
LONG_CODE = 9
_POSTCODE = 5
#: So many digits a spreadsheet keeps.
KEPT = 15


def cut_digits(column: Column) -> Collection[str]:
    """Ids of 16 digits of which a spreadsheet kept 15: a last digit 0 where they were rounded, or none at all."""
    is_other = column.target == "other_id"
    if not (column.is_id or is_other):
        return _cut_codes(column)
    digits = column.texts if column.is_digits else list(map(bare, column.texts))
    is_long = [
        len(text) == _LONG and text.isdecimal() and (text[-1] != text[-2] or not _is_filler(text)) for text in digits
    ]
    if is_other:
        # Beside passports; what is no NIK may end in zeros.
        is_nik = [is_one and _NIK.fullmatch(text) is not None for is_one, text in zip(is_long, digits, strict=True)]
        return {*_rounded(column, digits, is_nik), *_cut_codes(column)}
    if column.target == "npwp":
        # Sixteen digits that begin with 0 are a company's number, not somebody's NIK.
        is_long = [is_one and text[0] != "0" for is_one, text in zip(is_long, digits, strict=True)]
    found = _rounded(column, digits, is_long)
    if column.target in ("nik", "family_card") and column.count_where(is_long) > _FEW:
        found |= {
            cell
            for cell, text in zip(column.texts, digits, strict=True)
            if len(text) == KEPT and text.isdecimal() and len(set(text)) > 1
        }
    return found


def _is_filler(text: str) -> bool:
    """Whether 16 digits are nobody's number but fill a cell that had to be filled, as "3200000000000000"."""
    return text == text[0] * _LONG or not text[_FILLER:].strip("0")


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
    # A district with zeros behind it fills a cell that had to be filled, and tells nothing of the others.
    is_whole = [is_one and text[_DISTRICT:].strip("0") != "" for text, is_one in zip(digits, is_long, strict=True)]
    telling = _end_in_zero(digits, is_whole)
    ends, total = column.count_where(telling), column.count_where(is_whole)
    # No serial is 0000, so where one stands numbers were rounded; elsewhere only their share tells it.
    is_scientific = column.holds("Ee") and any(
        _SCIENTIFIC.fullmatch(text) for cell, text in zip(column.texts, digits, strict=True) if cell not in typed
    )
    is_rounded = is_scientific or not total or any(text.endswith("0000") for text in compress(digits, telling))
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
    return _rounded_among_longer(column, as_numbers) if is_chance or is_made_so else ending


def _rounded_among_longer(column: Column, as_numbers: list[str]) -> Collection[str]:
    """Codes of which all digits but the first 15 are zeros, two at least, where others end in anything."""
    long = [cell for cell in column.texts if len(cell) > KEPT and cell.isascii() and cell.isdecimal()]
    cut = [cell for cell in long if cell[0] != "0" and cell.endswith("0" * _ZEROS) and not cell[KEPT:].strip("0")]
    whole = set(long).difference(cut)
    if not cut or len({cell[-_ZEROS:] for cell in whole}) < _MANY_CODES:
        return as_numbers
    chance = len(long) / 10**_ZEROS
    return {*as_numbers, *cut} if len(cut) > chance + _SURE_DEVIATIONS * chance**0.5 else as_numbers


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
    if column.target == "postcode":
        found += _grouped_postcodes(column)
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
    is_code = width >= LONG_CODE and count >= 0.5 * column.filled and not are_round(column.counts)
    codes = (cell for cell in found if sum(map(str.isdecimal, _DECIMALS.sub("", cell.strip()))) == width)
    return list(codes) if is_code else ()


def _grouped_postcodes(column: Column) -> Collection[str]:
    """Postcodes of five digits with a separator of thousands, "50,174", among others without it."""
    found = [cell for cell in column.texts if _GROUPED_POSTCODE.fullmatch(cell.strip())]
    of_five = sum(count for cell, count in column.counts.items() if len(cell) == _POSTCODE and cell.isdecimal())
    return found if 2 * of_five >= column.filled else ()


def _without_plus(column: Column) -> Collection[str]:
    """Phones of other countries that are numbers and begin as those do which have their plus."""
    plus = {cell.strip(" '")[1 : 1 + _AREA] for cell in column.texts if cell.strip(" '").startswith("+")}
    return [cell for cell in column.as_numbers if _LONG_PHONE.fullmatch(cell) and cell[:_AREA] in plus]


def are_round(texts: Collection[str]) -> bool:
    """Whether more numbers end in 00 than chance makes: amounts."""
    round_ones = sum(1 for text in texts if _DECIMALS.sub("", text).endswith("00"))
    return round_ones > max(_FEW_ALIKE, _ROUND_SHARE * len(texts))


def bare(cell: str) -> str:
    """Digits without what stands between them; other texts lose it, too."""
    return cell if cell.isdecimal() else _SEPARATORS.sub("", cell)
