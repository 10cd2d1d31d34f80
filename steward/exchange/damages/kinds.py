"""The kinds of damage, and a column as the detectors see it."""

from __future__ import annotations

import marshal
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Any

from steward.domain.attributes import AttributeType, find_attribute
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping, Sequence

_ID_TARGETS = frozenset({"nik", "npwp", "family_card", ColumnRule.ID_NUMBER})


class Damage(StrEnum):
    """What happened to a cell."""

    ERROR_CELL = "error_cell"  # "#NAME?", "#N/A", "#####"
    CUT_DIGITS = "cut_digits"  # a 16-digit id went through a number cell, which keeps 15 digits
    SCIENTIFIC = "scientific"  # "3.17E+15"
    TURNED_INTO_DATE = "turned_into_date"  # an id, a phone or an RT/RW that became a date, or a date that was a number
    LOST_ZERO = "lost_zero"  # a phone, postcode or code without its leading zero
    READ_AS_NUMBER = "read_as_number"  # a phone or id with ".0" or thousands separators
    DAY_MONTH_SWAPPED = "day_month_swapped"  # a date of the other order than its column
    MOJIBAKE = "mojibake"  # "AndrÃ©"
    INVISIBLE = "invisible"  # non-breaking spaces and characters without a width
    LOOK_ALIKE = "look_alike"  # letters of another alphabet in a word, an O among digits
    SEVERAL_CUSTOMERS = "several_customers"  # "Budi & Siti"
    SEVERAL_VALUES = "several_values"  # two phones, which may be of one customer or of two
    WRONG_COLUMN = "wrong_column"  # a phone under e-mail, an e-mail under name


@dataclass(frozen=True)
class Column:
    """One column: its distinct cells, and ``occurrences``, how often each stands in it.

    ``as_numbers`` and ``as_dates``: those that the workbook holds as numbers or as days, not as texts; a text file and
    a column of texts have none. ``is_of_several_countries``: its rows say that codes of different lengths are right.
    ``has_dial_code_beside``: the country codes of its phones stand in a column of their own. ``misread``: letters that
    all over the list stand for those of another encoding. ``country``: the code of the one that the list tells of.
    """

    header: str
    target: str
    cells: Sequence[str]
    occurrences: Sequence[int]
    as_numbers: frozenset[str] = frozenset()
    as_dates: frozenset[str] = frozenset()
    is_of_several_countries: bool = False
    has_dial_code_beside: bool = False
    misread: frozenset[str] = frozenset()
    country: str = ""

    def __getstate__(self) -> bytes:
        # A million cells go to another process in a third of the time that pickling each would take.
        return marshal.dumps([getattr(self, own.name) for own in fields(self)])

    def __setstate__(self, state: bytes) -> None:
        values: list[Any] = marshal.loads(state)
        self.__dict__.update({own.name: value for own, value in zip(fields(self), values, strict=True)})

    @cached_property
    def texts(self) -> Sequence[str]:
        """Its distinct cells that hold something."""
        return list(compress(self.cells, self._is_filled)) if self._is_filled else self.cells

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often each filled cell stands in it. That of a few cells is cheap to ask only once it is there."""
        return dict(zip(self.texts, self._often, strict=True))

    @cached_property
    def _often(self) -> Sequence[int]:
        """How often each of the texts stands in it."""
        return list(compress(self.occurrences, self._is_filled)) if self._is_filled else self.occurrences

    @cached_property
    def _is_filled(self) -> list[bool]:
        """Whether each cell holds something; nothing where all do."""
        has_blank = not all(self.cells) or any(map(str.isspace, self.cells))
        return [bool(cell) and not cell.isspace() for cell in self.cells] if has_blank else []

    @property
    def type(self) -> AttributeType | None:
        """The type of the attribute it is mapped to, None for rules and columns without one."""
        attribute = find_attribute(self.target)
        return attribute.type if attribute else None

    @property
    def is_id(self) -> bool:
        """Whether it holds numbers of identity documents of 15 or 16 digits."""
        return self.target in _ID_TARGETS

    @property
    def is_phone(self) -> bool:
        """Whether it holds phone numbers."""
        return self.type is AttributeType.PHONE

    @property
    def is_date(self) -> bool:
        """Whether it holds dates."""
        return self.type is AttributeType.DATE or self.target == ColumnRule.BIRTH_PLACE_AND_DATE

    @property
    def is_code(self) -> bool:
        """Whether it holds codes: keys, account numbers, postcodes, phones, ids."""
        return (
            self.is_id
            or self.target == ColumnRule.SOURCE_KEY
            or self.type in (AttributeType.CODE, AttributeType.POSTCODE, AttributeType.PHONE, AttributeType.NATIONAL_ID)
        )

    @cached_property
    def as_texts(self) -> list[str]:
        """The cells that the workbook holds as texts beside numbers and days; none when it has only texts."""
        other = self.as_numbers | self.as_dates
        return [cell for cell in self.texts if cell not in other] if other else []

    @cached_property
    def is_plain(self) -> bool:
        """Whether all characters of all cells are ones of an English typewriter."""
        return self._text.isascii() and self._text.isprintable()

    @cached_property
    def is_digits(self) -> bool:
        """Whether all cells are digits and nothing else."""
        return self._text.isdecimal()

    @cached_property
    def odd_characters(self) -> frozenset[str]:
        """All characters of its cells that are not on an English typewriter."""
        return frozenset() if self.is_plain else frozenset(char for char in set(self._text) if not char.isascii())

    def holds(self, texts: Iterable[str]) -> bool:
        """Whether any cell has any of these; asking all of them at once saves asking each."""
        return any(text in self._text for text in texts)

    @cached_property
    def _text(self) -> str:
        return "".join(self.texts)

    @cached_property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(self._often)

    def share(self, pattern: re.Pattern[str]) -> float:
        """The share of filled cells that a pattern matches whole."""
        return self.count(pattern) / max(1, self.filled)

    def count(self, pattern: re.Pattern[str]) -> int:
        """How many filled cells a pattern matches whole."""
        return self.count_where(map(pattern.fullmatch, self.texts))

    def count_where(self, answers: Iterable[object]) -> int:
        """How many cells have a text of which the answer is yes; there is one for each of the texts."""
        return sum(compress(self._often, answers))
