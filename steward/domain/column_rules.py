"""Rules that a steward makes by hand for columns: one column taken apart, or several put together.

A rule is written as the target of its column, so that a mapping says all of it in one line each::

    {"Kontak": "split by / into name, phone", "Alamat Lengkap": "split address",
     "Depan": "combine 1 into name", "Belakang": "combine 2 into name", "Gelar": "combine 3 by , into name"}

Signs to split at stand for themselves but for the words ``space`` and ``line``. The last part takes what is left over;
a part without a name is left out. ``split address`` finds the parts of an address, however they are set apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from steward.domain.attributes import find_attribute, is_number_of_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SPACE, LINE = "space", "line"
_SIGNS = {SPACE: " ", LINE: "\n"}
_WORDS = {sign: word for word, sign in _SIGNS.items()}
_ADDRESS = "split address"
#: A number of an identity document whose kind another column says.
_ID_NUMBER = "id_number"
_SPLIT = re.compile(r"split by (?P<sign>\S.*?|\S) into (?P<parts>.+)")
_COMBINE = re.compile(r"combine (?P<place>[1-9]\d?)( by (?P<sign>\S.*?))? into (?P<target>.+)")
_LONGEST_SIGN = 8


@dataclass(frozen=True, slots=True)
class SplitRule:
    """A column taken apart at a sign. ``parts``: an attribute for each piece, "" where it is left out."""

    sign: str
    parts: tuple[str, ...]

    def __str__(self) -> str:
        return f"split by {_WORDS.get(self.sign, self.sign)} into {', '.join(self.parts)}"

    def pieces(self, cell: str) -> list[tuple[str, str]]:
        """The values in a cell, by attribute; empty ones are left out."""
        text = " ".join(cell.split()) if self.sign == " " else cell
        found = [piece.strip() for piece in text.split(self.sign, len(self.parts) - 1)]
        return [(part, piece) for part, piece in zip(self.parts, found, strict=False) if part and piece]


@dataclass(frozen=True, slots=True)
class AddressRule:
    """A column of whole addresses: its street, district, city, postcode and so on become values of their own."""

    def __str__(self) -> str:
        return _ADDRESS


@dataclass(frozen=True, slots=True)
class CombineRule:
    """A column that is a part of a value. ``sign`` stands before it where something stands before it."""

    place: int
    target: str
    sign: str = " "

    def __str__(self) -> str:
        by = "" if self.sign == " " else f" by {_WORDS.get(self.sign, self.sign)}"
        return f"combine {self.place}{by} into {self.target}"


@lru_cache(maxsize=1024)
def column_rule(target: str) -> SplitRule | AddressRule | CombineRule | None:
    """The rule that a target says; None when it says none, or names what is no attribute."""
    if target == _ADDRESS:
        return AddressRule()
    if said := _SPLIT.fullmatch(target):
        parts = tuple(part.strip() for part in said["parts"].split(","))
        named = [part for part in parts if part]
        is_right = len(parts) > 1 and named and len(set(named)) == len(named) and all(map(find_attribute, named))
        return SplitRule(_sign(said["sign"]), parts) if is_right and len(said["sign"]) <= _LONGEST_SIGN else None
    if said := _COMBINE.fullmatch(target):
        is_right = find_attribute(said["target"]) is not None and len(said["sign"] or "") <= _LONGEST_SIGN
        return CombineRule(int(said["place"]), said["target"], _sign(said["sign"] or SPACE)) if is_right else None
    return None


def attributes_of(target: str) -> tuple[str, ...]:
    """The attributes that a column of this target fills, as far as the target alone says."""
    if find_attribute(target) is not None:
        return (target,)
    rule = column_rule(target)
    if isinstance(rule, SplitRule):
        return tuple(part for part in rule.parts if part)
    if isinstance(rule, CombineRule):
        return (rule.target,)
    return ("address",) if isinstance(rule, AddressRule) else ()


def holds_numbers(target: str) -> bool:
    """Whether a column of this target holds numbers that identify a person or an account."""
    return target == _ID_NUMBER or any(map(is_number_of_person, attributes_of(target)))


def combined(parts: Iterable[tuple[CombineRule, str]]) -> str:
    """The value that the cells of several columns make, in the order of their places; empty cells are left out."""
    filled = [(rule, cell.strip()) for rule, cell in parts if cell.strip()]
    text = ""
    for rule, cell in sorted(filled, key=lambda part: part[0].place):
        text += f"{_between(rule.sign)}{cell}" if text else cell
    return text


def split_at_sign(sign: str, parts: Sequence[str]) -> str:
    """The target of a column that is taken apart at a sign as a steward types it."""
    return str(SplitRule(_sign(sign.strip() or " "), tuple(parts)))


def _sign(word: str) -> str:
    return _SIGNS.get(word, word)


def _between(sign: str) -> str:
    """What stands between two parts: a comma closes up to the word before it."""
    return f"{sign} " if sign in (",", ";") else sign
