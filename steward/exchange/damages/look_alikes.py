"""Letters and digits that look like others: those of another alphabet, an O among digits."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType

if TYPE_CHECKING:
    from collections.abc import Collection

    from steward.exchange.damages.kinds import Column

#: Signs as wide as the letters of East Asia, beside which they are the ordinary ones.
_WIDE, _EASTERN = re.compile("[\u3000\uff01-\uff5e]"), re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: Two alphabets in a word, which is looked through once, from its beginning, as it may be as long as a book; letters as
#: wide as Chinese ones, and those of mathematics, which adorn names.
_MIXED_ALPHABETS = re.compile(
    "\\b(?=\\w*[A-Za-z])(?=\\w*[\u0370-\u03ff\u0400-\u04ff])\\w+|[\uff01-\uff5e\U0001d400-\U0001d7ff]"
)
_FOREIGN = re.compile("[\u0370-\u04ff\uff01-\uff5e\U0001d400-\U0001d7ff]")
_LETTER_IN_DIGITS = re.compile(
    r"\+?\d[\d\s.-]*[OoIl|][\d\s.-]*\d|[Oo][1-9][\d\s.-]{6,}|[\d\s.-]{7,}[OoIl|]"
    # Who types one letter for a digit types several: "0895328O99OO".
    r"|(?=(\D*\d){6})(?=\D*\d.*[OoIl])\+?[Oo]?\d[\dOoIl\s.-]*"
)
#: "R0nald", "Bud1man", "Susant0"; nobody is numbered inside of a word.
_DIGIT_IN_LETTERS = re.compile(r"[^\W\d_][01](?=[^\W\d_])|[^\W\d_]{3}0(?!\w)")
#: Where so many have one they are what people call themselves somewhere.
_SLIPS = 0.12
#: Codes of a kind are usual when so many are made like them.
_USUAL = 0.15
_LOOK_ALIKE = {"9": "OoIl", "A": "01"}
_PEOPLE = frozenset({AttributeType.NAME, AttributeType.GIVEN_NAME, AttributeType.FAMILY_NAME})
#: Letters of the Cyrillic and of the Greek alphabet that nobody can tell from Latin ones.
_TWINS, _LATIN = "АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXo"
_TWIN, _NO_TWIN = re.compile(f"[{_TWINS}]"), re.compile(f"(?![{_TWINS}])[\u0370-\u03ff\u0400-\u04ff]")
_ALL_HAVE_TWINS = re.compile(rf"(?=.*[A-Z])(?=.*\d)[{''.join(sorted(set(_LATIN)))}\W\d_]+", re.DOTALL)
_LETTER, _LETTERS, _DIGIT = re.compile(r"[^\W\d_]"), re.compile(r"[^\W\d_]+"), re.compile(r"\d")
_HAS_LATIN = re.compile("[A-Za-z]")


def look_alikes(column: Column) -> Collection[str]:
    """Letters of another alphabet in a word or a column; letters O and I among digits, such digits among letters."""
    found: list[str] = []
    if any(map(_FOREIGN.match, column.odd_characters)):
        found += [cell for cell in column.texts if not cell.isascii() and _MIXED_ALPHABETS.search(without_wide(cell))]
    if not column.odd_characters.isdisjoint(_TWINS):
        found += _of_other_alphabet(column)
    if column.type in _PEOPLE and column.holds("01"):
        odd = [cell for cell in column.texts if _DIGIT_IN_LETTERS.search(cell)]
        found += odd if sum(column.counts[cell] for cell in odd) <= _SLIPS * column.filled else ()
    is_number = column.is_phone or column.is_id or column.type is AttributeType.POSTCODE
    if is_number and column.holds("OoIl|"):
        found += [cell for cell in column.texts if _LETTER_IN_DIGITS.fullmatch(cell.strip(" '"))]
    if column.is_id or column.type is AttributeType.POSTCODE:
        found += _against_the_rest(column)
    return list(dict.fromkeys(found))


def _against_the_rest(column: Column) -> list[str]:
    """Codes of letters and digits that are made as hardly any other is, but for an O or an I where others have digits:
    "J7C 9SO" among "J7C 9S2"; a digit where others have a letter.
    """
    kinds: dict[str, list[str]] = {}
    codes = [cell for cell in column.texts if not cell.isdecimal()]
    if len(codes) < _USUAL * len(column.texts):
        return []
    for cell in codes:
        kinds.setdefault(_kind(cell), []).append(cell)
    counts = {kind: sum(map(column.counts.__getitem__, cells)) for kind, cells in kinds.items()}
    usual = [kind for kind, count in counts.items() if count >= _USUAL * column.filled and {"A", "9"} <= set(kind)]
    return [
        cell
        for kind, cells in kinds.items()
        if counts[kind] <= _SLIPS * column.filled
        if any(all(_is_meant(cell.strip(), kind, meant) for cell in cells) for meant in usual)
        for cell in cells
    ]


def _is_meant(text: str, kind: str, meant: str) -> bool:
    """Whether a code differs from what was meant by nothing else than letters and digits that look alike."""
    if len(text) != len(meant):
        return False
    odd = [(letter, right) for letter, here, right in zip(text, kind, meant, strict=True) if here != right]
    return bool(odd) and all(letter in _LOOK_ALIKE.get(right, "") for letter, right in odd)


def without_wide(cell: str) -> str:
    """A text without the wide signs that are the ordinary ones beside letters of East Asia."""
    return _WIDE.sub(" ", cell) if _EASTERN.search(cell) else cell


def _of_other_alphabet(column: Column) -> Collection[str]:
    """The cells in letters of one alphabet that were meant to be those of the other, which more cells like them have.

    "С8335486" with a Cyrillic letter among passports with Latin ones, and codes of Latin letters among Cyrillic ones.
    """
    latin = [cell for cell in column.texts if cell.isascii() and _HAS_LATIN.search(cell)]
    if any(map(_NO_TWIN.match, column.odd_characters)):
        codes = [cell for cell in latin if _ALL_HAVE_TWINS.fullmatch(cell)]
        own = [cell for cell in column.texts if not cell.isascii() and not _HAS_LATIN.search(cell)] if codes else []
        return _of_fewer(column, codes, own)
    twins = [cell for cell in column.texts if not cell.isascii() and _TWIN.search(cell)]
    beside_latin = [cell for cell in twins if _HAS_LATIN.search(cell)]
    return [*beside_latin, *_of_fewer(column, twins, latin)]


def _of_fewer(column: Column, cells: list[str], others: list[str]) -> Collection[str]:
    """Those of the cells of whose kind there are more among the others."""
    if not cells:
        return ()
    here, there = (_kinds(column, texts) for texts in (cells, others))
    return [cell for cell in cells if there[kind := _kind(cell)] > here[kind]]


def _kinds(column: Column, cells: list[str]) -> Counter[str]:
    kinds: Counter[str] = Counter()
    for cell in cells:
        kinds[_kind(cell)] += column.counts[cell]
    return kinds


def _kind(cell: str) -> str:
    """What a text is made of: "AA99-9" of the code "KH12-3", "A A" of the words "Budi Santoso"."""
    text = cell.strip()
    return _DIGIT.sub("9", _LETTER.sub("A", text)) if _DIGIT.search(text) else _LETTERS.sub("A", text)
